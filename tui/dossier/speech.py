"""The words of an actor and of those who speak for it, by what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote
from tui.dossier.representation import representatives, speaks_for
from tui.dossier.subjects import ids_about, subjects_of

NOTHING = ""
"""Stands for the subject of quotes that name none."""


def words_of(dossier: Dossier, actor: str) -> list[Quote]:
    """Return what an actor said, and what was said by whoever spoke for it on that day, in the order of the dates.

    What has no date comes last, in file order.
    """
    speakers = representatives(dossier, actor)
    quotes = (quote for quote in dossier.records_of(Quote) if quote.speaker in speakers)
    return in_order(quote for quote in quotes if speaks_for(dossier, quote, (actor,)))


def speaks(dossier: Dossier, actor: str) -> bool:
    """Return whether there are words of an actor or of anybody who speaks for it at any time."""
    return any(dossier.links.back(speaker, "said") for speaker in representatives(dossier, actor))


def in_order(quotes: Iterable[Quote]) -> list[Quote]:
    """Return quotes in the order of their dates, those without one last; of equal dates in the order given."""
    return sorted(quotes, key=date_order)


def about(dossier: Dossier, quotes: Iterable[Quote], subject: str) -> list[Quote]:
    """Return those of some quotes that are about a record, or about a tie of an actor."""
    ids = ids_about(dossier, subject)
    return [quote for quote in quotes if quote.id in ids]


def by_subject(dossier: Dossier, quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """Return the subjects of some quotes, and what is said of each; `NOTHING` has those that name none."""
    found: dict[str, list[Quote]] = {}
    for quote in quotes:
        for subject in filed_under(dossier, quote):
            found.setdefault(subject, []).append(quote)
    return found


def parted(quotes: Iterable[Quote], counts: Callable[[str], bool]) -> tuple[list[Quote], int]:
    """Return the quotes that count at a moment, and how many do not."""
    quotes = list(quotes)
    kept = [quote for quote in quotes if counts(quote.id)]
    return kept, len(quotes) - len(kept)


def hidden_subjects(dossier: Dossier, quotes: Iterable[Quote]) -> int:
    """Return how many of the records that some quotes name a part of a dossier leaves out."""
    return len({name for quote in quotes for name in quote.about if dossier.get(name) is None})


def date_order(quote: Quote) -> tuple[bool, object]:
    """The sort key of a quote among others: by its date, those without one last."""
    return quote.date is None, quote.date.order if quote.date is not None else ()


def filed_under(dossier: Dossier, quote: Quote) -> tuple[str, ...]:
    """Return the subjects of a quote, or `NOTHING` where it names none."""
    return subjects_of(dossier, quote) if quote.about else (NOTHING,)
