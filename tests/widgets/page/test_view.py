"""The page: every link within reach of the keys, what is read stays in place, what is selected is what is copied."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.screens.person import Person, at, columns
from tests.widgets.host import Host
from tui.nav.trail import SelectedLink
from tui.pages.page import Addition, Block, Entry, Page, Para, Quotation, Section, Span, Title
from tui.pages.timeline_blocks import CountStrip, Dated
from tui.widgets.page.view import PageView

Person_ = Person[Host]
SIZE = (50, 12)


def words(count: int, word: str = "word") -> str:
    return " ".join(f"{word}{number}" for number in range(1, count + 1))


def linked(*targets: str, between: str = " and ") -> tuple[Span, ...]:
    spans: list[Span] = []
    for target in targets:
        spans += [Span(between), Span(target, "name", target)] if spans else [Span(target, "name", target)]
    return tuple(spans)


def ties(*targets: str) -> list[Block]:
    return [Entry(Span("+", "sign-with"), linked(target), (Span("¶3", "cite", f"{target}#p3"),)) for target in targets]


PLAIN = Page(
    "plain",
    (
        Title((Span("Armenia", "strong"),), (Span("state", "dim"),)),
        Para((Span("It is an ally of "), Span("Russia", "name", "russia"), Span(" by treaty."))),
        Section("Stands with", 2),
        *ties("belarus", "kazakhstan"),
    ),
)
LONG = Page(
    "long",
    (
        Title((Span("Long", "strong"),)),
        Para(linked("one", "two")),
        Para((Span(words(120)),)),
        Section("Middle", anchor="p5"),
        Para(linked("three")),
        Para((Span(words(120, "more")),)),
        Para(linked("four", "five")),
    ),
)
NOTHING_TO_FOLLOW = Page("bare", (Title((Span("Bare", "strong"),)), Para((Span(words(200)),))))


@asynccontextmanager
async def reading(page: Page | None, size: tuple[int, int] = SIZE) -> AsyncIterator[tuple[Person_, PageView]]:
    app = Host(lambda: PageView(id="page"))
    async with at(app, size) as person:
        view = app.query_one(PageView)
        view.show(page)
        view.focus()
        await person.settle()
        app.said.clear()
        yield person, view


def followed(person: Person_) -> list[str]:
    return [message.target for message in person.app.take(PageView.Followed) if isinstance(message, PageView.Followed)]


# What is seen


async def test_a_page_stands_between_margins_with_a_blank_row_above_and_below() -> None:
    async with reading(PLAIN) as (person, _):
        assert person.lines[:9] == [
            "",
            "  Armenia" + " " * 33 + "state",
            "",
            "  It is an ally of Russia by treaty.",
            "",
            "  Stands with 2 " + "─" * 31,
            "  + belarus" + " " * 34 + "¶3",
            "  + kazakhstan" + " " * 31 + "¶3",
            "",
        ]


async def test_additions_are_shown_after_the_page_and_the_link_and_what_is_in_view_stay() -> None:
    made: list[str] = []

    def more() -> tuple[Block, ...]:
        made.append("more")
        return (Para(linked("above")),)

    page = PLAIN._replace(additions=(Addition(2, 2, more),))
    async with reading(page, (50, 20)) as (person, view):
        assert made == []
        assert not any("above" in line for line in person.lines)
        await person.press("right")
        target = view.target
        await person.until(lambda: any("above" in line for line in person.lines))
        assert view.target == target != ""
        view.show(PLAIN)
        view.show(page)
        await person.settle()
        assert any("above" in line for line in person.lines)  # laid out once, it is whole at once


async def test_another_version_of_a_page_with_its_additions_is_shown_with_its_own_at_once() -> None:
    page = PLAIN._replace(additions=(Addition(2, 2, lambda: (Para(linked("above")),)),))
    async with reading(page, (50, 20)) as (person, view):
        await person.until(lambda: any("above" in line for line in person.lines))
        view.show(page._replace(additions=(Addition(2, 2, lambda: (Para(linked("later")),)),)))
        assert any("later" in "".join(piece.text for piece in row) for row in view.rows)
        view.show(page._replace(id="other"))
        assert not any("above" in "".join(piece.text for piece in row) for row in view.rows)


async def test_whoever_shows_where_a_link_leads_hears_of_one_that_an_addition_takes_the_place_of() -> None:
    page = PLAIN._replace(additions=(Addition(4, 5, lambda: (Para(linked("instead")),)),))
    async with reading(page, (50, 20)) as (person, view):
        await person.press("end")
        assert view.target == "kazakhstan#p3"
        person.app.said.clear()
        await person.until(lambda: any("instead" in line for line in person.lines))
        await person.settle()
        (said,) = person.app.take(PageView.LinkSelected)
        assert isinstance(said, PageView.LinkSelected)
        assert said.target == view.target == "instead"


async def test_a_link_below_an_addition_is_selected_again_when_the_page_comes_back_or_another_version_of_it() -> None:
    page = PLAIN._replace(additions=(Addition(2, 2, lambda: (Para(linked("above", "over")),)),))
    async with reading(page, (50, 20)) as (person, view):
        await person.until(lambda: any("above" in line for line in person.lines))
        await person.press("end")
        place, text = (view.top, view.link), person.text
        view.show(page._replace(), *place)
        await person.settle()
        assert (view.target, person.text) == ("kazakhstan#p3", text)
        view.replace(page._replace())
        await person.settle()
        assert (view.target, person.text) == ("kazakhstan#p3", text)


async def test_on_a_wide_screen_the_page_keeps_its_measure_in_the_middle() -> None:
    async with reading(LONG, (200, 12)) as (person, _):
        longest = max((line.rstrip(" ┃│") for line in person.lines), key=columns)
        begins = len(longest) - len(longest.lstrip())
        assert columns(longest.strip()) <= 74
        assert abs(begins - (200 - 74) // 2) <= 1


async def test_no_page_is_an_empty_pane() -> None:
    async with reading(None) as (person, view):
        await person.press("down", "up", "right", "left", "enter", "end", "home", "pagedown", "pageup")
        await person.click(5, 5)
        assert person.text.strip() == ""
        assert view.target == ""
        assert person.app.said == []


# Links


@pytest.mark.parametrize("page", [PLAIN, LONG], ids=lambda page: page.id)
@pytest.mark.parametrize("size", [SIZE, (20, 4), (9, 2), (120, 40)], ids=str)
async def test_right_goes_through_every_link_in_reading_order_and_left_back(page: Page, size: tuple[int, int]) -> None:
    async with reading(page, size) as (person, view):
        await person.press("g")
        order = [view.target] if person.highlighted(view) else []
        for _ in page.links():
            await person.press("right")
            order.append(view.target)
            assert person.highlighted(view) != "", "the selected link is always in view"
        assert order[: len(page.links())] == page.links()
        back = [view.target]
        for _ in page.links():
            await person.press("h")
            back.append(view.target)
        assert back[: len(page.links())] == page.links()[::-1]


@pytest.mark.parametrize("size", [SIZE, (30, 5), (120, 40)], ids=str)
async def test_down_comes_by_every_row_with_a_link_and_up_comes_back(size: tuple[int, int]) -> None:
    async with reading(LONG, size) as (person, view):
        steps = view.total - view.size.height + 5
        down = {view.target}
        for _ in range(max(steps, 5)):
            await person.press("j")
            down.add(view.target)
        assert {"one", "three", "four"} <= down, "the first link of every row"
        assert view.top == max(0, view.total - view.size.height)
        up = set()
        for _ in range(max(steps, 5)):
            await person.press("up")
            up.add(view.target)
        assert {"one", "three"} <= up
        assert view.top == 0


async def test_down_scrolls_by_one_line_where_there_is_no_link() -> None:
    async with reading(NOTHING_TO_FOLLOW) as (person, view):
        await person.press("down", "down", "j", "up")
        assert view.top == 2


async def test_right_finds_the_next_link_below_a_screen_without_any() -> None:
    async with reading(LONG, (50, 6)) as (person, view):
        await person.press("pagedown", "pagedown")
        assert person.highlighted(view) == ""
        await person.press("right")
        assert person.highlighted(view) == "three"
        await person.press("pageup")
        assert person.highlighted(view) == ""
        await person.press("left")
        assert person.highlighted(view) == "two"


async def test_enter_follows_the_selected_link() -> None:
    async with reading(PLAIN) as (person, _):
        await person.press("enter", "down", "enter", "right", "enter")
        assert followed(person) == ["russia", "belarus", "belarus#p3"]


async def test_enter_shows_a_link_that_was_scrolled_away_before_it_is_followed() -> None:
    async with reading(LONG, (50, 6)) as (person, view):
        for _ in range(4):
            await person.wheel(5, 3)
        assert person.highlighted(view) == ""
        await person.press("enter")
        assert followed(person) == []
        assert person.highlighted(view) == "one"
        await person.press("enter")
        assert followed(person) == ["one"]


async def test_enter_on_a_page_without_links_does_nothing() -> None:
    async with reading(NOTHING_TO_FOLLOW) as (person, _):
        await person.press("enter", "right", "left")
        assert person.app.said == []


async def test_a_link_over_several_rows_is_highlighted_and_can_be_clicked_on_each() -> None:
    name = "Defense Ministry of the Republic of Armenia and its press service"
    page = Page("two", (Para((Span("Said by "), Span(name, "name", "ministry"))),))
    async with reading(page, (40, 6)) as (person, view):
        assert person.highlighted(view).count("|") == 2
        assert person.highlighted(view).replace("|", " ") == name
        await person.click_on("Defense")
        await person.click_on("press")
        await person.click_on("service")
        assert followed(person) == ["ministry"] * 3


async def test_the_selected_link_is_marked_only_where_the_keys_go() -> None:
    async with reading(PLAIN) as (person, view):
        assert person.highlighted(view) == "Russia"
        view.screen.set_focus(None)
        await person.settle()
        assert person.highlighted(view) == ""


async def test_a_selected_bar_stays_as_it_is_and_has_a_mark_below() -> None:
    years = tuple(Dated(12 * year, 12 * year + 11, 1 + year % 3, f"e{year}") for year in (1966, 1967, 1968))
    async with reading(Page("bars", (CountStrip(years, 6, "event"),))) as (person, view):
        first = person.cells(view)
        bars = [at for at, row in enumerate(first) if any(set(segment.text) & set("▁▂▃▄▅▆▇█") for segment in row)]
        assert person.highlighted(view) == "▲"
        assert "▲ 1966 · 2 events" in person.text
        await person.press("right", "right")
        assert view.target == "e1968"
        assert "▲ 1968 · 1 event" in person.text
        assert "1966 ·" not in person.text
        assert [person.cells(view)[at] for at in bars] == [first[at] for at in bars]
        view.screen.set_focus(None)
        await person.settle()
        assert "▲" not in person.text


async def test_whoever_shows_where_a_link_leads_hears_of_every_change() -> None:
    async with reading(PLAIN) as (person, _):
        await person.press("down", "right", "right", "right", "right")
        targets = [
            message.target
            for message in person.app.take(PageView.LinkSelected)
            if isinstance(message, PageView.LinkSelected)
        ]
        assert targets == ["belarus", "belarus#p3", "kazakhstan", "kazakhstan#p3"]


# Scrolling


async def test_page_keys_and_space_turn_screens_with_two_lines_kept() -> None:
    async with reading(NOTHING_TO_FOLLOW) as (person, view):
        tops = [view.top]
        for key in ("pagedown", "space", "pageup", "ctrl+f", "ctrl+b"):
            await person.press(key)
            tops.append(view.top)
        assert tops == [0, 10, 20, 10, 20, 10]


async def test_a_page_key_lights_a_link_in_view_and_the_last_one_at_the_end() -> None:
    async with reading(LONG, (50, 8)) as (person, view):
        await person.press(*["pagedown"] * 12)
        assert person.highlighted(view) == "five"
        await person.press(*["pageup"] * 12)
        assert person.highlighted(view) == "one"


async def test_the_ends_of_the_page_and_their_links_are_one_key_away() -> None:
    async with reading(LONG) as (person, view):
        await person.press("G")
        assert (view.target, person.highlighted(view)) == ("five", "five")
        assert "more120" in person.text
        await person.press("home")
        assert (view.target, view.top) == ("one", 0)
    async with reading(PLAIN) as (person, view):
        await person.press("end")
        assert view.target == "kazakhstan#p3"


async def test_a_part_of_the_page_can_be_where_it_begins() -> None:
    async with reading(LONG) as (person, view):
        view.show(LONG, anchor="p5")
        await person.settle()
        assert "Middle" in "\n".join(person.lines[:3])
        assert view.target == "three"
        view.show(LONG, anchor="p99")
        await person.settle()
        assert view.top == 0


async def test_a_page_comes_back_as_it_was_left() -> None:
    async with reading(LONG) as (person, view):
        await person.press("pagedown", "right")
        place, seen = (view.top, view.link), person.text
        view.show(PLAIN)
        view.show(LONG, *place)
        await person.settle()
        assert person.text == seen


async def test_a_page_in_which_nobody_moves_is_gone_back_to_as_it_was_asked_for() -> None:
    asked = (9, 3, SelectedLink("four", 0, 4))
    async with reading(LONG, (70, 12)) as (person, view):
        view.show(LONG, *asked[:2], selected=asked[2])
        for width in (40, 25):  # as in panes that are not in view
            view.styles.width = width
            await person.settle()
            assert view.target == "four"
            assert view.position == asked
        view.replace(LONG)
        assert view.position == asked
        await person.press("right")
        assert view.position == (view.top, view.link, view.selected) != asked


async def test_another_width_keeps_what_stands_in_the_first_row() -> None:
    async with reading(LONG, (70, 12)) as (person, view):
        await person.press(*["pagedown"] * 1)
        view.scroll_to_line(9)
        await person.settle()
        first = person.lines[0].split()[0]
        for width in (40, 25, 90, 33, 70):
            await person.resize(width, 12)
            assert first in person.lines[0].split()


async def test_another_width_keeps_the_selected_link() -> None:
    async with reading(LONG, (70, 12)) as (person, view):
        await person.press("G")
        await person.resize(30, 12)
        assert view.target == "five"


async def test_the_wheel_scrolls_and_stops_at_the_ends() -> None:
    async with reading(LONG) as (person, view):
        await person.wheel(3, 3, up=True)
        assert view.top == 0
        await person.wheel(3, 3)
        assert view.top == 3
        for _ in range(40):
            await person.wheel(3, 3)
        assert view.top == view.total - view.size.height


async def test_the_scroll_bar_can_be_dragged_and_selects_nothing() -> None:
    async with reading(LONG) as (person, view):
        await person.drag((49, 1), (49, 11))
        assert view.top == view.total - view.size.height
        assert not view.screen.get_selected_text()
        assert followed(person) == []


# The mouse on the words


async def test_a_click_follows_the_link_under_it_and_nothing_else() -> None:
    async with reading(PLAIN) as (person, view):
        await person.click_on("kazakhstan")
        assert followed(person) == ["kazakhstan"]
        assert view.target == "kazakhstan"
        for spot in ((0, 0), (3, 3), (49, 3), (30, 11)):
            await person.click(*spot)
        assert followed(person) == []


async def test_a_double_click_follows_once() -> None:
    async with reading(PLAIN) as (person, view):
        x, y = person.spot("belarus")
        await person.click(x, y)
        await person.click(x, y)
        assert followed(person) == ["belarus"]
        assert not view.screen.get_selected_text()


async def test_selecting_gives_the_words_and_follows_no_link() -> None:
    async with reading(PLAIN) as (person, view):
        (x, y), (to, _) = person.spot("an ally"), person.spot("Russia")
        await person.drag((x, y), (to + 3, y))
        assert view.screen.get_selected_text() == "an ally of Russ"
        assert person.app.said == []


async def test_selecting_over_rows_leaves_out_margins_bars_and_line_breaks() -> None:
    page = Page("quote", (Quotation((Span("Our partners need to make their position clear"),)),))
    async with reading(page, (40, 8)) as (person, view):
        x, y = person.spot("Our")
        await person.drag((x, y), (39, y + 2))
        assert view.screen.get_selected_text() == "Our partners need to make their position clear”"


async def test_selecting_backwards_gives_the_same_words() -> None:
    async with reading(PLAIN) as (person, view):
        x, y = person.spot("an ally")
        await person.drag((x + 6, y), (x, y))
        assert view.screen.get_selected_text() == "an ally"


async def test_what_is_selected_is_seen() -> None:
    async with reading(PLAIN) as (person, view):
        x, y = person.spot("an ally")
        before = person.cells(view)[y]
        await person.drag((x, y), (x + 6, y))
        after = [segment for segment in person.cells(view)[y] if segment not in before]
        assert [segment.text for segment in after if "an ally" in segment.text] == ["an ally"]


@pytest.mark.parametrize(
    ("start", "end"), [((5, 9), (20, 9)), ((5, 10), (20, 11)), ((5, 3), (20, 11)), ((0, 0), (1, 0))]
)
async def test_selecting_where_nothing_stands_breaks_nothing(start: tuple[int, int], end: tuple[int, int]) -> None:
    async with reading(PLAIN) as (person, view):
        await person.drag(start, end)
        await person.drag(end, start)
        view.screen.get_selected_text()


async def test_another_page_and_another_width_drop_the_selection() -> None:
    async with reading(PLAIN) as (person, view):
        x, y = person.spot("an ally")
        await person.drag((x, y), (x + 6, y))
        view.show(LONG)
        await person.settle()
        assert not view.screen.get_selected_text()
        await person.drag((2, 3), (9, 3))
        assert view.screen.get_selected_text()
        await person.resize(30, 12)
        assert not view.screen.get_selected_text()


# Sizes


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (3, 1), (1, 9), (9, 1), (10, 3)])
async def test_the_smallest_sizes_break_nothing(size: tuple[int, int]) -> None:
    async with reading(LONG, size) as (person, _):
        await person.press("down", "right", "end", "pageup", "pagedown", "home", "up", "left")
        await person.click(0, 0)
        await person.drag((0, 0), (size[0] - 1, size[1] - 1))
        assert all(columns(line) <= size[0] for line in person.lines)
