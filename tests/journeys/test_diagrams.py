"""Four diagrams of the same ties, each a key away from anywhere, and back to exactly where one was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import SMALL, dossier_of, record
from tests.journeys.test_walking import select_link, spot
from tests.marks import mostly_long
from tests.screens.opened import Reading, browsing, opened, place
from tests.screens.panel_keys import ACTORS, ALLIANCES, CLAIMS, EVENTS, HOME, NETWORK, QUOTES, SOURCES, panel_keys
from tests.screens.person import Person, at
from tui import state
from tui.app import KarabakhApp
from tui.cli.reader import Reader
from tui.pages.lists.panels import PANELS
from tui.screens.jump import JumpScreen
from tui.widgets.matrix.sign_matrix import SignMatrix
from tui.widgets.split_view import DIAGRAM_WIDTH

FROM = {
    "a list": (),
    "a page": ("enter", "down"),
    "the overview": (HOME,),
    "a view": (EVENTS, "home", "enter"),
    "the matrix": ("m", "right", "right", "down"),
    "an ego": ("e", "down"),
    "the blocs": ("b", "down"),
    "a filtered list": (QUOTES, "/", "r", "enter", "down"),
}
"""What is pressed to get there."""


def matrix(person: Reading) -> SignMatrix:
    reading = browsing(person).detail
    assert isinstance(reading, SignMatrix)
    return reading


def shown(person: Reading) -> str:
    """The kind of what is open."""
    return place(person).record.partition(":")[0]


async def chosen(person: Reading, words: str) -> None:
    """Choose an actor in the list that asks for one."""
    await person.write(words)
    await person.press("enter")


# Overview


async def test_the_program_begins_in_the_overview() -> None:
    async with at(KarabakhApp(Reader(None, {}))) as person:
        assert place(person)[:2] == ("home", "overview:")
        assert place(person).pane == "page"
        assert browsing(person).catalog.dossier.head.title in person.text
        assert person.highlighted("#panels") == f"{HOME} {PANELS['home'].title}"


@pytest.mark.parametrize("before", FROM.values(), ids=FROM)
async def test_0_leads_to_the_overview_and_backspace_back(before: tuple[str, ...]) -> None:
    async with opened() as person:
        await person.press(*before)
        was = spot(person)
        await person.press(HOME)
        assert place(person).record == "overview:"
        if was[0].panel != "home":
            await person.press("backspace")
            assert spot(person) == was


@pytest.mark.long
async def test_every_link_of_the_overview_leads_somewhere_and_backspace_back_to_it() -> None:
    state.save("tour", "ended")  # the link that begins it leads nowhere
    async with opened(start="home") as person:
        page = browsing(person).split_view.page_view.page
        assert page is not None
        links = page.links()
        assert len(links) > 20
        for number, target in enumerate(browsing(person).split_view.page_view.page_layout.links):
            before = spot(person)
            assert before[0].link == number
            await person.press("enter")
            now = place(person)
            name = target.partition("#")[0]
            assert now.panel == name.removeprefix("panel:") if name.startswith("panel:") else now.record == name
            assert person.told == []
            await person.press("backspace")
            assert spot(person) == before
            await person.press("right")


# Each diagram from everywhere


@pytest.mark.parametrize("key", mostly_long(["e", "m", "b", NETWORK], "m"))
@pytest.mark.parametrize("before", FROM.values(), ids=FROM)
async def test_a_diagram_is_one_key_away_and_backspace_leads_back_exactly(before: tuple[str, ...], key: str) -> None:
    async with opened() as person:
        await person.press(*before)
        was = spot(person)
        await person.press(key)
        assert place(person).panel == "network"
        assert person.highlighted("#panels") == f"{NETWORK} Network"
        if key != NETWORK:
            matrix = "speakers" if was[0].record == "matrix:" else "matrix"
            assert shown(person) == {"e": "ego", "m": matrix, "b": "blocs"}[key]
        if spot(person) != was and not person.told:
            if was[0].panel == "network" and key == NETWORK:
                assert place(person).pane == "list"
                return
            assert place(person).pane == "page"
            await person.press("backspace")
            assert spot(person) == was


@pytest.mark.parametrize(
    ("before", "actor"),
    [
        (("down", "down"), "russia"),
        (("down", "down", "enter"), "russia"),
        ((ALLIANCES, "down", "enter"), "armenia"),
        ((SOURCES, "enter"), "armenia"),
        ((HOME,), "armenia"),
        (("m", "down"), "belarus"),
        (("b",), "armenia"),
    ],
)
async def test_e_draws_the_actor_at_hand(before: tuple[str, ...], actor: str) -> None:
    async with opened() as person:
        await person.press(*before, "e")
        assert place(person).record == f"ego:{actor}"
        assert browsing(person).catalog.dossier.name(actor).split()[0] in person.text


@pytest.mark.parametrize("key", ["e", "b"])
async def test_a_diagram_that_is_open_already_says_so_and_leaves_no_trace(key: str) -> None:
    async with opened() as person:
        await person.press(key)
        was, places = spot(person), browsing(person).navigator.trail.places
        await person.press(key)
        assert person.told == ["Already shown"]
        assert len(browsing(person).navigator.trail.places) == len(places)
        person.forget()
        await person.settle()
        assert spot(person) == was


async def test_where_there_is_no_actor_e_and_p_say_so(tmp_path: Path) -> None:
    file = tmp_path / "none.toml"
    file.write_text('dossier = 1\ntitle = "Nobody"\n', encoding="utf-8")
    async with opened(file) as person:
        await person.press("e", "p")
        assert person.told == ["No actor selected"]
        assert len(person.app.screen_stack) == 1
        await person.press("m", "b", NETWORK)
        assert place(person).panel == "network"


@pytest.mark.long
@pytest.mark.parametrize("over", mostly_long(["?", ":", "f", "p"], "f"))
async def test_what_lies_over_it_takes_the_keys_of_diagrams_and_panels(over: str) -> None:
    async with opened() as person:
        await person.press("down", "enter")
        was = spot(person)
        for key in "embpuo0189n":
            await person.press(over)
            screen = person.app.screen
            await person.press(key)
            assert person.app.screen is screen, key
            assert len(person.app.screen_stack) == 2, key
            await person.press("r" if over == "f" else "end", "escape")
            assert spot(person) == was, key


# Path


async def test_p_asks_for_the_other_actor_and_shows_the_chains() -> None:
    async with opened() as person:
        await person.press("down", "down")
        was = spot(person)
        await person.press("p")
        assert isinstance(person.app.screen, JumpScreen)
        assert "from Russia to …" in person.text
        await chosen(person, "turkey")
        assert place(person)[:2] == ("network", "path:russia:turkey")
        assert place(person).pane == "page"
        assert "Azerbaijan" in "\n".join(person.pane("#page"))
        await person.press("backspace")
        assert spot(person) == was


@pytest.mark.long
async def test_esc_leaves_the_question_without_a_trace() -> None:
    async with opened() as person:
        for before in ((), ("enter",), ("m", "down"), (HOME,)):
            await person.press(*before)
            was, places = spot(person), browsing(person).navigator.trail.places
            await person.press("p", "t", "escape")
            assert spot(person) == was
            assert browsing(person).navigator.trail.places == places


@pytest.mark.long
async def test_only_actors_are_offered_and_a_word_that_fits_none_says_so() -> None:
    async with opened() as person:
        await person.press("p")
        await person.write("baku")
        assert "Baku, alias of Azerbaijan" in person.text
        await person.press(*["backspace"] * 4, *"yerevan")
        assert "Nothing has that name" in person.text, "a chain does not lead from an actor to itself"
        await person.press(*["backspace"] * 7, *"zzz")
        assert "Nothing has that name. Press esc to go back." in person.text
        await person.press("enter", "escape")
        assert place(person).panel == "actors"


async def test_the_key_bar_shows_which_diagram_is_open_and_how_to_its_list() -> None:
    async with opened() as person:
        await person.press("e")
        for keys, lit in (((), "e Ego"), (("m",), "m Matrix"), (("m",), "m Matrix"), (("b",), "b Blocs")):
            await person.press(*keys)
            assert person.highlighted("#keys") == lit
            assert "enter" in person.lines[-1]
        await person.press("e")
        assert "tab List" in person.lines[-1]
        await person.press("tab")
        assert "tab Page" in person.lines[-1]
        assert person.pane("#records")[0].strip() == "Actors · ties by sign"


async def test_from_one_diagram_to_the_next_and_all_the_way_back() -> None:
    async with opened() as person:
        left = [spot(person)]
        for keys in (("e",), ("m", "right", "down"), ("b",), ("p", *"turk", "enter"), ("e",), ("m",)):
            await person.press(*keys)
            left.append(spot(person))
        for before in reversed(left[:-1]):
            await person.press("backspace")
            assert place(person).record == before[0].record
        for after in left[1:]:
            await person.press("alt+right")
            assert place(person).record == after[0].record


# The matrix


async def test_enter_opens_the_pair_with_its_ties_and_backspace_returns_to_the_cell(tmp_path: Path) -> None:
    async with opened(size=(30, 15)) as person:
        await person.press("m", "end", "comma")
        one, other = matrix(person).pair.split(":")
        was = spot(person)
        assert was[0].page_left > 0
        await person.press("enter")
        assert place(person).record == f"pair:{one}:{other}"
        ties = browsing(person).catalog.dossier.ties_of_pair((one, other))
        assert ties
        page = browsing(person).split_view.page_view.page
        assert page is not None
        assert {tie.id for tie in ties} <= set(page.links())
        await person.press("enter", "backspace", "backspace")
        assert spot(person) == was


def cell_in_words(person: Person[KarabakhApp]) -> str:
    """The line below the matrix that describes the cell of the cursor."""
    reading = matrix(person)
    geometry = reading.geometry
    return person.pane("#matrix")[-reading.footer_height :][1 + len(geometry.legend) + geometry.parted]


async def test_a_mixed_pair_is_marked_and_said_to_be_mixed(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL, encoding="utf-8")
    async with opened(file) as person:
        await person.press("m", "u", "full_stop")
        while matrix(person).pair not in ("ilvane:norrow", "norrow:ilvane"):
            await person.press("full_stop")
        assert "~" in "".join(person.pane("#matrix")[matrix(person).header_height :])
        assert "~ mixed" in cell_in_words(person)
        await person.press("enter")
        assert "defence pact" in person.text
        assert "rivalry" in person.text


@pytest.mark.long
async def test_the_matrix_is_where_it_was_after_the_wheel_has_moved_it(tmp_path: Path) -> None:
    file = crowd(tmp_path)
    async with opened(file) as person:
        await person.press("m", *["right"] * 30, *["down"] * 30)
        for _ in range(12):
            await person.wheel(40, 10)
        was = spot(person)
        assert was[0].page_top > 30
        for there in (ACTORS, "enter", "b", HOME):
            await person.press(there)
            assert place(person).record != "matrix:"
            await person.press("backspace")
            assert spot(person) == was, there


@pytest.mark.long
@pytest.mark.parametrize("there", [(HOME,), ("m",), ("e", "tab", "down", "enter")], ids=lambda keys: keys[0])
async def test_a_list_that_the_wheel_has_moved_is_found_so_after_a_diagram(there: tuple[str, ...]) -> None:
    async with opened(size=(80, 12)) as person:
        await person.wheel(3, 5)
        await person.wheel(3, 5)
        was = spot(person)
        assert was[0].list_top == 6
        await person.press(*there)
        while place(person).panel != "actors":
            await person.press("backspace")
        assert spot(person) == was


@pytest.mark.long
@pytest.mark.parametrize("size", mostly_long([(59, 20), (80, 24), (120, 40), (150, 24)], (80, 24)))
@pytest.mark.parametrize("pane", ["list", "page"])
async def test_a_page_that_was_scrolled_is_found_so_after_a_diagram(pane: str, size: tuple[int, int]) -> None:
    async with opened(size=size) as person:
        for panel in (ACTORS, QUOTES, ALLIANCES, CLAIMS, EVENTS, SOURCES):
            await person.press(panel, "down", "tab", "end", "left", *(["tab"] if pane == "list" else []))
            was = spot(person)
            assert was[0].pane == pane
            for there in "0ebm8":
                await person.press(there)
                if place(person).panel != was[0].panel:
                    await person.press("backspace")
                assert spot(person) == was, there


def crowd(folder: Path, count: int = 60) -> Path:
    """A dossier of `count` states, each tied to the next and to the one after ten."""
    file = folder / "crowd.toml"
    cast = [record("actors", id=f"x{number}", name=f"State {number}") for number in range(count)]
    ties = [
        record("alliances", id=f"t{n}-{step}", between=None, from_=f"x{n}", to=f"x{(n + step) % count}", kind=kind)
        for n in range(count)
        for step, kind in ((1, "aid"), (10, "hostility"))
    ]
    file.write_text(dossier_of(*cast, *ties), encoding="utf-8")
    return file


async def test_the_words_below_follow_the_cursor() -> None:
    async with opened() as person:
        await person.press("m")
        for _ in range(4):
            await person.press("full_stop")
            one, other = matrix(person).pair.split(":")
            name = browsing(person).catalog.dossier.name
            assert f"{name(one)} – {name(other)}" in cell_in_words(person)


@pytest.mark.parametrize("width", [DIAGRAM_WIDTH, 120, 150, 200])
async def test_beside_the_matrix_the_pair_of_the_cursor_is_shown_where_there_is_room(width: int) -> None:
    async with opened(size=(width, 40)) as person:
        await person.press("m")
        for key in ("full_stop", "full_stop", "down"):
            await person.press(key)
            one, other = (browsing(person).catalog.builder.short(name) for name in matrix(person).pair.split(":"))
            caption, *page = person.pane("#preview")
            assert caption.strip(" ┃│") == f"Selected cell: {one} and {other}"
            assert one in "\n".join(page)
            assert other in "\n".join(page)
        await person.press("home")
        assert person.pane("#preview")[0].strip(" ┃│") == "Selected cell: ties of Armenia"


@pytest.mark.long
async def test_where_the_terminal_becomes_too_narrow_for_it_the_ties_of_the_pair_are_told_below() -> None:
    async with opened(size=(120, 40)) as person:
        await person.press("m", "full_stop")
        tie = "+ Armenia – Belarus  nominal alliance"
        preview = browsing(person).split_view.query_one("#preview")
        assert tie not in "\n".join(person.pane("#matrix"))
        assert preview.region.width > 40
        await person.resize(80, 30)
        assert tie in "\n".join(person.pane("#matrix"))
        assert preview.region.width == 0
        await person.resize(120, 40)
        assert tie not in "\n".join(person.pane("#matrix"))
        await person.press("e")
        assert preview.region.width == 0


async def test_where_there_is_no_room_no_pair_is_made_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(size=(DIAGRAM_WIDTH - 1, 40)) as person:
        await person.press("m")
        asked: list[str] = []
        monkeypatch.setattr(browsing(person).catalog, "page", asked.append)
        await person.press("right", "down", "full_stop", "end")
        assert asked == []


async def test_below_60_columns_the_matrix_has_the_screen_to_itself() -> None:
    async with opened(size=(59, 20)) as person:
        await person.press("m")
        assert matrix(person).size.width == 59
        assert (
            not browsing(person).split_view.page_view.display or browsing(person).split_view.page_view.region.width == 0
        )
        await person.press("enter")
        assert browsing(person).split_view.page_view.size.width == 59


@pytest.mark.long
async def test_the_keys_of_the_help_of_the_matrix_begin_with_its_own() -> None:
    from tui.keys import MATRIX

    async with opened(size=(80, 40)) as person:
        await person.press("m", "?")
        lines = person.pane("#help")
        assert "Network: the matrix" in lines[1]
        headings = [line.strip(" ─│┃") for line in lines if "──" in line]
        assert headings[:2] == ["Signs on the screen", MATRIX.title]
        await person.press("escape")
        assert shown(person) == "matrix"
        assert person.app.focused is matrix(person)


# The ego of an actor with many ties


def hub(folder: Path) -> Path:
    """A dossier in which one state has ties of three kinds to 40 others."""
    file = folder / "hub.toml"
    cast = [record("actors", id=f"x{number}", name=f"State {number}") for number in range(41)]
    ties = [
        record("alliances", id=f"t{n}-{kind}", between=None, from_="x0", to=f"x{n}", kind=kind)
        for n in range(1, 41)
        for kind in ("aid", "hostility", "mediation")
    ]
    file.write_text(dossier_of(*cast, *ties), encoding="utf-8")
    return file


async def test_enter_on_a_kind_opens_its_ties_and_back_returns_to_the_kind(tmp_path: Path) -> None:
    async with opened(hub(tmp_path)) as person:
        await person.press("e", "/", *"state 0", "enter", "tab")
        await select_link(person, "40 aid")
        was = spot(person)
        await person.press("enter")
        assert place(person).record == "ego:x0/aid"
        assert browsing(person).detail.target == "t1-aid"
        assert "Aid 40  40 other actors" in person.text
        await person.press("enter")
        assert place(person).record == "t1-aid"
        await person.press("backspace", "backspace")
        assert spot(person) == was


@pytest.mark.long
async def test_an_opened_kind_is_closed_by_its_own_line_and_the_list_stays_at_its_actor(tmp_path: Path) -> None:
    async with opened(hub(tmp_path), size=(120, 40)) as person:
        await person.press("e", "/", *"state 0", "enter", "escape", "tab")
        await select_link(person, "40 mediation")
        await person.press("enter")
        assert browsing(person).records.record == "ego:x0/mediation"
        await person.press("home")
        await select_link(person, "40 mediation")
        await person.press("enter")
        assert place(person).record == "ego:x0"
        await person.press("n")
        assert place(person).record == "ego:x1"


# The ego view and its list


@pytest.mark.long
async def test_n_and_capital_n_step_from_actor_to_actor() -> None:
    async with opened() as person:
        await person.press("e")
        listed = browsing(person).records.records
        for name in listed[1:4]:
            await person.press("n")
            assert place(person).record == name
            assert place(person).pane == "page"
            assert browsing(person).catalog.dossier.name(name.partition(":")[2]).split()[0] in person.pane("#page")[1]
        await person.press("N", "N", "N")
        assert place(person).record == listed[0]
        await person.press("N")
        assert person.told == ["This is the first of the list"]
        await person.press("backspace")
        assert place(person).panel == "actors", "stepping is no visit"


@pytest.mark.parametrize("width", [40, 59, 60, 80, DIAGRAM_WIDTH - 1])
async def test_below_118_columns_drawing_and_list_take_turns(width: int) -> None:
    async with opened(size=(width, 24)) as person:
        await person.press("e")
        assert browsing(person).split_view.page_view.size.width == width
        assert browsing(person).records.region.width == 0
        await person.press("tab")
        assert browsing(person).records.size.width == width
        assert browsing(person).split_view.page_view.region.width == 0
        assert person.highlighted("#records").startswith("▌  Armenia")
        await person.press("down", "enter")
        assert place(person).record == "ego:azerbaijan"
        assert browsing(person).split_view.page_view.size.width == width


@pytest.mark.parametrize("width", [DIAGRAM_WIDTH, 149, 150, 200])
async def test_from_118_columns_on_both_are_seen(width: int) -> None:
    async with opened(size=(width, 40)) as person:
        await person.press("e")
        assert browsing(person).records.region.width > 0
        assert browsing(person).split_view.page_view.region.width >= 74
        await person.press("tab", "down")
        assert "Azerbaijan" in person.pane("#page")[1]
        assert ("Preview of the selected link" in person.text) == (width >= 150)


@pytest.mark.long
async def test_a_filter_in_the_list_of_egos_counts_actors_and_is_dropped_by_esc() -> None:
    async with opened() as person:
        await person.press("e")
        every = len(browsing(person).records.records)
        await person.press("/", *"russ")
        found = len(browsing(person).records.records)
        assert f"{found} of {every}" in person.text
        assert found < every
        assert place(person).record == "ego:russia", "the one whose name it is, among those who are told about it"
        assert browsing(person).split_view.filtered_list.is_typing
        await person.press("enter")
        assert person.app.focused is browsing(person).records
        assert person.highlighted("#records").startswith("▌  Russia")
        await person.press("escape")
        assert place(person).filter == ""
        assert len(browsing(person).records.records) == every
        assert place(person).record == "ego:russia"


@pytest.mark.long
async def test_a_filter_that_fits_no_actor_says_so_and_the_way_back_leads_to_it() -> None:
    async with opened() as person:
        await person.press("e", "/", *"zzz")
        assert "Nothing matches." in person.text
        await person.press("enter")
        was = spot(person)
        await person.press("u", "u")
        assert place(person) == was[0]
        await person.press(ALLIANCES, "backspace")
        assert spot(person) == was
        await person.press("escape")
        assert place(person).record == "ego:armenia"


@pytest.mark.parametrize("before", [(HOME,), ("m",), ("b",), ("p", *"turk", "enter")])
async def test_where_there_is_no_list_the_keys_of_a_list_say_so(before: tuple[str, ...]) -> None:
    async with opened() as person:
        await person.press(*before)
        was = spot(person)
        for key in ("/", "tab", "shift+tab", "n", "N", "escape"):
            await person.press(key)
            assert person.told == ([] if key == "escape" else [person.told[-1]])
            assert all(told.startswith("No list in this view") for told in person.told), key
            person.forget()
            await person.settle()
            assert spot(person) == was, key
            assert place(person).pane == "page"


async def test_the_panel_key_of_what_is_open_without_a_list_says_that_it_is() -> None:
    async with opened() as person:
        for keys, panel in (((HOME, HOME), "Home"), (("m", NETWORK), "Network")):
            person.forget()
            await person.press(*keys)
            assert person.told == [f"{panel} is open already"]


@pytest.mark.long
async def test_panel_keys_lead_on_from_every_diagram() -> None:
    async with opened() as person:
        for diagram in ("e", "m", "b", HOME):
            for panel in PANELS.values():
                if panel.alone or panel.name == "network":
                    continue
                await person.press(diagram, *panel_keys(panel.name))
                assert browsing(person).catalog is not None
                assert place(person).panel == panel.name
                assert place(person).pane == "list"
                assert person.app.focused is browsing(person).records


async def test_a_link_of_a_diagram_leads_on_and_back() -> None:
    async with opened() as person:
        await person.press("e")
        await select_link(person, "hostility")
        was = spot(person)
        await person.press("enter")
        assert place(person).panel == "alliances"
        await person.press("backspace")
        assert spot(person) == was


@pytest.mark.long
async def test_the_mouse_alone_is_enough() -> None:
    async with opened() as person:
        await person.click_on(f"{NETWORK}Net")
        assert shown(person) == "ego"
        await person.click_on("m Matrix")
        x, y = person.spot("−", 1)
        await person.click(x, y)
        await person.click(x, y)
        assert shown(person) == "pair"
        await person.click_on("b Blocs")
        assert shown(person) == "blocs"
        await person.click_on("p Path")
        await person.click_on("Turkey")
        await person.click_on("Turkey")
        assert shown(person) == "path"
        await person.click_on("f Filters")
        await person.click_on("esc Done")
        assert shown(person) == "path"
        await person.click_on(f"{HOME}{PANELS['home'].title[:4]}")
        assert place(person).panel == "home"


@pytest.mark.long
@pytest.mark.parametrize("size", [(59, 20), (80, 24), (150, 40), (20, 6)])
async def test_a_terminal_that_changes_while_the_matrix_is_open_keeps_its_cell(size: tuple[int, int]) -> None:
    async with opened() as person:
        await person.press("m", *["down"] * 7, *["right"] * 6)
        part = matrix(person).pair
        await person.resize(*size)
        assert matrix(person).pair == part
        await person.press("enter", "backspace")
        assert matrix(person).pair == part
        await person.resize(80, 24)
        assert matrix(person).pair == part
        assert person.app.focused is matrix(person)
