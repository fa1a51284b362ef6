"""Cells of CSV: what a spreadsheet would compute is text, and lists are spelt out."""

from __future__ import annotations

import csv
import io

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.kinds import KINDS
from tui.export.csv import serialize


def cells_of(table: str, **keys: object) -> dict[str, str]:
    """The last row of a table with a record that has `keys`, column -> cell."""
    dossier = loaded(dossier_of(record(table, id="it", **keys)))
    text = serialize(KINDS[table].record_type, dossier.tables[table])
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))[-1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cells_of("actors", name=f"{start}SUM(A1)")["name"] == f"'{start}SUM(A1)"
    assert cells_of("actors", aliases=[f"{start}1", "b"])["aliases"] == f"'{start}1; b"
    assert (
        cells_of("claims", note=f'{start}cmd|" /C calc"!A0, and\nmore')["note"]
        == f'\'{start}cmd|" /C calc"!A0, and\nmore'
    )
    assert cells_of("actors", name=f"a{start}1")["name"] == f"a{start}1"


@pytest.mark.parametrize("sign", ["+", "-"])
def test_a_sign_alone_is_no_formula(sign: str) -> None:
    assert cells_of("alliances", kind="trade", sign=sign)["sign"] == sign


def test_offices_and_cites_with_words_are_spelt_out() -> None:
    cells = cells_of(
        "actors",
        roles=[{"title": "envoy", "of": "a"}, {"title": "poet"}],
        cite=["s#p1", {"source": "s", "p": 2, "exact": "words"}, {"source": "s", "exact": "title"}],
    )
    assert cells["roles"] == "envoy, a; poet"
    assert cells["cite"] == "s#p1; s#p2 “words”; s “title”"


def test_a_cite_loses_neither_its_place_nor_its_stance_nor_its_grade_nor_the_words_around() -> None:
    around = {"exact": "words", "prefix": "the ", "suffix": " of it"}
    cells = cells_of(
        "claims",
        cite=[
            "s#p5&page=412-413",
            {"source": "s", "p": 2, "folio": "12r", **around},
            {"source": "s", "column": 1518, "stance": "disputes", "grade": "B2"},
        ],
    )
    assert cells["cite"] == ("s#p5&page=412-413; s#p2&folio=12r {the }“words”{ of it}; s#column=1518 (disputes, B2)")


def test_true_false_and_nothing_are_told_apart() -> None:
    assert [cells_of("ledger", stated=value)["stated"] for value in (True, False, None)] == ["true", "false", ""]
