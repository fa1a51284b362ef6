"""Who stands with whom as a table of signs: as data for a view that scrolls, and as a page for where none can.

The order shows who belongs together; the signs are those of the ties and nothing is concluded. May not know how it
is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.network.blocs import groups
from tui.dossier.network.signed_graph import MIXED, TooManyPairs, signed_pairs
from tui.dossier.values.vocabulary import AGAINST, NEITHER, WITH
from tui.pages.network.column_labels import column_labels
from tui.pages.network.tie_signs import DOUBT, DOUBT_WORDS, MOST, ego, is_unsettled, pair, sign, sign_words
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Grid, Page, Para, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder

MIXED_SIGN = "~"
DIAGONAL = "╲"
TITLE = "Who stands with whom"
_TOO_MANY = "The ties join too many pairs of actors to be drawn."


class Matrix(NamedTuple):
    """Actors by id in the order of rows and columns, what they are called there, and the signs between them.

    `labels` have at most three cells, no two alike. `signs` maps row and column to `+`, `-` or `~` (both), both ways
    round; `unsettled` are those that rest on contested, denied or inferred ties only. `starts` are the places at which
    a group begins: those of one camp and bloc. `note` says why there are no signs when there are too many.
    """

    actors: tuple[str, ...]
    names: tuple[str, ...]
    labels: tuple[str, ...]
    signs: dict[tuple[int, int], str]
    starts: tuple[int, ...]
    unsettled: frozenset[tuple[int, int]] = frozenset()
    note: str = ""


def matrix(builder: SpanBuilder, *, everyone: bool = False) -> Matrix:
    """The signs of all pairs in scope. Actors without any are there only with `everyone`."""
    dossier = builder.dossier
    ties = builder.scope.ties(dossier)
    note = ""
    try:
        signed = signed_pairs(ties)
    except TooManyPairs:
        signed, note = {}, _TOO_MANY
    held: Iterable[str] = (end for ends in signed for end in ends)
    if everyone:
        held = (record.id for record in dossier.tables["actors"])
    parts = groups(dossier, ties, held)
    actors = tuple(name for part in parts for name in part.actors)
    places = {name: number for number, name in enumerate(actors)}
    signs: dict[tuple[int, int], str] = {}
    unsure: set[tuple[int, int]] = set()
    for (one, other), found in signed.items():
        row, column = places[one], places[other]
        if is_unsettled(map(dossier.tie, found.ties)):
            unsure |= {(row, column), (column, row)}
        signs[row, column] = signs[column, row] = MIXED_SIGN if found.sign == MIXED else found.sign
    short = column_labels((name, dossier.actor(name)) for name in actors)
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part.actors)
    return Matrix(
        actors,
        tuple(map(builder.short, actors)),
        tuple(short[name] for name in actors),
        signs,
        tuple(starts),
        frozenset(unsure),
        note,
    )


def matrix_page(builder: SpanBuilder) -> Page:
    """The matrix as a page: a row and a column for each actor that has a tie with a sign."""
    found = matrix(builder)
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), counted(builder, found))]
    if found.note or not found.signs:
        blocks.append(Para((Span(found.note or "No tie that is counted has a sign.", "dim"),)))
    else:
        blocks += [_grid(builder, found), Para(legend(builder, found))]
        if (more := len(found.actors) - MOST) > 0:
            blocks.append(Para((Span(f"and {more:,} more actors, who would stand after these", "dim"),)))
    blocks += scope_omissions(builder)
    return Page("matrix:", tuple(blocks))


def legend(builder: SpanBuilder, found: Matrix) -> Spans:
    """What the signs mean; `~` and `?` only where there are any."""
    used = frozenset(found.signs.values())
    polarities = (WITH, AGAINST, MIXED) if MIXED_SIGN in used else (WITH, AGAINST)
    parts = [sign_words(builder, polarity) for polarity in polarities]
    if found.unsettled:
        parts.append((Span(DOUBT_WORDS, "dim"),))
    parts.append((Span("· no tie with a sign", "dim"),))
    return joined(parts, "   ")


def counted(builder: SpanBuilder, found: Matrix) -> Spans:
    """How many pairs there are of each sign."""
    held = list(found.signs.values())
    parts: list[Spans] = []
    for polarity, glyph in ((AGAINST, "-"), (WITH, "+"), (MIXED, MIXED_SIGN)):
        if count := held.count(glyph) // 2:
            shown, *_ = sign_words(builder, polarity)
            parts.append((Span(f"{shown.text} {count:,}", shown.role),))
    return joined(parts, "  ") or (Span("no signs", "dim"),)


def _grid(builder: SpanBuilder, found: Matrix) -> Grid:
    """Rows are named by name and head, so that each head is explained beside the table."""
    shown = range(min(MOST, len(found.actors)))
    glyphs = {"+": sign(builder, WITH), "-": sign(builder, AGAINST), MIXED_SIGN: sign(builder, MIXED)}
    empty, diagonal = Span(NEITHER), Span(DIAGONAL, "dim")
    rows: list[tuple[Span, Spans]] = []
    for row in shown:
        me = found.actors[row]
        cells: list[Span] = []
        for column in shown:
            held = found.signs.get((row, column))
            if held is not None:
                glyph, doubt = glyphs[held], DOUBT if (row, column) in found.unsettled else ""
                cells.append(Span(f"{glyph.text}{doubt}", glyph.role, pair(me, found.actors[column])))
            else:
                cells.append(diagonal if row == column else empty)
        name = builder.name(me)[0]._replace(text=f"{found.names[row]} {found.labels[row]}", link=ego(me))
        rows.append((name, tuple(cells)))
    width = max(len(found.labels[number]) for number in shown)
    return Grid(tuple(Span(found.labels[number], "label") for number in shown), tuple(rows), max(3, width + 1))
