"""Events: what happened, or was said to have happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.date_checks import begins_after, dated, printed
from tui.dossier.kinds.kind import ACTORS, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import By, Cited, DateText, DeniedBy, Firmness, Record, Refs, Text
from tui.dossier.problems import Rule
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.text import Safe


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, or is said to have happened."""

    TABLE = "events"
    title: Annotated[Text, Meta(description="What happened, in a few words.")]
    cite: Cited
    date: Annotated[Date | None, Meta(description="When it happened.")] = None
    date_text: DateText = Safe("")
    kind: Annotated[Safe, Meta(description="Any word: visit, fighting, summit.")] = Safe("")
    actors: Annotated[Refs, Meta(description="The actors involved.")] = ()
    place: Annotated[Safe, Meta(description="Where, as printed.")] = Safe("")
    after: Annotated[Refs, Meta(description="Events that came earlier, when the source gives the order.")] = ()
    status: Firmness = "reported"
    by: By = ()
    denied_by: DeniedBy = ()


AFTER_A_LATER_ONE = Rule("after-a-later-event", "warning", "an event that comes `after` one with a later date")


def _after_a_later_one(event: Event, peers: Peers) -> Iterator[Breach]:
    for number, name in enumerate(event.after if event.date else ()):
        other = peers.find(Event, name)
        if event.date and other is not None and other.date is not None and begins_after(other.date, event.date):
            what = f"it comes after one dated later: “{name}” ({date_words(other.date)})"
            yield Breach(("after", number), what, "correct `after` or one of the dates", name)


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
    checks=(Check(AFTER_A_LATER_ONE, ("after", "date"), _after_a_later_one), printed("date"), dated("date")),
    subjects=lambda event: event.actors,
)
