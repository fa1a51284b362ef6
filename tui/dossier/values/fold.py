"""Text folded for searching, and the way back: what a reader types finds what an author wrote.

Case, accents and vowel points, typographic marks and the letters that keyboards lack are folded away, character by
character, so that every place in the folded text has its place in the original. It may not know what is searched.
"""

MARKS = {
    **dict.fromkeys("‘’‚‛′ʼʹ՚׳‹›´", "'"),
    **dict.fromkeys("“”„‟″«»״", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃֊־", "-"),
}
"""Quotation marks and dashes of many scripts, to those of a keyboard."""

# Letters that Unicode does not take apart, each with what people type who do not have it on their keyboard: Latin of
# Azerbaijan, Turkey, Poland, Scandinavia and West Africa; Cyrillic of Ukraine, the Caucasus and Central Asia.
_TYPED = (
    "ıi əa łl øo đd ðd ħh ŧt ŋn ɓb ɗd ɛe ɔo ƙk æae œoe þth ⁄/ "
    "ґг әа өо үу ұу қк ғг ңн һх ҹч ҝг ӏi"
)  # fmt: skip
_LETTERS = {
    **{pair[0]: pair[1:] for pair in _TYPED.split()},
    # one Armenian ev and v, for the spellings of both centuries write them differently
    "ւ": "վ",
    # one alef, yeh, kaf and heh for Arabic, Persian, Kurdish and Urdu
    "ٱ": "ا",
    **dict.fromkeys("ىیېے", "ي"),
    **dict.fromkeys("کڪ", "ك"),
    **dict.fromkeys("ةہھە", "ه"),
}

# Written inside a word, and not typed: Armenian stress, question and exclamation; the Arabic stroke that widens a word.
_UNTYPED = "՛՜՞՟ـ"

_REMEMBERED = 1 << 14


class _Folds(dict[int, str]):
    """The folded form of each character by its code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded


_folds = _Folds()


def fold(s: str) -> str:
    """Return `s` as it is searched: `fold("İstanbul")` is `"istanbul"`. Folding twice changes nothing more."""
    if s.isascii() and (flat := s.replace("\n", " ")).isprintable():
        return flat.lower()
    return s.translate(_folds)


def fold_map(s: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters the offset in `s` of the one it comes from."""
    if s.isascii():
        return fold(s), list(range(len(s)))
    folded: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(s):
        form = _folds[ord(char)]
        folded.append(form)
        offsets.extend([offset] * len(form))
    return "".join(folded), offsets


def find_all(needle_folded: str, s: str) -> list[tuple[int, int]]:
    """Return the spans of `s`, start and end, that read `needle_folded` when folded: whole characters, none twice."""
    if not needle_folded or needle_folded not in fold(s):
        return []
    folded, offsets = fold_map(s)
    spans: list[tuple[int, int]] = []
    size, at, free = len(needle_folded), 0, 0
    while (at := folded.find(needle_folded, at)) >= 0:
        start, end = offsets[at], original_end(offsets, at + size, len(s))
        at += size
        if start >= free:
            spans.append((start, end))
            free = end
    return spans


def original_end(offsets: list[int], end: int, length: int) -> int:
    """Return the end in an original of `length` characters for the end of a span in its folded text.

    Marks that folding dropped belong to the letter before them.
    """
    last = offsets[end - 1]
    after = offsets[end] if end < len(offsets) else length
    return max(last + 1, after)


def _folded(char: str) -> str:
    from unicodedata import category, combining, decimal, normalize

    if char in MARKS:
        return MARKS[char]
    form = normalize("NFKD", normalize("NFKD", char).casefold())
    kept = []
    for part in form:
        kind = category(part)
        if kind == "Cf" or part in _UNTYPED or (kind[0] == "M" and _is_dropped(kind, combining(part))):
            continue
        if part.isspace():
            part = " "
        elif kind == "Nd":
            part = str(decimal(part))
        kept.append(_LETTERS.get(part) or MARKS.get(part, part))
    return "".join(kept)


def _is_dropped(kind: str, place: int) -> bool:
    """Whether a mark is an accent or a point, not a vowel or a tone a word does not read without.

    Class 0 holds the vowels of Indic scripts, 8 and 9 Japanese voicing and the virama, 84 to 132 Thai, Lao, Tibetan.
    """
    return kind == "Me" or place in (1, 7) or 10 <= place < 84 or place >= 200
