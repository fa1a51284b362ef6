"""Do these words stand in this paragraph, and where? For quotations checked against a local copy of their source.

Typographic marks and white space may differ, a mark of omission on either side stands for anything. It may not know
what a source is nor which paragraph is cited.
"""

import re
from functools import cache

from tui.dossier.values.fold import MARKS, original_end
from tui.dossier.values.text import Safe, clean

# What may stand around a piece of a quotation that its author did not say.
_AROUND = " '\""

# Lost words are looked for at so many places of one paragraph, and so many of them in a row may fall into one piece.
_PLACES = 1000
_LOSSES = 4

Span = tuple[int, int]


class _Forms(dict[int, str]):
    """The form in which each character is compared, by its code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        from unicodedata import normalize

        char = chr(code)
        form = self[code] = " " if char.isspace() else normalize("NFD", char)
        return form


_forms = _Forms({ord(mark): normalized for mark, normalized in MARKS.items()})


def paragraphs(text: str) -> list[Safe]:
    """Return the paragraphs of a source, each cleaned and on one line; citations count them from 1.

    A paragraph is a block of lines parted from the next by blank lines.
    """
    blocks: list[list[str]] = [[]]
    for row in clean(text).split("\n"):
        words = row.split()
        if words:
            blocks[-1] += words
        elif blocks[-1]:
            blocks.append([])
    return [Safe(" ".join(block)) for block in blocks if block]


def occurs(quote: str, paragraph: str) -> bool:
    """Whether `quote` stands in `paragraph`.

    Curly marks, dashes and white space count as their plain forms, and one closing comma or full stop does not count.
    A mark of omission, […], [...] or …, matches anything: in the quote any words of the paragraph; in the paragraph
    words of the quote that are lost there, as long as at least half of that piece of the quote is not.
    """
    return occurs_in(quotation_pieces(quote), normalized(paragraph))


def quotation_pieces(quote: str) -> list[str]:
    """Return the pieces of a quotation in the form that is compared, for `found_in`."""
    return _pieces(normalized(quote), trim_start=True, trim_end=True)


def occurs_in(pieces: list[str], plain_paragraph: str) -> bool:
    """Whether a quotation stands in a paragraph as `occurs` has it, both made ready to be compared many times."""
    return bool(pieces) and _find(pieces, plain_paragraph) is not None


def find_span(exact: str, paragraph: str, prefix: str = "", suffix: str = "") -> Span | None:
    """Return start and end in `paragraph` of the words `exact`, standing right between `prefix` and `suffix`.

    This is the text-quote selector of W3C Web Annotation, compared as `occurs` compares; None if it selects nothing.
    """
    spans = PreparedParagraph(paragraph).spans(exact, prefix, suffix)
    return (spans[0][0], spans[-1][1]) if spans else None


class PreparedParagraph:
    """A paragraph made ready for many words to be found in it. `plain` is the form that is compared."""

    def __init__(self, paragraph: str) -> None:
        self._length = len(paragraph)
        self.plain, self._offsets = _mapped(paragraph)

    def spans(self, exact: str, prefix: str = "", suffix: str = "") -> list[Span]:
        """As `find_span`, but one span for each piece between marks of omission; none if it selects nothing."""
        before, after = normalized(prefix).strip(), normalized(suffix).strip()
        pieces = _pieces(normalized(exact), trim_start=not before, trim_end=not after)
        if not pieces:
            return []
        for left in [before + " ", before] if before else [""]:
            for right in [" " + after, after] if after else [""]:
                around = [*pieces]
                around[0] = left + around[0]
                around[-1] += right
                if spans := _find_each(around, self.plain):
                    spans[0] = spans[0][0] + len(left), spans[0][1]
                    spans[-1] = spans[-1][0], spans[-1][1] - len(right)
                    offsets = self._offsets
                    return [(offsets[start], original_end(offsets, end, self._length)) for start, end in spans]
        return []


@cache
def _gap() -> re.Pattern[str]:
    """A mark of omission: dots in brackets of any kind, or an ellipsis."""
    dots = r" ?(?:…|\.\.\.|\. \. \.) ?"
    return re.compile(rf"\[{dots}\]|\({dots}\)|<{dots}>|…")


def normalized(s: str) -> str:
    """Return `s` in the form that is compared, its ends bare and every run of white space one space."""
    return " ".join((s if s.isascii() else s.translate(_forms)).split())


def _mapped(s: str) -> tuple[str, list[int]]:
    """Return what `plain` returns, and for each of its characters the offset in `s` of the one it comes from."""
    normalized: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(s):
        for part in _forms[ord(char)]:
            if part != " " or (normalized and normalized[-1] != " "):
                normalized.append(part)
                offsets.append(offset)
    if normalized and normalized[-1] == " ":
        del normalized[-1], offsets[-1]
    return "".join(normalized), offsets


def _pieces(normalized: str, *, trim_start: bool, trim_end: bool) -> list[str]:
    """Return the pieces of a quotation between its marks of omission, without quotation marks and stops around them."""
    rows = _gap().split(normalized)
    pieces = []
    for number, row in enumerate(rows):
        piece = row.strip()
        if trim_end or number < len(rows) - 1:
            piece = piece.rstrip(_AROUND)
            piece = piece[: -piece.endswith((",", ".")) or None].rstrip(_AROUND)
        if trim_start or number:
            piece = piece.lstrip(_AROUND)
        if piece:
            pieces.append(piece)
    return pieces


def _find(pieces: list[str], normalized: str) -> Span | None:
    """Return the span from the first piece to the last, each taken as early as it comes after the one before."""
    spans = _find_each(pieces, normalized)
    return (spans[0][0], spans[-1][1]) if spans else None


def _find_each(pieces: list[str], normalized: str) -> list[Span]:
    """Return the span of each piece, taken as early as it comes after the one before; none if one is missing."""
    known: list[Span] = []
    spans: list[Span] = []
    end = 0
    for piece in pieces:
        at = normalized.find(piece, end)
        if at >= 0:
            span: Span | None = (at, at + len(piece))
        else:
            known = known or _known(normalized)
            span = _find_across(piece, normalized, known, end)
        if span is None:
            return []
        spans.append(span)
        end = span[1]
    return spans


def _known(normalized: str) -> list[Span]:
    """Return the spans of a paragraph around and between its marks of omission, some of them empty."""
    edges = [0]
    for gap in _gap().finditer(normalized):
        edges += gap.span()
    edges.append(len(normalized))
    spans = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        bare = normalized[start:end]
        spans.append((start + len(bare) - len(bare.lstrip(" ")), end - len(bare) + len(bare.rstrip(" "))))
    return [(start, max(start, end)) for start, end in spans]


def _find_across(piece: str, normalized: str, known: list[Span], at: int) -> Span | None:
    """Return the first span from `at` on that reads as `piece` if up to half of it is lost at marks of omission."""
    for number in range(min(len(known) - 1, _PLACES)):
        begin, end = max(known[number][0], at), known[number][1]
        if begin > end:
            continue
        found = read = _overlap(normalized[begin:end], piece)
        first, last = (end - found, end) if found else (-1, -1)
        for start, stop in known[number + 1 : number + 1 + _LOSSES]:
            between = normalized[start:stop]
            tail = _overlap(piece[read:], between)
            if 2 * (found + tail) >= len(piece):
                return (start if first < 0 else first), (start + tail if tail else last)
            inner = piece.find(between, read)
            if inner < 0:
                break
            found += len(between)
            read = inner + len(between)
            first, last = (start if first < 0 else first), stop
    return None


def _overlap(text: str, following: str) -> int:
    """Return how many characters at the end of `text` are the first of `following`, cutting no word of either."""
    most = min(len(text), len(following))
    joined = f"{following[:most]}\n{text[len(text) - most :]}"
    borders = [0] * len(joined)  # of every prefix, the longest end of it that it also begins with: Knuth, Morris, Pratt
    size = 0
    for offset in range(1, len(joined)):
        while size and joined[offset] != joined[size]:
            size = borders[size - 1]
        size += joined[offset] == joined[size]
        borders[offset] = size
    while size and (_in_word(text, len(text) - size) or _in_word(following, size)):
        size = borders[size - 1]
    return size


def _in_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
