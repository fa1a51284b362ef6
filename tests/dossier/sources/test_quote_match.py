"""Quotations are compared with the passage they cite: words whole, in order, and as they are printed."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.dossier.sources.difference import difference, out_of_order
from tui.dossier.sources.passage import Passage
from tui.dossier.sources.quotation import Quotation
from tui.dossier.sources.quote_match import Match, find, matches
from tui.dossier.sources.token_index import TokenIndex
from tui.dossier.sources.tokens import Tokens, tokens_of

WAITING = "“We  wrote to Meriden twice\u00a0– we are\nstill waiting,” the minister’s office said. “They know it.”"
LOST = "Baku, which has […] Tellmark with a lot of its newer weaponry, […]. “We expect it to comment,” Vasse […]."


def passage(*paragraphs: str) -> Passage:
    return Passage([Tokens(paragraph) for paragraph in paragraphs], 1)


def found(words: str, *paragraphs: str, prefix: str = "", suffix: str = "") -> Match | None:
    return find(Quotation(words, prefix, suffix), passage(*paragraphs))


def occurs(words: str, *paragraphs: str) -> bool:
    return found(words, *paragraphs) is not None


def fits(words: str, *paragraphs: str) -> bool:
    """Whether the words occur, with nothing to remark."""
    match = found(words, *paragraphs)
    return match is not None and not match.remarks


def shown(words: str, paragraph: str = WAITING, prefix: str = "", suffix: str = "") -> list[str] | None:
    match = found(words, paragraph, prefix=prefix, suffix=suffix)
    return match and [paragraph[place.start : place.end] for place in match.places]


@pytest.mark.parametrize(
    "quote",
    [
        "We wrote to Meriden twice – we are still waiting,",
        "We wrote to Meriden twice – we are still waiting.",
        "We wrote to Meriden twice - we are still waiting",
        "“We wrote to Meriden twice — we are still waiting.”",
        '"We wrote to Meriden twice',
        "the minister's office",
        "  still\n\nwaiting  ",
        "They know it.",
        "We wrote […] still waiting.",
        "We wrote [...] waiting, … They know it",
        "… we are still waiting …",
        "still waiting. […] They know it.",
    ],
)
def test_marks_dashes_spaces_and_a_closing_stop_do_not_count(quote: str) -> None:
    assert fits(quote, WAITING)


@pytest.mark.parametrize(
    "quote",
    [
        "We wrote to Meriden three times",
        "we wrote to Meriden",
        "They know it […] We wrote",
        "We wrote [...] We wrote",
        "still waiting,, the",
        "e wrote to Meriden",
        "We wrote to Merid",
        "",
        " ",
        "…",
        "[…].",
        "“”",
        "[sic]",
    ],
)
def test_other_words_parts_of_words_and_no_words_do_not_occur(quote: str) -> None:
    assert not occurs(quote, WAITING)


@pytest.mark.parametrize(
    "quote",
    [
        "which has supplied Tellmark with a lot of its newer weaponry",
        "which has Tellmark with a lot",
        "supplied Tellmark with a lot of its newer weaponry",
        "of its newer weaponry, said so. “We expect it to comment",
        "“We expect it to comment,” Vasse told us.",
        "which has supplied Tellmark […] it to comment",
    ],
)
def test_gaps_of_a_copy_are_bridged_with_a_remark(quote: str) -> None:
    match = found(quote, LOST)
    assert match is not None
    assert [remark.rule.code for remark in match.remarks] == ["bridges-gap"]


@pytest.mark.parametrize(
    "quote",
    [
        "which has supplied Orvane with a lot of its newer weaponry",
        "has nothing whatever to do with it",
        "something that stands nowhere",
        "weaponry of the finest kind that was ever sold to anybody",
        "which hash tables",
        "with a lot of its newer weaponry, so they say. We expect it to comment",
    ],
)
def test_gaps_do_not_excuse_other_words(quote: str) -> None:
    assert not occurs(quote, LOST)


def test_a_gap_quoted_as_a_gap_is_nothing_to_remark() -> None:
    assert fits("which has […] Tellmark", LOST)


def test_words_may_be_lost_at_either_end() -> None:
    assert occurs("said Anna Vasse, a minister", "[…] Anna Vasse, a minister of Tellmark")
    assert occurs("Anna Vasse, a minister, said", "It was Anna Vasse, a minister, […]")


# Where the words are.


def test_the_places_are_of_the_paragraph_as_it_is_printed() -> None:
    assert shown("We wrote to Meriden twice - we are still") == ["We  wrote to Meriden twice\u00a0– we are\nstill"]
    assert shown("'the minister's office'") == ["the minister’s office"]
    assert shown("naïve", "so nai\u0308ve it is") == ["nai\u0308ve"]
    assert shown("a cooperation treaty", "It is a cooper- ation treaty.") == ["a cooper- ation treaty"]
    twice = "In a cooper- ation trea- ty of May, they"
    assert shown("cooperation treaty of May", twice) == ["cooper- ation trea- ty of May"]
    assert shown("We wrote […] waiting") == ["We  wrote", "waiting"]


def test_a_quotation_over_paragraphs_has_a_place_in_each() -> None:
    match = found("We came early. We left", "He said: “We came early.", "“We left late.”")
    assert match is not None
    assert match.places == ((1, 10, 24), (2, 0, 8))


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        ("", "", 0),
        ("", "again", 20),
        ("she said", "", 10),
        ("said, ", "", 20),
        ("he said,", " again", 20),
        ("e said,", " aga", 20),
        ("", "; h", 10),
        ("", ", the ministry", None),
        ("he never said", "", None),
    ],
)
def test_prefix_and_suffix_tell_which_of_several_is_meant(prefix: str, suffix: str, start: int | None) -> None:
    paragraph = "words and she said words; he said, words again"
    starts = [at for at in range(len(paragraph)) if paragraph.startswith("words", at)]
    match = found("words", paragraph, prefix=prefix, suffix=suffix)
    assert (match and match.places[0].start) == (None if start is None else starts[start // 10])


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "paragraph", "verdict"),
    [
        ("able to help", "un", "", "He is unable to help.", "gone"),
        ("help", "able to ", "", "He is unable to help.", "fits"),
        ("to", "", " he", "He is unable to help.", "fits"),
        ("shells", ",500 ", "", "It counted 1,500 shells.", "fits"),
        ("counted", "It ", " 1,", "It counted 1,500 shells.", "fits"),
        ("500 shells", "1,", "", "It counted 1,500 shells.", "gone"),
        ("know", "'t ", "", "They don’t know.", "fits"),
        ("aggression pact", "non-", "", "a non-aggression pact", "warns"),
        ("island", "The ", "ers", "The islanders left.", "gone"),
        ("never a single rifle", "", ", the ministry", "never a single rifle, the ministry said", "fits"),
        ("never a single rifle,", "", " the ministry", "never a single rifle, the ministry said", "fits"),
        ("payé", "a ", " la", "Il a paye\u0301 la dette.", "fits"),
        ("paye", "a ", " la", "Il a paye\u0301 la dette.", "gone"),
    ],
)
def test_exact_words_are_whole_and_only_the_outer_ends_of_their_context_may_be_cut(
    exact: str, prefix: str, suffix: str, paragraph: str, verdict: str
) -> None:
    match = found(exact, paragraph, prefix=prefix, suffix=suffix)
    assert ("gone" if match is None else "warns" if match.remarks else "fits") == verdict


def test_occurrences_are_found_one_after_the_other() -> None:
    all_of_it = passage("the mill", "a mill and the mill", "no Mill")
    assert [match.paragraphs[0] for match in matches(Quotation("mill"), all_of_it)] == [1, 2, 2]


# Properties.

_WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8).filter(
    lambda word: tokens_of(word) != []
)
_PLAIN_WORDS = st.text(st.sampled_from("abcdeéıəžбжաբა"), min_size=1, max_size=6)
_MARKS = st.sampled_from([" ", " ", " ", ", ", ". ", " – ", "; ", " (", ") "])
_ANY = st.text(st.sampled_from("ab .,…[]'“-–ßéא不ก็1,5"), max_size=40)


@st.composite
def prose(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Words and what parts them."""
    words = draw(st.lists(_PLAIN_WORDS, min_size=1, max_size=12))
    return words, draw(st.lists(_MARKS, min_size=len(words), max_size=len(words)))


