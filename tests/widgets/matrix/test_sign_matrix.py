"""The matrix on the screen: what stands still, what is highlighted, what the keys and the mouse do, at any size."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
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


def told(row: int, column: int) -> Spans:
    return (Span(f"row {row} column {column}"),)


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
    return divmod(matrix.link, matrix.total)


def rows(person: Person[Host]) -> list[str]:
    """The lines of the table itself."""
    return person.lines[4:-4]


def headings(person: Person[Host]) -> list[str]:
    """The headings in view, those of both lines in one order."""
    return sorted((word for line in person.lines[2:4] for word in line.split()), key=int)


def opened(person: Person[Host]) -> list[str]:
    return [one.target for one in person.app.take(SignMatrix.Followed) if isinstance(one, SignMatrix.Followed)]


def highlighted_cells(person: Person[Host], matrix: SignMatrix) -> list[Segment]:
    """What is drawn as the cursor with the focus."""
    style = matrix.role_styles.cursor(True)
    return [segment for line in person.cells(matrix) for segment in line if segment.style == style]


# What is shown


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
        for column in range(min(9, matrix.geometry.columns)):
            x = matrix.geometry.names_width + column * matrix.geometry.cell + 1
            assert str(column) in {line[x : x + 1] for line in person.lines[2:4]}
            assert rows(person)[column][x] == "╲"


async def test_a_sign_is_followed_by_its_mark_where_it_has_one() -> None:
    async with showing(table(4, marks={(0, 1): "◇"})) as (person, _):
        assert "+◇" in rows(person)[0]
        assert "+◇" in rows(person)[1]
        assert person.text.count("◇") == 2


async def test_a_legend_too_long_for_one_line_has_two() -> None:
    legend = (Span("one " * 12), Span("two " * 12))
    async with showing(table(4)._replace(legend=legend)) as (person, _):
        assert [line.split()[-1] for line in person.lines[-3:]] == ["two", "two", "out"]
        assert person.lines[-4].strip() == "row 0 column 0"


async def test_a_cell_without_a_sign_is_marked_where_unsettled_ties_exist() -> None:
    async with showing(table(4, marks={(1, 2): "?"})) as (person, _):
        assert "·?" in rows(person)[1]


async def test_title_and_counts_stand_above_legend_and_what_is_left_out_below() -> None:
    async with showing(table(4)) as (person, _):
        assert person.lines[0].split() == ["The", "title", "counted"]
        assert [line.strip() for line in person.lines[-2:]] == ["the legend", "left out"]


async def test_the_cell_of_the_cursor_is_told_in_words_below() -> None:
    async with showing(table(4)) as (person, _):
        assert person.lines[-3].strip() == "row 0 column 0"
        await person.press("right", "right", "down")
        assert person.lines[-3].strip() == "row 1 column 2"


async def test_the_cursor_is_seen_without_colour() -> None:
    async with showing(table(6)) as (person, matrix):
        await person.press("right", "down", "down")
        assert [line[0] for line in rows(person)[:6]] == [" ", " ", "▌", " ", " ", " "]
        [one] = [segment for segment in highlighted_cells(person, matrix) if segment.text.strip()]
        assert one.style is not None
        assert one.style.reverse


async def test_the_row_and_the_column_of_the_cursor_are_highlighted_and_no_other_cell_is() -> None:
    async with showing(table(5)) as (person, matrix):
        await person.press("right", "down", "down")
        band = matrix.role_styles.cursor(False).bgcolor
        for row, line in enumerate(person.cells(matrix)[4:9]):
            x = 0
            for segment in line:
                column = (x - matrix.geometry.names_width) // matrix.geometry.cell
                inside = x >= matrix.geometry.names_width and column < 5
                x += columns(segment.text)
                if not inside or segment.style is None or (row, column) == (2, 1):
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


# Scrolling


async def test_names_and_headings_stand_still_while_the_cells_scroll_down() -> None:
    async with showing(table(30), (60, 20)) as (person, matrix):
        above, below = person.lines[:4], person.lines[-2:]
        await person.press(*["down"] * 20)
        assert matrix.top > 0
        assert person.lines[:4] == above
        assert person.lines[-2:] == below
        names = [line.strip(" ▌").split("  ")[0] for line in rows(person)]
        assert names == [f"Actor {number}" for number in range(matrix.top, matrix.top + len(names))]
        assert "Actor 20" in names


async def test_names_and_headings_stand_still_while_the_cells_scroll_to_the_right() -> None:
    async with showing(table(30), (60, 20)) as (person, matrix):
        names = [line[: matrix.geometry.names_width].strip(" ▌") for line in rows(person)]
        await person.press(*["right"] * 25)
        assert matrix.left > 0
        assert [line[: matrix.geometry.names_width].strip(" ▌") for line in rows(person)] == names
        assert headings(person) == [str(number) for number in range(matrix.left, matrix.left + matrix.geometry.columns)]
        assert "25" in headings(person)


async def test_the_same_cells_are_drawn_wherever_they_are_scrolled_to() -> None:
    shown = crowd()
    async with showing(shown, (60, 20)) as (person, matrix):
        for step in range(60):
            await person.press("right", "down" if step % 2 else "right")
        for y, line in enumerate(rows(person)):
            row = matrix.top + y
            for column in range(matrix.left, matrix.left + matrix.geometry.columns):
                glyph = line[matrix.geometry.names_width + (column - matrix.left) * matrix.geometry.cell + 1]
                expected = {"+": "+", "-": "−", "~": "~"}.get(shown.signs.get((row, column), ""), "·")
                assert glyph == ("╲" if row == column else expected)


async def test_wheel_and_scroll_bar_scroll_and_leave_the_cursor_where_it_is() -> None:
    async with showing(table(60), (60, 20)) as (person, matrix):
        await person.wheel(30, 8)
        assert matrix.top == 3
        await person.wheel(30, 8, up=True)
        assert matrix.top == 0
        await person.drag((59, 4), (59, 15))
        assert matrix.top == matrix.total - matrix.visible_height
        await person.drag((59, 15), (59, 4))
        assert matrix.top == 0
        assert cell(matrix) == (0, 0)


async def test_the_wheel_scrolls_sideways_too_as_far_as_there_are_columns() -> None:
    async with showing(table(40), (60, 20)) as (person, matrix):
        await person.mouse("\x1b[<67;30;9M")
        assert matrix.left == 3
        for _ in range(20):
            await person.mouse("\x1b[<67;30;9M")
        assert matrix.left == 40 - matrix.geometry.columns
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
        ("pagedown", (11, 0)),
        ("space space space", (29, 0)),
        ("pagedown pagedown pageup", (11, 0)),
        ("end up left", (28, 28)),
    ],
)
async def test_the_keys_lead_from_cell_to_cell_and_stop_at_the_edges(keys: str, to: tuple[int, int]) -> None:
    async with showing(table(30), (60, 20)) as (person, matrix):
        await person.press(*keys.split())
        assert cell(matrix) == to
        assert matrix.top <= to[0] < matrix.top + matrix.visible_height
        assert matrix.left <= to[1] < matrix.left + matrix.geometry.columns


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


# The mouse


async def test_a_click_selects_a_cell_and_a_click_on_the_selected_one_opens_it() -> None:
    async with showing(table(4)) as (person, matrix):
        x, y = matrix.geometry.names_width + 2 * matrix.geometry.cell + 1, 4 + 1
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


async def test_a_click_finds_its_cell_when_the_table_is_scrolled() -> None:
    async with showing(table(40), (60, 20)) as (person, matrix):
        await person.press(*["right"] * 25, *["down"] * 25)
        await person.click(matrix.geometry.names_width + 2 * matrix.geometry.cell, 4 + 3)
        assert cell(matrix) == (matrix.top + 3, matrix.left + 2)


# Coming back


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
        assert matrix.left <= column < matrix.left + matrix.geometry.columns


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
        assert matrix.left <= 39 < matrix.left + matrix.geometry.columns
        assert "row 39 column 39" in person.text


async def test_names_leave_room_for_cells_however_long_they_are() -> None:
    shown = table(5)._replace(names=tuple(Span("停火協議 " * 20) for _ in range(5)))
    for size in ((80, 24), (40, 15), (20, 12)):
        async with showing(shown, size) as (person, matrix):
            assert matrix.geometry.columns >= 2
            assert all(columns(line) <= size[0] for line in person.lines)


# Instant at 200 actors, told by the work that is done


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
            assert segments <= matrix.visible_height * (matrix.geometry.columns + 3), key


async def test_the_words_of_a_cell_are_asked_for_once_a_key_and_only_of_the_selected_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with showing(crowd(), (120, 40)) as (person, matrix):
        asked: list[tuple[int, int]] = []

        def words(row: int, column: int) -> Spans:
            asked.append((row, column))
            return ()

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
