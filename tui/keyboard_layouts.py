"""The letters that other keyboard layouts write at the places of our keys, so that the keys work in these layouts too.

The layouts are those of xkeyboard-config (https://gitlab.freedesktop.org/xkeyboard-config/xkeyboard-config). A program
learns which letter was typed, not in which layout: a letter has one place here even if it has two on keyboards.
"""

from __future__ import annotations

__all__ = ["LAYOUTS", "equivalents", "unknown_script"]

_PLACES = "qwertyuiop[]asdfghjkl;zxcvbnm"
LAYOUTS = {
    "Russian": "йцукенгшщзхъфывапролджячсмить",
    "Ukrainian": "йцукенгшщзхїфівапролджячсмить",
    "Armenian (phonetic)": "քոերտըւիօպխծասդֆգհյկլ;զղցվբնմ",
    "Armenian (eastern)": "խւէրտեըիոպչջասդֆգհճկլթզցքվբնմ",
}
"""The letters of each layout at `_PLACES`, the keys of an American keyboard."""
_PLACE_OF_TWO = {"ո": "o", "ւ": "u", "ե": "e", "ը": "u", "խ": "[", "ց": "x", "ք": "q"}
"""Where a letter is that the Armenian layouts have at two places: at the key that is used more, or does less harm."""
_LETTERS = frozenset({"CHARACTER", "IDEOGRAPH", "LETTER", "SYLLABLE"})
"""Words in the Unicode names of characters that belong to a script, which the name begins with."""
_NAMES = {"[": "left_square_bracket", "]": "right_square_bracket"}

_PLACE_OF = {
    letter: place
    for letters in LAYOUTS.values()
    for letter, place in zip(letters, _PLACES, strict=True)
    if not letter.isascii()
} | _PLACE_OF_TWO
_CYRILLIC = frozenset(LAYOUTS["Russian"] + LAYOUTS["Ukrainian"])


def _equivalents() -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for letter, place in _PLACE_OF.items():
        keys.setdefault(_NAMES.get(place, place), []).append(letter)
        if place.isalpha():
            keys.setdefault(place.upper(), []).append(letter.upper())
            if letter in _CYRILLIC:  # with ctrl, Armenian letters would mistake ctrl+c for ctrl+q
                keys.setdefault(f"ctrl+{place}", []).append(f"ctrl+{letter}")
    keys["colon"] = [letter.upper() for letter, place in _PLACE_OF.items() if place == ";"]
    return keys


_EQUIVALENTS = _equivalents()


def equivalents(key: str) -> list[str]:
    """Return the keys that other layouts have at the place of `key`, all in Textual's names."""
    return _EQUIVALENTS.get(key, [])


def unknown_script(character: str | None) -> str:
    """Return the name of a letter's script, such as `Georgian`, if no key has that letter as an equivalent.

    It is empty for Latin letters, which are where our keys are, for signs made of letters such as `º` and `µ`, and for
    what is not a letter.
    """
    if character is None or character.isascii() or not character.isalpha() or character.lower() in _PLACE_OF:
        return ""
    import unicodedata

    if unicodedata.category(character) == "Lm" or unicodedata.decomposition(character).startswith("<"):
        return ""
    words = unicodedata.name(character, "").replace("-", " ").split()
    if not _LETTERS.intersection(words) or words[0] == "LATIN":
        return ""
    return "Chinese" if words[0] == "CJK" else words[0].capitalize()