@given(prose(), st.data())
def test_any_slice_of_whole_words_fits(text: tuple[list[str], list[str]], data: st.DataObject) -> None:
    words, marks = text
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    printed = ["".join(pair) for pair in zip(words, marks, strict=True)]
    assert fits("".join([*printed[first:last], words[last]]), "".join(printed))


@given(prose(), st.data())
def test_a_slice_with_another_letter_does_not_fit(text: tuple[list[str], list[str]], data: st.DataObject) -> None:
    words, marks = text
    changed = data.draw(st.integers(0, len(words) - 1))
    at = data.draw(st.integers(0, len(words[changed]) - 1))
    other = [*words]
    other[changed] = f"{words[changed][:at]}x{words[changed][at + 1 :]}"
    quoted, printed = ("".join("".join(pair) for pair in zip(each, marks, strict=True)) for each in (other, words))
    assert not occurs(quoted, printed)


@given(prose(), st.sampled_from(["un", "il", "im", "dis", "non-", "не", "ան", "qeyri-"]), st.data())
def test_a_prefix_cut_off_a_word_is_never_passed_over(
    text: tuple[list[str], list[str]], prefix: str, data: st.DataObject
) -> None:
    words, marks = text
    cut = data.draw(st.integers(0, len(words) - 1))
    quoted = "".join("".join(pair) for pair in zip(words[cut:], marks[cut:], strict=True))
    printed = [*words[:cut], prefix + words[cut], *words[cut + 1 :]]
    source = "".join("".join(pair) for pair in zip(printed, marks, strict=True))
    assume(not f" {source} ".replace(prefix + words[cut], "", 1).count(words[cut]))
    assert not fits(quoted, source)


