"""What a list displays: groups of records under a heading, and one line for each record."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tui.pages.page import Role, Span, Spans
from tui.pages.truncation import brief, briefly

_PART_LENGTH = 400
"""The most characters of each part of a line: more than fits on any screen."""


class ListLine(NamedTuple):
    """A record in one line: a mark, the words, and a remark at the right, the long one where there is room.

    A `brief_remark` takes the place of one that would cut the words, `brief_spans` that of words which would be cut. A
    `bar` stands before the remark in a wide list, on each line that has room for it. `mark_is_told`: the heading over
    the record says what the mark means.

    The lines of a list that have `short_spans`, the words with short names, have remarks of one sort: the remark where
    all have room for it; else the brief one, beside short names in all rows where one needs them; else that with the
    `absent_mark` in place of the words that it begins with, which say that the record is not there; else only mark and
    status.
    """

    mark: Span
    spans: Spans
    remark: Spans = ()
    long_remark: Spans = ()
    brief_remark: Spans = ()
    bar: Spans = ()
    mark_is_told: bool = False
    brief_spans: Spans = ()
    short_spans: Spans = ()
    absent_mark: Spans = ()

    @property
    def parts(self) -> tuple[Spans, ...]:
        """Everything but the mark."""
        return (self.spans, self.remark, self.long_remark, self.brief_remark, self.bar, self.brief_spans)

    @property
    def mark_under_heading(self) -> Span:
        """The mark as it is in a list with headings."""
        return Span(" ") if self.mark_is_told else self.mark

    @property
    def least_remark(self) -> Spans:
        """The brief remark with the mark of what is not there, if it is not."""
        return (*self.absent_mark, *self.brief_remark[1:]) if self.absent_mark else self.brief_remark

    @property
    def status(self) -> Spans:
        """The status that its remark ends with; empty if it has none there."""
        return self.remark[-1:] if self.remark and self.remark[-1].role.startswith("status-") else ()


NO_BRANCHES: Mapping[str, str] = MappingProxyType({})
"""Those of records that are not listed as trees."""


class ListGroup(NamedTuple):
    """Records under one heading (`""` for none).

    `branches`: id -> the lines that join it to what it comes after, empty where a tree begins, which stands apart.
    `role` is that of the heading: one that is a name looks like it.
    """

    heading: str
    ids: tuple[str, ...]
    branches: Mapping[str, str] = NO_BRANCHES
    role: Role = "label"


def one_line(text: str) -> str:
    """A text joined into one line for a list; of a long one the beginning, with a mark."""
    return brief(" ".join(text[: 2 * _PART_LENGTH].split()), _PART_LENGTH)


def truncated(line: ListLine) -> ListLine:
    """`line` with each part cut to the length that a list displays, however long a field is."""
    spans, remark, long_remark, brief_remark, bar, brief_spans = (briefly(part, _PART_LENGTH) for part in line.parts)
    kept = line._replace(spans=spans, remark=remark, long_remark=long_remark)
    return kept._replace(brief_remark=brief_remark, bar=bar, brief_spans=brief_spans)
