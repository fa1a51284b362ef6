"""A dossier as JSON loses nothing, and opens as the TOML does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.dossiers import MINIMAL, SMALL, content, loaded
from tests.export.generated import dossier_of_tree, generated_dossier, some_dossiers
from tests.hostile import base
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.format.decode import decode
from tui.dossier.format.notation import parse
from tui.dossier.load import load_bytes
from tui.dossier.problems import Problems
from tui.dossier.values.dates import parse_date
from tui.dossier.values.text import Safe
from tui.export.json import export
from tui.export.selection import select


def read_back(data: bytes) -> Dossier:
    read = load_bytes(data, Safe("d.json"))
    assert read.dossier is not None, read.problems
    return read.dossier


@some_dossiers
def test_reading_it_back_gives_the_same_dossier(seed: int) -> None:
    dossier = generated_dossier(seed)
    problems = Problems()
    decoded = decode(parse(export(select(dossier))).tree, problems)
    assert not problems
    assert decoded.head == dossier.head
    assert {table: tuple(record for _, record in rows) for table, rows in decoded.tables.items()} == dossier.tables


@pytest.mark.parametrize("name", [paths.BUNDLED, paths.EXAMPLE])
def test_a_bundled_dossier_opens_from_its_json_without_a_problem(name: str) -> None:
    folder = Path(paths.content(name)).parent
    dossier = content(name).dossier
    assert dossier is not None
    again = load_bytes(export(select(dossier)), Safe("d.json"), str(folder))
    assert again.problems == ()
    assert again.dossier is not None
    assert (again.dossier.head, again.dossier.tables) == (dossier.head, dossier.tables)
    assert again.dossier.verified == dossier.verified


def test_every_key_of_the_format_survives() -> None:
    dossier = loaded(base.write(base.tree()).text)
    assert read_back(export(select(dossier))).tables == dossier.tables


def test_a_key_that_lists_nothing_is_written_where_it_is_needed() -> None:
    claim = {**MINIMAL["claims"], "by": []}
    tree = json.loads(export(select(dossier_of_tree({"dossier": 1, "title": "T", "claims": [claim]}))))
    assert tree["claims"] == [{**claim, "cite": ["s"]}]


def test_it_is_as_of_the_moment_that_was_asked_for() -> None:
    dossier = loaded(SMALL)
    scope = select(dossier).scope
    for moment, given_, as_of in (
        (parse_date("1957-03"), True, "1957-03"),
        (parse_date("1957-03"), False, "1977-05"),
        (None, True, "1977-05"),
    ):
        selection = select(dossier, scope=scope._replace(moment=moment), moment_given=given_)
        assert json.loads(export(selection))["as_of"] == as_of


def test_a_part_refers_to_nothing_that_is_not_in_it() -> None:
    dossier = loaded(SMALL)
    part = read_back(export(select(dossier, chosen=["l-pilot"])))
    assert {"l-pilot", "ilvane", "norrow", "q-pilot", "a-pact", "gazette"} <= set(part.records)
    assert "c-gift" not in part.records
    reported = select(dossier, reported=True)
    assert read_back(export(reported)).tables == reported.dossier.tables
    [event] = [event for event in reported.dossier.tables["events"] if event.id == "e-shut"]
    assert "a-gift" not in reported.dossier.records
    assert event in dossier.tables["events"]
