"""Whether words occur in a paragraph, and where: quotations compared with a local copy of their source.

Typographic marks and white space may differ; a mark of omission on either side stands for any words.
"""

import re
from functools import cache

from tui.dossier.values.fold import MARKS
from tui.dossier.values.text import Safe, clean

_SURROUNDING = " '\""
"""Characters around a piece of a quotation that are not part of its words."""

_MAX_OMISSIONS = 1000
"""The most marks of omission in a paragraph at which omitted words are looked for."""
_MAX_OMISSIONS_IN_PIECE = 4
"""The most marks of omission that a piece of a quotation may span."""

Span = tuple[int, int]
"""Start and end, as offsets."""


class _ComparedForms(dict[int, str]):
    """Code point -> the form in which a character is compared, computed on first use."""

    def __missing__(self, code: int) -> str:
        from unicodedata import normalize

        char = chr(code)
        form = self[code] = " " if char.isspace() else normalize("NFD", char)
        return form


_compared_forms = _ComparedForms({ord(mark): keyboard_mark for mark, keyboard_mark in MARKS.items()})


def paragraphs(text: str) -> list[Safe]:
    """Return the paragraphs of a source, each cleaned and on one line; citations count them from 1.

    A paragraph is a block of lines separated from the next by blank lines.
    """
    blocks: list[list[str]] = [[]]
    for row in clean(text).split("\n"):
        words = row.split()
        if words:
            blocks[-1] += words
        elif blocks[-1]:
            blocks.append([])
    return [Safe(" ".join(block)) for block in blocks if block]


def quotation_pieces(quote: str) -> list[str]:
    """Return the normalised pieces of a quotation between its marks of omission, for `occurs_in`."""
    return _pieces(normalize(quote), trim_start=True, trim_end=True)


def occurs_in(pieces: list[str], normalized_paragraph: str) -> bool:
    """Return whether a quotation occurs in a paragraph, both prepared for many comparisons.

    Curly marks, dashes and white space count as their plain forms, and one closing comma or full stop is ignored.
    A mark of omission, […], [...] or …, matches anything: in the quote, any words of the paragraph; in the paragraph,
    words of the quote that are omitted there, as long as at least half of that piece of the quote is not.
    """
    return bool(pieces and _find_pieces(pieces, normalized_paragraph))


def find_span(exact: str, paragraph: str, prefix: str = "", suffix: str = "") -> Span | None:
    """Return the span in `paragraph` of the words `exact`, directly between `prefix` and `suffix`.

    This is the text-quote selector of W3C Web Annotation, compared as by `occurs_in`; None if it selects nothing.
    """
    spans = PreparedParagraph(paragraph).spans(exact, prefix, suffix)
    return (spans[0][0], spans[-1][1]) if spans else None


class PreparedParagraph:
    """A paragraph prepared for many searches; `normalized` is the form that is compared."""

    def __init__(self, paragraph: str) -> None:
        self._length = len(paragraph)
        self.normalized, self._offsets = _normalize_with_offsets(paragraph)

    def spans(self, exact: str, prefix: str = "", suffix: str = "") -> list[Span]:
        """As `find_span`, but one span for each piece between marks of omission; none if it selects nothing."""
        before, after = normalize(prefix).strip(), normalize(suffix).strip()
        pieces = _pieces(normalize(exact), trim_start=not before, trim_end=not after)
        if not pieces:
            return []
        for left in [before + " ", before] if before else [""]:
            for right in [" " + after, after] if after else [""]:
                in_context = [*pieces]
                in_context[0] = left + in_context[0]
                in_context[-1] += right
                if spans := _find_pieces(in_context, self.normalized):
                    spans[0] = spans[0][0] + len(left), spans[0][1]
                    spans[-1] = spans[-1][0], spans[-1][1] - len(right)
                    offsets = self._offsets
                    return [(offsets[start], _original_end(offsets, end, self._length)) for start, end in spans]
        return []


@cache
def _omission_mark() -> re.Pattern[str]:
    """A mark of omission: dots in brackets of any kind, or an ellipsis."""
    dots = r" ?(?:…|\.\.\.|\. \. \.) ?"
    return re.compile(rf"\[{dots}\]|\({dots}\)|<{dots}>|…")


def normalize(text: str) -> str:
    """Return `text` in the form that is compared: trimmed, and every run of white space a single space."""
    return " ".join((text if text.isascii() else text.translate(_compared_forms)).split())


