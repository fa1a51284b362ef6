"""The words and glyphs of the closed vocabularies: none is missing, and no two look the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from tui.dossier.values import vocabulary
from tui.dossier.values.vocabulary import count_noun, words


@pytest.mark.parametrize(
    ("terms", "glyphs"),
    [
        (vocabulary.Status, vocabulary.STATUS_GLYPHS),
        (vocabulary.Status, vocabulary.STATUS_MEANINGS),
        (vocabulary.Outcome, vocabulary.OUTCOME_GLYPHS),
        (vocabulary.Voice, vocabulary.VOICE_GLYPHS),
    ],
)
def test_every_term_has_a_glyph_of_its_own(terms: Any, glyphs: Mapping[str, str]) -> None:
    assert set(glyphs) == set(get_args(terms))
    assert len(set(glyphs.values())) == len(glyphs)


def test_every_kind_of_tie_has_a_sign() -> None:
    assert set(vocabulary.TIE_SIGNS) == set(get_args(vocabulary.TieKind))
    against = {kind for kind, sign in vocabulary.TIE_SIGNS.items() if sign == vocabulary.AGAINST}
    assert against == {"hostility", "rivalry", "sanctions"}
    assert vocabulary.TIE_SIGNS["bloc-membership"] == vocabulary.TIE_SIGNS["trade"] == vocabulary.NEITHER


def test_what_is_contested_denied_or_inferred_is_unsettled() -> None:
    assert vocabulary.STATUSES[-3:] == ("contested", "denied", "inferred")
    assert {*vocabulary.STATUSES[-3:]} == vocabulary.UNSETTLED


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 ties"), (1, "1 tie"), (2, "2 ties"), (5_000, "5,000 ties")], ids=str
)
def test_a_count_agrees_with_its_noun(count: int, said: str) -> None:
    assert count_noun(count, "tie") == said


def test_terms_are_written_as_they_are_read() -> None:
    assert [words(term) for term in ("no-response", "igo", "arms-supply", "none")] == [
        "no response",
        "organisation",
        "arms supply",
        "no speaker recorded",
    ]
