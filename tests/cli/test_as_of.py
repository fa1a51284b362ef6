"""`--as-of` on `show`, `list` and `balance`: what is counted at a date, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.dossier.test_as_of import ENDED_TIES
from tests.dossiers import record
from tui.cli.main import main

EDEN = record(
    "actors",
    id="eden",
    kind="person",
    roles=[
        {"title": "Foreign Secretary", "of": "uk", "since": "1951-10", "until": "1955-04"},
        {"title": "Prime Minister", "of": "uk", "since": "1955-04", "until": "1957-01"},
    ],
)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "ended.toml"
    text = ENDED_TIES.replace("sides = []", 'sides = ["egypt", "uk"]')
    path.write_text(text + EDEN + record("quotes", speaker="eden", date="1956-12-20"), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("moment", "sign", "remarks"),
    [
        (
            (),
            "none counted",
            ["1936–1954", "defence pact  ended", "hostility  ended", "As of March 1957: 2 ended, not counted"],
        ),
        (
            ("--as-of", "1950"),
            "+ with",
            ["hostility  not begun", "31 Oct – 7 Nov 1956", "As of 1950: 1 not begun, not counted"],
        ),
        (
            ("--as-of", "1956-11"),
            "− against",
            ["hostility  ≈ perhaps", "1 ended, not counted; 1 perhaps there (≈), counted"],
        ),
        (("--as-of", "all"), "~ mixed", []),
    ],
)
def test_a_pair_has_the_sign_of_the_ties_that_are_there(
    moment: tuple[str, ...], sign: str, remarks: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "pair:egypt:uk", "-d", file, *moment]) == 0
    shown = capsys.readouterr().out
    assert sign in shown.splitlines()[0]
    assert [remark for remark in remarks if remark not in shown] == []
    assert ("As of" in shown) == bool(remarks)


def test_lists_keep_what_has_ended_and_mark_it(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "alliances", "-d", file]) == 0
    pact, war = capsys.readouterr().out.splitlines()
    assert "ended  1936–1954  defence" in pact
    assert "ended  31 Oct – 7 Nov 1956  hostility" in war
    assert main(["list", "quotes", "-d", file, "--as-of", "1956-11"]) == 0
    assert "later  20 Dec 1956" in capsys.readouterr().out
    assert main(["list", "actors", "-d", file, "--as-of", "1950"]) == 0
    assert capsys.readouterr().out.count("+1") == 2


def test_balance_counts_the_ties_of_the_moment(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    def ties(*moment: str) -> int:
        assert main(["balance", "-d", file, "--format", "json", *moment]) == 0
        number: int = json.loads(capsys.readouterr().out)["ties"]
        return number

    assert [ties("--as-of", when) for when in ("1950", "1957")] == [1, 0]
    assert ties() == 0


def test_home_says_as_of_when_it_counts_and_how_many_ties_are_not_there(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "overview", "-d", file]) == 0
    shown = capsys.readouterr().out
    assert "as of March 1957 · ties: 2 ended" in shown
    assert shown.count("no tie at this time") == 2


@pytest.mark.parametrize("command", [["show", "overview"], ["list", "actors"], ["balance"]])
def test_what_is_no_date_is_refused_in_one_line(
    command: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "-d", file, "--as-of", "1957-13"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "there is no month 13" in said
    assert "or all" in said
