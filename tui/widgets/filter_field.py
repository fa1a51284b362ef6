"""The line in which a filter is typed; it is there only while there is a filter."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.key_groups import bindings
from tui.keys import FILTER
from tui.widgets.text_field import TextField


class FilterField(TextField):
    """A one-line field with keys to keep the filter or drop it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER)]

    class Left(Message):
        """The field was left; `dropped` when the filter is to be dropped."""

        def __init__(self, dropped: bool) -> None:
            super().__init__()
            self.dropped = dropped

    def __init__(self) -> None:
        super().__init__("/", "filter", id="filter")

    def action_leave(self, dropped: bool) -> None:
        """Leave the field."""
        self.post_message(self.Left(dropped))
