"""A dossier as a database: the same records, keys that lead somewhere, a search that knows letters, and views."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.dossiers import SMALL, content, dossier_of, loaded, record
from tests.export.csv_back import dossier_of_tables
from tests.export.generated import generated_dossier, some_dossiers
from tui import paths
from tui.export import sqlite
from tui.export.selection import select
from tui.export.sqlite import export, remarks
from tui.export.tables import tables

SMALL_DOSSIER = loaded(SMALL)


def opened(data: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    database.deserialize(data)
    return database


def rows(database: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]  # noqa: S608


def found(database: sqlite3.Connection, words: str) -> set[str]:
    query = "SELECT id FROM records WHERE rowid IN (SELECT rowid FROM records_search WHERE records_search MATCH ?)"
    return {row["id"] for row in database.execute(query, [words])}


@some_dossiers
def test_the_database_reads_back_into_the_same_dossier(seed: int) -> None:
    dossier = generated_dossier(seed)
    made = tables(select(dossier))
    with closing(opened(export(select(dossier)))) as database:
        back = dossier_of_tables({table.name: rows(database, table.name) for table in made})
        assert back.head == dossier.head
        assert back.tables == dossier.tables
        for table in made:
            if any(column.join for column in table.columns):
                shown = [number for number, column in enumerate(table.columns) if not column.is_searched]
                view = database.execute(f'SELECT * FROM "{table.name}_with_names"').fetchall()  # noqa: S608
                assert sorted(tuple(cell or "" for cell in row) for row in view) == sorted(
                    tuple(row[number] or "" for number in shown) for row in table.rows()
                )


@pytest.mark.parametrize("name", [paths.BUNDLED, paths.EXAMPLE])
def test_every_key_leads_somewhere(name: str) -> None:
    dossier = content(name).dossier
    assert dossier is not None
    with closing(opened(export(select(dossier)))) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        keys = {(row["from"], row["table"]) for row in database.execute("PRAGMA foreign_key_list(quotes)")}
        assert keys == {("id", "records"), ("speaker", "actors")}
        assert len(rows(database, "records")) == len(dossier.records)


def test_a_word_is_found_however_it_is_typed() -> None:
    dossier = loaded(
        dossier_of(record("actors", id="x", name="Əliyev"), record("actors", id="y", name="İlham’s Ağdam"))
    )
    with closing(opened(export(select(dossier)))) as database:
        assert found(database, "aliyev") == found(database, "Əliyev") == found(database, "ALIYEV") == {"x"}
        assert found(database, "agdam") == found(database, '"Ağdam"') == {"y"}
        assert found(database, "nobody") == set()


def test_what_a_record_refers_to_finds_it_as_in_the_program() -> None:
    with closing(opened(export(select(SMALL_DOSSIER)))) as database:
        assert "q-pilot" in found(database, "brenn")
        assert "a-lamps" in found(database, "norrow lamps")


def test_a_view_says_names_and_sources_in_one_row() -> None:
    with closing(opened(export(select(SMALL_DOSSIER)))) as database:
        tie = database.execute("SELECT * FROM alliances_with_names WHERE id = 'a-pact'").fetchone()
        assert (tie["between_names"], tie["quotes"], tie["cite_titles"]) == ("Ilvane; Norrow", "q-pilot", "Barges wait")
        assert (tie["sign_word"], tie["provisions"], tie["state"]) == ("with", "defense; consul", "holds")
        role = database.execute("SELECT * FROM actors_roles_with_names WHERE of = 'league'").fetchone()
        assert (role["title"], role["of_name"], role["cite_titles"]) == (
            *("envoy", "League of the Lower Rivers"),
            "Almanac of the lower rivers",
        )


def test_the_same_dossier_is_the_same_file() -> None:
    assert export(select(SMALL_DOSSIER)) == export(select(loaded(SMALL)))


def test_without_full_text_search_it_is_written_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert remarks(select(SMALL_DOSSIER)) == ()
    monkeypatch.setattr(sqlite, "_has_search", lambda _: False)
    with closing(opened(export(select(SMALL_DOSSIER)))) as database:
        assert rows(database, "actors")
        assert not database.execute("SELECT * FROM sqlite_master WHERE name = 'records_search'").fetchall()
    [remark] = remarks(select(SMALL_DOSSIER))
    assert "no full-text search" in remark


@pytest.mark.long
async def test_datasette_opens_it_as_it_is_and_finds_tables_keys_and_the_search(tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="datasette is not installed")
    file = tmp_path / "dossier.db"
    dossier = loaded(SMALL.replace('"Port Ilvane"', '"Əliyev"'))
    file.write_bytes(export(select(dossier)))
    server = app.Datasette([str(file)], immutables=[])

    async def get(path: str) -> Any:
        response = await server.client.get(path)
        assert response.status_code == 200, (path, response.text)
        return response.json()

    known = {table["name"]: table for table in (await get("/dossier.json"))["tables"]}
    assert known["records"]["count"] == len(dossier.records)
    assert known["records"]["fts_table"] == "records_search"
    assert {"other_table": "actors", "column": "speaker", "other_column": "id"} in (
        known["quotes"]["foreign_keys"]["outgoing"]
    )
    for words in ("aliyev", "Əliyev"):
        hits = await get(f"/dossier/records.json?_search={words}&_shape=array")
        assert [hit["id"] for hit in hits] == ["ilvane"]
    quotes = await get("/dossier/quotes.json?_labels=on&_shape=array&_size=1")
    assert quotes[0]["speaker"]["label"] == dossier.name(quotes[0]["speaker"]["value"])
    page = await server.client.get("/dossier/quotes_with_names")
    assert page.status_code == 200
