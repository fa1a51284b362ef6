"""The line in which a filter is typed. It is there only while there is a filter. Knows no dossier."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterBar(Input):
    """A one-line field. Enter keeps the filter, escape drops it, down goes to the list."""

    DEFAULT_CSS = """
    FilterBar, FilterBar:focus {
        height: 1; width: 100%; border: none; padding: 0 1; background: $panel; color: $foreground;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(True)", "Drop", show=False),
        Binding("down,enter", "leave(False)", "Keep", show=False),
    ]

    class Left(Message):
        """The field was left; `dropped` when the filter is to go."""

        def __init__(self, dropped: bool) -> None:
            super().__init__()
            self.dropped = dropped

    def __init__(self) -> None:
        super().__init__(placeholder="filter", compact=True, select_on_focus=False, id="filter", max_length=200)
        self.cursor_blink = False

    def action_leave(self, dropped: bool) -> None:
        """Leave the field."""
        self.post_message(self.Left(dropped))
