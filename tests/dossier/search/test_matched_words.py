"""What is marked is what was looked for: whole words where they are exact, every occurrence, touching ones as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.search.matched_words import matched_words
from tui.dossier.search.query import parse_query
from tui.dossier.values.fold_map import fold_line


def marked(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in matched_words(parse_query(query)).spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("ban", "a ban on urban bands", ["ban", "ban", "ban"]),
        ('"ban"', "a ban on urban bands", ["ban"]),
        ('"ban', "a ban on urban bands", ["ban", "ban"]),
        ('"ban on"', "Ban  on", ["Ban  on"]),
        ("ban urban", "urban", ["urban"]),
        ("-ban urb", "urban", ["urb"]),
        ("ur ban", "urban", ["urban"]),
        ("speaker:ban", "ban", []),
        ('"կոտ"', "կոտ կոտը", ["կոտ"]),
        ('"क"', "कि क", ["क"]),
        ("nothing", "", []),
    ],
)
def test_the_words_are_marked(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


@given(st.text(st.sampled_from("abİß é\n“”"), max_size=20), st.text(st.sampled_from("abisse"), min_size=1, max_size=3))
def test_a_word_is_marked_where_a_search_finds_it_and_nowhere_else(text: str, typed: str) -> None:
    assert bool(marked(typed, text)) == (typed in fold_line(text))
    assert all(typed[0] in fold_line(part) for part in marked(typed, text))
