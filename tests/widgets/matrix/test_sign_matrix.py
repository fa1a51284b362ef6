"""The matrix on the screen: what stands still, what is highlighted, what the keys and the mouse do, at any size."""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.color import Color
from rich.segment import Segment

from tests.screens.person import Person, at, columns
from tests.widgets.host import Host
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Span, Spans
from tui.widgets.matrix.sign_matrix import SignMatrix

Shown = tuple[Person[Host], SignMatrix]


def table(
    count: int, signs: dict[tuple[int, int], str] | None = None, marks: dict[tuple[int, int], str] | None = None
) -> SignTable:
    """Actors `Actor 0`, `Actor 1`, … with some signs, each both ways round."""
    held = {(0, 1): "+", (0, 2): "-", (1, 3): "~"} if signs is None else signs
    both = {cell: sign for (i, j), sign in held.items() for cell in ((i, j), (j, i)) if max(i, j) < count}
    return SignTable(
        tuple(f"a{number}" for number in range(count)),
        tuple(Span(f"Actor {number}", "name") for number in range(count)),
        tuple(str(number) for number in range(count)),
        both,
        {cell: mark for (i, j), mark in (marks or {}).items() for cell in ((i, j), (j, i))},
        title=(Span("The title"),),
        counted=(Span("counted"),),
        legend=(Span("the legend"),),
        left_out=(Span("left out"),),
        empty="Nothing has a sign.",
    )


def crowd() -> SignTable:
    """200 actors with 2,000 signs."""
    chance = random.Random(7)  # noqa: S311
    signs: dict[tuple[int, int], str] = {}
    while len(signs) < 2000:
        one, other = sorted(chance.sample(range(200), 2))
        signs[one, other] = chance.choice("+-~")
    return table(200, signs)


def told(row: int, column: int, most: int) -> list[Spans]:
    return [(Span(f"row {row} column {column}"),), *((Span(f"tie {number}"),) for number in range(1, min(most, 4)))]


@asynccontextmanager
async def showing(shown: SignTable, size: tuple[int, int] = (60, 20)) -> AsyncIterator[Shown]:
    app = Host(lambda: SignMatrix(told, id="matrix"))
    async with at(app, size) as person:
        matrix = app.query_one(SignMatrix)
        matrix.show(shown)
        app.screen.set_focus(matrix)
        await person.settle()
        yield person, matrix


def cell(matrix: SignMatrix) -> tuple[int, int]:
    return divmod(matrix.link, matrix.actors)


def rows(person: Person[Host]) -> list[str]:
    """The lines of the table itself."""
    matrix = person.app.query_one(SignMatrix)
    return person.lines[matrix.header_height :][: matrix.visible_height]


def below(person: Person[Host]) -> list[str]:
    """The words below the table, without blank lines."""
    matrix = person.app.query_one(SignMatrix)
    return [line.strip() for line in person.lines[-matrix.footer_height :] if line.strip()]


def headings(person: Person[Host]) -> list[str]:
    """The headings in view, those of both lines in one order, without what says that rows and columns continue."""
    matrix = person.app.query_one(SignMatrix)
    lines = [line[matrix.geometry.names_width :] for line in person.lines[3 : matrix.header_height]]
    return sorted((word for line in lines for word in line.split() if word.isdecimal()), key=int)


def seen_columns(matrix: SignMatrix) -> range:
    return matrix.geometry.visible_columns(matrix.left)


def glyph_at(matrix: SignMatrix, column: int) -> int:
    """Where the glyph of a column in view is in its line."""
    geometry = matrix.geometry
    return geometry.names_width + geometry.offset(column, matrix.left) + geometry.lead


def opened(person: Person[Host]) -> list[str]:
    return [one.target for one in person.app.take(SignMatrix.Followed) if isinstance(one, SignMatrix.Followed)]


def highlighted_cells(person: Person[Host], matrix: SignMatrix) -> list[Segment]:
    """What is drawn as the cursor with the focus."""
    style = matrix.role_styles.cursor(True)
    return [segment for line in person.cells(matrix) for segment in line if segment.style == style]


# What is shown


@pytest.mark.parametrize("width", range(24, 60, 5))
async def test_headings_of_three_letters_stand_over_their_columns(width: int) -> None:
    shown = table(6)._replace(labels=("ARM", "AZE", "RUS", "TUR", "IRN", "GEO"), starts=(0, 2, 4))
    async with showing(shown, (width, 20)) as (person, matrix):
        headings = person.lines[3 : matrix.header_height]
        for column in seen_columns(matrix):
            x = glyph_at(matrix, column)
            assert shown.labels[column] in {line[x : x + 3] for line in headings}


