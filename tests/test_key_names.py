"""A key is written as people write it, as the help shows it, or as Textual calls it."""

from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from tui import key_clashes
from tui.key_names import SENT_AS, display_name, known_names, plain_name, textual_name, writes_character
from tui.keys import GROUPS, NOTE

ALL = [name for group in GROUPS for key in group.keys for name in key.keys]


def test_every_key_is_read_as_it_is_shown_as_it_is_printed_and_by_its_name() -> None:
    for name in {*ALL, *known_names()}:
        assert textual_name(display_name(name)) == name
        assert textual_name(plain_name(name)) == name
        assert textual_name(name) == name


def test_characters_have_the_names_that_textual_gives_them() -> None:
    for character in (*string.punctuation, *string.ascii_letters, *string.digits, " ", "é", "й", "ß"):
        assert textual_name(character) == _character_to_key(character)
        assert writes_character(_character_to_key(character))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ctrl+B", "ctrl+b"),
        ("ctrl + b", "ctrl+b"),
        ("shift+ctrl+Left", "ctrl+shift+left"),
        ("shift+g", "G"),
        ("ESC", "escape"),
        ("Page Up", "pageup"),
        ("page-down", "pagedown"),
        ("PgUp", "pageup"),
        ("Return", "enter"),
        ("alt+←", "alt+left"),
        ("F12", "f12"),
        ("+", "plus"),
        ("alt++", "alt+plus"),
        ("alt+/", "alt+slash"),
    ],
)
def test_what_people_write_is_understood(text: str, name: str) -> None:
    assert textual_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "xx", "ctrl", "ctrl+", "+b", "ctrl+ctrl+b", "hyper+b", "ctrl+shift+b", "shift+1", "f99", "\x1b", "\u200b"],
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert textual_name(text) == ""


def test_none_of_our_keys_is_sent_as_another() -> None:
    assert set(SENT_AS).isdisjoint(ALL)


def test_all_keys_that_edit_a_text_field_of_textual_are_known() -> None:
    line = {name for name in _bound(Input) if not name.startswith("super+")} - {"ctrl+c"}
    lines = {name for name in _bound(TextArea) if not name.startswith("super+")} - {"ctrl+c"}
    assert {name for name in line if "shift+a" not in name} <= key_clashes.EDITING | {"enter"}
    ours = {name for key in NOTE.keys for name in key.keys}
    assert {name for name in lines if "shift+k" not in name} <= key_clashes.EDITING | key_clashes.EDITING_LINES | ours


def _bound(field: type[Input | TextArea]) -> set[str]:
    return {name for binding in field.BINDINGS for name in getattr(binding, "key", "").split(",")}
