"""What a list displays: groups of records under a heading, and one line for each record."""

from __future__ import annotations

from typing import NamedTuple

from tui.pages.page import Span, Spans
from tui.pages.truncation import brief, briefly

_PART_LENGTH = 400
"""The most characters of each part of a line: more than fits on any screen."""


class ListLine(NamedTuple):
    """A record in one line: a mark, the words, and a remark at the right, the long one where there is room.

    A `brief_remark` takes the place of one that would cut the words. A `bar` stands before the remark in a wide list,
    on each line that has room for it.
    """

    mark: Span
    spans: Spans
    remark: Spans = ()
    long_remark: Spans = ()
    brief_remark: Spans = ()
    bar: Spans = ()


class ListGroup(NamedTuple):
    """Records under one heading (`""` for none)."""

    heading: str
    ids: tuple[str, ...]


def one_line(text: str) -> str:
    """A text joined into one line for a list; of a long one the beginning, with a mark."""
    return brief(" ".join(text[: 2 * _PART_LENGTH].split()), _PART_LENGTH)


def truncated(line: ListLine) -> ListLine:
    """`line` with each part cut to the length that a list displays, however long a field is."""
    return ListLine(line.mark, *(briefly(part, _PART_LENGTH) for part in line[1:]))
