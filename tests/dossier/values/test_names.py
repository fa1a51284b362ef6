"""How the name of an actor reads inside a sentence."""

from __future__ import annotations

import pytest

from tui.dossier.values.names import name_in_sentence


@pytest.mark.parametrize(
    ("name", "kind", "inside"),
    [
        ("Some allies", "group", "some allies"),
        ("Several outlets", "media", "several outlets"),
        ("Allies and partners", "group", "allies and partners"),
        ("Partners Ilva speaks of", "group", "partners Ilva speaks of"),
        ("Partners for Peace", "igo", "Partners for Peace"),
        ("Corvath media", "group", "Corvath media"),
        ("Somerset", "state", "Somerset"),
        ("", "group", ""),
    ],
)
def test_a_description_of_a_group_has_a_small_letter_and_a_proper_name_none(name: str, kind: str, inside: str) -> None:
    assert name_in_sentence(name, kind) == inside
