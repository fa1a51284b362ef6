"""What a list shows: groups of records under a heading, and one line for each record.

May not know which records these are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.pages.page import Span, Spans
from tui.pages.truncation import briefly

if TYPE_CHECKING:
    from tui.dossier.timeline import Moment

_EVENTS = {"dated": "By date", "related": "By what came after what", "unplaced": "In no known order"}

_MOST = 400
"""The most characters of each part of a line: more than any screen is wide enough for."""


class ListLine(NamedTuple):
    """A record in one line: a mark, the words, and a remark at the right, the long one where there is room."""

    mark: Span
    spans: Spans
    remark: Spans = ()
    long_remark: Spans = ()


class ListGroup(NamedTuple):
    """Records under one heading (`""` for none)."""

    heading: str
    ids: tuple[str, ...]


def event_heading(moment: Moment) -> str:
    """The heading over an event: by what it is in its place."""
    return _EVENTS["dated" if moment.run == 0 else moment.placed]


def truncated(item: ListLine) -> ListLine:
    """An item with no more words in each of its parts than a line may hold, however long a field is."""
    spans, remark, long_remark = (briefly(part, _MOST) for part in (item.spans, item.remark, item.long_remark))
    return ListLine(item.mark, spans, remark, long_remark)
