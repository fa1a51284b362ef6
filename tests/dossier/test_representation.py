"""Who speaks for whom."""

from __future__ import annotations

from tests.dossiers import HEAD, loaded, record
from tui.dossier.representation import representatives, represented

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
