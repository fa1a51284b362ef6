"""Events: what happened, or was said to have happened."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.alliances import Tie
from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.date_checks import begins_after, dated, printed
from tui.dossier.kinds.kind import ACTORS, STATED_BY, TIES, Kind, Reference
from tui.dossier.kinds.record import By, Cited, DateText, DeniedBy, Firmness, Record, Refs, Text
from tui.dossier.problems import Rule
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.text import Safe


class Event(Record, frozen=True, kw_only=True):
    """Something that happened, or is said to have happened."""

    TABLE = "events"
    title: Annotated[Text, Meta(description="What happened, in a few words.")]
    cite: Cited
    date: Annotated[
        Date | None,
        Meta(description="When it happened: `a/b` lasts from a to b, `[a..b]` is some day between the two."),
    ] = None
    date_text: DateText = Safe("")
    kind: Annotated[Safe, Meta(description="Any word: visit, fighting, summit.")] = Safe("")
    actors: Annotated[Refs, Meta(description="The actors involved.")] = ()
    place: Annotated[Safe, Meta(description="Where, as printed.")] = Safe("")
    begins: Annotated[Refs, Meta(description="Ties that begin with it; one without a `start` has its date.")] = ()
    ends: Annotated[Refs, Meta(description="Ties that end with it; one without an `end` has its date.")] = ()
    after: Annotated[Refs, Meta(description="Events that came earlier, when the source gives the order.")] = ()
    status: Firmness = "reported"
    by: By = ()
    denied_by: DeniedBy = ()


AT_ANOTHER_TIME = Rule(
    "at-another-time",
    "warning",
    "an event that `begins` or `ends` a tie at another date than its own `start` or `end`, or ends it before it starts",
)
AFTER_A_LATER_ONE = Rule("after-a-later-event", "warning", "an event that comes `after` one with a later date")


def _after_a_later_one(event: Event, peers: Peers) -> Iterator[Breach]:
    for number, name in enumerate(event.after if event.date else ()):
        other = peers.find(Event, name)
        if event.date and other is not None and other.date is not None and begins_after(other.date, event.date):
            what = f"it comes after one dated later: “{name}” ({date_words(other.date, lasting=True)})"
            yield Breach(("after", number), what, "correct `after` or one of the dates", name)


def _at_another_time(event: Event, peers: Peers) -> Iterator[Breach]:
    if event.date is None:
        return
    for key, names in (("begins", event.begins), ("ends", event.ends)):
        for number, name in enumerate(names or ()):
            tie = peers.find(Tie, name)
            if tie is None:
                continue
            own, what = (tie.start, "start") if key == "begins" else (tie.end, "end")
            if own and (begins_after(own, event.date) or begins_after(event.date, own)):
                said = f"the event {key} “{name}”, whose own `{what}` is another date ({date_words(own)})"
                yield Breach((key, number), said, "correct one of the two dates", name)
            elif key == "ends" and tie.start and begins_after(tie.start, event.date):
                said = f"the event ends “{name}”, which starts later ({date_words(tie.start)})"
                yield Breach((key, number), said, "correct one of the two dates", name)


KIND = Kind(
    record_type=Event,
    order=60,
    singular="event",
    plural="events",
    title="Events",
    name=lambda event, _: event.title,
    references=(
        Reference("actors", ACTORS, "events"),
        Reference("begins", TIES, "begun-by"),
        Reference("ends", TIES, "ended-by"),
        Reference("after", frozenset({"events"}), "followed-by", acyclic=True),
        *STATED_BY,
    ),
    begins="date",
    checks=(
        Check(AFTER_A_LATER_ONE, ("after", "date"), _after_a_later_one),
        Check(AT_ANOTHER_TIME, ("begins", "ends", "date"), _at_another_time),
        printed("date"),
        dated("date"),
    ),
    subjects=lambda event: event.actors,
)
