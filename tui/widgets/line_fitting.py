"""Which words and which remark the lines of a list have room for, so that lines of one sort look alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from tui.pages.list_line import ListLine
from tui.pages.page import Spans
from tui.render.wrap import cells
from tui.widgets.spans_to_segments import span_width

_WORDS_WIDTH = 24
"""The cells that the words of a record have at least, if they need them: a remark in dim words gives way to them."""
_YIELDING = ("dim", "cite")
_MARK_WIDTH = 4
"""The widest remark, in cells, that never gives way."""

_REMARKS = ("long", "whole", "brief", "least", "status")
"""The sorts of remarks that the rows of a list have, each needing less room; all but the first are of short names."""
_REMARK_OF: Final[dict[str, Callable[[ListLine], Spans]]] = {
    "brief": lambda line: line.brief_remark,
    "least": lambda line: line.least_remark,
    "status": lambda line: (*line.absent_mark, *line.status),
}
"""The remarks that stand beside short names."""
_MARGINS = 4
"""The cells of a line for the cursor, the mark, the blank after it, and that at the right edge."""

_SAMPLE_SIZE = 50
"""How many records are sampled to decide whether there is room for long remarks."""


class LineFitting:
    """Fits the lines of one list to its width. `lines` gives them from the first on; only some are asked for."""

    def __init__(self, lines: Callable[[], Iterable[ListLine]]) -> None:
        self._lines = lines
        self._remark_width = -1
        self._remarks = _REMARKS[0]
        self._words_width = -1
        self._has_whole_words = False
        self._names_width = -1
        self._has_names = False

    def forget(self) -> None:
        """Look at the lines again, because they have changed."""
        self._remark_width = self._words_width = self._names_width = -1

    def words_and_remark(self, line: ListLine, width: int, before: int) -> tuple[Spans, Spans]:
        """The words of a line after `before` cells, cut where they are too long, and what stands at their right."""
        if line.brief_spans and not self._words_fit(width):
            line = line._replace(spans=line.brief_spans)
        sort = self._remarks_shown(width) if line.long_remark or line.short_spans else ""
        if line.long_remark and sort == "long":
            return line.spans, line.long_remark
        if not line.short_spans:
            return line.spans, _beside_words(line, width - before - _MARGINS + 1)
        if sort in ("long", "whole"):
            return line.spans, line.remark
        remark = _REMARK_OF[sort](line)
        has_names = self._names_fit(width) and _fit(line.spans, remark, width)
        return (line.spans if has_names else line.short_spans), remark

    def _remarks_shown(self, width: int) -> str:
        """The longest sort of remarks that the first records have room for, so that all rows show the same sort."""
        if self._remark_width != width:
            self._remark_width = width
            self._remarks, *briefer = _REMARKS
            for line in self._sample():
                while briefer and not _has_room(line, self._remarks, width):
                    self._remarks = briefer.pop(0)
                if self._remarks != "long" and not line.short_spans:
                    break
        return self._remarks

    def _names_fit(self, width: int) -> bool:
        """Whether the first records have room for their whole names beside the sort of remarks that all rows show."""
        if self._names_width != width:
            self._names_width, sort = width, self._remarks_shown(width)
            named = (line for line in self._sample() if line.short_spans)
            self._has_names = all(_fit(line.spans, _REMARK_OF[sort](line), width) for line in named)
        return self._has_names

    def _words_fit(self, width: int) -> bool:
        """Whether the first records that can be told more briefly have room for their words."""
        if self._words_width != width:
            self._words_width = width
            briefer = (line for line in self._sample() if line.brief_spans)
            self._has_whole_words = all(_fit(line.spans, line.remark, width) for line in briefer)
        return self._has_whole_words

    def _sample(self) -> Iterable[ListLine]:
        return islice(self._lines(), _SAMPLE_SIZE)


def _has_room(line: ListLine, remarks: str, width: int) -> bool:
    if remarks == "long":
        return not line.long_remark or _fit(line.spans, line.long_remark, width)
    words, remark = (line.spans, line.remark) if remarks == "whole" else (line.short_spans, _REMARK_OF[remarks](line))
    return not line.short_spans or _fit(words, remark, width)


def _fit(words: Spans, remark: Spans, width: int) -> bool:
    """Whether the words of a line and what is at their right are whole in `width` cells, with a blank between."""
    return span_width(words) + span_width(remark) + 1 <= width - _MARGINS


def _beside_words(line: ListLine, room: int) -> Spans:
    """The remark of a line beside its words in `room` cells, or if it would cut them, its brief one.

    The words up to a match of the query come first, where the line has room for them at all.
    In that cites give way too. Without it the remark stays if it has a mark of sign, outcome or status, and gives way
    if it is dim words and cites.
    """
    words = min(span_width(line.spans), _WORDS_WIDTH)
    matched = _up_to_match(line.spans)
    words = max(words, matched) if matched <= room else words
    size = span_width(line.remark)
    cuts = size > _MARK_WIDTH and room - size - 2 < words
    if cuts and line.brief_remark:
        is_brief = room - span_width(line.brief_remark) - 2 >= words
        return line.brief_remark if is_brief else tuple(span for span in line.brief_remark if span.role != "cite")
    return () if cuts and all(span.role in _YIELDING for span in line.remark) else line.remark


def _up_to_match(words: Spans) -> int:
    """The cells of the words up to the end of the word with the first match, and of what shows a cut after it."""
    width, is_matched = 0, False
    for span in words:
        if is_matched and span.role != "match":
            rest = span.text.split(" ", 1)[0]
            return width + cells(rest) + (cells(span.text) > cells(rest))
        width += span_width((span,))
        is_matched = is_matched or span.role == "match"
    return width if is_matched else 0