@given(_ANY, _WORDS, _ANY)
def test_what_stands_in_a_paragraph_occurs_in_it(before: str, word: str, after: str) -> None:
    assume(not before.endswith(("l'", "-", "–")))
    assert occurs(word, f"{before} {word} {after}")


@given(_ANY, _ANY)
def test_places_are_in_order_and_inside_the_paragraph(quote: str, paragraph: str) -> None:
    match = found(quote, paragraph)
    if match is not None:
        edges = [edge for place in match.places for edge in (place.start, place.end)]
        assert edges == sorted(edges)
        assert 0 <= edges[0] < edges[-1] <= len(paragraph)


@given(st.text(max_size=60))
def test_every_token_has_its_place_and_none_is_empty(text: str) -> None:
    tokens = Tokens(text)
    assert len(tokens.form.split(" ")) == len(tokens.spans) + 2 or not tokens.spans
    assert "  " not in tokens.form
    assert all(start < end for start, end in tokens.spans)


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_ascii_letters_are_compared_alike_beside_others(text: str) -> None:
    assert tokens_of(f"{text} é")[:-1] == tokens_of(text)


def test_a_long_passage_is_searched_by_its_rarest_word_with_the_same_result() -> None:
    chance = random.Random(3)  # noqa: S311
    words = [f"a{chance.randrange(9_000)}" for _ in range(30_000)]
    form = f" {' '.join(words)} "
    index = TokenIndex(form)
    for _ in range(500):
        at = chance.randrange(len(words) - 9)
        needle = f" {' '.join(words[at : at + chance.randint(1, 9)])} "
        if chance.random() < 0.3:
            needle = needle[1:-1].replace("a", "z", 1)
        start = chance.randrange(len(form))
        assert index.find(needle, start) == form.find(needle, start)
        assert index.find(needle) == form.find(needle)


# Time.


@pytest.mark.parametrize(
    ("quote", "paragraph"),
    [
        ("a" * 20_000 + "b", "a" * 200_000),
        ("a […] " * 2_000 + "b", "a " * 40_000),
        ("ab" * 5_000 + "c", "ab[…]" * 20_000),
        ("a " * 10_000 + "c", "a […] " * 10_000),
        ("…" * 20_000, "…" * 20_000),
        ("(" * 10_000 + "x", "[ " * 20_000),
        ("[A]b " * 2_000 + "x", "[a]b " * 4_000),
        ("a- " * 2_000 + "x", "a- " * 8_000),
        ("l'" * 2_000 + "x", "l'" * 8_000),
        ("不" * 5_000 + "x", "不" * 50_000),
    ],
    ids=lambda text: text[:6],
)
def test_hostile_texts_take_no_time(quote: str, paragraph: str) -> None:
    began = time.process_time()
    assert not occurs(quote, paragraph)
    difference(Quotation(quote), passage(paragraph))
    assert time.process_time() - began < 5  # half a second, and room for a slow machine


# Where a quotation and its source part.


@pytest.mark.parametrize(
    ("quote", "source", "what", "fix"),
    [
        (
            "They sold arms for both sides",
            "They sold arms to both sides of the war.",
            "the source has “… sold arms to both sides …” where the quote has “… sold arms for both sides”",
            "They sold arms to both sides",
        ),
        (
            "able to help them",
            "Nobody is unable to help them.",
            "the source has “Nobody is unable to help …” where the quote has “able to help …”",
            "unable to help them",
        ),
        (
            "We are all waiting for them",
            "We are waiting for them",
            "the source has “We are waiting for …” where the quote has “We are all waiting for …”",
            "We are waiting for them",
        ),
        (
            "Some convoy left at noon",
            "The convoy left at dawn.",
            "the source has “The convoy left …” where the quote has “Some convoy left …”",
            "The convoy left at dawn",
        ),
        (
            "We will … and then stay",
            "We will talk and then leave",
            "the source has “… and then leave” where the quote has “and then stay”",
            "and then leave",
        ),
    ],
)
def test_the_place_where_they_part_is_shown_with_the_words_of_the_source(
    quote: str, source: str, what: str, fix: str
) -> None:
    parting = difference(Quotation(quote), passage(source))
    assert parting is not None
    assert (parting.what, parting.fix) == (what, fix)


def test_words_that_have_nothing_in_common_part_nowhere() -> None:
    assert difference(Quotation("zebra"), passage("The mill.")) is None


def test_parts_in_another_order_are_told_from_other_words() -> None:
    source = passage("First the bridge, then the mill.")
    assert out_of_order(Quotation("the mill … the bridge"), source)
    assert not out_of_order(Quotation("the mill … the river"), source)


@given(_ANY, _ANY)
def test_a_difference_can_be_told_of_any_two_texts(quote: str, source: str) -> None:
    difference(Quotation(quote), passage(source))
