"""The signs of what is on the screen, the keys of the view in use, all other keys, and what every glyph means.

The keys are made from the key table; where there is room, the signs stand beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tui.key_groups import KeyGroup, bindings, display_name
from tui.key_table import KeyTable
from tui.keys import (
    CARRY,
    DIAGRAMS,
    FILTER,
    HELP,
    LIST,
    MARKS,
    MATRIX,
    MOMENTS,
    MOVING,
    PAGE,
    PANELS,
    PROBLEMS,
    PROGRAM,
    STRIP,
    TOUR,
    keys_of,
)
from tui.pages.glyphs import EVERY, Glyph, Glyphs
from tui.pages.legend import legend_in_columns, narrow_legend
from tui.pages.page import Block, Fields, Page, Section, Span, Spans, Title
from tui.pages.query_help import QUERY_HELP
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.page.view import PageView

_COLUMN = 26
"""The width of the keys and glyphs, in cells, so that all explanations start in one column."""

_BESIDE_WIDTH = 100
"""The least width, in cells, at which the signs stand beside the keys."""

_LINK_KEYS = ("page.follow", "page.next", "page.previous")
"""Keys of the page that do nothing where there are no links."""


def help_page(title: str, groups: Sequence[KeyGroup], keys: KeyTable) -> Page:
    """Return the keys of `groups` that are in force, in that order, then the glyphs."""
    closing = Span(f"{keys.key('help.close').display} closes", "dim")
    blocks: list[Block] = [Title((Span(title, "strong"),), (closing,))]
    for group in filter(lambda group: group.keys, map(keys.group, groups)):
        rows = tuple(
            ("  ".join(display_name(name) for name in key.keys), (Span(key.description),)) for key in group.keys
        )
        blocks += [Section(group.title), Fields(rows, _COLUMN)]
    typed: tuple[tuple[str, Spans], ...] = tuple((written, (Span(meaning),)) for written, meaning in QUERY_HELP)
    blocks += [Section("In a search or a filter"), Fields(typed, _COLUMN)]
    blocks += [block for glyphs in EVERY for block in _meanings(glyphs)]
    return Page("", tuple(blocks))


def _meanings(glyphs: Glyphs) -> list[Block]:
    rows = tuple((f"{each.glyph} {each.word}", (Span(each.meaning),)) for each in glyphs.glyphs)
    return [Section(glyphs.title), Fields(rows, _COLUMN)]


def browse_help(panel: str, pane: str, keys: KeyTable) -> Page:
    """Return the help of the browse screen: the keys of the pane in use come before those of the others."""
    panes = {"list": LIST, "page": PAGE, "matrix": MATRIX, "filter": FILTER, "strip": STRIP}
    other_panes = (group for name, group in panes.items() if name != pane)
    return help_page(
        f"{panel}: the {pane}",
        (panes[pane], MOVING, DIAGRAMS, MOMENTS, MARKS, CARRY, PANELS, TOUR, PROGRAM, *other_panes),
        keys,
    )


def plain_help(title: str, keys: KeyTable) -> Page:
    """Return the help of a page without links."""
    page_keys = PAGE._replace(keys=tuple(key for key in PAGE.keys if key.id not in _LINK_KEYS))
    return help_page(title, (page_keys, PROGRAM), keys)


def problems_help(title: str, keys: KeyTable) -> Page:
    """Return the help of a list of problems, each of which is a link into the file."""
    return help_page(title, (PROBLEMS, PAGE, PROGRAM), keys)


class HelpScreen(Dialog[None]):
    """The help, on top of the view it describes: the `signs` on it first, or beside the `page` of keys."""

    CSS_PATH = [FORM, "help.tcss"]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-below"), (_BESIDE_WIDTH, "-beside")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP)]

    def __init__(self, page: Page, signs: Sequence[Glyph] = ()) -> None:
        super().__init__()
        self._page = page
        title, *keys = page.blocks
        self._with_signs = page._replace(blocks=(title, *legend_in_columns(signs, _COLUMN), *keys))
        self._legend = Page("", tuple(narrow_legend(signs)))
        self.set_class(bool(signs), "-with-legend")

    def parts(self) -> ComposeResult:
        """The page of keys, the legend, and a bar that says how to close them."""
        with Horizontal(id="help-panes"):
            yield PageView(id="help")
            if self._legend.blocks:
                yield PageView(id="legend")
        yield KeyBar(id="help-keys")

    def on_mount(self) -> None:
        """Show the keys."""
        self._show_pages()
        self.query_one("#help", PageView).focus()
        items = keybar.key_items(keys_of(self.app), ("help.close", "page.down", "page.pagedown"))
        self.query_one("#help-keys", KeyBar).show(items)

    def on_resize(self, event: events.Resize) -> None:
        """Move the signs beside the keys, or above them."""
        self._show_pages()

    def _show_pages(self) -> None:
        legend = self.query("#legend").results(PageView)
        beside = self.app.size.width >= _BESIDE_WIDTH
        self.query_one("#help", PageView).replace(self._page if beside else self._with_signs)
        for view in legend:
            view.replace(self._legend)

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """There are no links in the help."""
        message.stop()
