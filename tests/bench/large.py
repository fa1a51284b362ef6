"""A dossier of 200 actors and 2,000 ties, always the same, to measure pictures and analyses with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ACTORS, TIES = 200, 2000
_WITH = ("defence-pact", "treaty-alliance", "strategic-partnership", "arms-supply", "aid", "diplomatic-support")
_AGAINST = ("hostility", "rivalry", "sanctions")
_STATUSES = ("reported",) * 6 + ("attributed", "judgement", "contested", "inferred")


def write(path: Path) -> Path:
    """Write the dossier to `path`."""
    path.write_text("\n".join(_lines(random.Random(1))), encoding="utf-8")  # noqa: S311
    return path


def _lines(chance: random.Random) -> Iterator[str]:
    yield 'dossier = 1\ntitle = "Two hundred states"\nsides = ["a-0", "a-1"]'
    yield '[[sources]]\nid = "s"\nkind = "book"\ntitle = "A book of states"'
    for number in range(ACTORS):
        kind = "igo" if number % 40 == 39 else "state"
        yield f'[[actors]]\nid = "a-{number}"\nkind = "{kind}"\nname = "Armenia {number}"\ncite = "s#p1"'
        yield f'[[quotes]]\nid = "q-{number}"\nspeaker = "a-{number}"\ntext = "Words of {number}."\ncite = "s#p1"'
    for number in range(TIES):
        one, other = chance.sample(range(ACTORS), 2)
        friends = one % 3 == other % 3
        kind = chance.choice(_WITH if friends == (chance.random() < 0.97) else _AGAINST)
        if other % 40 == 39:
            kind = "bloc-membership"
        status = chance.choice(_STATUSES)
        yield f'[[alliances]]\nid = "t-{number}"\nfrom = "a-{one}"\nto = "a-{other}"\nkind = "{kind}"'
        yield f'status = "{status}"\ncite = "s#p{number % 50 + 1}"'
        if status not in ("reported", "inferred"):
            yield f'by = ["a-{one}"]'
    for number in range(0, ACTORS, 4):
        yield f'[[ledger]]\nid = "l-{number}"\nexpecting = "a-{number}"\nof = "a-{number + 1}"\nexpected = "Help."'
        yield 'outcome = "unmet"\nvoiced = "complaint"\ncite = "s#p2"'
        yield f'[[claims]]\nid = "c-{number}"\ntext = "So."\nby = ["a-{number}"]\nstatus = "contested"\ncite = "s"'
        yield f'[[events]]\nid = "e-{number}"\ntitle = "Event {number}"\ndate = "{1900 + number % 90}"\ncite = "s"'
