"""Every export format, and what all of them have in common."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.dossiers import SMALL, loaded
from tui.dossier.kinds import KINDS
from tui.export.formats import LIST_FORMATS
from tui.export.record_values import record_values

DOSSIER = loaded(SMALL)


@pytest.mark.parametrize("table", KINDS)
@pytest.mark.parametrize("name", LIST_FORMATS)
def test_every_format_exports_every_kind_with_the_id_of_each_record(name: str, table: str) -> None:
    text = LIST_FORMATS[name].serialize(KINDS[table].record_type, DOSSIER.tables[table])
    assert text.endswith("\n")
    assert all(record.id in text for record in DOSSIER.tables[table])


@pytest.mark.parametrize("table", KINDS)
@pytest.mark.parametrize("name", LIST_FORMATS)
def test_a_kind_without_records_is_exported_too(name: str, table: str) -> None:
    text = LIST_FORMATS[name].serialize(KINDS[table].record_type, ())
    assert text.endswith("\n")
    assert not any(record.id in text for record in DOSSIER.tables[table])


def test_json_has_the_keys_and_values_of_the_dossier() -> None:
    for table, kind in KINDS.items():
        records = DOSSIER.tables[table]
        assert json.loads(LIST_FORMATS["json"].serialize(kind.record_type, records)) == list(
            map(record_values, records)
        )


def test_csv_has_a_row_for_each_record_below_the_keys_of_its_kind() -> None:
    for table, kind in KINDS.items():
        text = LIST_FORMATS["csv"].serialize(kind.record_type, DOSSIER.tables[table])
        header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert header == list(kind.record_type.__struct_encode_fields__)
        assert [row[header.index("id")] for row in rows] == [record.id for record in DOSSIER.tables[table]]