@pytest.mark.parametrize("height", range(10, 24))
async def test_where_there_are_few_lines_the_legend_gives_way_to_rows_and_nothing_is_cut(height: int) -> None:
    words = (Span("+ with   − against   » attributed   ◇ judgement   · no tie with a sign recorded"),)
    shown = table(30)._replace(legend=words, left_out=(Span("4 unsettled ties not counted: 1 contested, 3 inferred"),))
    async with showing(shown, (40, height)) as (person, matrix):
        assert matrix.visible_height >= 3
        assert not any("…" in line for line in person.lines)
        told = " ".join(" ".join(below(person)).split())
        assert "4 unsettled ties not counted: 1 contested, 3 inferred" in told or "unsettled" not in told
        assert ("+ with" in told) == ("a sign recorded" in told)


async def test_where_there_is_no_room_for_words_it_is_said_in_numbers_how_much_continues() -> None:
    async with showing(table(1200), (24, 20)) as (person, _):
        [line] = [line.strip() for line in person.lines if "⇣" in line]
        assert re.fullmatch(r"⇣ 1,1\d\d   ⇢ 1,1\d\d", line)


async def test_each_row_has_its_name_and_its_signs_and_no_tie_is_a_dot() -> None:
    async with showing(table(4)) as (person, _):
        found = [line.split() for line in rows(person)[:4]]
        assert found == [
            ["▌Actor", "0", "╲", "+", "−", "·"],
            ["Actor", "1", "+", "╲", "·", "~"],
            ["Actor", "2", "−", "·", "╲", "·"],
            ["Actor", "3", "·", "~", "·", "╲"],
        ]


@pytest.mark.parametrize("width", [60, 30, 20])
async def test_each_sign_stands_below_its_heading(width: int) -> None:
    async with showing(table(9), (width, 20)) as (person, matrix):
        for column in seen_columns(matrix):
            x = glyph_at(matrix, column)
            assert str(column) in {line[x : x + 1] for line in person.lines[3 : matrix.header_height]}
            assert rows(person)[column][x] == "╲"


async def test_a_sign_is_followed_by_its_mark_where_it_has_one() -> None:
    async with showing(table(4, marks={(0, 1): "◇"})) as (person, _):
        assert "+◇" in rows(person)[0]
        assert "+◇" in rows(person)[1]
        assert person.text.count("◇") == 2


async def test_a_legend_too_long_for_one_line_has_two() -> None:
    legend = (Span("one " * 12), Span("two " * 12))
    async with showing(table(4)._replace(legend=legend)) as (person, _):
        assert [line.split()[-1] for line in below(person)[:3]] == ["two", "two", "out"]
        assert below(person)[3] == "row 0 column 0"


async def test_a_cell_without_a_sign_is_marked_where_unsettled_ties_exist() -> None:
    async with showing(table(4, marks={(1, 2): "≠"})) as (person, _):
        assert "·≠" in rows(person)[1]


async def test_title_and_counts_stand_above_and_the_legend_right_below_the_last_row() -> None:
    async with showing(table(4)) as (person, matrix):
        assert person.lines[1].split() == ["The", "title", "counted"]
        last = matrix.header_height + 4
        assert [line.strip() for line in person.lines[last : last + 3]] == ["", "the legend", "left out"]


async def test_the_cell_of_the_cursor_is_told_in_words_below_with_its_ties_where_there_is_room() -> None:
    async with showing(table(4)) as (person, _):
        assert below(person)[2:] == ["row 0 column 0", "tie 1", "tie 2", "tie 3"]
        await person.press("right", "right", "down")
        assert below(person)[2:] == ["row 1 column 2", "tie 1", "tie 2", "tie 3"]
    async with showing(table(40)) as (person, _):
        assert below(person)[-1] == "row 0 column 0"


async def test_where_the_ties_are_shown_beside_it_they_have_no_lines_below() -> None:
    async with showing(table(4)) as (person, matrix):
        matrix.tells_ties = False
        await person.settle()
        assert below(person)[2:] == ["row 0 column 0"]


