"""An app that shows one widget and writes down what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from tui import theme
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Span
from tui.terminal.app import TerminalApp
from tui.widgets.bars import Bar
from tui.widgets.filter_field import FilterField
from tui.widgets.matrix.sign_matrix import SignMatrix
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList


class Host(TerminalApp):
    """Shows the widget that `make` makes. `said` holds its messages, the oldest first."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, make: Callable[[], Widget], *more: Callable[[], Widget]) -> None:
        super().__init__()
        self._make = (make, *more)
        self.said: list[Message] = []
        for one in theme.THEMES:
            self.register_theme(one)
        self.theme = theme.DARK.name

    def get_css_variables(self) -> dict[str, str]:
        return theme.with_tokens(super().get_css_variables())

    def compose(self) -> ComposeResult:
        for make in self._make:
            yield make()

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        self.said.append(message)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        self.said.append(message)

    def on_page_view_followed(self, message: PageView.Followed) -> None:
        self.said.append(message)

    def on_page_view_link_selected(self, message: PageView.LinkSelected) -> None:
        self.said.append(message)

    def on_bar_pressed(self, message: Bar.Pressed) -> None:
        self.said.append(message)

    def on_sign_matrix_followed(self, message: SignMatrix.Followed) -> None:
        self.said.append(message)

    def on_sign_matrix_cell_selected(self, message: SignMatrix.CellSelected) -> None:
        self.said.append(message)

    def on_filter_field_left(self, message: FilterField.Left) -> None:
        self.said.append(message)

    def take(self, kind: type[Message]) -> list[Message]:
        """What was said of one kind since the last time."""
        found = [message for message in self.said if isinstance(message, kind)]
        self.said = [message for message in self.said if not isinstance(message, kind)]
        return found


class Records:
    """Makes the item of a record out of its id, and counts how often it is asked."""

    def __init__(self, remark: str = "", long_remark: str = "", bar: str = "") -> None:
        self.asked = 0
        self._remark = (Span(remark, "dim"),) if remark else ()
        self._long_remark = (Span(long_remark, "dim"),) if long_remark else ()
        self._bar = (Span(bar),) if bar else ()

    def __call__(self, name: str) -> ListLine:
        self.asked += 1
        return ListLine(Span("·"), (Span(name),), self._remark, self._long_remark, bar=self._bar)


def names(count: int, prefix: str = "record") -> tuple[str, ...]:
    return tuple(f"{prefix} {number}" for number in range(1, count + 1))


def grouped() -> list[ListGroup]:
    """Two headings with three and two records."""
    return [ListGroup("States", ("Armenia", "Azerbaijan", "Russia")), ListGroup("People", ("Hasanov", "Minasyan"))]


def words(lines: list[str]) -> Iterator[str]:
    """Lines without the margin, the scroll bar and blanks."""
    for line in lines:
        yield line.rstrip("┃│ ").strip()
