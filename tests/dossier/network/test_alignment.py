"""Which actors are with another and which against it."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.network.alignment import Alignment, alignments, most_tied
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.network.signed_graph import MIXED


def tie(name: str, kind: str, *ends: str, status: str = "reported") -> str:
    return record("alliances", id=name, between=list(ends) or ["a", "b"], kind=kind, status=status, by=["a"])


def alignments_of(dossier: Dossier, actor: str = "a") -> list[Alignment]:
    return alignments(DEFAULT_SCOPE.ties(dossier), [actor])[actor]


def test_several_ties_of_one_sign_are_one_alignment_as_firm_as_the_firmest() -> None:
    dossier = loaded(dossier_of(tie("t1", "aid", status="judgement"), tie("t2", "arms-supply", status="attributed")))
    assert alignments_of(dossier) == [Alignment("b", "+", "attributed")]
    assert alignments_of(dossier, "b") == [Alignment("a", "+", "attributed")]


def test_a_tie_without_a_sign_does_not_make_a_signed_one_firmer() -> None:
    assert alignments_of(loaded(dossier_of(tie("t1", "trade"), tie("t2", "aid", status="judgement")))) == [
        Alignment("b", "+", "judgement")
    ]


def test_with_and_against_is_mixed_and_as_firm_as_the_weaker_half() -> None:
    dossier = loaded(dossier_of(tie("t1", "aid"), tie("t2", "aid"), tie("t3", "rivalry", status="judgement")))
    assert alignments_of(dossier) == [Alignment("b", MIXED, "judgement")]


@pytest.mark.parametrize("status", ["contested", "denied", "inferred"])
def test_an_unsettled_tie_aligns_nobody(status: str) -> None:
    unsettled = record("alliances", kind="aid", status=status, by=["a"], denied_by=["b"])
    assert alignments_of(loaded(dossier_of(unsettled))) == []


def test_members_of_a_bloc_are_tied_to_it_and_not_to_each_other() -> None:
    bloc = record("actors", id="bloc", kind="igo")
    members = (
        record("alliances", id=f"t-{member}", between=None, from_=member, to="bloc", kind="bloc-membership")
        for member in "ab"
    )
    assert alignments_of(loaded(dossier_of(bloc, *members))) == [Alignment("bloc", "", "reported")]


def test_a_tie_of_three_ties_each_to_both_others() -> None:
    dossier = loaded(dossier_of(record("actors", id="c"), tie("t", "defence-pact", "a", "b", "c")))
    assert [alignment.actor for alignment in alignments_of(dossier, "b")] == ["a", "c"]


def test_the_actors_with_the_most_ties_come_first() -> None:
    dossier = loaded(dossier_of(record("actors", id="c"), tie("t1", "aid", "b", "c"), tie("t2", "aid", "c", "a")))
    assert most_tied(dossier, DEFAULT_SCOPE.ties(dossier), 2) == ["c", "a"]
    assert most_tied(dossier, [], 2) == []
