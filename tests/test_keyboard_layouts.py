"""The keys are where they are on a Latin keyboard, whatever letters the keyboard writes."""

from __future__ import annotations

import pytest

from tests.screens.opened import browsing, opened, place
from tests.screens.panel_keys import ACTORS
from tui.key_groups import KeyGroup
from tui.keyboard_layouts import LAYOUTS, equivalents, unknown_script
from tui.keys import DIAGRAMS, GROUPS, LIST, MATRIX, MOVING, PAGE, PANELS, PROGRAM


@pytest.mark.parametrize(
    ("key", "letters"),
    [
        ("j", "оյճ"),
        ("k", "лկ"),
        ("n", "тն"),
        ("N", "ТՆ"),
        ("s", "ыսі"),
        ("q", "йք"),
        ("o", "щօո"),
        ("colon", "ЖԹ"),
        ("left_square_bracket", "хխչ"),
        ("right_square_bracket", "ъծїջ"),
        ("3", ""),
        ("up", ""),
    ],
)
def test_the_letters_at_the_place_of_a_key(key: str, letters: str) -> None:
    assert set(equivalents(key)) == set(letters)


def test_ctrl_with_a_cyrillic_letter_is_ctrl_with_the_key_at_its_place() -> None:
    assert (equivalents("ctrl+c"), equivalents("ctrl+z")) == (["ctrl+с"], ["ctrl+я"])


@pytest.mark.parametrize("pane", [LIST, PAGE, MATRIX], ids=lambda group: group.id)
def test_no_letter_has_two_meanings_in_one_pane(pane: KeyGroup) -> None:
    groups = (pane, MOVING, PANELS, DIAGRAMS, PROGRAM)
    names = [letter for group in groups for key in group.keys for name in key.keys for letter in equivalents(name)]
    assert sorted(names) == sorted(set(names))


def test_every_layout_has_every_letter_key_of_the_program_but_those_it_shares() -> None:
    letters = {name for group in GROUPS for key in group.keys for name in key.keys if len(name) == 1 and name.isalpha()}
    for layout, written in LAYOUTS.items():
        missing = {name for name in letters if not {*equivalents(name)} & {*written, *written.upper()}}
        assert missing <= ({*"wWyY"} if layout.startswith("Armenian") else set()), layout


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("ა", "Georgian"),
        ("ש", "Hebrew"),
        ("ی", "Arabic"),
        ("ω", "Greek"),
        ("ў", "Cyrillic"),
        ("է", ""),
        ("ə", ""),
        ("ก", "Thai"),
        ("文", "Chinese"),
    ],
)
def test_the_script_of_a_letter_that_is_no_key(character: str, script: str) -> None:
    assert unknown_script(character) == script


@pytest.mark.parametrize("character", ["º", "ª", "µ", "ʰ", "ˀ", "ﬁ", "𝔥", "Å"])
def test_a_sign_made_of_a_letter_is_of_no_script(character: str) -> None:
    assert unknown_script(character) == ""


async def test_the_keys_of_a_russian_keyboard_are_those_at_the_same_place_but_not_while_typing() -> None:
    async with opened() as person:
        await person.press(ACTORS, "о")
        assert place(person).record == "azerbaijan"
        await person.press("л")
        assert place(person).record == "armenia"
        await person.press("/", *"он")
        assert browsing(person).split_view.filtered_list.is_typing
        assert person.app.focused is not None
        assert getattr(person.app.focused, "value", "") == "он"
        await person.press("escape", "ь")
        assert place(person).record == "matrix:"
        await person.press("й")
        assert person.app._exit


async def test_letters_of_another_layout_are_named_once() -> None:
    async with opened() as person:
        await person.press("/", "ა", "escape")
        assert person.told == []
        await person.press("ა", "ბ", "ə")
        assert person.told == ["The keyboard writes Georgian letters; the keys of this program are Latin letters"]
