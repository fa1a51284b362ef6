"""Dossiers of states and their ties over two centuries, always the same, in the shape of data sets of alliances.

States come into being and cease to be. Most ties begin and end; some begin and do not end, a few give no date at all.
Some join many states. Their number grows over time, and most dates are exact to the day, some to the year only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Size(NamedTuple):
    """How many states and ties, and the share of ties whose sign is not that of two camps; None for signs by chance.

    With signs by chance the frustration index is out of reach of an exact search; with camps it is not.
    """

    states: int = 212
    ties: int = 12_000
    unruly: float | None = None


WHOLE, ORDERLY, SMALL = Size(), Size(unruly=0.04), Size(200, 2_000, 0.04)
FIRST_YEAR, LAST_YEAR = 1815, 2018
_WITH = ("defence-pact",) * 4 + ("nonaggression-pact", "neutrality-pact", "consultation-pact")
_AGAINST = ("hostility", "rivalry")
_STATUSES = ("reported",) * 9 + ("judgement", "contested")
_MANY = 0.02
"""The share of ties that join more than two states."""


def write(path: Path, size: Size = WHOLE) -> Path:
    """Write the dossier to `path`."""
    path.write_text("\n".join(_lines(random.Random(11), size)), encoding="utf-8")  # noqa: S311
    return path


def _lines(chance: random.Random, size: Size) -> Iterator[str]:
    yield f'dossier = 1\ntitle = "Two centuries of ties"\nas_of = "{LAST_YEAR}"\nsides = ["state-0", "state-1"]'
    yield '[[sources]]\nid = "s"\nkind = "dataset"\ntitle = "A data set of ties"'
    spans = [_span_of_state(chance, number, size.states) for number in range(size.states)]
    for number, (since, until) in enumerate(spans):
        lines = ["[[actors]]", f'id = "state-{number}"', 'kind = "state"', f'name = "State {number}"']
        lines += [f'since = "{since}"'] * (since > FIRST_YEAR) + [f'until = "{until}"'] * (until < LAST_YEAR)
        yield "\n".join(lines)
    for number in range(size.ties):
        yield _tie(chance, number, spans, size)
    for number in range(400):
        year = chance.randint(FIRST_YEAR, LAST_YEAR)
        yield (
            f'[[quotes]]\nid = "q-{number}"\nspeaker = "state-{number % size.states}"\nmode = "indirect"\n'
            f'text = "Remark {number}."\ncite = "s"\ndate = "{year}-{chance.randint(1, 12):02}"'
        )


def _span_of_state(chance: random.Random, number: int, states: int) -> tuple[int, int]:
    """The first and the last year of a state; a fifth is there all the time."""
    if number < states // 5:
        return FIRST_YEAR, LAST_YEAR
    since = int(FIRST_YEAR + (LAST_YEAR - FIRST_YEAR) * chance.random() ** 1.4)
    until = LAST_YEAR if chance.random() < 0.85 else min(LAST_YEAR, since + chance.randint(5, 90))
    return since, until


def _tie(chance: random.Random, number: int, spans: list[tuple[int, int]], size: Size) -> str:
    while True:
        joined = 2 if chance.random() > _MANY else chance.randint(3, 12)
        ends = chance.sample(range(size.states), joined)
        since = max(spans[end][0] for end in ends)
        until = min(spans[end][1] for end in ends)
        if since < until:
            break
    start = int(since + (until - since) * chance.random() ** 0.6)
    end = min(until, start + 1 + int(chance.expovariate(1 / 30)))
    names = ", ".join(f'"state-{end}"' for end in ends)
    status = chance.choice(_STATUSES)
    by = ', by = ["s"]' if status != "reported" else ""
    kind = _kind(chance, ends, size.unruly)
    lines = ["[[alliances]]", f'id = "t-{number}"', f"between = [{names}]", f'kind = "{kind}"']
    lines += [f'status = "{status}"', 'cite = "s"'] + ['by = ["s"]'] * bool(by)
    if chance.random() > 0.02:
        lines.append(f'start = "{_date(chance, start)}"')
        if end < LAST_YEAR:
            lines.append(f'end = "{_date(chance, end + 1)}"')
    return "\n".join(lines)


def _kind(chance: random.Random, ends: list[int], unruly: float | None) -> str:
    if unruly is None:
        return chance.choice(_WITH + _AGAINST)
    in_one_camp = len({end % 2 for end in ends}) == 1
    return chance.choice(_WITH if in_one_camp == (chance.random() >= unruly) else _AGAINST)


def _date(chance: random.Random, year: int) -> str:
    if chance.random() < 0.15:
        return str(year)
    return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
