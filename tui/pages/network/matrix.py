"""Who stands with whom as a table of signs: as data for the scrolling view, and as a page for plain text.

The order of the actors shows who belongs together; the signs are those of the ties, and nothing is concluded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.network.blocs import groups
from tui.dossier.network.signed_graph import MIXED, TooManyPairs, signed_pairs
from tui.dossier.values.vocabulary import AGAINST, NEITHER, WITH
from tui.pages.network.column_labels import column_labels
from tui.pages.network.tie_signs import (
    MOST,
    UNSETTLED_LEGEND,
    UNSETTLED_MARK,
    ego_link,
    is_unsettled,
    sign_counts,
    sign_glyph,
    sign_words,
    unsettled_only,
    unsettled_only_words,
)
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Grid, Page, Para, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import pair_view_id

MIXED_SIGN = "~"
DIAGONAL = "╲"
TITLE = "Who stands with whom"
_TOO_MANY = "The ties join too many pairs of actors to be drawn."
NO_SIGN = "No counted tie has a sign."


class Matrix(NamedTuple):
    """Actors by id in the order of rows and columns, their names and labels, and the signs between them.

    `labels` are distinct and at most three cells wide. `signs` maps (row, column) to `+`, `-` or `~` (mixed), for (i,
    j) as for (j, i); those in `unsettled` rest on contested, denied or inferred ties only. `starts` are the rows at
    which a group of one camp and bloc begins. `no_settled` maps cells without a sign to the number of unsettled ties
    that the scope leaves out there. `note` says why there are no signs when there are too many.
    """

    actors: tuple[str, ...]
    names: tuple[str, ...]
    labels: tuple[str, ...]
    signs: dict[tuple[int, int], str]
    starts: tuple[int, ...]
    unsettled: frozenset[tuple[int, int]]
    no_settled: dict[tuple[int, int], int]
    note: str = ""


def matrix(builder: SpanBuilder, *, everyone: bool = False) -> Matrix:
    """The signs of all pairs in scope. Actors without any are included only with `everyone`."""
    dossier = builder.dossier
    ties = builder.scope.ties(dossier)
    note = ""
    try:
        signed = signed_pairs(ties)
    except TooManyPairs:
        signed, note = {}, _TOO_MANY
    included: Iterable[str] = (end for ends in signed for end in ends)
    if everyone:
        included = (record.id for record in dossier.tables["actors"])
    parts = groups(dossier, ties, included)
    actors = tuple(name for part in parts for name in part.actors)
    indices = {name: number for number, name in enumerate(actors)}
    signs: dict[tuple[int, int], str] = {}
    unsettled: set[tuple[int, int]] = set()
    for (first, second), pair in signed.items():
        row, column = indices[first], indices[second]
        if is_unsettled(map(dossier.tie, pair.ties)):
            unsettled |= {(row, column), (column, row)}
        signs[row, column] = signs[column, row] = MIXED_SIGN if pair.sign == MIXED else pair.sign
    no_settled: dict[tuple[int, int], int] = {}
    for (first, second), number in unsettled_only(builder).items():
        if first in indices and second in indices:
            row, column = indices[first], indices[second]
            no_settled[row, column] = no_settled[column, row] = number
    labels = column_labels((name, dossier.actor(name)) for name in actors)
    starts, start = [], 0
    for part in parts:
        starts.append(start)
        start += len(part.actors)
    return Matrix(
        actors,
        tuple(map(builder.short, actors)),
        tuple(labels[name] for name in actors),
        signs,
        tuple(starts),
        frozenset(unsettled),
        no_settled,
        note,
    )


def matrix_page(builder: SpanBuilder) -> Page:
    """The matrix as a page: a row and a column for each actor with a signed tie."""
    table = matrix(builder)
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), counted(builder, table))]
    if table.note or not table.signs:
        blocks.append(Para((Span(table.note or NO_SIGN, "dim"),)))
    else:
        blocks += [_grid(builder, table), Para(legend(builder, table))]
        blocks += and_more_line(len(table.actors) - MOST, what="actors, who would come after these")
    blocks += scope_omissions(builder)
    return Page("matrix:", tuple(blocks))


def legend(builder: SpanBuilder, table: Matrix) -> Spans:
    """What the signs and marks mean; only those that occur."""
    used = frozenset(table.signs.values())
    signs = (WITH, AGAINST, MIXED) if MIXED_SIGN in used else (WITH, AGAINST)
    parts: list[Spans] = [(sign_words(builder, sign),) for sign in signs]
    if table.unsettled:
        parts.append((Span(UNSETTLED_LEGEND, "dim"),))
    parts.append((Span("· no tie with a sign", "dim"),))
    if number := sum(table.no_settled.values()) // 2:
        parts.append((Span(f"·{UNSETTLED_MARK} {unsettled_only_words(number)}", "dim"),))
    return joined(parts, "   ")


def counted(builder: SpanBuilder, table: Matrix) -> Spans:
    """How many pairs there are of each sign."""
    cells = Counter(table.signs.values())
    glyphs = ((AGAINST, "-"), (WITH, "+"), (MIXED, MIXED_SIGN))
    counts = sign_counts(builder, ((sign, cells[glyph] // 2) for sign, glyph in glyphs))
    return joined(counts, "  ") or (Span("no signs", "dim"),)


def _grid(builder: SpanBuilder, table: Matrix) -> Grid:
    """The table. Each row is named by name and label, which explains the labels over the columns."""
    visible = range(min(MOST, len(table.actors)))
    glyphs = {"+": sign_glyph(builder, WITH), "-": sign_glyph(builder, AGAINST), MIXED_SIGN: sign_glyph(builder, MIXED)}
    empty, diagonal = Span(NEITHER), Span(DIAGONAL, "dim")
    rows: list[tuple[Span, Spans]] = []
    for row in visible:
        actor = table.actors[row]
        cells: list[Span] = []
        for column in visible:
            sign = table.signs.get((row, column))
            if sign is not None:
                glyph, mark = glyphs[sign], UNSETTLED_MARK if (row, column) in table.unsettled else ""
                cells.append(Span(f"{glyph.text}{mark}", glyph.role, pair_view_id(actor, table.actors[column])))
            elif (row, column) in table.no_settled:
                cells.append(Span(f"·{UNSETTLED_MARK}", "dim", pair_view_id(actor, table.actors[column])))
            else:
                cells.append(diagonal if row == column else empty)
        name = ego_link(builder, actor)._replace(text=f"{table.names[row]} {table.labels[row]}")
        rows.append((name, tuple(cells)))
    width = max(len(table.labels[column]) for column in visible)
    return Grid(tuple(Span(table.labels[column], "label") for column in visible), tuple(rows), max(3, width + 1))
