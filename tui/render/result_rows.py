"""What a search has found, as plain text: under each kind the id and the place, and below them the words in context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.dossier.search.index import Index
from tui.dossier.search.matched_words import MatchedWords
from tui.dossier.search.search import Search
from tui.pages.lists.matched_lines import result_line
from tui.pages.lists.search_results import heading
from tui.pages.page import Span
from tui.pages.span_builder import SpanBuilder
from tui.render.wrap import Links, Piece, wrap

_INDENT = "    "
_MARKED = "\x1b[7m{}\x1b[27m"
"""Reversed, which needs no colour."""


def rows(builder: SpanBuilder, index: Index, search: Search, width: int, *, marks: bool) -> Iterator[str]:
    """The results in rows of at most `width` cells; with `marks` the words are reversed, as a terminal shows it."""
    words = MatchedWords(search.filter.words)
    for number, (table, count) in enumerate(search.counts.items()):
        if number:
            yield ""
        yield heading(table, count, count)
        for item in search.best(table):
            line = result_line(builder, index, item, words)
            place = "".join(span.text for span in line.remark)
            yield f"{item.id}  {place}".rstrip()
            spans = (line.mark, Span(" "), *line.spans) if line.mark.text.strip() else line.spans
            for row in wrap(spans, max(1, width - len(_INDENT)), Links()):
                yield f"{_INDENT}{_text(row, marks=marks)}".rstrip()


def _text(row: Iterable[Piece], *, marks: bool) -> str:
    return "".join(_MARKED.format(piece.text) if marks and piece.role == "match" else piece.text for piece in row)
