"""What a reader has selected: a statement or a passage that is lit, else what is open."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, loaded
from tui.pages.selected import selected_target, sources_of


@pytest.mark.parametrize(
    ("open_page", "link", "part", "target"),
    [
        ("q-pilot", "", "", "q-pilot"),
        ("q-pilot", "brenn", "", "q-pilot"),
        ("q-pilot", "gazette", "", "q-pilot"),
        ("q-pilot", "q-twice", "", "q-twice"),
        ("q-pilot", "gazette#p2", "", "gazette#p2"),
        ("ilvane", "a-pact", "", "a-pact"),
        ("ilvane", "pair:ilvane:norrow", "", "ilvane"),
        ("ilvane", "norrow", "", "ilvane"),
        ("gazette", "", "p3", "gazette#p3"),
        ("gazette", "brenn", "p3", "gazette#p3"),
        ("gazette", "a-pact", "p3", "a-pact"),
        ("gazette", "", "", "gazette"),
        ("gazette#p5", "", "", "gazette#p5"),
        ("overview:", "moment:1977", "", "overview:"),
        ("ego:ilvane", "norrow", "", "ego:ilvane"),
        ("marks:", "", "gazette#p2", "gazette#p2"),
        ("marks:", "", "", "marks:"),
        ("no-such", "gone", "", "no-such"),
    ],
)
def test_a_lit_statement_or_passage_comes_before_what_is_open(
    open_page: str, link: str, part: str, target: str
) -> None:
    assert selected_target(loaded(SMALL), open_page, link, part) == target


def test_the_sources_of_a_record_are_those_it_cites_and_of_a_passage_its_own() -> None:
    dossier = loaded(SMALL)
    assert [source.id for source in sources_of(dossier, "q-trade")] == ["gazette", "almanac"]
    assert [source.id for source in sources_of(dossier, "gazette#p9")] == ["gazette"]
    assert sources_of(dossier, "overview:") == []
