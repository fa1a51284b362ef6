"""Labels for narrow columns: at most three cells for each actor, no two alike, the same on every run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from unicodedata import combining

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Tie
from tui.dossier.once import once_per_dossier
from tui.dossier.values.vocabulary import NEITHER

WIDTH = 3
"""The widest label, in cells."""
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = re.compile(r"\w+")
_PREFIX = 60
"""How many characters of a name are used."""


def column_labels(
    actors: Iterable[tuple[str, Actor | None]], given: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Id -> label, those `given` first.

    The first of these that is still free: the code of the actor, an abbreviation among its names, the number that ends
    its name, its initials, its first letters, those with another letter of the name; failing these, a number of three
    digits to base 36. Where numbers of these actors are alike, all have the first letter of the name before them, or
    none has: so that labels do not look like those of two kinds of actors.
    """
    actors = list(actors)
    labels = dict(given)
    taken = set(labels.values())
    numbers = _numbers()
    is_lettered = _is_lettered(_full_name(name, actor) for name, actor in actors)
    for name, actor in actors:
        candidates = _candidates(name, actor, is_lettered=is_lettered)
        label = next((candidate for candidate in candidates if candidate not in taken), None)
        while label is None or label in taken:
            label = next(numbers)
        taken.add(label)
        labels[name] = label
    return labels


def actor_labels(dossier: Dossier) -> dict[str, str]:
    """The labels of all actors, the same whatever is counted; those that have a signed tie choose first."""
    return _of_dossier(dossier, ())


@once_per_dossier
def _of_dossier(dossier: Dossier, _: tuple[()]) -> dict[str, str]:
    tied = {end for tie in dossier.records_of(Tie) if tie.polarity != NEITHER for end in tie.ends}
    actors = [(actor.id, actor) for actor in dossier.records_of(Actor)]
    labels = column_labels(each for each in actors if each[0] in tied)
    return column_labels((each for each in actors if each[0] not in tied), labels)


def _full_name(name: str, actor: Actor | None) -> str:
    return actor.name if actor is not None else name


def _words(full_name: str) -> tuple[list[str], str]:
    """The words of a name that count, and the number that ends it; `""` where none does."""
    words = [word for word in _WORD.findall(full_name[:_PREFIX]) if not word[0].islower()]
    if len(words) > 1 and words[-1].isdecimal():
        return words[:-1], words[-1]
    return words or [full_name[:_PREFIX]], ""


def _is_lettered(full_names: Iterable[str]) -> bool:
    """Whether numbers have the first letter of the name before them: where they are alike and then no longer are."""
    named = [(words[0][0].upper(), number) for words, number in map(_words, full_names) if number]
    numbers = {number for _, number in named}
    return len(numbers) < len(named) == len(set(named)) and all(_fits(f"{one}{number}") for one, number in named)


def _candidates(name: str, actor: Actor | None, *, is_lettered: bool) -> Iterator[str]:
    """The labels an actor may have, the best first."""
    if actor is not None:
        for abbreviation in (actor.code, *actor.aliases, actor.name):
            if abbreviation.isupper() and _fits(abbreviation):
                yield abbreviation
    words, number = _words(_full_name(name, actor))
    label = f"{words[0][0].upper()}{number}" if number and is_lettered else number
    if label and _fits(label):
        yield label
    if len(words) > 1 and (initials := _cut("".join(word[0] for word in words))):
        yield initials
    letters = [letter for letter in "".join(words).upper() if _narrow(letter)]
    if letters:
        first, two = letters[0], "".join(letters[:2])
        yield "".join(letters[:WIDTH])
        yield from (two + letter for letter in letters[2:])
        yield from (first + "".join(letters[at : at + 2]) for at in range(2, len(letters)))


def _numbers() -> Iterator[str]:
    """`000`, `001` … `ZZZ`, then numbers of more digits."""
    count = 0
    while True:
        rest, digits = count, ""
        while rest or len(digits) < WIDTH:
            rest, digit = divmod(rest, len(_DIGITS))
            digits = _DIGITS[digit] + digits
        yield digits
        count += 1


@lru_cache(maxsize=4096)
def _narrow(letter: str) -> bool:
    """Whether a letter is certainly one cell wide: it precedes the first script of wide letters."""
    return letter < "\u1100" and letter.isalnum() and not combining(letter)


def _fits(text: str) -> bool:
    return 0 < len(text) <= WIDTH and all(map(_narrow, text))


def _cut(text: str) -> str:
    return "".join(filter(_narrow, text.upper()))[:WIDTH]
