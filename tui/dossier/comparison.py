"""What several actors say about the same matters, side by side, and what only one of them speaks of.

Whoever holds an office of an actor or is a part of it speaks for the actor on the days of it. Words that would stand
for two of the actors stand for the nearer one: those of a minister not for the state with which he is compared.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote
from tui.dossier.representation import represented
from tui.dossier.speech import NOTHING, by_subject, hidden_subjects, parted, words_of
from tui.dossier.values.dates import Date

Columns = tuple[tuple[Quote, ...], ...]
"""The words of each of the actors compared, in their order."""


class Matter(NamedTuple):
    """Records that the same words are about, actors first, and these words by actor."""

    subjects: tuple[str, ...]
    words: Columns

    @property
    def speaking(self) -> int:
        """How many of the actors speak of it."""
        return sum(map(bool, self.words))

    @property
    def number(self) -> int:
        """How many quotes there are."""
        return sum(map(len, self.words))


class CompareResult(NamedTuple):
    """Several actors compared, everything in the order of these.

    `words`: all their words, by date. `shared`: what more than one of them speaks of, what most of them speak of first.
    `alone`: subject -> how many quotes of each that nobody else of them speaks of, most first; `NOTHING` stands for
    quotes that name no subject. `later`: how many quotes happen after the moment. `hidden`: how many subjects a part of
    a dossier leaves out.
    """

    words: Columns
    shared: tuple[Matter, ...]
    alone: tuple[Mapping[str, int], ...]
    later: int
    hidden: int


class Period(NamedTuple):
    """The words of each actor in one year; None for those that give no date, or one that may be in several years."""

    year: int | None
    words: Columns


def compare(dossier: Dossier, actors: Sequence[str], counts: Callable[[str], bool]) -> CompareResult:
    """Compare different actors by their words; `counts` says of a quote whether it counts at the moment."""
    said = [parted(quotes, counts) for quotes in _own_words(dossier, actors)]
    words: Columns = tuple(tuple(quotes) for quotes, _ in said)
    subjects = [by_subject(dossier, quotes) for quotes in words]
    matters: dict[tuple[tuple[str, ...], ...], Matter] = {}
    alone: list[dict[str, int]] = [{} for _ in actors]
    for subject in dict.fromkeys(name for found in subjects for name in found):
        columns: Columns = tuple(tuple(found.get(subject, ())) for found in subjects)
        speaking = [number for number, quotes in enumerate(columns) if quotes]
        if subject == NOTHING or len(speaking) == 1:
            for number in speaking:
                alone[number][subject] = len(columns[number])
            continue
        key = tuple(tuple(quote.id for quote in quotes) for quotes in columns)
        before = matters.get(key)
        matters[key] = Matter((*(before.subjects if before else ()), subject), columns)
    actors_first = (
        matter._replace(subjects=tuple(sorted(matter.subjects, key=lambda name: dossier.actor(name) is None)))
        for matter in matters.values()
    )
    shared = sorted(actors_first, key=lambda matter: (-matter.speaking, -matter.number))
    hidden = hidden_subjects(dossier, (quote for quotes in words for quote in quotes))
    most_first = tuple(
        dict(sorted(counted.items(), key=lambda item: (item[0] == NOTHING, -item[1]))) for counted in alone
    )
    return CompareResult(words, tuple(shared), most_first, sum(later for _, later in said), hidden)


def periods(words: Columns) -> list[Period]:
    """Return the words year by year, those of which the year is not known last."""
    years: dict[int | None, list[list[Quote]]] = {}
    for number, quotes in enumerate(words):
        for quote in quotes:
            years.setdefault(_year(quote.date), [[] for _ in words])[number].append(quote)
    ordered = sorted(years.items(), key=lambda item: (item[0] is None, item[0] or 0))
    return [Period(year, tuple(map(tuple, columns))) for year, columns in ordered]


def _year(date: Date | None) -> int | None:
    if date is None or date.latest is None or date.open_start or date.earliest[0] != date.latest[0]:
        return None
    return date.earliest[0]


def _own_words(dossier: Dossier, actors: Sequence[str]) -> list[list[Quote]]:
    """The words of each actor without those that stand for another of them that is nearer to the speaker."""
    above = {actor: represented(dossier, (actor,)) for actor in actors}
    nearer = {
        actor: [other for other in actors if actor in above[other] and other not in above[actor]] for actor in actors
    }
    said = {actor: words_of(dossier, actor) for actor in actors}
    ids = {actor: {quote.id for quote in quotes} for actor, quotes in said.items()}
    return [
        [quote for quote in said[actor] if not any(quote.id in ids[other] for other in nearer[actor])]
        for actor in actors
    ]
