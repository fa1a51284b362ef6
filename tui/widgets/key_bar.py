"""The bar of keys at the bottom of a screen, where everything is said that the program has to say for a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.timer import Timer

from tui.pages.page import Role, Span, Spans
from tui.pages.work import Work, work_spans
from tui.render.wrap import Links, cells, wrap
from tui.theme import RoleStyles
from tui.widgets.bars import Bar, BarItem, whole_items
from tui.widgets.spans_to_segments import spans_to_segments

_ROWS_LEFT: Final = 3
"""The rows of the terminal that the longest notice leaves to what is above it, where there are as many."""
_LEAST_KEYS: Final = 3
"""The fewest keys that are left beside a filter or a moment."""
_FRAME: Final = 0.25
"""Seconds between two pictures of work of which nobody knows how much there is."""


class KeyBar(Bar):
    """A bar of keys with a notice or the progress of long work at its right end.

    Keys give way to both from the right, each with its label, as they do where the bar is narrow: none stands without
    its label. A notice that is too long for a row takes the place of all keys, and the bar grows by the rows it needs,
    so that it hides nothing of what is above. Nothing is left of it when it ends.
    """

    DEFAULT_CSS = "KeyBar { height: auto; }"
    _drops_items = True

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.notice = ""
        """What is said at present."""
        self._mark: Spans = ()
        self._timer: Timer | None = None
        self._work: dict[str, Work] = {}
        self._clock: Timer | None = None
        self._frame = 0

    # What is said

    def say(self, notice: str, mark: Spans = (), seconds: float | None = None) -> None:
        """Say something after a `mark` in place of what was said before, for some seconds or until `unsay`."""
        self._put(notice.strip(), mark)
        if seconds is not None:
            self._timer = self.set_timer(seconds, self.unsay)

    def unsay(self) -> None:
        """Show the keys again."""
        self._put("", ())

    def _put(self, notice: str, mark: Spans) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if (notice, mark) != (self.notice, self._mark):
            self.notice, self._mark = notice, mark
            self.set_class(bool(notice), "-says")
            rows = len(self._notice_rows(self.size.width))
            self.screen.set_class(rows > 1, "-long-notice")
            self.refresh(layout=rows != self.size.height)

    # Work

    def show_work(self, subject: str, work: Work | None) -> None:
        """Show how far the work at a subject is until it is done (None); of several that which began last."""
        if work is None:
            if self._work.pop(subject, None) is None:
                return
        else:
            self._work[subject] = work
        is_moving = any(each.share is None for each in self._work.values())
        if is_moving and self._clock is None:
            self._clock = self.set_interval(_FRAME, self._move)
        elif not is_moving and self._clock is not None:
            self._clock.stop()
            self._clock = None
        self.refresh()

    def _move(self) -> None:
        self._frame += 1
        self.refresh()

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row, or as many as the notice needs."""
        return len(self._notice_rows(width))

    def _notice_rows(self, width: int) -> Sequence[Spans]:
        """The notice row by row, the last of which is cut where the terminal has too few; one row without a notice."""
        spans = (*self._mark, Span(self.notice, "strong"))
        room = max(1, width - 2)
        if not self.notice or ("\n" not in self.notice and sum(cells(span.text) for span in spans) <= room):
            return (spans,)
        rows = [tuple(Span(piece.text, cast(Role, piece.role)) for piece in row) for row in wrap(spans, room, Links())]
        most = max(1, self.app.size.height - _ROWS_LEFT)
        if len(rows) > most:
            last = " ".join("".join(span.text for span in row) for row in rows[most - 1 :])
            rows[most - 1 :] = [(Span(last, "strong"),)]
        return rows

    def _at_the_right(self) -> tuple[Spans, bool]:
        if self.notice:
            return self._notice_rows(self.size.width)[0], True
        if self._work:
            work = next(reversed(self._work.values()))
            return work_spans(work, self.size.width // 2, self._frame), True
        return super()._at_the_right()

    def _placed(self) -> Iterator[tuple[BarItem, str]]:
        if len(self._notice_rows(self.size.width)) > 1:
            return iter(())
        return super()._placed()

    def _fit(self, width: int, *, is_sure: bool = False) -> list[BarItem]:
        beside = width < self.size.width and not is_sure
        return whole_items(self.items, width, _LEAST_KEYS if beside else 0)

    def render_line(self, y: int) -> Strip:
        """The keys and what is at their right, or a row of the notice."""
        width = self.size.width
        rows = self._notice_rows(width)
        if len(rows) == 1 and y == 0:
            return super().render_line(y)
        styles = RoleStyles(self.app, self.background_colors[1])
        row = rows[y] if y < len(rows) else ()
        segments = [Segment(" ", styles.blank), *spans_to_segments(row, width - 2, styles)]
        return Strip(segments).adjust_cell_length(max(0, width), styles.blank)
