"""The keys of the view at hand, first, then all others, and what the glyphs mean. Made from the key table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.dossier.values.vocabulary import OUTCOME_GLYPHS, SIGN_GLYPHS, SIGN_WORDS, STATUS_GLYPHS, STATUS_MEANINGS, words
from tui.keys import FILTER, HELP, LIST, MATRIX, MOVING, PAGE, PANELS, PICTURES, PROGRAM, Group, bindings, shown
from tui.pages.page import Block, Facts, Page, Section, Span, Title
from tui.screens import keybar
from tui.widgets.bars import Bar, Cell
from tui.widgets.page_view import PageView


def help_page(title: str, groups: Sequence[Group]) -> Page:
    """Every key of `groups`, in that order, then the glyphs."""
    blocks: list[Block] = [Title((Span(title, "strong"),), (Span("esc closes", "dim"),))]
    for group in groups:
        rows = tuple(("  ".join(shown(key) for key in one.keys), (Span(one.does),)) for one in group.keys)
        blocks += [Section(group.title), Facts(rows, _COLUMN)]
    statuses = ((f"{glyph} {status}", (Span(STATUS_MEANINGS[status]),)) for status, glyph in STATUS_GLYPHS.items())
    blocks += [Section("How sure a statement is"), Facts(tuple(statuses), _COLUMN)]
    signs = ((f"{glyph} {SIGN_WORDS[sign]}", (Span(_SIGNS[sign]),)) for sign, glyph in SIGN_GLYPHS.items())
    blocks += [Section("Where a tie stands"), Facts(tuple(signs), _COLUMN)]
    outcomes = ((f"{glyph} {words(outcome)}", ()) for outcome, glyph in OUTCOME_GLYPHS.items())
    blocks += [Section("What came of an expectation"), Facts(tuple(outcomes), _COLUMN)]
    return Page("", tuple(blocks))


_COLUMN = 26
"""Cells for the keys and glyphs, so that all explanations begin in one column."""

_SIGNS = {
    "+": "the two stand together in this respect",
    "-": "the two stand against each other",
    "": "a tie that says neither, such as membership of a bloc or trade",
}


def browse_help(panel: str, pane: str) -> Page:
    """The help of the browse screen: the keys of the pane at hand before those of the other."""
    panes = {"list": LIST, "page": PAGE, "matrix": MATRIX, "filter": FILTER}
    others = (group for name, group in panes.items() if name != pane)
    return help_page(f"{panel}: the {pane}", (panes[pane], MOVING, PICTURES, PANELS, PROGRAM, *others))


_OF_LINKS = ("page.follow", "page.next", "page.previous")
"""Keys of the page that do nothing where there is no link."""


def problems_help() -> Page:
    """The help of the list of problems."""
    reading = PAGE._replace(keys=tuple(key for key in PAGE.keys if key.id not in _OF_LINKS))
    return help_page("Problems of the file", (reading, PROGRAM))


class HelpScreen(ModalScreen[None]):
    """Help over the view it was asked from."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP)]

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._help = page

    def compose(self) -> ComposeResult:
        """The page of keys and a bar that says how to leave."""
        yield PageView(id="help")
        yield Bar(id="help-keys")

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one("#help", PageView).show(self._help)
        self.query_one("#help-keys", Bar).show(
            [Cell("esc", "Close", "dismiss"), Cell("↓", "Down"), Cell("space", "Page down")]
        )
        self.query_one("#help", PageView).focus()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Go away, if that has not been done already: a second key may have come meanwhile."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in the bar is as good as the key."""
        await keybar.press(self, message.action)

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """There are no links in the help."""
        message.stop()
