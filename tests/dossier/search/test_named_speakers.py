"""The speakers that a query names."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, loaded
from tui.dossier.search.named_speakers import named_speakers

DOSSIER = loaded(SMALL)


@pytest.mark.parametrize(
    ("query", "actors"),
    [
        ("speaker:norrow,ilvane", ("norrow", "ilvane")),
        ("speaker:Ilvane pilot", ("ilvane",)),
        ("speaker:norr,ilvane", ("ilvane",)),
        ("speaker:ilvane -speaker:norrow", ("ilvane",)),
        ("about:ilvane,norrow", ()),
        ("", ()),
    ],
)
def test_whole_names_after_speaker_name_actors(query: str, actors: tuple[str, ...]) -> None:
    assert named_speakers(DOSSIER, query) == actors
