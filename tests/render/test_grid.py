"""A grid at any width: whole, not too wide, columns below each other, a dot where nothing is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pages.diagram_blocks import Grid
from tui.pages.page import Page, Span
from tui.render.grid import grid
from tui.render.layout import MEASURE, lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import NO_LINK, Links, cells, width_of

texts = st.one_of(st.sampled_from(["", "+", "− against", "●"]), st.text("ab 漢", max_size=20)).map(str.strip)
names = st.text("abc 漢", min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
links = st.sampled_from(["", "ego:a", "t1"])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns = draw(st.integers(0, 8))
    heads = tuple(Span(draw(names), "label", draw(links)) for _ in range(columns))
    cell = st.builds(Span, texts, st.just("text"), links).map(lambda span: span if span.text else Span(""))
    rows = draw(
        st.lists(st.tuples(st.builds(Span, names, st.just("name"), links), st.tuples(*[cell] * columns)), max_size=5)
    )
    borders = draw(st.sets(st.integers(1, 7), max_size=4).map(sorted))
    return Grid(heads, tuple(rows), draw(st.integers(1, 12)), borders=tuple(borders))


def words_of(block: Grid, width: int) -> list[str]:
    return ["".join(piece.text for piece in row) for row in lay_out(Page("x", (block,)), width).rows]


def letters(text: str) -> set[str]:
    return set(re.sub(r"[\s·]", "", text))


@given(grids(), st.integers(1, 200))
def test_a_grid_is_whole_and_never_too_wide(block: Grid, width: int) -> None:
    layout = lay_out(Page("x", (block,)), width)
    for row in layout.rows:
        text = "".join(piece.text for piece in row)
        assert width_of(row) <= min(width, MEASURE) or sum(cells(one) > 0 for one in text) == 1
    shown = "".join(piece.text for row in layout.rows for piece in row)
    parts = [*block.column_labels, *(cell for _, row in block.rows for cell in row), *(name for name, _ in block.rows)]
    for letter in set("ab漢+−●"):
        wanted = sum(part.text.count(letter) for part in parts if block.column_labels)
        assert shown.count(letter) >= wanted


@given(grids(), st.integers(1, 200))
def test_links_are_numbered_row_by_row_and_none_is_lost(block: Grid, width: int) -> None:
    layout = lay_out(Page("x", (block,)), width)
    seen = [piece.link for row in layout.rows for piece in row if piece.link != NO_LINK]
    assert list(dict.fromkeys(seen)) == list(range(len(layout.links)))
    if block.column_labels:
        wanted = {label.link for label in block.column_labels}
        wanted |= {span.link for name, row in block.rows for span in (name, *row)}
        assert set(layout.links) == wanted - {""}


SMALL = Grid(
    (Span("League of Rivers"), Span("Orvane"), Span("Sarn")),
    (
        (Span("Orvane", "name", "ego:orvane"), (Span("●"), Span("itself"), Span("− against"))),
        (Span("Lowen", "name", "ego:lowen"), (Span(""), Span("+ with"), Span(""))),
    ),
    12,
)


def test_names_end_where_the_table_begins_and_cells_stand_below_each_other() -> None:
    assert plain_text(Page("x", (SMALL,)), 74) == (
        "        League of\n"
        "          Rivers      Orvane     Sarn\n"
        "Orvane       ●        itself     − against\n"
        " Lowen       ·        + with     ·\n"
    )


@pytest.mark.parametrize("width", [74, 40, 32])
def test_columns_that_do_not_fit_stand_below_with_the_names_again(width: int) -> None:
    text = "\n".join(words_of(SMALL, width))
    assert text.count("Lowen") == {74: 1, 40: 2, 32: 2}[width]
    assert text.index("League") < text.index("− against")


def test_no_column_reaches_beyond_the_width_though_its_cells_are_full() -> None:
    rows = tuple((Span(name), (Span("+++"),) * 9) for name in ("Orvane", "Lowen"))
    block = Grid((Span("ABC"),) * 9, rows, 4)
    for width in range(20, MEASURE):
        assert max(map(cells, words_of(block, width))) <= width


def test_an_empty_cell_is_a_dot() -> None:
    assert words_of(SMALL, 74)[-1].count("·") == 2


def test_where_there_is_no_room_for_a_table_it_is_a_list() -> None:
    assert words_of(SMALL, 16)[-2:] == ["Lowen", "Orvane: + with"]


@pytest.mark.parametrize("cell", [3, 4, 9])
def test_signs_of_a_column_are_below_each_other_whatever_stands_beside_them(cell: int) -> None:
    signs = (Span("+"), Span("+?"), Span(""), Span("−"))
    block = Grid((Span("A"), Span("B")), tuple((Span("x"), (sign, Span("+"))) for sign in signs), cell)
    places = {re.search(r"[+−·]", line[2:]) for line in words_of(block, 60)[1:]}
    assert len({match.start() for match in places if match}) == 1


def test_a_table_of_two_hundred_rows_and_columns_is_bounded() -> None:
    block = Grid(
        tuple(Span(f"{number:03}") for number in range(200)),
        tuple((Span(f"State {row}"), tuple(Span("+" if row == at else "") for at in range(200))) for row in range(200)),
        4,
    )
    lines = words_of(block, 74)
    assert max(map(cells, lines)) <= 74
    assert len(lines) < 3500


def test_borders_are_drawn_before_their_rows_and_columns_and_cross() -> None:
    names = tuple(Span(name, "label") for name in "abc")
    block = Grid(names, tuple((name, (Span("+"), Span(""), Span("−"))) for name in names), 3, borders=(2,))
    assert words_of(block, 40) == ["   a  b │ c", "a  +  · │ −", "b  +  · │ −", "────────┼───", "c  +  · │ −"]


def test_where_columns_continue_below_no_border_is_drawn_before_the_first_of_them() -> None:
    names = tuple(Span(name, "label") for name in "abcd")
    block = Grid(names, ((names[0], (Span("+"),) * 4),), 3, borders=(2, 3))
    assert words_of(block, 11) == ["   a  b", "a  +  +", "", "   c │ d", "a  + │ +"]


def test_a_line_before_a_row_alone_leaves_the_columns_undivided() -> None:
    rows = plain_text(Page("x", (SMALL._replace(row_borders=(1,)),)), 74).splitlines()
    assert set(rows[3]) == {"─"}
    assert "│" not in "".join(rows)


def test_above_columns_that_continue_below_it_is_said_how_many_follow() -> None:
    names = tuple(Span(name * 4, "label") for name in "abcdefgh")
    block = Grid(names, ((names[0], (Span("+"),) * 8),), 6)
    rows = words_of(block, 30)
    assert [row.strip() for row in rows if "more" in row] == ["4 more columns below"]
    assert all("more" not in row for row in words_of(block, 60))


def test_names_have_all_the_room_that_the_columns_leave() -> None:
    name = Span("a name of twenty cells", "label")
    assert words_of(Grid((Span("x"),), ((name, (Span("+"),)),), 3), 40)[1].startswith(name.text)


def test_the_glyph_of_a_status_after_a_sign_has_the_colour_of_the_status() -> None:
    cell = Span("+ with ◇", "sign-with", "pair:a:b")
    for width in (40, 16):
        block = Grid((Span("B"),), ((Span("A"), (cell,)),), 12)
        pieces = [piece for row in grid(block, width, Links()) for piece in row if piece.link != NO_LINK]
        assert [(piece.text, piece.role) for piece in pieces][-2:] == [
            ("+ with ", "sign-with"),
            ("◇", "status-judgement"),
        ]
        assert len({piece.link for piece in pieces[-2:]}) == 1
