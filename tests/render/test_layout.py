"""How a page becomes rows: nothing lost, nothing too wide, links in the order in which they are read."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.dossiers import SMALL, dossier_of, loaded, record
from tests.pages.page_text import bundled
from tui.pages.catalog import Catalog
from tui.pages.chart_blocks import Bars, CrossTable, Histogram
from tui.pages.diagram_blocks import Comparison, Grid
from tui.pages.page import Block, Entry, Fields, Page, Para, Quotation, Section, Span, Spans, Title
from tui.pages.side_blocks import SideBlock
from tui.pages.timeline_blocks import CountStrip
from tui.pages.twins import twin
from tui.pages.views.registry import VIEWS
from tui.render.layout import MEASURE, PageLayout, lay_out, measure_of
from tui.render.list_rows import rows as list_rows
from tui.render.plain_text import plain_text
from tui.render.text_blocks import MAX_ROWS
from tui.render.wrap import NO_LINK, Links, Piece, Row, cells, width_of, wrap

LETTERS = "abc.,–“”ՀայԵւ漢字ｱ한e\u0301🙂 \n"
WIDTHS = st.integers(1, 120)
targets = st.sampled_from(["", "", "armenia", "article#p5", "q-1"])
words = st.one_of(st.text(LETTERS, max_size=30), st.text("ab ", max_size=200), st.text("漢字", max_size=90))
spans = st.lists(st.builds(Span, words, st.sampled_from(["text", "dim", "quote"]), targets), max_size=6).map(tuple)


def words_of(row: Row) -> str:
    return "".join(piece.text for piece in row)


def bare(text: str) -> str:
    """Text without what a break may take or a layout may add: white space, the rule, the bar beside a quotation."""
    return re.sub(r"[ \n─▎]", "", text)


def too_wide(rows: tuple[Row, ...] | list[Row], width: int) -> list[str]:
    """Rows of more than `width` cells, but for a single character that is wider than the row."""
    return [
        words_of(row) for row in rows if width_of(row) > width and sum(cells(char) > 0 for char in words_of(row)) > 1
    ]


# Wrapping.


@given(spans, WIDTHS)
@settings(deadline=None)
def test_wrapping_loses_no_character_but_space_at_a_break(given_spans: Spans, width: int) -> None:
    text = "".join(span.text for span in given_spans)
    at = 0
    for row in wrap(given_spans, width, Links()):
        start = text.find(words_of(row), at)
        assert start >= 0
        assert text[at:start].strip(" \n") == ""
        at = start + len(words_of(row))
    assert text[at:].strip(" \n") == ""


@given(spans, WIDTHS)
@settings(deadline=None)
def test_no_row_is_wider_than_asked(given_spans: Spans, width: int) -> None:
    assert too_wide(wrap(given_spans, width, Links()), width) == []


@given(spans, st.integers(2, 120))
@settings(deadline=None)
def test_from_two_cells_on_every_character_fits(given_spans: Spans, width: int) -> None:
    assert [row for row in wrap(given_spans, width, Links()) if width_of(row) > width] == []


@given(st.lists(st.text("ab", min_size=1), max_size=40).map(" ".join), st.integers(1, 40))
def test_a_row_is_only_broken_when_the_next_word_does_not_fit(text: str, width: int) -> None:
    found = [words_of(row) for row in wrap((Span(text),), width, Links())]
    for row, following in pairwise(found):
        word = following.split(" ")[0]
        assert len(row) + 1 + len(word) > width


@given(st.lists(st.text("ab", min_size=1, max_size=5)), st.integers(5, 40))
def test_a_word_that_fits_in_a_row_is_not_taken_apart(given_words: list[str], width: int) -> None:
    rows = wrap((Span("  ".join(given_words)),), width, Links())
    assert [word for row in rows for word in words_of(row).split()] == given_words


@given(spans, WIDTHS)
@settings(deadline=None)
def test_each_piece_keeps_its_role_and_its_link(given_spans: Spans, width: int) -> None:
    links = Links()
    rows = wrap(given_spans, width, links)
    assert links.targets == [span.link for span in given_spans if span.link]
    written = [(char, span.role, span.link) for span in given_spans for char in span.text if char not in " \n"]
    shown = [
        (char, piece.role, links.targets[piece.link] if piece.link != NO_LINK else "")
        for row in rows
        for piece in row
        for char in piece.text
        if char != " "
    ]
    assert shown == written


@given(spans, WIDTHS)
@settings(deadline=None)
def test_links_are_numbered_in_the_order_in_which_they_are_read(given_spans: Spans, width: int) -> None:
    numbers = [piece.link for row in wrap(given_spans, width, Links()) for piece in row if piece.link != NO_LINK]
    assert numbers == sorted(numbers)


@given(spans, WIDTHS)
@settings(deadline=None)
def test_neighbours_that_look_the_same_are_one_piece(given_spans: Spans, width: int) -> None:
    for row in wrap(given_spans, width, Links()):
        assert all((one.role, one.link) != (two.role, two.link) for one, two in pairwise(row))


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 5, ["one", "two", "three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("abcdef", 1, list("abcdef")),
        ("a  b", 10, ["a  b"]),
        ("a    b", 4, ["a", "b"]),
        ("trailing   ", 20, ["trailing"]),
        ("  leading", 20, ["  leading"]),
        (" " * 40 + "x", 20, ["x"]),
        ("one\ntwo\n\nthree", 20, ["one", "two", "", "three"]),
        ("one\n", 20, ["one"]),
        ("one\n  two", 20, ["one", "two"]),
        ("漢字漢字", 4, ["漢字", "漢字"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("a漢字", 2, ["a", "漢", "字"]),
        ("Հայաստան և Ադրբեջան", 11, ["Հայաստան և", "Ադրբեջան"]),
        ("well-known", 6, ["well-k", "nown"]),
        ("no\u00a0break here", 8, ["no\u00a0break", "here"]),
    ],
)
def test_breaks_fall_at_spaces(text: str, width: int, rows: list[str]) -> None:
    assert [words_of(row) for row in wrap((Span(text),), width, Links())] == rows


def test_a_word_may_run_over_spans_and_stays_together() -> None:
    found = wrap((Span("one "), Span("“tw", "quote"), Span("o”", "dim", "x"), Span(", three")), 8, Links())
    assert [words_of(row) for row in found] == ["one", "“two”,", "three"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60))
def test_cells_are_those_of_the_terminal(text: str) -> None:
    assert cells(text) == cell_len(text)


# Laying out a page.


def fields(rows: list[tuple[str, Spans, str]]) -> Fields:
    """Fields of which each row has a label, what it says, and where its label leads, if anywhere."""
    headings = tuple(Span(label, "label", link if label.strip() else "") for label, _, link in rows)
    return Fields(tuple((label, said) for label, said, _ in rows), headings=headings)


titles = words.filter(str.strip)
"""A title without words would have nothing to carry its link."""
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Title, spans, spans, st.sampled_from(["", "top"]), id=targets),
    st.builds(
        Section,
        titles,
        st.one_of(st.none(), st.integers(0, 2000)),
        st.sampled_from(["", "p5"]),
        targets,
        note=spans,
        cuts_note=st.just(False),
        lead=st.sampled_from([(), (Span("≠ contested: ", "status-contested"),)]),
    ),
    st.builds(Para, spans, spans, st.sampled_from([0, 2])),
    st.builds(Quotation, spans, st.sampled_from([("“", "”"), ("", "")])),
    st.lists(st.tuples(st.text("abc ", max_size=20), spans, targets), max_size=3).map(fields),
    st.builds(Entry, st.sampled_from([Span("+", "sign-with"), Span(" "), Span("∘", "dim")]), spans, spans, spans),
)
pages = st.builds(Page, st.just("x"), st.lists(blocks, max_size=5).map(tuple), st.just(()), st.just(()))


CATALOGS = {"small": Catalog(loaded(SMALL)), "bundled": Catalog(bundled())}
EVERY_PAGE = {
    f"{title}: {name}": page
    for title, catalog in CATALOGS.items()
    for name in catalog.dossier.records
    if (page := catalog.page(name)) is not None
}
EVERY_PAGE |= {
    f"{title}: {name}": page
    for title, catalog in CATALOGS.items()
    for name in VIEWS
    if (page := catalog.page(f"{name}:"))
    and not any(isinstance(block, Grid | SideBlock | Bars | CrossTable | Histogram) for block in page.blocks)
}
"""Grids repeat their names where they are parted, and pictures give way to words; they have tests of their own."""

every_page = pytest.mark.parametrize("page", EVERY_PAGE.values(), ids=EVERY_PAGE)


def check(page: Page, width: int) -> PageLayout:
    """What holds for any page at any width."""
    layout = lay_out(page, width)
    assert too_wide(layout.rows, measure_of(page, width) if page.in_columns else min(width, MEASURE)) == []
    in_words = page._replace(blocks=tuple(block for picture in page.blocks for block in twin(picture)))
    in_bars = {date.link for block in page.blocks if isinstance(block, CountStrip) for date in block.dates}
    if in_bars:  # a bar of several dates leads to the first of them
        assert set(layout.links) <= set(page.links())
    assert [link for link in layout.links if link not in in_bars] in (
        [link for link in each.links() if link not in in_bars] for each in (page, in_words)
    ), "a picture for which there is no room is told in words"
    assert len(layout.link_rows) == len(layout.links)
    if not any(
        isinstance(block, Comparison) for block in page.blocks
    ):  # beside each other, one is read after the other
        assert list(layout.link_rows) == sorted(layout.link_rows)
    shown = bare("".join(map(words_of, layout.rows)))
    for run in runs(page):
        assert bare("".join(span.text for span in run)) in shown
    first: dict[int, int] = {}
    for place, row in enumerate(layout.rows):
        for piece in row:
            first.setdefault(piece.link, place)
    assert list(layout.link_rows) == [first.get(number, 0) for number in range(len(layout.links))]
    return layout


def runs(page: Page) -> list[Spans]:
    """Everything on a page that is read in one go."""
    found: list[Spans] = []
    for block in page.blocks:
        match block:
            case Title(first, kind):
                found += [first, kind]
            case Section(title, number, note=note, cuts_note=True, lead=lead) if not any(span.link for span in note):
                found.append((*lead, Span(title), Span("" if number is None else f"{number:,}")))  # a name may be cut
            case Section(title, number, note=note, lead=lead):
                found += [(*lead, Span(title), Span("" if number is None else f"{number:,}")), note]
            case Para(first, tail):
                found += [first, tail]
            case Quotation(first, marks):
                found.append((Span(marks[0]), *first, Span(marks[1])))
            case Fields(rows):
                found += [spans for _, spans in rows]
                found += [(Span(label),) for label, _ in rows]
            case Entry(_, first, tail, below, in_one_row=True):  # a narrow row has the beginning of each
                found += [below, *((span._replace(text="".join(span.text.split()[:1])),) for span in tail)]
                found += [(span._replace(text=span.text.strip()[:1]),) for span in first[:1]] + [first[1:]]
            case Entry(_, first, tail, below):
                found += [first, below, tail]
    return found


def in_order(page: Page) -> bool:
    """Whether the links of a page can be told apart: each has words to light."""
    return all(bare(span.text) for run in runs(page) for span in run if span.link)


@given(pages.filter(in_order), WIDTHS)
def test_any_page_at_any_width_is_whole_and_in_order_and_not_too_wide(page: Page, width: int) -> None:
    check(page, width)


@every_page
def test_the_page_of_every_record_is_whole_and_in_order_at_every_width(page: Page) -> None:
    for width in (1, 2, 7, 16, 17, 21, 25, 32, 40, 61, 120):
        if len(page.text()) > MAX_ROWS * width // 2:
            continue  # such a page ends before its last row
        layout = check(page, width)
        shown = {piece.link for row in layout.rows for piece in row} - {NO_LINK}
        assert shown == set(range(len(layout.links)))


@every_page
@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_page_as_plain_text_is_its_rows_without_colour(page: Page, width: int) -> None:
    text = plain_text(page, width)
    lines = text.split("\n")
    assert lines.pop() == ""
    assert [line for line in lines if cell_len(line) > min(width, MEASURE) or line != line.rstrip()] == []
    assert lines == [words_of(row).rstrip() for row in lay_out(page, width).rows]
    assert all(line.isprintable() for line in lines)


@every_page
def test_a_page_neither_begins_nor_ends_with_a_blank_row_and_never_has_two(page: Page) -> None:
    lines = plain_text(page).split("\n")[:-1]
    assert lines[0]
    assert lines[-1]
    assert not any(one == two == "" for one, two in pairwise(lines))


def test_a_page_gets_no_wider_than_the_measure() -> None:
    page = Page("x", (Para((Span("word " * 100),)),))
    assert lay_out(page, 500) == lay_out(page, MEASURE)
    assert max(map(width_of, lay_out(page, 500).rows)) <= MEASURE < 80


def test_an_empty_page_is_no_row() -> None:
    assert lay_out(Page("x", ()), 80) == PageLayout((), (), (), {})
    assert plain_text(Page("x", ())) == ""


def test_anchors_name_the_row_at_which_their_block_begins() -> None:
    page = Page("x", (Title((Span("Title"),)), Section("One", 1, "p1"), Para((Span("a"),)), Section("Two", 0, "p2")))
    layout = lay_out(page, 40)
    assert {name: words_of(layout.rows[row]).split(" ─")[0] for name, row in layout.anchors.items()} == {
        "p1": "One 1",
        "p2": "Two 0",
    }


@pytest.mark.parametrize("width", [10, 20, 40, 80])
def test_the_anchors_of_a_source_are_its_paragraphs_at_every_width(width: int) -> None:
    page = CATALOGS["bundled"].page("article")
    assert page is not None
    layout = lay_out(page, width)
    numbers = [int(name.removeprefix("p")) for name in layout.anchors]
    assert numbers == sorted(numbers)
    assert len(numbers) == 14
    for name, row in layout.anchors.items():
        assert words_of(layout.rows[row]).startswith("Paragraph"[:width])
        assert name.removeprefix("p") in words_of(layout.rows[row]) + words_of(layout.rows[row + 1])


PARA, ITEM = Para((Span("words"),)), Entry(Span("+"), (Span("words"),))


@pytest.mark.parametrize(
    ("before", "block", "apart"),
    [
        (Title((Span("words"),)), PARA, True),
        (PARA, PARA, True),
        (PARA, Section("words"), True),
        (Section("words"), PARA, False),
        (Section("words"), ITEM, False),
        (Section("words"), ITEM._replace(apart=True), False),
        (ITEM, ITEM, False),
        (ITEM, ITEM._replace(apart=True), True),
        (ITEM._replace(apart=True), ITEM, True),
        (ITEM, PARA, True),
        (ITEM, PARA._replace(indent=2), False),
        (ITEM, Section("words"), True),
        (PARA, ITEM, True),
        (Fields((("a", (Span("words"),)),)), Quotation((Span("words"),)), True),
    ],
)
def test_blocks_are_parted_by_a_blank_row_but_not_from_their_heading_nor_in_a_list(
    before: Block, block: Block, apart: bool
) -> None:
    lines = plain_text(Page("x", (before, block)), 40).split("\n")[:-1]
    assert len(lines) == 2 + apart
    assert ("" in lines) == apart


# Where a tail goes.

TAIL = (Span("● reported "), Span("¶5", "cite", "s#p5"))


@pytest.mark.parametrize(
    ("words", "width", "rows"),
    [
        ("Short.", 30, ["Short.           ● reported ¶5"]),
        ("Exactly right.", 29, ["Exactly right.  ● reported ¶5"]),
        ("One too many..", 28, ["One too many..", "               ● reported ¶5"]),
        ("Runs over the row and ends.", 22, ["Runs over the row and", "ends.    ● reported ¶5"]),
        ("No room.", 9, ["No room.", "        ●", " reported", "       ¶5"]),
        ("", 20, ["       ● reported ¶5"]),
    ],
)
def test_a_tail_stands_at_the_right_edge_or_below(words: str, width: int, rows: list[str]) -> None:
    layout = lay_out(Page("x", (Para((Span(words),), TAIL),)), width)
    assert [words_of(row) for row in layout.rows if words_of(row)] == [row for row in rows if row]
    assert layout.links == ("s#p5",)


def test_an_entry_has_its_mark_in_the_margin_its_lines_indented_and_its_tail_last() -> None:
    entry = Entry(Span("+", "sign-with"), (Span("arms supply"),), TAIL, (Span("at list price"),))
    assert [words_of(row) for row in lay_out(Page("x", (entry,)), 32).rows] == [
        "+ arms supply",
        "  at list price    ● reported ¶5",
    ]


@pytest.mark.parametrize("width", [3, 8, 16])
def test_a_mark_is_kept_where_there_is_no_margin(width: int) -> None:
    entry = Entry(Span("−", "sign-against"), (Span("hostility"),))
    assert " ".join(words_of(row) for row in lay_out(Page("x", (entry,)), width).rows).startswith("− h")


def test_facts_stand_in_two_columns_or_one_below_the_other() -> None:
    page = Page("x", (Fields((("From", (Span("Norrow"),)), ("Terms", (Span("as ever, and then some more"),)))),))
    assert [words_of(row) for row in lay_out(page, 34).rows] == [
        "From       Norrow",
        "Terms      as ever, and then some",
        "           more",
    ]
    assert [words_of(row) for row in lay_out(page, 20).rows] == [
        "From: Norrow",
        "Terms: as ever, and",
        "then some more",
    ]


def test_a_fact_without_a_label_goes_on_with_the_one_before() -> None:
    page = Page("x", (Fields((("Offices", (Span("speaker"),)), ("", (Span("envoy"),)))),))
    assert [words_of(row) for row in lay_out(page, 40).rows] == ["Offices    speaker", "           envoy"]
    assert [words_of(row) for row in lay_out(page, 16).rows] == ["Offices: speaker", "envoy"]


@pytest.mark.parametrize("width", [10, 74])
def test_a_label_and_a_heading_may_lead_somewhere(width: int) -> None:
    heading = Span("Ilvane", "side-one", "ilvane")
    facts = Fields((("Ilvane", (Span("x", "name", "x"),)), ("Else", ())), headings=(heading,))
    layout = check(Page("x", (Section("Said", 2, link="claims:"), facts)), width)
    assert layout.links == ("claims:", "ilvane", "x")
    assert [piece for row in layout.rows for piece in row if piece.link == 1] == [Piece("Ilvane", "side-one", 1, True)]


def test_a_head_that_is_not_its_label_leads_nowhere() -> None:
    facts = Fields((("Ilvane", ()),), headings=(Span("Corvath", "side-two", "corvath"), Span("More", "text", "more")))
    assert facts.labels == (Span("Ilvane", "label"),)


def test_a_quotation_stands_behind_a_bar_in_its_marks() -> None:
    page = Page("x", (Quotation((Span("We wrote twice", "quote"),)),))
    assert [words_of(row) for row in lay_out(page, 40).rows] == ["  ▎ “We wrote twice”"]
    assert [words_of(row) for row in lay_out(page, 16).rows] == ["“We wrote twice”"]
    indirect = Page("x", (Quotation((Span("They wrote.", "quote"),), ("", "")),))
    assert [words_of(row) for row in lay_out(indirect, 40).rows] == ["  ▎ They wrote."]


@pytest.mark.parametrize(("width", "indent"), [(20, 0), (21, 2), (40, 2)])
def test_an_indented_paragraph_is_indented_where_there_is_room(width: int, indent: int) -> None:
    layout = lay_out(Page("x", (Para((Span("one two three four five"),), (), 2),)), width)
    assert {len(words_of(row)) - len(words_of(row).lstrip()) for row in layout.rows} == {indent}


@pytest.mark.parametrize(("width", "lead"), [(24, ""), (25, "  ▎ "), (60, "  ▎ ")])
def test_a_quotation_has_its_bar_where_there_is_room(width: int, lead: str) -> None:
    rows = lay_out(Page("x", (Quotation((Span("word " * 30, "quote"),)),)), width).rows
    assert {words_of(row)[: len(lead)] for row in rows} == {lead}
    assert {row[0].role for row in rows} == {"bar" if lead else "quote"}


def test_the_margin_of_an_entry_goes_where_there_is_no_room() -> None:
    entry = Entry(Span("+", "sign-with"), (Span("one two three four five"),))
    assert [words_of(row) for row in lay_out(Page("x", (entry,)), 17).rows] == ["+ one two three", "  four five"]
    assert [words_of(row) for row in lay_out(Page("x", (entry,)), 16).rows] == ["+ one two three", "four five"]


def test_each_part_of_a_page_has_its_role() -> None:
    page = Page("x", (Section("Said", 2), Fields((("From", (Span("x", "name"),)),)), Entry(Span("+", "sign-with"), ())))
    roles = [[piece.role for piece in row] for row in lay_out(page, 40).rows]
    assert roles == [["label", "dim", "rule"], ["label", "name"], [], ["sign-with"]]


@pytest.mark.parametrize(("height", "blank"), [(None, [""]), (6, [""]), (5, [])])
def test_a_compact_heading_gives_up_the_blank_row_above_it_where_the_page_would_not_fit(
    height: int | None, blank: list[str]
) -> None:
    page = Page("x", (PARA, Section("Said", 1, compact=True), PARA, Section("Heard", 1)))
    rows = [words_of(row).rstrip("─ ") for row in lay_out(page, 40, height).rows]
    assert rows == ["words", *blank, "Said 1", "words", "", "Heard 1"]


def test_a_long_heading_is_broken_like_any_words() -> None:
    page = Page("x", (Section("Claims that touch the League of the Lower Rivers", 12),))
    assert [words_of(row) for row in lay_out(page, 20).rows] == [
        "Claims that touch",
        "the League of the",
        "Lower Rivers 12 ────",
    ]


# Lists as text.


@pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)
@pytest.mark.parametrize("table", ["actors", "quotes", "alliances", "events", "ledger", "claims", "sources"])
def test_a_list_has_a_line_for_each_record_which_begins_with_its_id(catalog: Catalog, table: str) -> None:
    lines = list(list_rows(Catalog(catalog.dossier), table))
    assert sorted(line.split("  ")[0] for line in lines) == sorted(
        record.id for record in catalog.dossier.tables[table]
    )
    assert all(line.isprintable() and line == line.rstrip() for line in lines)


def test_a_list_has_columns_for_id_words_and_remark() -> None:
    catalog = Catalog(
        loaded(dossier_of(record("events", date_text="then"), record("events", id="second", title="Two")))
    )
    assert list(list_rows(catalog, "events")) == [
        "e       • An event  “then”  ● reported",
        "second  • Two       ● reported",
    ]


def test_long_ids_and_long_words_push_their_own_line_only() -> None:
    rows = [
        record("events", id="x" * 60, title="Short", date_text="now"),
        record("events", title="Long " * 20, date_text="now"),
        record("events", id="f", date_text="now"),
    ]
    first, second, third = list_rows(Catalog(loaded(dossier_of(*rows))), "events")
    remark = "“now”  ● reported"
    assert first == "x" * 60 + "  • Short" + " " * 55 + remark
    assert second == f"{'e':40}  • " + "Long " * 20 + f" {remark}"
    assert third == f"{'f':40}  • An event" + " " * 52 + remark


def test_the_columns_of_a_list_stand_below_each_other_in_any_script() -> None:
    catalog = Catalog(
        loaded(dossier_of(record("events", date_text="then"), record("events", id="f", title="漢字", date_text="now")))
    )
    lines = list(list_rows(catalog, "events"))
    assert len({cell_len(line[: line.index(word)]) for line, word in zip(lines, ("then", "now"), strict=True)}) == 1


HINDI = "क्षेत्रीय राष्ट्रीय संस्था"
"""15 cells by our count, 19 on a terminal that gives each spacing mark one."""


@pytest.mark.parametrize("width", [30, 40, 74])
def test_what_is_at_the_right_edge_fits_on_terminals_that_give_spacing_marks_a_cell(width: int) -> None:
    page = Page("", (Title((Span(HINDI),), (Span("12"),)), Para((Span("x"),), (Span(HINDI),)), Para((Span("y"),))))
    title, _, tail, _, plain = plain_text(page, width).splitlines()
    marks = [character for character in HINDI if unicodedata.category(character) == "Mc"]
    assert [cells(title), cells(tail)] == [width - len(marks)] * 2
    assert title.endswith(" 12")
    assert plain == "y"


def test_a_right_to_left_name_is_written_as_it_is_without_direction_marks() -> None:
    name = "ירושלים, القدس"
    [row] = plain_text(Page("", (Title((Span(name),), (Span("12"),)),)), 40).splitlines()
    assert row == f"{name}{' ' * (40 - cells(name) - 2)}12"


# The id at the end of a title


def titled(width: int, *, name: str = "Name", kind: str = "state", record: str = "the-id") -> list[str]:
    title = Title((Span(name, "strong"),), (Span(kind, "dim"),) if kind else (), id=record)
    rows = lay_out(Page("", (title,)), width).rows
    return ["".join(piece.text for piece in row) for row in rows]


def test_the_id_follows_what_a_record_is_at_the_right_edge() -> None:
    assert titled(30) == ["Name             state  the-id"]
    assert titled(30, kind="") == ["Name                    the-id"]
    assert titled(30, record="") == ["Name                     state"]


def test_the_id_gives_way_to_the_name_and_to_what_it_is() -> None:
    assert titled(20) == ["Name   state  the-id"]
    assert titled(18) == ["Name         state"], "no row for the id alone where rows are short"
    assert titled(14, name="A long name") == ["A long name", " state  the-id"]
    assert titled(10, name="A long name") == ["A long", "name", "     state"]
    wide = titled(60, name="N" * 50)
    assert [row.strip() for row in wide] == [f"{'N' * 50}     state", "the-id"]


def test_a_long_id_is_broken_and_never_cut() -> None:
    rows = titled(60, record="an-id-of-many-letters" * 4)
    assert "".join(row.strip() for row in rows[1:]) == "an-id-of-many-letters" * 4
    assert max(map(len, rows)) <= 60


def test_a_page_with_a_wide_table_is_as_wide_as_that_where_it_fits_and_its_text_is_not() -> None:
    heads = tuple(Span(f"c{number}", "label") for number in range(30))
    table = Grid(heads, ((Span("A name"), (Span("1"),) * 30),), 4)
    page = Page("x", (Title((Span("A table"),)), table, Para((Span("word " * 60),))), table_width=table.width)
    assert measure_of(page, 200) == table.width == 7 + 30 * 4
    assert [measure_of(page, width) for width in (60, 100)] == [60, 100]
    rows = ["".join(piece.text for piece in row).rstrip() for row in lay_out(page, 200).rows]
    assert max(len(row) for row in rows if row.startswith("word")) <= MEASURE
    assert not any("below" in row for row in rows)
    assert any("6 more columns below" in "".join(piece.text for piece in row) for row in lay_out(page, 105).rows)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, "Paragraph 5  of The Turning of Friends"),
        (31, "Paragraph 5  of The Turning of…"),
        (28, "Paragraph 5  of The Turning…"),
        (20, "Paragraph 5"),
    ],
)
def test_a_name_beside_a_heading_is_cut_to_the_room_there_behind_a_word(width: int, shown: str) -> None:
    heading = Section("Paragraph 5", note=(Span("of The Turning of Friends", "dim"),), cuts_note=True)
    [row] = lay_out(Page("x", (heading,)), width).rows
    assert "".join(piece.text for piece in row).rstrip("─ ") == shown
