"""A glyph and its word are never parted, whatever the width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossiers import SMALL, loaded
from tests.pages.page_text import bundled, example, page_of
from tui.dossier.network.scope import Scope
from tui.pages.catalog import Catalog
from tui.pages.page import Section, Span, Spans, joined
from tui.render.layout import lay_out
from tui.render.wrap import Links, Row, wrap, wrap_above_tail
from tui.render.wrap import with_tail as rows_with_tail

LABELS = [
    Span("− against", "sign-against"),
    Span("+ with", "sign-with"),
    Span("◇ judgement", "status-judgement"),
    Span("␣ none recorded", "outcome-open"),
    Span("◌ no response", "outcome-bad"),
    Span("! complaint", "dim"),
    Span("·∴ no settled tie; 2 unsettled", "dim"),
]
VIEWS = (
    "overview:",
    "grievances:",
    "versions:",
    "about:",
    "blocs:",
    "matrix:",
    "ego:armenia",
    "timeline:",
    "coverage:",
)
CATALOGS = {"small": Catalog(loaded(SMALL), Scope(statuses=frozenset())), "bundled": Catalog(bundled())}


def words_of(row: Row) -> str:
    return "".join(piece.text for piece in row)


def rows_of(spans: Spans, width: int) -> list[str]:
    return [words_of(row) for row in wrap(spans, width, Links())]


plain = st.text("ab ", max_size=30).map(lambda words: Span(f" {words} "))


@given(st.lists(st.one_of(plain, st.sampled_from(LABELS)), max_size=8), st.integers(33, 60))
@settings(deadline=None)
def test_a_label_stands_whole_on_one_row(given_spans: list[Span], width: int) -> None:
    parts: list[Span] = []
    for span in given_spans:
        parts += [Span("  "), span]
    rows = rows_of(tuple(parts), width)
    for label in {span.text for span in given_spans if span in LABELS}:
        wanted = sum(span.text == label for span in given_spans)
        assert sum(row.count(label) for row in rows) >= wanted


@pytest.mark.parametrize(
    ("spans", "width", "rows"),
    [
        ((Span("Russia; "), Span("− against", "sign-against"), Span(" all")), 12, ["Russia;", "− against", "all"]),
        ((Span("a "), Span("‼ ", "dim"), Span("Cer of Bor")), 6, ["a", "‼ Cer", "of Bor"]),
        ((Span("the alliance"), Span(" ◇", "dim"), Span(" – terms")), 13, ["the", "alliance ◇ –", "terms"]),
        ((Span("one two"), Span(" · ", "dim"), Span("three")), 9, ["one two ·", "three"]),
        ((Span("What of "), Span("Bor", "text", "b"), Span("? Then more")), 8, ["What of", "Bor?", "Then", "more"]),
        ((Span("What of "), Span("Bor", "text", "b"), Span("? Then more")), 15, ["What of Bor?", "Then more"]),
        ((Span("its partner – the State"),), 13, ["its partner –", "the State"]),
        ((Span("a "), Span("‼ ")), 2, ["a", "‼"]),
        ((Span("a "), Span("⊡ its date is earlier than that of")), 20, ["a ⊡ its date is", "earlier than that of"]),
        ((Span("neither "), Span("1 unsettled", "text", "x")), 12, ["neither", "1 unsettled"]),
        ((Span("not shown: "), Span("3 ∴ inferred")), 22, ["not shown:", "3 ∴ inferred"]),
        ((Span("not shown: "), Span("1,107 ≠ contested")), 20, ["not shown:", "1,107 ≠ contested"]),
        ((Span("since "), Span("17 Feb 1972")), 11, ["since", "17 Feb 1972"]),
        ((Span("the 17"), Span(" men")), 6, ["the 17", "men"]),
        ((Span("Hask ¶16, p. 68", "cite"),), 12, ["Hask ¶16,", "p. 68"]),
        ((Span("Hask pp. 12–13", "cite"), Span("; "), Span("vol. 2", "cite")), 10, ["Hask", "pp. 12–13;", "vol. 2"]),
        ((Span("no. 68 of them"),), 6, ["no. 68", "of", "them"]),
        ((Span("at no. 68"),), 6, ["at no.", "68"]),
        ((Span("− against"),), 8, ["−", "against"]),
        ((Span("− against"),), 5, ["− aga", "inst"]),
    ],
)
def test_where_glyphs_and_marks_let_a_row_break(spans: Spans, width: int, rows: list[str]) -> None:
    assert rows_of(spans, width) == rows


@pytest.mark.parametrize("width", [30, 44, 60, 74])
@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)
def test_on_no_page_does_a_row_end_between_a_glyph_and_its_word(catalog: Catalog, name: str, width: int) -> None:
    if name.partition(":")[2] and catalog.page(name) is None:
        return
    for row, following in pairwise(lay_out(page_of(catalog, name), width).rows):
        ends = [piece for piece in row if piece.text.strip()][-1:]
        begins = [piece for piece in following if piece.text.strip()][:1]
        if (
            ends
            and begins
            and ends[0].role == begins[0].role
            and ends[0].role.startswith(("sign-", "status-", "outcome-"))
        ):
            assert ends[0].text.split()[-1].removesuffix(":").isalnum(), (words_of(row), words_of(following))


def test_the_legend_in_a_heading_breaks_between_its_parts_only() -> None:
    page = page_of(Catalog(example()), "overview:")
    [heading] = [block for block in page.blocks if isinstance(block, Section) and block.note][:1]
    labels = [span.text for span in heading.note if span.text[:1] in "!‼?^"]
    assert labels
    for width in range(20, 74):
        rows = [words_of(row) for row in lay_out(page._replace(blocks=(heading,)), width).rows]
        assert [label for label in labels if not any(label in row for row in rows)] == []


def with_tail(words: str, width: int, *more: Span) -> list[str]:
    links = Links()
    tail = (Span("● reported"),)
    rows = wrap_above_tail((Span(words, "name", "x"), *more), tail, width, links)
    return ["".join(piece.text for piece in row) for row in rows_with_tail(rows, tail, width, links)]


def test_rows_are_of_even_length_where_only_so_the_last_has_room_for_the_tail() -> None:
    assert with_tail("The ambassadors are called home and neither is sent back", 30) == [
        "The ambassadors are",
        "called home and neither",
        "is sent back        ● reported",
    ]
    assert with_tail("The ambassadors are called home", 30)[1] == "home                ● reported"


def test_what_fits_on_one_row_stays_whole_beside_a_tail_for_which_there_is_no_room() -> None:
    assert with_tail("The ambassadors are called", 30) == ["The ambassadors are called", " " * 20 + "● reported"]


def test_no_name_is_parted_from_another_for_a_tail() -> None:
    names = Span("State 35", "name", "a"), Span(" – "), Span("State 148", "name", "b")
    assert with_tail("War\n", 24, *names)[1:] == ["State 35 – State 148", " " * 14 + "● reported"]


@pytest.mark.parametrize("width", range(12, 40))
@pytest.mark.parametrize("lead", ["", "a", "a word ", "some words before it "])
def test_a_cite_that_fits_on_a_row_is_not_broken(lead: str, width: int) -> None:
    cite = Span("Kyle 1991 ¶5", "cite", "s#p5")
    rows = rows_of((*((Span(lead, "dim"), Span(" ")) if lead else ()), cite, Span(" "), cite), width)
    assert sum(row.count(cite.text) for row in rows) == 2


def test_of_a_cite_wider_than_a_row_the_place_stays_with_the_last_word() -> None:
    assert rows_of((Span("Report on the long quarrel ¶10", "cite", "s#p10"),), 16)[-1].endswith("quarrel ¶10")


@pytest.mark.parametrize("width", range(12, 40))
@pytest.mark.parametrize("date", ["6 Jun 1993", "6 June 1993", "Jun 1993"])
def test_a_date_is_not_broken(date: str, width: int) -> None:
    for spans in (
        (Span(f"complain, between May and {date}, it was said"),),
        (Span("warn · ", "dim"), Span(date, "dim")),
    ):
        assert any(date in row for row in rows_of(spans, width))


@pytest.mark.parametrize("width", range(14, 40))
def test_a_place_stays_with_the_title_before_it(width: int) -> None:
    title, places = (
        Span("The turning of friends", "text", "s"),
        (Span("¶8", "cite", "s#p8"), Span("¶9", "cite", "s#p9")),
    )
    rows = rows_of((title, Span(" "), places[0], Span(" "), places[1]), width)
    assert any("friends ¶8" in row for row in rows)


def test_a_name_is_not_parted_from_the_number_that_ends_it() -> None:
    spans = joined((Span(f"State {number}", "name"),) for number in (101, 181, 152))
    rows = ["".join(piece.text for piece in row) for row in wrap(spans, 18, Links())]
    assert rows == ["State 101,", "State 181,", "State 152"]


@pytest.mark.parametrize("width", range(20, 44))
def test_a_number_stays_with_the_glyph_and_the_word_of_what_it_counts(width: int) -> None:
    spans = (
        Span("pairs: "),
        Span("1,200 "),
        Span("» attributed", "dim"),
        Span(", "),
        Span("5 "),
        Span("◇ judgement", "dim"),
    )
    rows = rows_of(spans, width)
    assert any("1,200 » attributed" in row for row in rows)
    assert any("5 ◇ judgement" in row for row in rows)


@pytest.mark.parametrize("width", range(12, 60))
def test_a_sign_in_prose_stays_with_its_word(width: int) -> None:
    rows = rows_of(
        (Span("Each leaves few pairs out of line (a + pair between the camps, or a − pair within one)"),), width
    )
    assert not [row for row in rows if row.rstrip().endswith(("+", "−"))]


def test_a_label_of_one_word_stays_with_the_name_after_it() -> None:
    key = (Span("AZ ", "label"), Span("Azerbaijan", "name"), Span("  "), Span("RU ", "label"), Span("Russia", "name"))
    for width in range(14, 24):
        rows = ["".join(piece.text for piece in row).rstrip() for row in wrap(key, width, Links())]
        assert rows == (["AZ Azerbaijan  RU Russia"] if width >= 24 else ["AZ Azerbaijan", "RU Russia"])
