"""Where the links of the pages lead inside the web page."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, loaded
from tui.export.html.anchors import Anchors

ANCHORS = Anchors(loaded(SMALL), ("overview:", "matrix:", "pair:corvath:ilvane"), {"gazette": ("p1", "p2")})


@pytest.mark.parametrize(
    ("target", "fragment"),
    [
        ("ilvane", "ilvane"),
        ("gazette#p2", "gazette.p2"),
        ("gazette#p9", "gazette"),
        ("overview:", "overview:"),
        ("panel:quotes", "panel:quotes"),
        ("panel:network", "matrix:"),
        ("ego:ilvane", "ilvane"),
        ("pair:corvath:ilvane", "pair:corvath:ilvane"),
        ("pair:ilvane:norrow", "ilvane"),
        ("said:ilvane:corvath", "ilvane"),
        ("moment:1977", ""),
        ("compare:ilvane:corvath", ""),
        ("nobody", ""),
        ('"><script>', ""),
    ],
)
def test_a_link_leads_to(target: str, fragment: str) -> None:
    assert ANCHORS.fragment(target) == fragment
