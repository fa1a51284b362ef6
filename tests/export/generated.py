"""Dossiers made at random from the record types: every kind, every key, and texts that formats stumble over."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest
from msgspec import inspect

from tests.hostile.base import bare
from tests.marks import mostly_long
from tui.dossier.dossier import Dossier
from tui.dossier.format.decode import decode
from tui.dossier.kinds import KINDS, Head, Reference
from tui.dossier.kinds.head import SIDES
from tui.dossier.problems import Problems
from tui.dossier.values.cite import STANCES, Cites
from tui.dossier.values.text import clean_tree, line

_PER_TABLE = 3
_ODD = (
    *"=+-@'\"\\;,:{}()“”[]<>&|#~_*\t\n\r .0a",
    "; ",
    ", ",
    "\\;",
    "=1",
    "'=",
    "ə\u0301",
    "Я漢",
    "\u202e\x1b\x00",
    "🙂",
)
_DATES = (
    *("1974", "1974-09", "1974-09-14", "197X", "-0044", "1974?/1975~", "../1980", "[1974..]"),
    *("1974-09-14T07:32:00Z", "1974-09-XX", "2001-03/.."),
)
_PLACES: tuple[dict[str, Any], ...] = (
    {},
    {"p": 3},
    {"p": "5-6"},
    {"page": "412-413"},
    {"p": 2, "folio": "12r", "line": "3"},
    {"t": "00:12:30"},
    {"sub-verbo": "a; b, c=d"},
    {"column": 1518},
)

some_dossiers = pytest.mark.parametrize("seed", mostly_long(range(200), *range(4)))
"""For a test of `generated_dossier(seed)`."""


def generated_dossier(seed: int) -> Dossier:
    """A dossier with three records of every kind, judged by no rule."""
    return dossier_of_tree(_Maker(Random(seed)).tree())  # noqa: S311


def dossier_of_tree(tree: dict[str, Any]) -> Dossier:
    """A dossier with what a tree says, judged by no rule; fails when some of it cannot be read."""
    problems = Problems()
    decoded = decode(clean_tree(tree), problems)
    assert not problems.counted.errors, problems.listed(lambda _: {})
    return Dossier(decoded.head, decoded.tables)


def _ids(table: str) -> list[str]:
    return [f"{table}-{number}" for number in range(_PER_TABLE)]


class _Maker:
    """Makes values with one source of chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def tree(self) -> dict[str, Any]:
        """The tree of a dossier; references lead to records of the right kind."""
        tables = {
            table: [{**self._table(kind.record_type, table), "id": name} for name in _ids(table)]
            for table, kind in KINDS.items()
        }
        return {**self._table(Head, ""), "dossier": 1, **tables}

    def _table(self, struct: type, place: str) -> dict[str, Any]:
        return {
            name: self._value(place, name, kind)
            for name, kind, required in _fields(struct)
            if required or self._chance.random() < 0.6
        }

    def _value(self, place: str, key: str, kind: Any) -> Any:
        if (reference := _reference(place, key)) is not None:
            admitted = [name for table in KINDS if reference.admits(table) for name in _ids(table)]
            return self._some(admitted) if isinstance(kind, inspect.VarTupleType) else self._chance.choice(admitted)
        match kind:
            case inspect.StrType():
                return self._text()
            case inspect.LiteralType(values):
                return self._chance.choice(sorted(map(str, values)))
            case inspect.BoolType():
                return self._chance.random() < 0.5
            case inspect.IntType():
                return 1
            case inspect.CustomType(cls):
                if cls is Cites:
                    return [self._cite() for _ in range(self._chance.randrange(1, 4))]
                return self._chance.choice(_DATES)
            case inspect.VarTupleType(item):
                return [self._value(place, key, bare(item)) for _ in range(self._chance.randrange(4))]
            case inspect.StructType(cls, _):
                return self._table(cls, key)
        raise AssertionError(f"no values for {place}.{key} of type {kind}")

    def _some(self, names: list[str]) -> list[str]:
        return self._chance.sample(names, min(len(names), self._chance.randrange(4)))

    def _text(self) -> str:
        while True:
            text = "".join(self._chance.choices(_ODD, k=self._chance.randrange(1, 9)))
            if line(text):
                return text

    def _cite(self) -> dict[str, Any]:
        cite = {"source": self._chance.choice(_ids("sources")), **self._chance.choice(_PLACES)}
        if self._chance.random() < 0.5:
            cite["exact"] = self._text()
            cite.update({key: self._text() for key in ("prefix", "suffix") if self._chance.random() < 0.5})
        if self._chance.random() < 0.5:
            cite["stance"] = self._chance.choice(STANCES)
        if self._chance.random() < 0.3:
            cite["grade"] = self._text()
        return cite


@cache
def _fields(struct: type) -> list[tuple[str, Any, bool]]:
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return [(field.encode_name, bare(field.type), field.required) for field in info.fields]


@cache
def _reference(table: str, key: str) -> Reference | None:
    if not table:
        return SIDES if key == SIDES.key else None
    references = (one for kind in KINDS.values() for one in kind.references if (one.part or kind.table) == table)
    return next((one for one in references if one.key == key), None)
