"""How much rests on each source, and which words of it are highlighted."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import PASSAGES, SMALL, dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.problems import Problems
from tui.dossier.sources.copies import paragraphs
from tui.dossier.sources.coverage import Coverage, coverage, missing_runs
from tui.dossier.sources.highlights import Excerpts, highlights
from tui.dossier.sources.verify import verify


def with_copy(dossier: Dossier, **copies: str) -> Dossier:
    tables = {name: list(enumerate(rows)) for name, rows in dossier.tables.items()}
    passages = {name: paragraphs(text) for name, text in copies.items()}
    return Dossier(dossier.head, tables, passages, verified=verify(tables, passages, Problems()))


def coverage_of(*records: str, copy: str = "") -> Coverage:
    dossier = loaded(dossier_of(*records))
    return coverage(with_copy(dossier, s=copy) if copy else dossier)


# Counting.


@given(st.sets(st.integers(1, 30)), st.integers(0, 25))
def test_the_gaps_are_all_that_is_missing(numbers: set[int], last: int) -> None:
    runs = list(missing_runs(numbers, last))
    assert [number for first, end in runs for number in range(first, end + 1)] == sorted(
        {*range(1, last + 1)} - numbers
    )
    assert all(following[0] > run[1] + 1 for run, following in pairwise(runs))


def test_a_paragraph_counts_the_records_that_cite_it() -> None:
    result = coverage_of(record("claims", cite=["s#p1", "s#p3-4"]), record("quotes", cite="s#p3"), record("events"))
    [source] = result.sources
    assert source.cited == {1: 1, 3: 2, 4: 1}
    assert (source.whole, len(source.records)) == (1, 3)
    assert (source.paragraphs, source.has_copy, source.uncited) == (4, False, ((2, 2),))


def test_with_a_copy_all_its_paragraphs_are_known() -> None:
    [source] = coverage_of(record("claims", cite="s#p2"), copy="One.\n\nTwo.\n\nThree.\n\nFour.").sources
    assert (source.paragraphs, source.has_copy, source.uncited) == (4, True, ((1, 1), (3, 4)))


def test_records_are_told_apart_by_whether_one_source_bears_them_or_several_or_none() -> None:
    second = record("sources", id="s2")
    result = coverage_of(second, record("claims", cite=["s#p1", "s2"]), record("quotes", cite=["s#p1", "s#p2"]))
    assert (result.single, result.several, result.none) == ({"s": ("q",)}, 1, ("a", "b"))


def test_the_offices_of_an_actor_rest_on_their_cites() -> None:
    result = coverage(loaded(SMALL))
    assert "brenn" not in result.none
    assert "brenn" not in {name for ids in result.single.values() for name in ids}


def test_quotations_are_found_absent_or_not_compared() -> None:
    copy = "He said “no” to it.\n\nAnd then nothing."
    rows = [
        record("quotes", id="q1", text="no", cite="s#p1"),
        record("quotes", id="q2", text="yes", cite="s#p1"),
        record("quotes", id="q3", text="to it. And then", cite="s#p1-2"),
        record("quotes", id="q4", text="nothing", cite="s"),
        record("quotes", id="q5", text="He refused.", cite="s#p1", mode="indirect"),
    ]
    assert coverage_of(*rows, copy=copy).quotations == (4, 3, 1)
    assert coverage_of(*rows).quotations == (4, 0, 0)
    other = [record("sources", id="s2"), record("quotes", text="no", cite=["s#p1", "s2"])]
    assert coverage_of(*other, copy=copy).quotations == (1, 1, 0), "one of its copies has it"
    other[1] = record("quotes", text="yes", cite=["s#p1", "s2"])
    assert coverage_of(*other, copy=copy).quotations == (1, 0, 0), "the source without a copy may have it"


def test_an_empty_dossier_has_nothing_to_count() -> None:
    assert coverage(loaded('dossier = 1\ntitle = "T"\n')) == Coverage((), {}, 0, (), (0, 0, 0))  # type: ignore[arg-type]


@pytest.mark.long
def test_five_thousand_paragraphs_are_counted_in_no_time() -> None:
    rows = [
        record("quotes", id=f"q{number}", text="it said nothing more", cite=f"s#p{number + 1}")
        for number in range(5000)
    ]
    dossier = with_copy(loaded(dossier_of(*rows)), s="It said […] nothing more, and so it went on.\n\n" * 5000)
    assert coverage(dossier).quotations == (5000, 5000, 0)
    dossier.prepare()
    began = time.process_time()
    assert len(coverage(dossier).sources[0].cited) == 5000
    assert time.process_time() - began < 1  # a fifth of a second, and room for a slow machine


# Highlights.


def highlighted(copy: str, *records: str) -> list[str]:
    dossier = with_copy(loaded(dossier_of(*records)), s=copy)
    texts = dossier.passages["s"]
    return [texts[number - 1][start:end] for number, spans in highlights(dossier, "s").items() for start, end in spans]


def exact(words: str, **more: str) -> str:
    return record("claims", cite={"source": "s", "p": 1, "exact": words, **more})


PASSAGE = "“We wrote – twice,” she said; we wrote to all, and […] of them answered."


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([exact("she said")], ["she said"]),
        ([exact("We wrote - twice")], ["We wrote – twice"]),
        ([exact("wrote", prefix="; we ")], ["wrote"]),
        ([record("quotes", text="We wrote - twice, […] to all", cite="s")], ["We wrote – twice", "to all"]),
        ([exact("wrote"), record("quotes", text="she said", cite="s#p1")], ["wrote", "she said"]),
        ([record("quotes", text="We wrote - twice, […] to all", cite="s#p1")], ["We wrote – twice", "to all"]),
        (
            [record("quotes", text="and none of them answered.", cite="s#p1", mode="fragment")],
            ["and […] of them answered"],
        ),
        ([record("quotes", text="she said", cite="s")], ["she said"]),
        # Overlapping words are highlighted once.
        ([exact("wrote – twice"), record("quotes", text="twice,” she", cite="s#p1")], ["wrote – twice,” she"]),
        ([exact("she said"), record("quotes", text="said", cite="s#p1")], ["she said"]),
        # What is not there, a report of words and what stands elsewhere are not highlighted.
        ([exact("nonesuch")], []),
        ([record("quotes", text="she said", cite="s#p1", mode="indirect")], []),
        ([record("quotes", text="she said", cite="s#p2")], []),
    ],
)
def test_the_words_that_records_point_at_are_highlighted(records: list[str], expected: list[str]) -> None:
    assert highlighted(PASSAGE, *records) == expected


def test_a_quotation_over_two_paragraphs_is_highlighted_in_both() -> None:
    quote = record("quotes", text="the first half […] the second half", cite="s#p1-2")
    assert highlighted("And the first half\n\nthe second half it is", quote) == ["the first half", "the second half"]


def test_a_quotation_is_highlighted_in_each_passage_that_has_it() -> None:
    quote = record("quotes", text="a mill", cite=["s#p1", "s#p2", "s#p3"])
    assert highlighted("It is a mill\n\nNo.\n\nStill a mill", quote) == ["a mill", "a mill"]


def test_only_the_words_in_the_source_itself_are_highlighted_in_it() -> None:
    rows = record("sources", id="s2"), record("quotes", text="a mill", cite=["s#p1", "s2#p1"])
    dossier = with_copy(loaded(dossier_of(*rows)), s="It is a mill", s2="A man and a mill")
    assert (highlights(dossier, "s"), highlights(dossier, "s2")) == ({1: [(6, 12)]}, {1: [(10, 16)]})


@given(st.text("ab –“…[]. ", max_size=40), st.lists(st.text("ab -…. ", min_size=1, max_size=8), max_size=4))
def test_highlighted_spans_are_in_order_and_apart_whatever_the_words(passage: str, words: list[str]) -> None:
    rows = [record("quotes", id=f"q{number}", text=f"x{text}", cite="s#p1") for number, text in enumerate(words)]
    dossier = with_copy(loaded(dossier_of(*rows)), s=f"x{passage}")
    edges = [edge for span in highlights(dossier, "s").get(1, []) for edge in span]
    assert edges == sorted(set(edges))
    assert not edges or 0 <= edges[0] < edges[-1] <= len(passage) + 1


def test_what_is_highlighted_is_what_coverage_counts() -> None:
    rows = [record("quotes", id=f"q{number}", text=text, cite="s#p1") for number, text in enumerate(["wrote", "rot"])]
    dossier = with_copy(loaded(dossier_of(*rows)), s=PASSAGE)
    assert coverage(dossier).quotations == (2, 1, 1)
    assert highlighted(PASSAGE, *rows) == ["wrote"]


def test_the_small_dossiers_words_are_highlighted_in_its_copy() -> None:
    dossier = with_copy(loaded(SMALL), gazette=PASSAGES)
    spans = highlights(dossier, "gazette")
    words = [[text[a:b] for a, b in spans.get(n, [])] for n, text in enumerate(paragraphs(PASSAGES), 1)]
    assert words == [
        ["have been shut"],
        ["They promised us a pilot, and no pilot came", "We shall not ask twice"],
        ["sells Corvath its lamps", "a trade and nothing more"],
        ["free of charge"],
        [],
    ]


# Excerpts where there is no copy.


def excerpts(*records: str) -> list[str]:
    dossier = loaded(dossier_of(*records))
    return [str(words) for words in Excerpts(dossier, "s").of(1)]


def test_without_a_copy_the_exact_words_and_short_quotations_are_known() -> None:
    assert excerpts(exact("she said"), record("quotes", text="We wrote", cite="s#p1")) == ["We wrote", "she said"]
    assert excerpts(record("quotes", text="We wrote", cite="s#p1", mode="indirect")) == []


def test_words_inside_others_are_listed_once() -> None:
    assert excerpts(exact("wrote"), record("quotes", text="We wrote twice", cite="s#p1")) == ["We wrote twice"]


def test_long_words_and_long_quotations_are_cut() -> None:
    assert excerpts(exact("word " * 60)) == [("word " * 32).rstrip() + " …"]
    assert excerpts(record("quotes", text="word " * 60, cite="s#p1")) == [("word " * 32).rstrip() + " …"]


def test_words_cited_from_the_part_of_a_long_quotation_that_is_cut_are_shown() -> None:
    quote = record("quotes", text="word " * 60 + "the very end", cite="s#p1")
    start = ("word " * 32).rstrip() + " …"
    assert excerpts(quote, exact("the very end")) == [start, "the very end"]
    assert excerpts(quote, exact("word word")) == [start]