async def test_the_cursor_is_seen_without_colour() -> None:
    async with showing(table(6)) as (person, matrix):
        await person.press("right", "down", "down")
        assert [line[:1] or " " for line in rows(person)[:6]] == [" ", " ", "▌", " ", " ", " "]
        [one] = [segment for segment in highlighted_cells(person, matrix) if segment.text.strip()]
        assert one.style is not None
        assert one.style.reverse


async def test_the_row_and_the_column_of_the_cursor_are_highlighted_and_no_other_cell_is() -> None:
    async with showing(table(5)) as (person, matrix):
        await person.press("right", "down", "down")
        band = matrix.role_styles.cursor(False).bgcolor
        tied = dict(table(5).signs)
        for row, line in enumerate(person.cells(matrix)[matrix.header_height :][:5]):
            x = 0
            for segment in line:
                column = (x - matrix.geometry.names_width) // matrix.geometry.cell
                inside = x >= matrix.geometry.names_width and column < 5
                x += columns(segment.text)
                if not inside or segment.style is None or (row, column) == (2, 1) or (row, column) in tied:
                    continue
                assert (segment.style.bgcolor == band) == (row == 2 or column == 1), (row, column)


async def test_without_the_focus_the_cursor_looks_different_and_is_still_there() -> None:
    async with showing(table(4)) as (person, matrix):
        assert highlighted_cells(person, matrix)
        person.app.screen.set_focus(None)
        await person.settle()
        assert not highlighted_cells(person, matrix)
        assert rows(person)[0].startswith("▌")


async def test_a_table_without_rows_says_so_and_no_key_breaks_it() -> None:
    async with showing(table(0)) as (person, matrix):
        assert "Nothing has a sign." in person.text
        keys = "enter up down left right pageup pagedown home end full_stop comma space w W g G"
        await person.press(*keys.split())
        await person.click(30, 8)
        await person.wheel(30, 8)
        assert matrix.target == ""
        assert matrix.pair == ""
        assert opened(person) == []


# The heat map


def ground_of(person: Person[Host], matrix: SignMatrix, row: int, column: int) -> Color | None:
    """The background of a cell."""
    x, line = 0, person.cells(matrix)[matrix.header_height + matrix.geometry.line_of[row]]
    for segment in line:
        x += columns(segment.text)
        if x > glyph_at(matrix, column):
            return segment.style.bgcolor if segment.style else None
    return None


async def test_a_cell_is_filled_with_the_colour_of_its_sign_and_paler_where_no_source_states_it_itself() -> None:
    shown = table(6, {(2, 3): "+", (2, 4): "+", (3, 4): "-", (3, 5): "~"})._replace(unreported=frozenset({(2, 4)}))
    async with showing(shown) as (person, matrix):
        cells = [(2, 3), (2, 4), (3, 4), (3, 5), (4, 5)]
        grounds = [ground_of(person, matrix, *cell) for cell in cells]
        assert len(set(grounds)) == len(cells)
        assert grounds[-1] == matrix.role_styles.blank.bgcolor


async def test_without_colours_that_can_be_mixed_what_is_reported_is_reversed_and_all_has_its_glyph() -> None:
    shown = table(4, {(1, 2): "+", (1, 3): "-"}, marks={(1, 3): "»"})._replace(unreported=frozenset({(1, 3), (3, 1)}))
    async with showing(shown) as (person, matrix):
        person.app.theme = "ansi-dark"
        await person.settle()
        line = person.cells(matrix)[matrix.header_height + 1]
        looks = {segment.text.strip(" ░"): segment.style for segment in line if segment.style}
        assert looks["+"].reverse
        assert not looks["−"].reverse
        assert not looks["»"].reverse


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
@pytest.mark.parametrize("has_focus", [True, False])
async def test_the_row_and_the_column_of_the_cursor_are_found_in_the_colours_of_the_terminal(
    theme: str, has_focus: bool
) -> None:
    shown = table(5, {(2, 3): "+", (2, 4): "-"}, marks={(2, 3): "»"})._replace(unreported=frozenset({(2, 3), (3, 2)}))
    async with showing(shown) as (person, matrix):
        person.app.theme = theme
        await person.press("right", "down", "down")
        if not has_focus:
            person.app.screen.set_focus(None)
            await person.settle()
        plain = matrix.role_styles.blank.bgcolor
        grounds = [[ground_of(person, matrix, row, column) for column in range(5)] for row in range(5)]
        lit = {(row, column) for row in range(5) for column in range(5) if grounds[row][column] != plain}
        assert lit - {(2, 1)} == set()
        assert grounds[2][1] != plain or has_focus
        reversed_text = [
            segment.text.strip(" ▌")
            for line in person.cells(matrix)[: matrix.header_height + 5]
            for segment in line
            if segment.style and segment.style.reverse and segment.style.bold
        ]
        assert {"Actor 1", "Actor 2"} <= {*reversed_text}
        for line in person.cells(matrix)[matrix.header_height :][:5]:
            for segment in line:
                if segment.style is not None and segment.style.bgcolor != plain and segment.text.strip():
                    ink = segment.style.color
                    assert segment.style.reverse or (ink is not None and ink.is_default and not segment.style.dim)


