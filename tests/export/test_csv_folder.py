"""A dossier as a folder of CSV: every table reads back into the same records, with words beside ids."""

from __future__ import annotations

import codecs

from tests.dossiers import SMALL, dossier_of, loaded, record
from tests.export.csv_back import dossier_of_files, rows_of
from tests.export.generated import generated_dossier, some_dossiers
from tui.dossier.kinds import KINDS
from tui.dossier.marks import Marks
from tui.dossier.values.dates import parse_date
from tui.dossier.values.text import Safe
from tui.export import csv_folder, excel_csv
from tui.export.selection import Selection, select

SMALL_DOSSIER = loaded(SMALL)


def folder(selection: Selection) -> dict[str, list[dict[str, str]]]:
    """Table -> its rows."""
    return {name.removesuffix(".csv"): rows_of(data.decode()) for name, data in csv_folder.export(selection).items()}


@some_dossiers
def test_the_folder_reads_back_into_the_same_dossier(seed: int) -> None:
    dossier = generated_dossier(seed)
    back = dossier_of_files({name: data.decode() for name, data in csv_folder.export(select(dossier)).items()})
    assert back.head == dossier.head
    assert back.tables == dossier.tables


def test_the_one_for_excel_has_a_mark_and_semicolons_and_the_same_in_it() -> None:
    files = excel_csv.export(select(SMALL_DOSSIER))
    assert all(data.startswith(codecs.BOM_UTF8) for data in files.values())
    texts = {name: data.decode("utf-8-sig") for name, data in files.items()}
    assert texts["links.csv"].startswith("record;key;number;target;target_name\n")
    assert dossier_of_files(texts, ";").tables == SMALL_DOSSIER.tables


def test_names_and_sources_stand_beside_ids() -> None:
    tables = folder(select(SMALL_DOSSIER))
    quote = next(row for row in tables["quotes"] if row["id"] == "q-trade")
    assert (quote["speaker"], quote["speaker_name"]) == ("norrow", "Norrow")
    assert (quote["about"], quote["about_names"]) == (
        "a-lamps; q-pilot; e-shut",
        "Norrow → Corvath; They promised us a pilot, and no pilot came,; The locks are shut",
    )
    assert (quote["cite"], quote["cite_places"]) == ("gazette#p3; almanac", "¶3; ")
    assert quote["cite_titles"] == "Barges wait; Almanac of the lower rivers"
    cite = next(row for row in tables["cites"] if row["record"] == "brenn" and row["key"] == "roles[2].cite")
    assert (cite["source_title"], cite["exact"]) == ("Almanac of the lower rivers", "Brenn, envoy")
    tie = next(row for row in tables["alliances"] if row["id"] == "a-quarrel")
    assert (tie["sign"], tie["sign_word"], tie["status"]) == ("", "against", "reported")


def test_every_kind_and_every_column_is_there_and_explained() -> None:
    tables = folder(select(SMALL_DOSSIER))
    assert set(KINDS) < set(tables)
    explained = {(row["table"], row["column"]) for row in tables["columns"] if row["meaning"]}
    shown = {(name, column) for name, rows in tables.items() if name != "columns" for column in rows[0]}
    assert shown <= explained


def test_what_is_there_at_the_moment_is_said_of_what_has_a_time() -> None:
    scope = select(SMALL_DOSSIER).scope
    tables = folder(select(SMALL_DOSSIER, scope=scope._replace(moment=parse_date("1977-03-01")), moment_given=True))
    states = {row["id"]: row["state"] for row in tables["records"]}
    assert states["a-pact"] == "holds"
    assert states["e-shut"] == "later"
    assert states["a-quarrel"] == "not begun"
    assert states["almanac"] == ""
    assert "state" not in tables["sources"][0]
    values = {row["key"]: row["value"] for row in tables["dossier"]}
    assert values["exported_as_of"] == "1977-03-01"
    outside = folder(select(SMALL_DOSSIER, scope=scope._replace(moment=None), moment_given=True))
    assert {row["state"] for row in outside["records"]} == {""}


def test_of_a_part_the_tables_say_what_was_chosen_and_what_was_left_out() -> None:
    tables = folder(select(SMALL_DOSSIER, chosen=["l-pilot"], query="pilot", reported=True))
    chosen = [row["id"] for row in tables["records"] if row["chosen"] == "true"]
    values = {row["key"]: row["value"] for row in tables["dossier"]}
    assert chosen == []  # the row is denied, so it is not reported
    assert (values["exported_query"], values["exported_chosen"]) == ("pilot", "1")
    assert "own voice" in values["exported_reported_only"]
    known = {row["id"] for row in tables["records"]}
    assert {row["target"] for row in tables["links"]} <= known


def test_marks_and_notes_are_a_table_when_they_are_exported() -> None:
    marks = Marks(frozenset({"gazette#p2", "gone"}), {"q-pilot": Safe("=mine")})
    rows = folder(select(SMALL_DOSSIER, marks=marks))["marks"]
    assert [(row["place"], row["record"], row["marked"], row["note"]) for row in rows] == [
        ("gazette#p2", "gazette", "true", ""),
        ("q-pilot", "q-pilot", "false", "=mine"),
    ]
    assert "marks" not in folder(select(SMALL_DOSSIER))


def test_a_cell_is_no_formula_and_a_sign_is_a_sign() -> None:
    dossier = loaded(
        dossier_of(record("actors", id="x", name="=cmd|'/c calc'!A0"), record("alliances", kind="trade", sign="+"))
    )
    files = csv_folder.export(select(dossier))
    assert b"\nx,'=cmd|'/c calc'!A0," in files["actors.csv"]
    assert b",+,with," in files["alliances.csv"]
