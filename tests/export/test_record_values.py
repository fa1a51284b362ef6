"""A record as plain values: nothing is lost, so that it can be written down as a dossier again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record, toml
from tui.dossier.kinds import KINDS, Claim
from tui.export.formats import LIST_FORMATS
from tui.export.record_values import record_values

WORDS = {"exact": "the words", "prefix": "right before ", "suffix": " right after"}


def cites_of(cite: Any) -> Any:
    """The cites of a claim that cites `cite`, as they are exported."""
    [claim] = loaded(dossier_of(record("claims", cite=cite))).records_of(Claim)
    return record_values(claim)["cite"]


@pytest.mark.parametrize(
    "cite",
    [
        "s",
        "s#p5",
        "s#p5-6",
        {"source": "s", "exact": "the words"},
        {"source": "s", "p": 5, **WORDS},
        {"source": "s", "p": "5-6", **WORDS},
        "s#page=412-413",
        "s#p5&page=412&line=20",
        {"source": "s", "page": "412", "line": "20", **WORDS},
        {"source": "s", "column": "1518", "stance": "disputes"},
        {"source": "s", "t": "00:12:30", "stance": "mentions", "grade": "B2"},
        {"source": "s", "p": 5, "page": "412", "grade": "C3"},
    ],
)
def test_a_cite_is_exported_as_it_is_written(cite: Any) -> None:
    assert cites_of(cite) == [cite]
    assert cites_of(["s#p1", cite]) == ["s#p1", cite]


@pytest.mark.parametrize(("written", "exported"), [({"source": "s", "p": "5-5"}, "s#p5"), ({"source": "s"}, "s")])
def test_a_cite_without_words_takes_its_short_form(written: dict[str, str], exported: str) -> None:
    assert cites_of(written) == [exported]


def test_keys_without_a_value_are_left_out_and_false_is_a_value() -> None:
    dossier = loaded(dossier_of(record("ledger", stated=False, note="")))
    values = record_values(dossier.records["l"])
    assert values["stated"] is False
    assert {"note", "quotes", "alliance", "date"}.isdisjoint(values)


def test_a_whole_dossier_can_be_written_again_from_its_export() -> None:
    """As JSON says it; the head is not exported."""
    dossier = loaded(SMALL)
    tables = {
        table: json.loads(LIST_FORMATS["json"].serialize(kind.record_type, dossier.tables[table]))
        for table, kind in KINDS.items()
    }
    head = HEAD.replace("sides = []", f"sides = {toml(list(dossier.head.sides))}")
    rows = (f"\n[[{table}]]\n{_lines(values)}" for table, exported in tables.items() for values in exported)
    assert loaded(head + "".join(rows)).tables == dossier.tables


def _lines(values: dict[str, Any]) -> str:
    return "".join(f"{key} = {toml(value)}\n" for key, value in values.items())
