"""The ledger in three parts, and in whose words a row stands."""

from __future__ import annotations

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.as_of import as_of
from tui.dossier.grievances import (
    by_expecting,
    by_pair,
    grievances,
    outcome_counts,
    speakers,
    voice_counts,
)
from tui.dossier.kinds import Expectation
from tui.pages.span_builder import SpanBuilder

ROWS = (
    record("ledger", id="unmet", voiced="complaint", outcome="unmet", of="c"),
    record("ledger", id="met", voiced="request", outcome="met"),
    record("ledger", id="praised", voiced="praise", outcome="partly"),
    record("ledger", id="silent", voiced="none", outcome="unmet"),
    record("ledger", id="silent-met", voiced="none", outcome="met"),
    record("ledger", id="doubtful", voiced="demand", outcome="open", status="inferred"),
    record("ledger", id="again", voiced="complaint", outcome="unmet", expecting="b", of="a"),
)
DOSSIER = loaded(dossier_of(record("actors", id="c"), *ROWS))


def test_what_was_met_or_praised_is_no_grievance_and_silence_is_apart() -> None:
    parts = grievances(DOSSIER, as_of(DOSSIER, None))
    assert [[row.id for row in part] for part in parts] == [
        ["unmet", "doubtful", "again"],
        ["silent", "silent-met"],
        ["met", "praised"],
    ]


def test_only_settled_rows_count() -> None:
    counts = SpanBuilder(DOSSIER).counts
    assert [row.id for row in grievances(DOSSIER, as_of(DOSSIER, None)).raised if counts(row)] == ["unmet", "again"]


def test_rows_are_grouped_by_who_expects_and_of_whom() -> None:
    rows = grievances(DOSSIER, as_of(DOSSIER, None))[0]
    assert {actor: [row.id for row in of_actor] for actor, of_actor in by_expecting(rows).items()} == {
        "a": ["unmet", "doubtful"],
        "b": ["again"],
    }
    assert {pair: [row.id for row in of_pair] for pair, of_pair in by_pair(rows).items()} == {
        ("a", "c"): ["unmet"],
        ("a", "b"): ["doubtful"],
        ("b", "a"): ["again"],
    }


def test_voices_are_counted_in_one_order_and_outcomes_as_they_appear() -> None:
    rows = DOSSIER.records_of(Expectation)
    assert list(voice_counts(rows).items()) == [
        ("complaint", 2),
        ("demand", 1),
        ("request", 1),
        ("praise", 1),
        ("none", 2),
    ]
    assert list(outcome_counts(rows).items()) == [("unmet", 3), ("met", 2), ("partly", 1), ("open", 1)]


def test_a_row_stands_in_the_words_of_those_it_quotes_and_of_those_who_vouch_for_it() -> None:
    quotes = record("quotes", id="q1", speaker="b"), record("quotes", id="q2", speaker="a")
    dossier = loaded(dossier_of(*quotes, record("ledger", quotes=["q1", "q2"], by=["s", "b"])))
    [row] = dossier.records_of(Expectation)
    assert speakers(dossier, row) == ("b", "a", "s")
