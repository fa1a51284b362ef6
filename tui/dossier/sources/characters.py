"""What each character is to a comparison of texts, and the form in which it is compared.

Every character has a class of one letter, so that a text of any script can be divided by one pattern over its classes.
The forms fold what printing changes and a reader does not read: quotation marks, dashes, ligatures, letters composed or
decomposed, full-width and contextual forms.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from tui.dossier.values.fold import MARKS

LETTER, HEBREW, DIGIT, RAISED, MARK, IGNORED = "LBDSMI"
"""Letters; those of Hebrew; digits; raised and other numbers; combining marks; what is not compared."""
UNSPACED, LEADING_VOWEL, STACKER = "HTV"
"""Letters of scripts without spaces; Thai and Lao vowels written before their consonant; signs that stack two."""
WORD = "LBDMI"
"""The classes inside words of scripts with spaces."""

_UNSPACED_RANGES = (
    (0x0E01, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19FF),  # Tai Le, New Tai Lue, Khmer symbols
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x1B00, 0x1B7F),  # Balinese
    (0x2E80, 0x2FDF),  # radicals of Han
    (0x3005, 0x3007),
    (0x3021, 0x312F),  # kana, bopomofo
    (0x31A0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0xA4CF),  # Han, Yi
    (0xA980, 0xA9FF),  # Javanese, Myanmar
    (0xAA60, 0xAADF),  # Myanmar, Tai Viet
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFD),
)
_UNSPACED_STARTS = [first for first, _ in _UNSPACED_RANGES]

_CLASSES = {
    **dict.fromkeys("'`", "'"),
    '"': '"',
    "-": "-",
    **dict.fromkeys("‒–−", "n"),
    **dict.fromkeys("—―⸺⸻〜", "m"),
    **dict.fromkeys(".,[]()<>", ""),
    **dict.fromkeys(":/٫٬⁄", ":"),
    **dict.fromkeys("·‧・", "o"),
    "，": "w",
    "…": "e",
    "‥": "e",
    **dict.fromkeys("_*", ""),
    # Armenian stress, question and exclamation stand inside words, over a vowel
    **dict.fromkeys("՛՜՞", MARK),
    **dict.fromkeys("\u0e33\u0eb3", MARK),
    **dict.fromkeys("เแโใไເແໂໃໄ", LEADING_VOWEL),
    **dict.fromkeys("\u1039\u17d2", STACKER),
    "ـ": IGNORED,
}
"""Character -> its class, where the general category does not tell; "" stands for the character itself."""

_COMPATIBILITY = ("<compat>", "<initial>", "<medial>", "<final>", "<isolated>", "<wide>", "<narrow>", "<noBreak>")
"""The decompositions that are compared; raised digits and fractions stay what they are."""


_ASCII_FORMS = {ord("_"): "", ord("*"): "", ord("`"): "'"}


class _Classes(dict[int, str]):
    """Code point -> class, computed on first use."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class_of(chr(code))
        return found


class _Forms(dict[int, str]):
    """Code point of decomposed text -> the form that is compared, computed on first use."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _form_of(chr(code))
        return found


_classes = _Classes()
_forms = _Forms()


def classes(text: str) -> str:
    """Return the class of each character of `text`, as a string of the same length."""
    return text.translate(_classes)


def compared(text: str) -> str:
    """Return `text` in the form that is compared; it has the same spaces."""
    if text.isascii():
        return text.translate(_ASCII_FORMS) if _has_ascii_form(text) else text
    from unicodedata import normalize

    return normalize("NFD", text).translate(_forms)


def _has_ascii_form(text: str) -> bool:
    return "_" in text or "*" in text or "`" in text


@cache
def other_cases(char: str) -> tuple[str, ...]:
    """Return a decomposed first letter in its other cases, with the dotted and dotless letters of Turkic alphabets."""
    turkic = {"i": ("I\u0307",), "ı": ("I",), "I": ("ı",), "I\u0307": ("i",)}.get(char, ())
    plain = (char.upper(), char.lower()) if char != "I\u0307" else ()
    return tuple(dict.fromkeys(form for form in (*plain, *turkic) if form != char))


def _class_of(char: str) -> str:
    if char in _CLASSES:
        return _CLASSES[char] or char
    if char in MARKS:
        return _CLASSES[MARKS[char]]
    if char.isspace():
        return " "
    from unicodedata import category, name

    form = _form_of(char)
    if form != char and len(form) == 1:
        return _class_of(form)
    kind = category(char)
    if kind == "Cf":
        return IGNORED
    if kind[0] == "M":
        return MARK
    if kind == "Nd":
        return DIGIT
    if kind == "No":
        return DIGIT if name(char, "").startswith("VULGAR FRACTION") else RAISED
    if kind[0] == "L" or kind == "Nl":
        if _is_unspaced(ord(char)):
            return UNSPACED
        return HEBREW if "\u05d0" <= char <= "\u05f2" else LETTER
    return "P"


def _is_unspaced(code: int) -> bool:
    place = bisect_right(_UNSPACED_STARTS, code) - 1
    return place >= 0 and code <= _UNSPACED_RANGES[place][1]


def _form_of(char: str) -> str:
    if char in MARKS:
        return MARKS[char]
    if (form := _ASCII_FORMS.get(ord(char))) is not None:
        return form
    if char in "ـ⸺⸻〜":
        return "" if char == "ـ" else "-"
    from unicodedata import category, decomposition, normalize

    if category(char) == "Cf":
        return ""
    parts = decomposition(char).split()
    if parts and parts[0] in _COMPATIBILITY and char not in "…‥":
        form = normalize("NFKD", char)
        return char if " " in form else form
    return char