async def test_the_blocks_of_camps_and_blocs_have_borders_between_and_names_where_there_is_room() -> None:
    shown = table(6)._replace(starts=(0, 3, 4), blocks=(("with One · Union", "Union"), ("others",), ("with Two", "")))
    async with showing(shown, (52, 20)) as (person, matrix):
        assert [line.split()[0][0] for line in rows(person)[:8]] == ["▌", "A", "A", "─", "A", "─", "A", "A"]
        assert rows(person)[3].count("┼") == 2
        bars = [at for at, letter in enumerate(rows(person)[0]) if letter == "│"]
        assert bars == [at for at, letter in enumerate(rows(person)[3]) if letter == "┼"]
        assert person.lines[2].split() == ["with", "One", "·", "Union", "others", "with", "Two"]
        assert person.lines[2].index("with") == glyph_at(matrix, 0)
    async with showing(shown, (36, 20)) as (person, matrix):
        assert person.lines[2].split() == ["with", "One", "·", "Union", "with", "Two"]
        assert person.lines[2].index("with") < matrix.geometry.names_width, (
            "the first reaches over the names of the rows"
        )
    long = shown._replace(blocks=(("with One", "One"), ("others",), ("with the Commonwealth",)))
    async with showing(long, (36, 20)) as (person, _):
        assert person.lines[2].split() == ["with", "One", "with", "th…"], "the beginning of a name without room"


@pytest.mark.parametrize("starts", [(0, 1), (0, 1, 2), (0, 2, 3, 9)])
@pytest.mark.parametrize("width", [20, 24, 30, 47, 60, 90])
async def test_the_first_block_has_a_caption_however_narrow_it_is_and_no_two_captions_touch(
    starts: tuple[int, ...], width: int
) -> None:
    blocks = tuple((f"with {letter}ob", letter) for letter in "ABCD"[: len(starts)])
    async with showing(table(20)._replace(starts=starts, blocks=blocks), (width, 20)) as (person, _):
        words = person.lines[2].replace("with ", "with_").removesuffix("⇢").split()
        assert words[0] in ("with_Aob", "A")
        assert set(words) <= {name.replace(" ", "_") for names in blocks for name in names}


async def test_the_cursor_steps_over_a_border_and_a_click_on_one_does_nothing() -> None:
    async with showing(table(6)._replace(starts=(0, 3))) as (person, matrix):
        await person.press("down", "down", "down")
        assert cell(matrix) == (3, 0)
        assert rows(person)[4].startswith("▌Actor 3")
        await person.click(matrix.geometry.names_width + 1, matrix.header_height + 3)
        await person.click(matrix.geometry.names_width + 3 * matrix.geometry.cell, matrix.header_height + 1)
        assert cell(matrix) == (3, 0)
        await person.click(glyph_at(matrix, 4), matrix.header_height + 5)
        assert cell(matrix) == (4, 4)


@pytest.mark.parametrize("starts", [(), (0, 7, 20, 21)])
async def test_arrows_say_in_which_direction_how_many_rows_and_columns_continue(starts: tuple[int, ...]) -> None:
    async with showing(table(40)._replace(starts=starts), (60, 20)) as (person, matrix):

        def told() -> tuple[str, str]:
            return person.lines[matrix.header_height - 1], person.lines[-matrix.footer_height]

        above, below = told()
        seen = len({*matrix.geometry.lines[: matrix.visible_height]} - {-1})
        assert "⇡" not in above
        assert "⇠" not in above
        assert person.lines[2].endswith("⇢")
        assert below.split("   ")[0].strip() == f"⇣ {40 - seen} more rows"
        assert below.split("   ")[1].strip() == f"⇢ {40 - len(seen_columns(matrix))} more columns"
        await person.press(*["right"] * 25, *["down"] * 20)
        for _ in range(2):
            before = {*matrix.geometry.lines[: matrix.top]} - {-1}
            assert told()[0].split()[:2] == [f"⇡{len(before)}", f"⇠{matrix.left}"]
            await person.wheel(30, 8)
        await person.press("end")
        assert told()[1].strip() == ""
        assert "⇢" not in person.lines[2]


