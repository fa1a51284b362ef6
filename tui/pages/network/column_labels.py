"""Labels for narrow columns: at most three cells for each actor, no two alike, the same on every run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
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


def column_labels(actors: Iterable[tuple[str, Actor | None]]) -> dict[str, str]:
    """Id -> label.

    The first of these that is still free: the code of the actor, an abbreviation among its names, the number that ends
    its name, its initials, its first letters, those with another letter of the name; failing these, a number of three
    digits to base 36.
    """
    labels: dict[str, str] = {}
    taken: set[str] = set()
    numbers = _numbers()
    for name, actor in actors:
        label = next((candidate for candidate in _candidates(name, actor) if candidate not in taken), None)
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
    actors = sorted(dossier.records_of(Actor), key=lambda actor: actor.id not in tied)
    return column_labels((actor.id, actor) for actor in actors)


def _candidates(name: str, actor: Actor | None) -> Iterator[str]:
    """The labels an actor may have, the best first."""
    full_name = actor.name if actor is not None else name
    if actor is not None:
        for abbreviation in (actor.code, *actor.aliases, actor.name):
            if abbreviation.isupper() and _fits(abbreviation):
                yield abbreviation
    words = [word for word in _WORD.findall(full_name[:_PREFIX]) if not word[0].islower()]
    words = words or [full_name[:_PREFIX]]
    number = words[-1] if len(words) > 1 and words[-1].isdecimal() else ""
    if number and _fits(number):
        yield from (number, f"{words[0][0].upper()}{number}") if _fits(f"{words[0][0]}{number}") else (number,)
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
