"""Cells of CSV: what a spreadsheet would compute is text, and lists are spelt out."""

from __future__ import annotations

import csv
import io

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.export.csv_back import record_of_row, rows_of
from tests.export.generated import generated_dossier, some_dossiers
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
        roles=[{"title": "envoy, first", "of": "a", "since": "1974", "cite": ["s#p1", "s#page=4"]}, {"title": "poet"}],
        cite=["s#p1", {"source": "s", "p": 2, "exact": "words"}, {"source": "s", "exact": "title"}],
    )
    assert cells["roles"] == "envoy\\, first, of=a, since=1974, cite=s#p1, cite=s#page=4; poet"
    assert cells["cite"] == "s#p1; s#p2 “words”; s “title”"


def test_a_cite_loses_neither_its_place_nor_its_stance_nor_its_grade_nor_the_words_around() -> None:
    around = {"exact": "words; (more)", "prefix": "the ", "suffix": " of it"}
    cells = cells_of(
        "claims",
        cite=[
            "s#p5&page=412-413",
            {"source": "s", "p": 2, "folio": "12r", **around},
            {"source": "s", "column": 1518, "stance": "disputes", "grade": "B2"},
        ],
    )
    assert cells["cite"] == (
        "s#p5&page=412-413; s#p2&folio=12r {the }“words\\; \\(more\\)”{ of it}; s#column=1518 (disputes, B2)"
    )


def test_two_names_with_a_semicolon_in_one_are_not_three() -> None:
    assert cells_of("actors", aliases=["x; y", "z"])["aliases"] == "x\\; y; z"
    assert cells_of("actors", aliases=["x", "y", "z"])["aliases"] == "x; y; z"


def test_what_looks_protected_is_protected_once_more() -> None:
    assert cells_of("actors", name="'=1")["name"] == "''=1"
    assert cells_of("actors", name="'Abd al-Malik")["name"] == "'Abd al-Malik"


@some_dossiers
def test_a_list_reads_back_into_the_same_records(seed: int) -> None:
    dossier = generated_dossier(seed)
    for table, kind in KINDS.items():
        rows = rows_of(serialize(kind.record_type, dossier.tables[table]))
        assert tuple(record_of_row(table, row) for row in rows) == dossier.tables[table]


def test_true_false_and_nothing_are_told_apart() -> None:
    assert [cells_of("ledger", stated=value)["stated"] for value in (True, False, None)] == ["true", "false", ""]