async def test_a_table_that_is_in_view_as_a_whole_has_no_arrows() -> None:
    async with showing(table(5)) as (person, _):
        assert not {*"⇡⇣⇠⇢"} & {*person.text}


async def test_where_all_rows_are_in_view_of_a_high_terminal_cells_are_about_as_high_as_wide() -> None:
    async with showing(table(6)._replace(starts=(0, 3)), (52, 40)) as (person, matrix):
        assert (matrix.geometry.cell, matrix.geometry.row_lines) == (6, 3)
        names = [line[: matrix.geometry.names_width].strip(" ▌") for line in rows(person)]
        assert names[:7] == ["", "Actor 0", "", "", "Actor 1", "", ""]
        assert {ground_of(person, matrix, 1, 3)} != {matrix.role_styles.blank.bgcolor}
        await person.press("down", "down", "down", "right")
        assert [line[:1] for line in rows(person)[10:13]] == ["▌", "▌", "▌"]
        await person.click(glyph_at(matrix, 4), matrix.header_height + 14)
        assert cell(matrix) == (4, 4)
    async with showing(table(30), (100, 40)) as (_, matrix):
        assert matrix.geometry.row_lines == 1


@pytest.mark.parametrize(("width", "heading"), [(71, "Actor 3"), (50, "3")])
async def test_columns_are_headed_with_whole_names_where_they_have_room_and_cells_grow_with_them(
    width: int, heading: str
) -> None:
    async with showing(table(6), (width, 20)) as (person, matrix):
        headed = person.lines[matrix.header_height - 1]
        assert ("Actor 0" in headed) == heading.startswith("Actor")
        x, middle = glyph_at(matrix, 3), headed.index(heading, matrix.geometry.names_width) + len(heading) // 2
        assert abs(x - middle) <= 1
        assert rows(person)[3][x] == "╲"


