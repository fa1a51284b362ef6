"""A word that is found in folded text is shown in the right columns of the text as it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.values.fold import fold
from tui.dossier.values.fold_map import fold_line, fold_map

letters = st.one_of(st.sampled_from("aəeİıIßﬁé\u0301ёеԵւևվ–“־ە\u200cو\u064b՞ـ １٣ \n\t"), st.characters(codec="utf-8"))
texts = st.text(letters, max_size=30)


def parts(text: str, typed: str) -> list[str]:
    """What of `text` is found for what is typed."""
    folded = fold_map(text)
    return [text[slice(*folded.original(*place))] for place in folded.occurrences(fold_line(typed).strip())]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("The İlham Əliyev interview", "aliyev", ["Əliyev"]),
        ("İİİ İstanbul", "istanbul", ["İstanbul"]),
        ("Straße zur Straße", "strasse", ["Straße", "Straße"]),
        ("Straße", "as", ["aß"]),
        ("Straße", "s", ["S", "ß", "ß"]),
        ("ceﬁre", "fi", ["ﬁ"]),
        ("cafe\u0301s", "cafe", ["cafe\u0301"]),
        ("cafés", "cafe", ["café"]),
        ("ԵՐԵՒԱՆ և Երևան", "երևան", ["ԵՐԵՒԱՆ", "Երևան"]),
        ("Ёлка ещё", "еще", ["ещё"]),
        ("Ինչո՞ւ", "ինչու", ["Ինչո՞ւ"]),
        ("Mr\u00a0Eden", "mr eden", ["Mr\u00a0Eden"]),
        ("two\n   lines", "two lines", ["two\n   lines"]),
        ("aaa", "aa", ["aa"]),
        ("plain", "", []),
        ("a“b”c", '"b"', ["“b”"]),
    ],
)
def test_a_word_is_found_in_its_own_columns(text: str, typed: str, found: list[str]) -> None:
    assert parts(text, typed) == found


@given(texts)
def test_the_folded_text_is_that_of_a_search(text: str) -> None:
    assert fold_map(text).folded == fold_line(text)
    assert fold_line(fold_line(text)) == fold_line(text)


@given(texts, st.data())
def test_what_is_shown_folds_to_what_was_looked_for(text: str, data: st.DataObject) -> None:
    folded = fold_map(text)
    start = data.draw(st.integers(0, len(folded.folded)))
    word = folded.folded[start : data.draw(st.integers(start, len(folded.folded)))]
    for place in folded.occurrences(word):
        first, last = folded.original(*place)
        assert word in fold_line(text[first:last])
        for shorter in (text[first + 1 : last], text[first : last - 1]):
            if fold(text[first]) and fold(text[last - 1]):
                assert len(fold_line(shorter)) < len(fold_line(text[first:last])), "no character too many"


@given(texts, st.data())
def test_a_whole_character_is_shown_and_no_other(text: str, data: st.DataObject) -> None:
    """A part that begins and ends with whole characters folds to just the word."""
    start = data.draw(st.integers(0, len(text)))
    word = fold_line(text[start : data.draw(st.integers(start, len(text)))]).strip()
    folded = fold_map(text)
    for place in folded.occurrences(word):
        first, last = folded.original(*place)
        ends_whole = place[1] == len(folded.folded) or folded.original(place[1], place[1] + 1)[0] >= last
        starts_whole = not place[0] or folded.original(place[0] - 1, place[0])[1] <= first
        if ends_whole and starts_whole:
            assert fold_line(text[first:last]).strip() == word
