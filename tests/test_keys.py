"""Every key of the table is there, does something, is shown, is explained and can be changed."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.screens.opened import Reading, browsing, opened, place, seen
from tests.screens.panel_keys import ACTORS, ALLIANCES, CLAIMS, LEDGER, NETWORK, QUOTES, SOURCES
from tui.key_groups import Key, KeyGroup, bindings, display_name
from tui.keys import (
    CARRY,
    DIAGRAMS,
    FILTER,
    GROUPS,
    JUMP,
    KEYS,
    LIST,
    MARKS,
    MATRIX,
    MOMENTS,
    MOVING,
    PAGE,
    PANELS,
    PROGRAM,
    TOUR,
)
from tui.pages import glyphs
from tui.pages.lists import panels
from tui.screens import keybar
from tui.theme import RoleStyles
from tui.widgets.bars import BarItem

EVERY = [(key, name) for group in GROUPS for key in group.keys for name in key.keys]

BEFORE: dict[str, tuple[str, ...]] = {
    "panels": (CLAIMS,),
    "panel.claims": (ACTORS,),
    "go.back": (QUOTES,),
    "go.forward": (QUOTES, "backspace"),
    "go.out": ("tab",),
    "go.previous": ("down", "down"),
    "list": ("down",) * 6,
    "page": ("enter", "pagedown", "right"),
    "filter": ("/", "a"),
    "help": ("?",),
    "problems": ("!",),
    "jump": (":", *("down",) * 20),
    "matrix": ("m", *("right", "down") * 4),
    "scope": ("f", "space", "down"),
    "scope.close": ("f",),
    "facets": ("F", "space", "down"),
    "facets.close": ("F",),
    "moment.marks": ("a", "left"),
    "moment.after": ("less_than_sign",) * 2,
    "strip": ("a", "left", "left"),
    "strip.pane": ("a",),
    "strip.close": ("a",),
    "date": ("a", "d", "1"),
    "note": ("i", "x"),
    "note.line": ("i", "x", "left"),
    "copying": ("Y", "down"),
    "text": ("Y", "s"),
    "opening": (SOURCES, "down", "B"),
    "exporting": ("X", "down"),
    "exporting.write": ("X", "tab"),
    "tour.end": ("z",),
}
"""What is pressed first, so that the key has something to do; by the id of the key or of its group."""


def group_of(key: Key) -> KeyGroup:
    return next(group for group in GROUPS if key in group.keys)


# The table


def test_ids_are_unique() -> None:
    ids = [key.id for group in GROUPS for key in group.keys]
    assert len(ids) == len(set(ids))


def test_every_key_has_a_label_and_says_what_it_does() -> None:
    for key, _ in EVERY:
        assert key.label
        assert key.description
        assert not key.description.endswith(".")


@pytest.mark.parametrize("pane", [LIST, PAGE, MATRIX], ids=lambda group: group.id)  # the others take every key
def test_no_key_has_two_meanings_in_one_pane(pane: KeyGroup) -> None:
    everywhere = (MOVING, PANELS, DIAGRAMS, MOMENTS, MARKS, CARRY, TOUR, PROGRAM)
    names = [name for group in (pane, *everywhere) for key in group.keys for name in key.keys]
    assert sorted(names) == sorted(set(names))


def test_keys_while_typing_write_no_character() -> None:
    for key in (*FILTER.keys, *JUMP.keys):
        for name in key.keys:
            assert len(name) > 1


def test_no_key_is_one_that_terminals_eat() -> None:
    for key, name in EVERY:
        assert name not in ("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+enter", "ctrl+s", "ctrl+backslash")
        assert not name.startswith("ctrl+shift+"), key.id
    for key in chain.from_iterable(group.keys for group in GROUPS):
        assert any(not name.startswith("alt+") for name in key.keys), f"{key.id}: alt is the only way"


def test_letters_move_as_people_expect() -> None:
    assert {key.id.partition(".")[2] for key, name in EVERY if name == "g"} == {"top"}
    assert {key.id.partition(".")[2] for key, name in EVERY if name == "G"} == {"bottom"}
    for pane in (LIST, PAGE, MATRIX):
        held = {name: key for key in pane.keys for name in key.keys}
        assert held["j"] is held["down"]
        assert held["k"] is held["up"]
        assert held["g"] is held["home"]
        assert held["G"] is held["end"]


def test_a_key_is_found_by_its_id() -> None:
    assert KEYS.key("go.back").label == "Back"
    with pytest.raises(KeyError):
        KEYS.key("go.nowhere")


def test_bindings_carry_id_and_tooltip_and_some_can_be_chosen() -> None:
    found = bindings(MOVING, PROGRAM, only=("go.back", "app.quit"))
    assert [binding.id for binding in found] == ["go.back", "app.quit"]
    assert all(binding.tooltip for binding in found)


# No dead key


WITHOUT_A_SHELL = [(key, name) for key, name in EVERY if key.id not in ("app.suspend", "reading.cancel")]
"""The others are pressed in a shell and while a file is read: tests/terminal, tests/hostile/test_load_worker.py."""


@pytest.mark.parametrize(("key", "name"), WITHOUT_A_SHELL, ids=[f"{key.id}-{name}" for key, name in WITHOUT_A_SHELL])
async def test_every_key_does_something_where_it_counts(
    key: Key, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BROWSER", "no-such-browser")
    file = tmp_path / "d.toml"
    if group_of(key).id == "problems":
        file.write_text('dossier = 1\ntitle = "x"\ncolour = "a warning"\n')
    elif group_of(key).id in ("moments", "strip", "date", "opening"):
        file.write_text(SMALL)
    async with opened(file if file.exists() else None) as person:
        before_keys = BEFORE.get(key.id, BEFORE.get(group_of(key).id, ()))
        await person.press(*before_keys)
        person.forget()
        before = state(person)
        await person.press(name)
        if key.id == "app.reload":  # in a thread
            await person.until(lambda: person.told)
        assert state(person) != before, f"{name} does nothing"


def state(person: Reading) -> object:
    """All that a key can change."""
    app = person.app
    if not app.is_running or app._exit:
        return "left"
    highlighted = person.highlighted(app.screen)
    return (
        person.lines,
        highlighted,
        [type(screen) for screen in app.screen_stack],
        str(app.focused),
        app.theme,
        person.told,
    )


@pytest.mark.parametrize("pane", ["list", "page"])
async def test_other_keys_do_nothing_at_all(pane: str) -> None:
    async with opened() as person:
        await person.press(*(["enter"] if pane == "page" else []))
        before = state(person), place(person)
        for name in ("P", "d", "f5", "ctrl+t", "insert", "shift+up", "ctrl+a"):
            await person.press(name)
            assert (state(person), place(person)) == before, name


# The bar at the bottom


@pytest.mark.parametrize("pane", ["list", "page", "filter"])
async def test_the_bottom_bar_shows_at_most_seven_keys_and_cuts_none_at_80_columns(pane: str) -> None:
    async with opened() as person:
        for panel in PANELS.keys:
            await person.press(panel.keys[0], *{"list": (), "page": ("enter",), "filter": ("/",)}[pane])
            await person.press(*([NETWORK] if panel.id == "panel.network" else []))
            if pane == "filter" and browsing(person).split_view.pane != pane:
                continue  # there is no list, and that is said where the words of the keys are
            shown = browsing(person).places.bars.lower.items
            assert 1 <= len(shown) <= keybar.MAX_KEYS
            for cell in shown:
                assert f" {cell.key} {cell.label} " in f"{person.lines[-1]} "
            await person.press(*(["escape"] if pane == "filter" else []))


async def test_the_panels_are_shown_with_their_numbers_and_none_is_cut_at_80_columns() -> None:
    async with opened() as person:
        for key in PANELS.keys:
            title = panels.PANELS[key.id.partition(".")[2]].title
            shown = re.search(rf" {key.keys[0]} ?(\w+)(…?) ", f"{person.lines[0]} ")
            assert shown
            assert title.startswith(shown[1]) if shown[2] else title == shown[1]
            assert len(shown[1]) >= 3
        await person.resize(140, 24)
        for key in PANELS.keys:
            title = panels.PANELS[key.id.partition(".")[2]].title
            assert f" {key.keys[0]} {title} " in f"{person.lines[0]} "


async def test_a_key_in_the_bar_is_a_key_of_the_table() -> None:
    table = {(key.action, name) for key, _ in EVERY for name in ("bksp", ":", key.display, key.display_while_typing)}
    async with opened() as person:
        for more in ((), ("enter",), ("/",)):
            await person.press(*more)
            for cell in browsing(person).places.bars.lower.items:
                assert (cell.action, cell.key) in table


def dimmed(person: Reading) -> list[str]:
    """The labels that look dimmed in the bar at the bottom."""
    styles = RoleStyles(person.app, browsing(person).places.bars.lower.background_colors[1])
    words = [s.text.strip() for s in person.cells("#keys")[0] if s.style == styles.style("dim") and s.text.strip()]
    labels = [cell.label for cell in browsing(person).places.bars.lower.items]
    return [word for word in words if word in labels]


async def test_a_key_that_cannot_act_is_dimmed_and_says_why() -> None:
    async with opened() as person:
        assert dimmed(person) == ["Back"]
        before = seen(person)
        await person.press("backspace")
        assert person.told == ["Nothing to go back to"]
        person.forget()
        await person.settle()
        assert seen(person) == before
        await person.press("enter")
        assert dimmed(person) == []


async def test_however_often_it_is_pressed_it_says_why_once() -> None:
    async with opened() as person:
        await person.press(*["backspace"] * 5, *["]"] * 5)
        assert len(person.told) == 1


async def test_keys_that_need_a_record_are_dimmed_where_there_is_none() -> None:
    async with opened() as person:
        await person.press("/", *"zzz", "enter")
        assert dimmed(person) == ["Open", "Back"]
        await person.press("escape")
        assert dimmed(person) == ["Back"]
        await person.press(LEDGER, "s")
        assert person.told == ["No source passage cited"]


@pytest.mark.long
async def test_a_click_in_the_bar_is_as_good_as_the_key() -> None:
    async with opened() as person:
        await person.click_on("/ Filter")
        assert browsing(person).split_view.filtered_list.is_typing
        await person.click_on("esc Drop")
        assert not browsing(person).split_view.filtered_list.is_typing
        await person.click_on("tab Page")
        assert place(person).pane == "page"
        await person.click_on("tab List")
        assert place(person).pane == "list"
        await person.click_on("enter Open")
        assert browsing(person).navigator.trail.can_go_back
        await person.click_on("bksp Back")
        assert not browsing(person).navigator.trail.can_go_back
        await person.click_on("4Ledg")
        assert place(person).panel == "ledger"
        await person.click_on("? Help")
        await person.sees("esc closes")
        await person.click_on("esc Close")
        await person.click_on("S Search")
        assert place(person).panel == "search"
        await person.press("escape")
        assert place(person).panel == "ledger"
        await person.click_on("q Quit")
        assert person.app._exit


# The help


async def help_lines(person: Reading) -> list[str]:
    """All lines of the help, read from top to bottom."""
    lines = person.pane("#help")
    for _ in range(12):
        await person.press("pagedown")
        lines += [line for line in person.pane("#help") if line not in lines]
    return [line.rstrip("┃│ ") for line in lines]


@pytest.mark.parametrize(
    ("before", "title", "group"),
    [
        ((), "Actors: the list", LIST),
        (("enter",), "Actors: the page", PAGE),
        ((ALLIANCES, "/"), "Alliances: the filter", FILTER),
    ],
    ids=["list", "page", "filter"],
)
async def test_the_keys_of_the_help_begin_with_those_of_the_view_at_hand(
    before: tuple[str, ...], title: str, group: KeyGroup
) -> None:
    async with opened() as person:
        await person.press(*before, "f1")
        lines = await help_lines(person)
        assert title in lines[1]
        headings = [line.strip(" ─") for line in lines if "──" in line]
        assert headings[:2] == ["Signs on the screen", group.title]
        for one in KEYS.group(group).keys:
            assert any(display_name(one.keys[0]) in line and one.description[:30] in line for line in lines), one.id


async def test_the_help_explains_every_key_and_every_glyph() -> None:
    async with opened(size=(110, 50)) as person:
        await person.press("?")
        text = "\n".join(await help_lines(person))
        for group in (PANELS, MOVING, DIAGRAMS, MOMENTS, MARKS, LIST, PAGE, MATRIX, FILTER, TOUR, PROGRAM):
            assert group.title in text
            for one in group.keys:
                assert "  ".join(display_name(name) for name in one.keys) in text, one.id
        for each in (glyph for table in glyphs.EVERY for glyph in table.glyphs):
            assert f"{each.glyph} {each.word}" in text


@pytest.mark.parametrize("name", ["escape", "?", "f1", "q"])
async def test_the_help_is_closed_by_the_key_that_opened_it_and_leaves_no_trace(name: str) -> None:
    async with opened() as person:
        await person.press("enter", "down")
        before = seen(person)
        await person.press("?", "down", name)
        assert seen(person) == before


# Keys of one's own


async def test_keys_can_be_changed_by_id() -> None:
    async with opened() as person:
        person.app.set_keymap({"go.filter": "F", "list.down": "ctrl+n", "app.quit": "Q", "panel.quotes": "w"})
        await person.press("slash")
        assert not browsing(person).split_view.filtered_list.is_typing
        await person.press("ctrl+n")
        assert place(person).record == "azerbaijan"
        await person.press("w")
        assert place(person).panel == "quotes"
        await person.press("F")
        assert browsing(person).split_view.filtered_list.is_typing
        await person.press("escape", "q")
        assert not person.app._exit
        await person.press("Q")
        assert person.app._exit


def test_at_most_seven_keys_are_ever_shown() -> None:
    cells: list[BarItem] = keybar.key_items(KEYS, [key.id for key in MOVING.keys])
    assert len(cells) == keybar.MAX_KEYS
