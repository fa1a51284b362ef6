"""Matches are marked in spans whatever their roles, and a long text begins where its match is in view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.search.matched_words import MatchedWords, matched_words
from tui.dossier.search.query import parse_query
from tui.pages.matches import NEAR, excerpt, from_match, with_matches
from tui.pages.page import Span, Spans


def words(query: str) -> MatchedWords:
    return matched_words(parse_query(query))


def text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def marked(spans: Spans) -> list[str]:
    return [span.text for span in spans if span.role == "match"]


def test_a_match_is_marked_across_spans_and_links_stay() -> None:
    spans = (Span("Ali", "side-one", "aliyev"), Span("yev said", "dim"))
    found = with_matches(spans, words("aliyev"))
    assert marked(found) == ["Ali", "yev"]
    assert found[0].link == "aliyev"
    assert found[-1] == Span(" said", "dim")


@given(
    st.lists(st.text(st.sampled_from("abİß é"), max_size=6), max_size=5),
    st.text(st.sampled_from("abis"), min_size=1, max_size=3),
)
def test_marking_changes_no_letter(texts: list[str], typed: str) -> None:
    spans = tuple(Span(each, "dim") for each in texts)
    found = with_matches(spans, words(typed))
    assert text(found) == text(spans)
    assert bool(marked(found)) == bool(words(typed).spans(text(spans)))


LONG = "The delegation asked for a convoy before the winter, and a valley road was opened for it in spring."


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("delegation", "The delegation asked for a convoy …"),
        ("nonesuch", "The delegation asked for a convoy …"),
        ("winter", "… before the winter, and a valley road …"),
        ("spring", "… for it in spring."),
        ("alley", "… winter, and a valley road was opened …"),
    ],
)
def test_an_excerpt_begins_where_the_match_is_near(query: str, shown: str) -> None:
    found = excerpt(LONG, words(query), 40)
    assert found == shown
    if words(query).spans(LONG):
        assert words(query).spans(found)[0][0] <= NEAR + 2


def test_a_short_text_is_whole_and_on_one_line() -> None:
    assert excerpt("two\nlines", words("lines"), 40) == "two lines"


def test_the_line_of_a_list_begins_near_its_match() -> None:
    spans = (Span("Kyle 1991  ", "cite"), Span(LONG))
    assert text(from_match(spans, words("kyle"))) == text(spans)
    assert text(from_match(spans, words("spring"))) == "… for it in spring."
    assert from_match(spans, words("nonesuch")) == spans
