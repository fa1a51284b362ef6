"""A person's own keys, as `keys.toml` gives them: each acts and is shown, the old one does not; `q` and `?` stay."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.screens.opened import browsing, opened, place
from tests.screens.panel_keys import ALLIANCES
from tests.screens.person import Person
from tui.app import KarabakhApp
from tui.screens.browse import BrowseScreen
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen

SCRAMBLED = """
"app.quit" = []
"app.help" = "F9"
"app.copy" = "ctrl+y"
"help.close" = "x"
"scope.close" = "P"
"net.blocs" = ["q", "?", "ctrl+c"]
"""
"""What would take the keys away by which the program is left and explained."""


async def test_a_key_of_ones_own_acts_and_the_old_one_does_not() -> None:
    async with opened(own_keys='"net.blocs" = ["ctrl+g", "V"]') as person:
        before = place(person)
        await person.press("b")
        assert place(person) == before
        await person.press("ctrl+g")
        assert place(person).record == "blocs:"
        await person.press("backspace", "V")
        assert place(person).record == "blocs:"


async def test_keys_of_panes_and_panels_can_be_ones_own() -> None:
    async with opened(own_keys='list.down = "J"\nlist.up = "K"\npanel.quotes = "w"') as person:
        first = place(person).record
        await person.press("down", "j")
        assert place(person).record == first
        await person.press("J")
        assert place(person).record != first
        await person.press("K")
        assert place(person).record == first
        await person.press("2")
        assert place(person).panel == "actors"
        await person.press("w")
        assert place(person).panel == "quotes"


@pytest.mark.long
async def test_keys_of_dialogs_and_of_fields_can_be_ones_own() -> None:
    async with opened(own_keys='go.jump = "ctrl+g"\njump.close = "f5"\nfilter.drop = "f6"\nscope.only = "x"') as person:
        await person.press("colon")
        assert isinstance(person.app.screen, BrowseScreen)
        await person.press("ctrl+g", "escape")
        assert isinstance(person.app.screen, JumpScreen)
        await person.press("f5", "slash", *"arm")
        assert browsing(person).split_view.filtered_list.is_typing
        await person.press("f6")
        assert not browsing(person).split_view.filtered_list.is_typing
        await person.press("f")
        everything = person.text
        await person.press("o")
        assert person.text == everything
        await person.press("x")
        assert person.text != everything


async def test_a_key_can_be_swapped_with_another() -> None:
    async with opened(own_keys='net.blocs = "m"\nnet.matrix = "b"') as person:
        await person.press("m")
        assert place(person).record == "blocs:"
        await person.press("b")
        assert place(person).record == "matrix:"


async def test_a_key_that_was_taken_away_does_nothing_and_is_not_shown() -> None:
    async with opened(own_keys="app.theme = []\ngo.search = []\npanel.quotes = []") as person:
        before = person.text
        assert " S " not in person.lines[-1]
        assert "Quotes" in person.lines[0]
        await person.press("t", "S", "2")
        assert person.text == before
        await person.click_on("Quotes")
        assert place(person).panel == "quotes"
        await person.press("f1")
        assert "Change between the dark and the light theme" not in "\n".join(await whole_help(person))


async def test_help_bars_and_hints_show_the_keys_in_force() -> None:
    own = 'go.filter = "ctrl+g"\nlist.open = "ctrl+o"\npanel.ledger = "D"\ngo.out = "f5"'
    async with opened(own_keys=own, size=(120, 40)) as person:
        assert " ctrl+o Open " in person.lines[-1]
        assert " ctrl+g Filter " in person.lines[-1]
        assert " D Ledger " in person.lines[0]
        await person.press("ctrl+g", *"zzz", "enter")
        words = " ".join(line.strip(" ┃│") for line in person.pane("#records"))
        assert "Change the filter above, or press F5 to drop it." in words
        await person.press("f1")
        lines = await whole_help(person)
        assert any(line.strip().startswith("ctrl+g ") and "Filter the list" in line for line in lines)
        assert any(line.strip().startswith("D ") and "Ledger" in line for line in lines)
        assert not any(line.strip().startswith("/ ") and "Filter" in line for line in lines)


async def whole_help(person: Person[KarabakhApp]) -> list[str]:
    lines = person.pane("#help")
    for _ in range(12):
        await person.press("pagedown")
        lines += person.pane("#help")
    return lines


@pytest.mark.long
async def test_whatever_is_written_q_quits_and_the_question_mark_helps_and_both_close_what_they_close() -> None:
    async with opened(own_keys=SCRAMBLED, size=(120, 40)) as person:
        for key in ("question_mark", "F9"):
            await person.press(key.lower())
            assert isinstance(person.app.screen, HelpScreen)
            await person.press("question_mark")
            assert isinstance(person.app.screen, BrowseScreen)
        await person.press("question_mark", "q", "f", "q")
        assert isinstance(person.app.screen, BrowseScreen)
        assert " ? Help " in person.lines[-1] or " F9 Help " in person.lines[-1]
        assert " q Quit " in person.lines[-1]
        await person.press("q")
        assert person.app._exit


async def test_whatever_is_written_ctrl_c_twice_quits() -> None:
    async with opened(own_keys=SCRAMBLED) as person:
        await person.press("ctrl+c")
        assert not person.app._exit
        await person.press("ctrl+c")
        assert person.app._exit


async def test_text_fields_take_every_character_and_are_edited_as_ever() -> None:
    own = 'net.blocs = "ctrl+a"\ngo.back = "V"\nnet.path = "ctrl+w"\nnet.ego = "ü"\nlist.down = ["down", "%"]'
    async with opened(own_keys=own) as person:
        await person.press("slash", *"bqVü", "%", "ctrl+a", "delete")
        field = browsing(person).split_view.filtered_list
        assert field.is_typing
        assert browsing(person).split_view.filtered_list.query_one("#filter").value == "qVü%"  # type: ignore[attr-defined]
        await person.press("ctrl+w")
        assert field.is_typing


async def test_other_layouts_have_the_keys_at_their_places() -> None:
    async with opened(own_keys='net.blocs = "P"') as person:
        await person.press("и")
        assert place(person).record != "blocs:"
        await person.press("З")
        assert place(person).record == "blocs:"


async def test_what_is_wrong_in_the_file_is_said_once_in_the_app() -> None:
    async with opened(own_keys='"net.blcs" = "x"\n"go.back" = "nokey"') as person:
        [told] = person.told
        assert told == (
            "keys.toml, line 1: no key has the id “net.blcs” (did you mean “net.blocs”?). "
            "There is more: karabakh-tui keys lists it."
        )
        await person.press(ALLIANCES, "backspace")
        assert place(person).panel == "actors"


@pytest.mark.parametrize("private_name", [True, False], ids=["at once", "with Textual's keymap"])
async def test_keys_of_ones_own_need_no_private_name_of_textual(
    private_name: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.terminal.compat.has_node_bindings", lambda: private_name)
    async with opened(own_keys='net.blocs = "P"\nnet.path = []\nlist.down = "J"') as person:
        before = place(person)
        await person.press("b", "p", "j")
        assert place(person) == before
        await person.press("J")
        assert place(person).record != before.record
        await person.press("P")
        assert place(person).record == "blocs:"


async def test_without_own_keys_no_binding_is_touched() -> None:
    async with opened() as person:
        await person.press("down")
        assert person.app._rebinding is None
        assert list(chain(person.app.key_table.own)) == []
