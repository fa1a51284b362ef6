"""Tab completes fields and their values to what the dossier has."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, loaded
from tui.dossier.search.completion import completion
from tui.dossier.search.fields import FIELDS, choices
from tui.dossier.search.filter import Filter
from tui.dossier.search.query import parse_query

DOSSIER = loaded(SMALL)


def completed(text: str) -> list[str]:
    """What the text becomes; `|` is where the cursor is, at the end when it is nowhere."""
    before, _, after = text.partition("|")
    found = completion(DOSSIER, before + after, len(before))
    whole = before + after
    return [] if found is None else [f"{whole[: found.start]}{choice}{whole[found.end :]}" for choice in found.choices]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("spe", "speaker:"),
        ("pilot sp| x", "pilot speaker: x"),
        ("-st", "-status:"),
        ("speaker:br", "speaker:brenn"),
        ("speaker:ada", "speaker:brenn"),
        ("speaker:brenn,nor", "speaker:brenn,norrow"),
        ("act:thr pilot", "act:threaten pilot"),
        ("tag:to", 'tag:"to check"'),
        ('tag:"to', 'tag:"to check"'),
        ("kind:pers", "kind:person"),
        ("about:port", "about:ilvane"),
        ("status:", "status:reported"),
        ("source:alm", "source:almanac"),
    ],
)
def test_what_is_typed_is_completed(text: str, first: str) -> None:
    assert completed(text if "pilot" not in text or "|" in text else text.replace(" pilot", "| pilot"))[0] == first


@pytest.mark.parametrize(
    "text", ["", "pilot", "speaker:zzz", "speaker:brenn", "pilot ", '"spe', "before:19", "|speaker"]
)
def test_what_is_complete_or_begins_nothing_is_left(text: str) -> None:
    assert completed(text) == []


@pytest.mark.parametrize("field", FIELDS)
def test_every_value_that_is_offered_is_understood(field: str) -> None:
    for choice in choices(DOSSIER, field):
        [written] = [text for text in completed(f"{field}:{choice.written[:1]}") if choice.written in text][:1] or [""]
        assert not written or Filter(DOSSIER, parse_query(written)).error == ""
