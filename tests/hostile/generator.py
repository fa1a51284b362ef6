"""Hundreds of files that a good dossier turns into when each thing that can go wrong with it goes wrong, one at a time.

    python -m tests.hostile.generator              how many cases there are of each kind
    python -m tests.hostile.generator KIND         their names
    python -m tests.hostile.generator NAME         the file of one case, on standard output

Deterministic. What a key may hold comes from the record types, so a key that is added is covered by itself.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache

from tests.hostile import copies, damage, fields, files, sizes, texts
from tests.hostile.case import Case

SOURCES = (fields.cases, texts.cases, damage.cases, sizes.cases, files.cases, copies.cases)
"""Where the cases come from."""


@cache
def cases() -> tuple[Case, ...]:
    """Every case, in a fixed order; no two have the same name."""
    found = tuple(case for source in SOURCES for case in source())
    twice = [name for name, count in Counter(case.name for case in found).items() if count > 1]
    assert not twice, twice
    return found


def of_kind(kind: str) -> Iterator[Case]:
    """The cases of one kind."""
    return (case for case in cases() if case.kind == kind)


def kinds() -> list[str]:
    """The kinds, in order."""
    return list(dict.fromkeys(case.kind for case in cases()))


def count() -> dict[str, int]:
    """How many cases there are of each kind."""
    return dict(Counter(case.kind for case in cases()))


def main(wanted: list[str]) -> int:
    """Print what is asked for."""
    if not wanted:
        for kind, number in count().items():
            print(f"{number:5} {kind}")
        print(f"{len(cases()):5} in all")
        return 0
    named = [case for case in cases() if case.name == wanted[0]]
    if not named:
        print("\n".join(case.name for case in of_kind(wanted[0])))
        return 0
    if named[0].data is None:
        print("this case is not made of bytes alone", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(named[0].data())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
