"""A list with one line for each record, under headings; its cursor follows the record's id.

A line is built only when it is drawn, so a hundred thousand rows cost nothing until they are seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message

from tui.key_groups import bindings
from tui.keys import LIST
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Role, Span, Spans
from tui.render.wrap import Links, wrap
from tui.widgets.line_fitting import LineFitting
from tui.widgets.line_widget import LineWidget, fixed_index
from tui.widgets.page.matches import FindMatches, marked
from tui.widgets.spans_to_segments import justify, segment_width, span_width, spans_to_segments

if TYPE_CHECKING:
    from tui.pages.lists.list_strip import ListStrip
    from tui.render.list_strip import DrawnStrip

_CURSOR = "▌"
"""Marks the row of the cursor, so that it can be seen without colours."""

_BAR_WIDTH = 40
"""The least width of a list, in cells, in which there are bars."""

_POSITION_HEIGHT = 6
"""The least height of a list, in cells, of which the last says where the cursor is."""

_STRIP_WIDTH = 20
"""The least width of a list, in cells, over which there is a strip."""
_STRIP_LINES = {16: 3, 28: 4}
"""The least heights of such a list, and the lines of its strip: of these one is above and one is below the bars."""


class _Heading(str):
    __slots__ = ()


class _Footer(_Heading):
    __slots__ = ()


class RecordList(LineWidget):
    """The list of a panel. `line_of` gives the line of a record; `empty` is shown when there are no records.

    With `shows_position` a line below says where the cursor is, `3/30`, and by what the list is sorted.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]
    ALLOW_SELECT = False
    DEFAULT_CSS = "RecordList { background: $surface; }"

    class Highlighted(Message):
        """The cursor was moved to a record."""

        def __init__(self, record: str) -> None:
            super().__init__()
            self.record = record

    class Chosen(Message):
        """A record was chosen to be opened."""

        def __init__(self, record: str) -> None:
            super().__init__()
            self.record = record

    def __init__(
        self, line_of: Callable[[str], ListLine], *, id: str | None = None, shows_position: bool = False
    ) -> None:
        super().__init__(id=id)
        self.line_of = line_of
        self.empty = ""
        self._shows_position = shows_position
        self._order = ""
        self._time_strip: ListStrip | None = None
        self._drawn_strip: tuple[tuple[int, int], DrawnStrip] | None = None
        self._rows: list[str] = []
        self._uncounted: list[int] = []
        self._row_of: dict[str, int] = {}
        self._branches: dict[str, str] = {}
        self._heading_roles: dict[str, Role] = {}
        self._cursor = -1
        self._is_as_left = False
        self._terminal = Size(0, 0)
        self._matches: FindMatches | None = None
        self._fitting = LineFitting(lambda: map(self.line_of, self._row_of))

    @property
    def total(self) -> int:
        """How many rows there are, headings included."""
        return len(self._rows)

    @property
    def record(self) -> str:
        """The id of the record under the cursor, empty when there is none."""
        return self._rows[self._cursor] if self._cursor >= 0 else ""

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor is in view; it is not after the list was scrolled away from it."""
        return self._cursor < 0 or self.top <= self._cursor < self.top + max(1, self.visible_height)

    @property
    def count(self) -> int:
        """How many records and views there are."""
        return len(self._row_of)

    @property
    def listed(self) -> int:
        """How many records there are beside the views that head them."""
        return self.total - len(self._uncounted)

    @property
    def records(self) -> list[str]:
        """The ids of all records in their order."""
        return list(self._row_of)

    @property
    def strip_rows(self) -> list[Spans]:
        """The rows of the strip over the list, empty when there is none."""
        drawn = self._strip_in(self.area.width) if self.header_height else None
        return [drawn.row(number, self.record) for number in range(self.header_height)] if drawn is not None else []

    def neighbours(self) -> list[str]:
        """The ids of the records right after and right before the cursor."""
        rows = (self._next_record_row(self._cursor + step, step) for step in (1, -1))
        return [self._rows[row] for row in rows if row >= 0]

    def show(
        self,
        groups: Sequence[ListGroup],
        keep: str = "",
        top: int = 0,
        empty: str = "",
        footer: str = "",
        order: str = "",
        *,
        reveal: bool = True,
        matches: FindMatches | None = None,
        strip: ListStrip | None = None,
    ) -> None:
        """Show `groups` with the cursor on `keep`, or on the first record, and a dim `footer` as the last line.

        `order` says by what they are sorted, or by what their bars are to be compared. What `matches` finds in the
        headings is marked. A `strip` stands over the list where there is room for it.

        `top` is the first line in view; with `reveal` the list then scrolls as far as needed to show the cursor.
        Without it the list is as it was left, in whatever size it will have in this terminal.
        """
        self.empty = empty
        self._matches = matches
        self._rows, self._row_of, self._uncounted = [], {}, []
        self._branches = {}
        self._heading_roles = {}
        for heading, ids, branches, role in groups:
            self._branches |= branches
            if heading and ids:
                self._uncounted.append(len(self._rows))
                self._heading_roles[heading] = role
                self._rows.append(_Heading(heading))
            if branches:
                self._add_trees(ids)
                continue
            rows = range(len(self._rows), len(self._rows) + len(ids))
            self._row_of.update(zip(ids, rows, strict=True))
            if ids and ids[0].endswith(":"):  # views of the whole are no members of the list
                self._uncounted.extend(rows)
            self._rows.extend(ids)
        if footer:
            self._uncounted.append(len(self._rows))
            self._rows.append(_Footer(footer))
        self._order = order
        self._time_strip, self._drawn_strip = strip, None
        self._fit_fixed()
        self._fitting.forget()
        self._cursor = self._row_of.get(keep, next(iter(self._row_of.values()), -1))
        self.top = max(0, min(top, self.total - self.visible_height))
        self.choose_top(top)
        self._is_as_left, self._terminal = not reveal, self.app.size
        self.redraw()
        if reveal and not self.shows_cursor:
            self._reveal_cursor()

    def _add_trees(self, ids: Sequence[str]) -> None:
        """Add records of which each that begins a tree stands apart from the one above it."""
        for place, name in enumerate(ids):
            if place and not self._branches.get(name):
                self._uncounted.append(len(self._rows))
                self._rows.append(_Heading())
            self._row_of[name] = len(self._rows)
            self._rows.append(name)

    # Drawing

    def redraw_lines(self) -> None:
        """Draw every line anew, because what `line_of` returns has changed."""
        self._fitting.forget()
        self.redraw()

    def draw(self, index: int, width: int) -> list[Segment]:
        """A heading or a record."""
        row = self._rows[index]
        if isinstance(row, _Heading):
            return self._draw_heading(row, width)
        cursor = self.role_styles.cursor(self.has_focus) if index == self._cursor else None
        line, before = self.line_of(row), self._lines_before(row)
        spans, remark = self._fitting.words_and_remark(line, width, span_width(before))
        left = (Span(" " if cursor is None else _CURSOR), line.mark_under_heading, Span(" "), *before, *spans)
        if line.bar and width >= _BAR_WIDTH and span_width((*left, *line.bar, *remark)) + 3 <= width:
            remark = (*line.bar, *remark)
        if remark:
            segments = justify(left, (*remark, Span(" ")), width, self.role_styles, cursor, keep=not self.has_focus)
        else:
            segments = spans_to_segments(left, width - 1, self.role_styles, cursor, keep=not self.has_focus)
        if cursor is not None:
            segments.append(Segment(" " * max(0, width - segment_width(segments)), cursor))
        return segments

    def _lines_before(self, name: str) -> Spans:
        """The lines that join a record to what it comes after."""
        return (Span(lines, "axis"),) if (lines := self._branches.get(name)) else ()

    def _draw_heading(self, row: _Heading, width: int) -> list[Segment]:
        role = "dim" if isinstance(row, _Footer) else self._heading_roles.get(row, "label")
        style = self.role_styles.style(role)
        segments = spans_to_segments((Span(f" {row}"),), width - 1, self.role_styles, style)
        if self._matches is None:
            return segments
        pieces = [(segment.text, style) for segment in segments]
        columns = self._matches("".join(text for text, _ in pieces))
        return [Segment(*piece) for piece in marked(pieces, columns, self.role_styles.match)]

    def draw_fixed(self, number: int, width: int) -> list[Segment]:
        """The strip over the list; below where the cursor is, and at the right by what the list is sorted."""
        if number < self.header_height and (drawn := self._strip_in(width)) is not None:
            return spans_to_segments((Span(" "), *drawn.row(number, self.record)), width, self.role_styles)
        left = (Span(f" {self.position}", "dim"),)
        right = (Span(f"{self._order} ", "dim"),) if self._order else ()
        return justify(left, right, width, self.role_styles)

    @property
    def position(self) -> str:
        """Where the cursor is among the records: `3/30`, or `–/30` on a view that heads them."""
        before = bisect_left(self._uncounted, self._cursor)
        counted = self._cursor >= 0 and self._uncounted[before : before + 1] != [self._cursor]
        at = f"{self._cursor - before + 1:,}" if counted else "–"
        return f"{at}/{self.listed:,}"

    def _strip_in(self, width: int) -> DrawnStrip | None:
        """The strip in so many cells, of which the first and the last are blank."""
        if self._time_strip is None:
            return None
        size = width, self.header_height
        if self._drawn_strip is None or self._drawn_strip[0] != size:
            from tui.render.list_strip import DrawnStrip

            self._drawn_strip = size, DrawnStrip(self._time_strip, width - 2, self.header_height - 2)
        return self._drawn_strip[1]

    def _fit_fixed(self) -> None:
        """Keep lines for the strip and for the position where there are records, and where there is room."""
        has_strip = self._time_strip is not None and self.area.width >= _STRIP_WIDTH and bool(self._row_of)
        lines = (lines for least, lines in _STRIP_LINES.items() if self.area.height >= least)
        self.header_height = max(lines, default=0) if has_strip else 0
        self.footer_height = int(self._shows_position and self.area.height >= _POSITION_HEIGHT and self.listed > 0)

    def draw_beyond(self, index: int, width: int) -> list[Segment]:
        """The text of an empty list."""
        if self._rows or index < 1:
            return []
        wrapped = wrap((Span(self.empty, "dim"),), width - 4, Links())
        text = "".join(piece.text for piece in wrapped[index - 1]) if index <= len(wrapped) else ""
        return spans_to_segments((Span(f"  {text}", "dim"),), width, self.role_styles)

    def resized(self, previous: Size) -> None:
        """Keep the cursor in view where it was. In the same terminal the list goes back to its line when it can."""
        shown = previous.height - self.header_height - self.footer_height
        was_in_view = not previous.height or self.top <= self._cursor < self.top + max(1, shown)
        is_same_terminal = self._terminal == self.app.size
        self._fit_fixed()
        self.top = self._clamped(self.chosen_top)
        if was_in_view and not (is_same_terminal and self._is_as_left) and not self.shows_cursor:
            self._reveal_cursor()
        if not is_same_terminal:
            self._terminal, self._is_as_left = self.app.size, False
            self.choose_top(self.top)

    def on_focus(self) -> None:
        """Show the cursor as focused."""
        self._refresh_cursor()

    def on_blur(self) -> None:
        """Show the cursor as not focused."""
        self._refresh_cursor()

    def _refresh_cursor(self) -> None:
        with self.updating():
            self.forget_lines(self._cursor)

    # Moving

    def on_click(self, event: events.Click) -> None:
        """Highlight a record, or the first one of a bar; a click on the highlighted one opens it."""
        if event.y < self.header_height:
            self._move_to_bar(event.x)
            return
        line = event.y - self.header_height
        row = self.top + line
        on_record = 0 <= row < self.total and not isinstance(self._rows[row], _Heading)
        if event.x >= self.area.width - 1 or line >= self.visible_height or not on_record:
            return
        if row == self._cursor:
            self.action_choose()
        else:
            self._move_to(row)

    def _move_to_bar(self, x: int) -> None:
        drawn = self._strip_in(self.area.width)
        row = self._row_of.get(drawn.first_at(x - 1, self._row_of), -1) if drawn is not None else -1
        if row >= 0:
            self._move_to(row)

    def action_move(self, step: int) -> None:
        """Move to the next or previous record."""
        row = self._next_record_row(self._cursor + step, step)
        if row >= 0:
            self._move_to(row)
        elif step < 0:
            self.scroll_to_line(0)

    def action_page(self, step: int) -> None:
        """Move a screen up or down."""
        row = max(0, min(self.total - 1, self._cursor + step * max(1, self.visible_height - 1)))
        row = self._next_record_row(row, step)
        if row >= 0:
            self._move_to(row)
        else:
            self.action_edge(int(step > 0))

    def action_edge(self, last: int) -> None:
        """Move to the first or the last record."""
        rows = list(self._row_of.values())
        if rows:
            self._move_to(rows[-1 if last else 0])

    def action_choose(self) -> None:
        """Open the record under the cursor."""
        if self.record:
            self.post_message(self.Chosen(self.record))

    def _next_record_row(self, row: int, step: int) -> int:
        """The first row from `row` on in the direction of `step` that is a record; -1 when there is none."""
        while 0 <= row < self.total:
            if not isinstance(self._rows[row], _Heading):
                return row
            row += step
        return -1

    def _move_to(self, row: int) -> None:
        if row == self._cursor:
            return
        with self.updating():
            self.forget_lines(self._cursor, row, *map(fixed_index, range(self.header_height + self.footer_height)))
            self._cursor = row
            self._reveal_cursor()
            self.choose_top(self.top)
            self._is_as_left = False
        # Sent to the screen directly: no widget in between handles it, and each would cost a turn of the event loop.
        self.screen.post_message(self.Highlighted(self.record))

    def _reveal_cursor(self) -> None:
        """Scroll the cursor into view, and with it the heading right above."""
        if self._cursor < 0 or not self.area.height:
            return
        if self._cursor > 0 and isinstance(self._rows[self._cursor - 1], _Heading):
            self.reveal_line(self._cursor - 1)
        self.reveal_line(self._cursor)
