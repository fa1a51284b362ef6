"""What a list shows: groups of records under a heading, and one line for each record.

May not know which records these are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.pages.page import Span, Spans

if TYPE_CHECKING:
    from tui.dossier.timeline import Moment

_EVENTS = {"dated": "By date", "related": "By what came after what", "unplaced": "In no known order"}


class Item(NamedTuple):
    """A record in one line: a mark, the words, and a remark at the right, the long one where there is room."""

    mark: Span
    spans: Spans
    remark: Spans = ()
    long_remark: Spans = ()


class Group(NamedTuple):
    """Records under one heading (`""` for none)."""

    heading: str
    ids: tuple[str, ...]


def event_heading(moment: Moment) -> str:
    """The heading over an event: by what it is in its place."""
    return _EVENTS["dated" if moment.run == 0 else moment.placed]
