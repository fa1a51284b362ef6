"""The strip over the list of events: how many of those listed there are when, and where each of them is in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event
from tui.dossier.values.dates import short_date
from tui.pages.list_line import ListGroup
from tui.pages.timeline_blocks import Dated
from tui.pages.views.date_strip import Months, event_months, events_strip


class ListStrip(NamedTuple):
    """How much of a list there is at which time.

    `dates` are those of everything that can be listed, from which the bars are made, so that they stay where they are
    while the list is narrowed; `listed` are the same dates with the numbers of what is listed. `months`: id -> when.
    `noun` is one of them.
    """

    dossier: Dossier
    dates: tuple[Dated, ...]
    listed: tuple[Dated, ...]
    months: Mapping[str, Months | None]
    noun: str

    def words(self, name: str) -> str:
        """The date of a record in few words; empty for what is no event."""
        event = self.dossier.find(Event, name)
        if event is None:
            return ""
        return short_date(event.date, lasting=True) if event.date is not None else "undated"


def list_strip(dossier: Dossier, groups: Sequence[ListGroup]) -> ListStrip | None:
    """The strip over the list of events; None where too few of the dossier are dated."""
    if (whole := events_strip(dossier)) is None:
        return None
    months = event_months(dossier)
    listed_ids = [group.ids for group in groups if group.ids and not group.ids[0].endswith(":")]
    if sum(map(len, listed_ids)) == len(dossier.tables[Event.TABLE]):
        return ListStrip(dossier, whole.dates, whole.dates, months, whole.noun)
    counts = Counter(map(months.get, chain.from_iterable(listed_ids)))
    listed = tuple(date._replace(number=counts[date.first, date.last]) for date in whole.dates)
    return ListStrip(dossier, whole.dates, listed, months, whole.noun)
