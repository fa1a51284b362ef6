"""What stands between two actors: their ties, what one expects of the other, and the claims that concern the two.

Whoever holds an office of an actor or is a part of it speaks for the actor.
"""

from collections.abc import Mapping
from itertools import permutations
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Claim, Expectation, Quote, Tie
from tui.dossier.representation import representatives, represented, speaks_for
from tui.dossier.responses import subjects
from tui.dossier.subjects import ids_about


class Between(NamedTuple):
    """The statements about two actors, each list in file order.

    `voices`: each of the two -> who speaks for it at any time. `about_both`: claims about the two, or about a tie of
    theirs. `one_sided`: further claims that one of them makes or denies and that are about the other.
    """

    voices: Mapping[str, set[str]]
    ties: tuple[Tie, ...]
    expectations: tuple[Expectation, ...]
    about_both: tuple[Claim, ...]
    one_sided: tuple[Claim, ...]

    @property
    def statements(self) -> tuple[Tie | Expectation | Claim, ...]:
        """All of them."""
        return (*self.ties, *self.expectations, *self.about_both, *self.one_sided)


def between(dossier: Dossier, first: str, second: str) -> Between:
    """Return what stands between two different actors."""
    voices = {actor: representatives(dossier, actor) for actor in (first, second)}
    ties = tuple(dossier.ties_of_pair((first, second)))
    both = _about_both(dossier, first, second, ties)
    one_sided = tuple(claim for claim in _about_each_other(dossier, voices) if claim not in both)
    return Between(voices, ties, _expected(dossier, voices), both, one_sided)


def quotes_between(dossier: Dossier, found: Between) -> tuple[list[str], list[str]]:
    """Return quotes that concern the two, and apart from them those that only a judgement or inference links to them.

    These are what each said to or about the other, what is about both, and the quotes of their statements; to one of
    these belong the quotes that voice it and those that answer or dispute it. In a part of a dossier, which keeps all
    quotes, they are those of the whole, but for those that a judgement or an inference alone links to the two.
    """
    if dossier.whole is not None:
        first, second = found.voices
        concerning_whole, _ = quotes_between(dossier.whole, between(dossier.whole, first, second))
        return concerning_whole, []
    back = dossier.links.back
    concerning: set[str] = set()
    for (actor, speaking), (_, addressed) in permutations(found.voices.items()):
        said = {name for speaker in speaking for name in back(speaker, "said")}
        said &= {name for one in addressed for name in (*back(one, "said-to"), *ids_about(dossier, one))}
        concerning |= {name for name in said if speaks_for(dossier, dossier.quote(name), (actor,))}
    concerning |= set.intersection(*({*ids_about(dossier, actor)} for actor in found.voices))
    read: set[str] = set()
    for statement in found.statements:
        linked = (*statement.quotes, *getattr(statement, "counter", ()), *back(statement.id, "said-about"))
        (read if statement.status in ("judgement", "inferred") else concerning).update(linked)
    in_order = [quote.id for quote in dossier.records_of(Quote)]
    return [name for name in in_order if name in concerning], [name for name in in_order if name in read - concerning]


def _expected(dossier: Dossier, voices: Mapping[str, set[str]]) -> tuple[Expectation, ...]:
    """What one of the two, or who spoke for it on that day, expects of the other or of who spoke for that."""

    def concerns(row: Expectation) -> bool:
        for (first, ours), (second, theirs) in permutations(voices.items()):
            if row.expecting in ours and row.of in theirs:
                expecting, expected_of = (represented(dossier, (end,), row.date) for end in (row.expecting, row.of))
                if first in expecting and second in expected_of:
                    return True
        return False

    return tuple(filter(concerns, dossier.records_of(Expectation)))


def _about_both(dossier: Dossier, first: str, second: str, ties: tuple[Tie, ...]) -> tuple[Claim, ...]:
    back = dossier.links.back
    about_second = frozenset(back(second, "about-of"))
    names = [name for name in back(first, "about-of") if name in about_second]
    names += [name for tie in ties for name in back(tie.id, "about-of")]
    found = frozenset(names)
    return tuple(claim for claim in dossier.records_of(Claim) if claim.id in found) if found else ()


def _about_each_other(dossier: Dossier, voices: Mapping[str, set[str]]) -> list[Claim]:
    pairs = list(permutations(voices.values()))
    claims: list[Claim] = []
    for claim in dossier.records_of(Claim):
        speakers, about = {*claim.by, *claim.denied_by}, set(subjects(dossier, claim))
        if any(speakers & ours and about & theirs for ours, theirs in pairs):
            claims.append(claim)
    return claims
