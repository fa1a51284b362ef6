"""A list of one line for each record, under headings. Keeps its cursor by id. Knows no dossier.

What a row shows is asked for when it is drawn, so a hundred thousand rows cost nothing until they are seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.keys import LIST, bindings
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Span
from tui.render.wrap import Links, cells, wrap
from tui.widgets.fitting import segments, span_width, spread
from tui.widgets.lines import LineView

_CURSOR = "▌"
"""Marks the row of the cursor, so that it is seen without colours too."""

_SAMPLE = 50
"""How many records tell whether there is room for long remarks."""


class _Heading(str):
    __slots__ = ()


class _End(_Heading):
    __slots__ = ()


class RecordList(LineView):
    """The list of a panel. `item` gives the line of a record; `empty` is shown when there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]
    ALLOW_SELECT = False
    DEFAULT_CSS = "RecordList { background: $surface; }"

    class Highlighted(Message):
        """The cursor has come to a record."""

        def __init__(self, record: str) -> None:
            super().__init__()
            self.record = record

    class Chosen(Message):
        """A record is to be opened."""

        def __init__(self, record: str) -> None:
            super().__init__()
            self.record = record

    def __init__(self, item: Callable[[str], ListLine], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.item = item
        self.empty = ""
        self._lines: list[str] = []
        self._rows: dict[str, int] = {}
        self._cursor = -1
        self._lit = False
        self._room_known_for = -1
        self._has_room = False

    @property
    def total(self) -> int:
        """How many lines there are, headings included."""
        return len(self._lines)

    @property
    def record(self) -> str:
        """The id of the record under the cursor, empty when there is none."""
        return self._lines[self._cursor] if self._cursor >= 0 else ""

    @property
    def records(self) -> list[str]:
        """Ids of all records, in the order shown."""
        return list(self._rows)

    def around(self) -> list[str]:
        """Ids of the records right after and right before the cursor."""
        found = []
        for step in (1, -1):
            row = self._cursor + step
            while 0 <= row < self.total and isinstance(self._lines[row], _Heading):
                row += step
            if 0 <= row < self.total:
                found.append(self._lines[row])
        return found

    def show(
        self,
        groups: Sequence[ListGroup],
        keep: str = "",
        top: int = 0,
        empty: str = "",
        end: str = "",
        *,
        reveal: bool = True,
    ) -> None:
        """Show these groups with the cursor on `keep`, or on the first record, and `end` as a last, quiet line.

        `top` is the line to begin at; with `reveal` the list is scrolled on as far as the cursor needs.
        """
        self.empty = empty
        self._lines = []
        for group in groups:
            if group.heading and group.ids:
                self._lines.append(_Heading(group.heading))
            self._lines.extend(group.ids)
        if end:
            self._lines.append(_End(end))
        self._rows = {name: row for row, name in enumerate(self._lines) if not isinstance(name, _Heading)}
        self._room_known_for = -1
        self._cursor = self._rows.get(keep, next(iter(self._rows.values()), -1))
        self.top = max(0, min(top, self.total - self.size.height))
        if reveal and self._cursor >= 0:
            self.reveal()
        self.repaint()

    def light(self, record: str) -> None:
        """Put the cursor on `record` without saying so, if it is listed."""
        row = self._rows.get(record)
        if row is not None:
            self._move_to(row, tell=False)

    def draw(self, index: int, width: int) -> list[Segment]:
        """A heading or a record, in at most `width` cells."""
        line = self._lines[index]
        if isinstance(line, _Heading):
            return segments((Span(f" {line}", "dim" if isinstance(line, _End) else "label"),), width, self.looks)
        over = self.looks.cursor(self._lit) if index == self._cursor else None
        item = self.item(line)
        left = (Span(_CURSOR if over is not None else " "), item.mark, Span(" "), *item.spans)
        remark = item.long_remark if item.long_remark and self._roomy(width) else item.remark
        found = spread(left, (*remark, Span(" ")) if remark else (), width, self.looks, over)
        if over is not None:
            found.append(Segment(" " * max(0, width - sum(cells(segment.text) for segment in found)), over))
        return found

    def _roomy(self, width: int) -> bool:
        """Whether the long remarks fit, so that all rows have the same kind; told by the first rows."""
        if self._room_known_for != width:
            self._room_known_for = width
            some = (self.item(name) for name in islice(self._rows, _SAMPLE))
            self._has_room = all(
                3 + span_width(one.spans) + span_width(one.long_remark) + 2 <= width for one in some if one.long_remark
            )
        return self._has_room

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """The words for an empty list."""
        if self._lines or index < 1:
            return []
        rows = wrap((Span(self.empty, "dim"),), width - 4, Links())
        words = "".join(piece.text for piece in rows[index - 1]) if index <= len(rows) else ""
        return segments((Span(f"  {words}", "dim"),), width, self.looks)

    def prepare(self) -> None:
        """Look up the focus once for all lines."""
        self._lit = self.has_focus

    @property
    def room(self) -> tuple[int, int]:
        """The height alone tells whether the cursor is in view."""
        return 1, self.size.height

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self._touch_cursor()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self._touch_cursor()

    def _touch_cursor(self) -> None:
        with self.changing(at_once=False):
            self.forget_lines(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """A click lights a record; a click on the lit one opens it."""
        index = self.top + event.y
        if event.x >= self.size.width - 1 or not 0 <= index < self.total or isinstance(self._lines[index], _Heading):
            return
        if index == self._cursor:
            self.action_choose()
        else:
            self._move_to(index)

    def action_move(self, step: int) -> None:
        """To the record before or after."""
        row = self._cursor + step
        while 0 <= row < self.total and isinstance(self._lines[row], _Heading):
            row += step
        if 0 <= row < self.total:
            self._move_to(row)
        elif step < 0:
            self.scroll_lines(0)

    def action_page(self, step: int) -> None:
        """A screen up or down."""
        row = max(0, min(self.total - 1, self._cursor + step * max(1, self.size.height - 1)))
        while 0 <= row < self.total and isinstance(self._lines[row], _Heading):
            row += step
        if not 0 <= row < self.total:
            self.action_edge(int(step > 0))
        else:
            self._move_to(row)

    def action_edge(self, last: int) -> None:
        """To the first or the last record."""
        rows = list(self._rows.values())
        if rows:
            self._move_to(rows[-1 if last else 0])

    def action_choose(self) -> None:
        """Open the record under the cursor."""
        if self.record:
            self.post_message(self.Chosen(self.record))

    def _move_to(self, row: int, *, tell: bool = True) -> None:
        if row == self._cursor:
            return
        with self.changing():
            self.forget_lines(self._cursor, row)
            self._cursor = row
            self.reveal()
        if tell:
            self.screen.post_message(self.Highlighted(self.record))  # nothing on the way there listens

    def reveal(self) -> None:
        """Bring the cursor into view, and with it the heading right above."""
        if not self.size.height:
            return
        if self._cursor > 0 and isinstance(self._lines[self._cursor - 1], _Heading):
            self.show_line(self._cursor - 1)
        self.show_line(self._cursor)
