"""Jumps to anything by name: a field, and below it the records and commands that match.

Textual's own command palette crashes in 8.2.8 when it is closed while it is still searching, or when a page key arrives
before its list has lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import Input

from tui.dossier.search.plain_words import matched_plain_words
from tui.key_groups import bindings
from tui.keys import JUMP, keys_of
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.jump_items import JumpItem, JumpItems, item_line
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_list import RecordList
from tui.widgets.text_field import TextField
from tui.widgets.title_bar import TitleBar

_SLICE: Final = 1_000
"""The items made at once while nobody types: a key that comes meanwhile waits some milliseconds."""
_FIRST: Final = 5_000
"""The items that are looked at with each character: all of them, but in a large dossier."""
_IN_WORDS: Final = 82
"""The least width, in cells, in which a status is a word too."""
_BETWEEN_SLICES: Final = 0.01
"""Seconds, in which keys are handled."""


class JumpScreen(Dialog[JumpItem]):
    """The result is the item chosen, or None."""

    CSS_PATH = [FORM, "jump.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JUMP)]
    AUTO_FOCUS = "#query"

    choices = query_one("#choices", RecordList)

    def __init__(self, items: Iterable[JumpItem], title: str = "Jump", words: str = "to anything by its name") -> None:
        super().__init__()
        self._items = JumpItems(items)
        self._title = title
        self._title_words = words
        self._matches: dict[str, JumpItem] = {}
        self._words = matched_plain_words("")
        self._is_looking = self._chooses_then = self._goes_on = False

    def parts(self) -> ComposeResult:
        """What is asked for, the field, the list, the keys."""
        yield TitleBar(self._title, self._title_words, id="jump-heading")
        yield TextField(" Name ", "or an alias, or a few words", id="query")
        yield RecordList(self._line, id="choices")
        yield KeyBar(id="jump-keys")

    def on_mount(self) -> None:
        """Show all items before anything is typed."""
        items = keybar.key_items(keys_of(self.app), ("jump.choose", "jump.down", "jump.up", "jump.close"))
        self.query_one("#jump-keys", KeyBar).show(items)
        self._look_for("")
        self._use_time()

    def _use_time(self) -> None:
        """Look on for what was typed, or make the items that it will be looked for in, a few at a time."""
        self._goes_on = False
        if self._is_looking:
            self._is_looking = self._items.go_on(_SLICE)
            self._show()
            if self._chooses_then and not self._is_looking:
                self.action_choose()
        elif not self._items.make(_SLICE):
            return
        self._go_on_soon()

    def _go_on_soon(self) -> None:
        if not self._goes_on:
            self._goes_on = True
            self.set_timer(_BETWEEN_SLICES, self._use_time)

    def _line(self, number: str) -> ListLine:
        return item_line(self._matches[number], self._words, in_words=self.choices.area.width >= _IN_WORDS)

    def _look_for(self, query: str) -> None:
        self._chooses_then = False
        self._words = matched_plain_words(query)
        self._items.begin(query)
        self._is_looking = self._items.go_on(_FIRST)
        self._matches = {}
        self._show()
        if self._is_looking:
            self._go_on_soon()

    def _show(self) -> None:
        found, chosen = self._items.found, self._matches.get(self.choices.record)
        if self._matches and found == [*self._matches.values()]:
            return
        self._matches = {str(number): item for number, item in enumerate(found)}
        keep = str(found.index(chosen)) if chosen in found and self.choices.record != "0" else ""
        keys = keys_of(self.app)
        empty = f"Nothing has that name. Press {keys.key('jump.close').display} to go back."
        if search := keys.key("go.search").display:
            empty = f"{empty} There {search} searches everything."
        self.choices.show([ListGroup("", tuple(self._matches))], keep, empty="…" if self._is_looking else empty)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list as the reader types."""
        message.stop()
        self._look_for(message.value)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Close with the chosen item."""
        message.stop()
        self.dismiss(self._matches.get(message.record))

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Moving in the list opens nothing."""
        message.stop()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Close with the highlighted item."""
        message.stop()
        self.action_choose()

    def action_move(self, step: int) -> None:
        """Move to another line of the list."""
        self.choices.action_move(step)

    def action_page(self, step: int) -> None:
        """Move a screen up or down in the list."""
        self.choices.action_page(step)

    def action_choose(self) -> None:
        """Close with the highlighted item; with the first one only once it is the best of all."""
        self._chooses_then = self._is_looking and self.choices.record in ("", "0")
        if not self._chooses_then:
            self.choices.action_choose()

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
