"""A reader moves through time: the strip, its steps, what follows it, and the marks of what changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.dossier.test_change_points import DATED, HEAD, tie
from tests.dossiers import record
from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tests.screens.panel_keys import ACTORS, ALLIANCES, BALANCE, HOME
from tui.pages.views.dated_timeline import TIMELINES
from tui.paths import EXAMPLE, content
from tui.screens.moment_dialog import MomentDialog

SHOWN = (
    ("e", "+ with 2 actors"),
    ("m", "+ with 2"),
    ("b", "1 not begun, not counted"),
    (HOME, "1950"),
    (ALLIANCES, "defence pact"),
)
"""Keys, and what is seen of 1950 then."""
LASTING = tie("aid", "aid", between='"a", "c"')


@asynccontextmanager
async def reading(folder: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Reading]:
    file = folder / "dated.toml"
    file.write_text(HEAD + "".join((*DATED, LASTING)), encoding="utf-8")
    async with opened(file, size, start="alliances") as person:
        yield person


def moment(person: Reading) -> str:
    shown = browsing(person).catalog.moment
    return shown.text if shown is not None else "all"


def strip(person: Reading) -> list[str]:
    """The rows of the strip; none while it is closed."""
    found = browsing(person).query("#time")
    return person.pane(found.first()) if found and found.first().display else []


async def to_date(person: Reading, text: str) -> None:
    await person.press(*([] if strip(person) else ["a"]), "d", *text, "enter")


async def test_the_strip_opens_above_the_keys_and_closes_where_the_reader_was(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        before = place(person)
        assert strip(person) == []
        await person.press("a")
        assert strip(person)[0].startswith("▌ As of March 1957")
        assert strip(person)[0].endswith("1 tie · 2 ended · 1 undated")
        assert "Change" in person.lines[-1]
        await person.press("left", "escape")
        assert strip(person) == []
        assert moment(person) == "1956-11-08"
        assert place(person) == before


async def test_keys_step_by_change_month_year_and_decade(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press("a")
        for key, expected in (
            ("left", "1956-11-08"),
            ("left", "1956-10-31"),
            ("up", "1955"),
            ("pageup", "1945"),
            ("comma", "1944-12"),
            ("full_stop", "1945-01"),
            ("down", "1946"),
            ("pagedown", "1956"),
            ("home", "1936"),
            ("right", "1955"),
            ("end", "1956-11-08"),
        ):
            await person.press(key)
            assert moment(person) == expected, key


async def test_where_nothing_follows_the_moment_stays_and_that_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press("a", "end", "right")
        assert moment(person) == "1956-11-08"
        assert person.told == ["Nothing later in this dossier"]


async def test_a_date_is_typed_and_a_wrong_one_is_explained_in_one_line(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await to_date(person, "1950-13")
        assert isinstance(person.app.screen, MomentDialog)
        assert "there is no month 13" in person.text
        await person.press(*("backspace",) * 3, "enter")
        assert moment(person) == "1950"
        assert strip(person)[0].startswith("▌ As of 1950")
        await person.press("d", "escape")
        assert moment(person) == "1950"


@pytest.mark.long
async def test_all_times_and_the_own_date(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await to_date(person, "1950")
        await person.press("A")
        assert moment(person) == "all"
        assert strip(person)[0].startswith("▌ All times")
        await person.press("A")
        assert moment(person) == "1957-03"


async def test_the_title_says_the_moment_unless_it_is_the_own_one(tmp_path: Path) -> None:
    async with reading(tmp_path, (140, 30)) as person:
        assert "as of" not in person.lines[0]
        await to_date(person, "1950")
        await person.press("escape")
        assert person.lines[0].endswith("as of 1950")
        await person.press("A")
        assert person.lines[0].endswith("all times")
        await person.press("A")
        assert "as of" not in person.lines[0]


async def test_lists_and_pages_follow_while_the_strip_has_the_focus(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await to_date(person, "1950")
        assert "from 1956" in person.text
        assert "ended" not in person.pane("#records")[1]
        for key, shown in SHOWN:
            await person.press(key)
            assert strip(person)[0].startswith("▌ As of 1950"), key
            assert shown in person.text, key
        await person.press("m", "A")
        assert "~ mixed 1" in person.text


async def test_tab_changes_between_the_strip_and_the_pane(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press("a", "tab")
        assert browsing(person).records.has_focus
        assert strip(person)[0].startswith("  As of")
        await person.press("down")
        assert moment(person) == "1957-03"
        await person.press("a", "left")
        assert moment(person) == "1956-11-08"


async def test_steps_keep_the_record_and_going_back_keeps_the_moment(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press("down", "down", "enter", "less_than_sign", "less_than_sign")
        assert (place(person).record, place(person).pane) == ("war", "page")
        await person.press(HOME, "backspace")
        assert (place(person).record, moment(person)) == ("war", "1956-10-31")


@pytest.mark.long
@pytest.mark.parametrize("key", ["r", "o"])
async def test_another_reading_or_part_of_the_file_keeps_the_moment_and_the_marks(key: str, tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await to_date(person, "1950")
        await person.press("x")
        await (reads_again(person) if key == "r" else person.press(key))
        assert moment(person) == "1950"
        assert "came" in person.pane("#records")[1]


async def test_x_marks_what_came_went_and_turned_and_takes_the_marks_off(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await to_date(person, "1950")
        await to_date(person, "1956-10-31")
        await person.press("x")
        listed = "\n".join(person.pane("#records"))
        assert "↓ ended 1954" in listed
        assert "↑ came" in listed
        assert strip(person)[0].startswith("▌ As of 31 October 1956  ↑ 1 came  ↓ 1 went  ⇄ 1 turned")
        await person.press("m")
        assert "−⇄" in person.text
        assert "⇄ turned" in person.text
        await person.press("e")
        assert "↑ came" in person.text
        await person.press("x")
        assert "came" not in "\n".join(person.pane("#page"))
        await person.press("m")
        assert "⇄" not in "\n".join(person.pane("#matrix"))


async def test_x_before_any_step_says_what_it_needs(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press("x")
        assert person.told
        assert "↑" not in person.text


@pytest.mark.long
async def test_x_says_so_when_the_last_step_changed_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await to_date(person, "1940")
        await to_date(person, "1941")
        await person.press("x")
        assert any("changed no tie" in said for said in map(str, person.told))


async def test_a_dossier_without_dates_has_no_strip(tmp_path: Path) -> None:
    file = tmp_path / "undated.toml"
    file.write_text(HEAD.replace('as_of = "1957-03"\n', "") + LASTING, encoding="utf-8")
    async with opened(file) as person:
        await person.press("a")
        assert strip(person) == []
        assert person.told == ["This dossier gives no date"]


async def test_without_dates_the_key_of_the_timelines_says_so_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "undated.toml"
    file.write_text(HEAD.replace('as_of = "1957-03"\n', "") + LASTING, encoding="utf-8")
    async with opened(file) as person:
        for panel in (ACTORS, BALANCE):
            await person.press(panel)
            before = place(person)
            await person.press("T")
            assert place(person) == before
            assert person.told == ["This dossier gives no date"]


async def test_where_events_are_in_sequence_only_their_timeline_opens_and_not_in_balance(tmp_path: Path) -> None:
    file = tmp_path / "events.toml"
    file.write_text(HEAD.replace('as_of = "1957-03"\n', "") + LASTING + record("events", cite="s#p1"), encoding="utf-8")
    async with opened(file) as person:
        await person.press(BALANCE, "T")
        assert place(person).panel == "balance"
        await person.press(ACTORS, "T")
        assert place(person).record == "timeline:"
        await person.press("T")
        assert place(person).record == "timeline:"
        assert person.told == ["This dossier gives no date"]


async def test_one_key_goes_round_the_timelines_and_is_a_visit_each_time() -> None:
    async with opened(Path(content(EXAMPLE))) as person:
        shown = []
        for _ in range(6):
            await person.press("T")
            shown.append(place(person).record)
        assert shown == [*TIMELINES, TIMELINES[0]]
        await person.press("left_square_bracket")
        assert place(person).record == "timeline-all:"


async def test_where_only_ties_are_dated_there_is_one_timeline(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press("T", "T")
        assert place(person).record == "timeline-ties:"
        assert person.told == ["Nothing else in this dossier is dated"]


@pytest.mark.long
async def test_in_balance_a_step_in_time_keeps_the_filter_that_was_typed(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press(BALANCE, "/", "a", "enter", "less_than_sign", "greater_than_sign")
        assert place(person).filter == "a"
        await person.press("/", "escape", "less_than_sign")
        assert place(person).panel == "balance"


async def test_a_moment_of_the_chart_is_gone_to_and_the_link_stays_selected(tmp_path: Path) -> None:
    async with reading(tmp_path) as person:
        await person.press(BALANCE, "tab")
        page_view = browsing(person).split_view.page_view
        assert page_view.page is not None
        page_view.select_link(page_view.page.links().index("moment:1956-10-31"))
        before = place(person)
        await person.press("enter")
        assert moment(person) == "1956-10-31"
        after = place(person)
        assert (after.panel, after.record, after.pane) == (before.panel, before.record, "page")
        assert browsing(person).selected_target == "moment:1956-10-31"
        await person.press("less_than_sign")
        assert moment(person) == "1955"
