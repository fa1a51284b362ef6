"""The tour is done by whoever presses the keys that it names, in any dossier, and stands in nobody's way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.dossiers import HEAD, SMALL, record
from tests.marks import mostly_long
from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tests.screens.panel_keys import ACTORS, CLAIMS, HOME
from tui import paths, state
from tui.key_names import textual_name
from tui.pages.page import Spans
from tui.screens.help import HelpScreen
from tui.widgets.tour_strip import TourStrip

EXAMPLE = Path(paths.content(paths.EXAMPLE))
OWN_KEYS = """
page.down = "J"
page.follow = "f5"
go.back = "ctrl+g"
net.ego = "Z"
net.matrix = "b"
net.blocs = "m"
panel.quotes = "w"
panel.claims = "D"
go.filter = "f6"
filter.keep = "f7"
list.down = "K"
go.source = "f8"
app.help = "f9"
help.close = "f9"
"""
SIZES = [(40, 12), (60, 20), (80, 24), (120, 40), (200, 50)]


def strip(person: Reading) -> TourStrip:
    return browsing(person).query_one(TourStrip)


def is_on(person: Reading) -> bool:
    return any(shown.display for shown in browsing(person).query(TourStrip))


def position(person: Reading) -> str:
    return strip(person).text.position


def keys_in(spans: Spans) -> list[str]:
    return [textual_name(span.text) for span in spans if span.role == "strong"]


async def obey(person: Reading) -> None:
    """Press the keys that the strip names; in a field type what is in every dossier, and leave it as it says."""
    named = keys_in(strip(person).text.words)
    if not named:
        await person.press("a")
        named = keys_in(strip(person).text.more)[:1]
    for key in named:
        await person.press(key)
        if browsing(person).split_view.filtered_list.is_typing:
            break


async def obey_to_the_end(person: Reading) -> list[str]:
    """Do what is asked for until all is done; the position of each step that was asked for, and the last words."""
    seen: list[str] = []
    for _ in range(20):
        if (at := position(person)) not in seen:
            seen.append(at)
        if not at:
            break
        assert person.pane("#tour")[0].strip().startswith((f"Tour {at}", at)), person.text
        if strip(person).text.words[-1].text.endswith("lists all keys."):
            await person.press(*keys_in(strip(person).text.words))
            assert isinstance(person.app.screen, HelpScreen)
            await person.press("escape", "f9")
            await person.press("escape")
        else:
            await obey(person)
    return seen


@pytest.mark.long
@pytest.mark.parametrize("own_keys", ["", OWN_KEYS], ids=["ours", "own"])
async def test_whoever_presses_the_keys_it_names_is_led_to_its_end(own_keys: str) -> None:
    async with opened(EXAMPLE, start="home", own_keys=own_keys, tour=True) as person:
        assert await obey_to_the_end(person) == [*(f"{number}/7" for number in range(1, 8)), ""]
        assert "karabakh-tui FILE opens a file of your own" in person.text
        await person.press("Z")
        assert not is_on(person)
        assert "Tour" not in person.text
    assert state.load() == {"tour": "ended"}


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("file", [None, EXAMPLE], ids=["bundled", "example"])
async def test_it_can_be_done_at(size: tuple[int, int], file: Path | None) -> None:
    async with opened(file, size, start="home", tour=True) as person:
        assert (await obey_to_the_end(person))[-1] == ""
        assert all(len(line) <= size[0] for line in person.lines)
        assert "karabakh-tui FILE" in person.text
        assert re.search(r"\bZ End\b", person.text)


@pytest.mark.parametrize(
    ("text", "steps"),
    mostly_long(
        [
            (SMALL, 7),
            (HEAD, 1),
            (HEAD + record("actors") + record("actors", id="b"), 4),
        ],
        (SMALL, 7),
        unpack=True,
    ),
)
async def test_it_can_be_done_in_any_dossier(text: str, steps: int, tmp_path: Path) -> None:
    file = tmp_path / "any.toml"
    file.write_text(text)
    async with opened(file, start="home", tour=True) as person:
        assert await obey_to_the_end(person) == [*(f"{number}/{steps}" for number in range(1, steps + 1)), ""]


@pytest.mark.long
async def test_it_can_be_resized_and_stands_above_the_strip_of_time() -> None:
    async with opened(EXAMPLE, start="home", tour=True) as person:
        for size in ((1, 1), (10, 3), (20, 5), (40, 12), (200, 50), (60, 16), (80, 24)):
            await person.resize(*size)
            assert len(person.lines) <= size[1]
            assert strip(person).size.height == (2 if size[1] >= 16 else 1 if size[1] >= 5 else 0)
        await person.press("a", "z")
        rows = [row for row, line in enumerate(person.lines) if line.startswith((" Tour 2/7", "▌", " enter", " →"))]
        assert rows == sorted(rows)
        assert person.lines[17].startswith(" Tour 2/7")
        assert person.lines[19].startswith("▌")


@pytest.mark.long
async def test_in_the_colours_of_the_terminal_a_line_parts_it_from_what_is_above_and_clicks_find_its_keys() -> None:
    async with opened(EXAMPLE, start="home", tour=True) as person:
        person.app.theme = "ansi-dark"
        await person.settle()
        region = strip(person).region
        assert set(person.lines[region.y]) == {"─"}
        assert person.lines[region.y + 1].startswith(" Tour 1/7")
        await person.click_on("z Skip")
        assert position(person) == "2/7"
        await person.resize(80, 12)
        assert strip(person).region.height == strip(person).size.height == 1
        assert is_on(person)


async def test_nothing_stands_in_the_way_of_the_first_key_and_doing_something_else_leaves_the_step() -> None:
    async with opened(EXAMPLE, start="home", tour=True) as person:
        assert browsing(person).split_view.page_view.has_focus
        await person.press(CLAIMS, "down", "enter")
        assert place(person).panel == "claims"
        assert position(person) == "1/7"
        await person.press("escape")
        assert browsing(person).records.has_focus
        assert is_on(person)
        assert f"{HOME} opens Home, where names are links." in person.text
        await person.press("m", "backspace")
        assert position(person) == "1/7"
        await person.press(HOME, "down", "enter")
        assert position(person) == "3/7", "going back has counted before"


async def test_a_filter_counts_when_its_field_is_left_so_that_no_key_is_asked_for_that_would_be_typed() -> None:
    async with opened(EXAMPLE, start="quotes", tour=True) as person:
        await person.press("z", "z", "z", "z")
        assert position(person) == "5/7"
        await person.press("/")
        assert "keeps the filter" in person.text
        await person.press("escape")
        assert position(person) == "5/7", "nothing was typed"
        await person.press("/", "w", "z")
        assert browsing(person).here().filter == "wz"
        assert "z Skip" not in person.text
        assert position(person) == "5/7"
        await person.press("escape")
        assert position(person) == "6/7"


@pytest.mark.long
async def test_keys_and_clicks_leave_out_a_step_and_end_it_and_it_can_be_taken_again() -> None:
    async with opened(EXAMPLE, start="home", tour=True) as person:
        await person.click_on("z Skip")
        assert position(person) == "2/7"
        await person.press("z")
        assert position(person) == "3/7"
        before = place(person)
        await person.click_on("Z End")
        assert not is_on(person)
        assert place(person) == before
        await person.press("Z")
        assert person.told == ["No tour is under way"]
        await person.press("z")
        assert position(person) == "1/7"


@pytest.mark.long
async def test_the_commands_begin_and_end_it() -> None:
    async with opened() as person:
        await person.press(":", *"take the tour", "enter")
        assert position(person) == "1/7"
        await person.press(":", *"leave out this step", "enter")
        assert position(person).startswith("2/")
        await person.press(":", *"end the tour", "enter")
        assert not is_on(person)


async def test_home_offers_it_in_its_line_until_it_is_over_and_gives_no_row_for_it() -> None:
    async with opened(start="home") as person:
        offered = person.lines
        assert "z the tour" in person.text
        await person.press("z")
        assert position(person).startswith("1/")
        assert "the tour" not in person.text
        await person.press("Z")
        assert [number for number, line in enumerate(person.lines) if line != offered[number]] == [4]
        assert "? the signs" in person.text
    async with opened(start="home") as person:
        assert "the tour" not in person.text


@pytest.mark.long
async def test_the_link_on_home_begins_it() -> None:
    async with opened(start="home") as person:
        await person.click_on("the tour")
        assert position(person).startswith("1/")
        assert not browsing(person).navigator.trail.can_go_back


@pytest.mark.long
async def test_an_offer_can_be_declined() -> None:
    async with opened(start="home") as person:
        await person.press("Z")
        assert person.told == ["Home does not offer the tour any more"]
        assert "? the signs" in person.text
    assert state.load() == {"tour": "ended"}


@pytest.mark.long
async def test_an_offer_that_is_not_taken_stays_and_so_does_a_tour_that_is_not_ended() -> None:
    async with opened(start="home") as person:
        await person.press("o", "o", ACTORS, HOME)
        assert "z the tour" in person.text
        await person.press("z", "z")
    assert state.load() == {}


@pytest.mark.long
async def test_a_state_that_cannot_be_written_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null")
    async with opened(start="home") as person:
        await person.press("z", "Z")
        assert person.told == []
        assert "the tour" not in person.text


@pytest.mark.long
async def test_a_file_that_is_saved_meanwhile_may_offer_other_steps(tmp_path: Path) -> None:
    file = tmp_path / "growing.toml"
    file.write_text(HEAD + record("actors"))
    async with opened(file, start="home", tour=True) as person:
        await person.press("z")
        assert position(person) == "2/3"
        file.write_text(SMALL)
        await reads_again(person)
        assert position(person) == "2/7"
