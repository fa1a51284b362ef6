"""The rows of the tour: the step that it is at, a line on it, and the keys that leave it out and end the tour."""

from typing import NamedTuple

from tui.pages.page import Span, Spans, joined
from tui.render.wrap import cells

_TITLE = "Tour"
_GAP = 2
"""The fewest blank cells between what stands side by side."""
_MOST = 100
"""The widest row, so that the keys are not far from the words."""


class TourText(NamedTuple):
    """What is shown: which step of how many it is, what it asks for and a line on that, or both in few words, the keys.

    The last key is the one that is left out last.
    """

    position: str
    words: Spans
    more: Spans
    brief: Spans
    keys: tuple[Spans, ...]


def tour_rows(text: TourText, width: int, height: int) -> list[Spans]:
    """One row, or two where there is the `height`; what does not fit into `width` cells gives way to few words.

    In a single row keys give way to these. The first span is the head.
    """
    width = min(width, _MOST)
    title = f"{_TITLE} {text.position}".rstrip()
    if height < 2:
        return [_single_row(text, title, width)]
    head = _head(title)
    room = width - 1 - _width(head)
    keys = next((keys for keys in _fewer(text) if _width(keys) <= room), ())
    more = text.more if _width(text.more) + _GAP + _width(keys) <= room else ()
    words = text.words if _width(text.words) <= room else text.brief
    return [(*head, *words), _between((Span(" " * _width(head)), *more), keys, width)]


def _single_row(text: TourText, title: str, width: int) -> Spans:
    forms = [(title, text.words, _fewer(text)[0])]
    forms += [(head, text.brief, keys) for keys in _fewer(text) for head in (title, text.position or title)]
    rows = [((*_head(head), *words), keys) for head, words, keys in forms]
    fitting = (row for row in rows if _width(row[0]) + (_GAP + _width(row[1]) if row[1] else 0) < width)
    return _between(*next(fitting, rows[-1]), width)


def _head(title: str) -> Spans:
    return Span(f" {title} ", "label"), Span(" ")


def _fewer(text: TourText) -> list[Spans]:
    """All keys, then without the first, and so on to none."""
    return [joined(text.keys[number:], " " * _GAP) for number in range(len(text.keys) + 1)]


def _between(left: Spans, right: Spans, width: int) -> Spans:
    return (*left, Span(" " * max(0, width - 1 - _width(left) - _width(right))), *right)


def _width(spans: Spans) -> int:
    return sum(cells(span.text) for span in spans)
