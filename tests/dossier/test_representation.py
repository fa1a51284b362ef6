"""Who speaks for whom."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.kinds import Quote
from tui.dossier.representation import representatives, represented, speaks_for
from tui.dossier.values.dates import parse_date

DOSSIER = loaded(
    HEAD.replace("[]", '["cape"]')
    + record("actors", id="cape")
    + record("actors", id="ministry", kind="body", part_of="cape")
    + record("actors", id="minister", kind="person", roles=[{"title": "minister", "of": "ministry"}])
    + record("actors", id="paper", kind="media", side="cape")
    + record("actors", id="analyst", kind="person", roles=[{"title": "analyst"}])
)


def test_who_holds_an_office_or_is_a_part_speaks_for_the_whole_and_so_on_upwards() -> None:
    assert represented(DOSSIER, ["minister"]) == {"minister", "ministry", "cape"}
    assert represented(DOSSIER, ["cape"]) == {"cape"}


def test_an_actor_is_represented_by_its_parts_and_those_who_hold_offices_in_them() -> None:
    assert representatives(DOSSIER, "cape") == {"cape", "ministry", "minister"}
    assert representatives(DOSSIER, "minister") == {"minister"}


def test_belonging_to_a_side_or_having_an_office_of_nobody_is_not_speaking_for_it() -> None:
    assert not {"paper", "analyst"} & representatives(DOSSIER, "cape")
    assert represented(DOSSIER, ["paper", "analyst"]) == {"paper", "analyst"}


def test_parts_of_each_other_do_no_harm() -> None:
    offices = (
        record("actors", roles=[{"title": "t", "of": "b"}]),
        record("actors", id="b", roles=[{"title": "t", "of": "a"}]),
    )
    ring = loaded(HEAD + "".join(offices))
    assert representatives(ring, "a") == represented(ring, ["a"]) == {"a", "b"}


MINISTER = {"title": "minister", "of": "cape", "since": "1956", "until": "1957"}


@pytest.mark.parametrize(
    ("day", "speaks"), [("1955", False), ("1956", True), ("1957-03", True), ("1958", False), (None, True)]
)
def test_an_office_makes_somebody_speak_for_its_body_only_while_it_is_held(day: str | None, *, speaks: bool) -> None:
    date = {} if day is None else {"date": day}
    dossier = loaded(
        HEAD
        + record("sources")
        + record("actors", id="cape")
        + record("actors", id="minister", kind="person", roles=[MINISTER])
        + record("quotes", speaker="minister", **date)
    )
    assert speaks_for(dossier, dossier.records_of(Quote)[0], {"cape"}) == speaks
    assert ("cape" in represented(dossier, ["minister"], parse_date(day) if day else None)) == speaks
    assert "minister" in representatives(dossier, "cape")
