"""How keys are called: by Textual, on the screen, and by those who write a file of their own keys."""

from __future__ import annotations

from typing import Final

_CHARACTERS: Final = {
    " ": "space",
    "!": "exclamation_mark",
    '"': "quotation_mark",
    "#": "number_sign",
    "$": "dollar_sign",
    "%": "percent_sign",
    "&": "ampersand",
    "'": "apostrophe",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "*": "asterisk",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "full_stop",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less_than_sign",
    "=": "equals_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
    "@": "at",
    "[": "left_square_bracket",
    "\\": "backslash",
    "]": "right_square_bracket",
    "^": "circumflex_accent",
    "_": "underscore",
    "`": "grave_accent",
    "{": "left_curly_bracket",
    "|": "vertical_line",
    "}": "right_curly_bracket",
    "~": "tilde",
}
"""Textual's names of the characters of ASCII that are neither letters nor digits; those are their own names."""
_WRITTEN: Final = {
    **{name: character for character, name in _CHARACTERS.items() if character != " "},
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pageup": "page up",
    "pagedown": "page down",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""How people write the keys that have another name in Textual."""
_NAMED: Final = frozenset(
    {
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"),
        *("enter", "escape", "tab", "space", *(f"f{number}" for number in range(1, 13))),
    }
)
"""The keys that write no character but space, by Textual's names."""
_SYNONYMS: Final = {
    **{written.casefold(): name for name, written in _WRITTEN.items()},
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
}
_MODIFIERS: Final = ("alt", "ctrl", "shift")
"""In the order in which Textual writes them."""
SENT_AS: Final = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+j": "enter",
    "ctrl+m": "enter",
    "ctrl+enter": "enter",
    "ctrl+left_square_bracket": "escape",
}
"""What terminals send in the place of some keys."""


def display_name(key: str) -> str:
    """Return a key, given by Textual's name, as people write it: `/`, `alt+←`, `page up`."""
    *modifiers, last = key.split("+")
    return "+".join((*modifiers, _WRITTEN.get(last, last)))


def plain_name(key: str) -> str:
    """Return a key, given by Textual's name, as it is typed: `/`, `alt+left`, `pageup`."""
    *modifiers, last = key.split("+")
    return "+".join((*modifiers, _WRITTEN[last] if last in _WRITTEN_CHARACTERS - {"space"} else last))


def writes_character(key: str) -> bool:
    """Whether a key, given by Textual's name, writes a character in a text field."""
    return len(key) == 1 or key in _WRITTEN_CHARACTERS


_WRITTEN_CHARACTERS: Final = frozenset(_CHARACTERS.values())


def known_names() -> list[str]:
    """Textual's names of all keys that are called by more than one character."""
    return sorted(_NAMED | _WRITTEN_CHARACTERS)


def textual_name(text: str) -> str:
    """Return Textual's name of a key that a person wrote, such as `/`, `Ctrl+B`, `esc`; empty where there is none.

    A letter is itself, so that `G` is shift and g.
    """
    if len(text) == 1:
        return _character(text)
    *before, last = (text[:-2] + "+plus" if text.endswith("++") else text).split("+")
    modifiers = {modifier.strip().lower() for modifier in before}
    if not modifiers <= set(_MODIFIERS) or len(modifiers) != len(before):
        return ""
    last = last.strip() if last.strip() else last
    name = _named(last)
    if not modifiers:
        return name
    if len(last) == 1 or name in _WRITTEN_CHARACTERS - {"space"}:
        if modifiers == {"shift"}:
            return last.upper() if last.isalpha() and len(last.upper()) == 1 else ""
        if "shift" in modifiers:  # few terminals send it
            return ""
        name = (name or _character(last)).lower()
    return "+".join((*sorted(modifiers), name)) if name else ""


def _named(text: str) -> str:
    """Textual's name of a key that is called by more than one character, such as `Page Up` or `slash`."""
    if len(text) == 1:
        return _character(text) or _SYNONYMS.get(text, "")
    folded = text.casefold()
    joined = folded.replace(" ", "_").replace("-", "_")
    for name in (folded, joined, joined.replace("_", "")):
        if name in _NAMED or name in _WRITTEN_CHARACTERS:
            return name
        if name in _SYNONYMS:
            return _SYNONYMS[name]
    return ""


def _character(character: str) -> str:
    """Textual's name of the key that writes a character; of an arrow, of the key with that arrow."""
    if character in _CHARACTERS:
        return _CHARACTERS[character]
    if character.isalnum():
        return character
    return _SYNONYMS.get(character, "")
