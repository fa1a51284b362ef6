"""The rules about when something was said or happened: not after its source was issued, not after the dossier ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.record import Record
from tui.dossier.problems import Rule
from tui.dossier.values.cite import SUPPORTS
from tui.dossier.values.dates import Date, Day, date_words

AFTER_AS_OF = Rule(
    "after-as-of", "warning", "a quote, an event, a ledger row or the start of a tie that is dated after `as_of`"
)
AFTER_ITS_SOURCE = Rule(
    "after-its-source", "warning", "a quote, an event or a ledger row dated after a source that supports it was issued"
)


def begins_after(date: Date, other: Date) -> bool:
    """Whether `date` is certainly later than `other`, neither being qualified."""
    return bool(other.latest and other.latest < date.earliest and not (_doubtful(date) or _doubtful(other)))


def dated(key: str) -> Check:
    """The check that the date under `key` is not after the head's `as_of`."""
    read = attrgetter(key)

    def find(record: Record, peers: Peers) -> Iterator[Breach]:
        date: Date | None = read(record)
        if date is None or (until := peers.head.as_of) is None or not begins_after(date, until):
            return
        yield Breach(
            (key,), f"`{key}` is later than the `as_of` of the dossier ({date_words(until)})", "correct one of the two"
        )

    return Check(AFTER_AS_OF, (key,), find)


def printed(key: str) -> Check:
    """The check that the date under `key` is not after the issue of any source cited."""
    read = attrgetter(key)

    @lru_cache(1_000)
    def printed_before(source: str, issued: Date) -> Breach:
        what = f"`{key}` is later than a source it cites: “{source}” ({date_words(issued)})"
        return Breach((key,), what, "correct the date, the cite, or `issued` of the source")

    def find(record: Record, peers: Peers) -> Iterable[Breach]:
        date: Date | None = read(record)
        if date is None or _doubtful(date):
            return ()
        issued, first, later = peers.once(_issues), date.earliest, None
        for cite in getattr(record, "cite", None) or ():
            if (found := issued.get(cite.source)) is not None and found[0] < first and cite.stance == SUPPORTS:
                later = later or {}
                later[cite.source] = found[1]
        return [printed_before(source, when) for source, when in later.items()] if later else ()

    return Check(AFTER_ITS_SOURCE, (key, "cite"), find)


def _issues(peers: Peers) -> dict[str, tuple[Day, Date]]:
    """When each source was issued, where there is no doubt about it: the last day that it may be, and the date."""
    from tui.dossier.kinds.sources import Source

    return {
        source.id: (source.issued.latest, source.issued)
        for source in peers.all(Source)
        if source.issued is not None and source.issued.latest and not _doubtful(source.issued)
    }


def _doubtful(date: Date) -> bool:
    return date.uncertain or date.approximate
