"""What the page says at its top about what is not on it, and as of when it counts."""

from __future__ import annotations

from collections.abc import Iterator

from tui.dossier.kinds import KINDS, Tie
from tui.dossier.values.vocabulary import count_noun
from tui.export.selection import Selection
from tui.pages.moment_marks import moment_words
from tui.pages.omissions import absent_ties
from tui.pages.page import Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import brief

_MOST_FOUND = 40
"""The most records found that are named."""
_QUERY = 200


def notes(selection: Selection, builder: SpanBuilder) -> Iterator[Spans]:
    """What is left out and why, a paragraph each."""
    dossier = selection.dossier
    if not dossier.records:
        yield (Span("No record is written in this dossier yet." if selection.chosen is None else "Nothing was found."),)
    if selection.chosen is not None:
        found = [name for name in dossier.records if name in selection.chosen]
        others = len(dossier.records) - len(found)
        query = f" for “{brief(selection.query, _QUERY)}”" if selection.query else ""
        lead = f"A part of the dossier: {count_noun(len(found), 'record')} found{query}"
        rest = f", and {count_noun(others, 'record')} that these refer to" if others else ""
        yield (Span(f"{lead}{rest}."),)
        if 0 < len(found) <= _MOST_FOUND:
            yield (Span("Found: ", "label"), *builder.names(found))
    if selection.is_reported_only:
        missing = sum(map(dossier.left_out, KINDS))
        are = "statement is" if missing == 1 else "statements are"
        yield (Span(f"Reported only: {missing:,} {are} left out that no source reports in its own voice."),)
    if (moment := builder.scope.moment) is not None:
        absent = absent_ties(builder)
        gone = f" {', '.join(absent)} ties are not counted." if absent else ""
        yield (Span(f"Counts and pictures are {moment_words(moment)}.{gone}"),)
    if omitted := builder.scope.left_out(dossier):
        parts = joined(((*builder.status(status), Span(f" {count:,}")) for status, count in omitted.items()))
        lead = count_noun(sum(omitted.values()), "tie")
        yield (Span(f"{lead} not settled, and not counted: ", "text", f"panel:{Tie.TABLE}"), *parts, Span("."))
