"""A dossier as a workbook, read back with openpyxl: the same records, links between sheets, and no formula."""

from __future__ import annotations

import io
import sys
from typing import Any

import openpyxl
import pytest

from tests.dossiers import SMALL, content, dossier_of, loaded, record
from tests.export.csv_back import dossier_of_tables
from tests.export.generated import generated_dossier, some_dossiers
from tests.marks import mostly_long
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.export import excel
from tui.export.excel import cell_text, export, remarks, sheet_names
from tui.export.formats import NotExported
from tui.export.selection import select

MOST = 32_767
SMALL_DOSSIER = loaded(SMALL)


def workbook(dossier: Dossier) -> Any:
    return openpyxl.load_workbook(io.BytesIO(export(select(dossier))))


def rows(book: Any) -> dict[str, list[dict[str, Any]]]:
    """Sheet -> its rows, column -> value."""
    tables = {}
    for sheet in book:
        head, *below = sheet.iter_rows(values_only=True)
        tables[sheet.title] = [dict(zip(head, row, strict=True)) for row in below]
    return tables


@some_dossiers
def test_the_workbook_reads_back_into_the_same_dossier(seed: int) -> None:
    dossier = generated_dossier(seed)
    back = dossier_of_tables(rows(workbook(dossier)))
    assert back.head == dossier.head
    assert back.tables == dossier.tables


@pytest.mark.parametrize("name", mostly_long([paths.BUNDLED, paths.EXAMPLE], paths.BUNDLED))
def test_a_bundled_dossier_reads_back(name: str) -> None:
    dossier = content(name).dossier
    assert dossier is not None
    assert dossier_of_tables(rows(workbook(dossier))).tables == dossier.tables


def test_every_sheet_keeps_its_head_in_view_and_can_be_filtered() -> None:
    book = workbook(SMALL_DOSSIER)
    assert set(KINDS) < set(book.sheetnames)
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
        assert all(6 <= width <= 61 for width in widths)


def test_an_id_leads_to_the_row_of_its_record() -> None:
    book = workbook(SMALL_DOSSIER)
    links = 0
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.hyperlink is not None:
                    name, _, place = cell.hyperlink.location.partition("!")
                    assert book[name.strip("'")][place].value == cell.value
                    links += 1
    assert links > 100
    speakers = [row["speaker"] for row in rows(book)["quotes"]]
    assert "brenn" in speakers
    place = next(cell for cell in book["quotes"]["B"] if cell.value == "brenn")
    assert place.hyperlink.location.startswith("'actors'!A")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@SUM(A1)", "=HYPERLINK(1)", "http://x.example", "1974", "{=A1}", "_x0041_"]
)
def test_a_text_stays_a_text(text: str) -> None:
    dossier = loaded(dossier_of(record("actors", id="x", name=text)))
    cells = [cell for row in workbook(dossier)["actors"].iter_rows() for cell in row if cell.value == text]
    assert [(cell.data_type, cell.hyperlink) for cell in cells] == [("s", None)]


def test_a_text_that_has_no_room_in_a_cell_is_cut_and_says_so() -> None:
    assert cell_text("x" * MOST) == "x" * MOST
    assert cell_text("🙂" * (MOST // 2)) == "🙂" * (MOST // 2)
    for text in ("x" * 40_000, "🙂" * 40_000):
        cut = cell_text(text)
        assert len(cut.encode("utf-16-le")) // 2 in (MOST, MOST - 1)
        assert cut.endswith(" of which a cell has room for no more than 32,767)")
        assert cut.startswith(text[:10_000])
    dossier = loaded(dossier_of(record("claims", text="y" * 40_000)))
    [claim] = rows(workbook(dossier))["claims"]
    assert len(claim["text"]) == MOST
    assert "(40,000 characters" in claim["text"]


def test_the_name_of_a_sheet_is_one_that_excel_takes() -> None:
    long = "a_kind_of_record_with_a_very_long_name"
    given_ = sheet_names([long, f"{long}_2", "History", "a/b", "A?B"])
    names = list(given_.values())
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\'") & set(name) for name in names)
    assert len({name.casefold() for name in names} | {"history"}) == len(names) + 1


def test_what_has_no_room_in_a_sheet_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excel, "_MOST_ROWS", 22)
    said = remarks(select(SMALL_DOSSIER))
    assert any(remark.endswith("rows of cites are left out: a sheet has no more than 23") for remark in said)
    book = workbook(SMALL_DOSSIER)
    assert book["cites"].max_row == 23
    assert any("rows of cites are left out" in note for note in notes(book))
    monkeypatch.undo()
    monkeypatch.setattr(excel, "_MOST_LINKS", 5)
    assert any("ids of cites are no links" in note for note in notes(workbook(SMALL_DOSSIER)))


def notes(book: Any) -> list[str]:
    """What the workbook says about itself."""
    return [row["value"] for row in rows(book)["dossier"] if row["key"] == "workbook_note"]


def test_without_the_library_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter.workbook", None)
    with pytest.raises(NotExported, match=r"pip install 'karabakh-tui\[excel\]'"):
        export(select(SMALL_DOSSIER))
