"""Dossiers made at random from the record types: every kind, every key, and texts that formats stumble over."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec import inspect

from tests.hostile.base import bare
from tui.dossier.dossier import Dossier
from tui.dossier.format.decode import decode
from tui.dossier.kinds import KINDS, Head, Reference
from tui.dossier.kinds.head import SIDES
from tui.dossier.problems import Problems
from tui.dossier.values.cite import STANCES, Cites
from tui.dossier.values.text import clean_tree, line

_PER_TABLE = 2
_ODD = "=+-@'\"\\;,:{}()“”[]<>&|#~_*\t\n\r ;; \\; =a ə\u0301Я漢\u202e\x1b\x00\ufeff🙂"
TEXTS = st.text(st.one_of(st.sampled_from(_ODD), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=12)
_TEXTS = TEXTS.filter(line)
_DATES = st.sampled_from(
    (
        *("1974", "1974-09", "1974-09-14", "197X", "-0044", "1974?/1975~", "../1980", "[1974..]"),
        *("1974-09-14T07:32:00Z", "1974-09-XX", "2001-03/.."),
    )
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


def ids(table: str) -> list[str]:
    """The ids of the records of a table."""
    return [f"{table}-{number}" for number in range(_PER_TABLE)]


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Any]:
    """The tree of a dossier with two records of every kind; references lead to records of the right kind."""
    head = _struct(draw, Head, "")
    tables = {
        table: [{**_struct(draw, kind.record_type, table), "id": name} for name in ids(table)]
        for table, kind in KINDS.items()
    }
    return {**head, "dossier": 1, **tables}


def dossier_of_tree(tree: dict[str, Any]) -> Dossier:
    """A dossier with what a tree says, judged by no rule; fails when some of it cannot be read."""
    problems = Problems()
    decoded = decode(clean_tree(tree), problems)
    assert not problems.counted.errors, problems
    return Dossier(decoded.head, decoded.tables)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier with two records of every kind."""
    return dossier_of_tree(draw(trees()))


def _struct(draw: st.DrawFn, struct: type, place: str) -> dict[str, Any]:
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return {
        field.encode_name: draw(_values(f"{place}.{field.encode_name}".strip("."), field.type))
        for field in info.fields
        if field.required or draw(st.booleans())
    }


def _reference(place: str) -> Reference | None:
    table, _, key = place.rpartition(".")
    if not table:
        return SIDES if key == SIDES.key else None
    references = (one for kind in KINDS.values() for one in kind.references if (one.part or kind.table) == table)
    return next((one for one in references if one.key == key), None)


def _values(place: str, kind: Any) -> st.SearchStrategy[Any]:
    kind = bare(kind)
    if (reference := _reference(place)) is not None:
        one = st.sampled_from([name for table in KINDS if reference.admits(table) for name in ids(table)])
        return st.lists(one, max_size=3, unique=True) if isinstance(kind, inspect.VarTupleType) else one
    match kind:
        case inspect.StrType():
            return _TEXTS
        case inspect.LiteralType(values):
            return st.sampled_from(sorted(map(str, values)))
        case inspect.BoolType():
            return st.booleans()
        case inspect.IntType():
            return st.just(1)
        case inspect.CustomType(cls):
            return st.lists(_cites(), min_size=1, max_size=3) if cls is Cites else _DATES
        case inspect.VarTupleType(item):
            return st.lists(_values(place, item), max_size=3)
        case inspect.StructType(cls, _):
            return _structs(cls, place.rpartition(".")[2])
    raise AssertionError(f"no values for {place} of type {kind}")


@st.composite
def _structs(draw: st.DrawFn, struct: type, place: str) -> dict[str, Any]:
    return _struct(draw, struct, place)


@st.composite
def _cites(draw: st.DrawFn) -> dict[str, Any]:
    cite = {"source": draw(st.sampled_from(ids("sources"))), **draw(st.sampled_from(_PLACES))}
    if draw(st.booleans()):
        cite["exact"] = draw(_TEXTS)
        cite.update({key: draw(TEXTS) for key in ("prefix", "suffix") if draw(st.booleans())})
    if draw(st.booleans()):
        cite["stance"] = draw(st.sampled_from(STANCES))
    if draw(st.booleans()):
        cite["grade"] = draw(_TEXTS)
    return cite
