"""Who speaks about whom: how many quotes there are of each speaker, and about each actor.

Words count for whoever says them, not for the actor they are said for.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui.dossier.as_of import as_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Quote
from tui.dossier.once import once_per_dossier
from tui.dossier.speech import filed_under
from tui.dossier.subjects import ids_about
from tui.dossier.values.dates import Date


class Speakers(NamedTuple):
    """The speakers and whom they speak about, as of a moment.

    `said`: speaker -> how many quotes; `spoken_of`: actor -> how many quotes are about it; both most first.
    `elsewhere`: how many quotes are about no actor but something else. `unnamed`: how many name nothing that they are
    about. `later`: the ids of those that happen after the moment, which are not counted.
    """

    said: dict[str, int]
    spoken_of: dict[str, int]
    elsewhere: int
    unnamed: int
    later: set[str]


@once_per_dossier
def speakers(dossier: Dossier, moment: Date | None) -> Speakers:
    """Return who speaks about whom in words that have been said at a moment."""
    quotes = dossier.records_of(Quote)
    later = as_of(dossier, moment).uncounted(quote.id for quote in quotes)
    if later:
        quotes = tuple(quote for quote in quotes if quote.id not in later)
    said = Counter(quote.speaker for quote in quotes)
    unnamed = sum(not quote.about for quote in quotes)
    spoken_of: Counter[str] = Counter()
    about_actors: set[str] = set()
    for actor in dossier.records_of(Actor):
        if ids := ids_about(dossier, actor.id).keys() - later:
            spoken_of[actor.id] = len(ids)
            about_actors |= ids
    elsewhere = said.total() - unnamed - len(about_actors)
    return Speakers(dict(said.most_common()), dict(spoken_of.most_common()), elsewhere, unnamed, later)


def spoken(dossier: Dossier, moment: Date | None) -> Iterator[tuple[str, str, list[Quote]]]:
    """Yield each speaker with each record it speaks about, and the quotes, in file order.

    `NOTHING` stands for the record where none is named. Words that happen after the moment are left out.
    """
    counts = as_of(dossier, moment).counts
    by_speaker: dict[str, dict[str, list[Quote]]] = {}
    for quote in dossier.records_of(Quote):
        if counts(quote.id):
            about = by_speaker.setdefault(quote.speaker, {})
            for subject in filed_under(dossier, quote):
                about.setdefault(subject, []).append(quote)
    for speaker, about in by_speaker.items():
        for subject, quotes in about.items():
            yield speaker, subject, quotes
