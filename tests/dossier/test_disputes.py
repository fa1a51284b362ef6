"""What is one matter in dispute, and which matters a dossier has."""

from __future__ import annotations

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.disputes import disputes

CAST = (
    *(record("actors", id=name) for name in "xy"),
    *(record("quotes", id=f"q{name}", speaker=name) for name in "xy"),
)


def matters(*records: str) -> list[list[str]]:
    """The ids of the records of each matter."""
    return [[record.id for record in matter.records] for matter in disputes(loaded(dossier_of(*CAST, *records)))]


def claim(name: str, **keys: object) -> str:
    return record("claims", id=name, **keys)


def test_claims_that_contradict_each_other_are_one_matter() -> None:
    assert matters(
        claim("c1", quotes=["qx"], counter=["qy"]), claim("c2"), claim("c3", quotes=["qy"], counter=["qx"])
    ) == [["c1", "c3"]]


def test_a_disputed_claim_made_in_a_quote_that_contradicts_another_belongs_to_its_matter() -> None:
    contested = {"status": "contested", "by": ["y"]}
    assert matters(claim("c1", quotes=["qy"], **contested), claim("c2", counter=["qy"])) == [["c1", "c2"]]


def test_an_undisputed_claim_made_in_such_a_quote_is_no_matter() -> None:
    assert matters(claim("c1", quotes=["qy"]), claim("c2", counter=["qy"])) == [["c2"]]


def test_a_contested_tie_that_claims_are_about_is_covered_by_one_matter_alone() -> None:
    claims = (claim(name, about=["t"], status="contested", by=["x"]) for name in ("c1", "c2"))
    tie = record("alliances", kind="aid", status="contested", by=["x"])
    found = disputes(loaded(dossier_of(*CAST, *claims, tie)))
    assert [[record.id for record in matter.covered] for matter in found] == [["t"], []]


def test_claims_that_only_share_a_quote_are_matters_of_their_own() -> None:
    assert matters(claim("c1", quotes=["qx"], denied_by=["y"]), claim("c2", quotes=["qx"], denied_by=["y"])) == [
        ["c1"],
        ["c2"],
    ]


def test_what_is_contested_or_denied_comes_first() -> None:
    assert matters(
        claim("c1", counter=["qy"]), claim("c2", status="contested", by=["x"]), claim("c3", denied_by=["y"])
    ) == [["c2"], ["c3"], ["c1"]]


def test_a_contested_record_of_another_kind_is_a_matter_unless_a_disputed_claim_is_about_it() -> None:
    contested = {"status": "contested", "by": ["x"]}
    records = record("alliances", **contested), record("ledger", **contested), record("events", **contested)
    assert matters(*records) == [["t"], ["l"], ["e"]]
    assert matters(*records, claim("c", about=["t", "e"], denied_by=["y"])) == [["c"], ["l"]]
    assert matters(*records, claim("c", about=["t", "e"])) == [["t"], ["l"], ["e"]]


def test_inferred_and_settled_records_are_not_in_dispute() -> None:
    assert matters(record("alliances", status="inferred"), record("events")) == []