def _normalize_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return what `normalize` returns, and for each of its characters the offset in `text` that it comes from."""
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for part in _compared_forms[ord(char)]:
            if part != " " or (chars and chars[-1] != " "):
                chars.append(part)
                offsets.append(offset)
    if chars and chars[-1] == " ":
        del chars[-1], offsets[-1]
    return "".join(chars), offsets


def _original_end(offsets: list[int], end: int, length: int) -> int:
    """Return the end in the original, of `length` characters, of a span that ends at `end` in the normalised text.

    Marks that normalising dropped belong to the letter before them.
    """
    last = offsets[end - 1]
    following = offsets[end] if end < len(offsets) else length
    return max(last + 1, following)


def _pieces(normalized: str, *, trim_start: bool, trim_end: bool) -> list[str]:
    """Return the pieces of a quotation between its marks of omission, without quotation marks and stops around them."""
    parts = _omission_mark().split(normalized)
    pieces = []
    for number, part in enumerate(parts):
        piece = part.strip()
        if trim_end or number < len(parts) - 1:
            piece = piece.rstrip(_SURROUNDING)
            piece = piece[: -piece.endswith((",", ".")) or None].rstrip(_SURROUNDING)
        if trim_start or number:
            piece = piece.lstrip(_SURROUNDING)
        if piece:
            pieces.append(piece)
    return pieces


def _find_pieces(pieces: list[str], normalized: str) -> list[Span]:
    """Return the earliest span of each piece after the previous one; an empty list if a piece is missing."""
    stretches: list[Span] = []
    spans: list[Span] = []
    end = 0
    for piece in pieces:
        start = normalized.find(piece, end)
        if start >= 0:
            span: Span | None = (start, start + len(piece))
        else:
            stretches = stretches or _stretches(normalized)
            span = _find_across_omissions(piece, normalized, stretches, end)
        if span is None:
            return []
        spans.append(span)
        end = span[1]
    return spans


def _stretches(normalized: str) -> list[Span]:
    """Return the spans of a paragraph before, between and after its marks of omission; some may be empty."""
    edges = [0]
    for mark in _omission_mark().finditer(normalized):
        edges += mark.span()
    edges.append(len(normalized))
    stretches = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        text = normalized[start:end]
        stretches.append((start + len(text) - len(text.lstrip(" ")), end - len(text) + len(text.rstrip(" "))))
    return [(start, max(start, end)) for start, end in stretches]


def _find_across_omissions(piece: str, normalized: str, stretches: list[Span], start: int) -> Span | None:
    """Return the first span from `start` on that reads as `piece` with up to half of it omitted."""
    for number in range(min(len(stretches) - 1, _MAX_OMISSIONS)):
        begin, end = max(stretches[number][0], start), stretches[number][1]
        if begin > end:
            continue
        matched = position = _overlap(normalized[begin:end], piece)
        first, last = (end - matched, end) if matched else (-1, -1)
        for stretch_start, stretch_end in stretches[number + 1 : number + 1 + _MAX_OMISSIONS_IN_PIECE]:
            stretch = normalized[stretch_start:stretch_end]
            tail = _overlap(piece[position:], stretch)
            if 2 * (matched + tail) >= len(piece):
                return (stretch_start if first < 0 else first), (stretch_start + tail if tail else last)
            inner = piece.find(stretch, position)
            if inner < 0:
                break
            matched += len(stretch)
            position = inner + len(stretch)
            first, last = (stretch_start if first < 0 else first), stretch_end
    return None


def _overlap(text: str, following: str) -> int:
    """Return how many characters at the end of `text` are the first of `following`, cutting no word of either.

    Computed with the prefix function of Knuth, Morris and Pratt, in linear time.
    """
    limit = min(len(text), len(following))
    joined = f"{following[:limit]}\n{text[len(text) - limit :]}"
    borders = [0] * len(joined)  # for every prefix, the length of its longest proper suffix that is also a prefix
    size = 0
    for offset in range(1, len(joined)):
        while size and joined[offset] != joined[size]:
            size = borders[size - 1]
        size += joined[offset] == joined[size]
        borders[offset] = size
    while size and (_is_inside_word(text, len(text) - size) or _is_inside_word(following, size)):
        size = borders[size - 1]
    return size


def _is_inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
