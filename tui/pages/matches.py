"""Marks in spans what a query looks for, and cuts long text to where that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.pages.page import Span, Spans

if TYPE_CHECKING:
    from tui.dossier.search.matched_words import MatchedWords

NEAR = 18
"""A match that begins within so many characters is in view in the narrowest list."""
_BEFORE = 16
"""At most so many characters are kept before a match that is not near the beginning."""


def with_matches(spans: Spans, words: MatchedWords) -> Spans:
    """`spans` with a span of its own, in the role `match`, for each match in their text."""
    columns = words.spans("".join(span.text for span in spans))
    if not columns:
        return spans
    marked: list[Span] = []
    offset = 0
    for span in spans:
        marked += _marked(span, [(start - offset, end - offset) for start, end in columns])
        offset += len(span.text)
    return tuple(marked)


def _marked(span: Span, columns: list[tuple[int, int]]) -> list[Span]:
    """A span in pieces: what is inside of `columns`, and what is not."""
    pieces = []
    at = 0
    for start, end in columns:
        start, end = max(start, at), min(end, len(span.text))
        if start < end:
            pieces += [span._replace(text=span.text[at:start]), span._replace(text=span.text[start:end], role="match")]
            at = end
    pieces.append(span._replace(text=span.text[at:]))
    return [piece for piece in pieces if piece.text]


def excerpt(text: str, words: MatchedWords, most: int, near: int = NEAR) -> str:
    """At most about `most` characters of a text on one line, from its beginning or from shortly before a match."""
    columns = words.spans(text)
    start = beginning(text, columns[0][0], near) if columns else 0
    end = len(text) if len(text) - start <= most else text.rfind(" ", start + 1, start + most)
    end = end if end > start else start + most
    cut = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}"


def from_match(spans: Spans, words: MatchedWords, near: int = NEAR) -> Spans:
    """`spans` without their beginning if the first match is far from it."""
    text = "".join(span.text for span in spans)
    columns = words.spans(text)
    start = beginning(text, columns[0][0], near) if columns else 0
    if not start:
        return spans
    kept: list[Span] = [Span("… ", "dim")]
    for span in spans:
        if start < len(span.text):
            kept.append(span._replace(text=span.text[max(0, start) :]))
        start -= len(span.text)
    return tuple(kept)


def beginning(text: str, match: int, near: int) -> int:
    """Where to begin a text so that the match at `match` is near the beginning: there, or at a word before it."""
    if match <= near:
        return 0
    blank = text.find(" ", match - _BEFORE, match)
    return blank + 1 if blank >= 0 else match - _BEFORE
