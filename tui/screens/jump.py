"""Jump to anything by name: a field, and below it the records and commands that match. Knows no dossier.

Textual has a palette of its own; in 8.2.8 it ends the program when it is closed while it still searches, or when a page
key comes before its list has lines.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.keys import JUMP, bindings
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.jump_items import JumpItem, matching
from tui.pages.page import Span
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.field import Field
from tui.widgets.record_list import RecordList


class JumpScreen(ModalScreen[JumpItem | None]):
    """Ends with the choice made, or with None."""

    CSS_PATH = "jump.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JUMP)]
    AUTO_FOCUS = "#sought"

    listed = query_one("#choices", RecordList)

    def __init__(self, choices: list[JumpItem], asked: str = "a name, an alias, a few words") -> None:
        super().__init__()
        self._choices = choices
        self._asked = asked
        self._shown: dict[str, JumpItem] = {}

    def compose(self) -> ComposeResult:
        """The field, the list, the keys."""
        yield Field(":", self._asked, id="sought")
        yield RecordList(self._item, id="choices")
        yield Bar(id="jump-keys")

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        self.query_one("#jump-keys", Bar).show(keybar.cells(("jump.choose", "jump.down", "jump.up", "jump.close")))
        self._show("")

    def _item(self, name: str) -> ListLine:
        choice = self._shown[name]
        return ListLine(Span(" "), (Span(choice.label),), (Span(choice.kind, "dim"),))

    def _show(self, query: str) -> None:
        found = matching(self._choices, query)
        self._shown = {str(number): choice for number, choice in enumerate(found)}
        self.listed.show([ListGroup("", tuple(self._shown))], empty="Nothing has that name. Press esc to go back.")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow as the reader types."""
        message.stop()
        self._show(message.value)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Take the choice."""
        message.stop()
        self.dismiss(self._shown.get(message.record))

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Moving in the list opens nothing."""
        message.stop()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the lit choice."""
        message.stop()
        self.action_choose()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in the bar is as good as the key."""
        await keybar.press(self, message.action)

    def action_move(self, step: int) -> None:
        """To another line of the list."""
        self.listed.action_move(step)

    def action_page(self, step: int) -> None:
        """A screen up or down in the list."""
        self.listed.action_page(step)

    def action_choose(self) -> None:
        """Take the lit choice."""
        self.listed.action_choose()

    def action_close(self) -> None:
        """Go back without a choice."""
        self.dismiss(None)

    def dismiss(self, result: JumpItem | None = None) -> AwaitComplete:
        """Go away, if that has not been done already: a second key may have come meanwhile."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
