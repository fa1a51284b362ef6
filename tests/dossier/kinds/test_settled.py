"""Which statements count: one rule, for ties, ledger rows, events and claims alike, wherever something is counted."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import facts_of, page_of
from tui.dossier.kinds import Expectation, Tie, counted_as, is_settled
from tui.dossier.network.balance import compute_balance
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.vocabulary import STATUSES, UNSETTLED
from tui.pages.catalog import Catalog
from tui.pages.span_builder import SpanBuilder

DENIED = {"by": ["a"], "denied_by": ["b"]}
REPORTED_AND_DENIED = loaded(
    dossier_of(record("alliances", kind="aid", **DENIED), record("ledger", voiced="complaint", **DENIED))
)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("denied", [False, True])
def test_a_statement_is_settled_unless_its_status_or_a_denial_of_a_report_says_otherwise(
    status: str, denied: bool
) -> None:
    keys = {"by": ["a"], "denied_by": ["b"] if denied or status == "denied" else [], "note": "From what."}
    tie = loaded(dossier_of(record("alliances", status=status, **keys))).tie("t")
    assert is_settled(tie) == (status not in UNSETTLED and not (status == "reported" and denied))
    assert counted_as(tie) == ("contested" if status == "reported" and denied else status)


def test_a_tie_that_is_reported_and_denied_is_in_no_count_until_contested_ones_are() -> None:
    dossier = REPORTED_AND_DENIED
    assert DEFAULT_SCOPE.ties(dossier) == []
    assert DEFAULT_SCOPE.left_out(dossier) == {"contested": 1}
    assert Scope(statuses=UNSETTLED - {"contested"}).ties(dossier) == list(dossier.records_of(Tie))
    assert compute_balance(dossier).ties == ()
    assert compute_balance(dossier, frozenset({"contested"})).ties == ("t",)


def test_a_grievance_that_is_reported_and_denied_is_not_counted_either() -> None:
    assert not any(map(SpanBuilder(REPORTED_AND_DENIED).counts, REPORTED_AND_DENIED.records_of(Expectation)))


def test_its_page_shows_it_as_reported_with_a_denial() -> None:
    facts = facts_of(page_of(Catalog(REPORTED_AND_DENIED), "t"))
    assert facts["Status"] == "● reported  with a denial; not counted as settled"
    assert facts["Denied by"] == "Actor b"


def test_in_lists_of_statements_the_denial_is_beside_the_status() -> None:
    builder = SpanBuilder(REPORTED_AND_DENIED)
    [tie] = REPORTED_AND_DENIED.records_of(Tie)
    words = "".join(span.text for span in builder.backing(tie.status, tie.cite, tie.by, tie.denied_by))
    assert words == "● reported · denied by Actor b · source whole text"
