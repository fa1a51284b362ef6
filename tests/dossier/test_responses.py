"""Who responds to a claim, and of whom no response is on record though the claim is about them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.kinds import Claim
from tui.dossier.responses import actors_without_response, is_disputed, opponents

PEOPLE = (
    record("actors", id="cape"),
    record("actors", id="hall", kind="place"),
    record("actors", id="ministry", kind="body", part_of="cape"),
    record("actors", id="envoy", kind="person", roles=[{"title": "envoy", "of": "ministry"}]),
    record("actors", id="paper", kind="media", side="cape"),
)


def without_response(*records: str, **keys: Any) -> tuple[str, ...]:
    """The actors without a response to a claim by `a` with `keys`."""
    dossier = loaded(
        dossier_of(*PEOPLE, *records, record("claims", **keys), head='dossier = 1\ntitle = "T"\nsides = ["cape"]\n')
    )
    [claim] = dossier.tables["claims"]
    assert isinstance(claim, Claim)
    return actors_without_response(dossier, claim)


def test_those_a_claim_is_about_who_say_nothing_are_without_response() -> None:
    assert without_response(about=["a", "cape", "b"]) == ("cape", "b")
    assert without_response() == ()


def test_a_claim_about_a_tie_is_about_its_ends_and_each_is_listed_once() -> None:
    assert without_response(record("alliances", between=["b", "cape"]), about=["cape", "t"]) == ("cape", "b")


def test_no_response_is_expected_of_a_place_nor_of_who_only_took_part_in_an_event() -> None:
    assert without_response(record("events", actors=["cape"]), about=["hall", "e"]) == ()


@pytest.mark.parametrize("key", ["quotes", "counter"])
def test_who_speaks_for_or_against_it_has_responded(key: str) -> None:
    assert without_response(record("quotes", speaker="cape"), about=["cape", "b"], **{key: ["q"]}) == ("b",)


def test_who_denies_it_has_responded() -> None:
    assert without_response(about=["b"], denied_by=["b"], status="denied") == ()


def test_who_speaks_about_the_claim_or_in_a_quote_of_its_tie_has_responded() -> None:
    assert without_response(record("quotes", speaker="cape", about=["c"]), about=["cape"]) == ()
    assert without_response(record("quotes", speaker="cape", about=["cape"]), about=["cape"]) == ("cape",)
    words = record("quotes", id="q2", speaker="cape")
    assert without_response(words, record("alliances", quotes=["q2"]), about=["t", "cape"]) == ("b",)


@pytest.mark.parametrize("key", ["quotes", "counter"])
def test_who_speaks_in_a_quote_of_an_expectation_it_is_about_has_responded(key: str) -> None:
    answer = record("quotes", speaker="cape")
    expectation = record("ledger", expecting="b", of="cape", **{key: ["q"]})
    assert without_response(answer, expectation, about=["l", "cape", "a", "b"]) == ("b",)
    assert without_response(answer, record("ledger", expecting="b", of="cape"), about=["l", "cape"]) == ("cape",)


def test_an_actor_speaks_through_those_who_hold_its_offices() -> None:
    assert without_response(record("quotes", speaker="envoy"), about=["cape", "ministry"], quotes=["q"]) == ()


def test_belonging_to_a_side_is_not_speaking_for_it() -> None:
    assert without_response(record("quotes", speaker="paper"), about=["cape"], quotes=["q"]) == ("cape",)


def test_offices_held_of_each_other_do_no_harm() -> None:
    ring = (
        record("actors", id="x", roles=[{"title": "one", "of": "y"}]),
        record("actors", id="y", roles=[{"title": "two", "of": "x"}]),
    )
    assert without_response(*ring, record("quotes", speaker="x"), about=["y"], quotes=["q"]) == ()


def test_a_claim_is_disputed_when_denied_contradicted_or_contested() -> None:
    dossier = loaded(
        dossier_of(
            record("quotes", speaker="b"),
            record("claims", id="c1"),
            record("claims", id="c2", counter=["q"]),
            record("claims", id="c3", denied_by=["b"]),
            record("claims", id="c4", status="contested"),
            record("claims", id="c5", counter=["q"], denied_by=["b"]),
        )
    )
    claims = [claim for claim in dossier.tables["claims"] if isinstance(claim, Claim)]
    assert [is_disputed(claim) for claim in claims] == [False, True, True, True, True]
    assert [opponents(dossier, claim) for claim in claims] == [(), ("b",), ("b",), (), ("b",)]
