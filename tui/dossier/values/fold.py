"""Text folded for search, so that what a reader types matches what an author wrote.

Case, accents and vowel points, typographic marks and letters missing from keyboards are folded away, character by
character.
"""

MARKS = {
    **dict.fromkeys("‘’‚‛′ʼʹ՚׳‹›´", "'"),
    **dict.fromkeys("“”„‟″«»״", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃֊־", "-"),
}
"""Quotation marks and dashes of many scripts -> those of a keyboard."""

# Letters that Unicode does not decompose, each followed by what people type who lack it on their keyboard: Latin of
# Azerbaijan, Turkey, Poland, Scandinavia and West Africa; Cyrillic of Ukraine, the Caucasus and Central Asia.
_SUBSTITUTES = (
    "ıi əa łl øo đd ðd ħh ŧt ŋn ɓb ɗd ɛe ɔo ƙk æae œoe þth ⁄/ "
    "ґг әа өо үу ұу қк ғг ңн һх ҹч ҝг ӏi"
)  # fmt: skip
LETTERS = {
    **{pair[0]: pair[1:] for pair in _SUBSTITUTES.split()},
    # one Armenian ev and v: the orthographies of both centuries write them differently
    "ւ": "վ",
    # one alef, yeh, kaf and heh for Arabic, Persian, Kurdish and Urdu
    "ٱ": "ا",
    **dict.fromkeys("ىیېے", "ي"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ةہھە", "ه"),
}
"""Letters that are typed in several ways -> the one that is searched."""

# Inside words but never typed: Armenian stress, question and exclamation marks; the Arabic tatweel that widens words.
_UNTYPED = "՛՜՞՟ـ"

_CACHE_SIZE = 1 << 14


class _FoldedForms(dict[int, str]):
    """Code point -> the folded form of a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code))
        if len(self) < _CACHE_SIZE:
            self[code] = folded
        return folded


_folded_forms = _FoldedForms()


def fold(text: str) -> str:
    """Return `text` in the form that is searched: `fold("İstanbul")` is `"istanbul"`. Folding is idempotent."""
    if text.isascii() and (one_line := text.replace("\n", " ")).isprintable():
        return one_line.lower()
    return text.translate(_folded_forms)


def _folded(char: str) -> str:
    from unicodedata import category, combining, decimal, normalize

    if char in MARKS:
        return MARKS[char]
    form = normalize("NFKD", normalize("NFKD", char).casefold())
    folded = []
    for part in form:
        kind = category(part)
        if kind == "Cf" or part in _UNTYPED or (kind[0] == "M" and _is_dropped(kind, combining(part))):
            continue
        if part.isspace():
            part = " "
        elif kind == "Nd":
            part = str(decimal(part))
        folded.append(LETTERS.get(part) or MARKS.get(part, part))
    return "".join(folded)


def _is_dropped(category: str, combining_class: int) -> bool:
    """Return whether a mark is an accent or a point, rather than a vowel or tone that a word cannot be read without.

    Class 0 holds the vowels of Indic scripts, 8 and 9 Japanese voicing and the virama, 84 to 132 Thai, Lao, Tibetan.
    """
    return category == "Me" or combining_class in (1, 7) or 10 <= combining_class < 84 or combining_class >= 200