@pytest.mark.parametrize("height", [7, 10, 16])
async def test_a_table_in_few_lines_gives_two_fifths_of_them_to_its_rows(height: int) -> None:
    shown = table(40)._replace(legend=(Span("one " * 12), Span("two " * 12)), left_out=(Span("three " * 20),))
    async with showing(shown, (40, height)) as (person, matrix):
        assert matrix.visible_height >= min(height * 2 // 5, height - 5)
        assert any(line.startswith("  row 0 column 0") for line in person.lines)
        assert not any("…" in line for line in person.lines)


# Scrolling


async def test_names_and_headings_stand_still_while_the_cells_scroll_down() -> None:
    async with showing(table(30), (60, 20)) as (person, matrix):
        above, legend = (person.lines[:2], headings(person)), below(person)[1:3]
        await person.press(*["down"] * 20)
        assert matrix.top > 0
        assert (person.lines[:2], headings(person)) == above
        assert below(person)[1:3] == legend
        names = [line.strip(" ▌").split("  ")[0] for line in rows(person)]
        assert names == [f"Actor {number}" for number in range(matrix.top, matrix.top + len(names))]
        assert "Actor 20" in names


async def test_names_and_headings_stand_still_while_the_cells_scroll_to_the_right() -> None:
    async with showing(table(30), (60, 20)) as (person, matrix):
        names = [line[: matrix.geometry.names_width].strip(" ▌") for line in rows(person)]
        await person.press(*["right"] * 25)
        assert matrix.left > 0
        assert [line[: matrix.geometry.names_width].strip(" ▌") for line in rows(person)] == names
        assert headings(person) == [str(number) for number in seen_columns(matrix)]
        assert "25" in headings(person)


@pytest.mark.long
async def test_the_same_cells_are_drawn_wherever_they_are_scrolled_to() -> None:
    shown = crowd()
    async with showing(shown, (60, 20)) as (person, matrix):
        for step in range(60):
            await person.press("right", "down" if step % 2 else "right")
        for y, line in enumerate(rows(person)):
            row = matrix.top + y
            for column in seen_columns(matrix):
                glyph = line[glyph_at(matrix, column)]
                expected = {"+": "+", "-": "−", "~": "~"}.get(shown.signs.get((row, column), ""), "·")
                assert glyph == ("╲" if row == column else expected)


async def test_wheel_and_scroll_bar_scroll_and_leave_the_cursor_where_it_is() -> None:
    async with showing(table(60), (60, 20)) as (person, matrix):
        await person.wheel(30, 8)
        assert matrix.top == 3
        await person.wheel(30, 8, up=True)
        assert matrix.top == 0
        await person.drag((59, matrix.header_height), (59, 15))
        assert matrix.top == matrix.total - matrix.visible_height
        await person.drag((59, 15), (59, matrix.header_height))
        assert matrix.top == 0
        assert cell(matrix) == (0, 0)


async def test_the_wheel_scrolls_sideways_too_as_far_as_there_are_columns() -> None:
    async with showing(table(40), (60, 20)) as (person, matrix):
        await person.mouse("\x1b[<67;30;9M")
        assert matrix.left == 3
        for _ in range(20):
            await person.mouse("\x1b[<67;30;9M")
        assert 39 in seen_columns(matrix)
        assert matrix.left == matrix.geometry.last_left > 0
        for _ in range(20):
            await person.mouse("\x1b[<66;30;9M")
        assert matrix.left == 0


async def test_a_press_beside_the_title_or_the_words_below_is_no_hold_of_the_scroll_bar() -> None:
    async with showing(table(60), (60, 20)) as (person, matrix):
        for y in (0, 2, 17, 19):
            await person.click(59, y)
            assert matrix.top == 0


# The keys


@pytest.mark.parametrize(
    ("keys", "to"),
    [
        ("up left", (0, 0)),
        ("right", (0, 1)),
        ("l l j", (1, 2)),
        ("l l j k h", (0, 1)),
        ("end", (29, 29)),
        ("end down right", (29, 29)),
        ("G g", (0, 0)),
        ("pagedown", (12, 0)),
        ("space space space", (29, 0)),
        ("pagedown pagedown pageup", (12, 0)),
        ("end up left", (28, 28)),
    ],
)
async def test_the_keys_lead_from_cell_to_cell_and_stop_at_the_edges(keys: str, to: tuple[int, int]) -> None:
    async with showing(table(30), (60, 21)) as (person, matrix):
        await person.press(*keys.split())
        assert cell(matrix) == to
        assert matrix.top <= to[0] < matrix.top + matrix.visible_height
        assert to[1] in seen_columns(matrix)


async def test_the_next_tie_is_the_next_in_reading_order_and_after_the_last_comes_the_first() -> None:
    async with showing(table(4)) as (person, matrix):
        order = sorted(table(4).signs)
        found = []
        for _ in order:
            await person.press("full_stop")
            found.append(cell(matrix))
        assert found == order
        await person.press("full_stop")
        assert cell(matrix) == order[0]


async def test_the_tie_before_is_the_same_way_back() -> None:
    async with showing(table(4)) as (person, matrix):
        found = []
        for _ in range(6):
            await person.press("comma")
            found.append(cell(matrix))
        assert found == sorted(table(4).signs, reverse=True)
        await person.press("comma", "W")
        await person.press("w", "full_stop")
        assert cell(matrix) == found[-1]


async def test_without_any_tie_there_is_no_next_one() -> None:
    async with showing(table(4, {})) as (person, matrix):
        await person.press("right", "full_stop", "comma")
        assert cell(matrix) == (0, 1)


async def test_enter_opens_the_pair_and_on_the_diagonal_the_actor() -> None:
    async with showing(table(4)) as (person, _):
        await person.press("enter", "right", "right", "enter", "down", "enter")
        assert opened(person) == ["ego:a0", "pair:a0:a2", "pair:a1:a2"]


async def test_a_move_is_told_once_and_a_key_that_moves_nothing_tells_nothing() -> None:
    async with showing(table(4)) as (person, _):
        await person.press("right")
        assert len(person.app.take(SignMatrix.CellSelected)) == 1
        await person.press("up", "up")
        assert person.app.take(SignMatrix.CellSelected) == []


async def test_what_shows_the_pair_elsewhere_is_called_with_the_move_itself() -> None:
    seen: list[tuple[int, int]] = []
    matrix = SignMatrix(told, lambda: seen.append(cell(matrix)))
    async with at(Host(lambda: matrix), (60, 20)) as person:
        matrix.show(table(4))
        person.app.screen.set_focus(matrix)
        await person.press("right", "down", "up", "up")
    assert seen == [(0, 1), (1, 1), (0, 1)]


# The mouse


async def test_a_click_selects_a_cell_and_a_click_on_the_selected_one_opens_it() -> None:
    async with showing(table(4)) as (person, matrix):
        x, y = matrix.geometry.names_width + 2 * matrix.geometry.cell + 1, matrix.header_height + 1
        await person.click(x, y)
        assert cell(matrix) == (1, 2)
        assert opened(person) == []
        await person.click(x, y)
        assert opened(person) == ["pair:a1:a2"]


async def test_a_click_beside_the_cells_does_nothing() -> None:
    async with showing(table(4)) as (person, matrix):
        for x, y in (
            (0, 5),
            (3, 5),
            (matrix.geometry.names_width + 4 * matrix.geometry.cell, 5),
            (30, 0),
            (20, 2),
            (20, 10),
            (20, 17),
            (20, 19),
        ):
            await person.click(x, y)
            assert cell(matrix) == (0, 0), (x, y)
        assert opened(person) == []


@pytest.mark.long
async def test_a_click_finds_its_cell_when_the_table_is_scrolled() -> None:
    async with showing(table(40), (60, 20)) as (person, matrix):
        await person.press(*["right"] * 25, *["down"] * 25)
        await person.click(matrix.geometry.names_width + 2 * matrix.geometry.cell, matrix.header_height + 3)
        assert cell(matrix) == (matrix.top + 3, matrix.left + 2)


# Coming back


@pytest.mark.long
async def test_shown_again_it_is_at_the_very_same_cell_and_scroll() -> None:
    shown = crowd()
    async with showing(shown, (60, 20)) as (person, matrix):
        await person.press(*["right"] * 40, *["down"] * 40)
        for _ in range(12):
            await person.wheel(30, 8)
        await person.mouse("\x1b[<67;30;9M", "\x1b[<67;30;9M")
        before, lines = (matrix.top, matrix.link, matrix.left, matrix.pair), person.lines
        assert not matrix.top <= 40 < matrix.top + matrix.visible_height, "the cursor is out of sight"
        matrix.show(table(3))
        await person.settle()
        matrix.show(shown, *before)
        await person.settle()
        assert (matrix.top, matrix.link, matrix.left, matrix.pair) == before
        assert person.lines == lines


async def test_in_another_table_the_cursor_finds_its_pair_and_brings_it_into_view() -> None:
    async with showing(table(40), (60, 20)) as (person, matrix):
        await person.press("end", "up")
        top, link, left, part = matrix.top, matrix.link, matrix.left, matrix.pair
        assert part == "a38:a39"
        more = table(60)
        turned = more._replace(ids=tuple(reversed(more.ids)))
        matrix.show(turned, top, link, left, part)
        await person.settle()
        assert matrix.pair == part
        row, column = cell(matrix)
        assert matrix.top <= row < matrix.top + matrix.visible_height
        assert column in seen_columns(matrix)


async def test_a_pair_that_is_gone_is_looked_for_at_the_actor_that_is_left() -> None:
    async with showing(table(10)) as (_, matrix):
        matrix.show(table(5), 0, 87, 0, "a3:a8")
        assert matrix.pair == "a3:a3"
        matrix.show(table(5), 0, 87, 0, "a7:a8")
        assert 0 <= matrix.link < 25


@pytest.mark.parametrize("asked", [(0, 10**9, 0), (10**6, 0, 10**6), (-5, -5, -5)])
async def test_whatever_it_is_asked_for_it_shows_a_cell_that_there_is(asked: tuple[int, int, int]) -> None:
    async with showing(table(20), (60, 20)) as (person, matrix):
        matrix.show(table(20), *asked)
        await person.settle()
        assert 0 <= matrix.link < 400
        assert 0 <= matrix.top <= 20
        assert 0 <= matrix.left <= 20
        assert "Actor" in person.text


# Any size


@pytest.mark.parametrize(
    "size", [(1, 1), (2, 2), (3, 9), (10, 3), (12, 10), (20, 5), (40, 15), (80, 24), (200, 50), (300, 90)]
)
async def test_no_size_breaks_it_or_is_too_small(size: tuple[int, int]) -> None:
    for count in (0, 1, 30):
        async with showing(table(count), size) as (person, matrix):
            await person.press("right", "down", "end", "up", "full_stop", "comma", "pageup", "home", "pagedown")
            await person.click(size[0] // 2, size[1] // 2)
            await person.wheel(size[0] // 2, size[1] // 2)
            await person.drag((size[0] - 1, 0), (size[0] - 1, size[1] - 1))
            assert len(person.lines) <= size[1]
            assert all(columns(line) <= size[0] for line in person.lines)
            assert count == 0 or 0 <= matrix.link < count * count


async def test_the_cursor_stays_in_view_when_the_terminal_changes() -> None:
    async with showing(table(40), (80, 40)) as (person, matrix):
        await person.press("end")
        for size in ((30, 15), (80, 40), (20, 12), (200, 50), (1, 1), (60, 20)):
            await person.resize(*size)
            assert cell(matrix) == (39, 39)
        assert matrix.top <= 39 < matrix.top + matrix.visible_height
        assert 39 in seen_columns(matrix)
        assert "row 39 column 39" in person.text


async def test_names_leave_room_for_cells_however_long_they_are() -> None:
    shown = table(5)._replace(names=tuple(Span("停火協議 " * 20) for _ in range(5)))
    for size in ((80, 24), (40, 15), (20, 12)):
        async with showing(shown, size) as (person, matrix):
            assert len(seen_columns(matrix)) >= 2
            assert all(columns(line) <= size[0] for line in person.lines)


# Instant at 200 actors, told by the work that is done


@pytest.mark.long
async def test_a_cursor_key_among_200_actors_draws_what_is_in_view_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    async with showing(crowd(), (120, 40)) as (person, matrix):
        await person.press(*["right"] * 50, *["down"] * 50)
        drawn: list[int] = []
        segments = 0
        plain = matrix.draw

        def counted(index: int, width: int) -> list[Segment]:
            nonlocal segments
            found = plain(index, width)
            drawn.append(index)
            segments += len(found)
            return found

        monkeypatch.setattr(matrix, "draw", counted)
        for key in ("right", "down", "left", "up", "full_stop", "comma", "pagedown", "end"):
            drawn.clear()
            segments = 0
            await person.press(key)
            assert 0 < len(drawn) <= matrix.visible_height, key
            assert segments <= matrix.visible_height * (len(seen_columns(matrix)) + 3), key


async def test_the_words_of_a_cell_are_asked_for_once_a_key_and_only_of_the_selected_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with showing(crowd(), (120, 40)) as (person, matrix):
        asked: list[tuple[int, int]] = []

        def words(row: int, column: int, most: int) -> list[Spans]:
            asked.append((row, column))
            return []

        monkeypatch.setattr(matrix, "describe_cell", words)
        for _ in range(5):
            asked.clear()
            await person.press("down")
            assert asked == [cell(matrix)]


async def test_a_key_that_moves_nothing_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with showing(crowd(), (120, 40)) as (person, matrix):
        drawn: list[int] = []
        monkeypatch.setattr(matrix, "draw", lambda index, _: drawn.append(index))
        await person.press("up", "left", "home")
        assert drawn == []


async def test_a_mark_of_status_has_the_colour_of_the_status_where_it_is_read_on_the_fill() -> None:
    shown = table(4, {(1, 2): "+", (1, 3): "-"}, marks={(1, 2): "◇", (1, 3): "»"})
    shown = shown._replace(unreported=frozenset({(1, 2), (2, 1), (1, 3), (3, 1)}))
    async with showing(shown) as (person, matrix):
        for theme in ("karabakh-dark", "ansi-dark"):
            person.app.theme = theme
            await person.settle()
            looks = matrix.role_styles
            line = person.cells(matrix)[matrix.header_height + 1]
            [judged] = [segment.style for segment in line if segment.text == "◇"]
            assert judged is not None
            assert judged.color is not None
            if theme == "ansi-dark":
                assert judged.color == looks.style("status-judgement").color
            else:
                assert judged.color.triplet is not None
                red, _, blue = judged.color.triplet
                assert red > blue + 40, "yellow, not the ink of the fill"


async def test_in_the_colours_of_the_terminal_what_no_source_states_is_shaded_and_what_is_empty_has_no_ground() -> None:
    shown = table(5, {(1, 2): "+", (1, 3): "-"}, marks={(1, 3): "»"})._replace(unreported=frozenset({(1, 3), (3, 1)}))
    async with showing(shown, (60, 40)) as (person, matrix):
        person.app.theme = "ansi-dark"
        await person.settle()
        lines = rows(person)
        assert sum(line.count("░") for line in lines[:10]) >= 2 * (matrix.geometry.cell - 2)
        plain = matrix.role_styles.blank.bgcolor
        assert [ground_of(person, matrix, 0, column) == plain for column in range(1, 5)] == [True] * 4
