"""A cell of the matrix in lines of words: both actors with their sign, then their ties, each with what it rests on."""

from __future__ import annotations

from collections.abc import Callable

from tui.dossier.kinds import Tie
from tui.dossier.network.alignment import firmness
from tui.dossier.network.signed_graph import TooManyPairs, counted_pairs, ends_of
from tui.dossier.values.vocabulary import EMPTY_CELL, NEITHER, SIGN_GLYPHS, words
from tui.pages.network.sign_table import SignTable
from tui.pages.network.tie_signs import marks_legend, sign_words, uncounted_words, unsettled_only, without_sign
from tui.pages.page import Span, Spans, joined
from tui.pages.records.alliances import tie_entry
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more

CellLines = Callable[[int, int, int], list[Spans]]
"""The cell at a row and a column in at most so many lines."""


def cell_lines(builder: SpanBuilder, table: SignTable) -> CellLines:
    """Return a function that describes a cell: a line with the sign and the kinds of ties, then one for each tie.

    The ties are those that the sign counts; where there is none, all ties of the two, none of which is counted.
    """
    dossier = builder.dossier
    try:
        signed = counted_pairs(dossier, builder.scope)
    except TooManyPairs:
        signed = {}
    uncounted, unsigned = unsettled_only(builder), without_sign(builder)
    none = "no tie with a sign" if dossier.whole is None else "no reported tie with a sign"

    def describe(row: int, column: int, most: int) -> list[Spans]:
        first, second = table.ids[row], table.ids[column]
        if row == column:
            return [(*builder.name(first), Span("  enter draws it with its ties", "dim"))]
        names = (*builder.name(first), Span(" – ", "dim"), *builder.name(second))
        ends = ends_of(first, second)
        pair = signed.get(ends)
        if pair is None:
            remark = uncounted_words(uncounted[ends]) if ends in uncounted else none
            ties = dossier.ties_of_pair(ends) if most > 1 else []
            has_unsigned = uncounted[ends].settled if ends in uncounted else ends in unsigned
            glyph = SIGN_GLYPHS[NEITHER] if has_unsigned else EMPTY_CELL
            return [(*names, Span(f"  {glyph} {remark}", "dim")), *_tie_lines(builder, ties, most - 1)]
        ties = [dossier.tie(tie) for tie in pair.ties]
        kinds = ", ".join(dict.fromkeys(words(tie.kind) for tie in ties))
        status = joined(marks_legend(builder, (firmness(ties),)))
        mark = (Span(" "), *status) if status else ()
        title = (*names, Span("  "), sign_words(builder, pair.sign), *mark, Span(f"  {kinds}", "dim"))
        return [title, *_tie_lines(builder, ties, most - 1)]

    return describe


def _tie_lines(builder: SpanBuilder, ties: list[Tie], most: int) -> list[Spans]:
    """A line for each tie; the last one says how many more there are where not all of them have one."""
    if most < 1:
        return []
    shown = ties if len(ties) <= most else ties[: most - 1]
    lines: list[Spans] = []
    for tie in shown:
        entry = tie_entry(builder, tie, "")
        lines.append((entry.mark, Span(" "), *entry.spans, Span("  "), *entry.tail))
    more = and_more(len(ties) - len(shown))
    return [*lines, more] if more else lines
