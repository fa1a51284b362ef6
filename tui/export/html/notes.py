"""What the page says at its top about what is not on it, and as of when it counts."""

from __future__ import annotations

from collections.abc import Iterator

from tui.dossier.kinds import KINDS, Tie
from tui.dossier.values.vocabulary import UNSETTLED, count_noun
from tui.export.selection import Selection
from tui.pages.moment_marks import moment_words
from tui.pages.omissions import absent_ties
from tui.pages.page import Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import brief, omitted_ties

_MOST_FOUND = 40
"""The most records found that are named."""
_NAME, _QUERY = 80, 200
"""The most characters of a name, and of the query."""
_ALL_REPORTED = "Reported only: nothing had to be left out for that."
_REFER = ("it refers", "these refer")


def notes(selection: Selection, builder: SpanBuilder) -> Iterator[Spans]:
    """What is left out and why, a paragraph each."""
    dossier = selection.dossier
    if not dossier.records and selection.chosen is None:
        yield (Span("No record is written in this dossier yet."),)
    if selection.chosen is not None:
        yield from _found(selection, builder)
    if selection.is_reported_only:
        missing = sum(map(dossier.left_out, KINDS))
        what = "left out that no source reports in its own voice"
        yield (Span(f"Reported only: {count_noun(missing, 'statement')} {what}." if missing else _ALL_REPORTED),)
    if (moment := builder.scope.moment) is not None:
        absent = absent_ties(builder)
        gone = f" Ties not counted: {', '.join(absent)}." if absent else ""
        yield (Span(f"Counts and pictures are {moment_words(moment)}.{gone}"),)
    elif selection.moment_given:
        yield (Span("Counts and pictures are of all times together."),)
    if omitted := builder.scope.left_out(dossier):
        parts = joined(((Span(f"{count:,} "), *builder.status(status)) for status, count in omitted.items()))
        lead = omitted_ties(sum(omitted.values()), unsettled=omitted.keys() <= UNSETTLED)
        yield (Span(f"{lead}: ", "text", f"panel:{Tie.TABLE}"), *parts, Span("."))


def _found(selection: Selection, builder: SpanBuilder) -> Iterator[Spans]:
    """How much of the dossier is on the page, and the names of what was found where it is not too much."""
    records, chosen = selection.dossier.records, selection.chosen or frozenset()
    found = [name for name in records if name in chosen]
    query = f" for “{brief(selection.query, _QUERY)}”" if selection.query else ""
    if not found:
        yield (Span(f"Nothing was found{query}."),)
        return
    others = len(records) - len(found)
    rest = f", and {count_noun(others, 'record')} that {_REFER[len(found) > 1]} to" if others else ""
    yield (Span(f"A part of the dossier: {count_noun(len(found), 'record')} found{query}{rest}."),)
    if len(found) <= _MOST_FOUND:
        names = (tuple(span._replace(text=brief(span.text, _NAME)) for span in builder.name(name)) for name in found)
        yield (Span("Found: ", "label"), *joined(names, "; "))
