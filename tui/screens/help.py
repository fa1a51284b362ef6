"""The keys of the view at hand, first, then all others, and what the glyphs mean. Made from the key table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.dossier.vocabulary import OUTCOME_GLYPHS, SIGN_GLYPHS, SIGN_WORDS, STATUS_GLYPHS, STATUS_MEANINGS, words
from tui.keys import Group, shown
from tui.pages.page import Block, Facts, Page, Section, Span, Title
from tui.widgets.bars import Bar, Cell
from tui.widgets.page_view import PageView


def help_page(title: str, groups: Sequence[Group]) -> Page:
    """Every key of `groups`, in that order, then the glyphs."""
    blocks: list[Block] = [Title((Span(title, "strong"),), (Span("esc closes", "dim"),))]
    for group in groups:
        blocks.append(Section(group.title))
        rows = tuple(("  ".join(_names(key.keys)), (Span(key.does),)) for key in group.keys)
        blocks.append(Facts(rows))
    blocks.append(Section("How sure a statement is"))
    blocks.append(
        Facts(tuple((f"{glyph} {status}", (Span(STATUS_MEANINGS[status]),)) for status, glyph in STATUS_GLYPHS.items()))
    )
    blocks.append(Section("Where a tie stands, and what came of an expectation"))
    signs = tuple((f"{glyph} {SIGN_WORDS[sign]}", (Span(_SIGNS[sign]),)) for sign, glyph in SIGN_GLYPHS.items())
    outcomes = ", ".join(f"{glyph} {words(outcome)}" for outcome, glyph in OUTCOME_GLYPHS.items())
    blocks.append(Facts((*signs, ("outcomes", (Span(outcomes),)))))
    return Page("", tuple(blocks))


_SIGNS = {
    "+": "the two stand together in this respect",
    "-": "the two stand against each other",
    "": "a tie that says neither, such as membership of a bloc or trade",
}


def _names(keys: tuple[str, ...]) -> list[str]:
    return [shown(key) for key in keys]


class HelpScreen(ModalScreen[None]):
    """Help over the view it was asked from."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,f1,q", "dismiss", "Close", show=False)]

    def __init__(self, title: str, groups: Sequence[Group]) -> None:
        super().__init__()
        self._help = help_page(title, groups)

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

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in the bar is as good as the key."""
        await self.run_action(message.action)

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        """There are no links in the help."""
        message.stop()
