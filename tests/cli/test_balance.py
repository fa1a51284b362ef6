"""`balance` prints the structural balance as the page of the app, or as JSON in the promised shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.calls import Run, Write
from tests.dossiers import HEAD, SMALL, loaded, record
from tests.networks import GAMA, GAMA_TRIBES, tables_of
from tui.cli import DATA_ERROR, OK, USAGE_ERROR
from tui.dossier.network.balance import balance_to_compare, compute_balance
from tui.pages.balance.overview import balance_page
from tui.pages.span_builder import SpanBuilder
from tui.render.plain_text import plain_text


def test_balance_prints_the_page_of_the_balance(run: Run, small: str) -> None:
    result = run("balance", "-d", small)
    assert (result.status, result.err) == (OK, "")
    dossier = loaded(SMALL)
    expected = compute_balance(dossier)
    assert result.out == plain_text(balance_page(SpanBuilder(dossier), expected, balance_to_compare(dossier, expected)))


def test_balance_reads_the_bundled_dossier_by_default(run: Run) -> None:
    words = " ".join(run("balance").out.split())
    assert "Russia has + ties with both Armenia and Azerbaijan, who are against each other" in words


def test_balance_as_json_has_the_promised_shape(run: Run, write: Write) -> None:
    name = write(HEAD + record("sources") + tables_of(GAMA_TRIBES, GAMA))
    result = run("balance", "-d", name, "--format", "json")
    assert (result.status, result.err) == (OK, "")
    report = json.loads(result.out, parse_constant=pytest.fail)
    assert list(report) == [
        *("actors", "ties", "left_out", "mixed_pairs", "triangles", "balanced", "frustration", "hangs_on", "camps"),
        "either_camp",
    ]
    assert (report["actors"], report["ties"], sum(report["triangles"].values())) == (16, 58, 68)
    frustration = report["frustration"]
    assert (frustration["exact"], frustration["low"], frustration["high"]) == (True, 7, 7)
    assert [len(change) for change in frustration["changes"]] == [7]


def test_include_counts_unsettled_ties(run: Run, small: str) -> None:
    def report(*options: str) -> Any:
        return json.loads(run("balance", "-d", small, "--format", "json", *options).out)

    assert (report()["left_out"], report()["mixed_pairs"]) == ({"contested": 1, "denied": 1}, [])
    included = report("--include", "contested, inferred")
    assert (included["left_out"], included["mixed_pairs"]) == ({"denied": 1}, [["ilvane", "norrow"]])


@pytest.mark.parametrize(
    ("statuses", "message"),
    [
        ("contestd", "“contestd” is not an allowed status; did you mean “contested”?"),
        ("denied,reported", "“reported” is not an allowed status; write one or more of contested, denied, inferred"),
        ("", "“” is not an allowed status; write one or more of contested, denied, inferred"),
    ],
)
def test_a_wrong_status_is_a_usage_error(run: Run, small: str, statuses: str, message: str) -> None:
    result = run("balance", "-d", small, "--include", statuses)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert message in result.err


def test_a_message_says_when_not_every_smallest_change_is_listed(run: Run, write: Write) -> None:
    names = [f"{letter}{part}" for part in range(7) for letter in "abc"]
    ties = [(f"{first}{part}", f"{second}{part}", "-") for part in range(7) for first, second in ("ab", "ac", "bc")]
    result = run("balance", "-d", write(HEAD + record("sources") + tables_of(names, ties)), "--format", "json")
    assert len(json.loads(result.out)["frustration"]["changes"]) == 1000
    assert result.err == "karabakh-tui balance: not all of the smallest changes are listed\n"


def test_balance_of_too_many_pairs_is_one_line(run: Run, small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.network.signed_graph.MAX_PAIRS", 1)
    result = run("balance", "-d", small)
    assert (result.status, result.out) == (DATA_ERROR, "")
    assert result.err == "karabakh-tui balance: the ties join more than 1 pairs of actors\n"


def test_as_json_each_part_has_its_camps_and_the_result_names_what_it_hangs_on(run: Run, write: Write) -> None:
    actors = "".join(record("actors", id=name) for name in "abcde")
    ends = (("a", "b", "rivalry"), ("a", "c", "aid"), ("b", "c", "aid"), ("d", "e", "rivalry"))
    status = {"status": "judgement", "by": ["s"]}
    ties = "".join(
        record("alliances", id=f"t{number}", between=[one, other], kind=kind, **(status if number == 2 else {}))
        for number, (one, other, kind) in enumerate(ends)
    )
    result = run("balance", "-d", write(HEAD + record("sources") + actors + ties), "--format", "json")
    report = json.loads(result.out)
    assert report["camps"] == [[["a"], ["b"]], [["d"], ["e"]]]
    assert report["either_camp"] == [["c"], []]
    assert report["hangs_on"] == [{"ties": ["t2"], "status": "judgement"}]


def test_a_message_says_when_it_is_not_known_what_the_result_hangs_on(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.dossier.network.balance.support._MAX_TRIED", 0)
    actors = "".join(record("actors", id=name) for name in "abc")
    ties = "".join(
        record("alliances", id=f"t{number}", between=list(ends), kind=kind, status="judgement", by=["s"])
        for number, (ends, kind) in enumerate((("ab", "rivalry"), ("ac", "aid"), ("bc", "aid")))
    )
    result = run("balance", "-d", write(HEAD + record("sources") + actors + ties))
    assert "On which of its 3 pairs without a reported tie this hangs was not worked out." in " ".join(
        result.out.split()
    )
    assert result.err.endswith("without a reported tie the result hangs was not worked out\n")


PACT_AND_WAR = (
    HEAD
    + record("sources")
    + record("actors", id="egypt")
    + record("actors", id="uk")
    + record(
        "alliances", id="pact", between=["uk", "egypt"], kind="defence-pact", start="1936", end="1954", cite="s#p1"
    )
    + record("alliances", id="war", between=["uk", "egypt"], kind="hostility", start="1956-10-31", end="1956-11-07")
)


def test_over_time_as_json_has_a_row_for_each_change_with_its_evidence(run: Run, write: Write) -> None:
    result = run("balance", "-d", write(PACT_AND_WAR), "--over-time", "--format", "json")
    assert result.status == OK
    assert result.err == "karabakh-tui balance: in one row at most 0 undated ties count, and 1 that are perhaps there\n"
    rows = json.loads(result.out, parse_constant=pytest.fail)
    assert [row["date"] for row in rows] == ["1936-01-01", "1955-01-01", "1956-10-31", "1956-11-08"]
    assert rows[0] == {
        "date": "1936-01-01",
        "actors": 2,
        "ties": 1,
        "undated": 0,
        "perhaps": 1,
        "mixed_pairs": 0,
        "triangles": {"+++": 0, "++-": 0, "+--": 0, "---": 0},
        "balanced": None,
        "frustration": {"exact": True, "low": 0, "high": 0},
        "camps": [[["egypt", "uk"], []]],
        "either_camp": [[]],
        "came": [{"id": "pact", "cite": ["s#p1"]}],
        "went": [],
        "turned": [],
        "actors_came": [],
        "actors_went": [],
    }


def test_over_time_as_csv_has_a_header_and_no_formula(run: Run, write: Write) -> None:
    name = write(PACT_AND_WAR)
    header, *rows = run("balance", "-d", name, "--over-time", "--by", "year", "--format", "csv").out.splitlines()
    assert header.startswith("date,actors,ties,undated,perhaps,mixed_pairs,triangles_3_plus,")
    assert (len(rows), rows[0]) == (21, "1936-12-31,2,1,0,0,0,0,0,0,0,,true,0,0,pact,,,,")
    assert not any(cell.startswith(("+", "-", "=", "@")) for row in (header, *rows) for cell in row.split(","))


def test_over_time_as_text_is_a_table_and_the_changes_below(run: Run, write: Write) -> None:
    out = run("balance", "-d", write(PACT_AND_WAR), "--over-time").out
    table, _, changes = out.partition("Changes")
    assert "1956-10-31     2        1" in table
    assert "ended: + defence pact" in changes
    assert "¶1" in changes


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--over-time", "--as-of", "1957"), "--over-time is of every moment; leave out --as-of"),
        (("--by", "year"), "--by goes with --over-time"),
        (("--format", "csv"), "--format csv goes with --over-time"),
    ],
)
def test_options_that_do_not_go_together_are_a_usage_error(run: Run, options: tuple[str, ...], message: str) -> None:
    result = run("balance", *options)
    assert (result.status, result.out) == (USAGE_ERROR, "")
    assert result.err == f"karabakh-tui balance: {message}; see karabakh-tui balance --help\n"


def test_where_nothing_is_dated_there_are_no_rows_and_it_is_said(run: Run, write: Write) -> None:
    name = write(HEAD + record("sources") + tables_of(GAMA_TRIBES, GAMA))
    result = run("balance", "-d", name, "--over-time", "--format", "json")
    assert (result.status, json.loads(result.out)) == (OK, [])
    assert "nothing that counts begins or ends at a date" in result.err
