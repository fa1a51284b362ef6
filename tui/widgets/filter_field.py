"""The line in which a filter is typed; it is there only while there is a filter."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.message import Message

from tui.key_groups import bindings
from tui.keys import FILTER
from tui.widgets.text_field import TextField


class Completion(Protocol):
    """What a part of the text may be replaced by: from `start` to `end`, each of `choices`."""

    @property
    def start(self) -> int:
        """Where the part begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What it may become, the nearest first."""


class FilterField(TextField):
    """A one-line field with keys to keep the filter, to drop it and to complete what is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER)]

    class Left(Message):
        """The field was left; `dropped` when the filter is to be dropped."""

        def __init__(self, dropped: bool) -> None:
            super().__init__()
            self.dropped = dropped

    def __init__(self, prompt: str, complete: Callable[[str, int], Completion | None]) -> None:
        super().__init__("/", prompt, id="filter")
        self._complete = complete
        self._completed: tuple[Completion, int, str] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is something to complete; where there is not, the key does what it does elsewhere."""
        return action != "complete" or self._next_completion() is not None

    def _next_completion(self) -> tuple[Completion, int] | None:
        """A completion and the number of the next of its choices; of the same part as before, if it was not changed."""
        if self._completed is not None and self._completed[2] == self.value:
            completion, number, _ = self._completed
            choices = len(completion.choices)
            return (completion, (number + 1) % choices) if choices > 1 else None
        found = self._complete(self.value, self.cursor_position)
        return (found, 0) if found is not None and found.choices else None

    def action_complete(self) -> None:
        """Complete the word at the cursor; pressed again, to the next choice."""
        if (found := self._next_completion()) is None:
            return
        completion, number = found
        end = completion.end
        if self._completed is not None and self._completed[2] == self.value:
            end = completion.start + len(completion.choices[self._completed[1]])
        choice = completion.choices[number]
        self.replace(choice, completion.start, end)
        self.cursor_position = completion.start + len(choice)
        self._completed = completion, number, self.value

    def action_leave(self, dropped: bool) -> None:
        """Leave the field."""
        self.post_message(self.Left(dropped))
