"""Small changes of a dossier, chosen by a seed: what an author may get wrong in one record."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tui.dossier.kinds import KINDS

Tree = dict[str, Any]
Row = dict[str, Any]

DATES = ["1974-13", "1974-09-31", "1974-02-30", "1974-9", "1975/1974", "1974/", "../..", "soon", "1974-09-14T25:00", ""]
DATES += ["1974-21", "156X-12", "[1974]", "[1974,1975]", "Y17000", "-0000", "1974..1975", "1974-XX-04"]
GOOD_DATES = ["1974", "1974~", "1974-09-14T07:30", "1974 / 1975", "../1974-09", "2000-02-29", "1974-09-14T07:30:00Z"]
GOOD_DATES += [
    "156X",
    "1974-XX",
    "-0044",
    "0000-02-29",
    "2004?-06-~11",
    "[1974..1975]",
    "[..1974~]",
    "15XX/..",
    "1974-09-XX",
]
CITES: list[Any] = ["nowhere", "s#p0", "S", [], 5, {"p": 1}, {"source": "x", "prefix": "y"}, {"source": "x", "p": 0}]
CITES += [
    "s#page=412-413",
    "s#page=",
    "s#pg=4",
    "s#page=p.4",
    "s#p5&page=iv",
    "s#page=4&p5",
    "s#t=00:12:30",
    "s#t=1:75",
]
CITES += [{"source": "s", "page": page} for page in (412, "412", "p. 4", "", 4.5, -1, [4], "A-12")]
CITES += [{"source": "s", "t": time} for time in (12.5, "10,20", "smpte:1", True)]
CITES += [
    {"source": "s", "sub-verbo": "Weir, the"},
    {"source": "s", "verse": 3, "grade": "Z"},
    {"source": "s", "grade": 2},
]
STANCES: list[Any] = ["disputes", "mentions", "denies", 1, []]
CITES += [{"source": "s", "stance": stance} for stance in STANCES]
STATUSES = ["reported", "attributed", "judgement", "contested", "denied", "inferred", "likely"]


class Mutation(NamedTuple):
    """A changed tree, the table and number of the record that was changed, and what was done to it."""

    tree: Tree
    table: str
    number: int
    done: str


def mutations(tree: Tree, count: int, seed: int) -> Iterator[Mutation]:
    """`count` dossiers, each of which differs from `tree` by one change of one record."""
    chance = random.Random(seed)  # noqa: S311
    while count:
        table = chance.choice([table for table in KINDS if tree.get(table)])
        number = chance.randrange(len(tree[table]))
        row: Row = copy.deepcopy(tree[table][number])
        change = chance.choice(_CHANGES)
        done = change(row, chance)
        if done and row != tree[table][number]:
            rows = [row if index == number else other for index, other in enumerate(tree[table])]
            yield Mutation({**tree, table: rows}, table, number, f"{table} {number} {done}")
            count -= 1


def _key(row: Row, chance: random.Random) -> str:
    return chance.choice(list(row))


def _leave_out(row: Row, chance: random.Random) -> str:
    key = _key(row, chance)
    del row[key]
    return f"without {key}"


def _other_value(row: Row, chance: random.Random) -> str:
    key = _key(row, chance)
    row[key] = chance.choice(["", " ", 5, True, [], [""], ["x", 5], {}, "x", "X Y", ["x", "x"]])
    return f"{key} = {row[key]!r}"


def _misspelt_key(row: Row, chance: random.Random) -> str:
    key = _key(row, chance)
    row[f"{key}x"] = row.pop(key)
    return f"{key}x for {key}"


def _misspelt_word(row: Row, chance: random.Random) -> str:
    key = chance.choice(["kind", "status", "mode", "act", "attribution", "sign", "outcome", "voiced", "id"])
    if not isinstance(row.get(key), str):
        return ""
    row[key] = chance.choice([f"{row[key]}x", row[key].upper(), f"{row[key]}_"])
    return f"{key} = {row[key]!r}"


def _date(row: Row, chance: random.Random) -> str:
    key = chance.choice(["date", "start", "end", "issued", "accessed"])
    if key not in row:
        return ""
    row[key] = chance.choice(DATES + GOOD_DATES)
    return f"{key} = {row[key]!r}"


def _cite(row: Row, chance: random.Random) -> str:
    if "cite" not in row:
        return ""
    row["cite"] = chance.choice(CITES)
    return f"cite = {row['cite']!r}"


def _status(row: Row, chance: random.Random) -> str:
    if "status" not in row:
        return ""
    row["status"] = chance.choice(STATUSES)
    if chance.random() < 0.5:
        row.pop(chance.choice(["by", "denied_by", "quotes"]), None)
    return f"status = {row['status']!r} with {sorted(row)}"


def _ends(row: Row, chance: random.Random) -> str:
    if not row.keys() & {"between", "from", "to"}:
        return ""
    between = row.get("between") or [row.get("from"), row.get("to")]
    for key in ("between", "from", "to"):
        row.pop(key, None)
    row.update(
        chance.choice(
            [
                {"between": between[:1]},
                {"between": [*between, between[0]]},
                {"between": between, "from": between[0]},
                {"from": between[0]},
                {"from": between[0], "to": between[0]},
                {"from": between[0], "to": between[1]},
                {},
            ]
        )
    )
    return f"ends {sorted(row.keys() & {'between', 'from', 'to'})}"


def _twice(row: Row, chance: random.Random) -> str:
    lists = [key for key, value in row.items() if isinstance(value, list) and value]
    if not lists:
        return ""
    key = chance.choice(lists)
    row[key] = [*row[key], row[key][0]]
    return f"{key} with one entry twice"


_CHANGES: list[Callable[[Row, random.Random], str]] = [
    *(_leave_out, _other_value, _other_value, _misspelt_key, _misspelt_word),
    *(_date, _cite, _status, _status, _ends, _ends, _twice),
]
