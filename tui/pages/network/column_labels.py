"""Heads for narrow columns: at most three cells for each actor, no two alike, the same on every run.

May not know what stands in the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining

from tui.dossier.kinds import Actor

WIDTH = 3
"""The most cells of a head."""
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = re.compile(r"\w+")
_LOOKED_AT = 60


def column_labels(actors: Iterable[tuple[str, Actor | None]]) -> dict[str, str]:
    """Id -> head: the code of the actor, an abbreviation among its names, its initials, its first letters, or else the
    first of these that is free with another letter of the name, and in the end a number in three digits to base 36."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    numbers = _numbers()
    for name, actor in actors:
        head = next((one for one in _wishes(name, actor) if one not in taken), None)
        while head is None or head in taken:
            head = next(numbers)
        taken.add(head)
        found[name] = head
    return found


def _wishes(name: str, actor: Actor | None) -> Iterator[str]:
    """What an actor may be headed by, the best first."""
    called = actor.name if actor is not None else name
    if actor is not None:
        for given in (actor.code, *actor.aliases, actor.name):
            if given.isupper() and _fits(given):
                yield given
    words = [word for word in _WORD.findall(called[:_LOOKED_AT]) if not word[0].islower()] or [called[:_LOOKED_AT]]
    number = words[-1] if len(words) > 1 and words[-1].isdecimal() else ""
    if number and _fits(number):
        yield from (f"{words[0][0].upper()}{number}", number) if _fits(f"{words[0][0]}{number}") else (number,)
    if len(words) > 1 and (initials := _cut("".join(word[0] for word in words))):
        yield initials
    letters = [letter for letter in "".join(words).upper() if _narrow(letter)]
    if letters:
        yield "".join(letters[:WIDTH])
        yield from ("".join((*letters[:2], letter)) for letter in letters[2:])
        yield from ("".join((letters[0], *letters[at : at + 2])) for at in range(2, len(letters)))


def _numbers() -> Iterator[str]:
    """`000`, `001` … `ZZZ`, and more digits when all of these are used up."""
    count = 0
    while True:
        rest, digits = count, ""
        while rest or len(digits) < WIDTH:
            rest, digit = divmod(rest, len(_DIGITS))
            digits = _DIGITS[digit] + digits
        yield digits
        count += 1


def _narrow(letter: str) -> bool:
    """Whether a letter is one cell wide for certain: those of the scripts before the first wide one."""
    return letter < "\u1100" and letter.isalnum() and not combining(letter)


def _fits(text: str) -> bool:
    return 0 < len(text) <= WIDTH and all(map(_narrow, text))


def _cut(text: str) -> str:
    return "".join(filter(_narrow, text.upper()))[:WIDTH]
