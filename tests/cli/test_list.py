"""`list` prints the records of a kind as text, or exports them so that they read back."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.cli.calls import Run, Write, start_process
from tests.dossiers import MINIMAL, SMALL, dossier_of, loaded, record, tree_of
from tui.cli import OK, USAGE_ERROR
from tui.dossier.kinds import KINDS
from tui.dossier.values.fold import fold
from tui.export.formats import LIST_FORMATS
from tui.export.record_values import record_values


@pytest.mark.parametrize("kind", MINIMAL)
def test_list_prints_a_line_for_each_record_with_its_id_first(run: Run, small: str, kind: str) -> None:
    result = run("list", kind, "-d", small)
    assert (result.status, result.err) == (OK, "")
    ids = [line.split()[0] for line in result.out.splitlines()]
    assert sorted(ids) == sorted(row["id"] for row in tree_of(SMALL)[kind])


@pytest.mark.parametrize("kind", MINIMAL)
def test_list_as_json_has_each_record_as_it_is_written(run: Run, small: str, kind: str) -> None:
    result = run("list", kind, "-d", small, "--format", "json")
    assert (result.status, result.err) == (OK, "")
    rows = json.loads(result.out, parse_constant=pytest.fail)
    assert rows == [record_values(entry) for entry in loaded(SMALL).tables[kind]]
    for row, written in zip(rows, tree_of(SMALL)[kind], strict=True):
        for key, value in written.items():
            if key in ("cite", "roles"):
                continue
            assert row[key] == (value if isinstance(value, str | list | bool) else str(value))


def test_json_has_cites_in_one_form_and_dates_as_text(run: Run, small: str) -> None:
    rows = {row["id"]: row for row in json.loads(run("list", "alliances", "-d", small, "--format", "json").out)}
    assert rows["a-pact"]["cite"] == ["gazette#p3"]
    assert rows["a-pact"]["start"] == "1951-07-09"
    assert rows["a-lamps"]["cite"] == [
        "gazette#p3-4",
        {"source": "gazette", "p": 3, "exact": "sells Corvath its lamps"},
    ]
    assert rows["a-lamps"]["from"] == "norrow"
    assert "between" not in rows["a-lamps"]


def test_json_written_back_as_a_dossier_has_the_same_values(run: Run, small: str, write: Write) -> None:
    rows = {kind: json.loads(run("list", kind, "-d", small, "--format", "json").out) for kind in MINIMAL}
    head = SMALL.partition("[[")[0]
    tables = (record(kind, **_without_defaults(row, kind)) for kind in MINIMAL for row in rows[kind])
    again = write(head + "".join(tables), "again.toml")
    assert run("check", again).out == ""
    for kind in MINIMAL:
        assert json.loads(run("list", kind, "-d", again, "--format", "json").out) == rows[kind]


def _without_defaults(row: dict[str, Any], kind: str) -> dict[str, Any]:
    return {**dict.fromkeys(MINIMAL[kind]), **row}


@pytest.mark.parametrize("kind", MINIMAL)
def test_list_as_csv_reads_back(run: Run, small: str, kind: str) -> None:
    result = run("list", kind, "-d", small, "--format", "csv")
    assert (result.status, result.err) == (OK, "")
    header, *rows = csv.reader(io.StringIO(result.out, newline=""), strict=True)
    assert header == list(KINDS[kind].record_type.__struct_encode_fields__)
    assert [len(row) for row in rows] == [len(header)] * len(rows)
    written = tree_of(SMALL)[kind]
    assert [row[header.index("id")] for row in rows] == [table["id"] for table in written]
    for row, table in zip(rows, written, strict=True):
        for key, value in table.items():
            cell = row[header.index(key)]
            if isinstance(value, str) and key != "cite":
                assert cell == value
            elif isinstance(value, bool):
                assert cell == str(value).lower()
            elif isinstance(value, list) and all(isinstance(part, str) for part in value):
                assert cell == "; ".join(value)


def test_an_empty_kind_is_an_empty_list(run: Run, write: Write) -> None:
    name = write('dossier = 1\ntitle = "T"\n')
    assert run("list", "quotes", "-d", name).out == ""
    assert json.loads(run("list", "quotes", "-d", name, "--format", "json").out) == []
    assert run("list", "quotes", "-d", name, "--format", "csv").out.splitlines() == [
        ",".join(KINDS["quotes"].record_type.__struct_encode_fields__)
    ]


@pytest.mark.long
@pytest.mark.parametrize("export_format", LIST_FORMATS)
def test_data_is_utf_8_whatever_the_locale(run: Run, write: Write, export_format: str) -> None:
    name = write(dossier_of(record("actors", id="x", name="Azərbaycan")))
    call = ("list", "actors", "-d", name, "--format", export_format)
    result = start_process(*call, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert (result.returncode, result.stderr) == (OK, "")
    assert result.stdout == run(*call).out


def test_help_names_every_format(run: Run) -> None:
    help_text = " ".join(run("list", "--help").out.split())
    for name, export_format in LIST_FORMATS.items():
        assert f"{name} ({export_format.summary})" in help_text


def test_a_message_counts_what_reported_leaves_out(run: Run, small: str) -> None:
    whole, part = run("list", "claims", "-d", small), run("list", "claims", "-d", small, "--reported")
    total, left = whole.out.count("\n"), part.out.count("\n")
    assert left < total
    assert part.status == OK
    assert part.err == (
        f"karabakh-tui list claims: {total - left} of {total} not shown, "
        "because no source reports them in its own voice\n"
    )


def test_a_list_is_sorted_by_a_column(run: Run, small: str) -> None:
    names = [line.split()[0] for line in run("list", "actors", "--sort", "name", "-d", small).out.splitlines()]
    dossier = loaded(SMALL)
    assert names == sorted(names, key=lambda name: fold(dossier.name(name)))
    for form in LIST_FORMATS:
        assert run("list", "actors", "--sort", "name", "--format", form, "-d", small).status == OK
    rows = json.loads(run("list", "actors", "--sort", "name", "--format", "json", "-d", small).out)
    assert [row["id"] for row in rows] == names


def test_a_kind_is_not_sorted_by_what_it_lacks(run: Run, small: str) -> None:
    result = run("list", "sources", "--sort", "ties", "-d", small)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == "karabakh-tui list: sources have no ties to sort by; write --sort date or name\n"
