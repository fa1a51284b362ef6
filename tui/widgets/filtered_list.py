"""A list with a filter field above it; filtering is left to the handler of `Filtered`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.css.query import NoMatches
from textual.getters import query_one
from textual.message import Message

from tui.pages.list_line import ListLine
from tui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.widgets.filter_field import Completion, FilterField


class FilteredList(Container):
    """A record list; the filter field is created when first needed and shown only while there is a filter."""

    BLANK = True  # nothing but background, which makes it cheap to draw
    records = query_one("#records", RecordList)

    class Filtered(Message):
        """The filter was changed by the reader."""

        def __init__(self, query: str) -> None:
            super().__init__()
            self.query = query

    class Dropped(Message):
        """The reader has left the field without keeping the filter."""

    def __init__(self, line_of: Callable[[str], ListLine], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._line_of = line_of
        self.complete: Callable[[str, int], Completion | None] = lambda _text, _cursor: None
        """What the word at the cursor may be completed to."""
        self._prompt = "filter"

    def compose(self) -> ComposeResult:
        """The list alone."""
        records = RecordList(self._line_of, id="records", shows_position=True)
        records.is_pane = True
        yield records

    def open_filter(self) -> None:
        """Let the reader type a filter."""
        field = self._ensure_field()
        field.display = True
        self.screen.set_focus(field, scroll_visible=False)

    def end_typing(self) -> None:
        """Go to the list if the reader is typing a filter."""
        if self.is_typing:
            self.screen.set_focus(self.records, scroll_visible=False)

    @property
    def is_typing(self) -> bool:
        """Whether the reader is typing a filter."""
        field = self._field()
        return field is not None and field.has_focus

    def show_filter(self, query: str, note: str = "", prompt: str = "filter") -> None:
        """Show that `query` filters the list, without a message, and `note` beside it; `prompt` while it is empty.

        While the reader types the text of the field is theirs: by the time that its list is shown it may be longer.
        """
        self._prompt = prompt
        field = self._field()
        if field is None:
            if not query:
                return
            field = self._ensure_field()
        if field.value != query and not field.has_focus:
            with self.prevent(_input_changed()):
                field.value = query
        field.show_note(note)
        field.placeholder = prompt
        field.display = bool(query) or field.has_focus

    def show_note(self, note: str) -> None:
        """Show another `note` beside the filter."""
        if (field := self._field()) is not None:
            field.show_note(note)

    def hide_empty_filter(self) -> None:
        """Hide the field if it was left without a filter."""
        field = self._field()
        if field is not None:
            field.display = bool(field.value) or field.has_focus

    def _field(self) -> FilterField | None:
        try:
            return self.query_one("#filter")  # type: ignore[return-value]
        except NoMatches:
            return None

    def _ensure_field(self) -> FilterField:
        field = self._field()
        if field is None:
            from tui.widgets.filter_field import FilterField

            field = FilterField(self._prompt, lambda text, cursor: self.complete(text, cursor))
            self.mount(field, before=0)
        return field

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter as the reader types."""
        message.stop()
        self.post_message(self.Filtered(message.value))

    def on_filter_field_left(self, message: FilterField.Left) -> None:
        """Return to the list with the filter, or without it."""
        message.stop()
        field = self._ensure_field()
        self.screen.set_focus(self.records, scroll_visible=False)
        if message.dropped:
            self.post_message(self.Dropped())
        field.display = bool(field.value)


def _input_changed() -> type[Input.Changed]:
    from textual.widgets import Input

    return Input.Changed
