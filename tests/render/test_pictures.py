"""The pictures of Home at any width: never too wide, every name a link, words where there is no room for lines."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import SMALL, loaded
from tests.pages.page_text import bundled, example
from tui.pages.catalog import Catalog
from tui.pages.chart_blocks import BarRow, Bars, Column, CrossTable, Histogram
from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Addition, Block, Entry, Fields, Lead, Page, Para, Role, Section, Span, Spans
from tui.pages.side_blocks import Ally, Between, Bond, OneSide, ThreeSides, TwoSides
from tui.pages.twins import twin
from tui.render.bars import to_scale
from tui.render.layout import MEASURE, lay_out, measure_of
from tui.render.two_sides import two_sides
from tui.render.wrap import NO_LINK, Links, width_of

CATALOGS = {"bundled": Catalog(bundled()), "example": Catalog(example()), "small": Catalog(loaded(SMALL))}
WITH: Role = "sign-with"
AGAINST: Role = "sign-against"


def bond(other: str, sign: str = "+", status: str = "") -> Bond:
    role = WITH if sign == "+" else AGAINST
    return Bond(Span(sign, role, f"pair:{other}"), Span(status), "broken" if status else "whole")


def ally(name: str, sign: str = "+", status: str = "") -> Ally:
    return Ally(Span(name, "name", name.lower()), bond(name.lower(), sign, status))


def picture(
    left: tuple[Ally, ...] = (),
    right: tuple[Ally, ...] = (),
    between: tuple[Between, ...] = (),
    *,
    direct: bool = False,
) -> TwoSides:
    return TwoSides(
        (Span("Left", "side-one", "left"), Span("Right", "side-two", "right")),
        ((), ()),
        (left, right),
        between,
        bond("both", "−") if direct else None,
        (Span("against", "dim"),) if direct else (),
        (),
        (),
        (Fields((("Left", (Span("in words"),)),)),),
    )


def drawn(block: Block, width: int = 74) -> list[str]:
    return ["".join(piece.text for piece in row) for row in lay_out(Page("x", (block,)), width).rows]


def across(block: TwoSides, width: int) -> list[str]:
    """The picture where it spans the whole page; nothing where it has no room."""
    return ["".join(piece.text for piece in row) for row in two_sides(block, width, Links()) or ()]


def test_those_beside_each_side_stand_outside_and_those_tied_to_both_between() -> None:
    between = (Between(Span("Hub", "name", "hub"), (bond("hub"), bond("hub"))),)
    rows = drawn(picture((ally("Friend"),), (ally("Foe", "−"),), between, direct=True))
    [middle] = [row for row in rows if "Left" in row]
    assert middle.index("Friend") < middle.index("Left") < middle.index("Right") < middle.index("Foe")
    [hub] = [row for row in rows if "Hub" in row]
    assert middle.index("Left") < hub.index("Hub") < middle.index("Right")
    assert any("− against" in row for row in rows)


def test_a_line_tells_its_sign_by_its_weight_and_by_how_broken_it_is_how_firm_it_stands() -> None:
    [row] = drawn(picture((ally("Friend"),), (ally("Foe", "−"),)))
    assert "Friend + ━" in row
    assert "─ − Foe" in row
    [row] = drawn(picture((ally("Friend", status="◇"),), (ally("Foe", "−", "»"),)))
    assert "Friend ◇ + ╍" in row
    assert "╌ − » Foe" in row


def test_a_side_without_anybody_is_drawn_too() -> None:
    assert drawn(picture(direct=True)) == ["Left ─────────────── − against ──────────────── Right"]
    [row] = drawn(picture((), (ally("Foe", "−"),)))
    assert row.startswith("Left")
    assert row.endswith("Foe")


def test_names_are_shortened_before_the_picture_gives_way_to_words() -> None:
    between = (Between(Span("Somebody", "name", "hub"), (bond("hub"), bond("hub"))),)
    wide = picture((ally("Long friend"),), (ally("Long foe"),), between, direct=True)
    assert any("Long friend" in row for row in drawn(wide))
    assert any("Long fr… + ━" in row for row in drawn(wide, 61))
    assert drawn(wide, 60) == ["Left       in words"]
    assert drawn(wide, 30) == ["Left: in words"]


NAMES = st.text("ab ", min_size=1, max_size=30).map(str.strip).filter(bool)
FEW_WORDS = st.lists(NAMES.map(lambda words: (Span(words, "dim"),)), max_size=3).map(tuple)
NOTES = st.one_of(st.just(()), NAMES.map(lambda words: (Span(words, "dim"),)))
BONDS = st.builds(bond, NAMES, st.sampled_from("+−"), st.sampled_from(["", "◇"]))
BOTH = st.tuples(BONDS, BONDS)
ALLIES = st.builds(
    Ally,
    NAMES.map(lambda name: Span(name, "name", name)),
    BONDS,
    kinds=NOTES,
    other=st.sampled_from([None, Span("−", "sign-against")]),
    has_ended=st.booleans(),
)
BETWEEN = st.builds(
    Between, NAMES.map(lambda name: Span(name, "name", name)), BOTH, ties=st.tuples(FEW_WORDS, FEW_WORDS)
)
SOME_ALLIES, SOME_BETWEEN = st.lists(ALLIES, max_size=4).map(tuple), st.lists(BETWEEN, max_size=3).map(tuple)
DIRECT = st.one_of(st.just((None, (), ())), st.tuples(BONDS, NOTES, FEW_WORDS))


def test_two_sides_with_nothing_between_them_tell_the_ties_beside_them_where_it_is_wide() -> None:
    friend = ally("Friend")._replace(kinds=(Span("treaty", "dim"),))
    [row] = across(picture((friend,), (ally("Foe", "−"),)), 120)
    assert "Friend treaty + ━" in row


@given(st.tuples(SOME_ALLIES, SOME_ALLIES), SOME_BETWEEN, DIRECT, st.tuples(*[NOTES] * 6), st.integers(1, 220))
def test_two_sides_are_drawn_or_told_whoever_stands_with_them_and_never_too_wide(
    allies: tuple[tuple[Ally, ...], tuple[Ally, ...]],
    between: tuple[Between, ...],
    direct: tuple[Bond | None, Spans, tuple[Spans, ...]],
    notes: tuple[Spans, Spans, Spans, Spans, Spans, Spans],
    width: int,
) -> None:
    line, words, ties = direct
    remark, note, legend, shared, ended, key = notes
    block = picture(*allies, between)._replace(direct=line, direct_words=words, direct_ties=ties, remark=remark)
    block = block._replace(note=note, legend=legend, shared=shared, ended=ended, key=key)
    for rows in (drawn(block, width), across(block, width)):
        assert max(map(len, rows), default=0) <= width
    assert drawn(block, width)


def triangle(
    allies: tuple[tuple[Ally, ...], tuple[Ally, ...], tuple[Ally, ...]] = ((), (), ()),
    edges: tuple[Bond | None, Bond | None, Bond | None] = (None, None, None),
    between: tuple[tuple[Between, ...], tuple[Between, ...], tuple[Between, ...]] = ((), (), ()),
) -> ThreeSides:
    heads = Span("Top", "side-one", "top"), Span("Left", "side-two", "left"), Span("Right", "name", "right")
    twin = (Fields((("Top", (Span("in words"),)),)),)
    return ThreeSides(heads, ((), (), ()), allies, edges, between, (), Span("△", "outcome-bad"), (), twin)


def test_three_sides_are_the_corners_of_a_triangle_with_a_sign_on_each_edge() -> None:
    rows = drawn(triangle(edges=(bond("tl", "−"), bond("tr", "+", "◇"), bond("lr", "−"))), 74)
    assert rows == [
        f"{' ' * 36}Top",
        f"{' ' * 36}╱ ╲",
        f"{' ' * 35}╱",
        f"{' ' * 34}−   ◇ +",
        f"{' ' * 33}╱   △",
        f"{' ' * 32}╱         ╲",
        f"{' ' * 27}Left ──── − ──── Right",
    ]


def test_those_beside_each_corner_and_edge_are_drawn_without_touching() -> None:
    many = tuple(ally(f"Friend {number}") for number in range(5))
    middle = tuple(Between(Span(f"Hub {number}", "name", f"h{number}"), (bond("h"), bond("h"))) for number in range(3))
    full = triangle((many, many, many), (bond("tl"), bond("tr"), bond("lr")), (middle, middle, middle))
    text = "\n".join(drawn(full, 74))
    assert text.count("Friend") == 15
    assert text.count("+ Hub") == 9
    assert max(map(len, text.split("\n"))) <= 74
    assert drawn(full, 60) == ["Top        in words"]


def test_one_side_has_those_against_it_at_its_left() -> None:
    sides = ((ally("Foe", "−"),), (ally("Friend"), ally("Helper", "+", "◇")))
    picture = OneSide(Span("Hub", "name", "hub"), (), sides, (), (Fields((("Hub", (Span("in words"),)),)),))
    assert [row.strip() for row in drawn(picture, 74)] == [
        "┌━ +   Friend",
        "Foe − ─────────── Hub ─────────┴╍ + ◇ Helper",
    ]
    assert drawn(picture, 40) == ["Hub        in words"]


def test_the_heading_of_a_table_is_its_corner_and_its_legend_stands_beside_it() -> None:
    rows = tuple((Span(f"Name {number}", "name", f"n{number}"), ((Span("! ⊘"),), ())) for number in range(3))
    heading = Section("Complaints", link="all:", note=(Span("2 more", "dim"),))
    legend = (Span("! complaint"), Span("  "), Span("⊘ refused"), Span("  "), Span("◐ partly"))
    entry = Entry(Span("!"), (Span("in words"),))
    table = CrossTable((Span("One"), Span("Other")), rows, legend, (heading, entry), heading=heading, lead="by")
    assert drawn(table, 50) == [
        "Complaints by  One  Other  ──────────────── 2 more",
        "Name 0         ! ⊘  ·      ! complaint  ⊘ refused",
        "Name 1         ! ⊘  ·      ◐ partly",
        "Name 2         ! ⊘  ·",
    ]
    assert drawn(table, 36)[-1] == "! complaint  ⊘ refused  ◐ partly"
    assert drawn(table, 14)[0].startswith("Complaints")


def note(words: str, rows: int = 1) -> tuple[Block, ...]:
    return tuple(Para((Span(f"{words} {number}"),)) for number in range(rows))


def page_with(*additions: Addition) -> Page:
    return Page("x", (Para((Span("The page."),)),), (), additions)


def test_a_page_has_the_additions_there_is_room_for_the_first_first() -> None:
    page = page_with(
        Addition(1, 1, lambda: note("long", 3)), Addition(1, 1, lambda: note("short")), Addition(1, 1, lambda: ())
    )
    assert drawn_page(page, 9) == ["The page.", "long 0", "long 1", "long 2", "short 0"]
    assert drawn_page(page, 8) == ["The page.", "long 0", "long 1", "long 2"]
    assert drawn_page(page, 6) == ["The page.", "short 0"]
    assert drawn_page(page, 1) == ["The page."]


def test_of_additions_of_one_name_the_last_that_fits_is_shown_in_place_of_what_it_replaces() -> None:
    page = page_with(*(Addition(0, 1, partial(note, "note", number), name="notes") for number in (1, 2, 3)))
    assert drawn_page(page, 1) == ["The page."]
    assert drawn_page(page, 3) == ["note 0", "note 1"]
    assert drawn_page(page, 9) == ["note 0", "note 1", "note 2"]


def test_an_addition_beside_stands_below_what_stands_beside_the_page() -> None:
    aside = (Section("Chart"), Para((Span("A chart."),)))
    page = page_with(Addition(1, 1, lambda: note("more"), beside=True))._replace(aside=aside)
    assert [row.partition("│ ")[2] for row in drawn_page(page, 9, 120)][-1] == "more 0"
    assert drawn_page(page, 9)[-1] == "more 0"


def drawn_page(page: Page, height: int, width: int = 74) -> list[str]:
    """The rows of a page in a view of that size, without blank ones."""
    rows = ("".join(piece.text for piece in row) for row in lay_out(page, width, height).rows)
    return [row for row in rows if row.strip()]


@pytest.mark.parametrize("name", CATALOGS)
@pytest.mark.parametrize("width", [1, 2, 7, 16, 25, 40, 56, 60, 66, 72, 74, 90, 112, 116, 150, 200])
def test_home_is_never_too_wide_and_every_link_of_it_can_be_seen(name: str, width: int) -> None:
    page = CATALOGS[name].page("overview:")
    assert page is not None
    for height in (None, 21, 37):
        layout = lay_out(page, width, height)
        for row in layout.rows:
            assert width_of(row) <= measure_of(page, width) or width < 3
        seen = {piece.link for row in layout.rows for piece in row} - {NO_LINK}
        assert seen == set(range(len(layout.links)))
        assert set(layout.links) <= {*page.links(), *links_of_parts(page)}


def links_of_parts(page: Page) -> list[str]:
    """The targets of the additions and the lead of a page, and of the twins of its pictures."""
    added = tuple(block for addition in page.additions for block in addition.make())
    added += (page.lead.make(),) if page.lead else ()
    blocks = (*page.blocks, *page.aside, *added)
    return [link for block in (*added, *(same for block in blocks for same in twin(block))) for link in links_in(block)]


def links_in(block: Block) -> list[str]:
    return Page("x", (block,)).links()


@pytest.mark.parametrize("name", CATALOGS)
@pytest.mark.parametrize("width", [40, 60, 74, 116, 200])
def test_links_are_read_row_by_row_and_what_stands_beside_after_the_rest(name: str, width: int) -> None:
    page = CATALOGS[name].page("overview:")
    assert page is not None
    in_rows = (add for add in page.additions if not any(isinstance(block, Comparison) for block in add.make()))
    page = page._replace(additions=tuple(in_rows))  # versions beside each other are read one after the other
    rows = lay_out(page, width, 37).link_rows
    first_beside = [number for number, (before, after) in enumerate(pairwise(rows), 1) if after < before]
    assert len(first_beside) <= (width >= 112)


def test_the_lead_is_as_wide_as_the_page_and_what_stands_beside_it_below() -> None:
    lead = Lead(1, lambda: Para((Span("word " * 21),)))
    page = Page("x", (Para((Span("The lead."),)), Para((Span("The page."),))), (Para((Span("A chart."),)),), lead=lead)
    rows = ["".join(piece.text for piece in row) for row in lay_out(page, 120, 10).rows]
    assert rows == [("word " * 21).strip(), "", f"The page.{' ' * (MEASURE - 9)}  │ A chart."]
    layout = lay_out(page, 120, 10)
    assert layout.block_rows == (0, 2)
    assert drawn_page(page, 10)[0] == "The lead."


def test_what_stands_beside_a_page_goes_below_it_or_away_where_there_is_no_room() -> None:
    page = Page("x", (Para((Span("The page."),)),), (Para((Span("A chart."),)),))
    beside = ["".join(piece.text for piece in row) for row in lay_out(page, 120, 10).rows]
    assert beside == [f"The page.{' ' * (MEASURE - 9)}  │ A chart."]
    assert len(lay_out(page, 80, 10).rows) == 3
    assert len(lay_out(page, 80, 2).rows) == 1
    assert len(lay_out(page, 80).rows) == 3


def test_a_glyph_of_a_bar_stands_for_one_where_there_is_room() -> None:
    row = BarRow(Span("Hub"), ((Span("+"), 5), (Span("−"), 2)), (Span("7 ties"),))
    assert drawn(Bars((row,)), 40) == [f"Hub  +++++−−{' ' * 22}7 ties"]


@pytest.mark.parametrize("counts", [(28, 23, 29, 5, 5), (1000, 1, 1), (1,), (3, 3, 3), (0, 7)])
@pytest.mark.parametrize("room", [8, 20, 74])
def test_a_bar_to_scale_fills_its_room_and_leaves_nothing_out(counts: tuple[int, ...], room: int) -> None:
    sizes = to_scale(counts, room)
    assert sum(sizes) == room
    assert [bool(size) for size in sizes] == [bool(count) for count in counts]


def test_bars_without_room_are_words() -> None:
    row = BarRow(Span("Hub", "name", "hub"), ((Span("+"), 5),), (Span("5 ties"),))
    assert drawn(Bars((row,), (Fields((("Hub", (Span("+ with 5"),)),)),)), 14) == ["Hub: + with 5"]


def test_a_table_gives_its_labels_as_few_lines_as_fit_and_is_entries_where_none_do() -> None:
    labels = (Span("partners spoken of", "name", "p"), Span("Russia", "name", "r"))
    table = CrossTable(labels, ((Span("Armenia"), ((Span("! ⊘"),), ())),), (), (Entry(Span("!"), (Span("in words"),)),))
    assert drawn(table, 60) == ["         partners spoken of  Russia", "Armenia  ! ⊘                 ·"]
    assert drawn(table, 28) == ["         partners", "         spoken of  Russia", "Armenia  ! ⊘        ·"]
    assert drawn(table, 16) == ["in words"] or drawn(table, 16)[0].endswith("in words")


def test_columns_of_a_histogram_are_as_high_as_their_number_and_lead_on() -> None:
    columns = tuple(
        Column(label, number, f"s#p{place}") for place, (label, number) in enumerate([("a", 4), ("", 1), ("b", 0)])
    )
    block = Histogram(columns, 1, (Para((Span("in words"),)),))
    assert drawn(block, 6) == ["██▂▂", "a   b"]
    assert lay_out(Page("x", (block,)), 6).links == ("s#p0", "s#p1")
    alike = tuple(Column("a" if not place else "", 20 + place % 2, f"s#p{place}") for place in range(5))
    even = Histogram(alike, 3, block.twin)
    assert drawn(even, 15) == ["── ── ── ── ──", "a"], "columns that are all as high would be a slab"
    assert lay_out(Page("x", (even,)), 15).links == tuple(f"s#p{place}" for place in range(5))
    assert "".join(drawn(block, 2)) == "inwords"
