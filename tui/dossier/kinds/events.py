"""Events: what happened, or was said to have happened."""

from __future__ import annotations

from tui.dossier.kinds.kind import ACTORS, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import DateText, Record, Refs, Text
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import Status


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, or is said to have happened."""

    TABLE = "events"
    title: Text
    cite: Cites
    date: Date | None = None
    date_text: DateText = Safe("")
    kind: Safe = Safe("")
    actors: Refs = ()
    place: Safe = Safe("")
    after: Refs = ()
    status: Status = "reported"
    by: Refs = ()
    denied_by: Refs = ()


KIND = Kind(
    record_type=Event,
    order=60,
    singular="event",
    plural="events",
    title="Events",
    name=lambda event, _: event.title,
    references=(
        Reference("actors", ACTORS, "events"),
        Reference("after", frozenset({"events"}), "followed-by", acyclic=True),
        *STATED_BY,
    ),
    subjects=lambda event: event.actors,
)
