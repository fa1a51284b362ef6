"""Who stands with whom as a table of signs: as data for a view that scrolls, and as a page for where none can.

The order shows who belongs together; the signs are those of the ties and nothing is concluded. May not know how it
is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.blocs import groups
from tui.dossier.pairs import MIXED, TooManyPairs, pairs
from tui.dossier.vocabulary import AGAINST, NEITHER, WITH
from tui.pages.heads import heads
from tui.pages.left_out import left_out
from tui.pages.network import DOUBT, DOUBT_WORDS, MOST, doubtful, ego, pair, sign, sign_words
from tui.pages.page import Block, Grid, Page, Para, Span, Spans, Title, joined
from tui.pages.phrases import Phrases

MIXED_SIGN = "~"
DIAGONAL = "╲"
TITLE = "Who stands with whom"
_TOO_MANY = "The ties join too many pairs of actors to be drawn."


class Matrix(NamedTuple):
    """Actors by id in the order of rows and columns, what they are called there, and the signs between them.

    `heads` have at most three cells, no two alike. `signs` maps row and column to `+`, `-` or `~` (both), both ways
    round; `doubtful` are those of them that rest on contested, denied or inferred ties only. `starts` are the places at
    which a group begins: those of one camp and bloc. `note` says why there are no signs when there are too many.
    """

    actors: tuple[str, ...]
    names: tuple[str, ...]
    heads: tuple[str, ...]
    signs: dict[tuple[int, int], str]
    starts: tuple[int, ...]
    doubtful: frozenset[tuple[int, int]] = frozenset()
    note: str = ""


def matrix(phrases: Phrases, *, everyone: bool = False) -> Matrix:
    """The signs of all pairs in scope. Actors without any are there only with `everyone`."""
    dossier = phrases.dossier
    ties = phrases.scope.ties(dossier)
    note = ""
    try:
        signed = pairs(ties)
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
        if doubtful(map(dossier.tie, found.ties)):
            unsure |= {(row, column), (column, row)}
        signs[row, column] = signs[column, row] = MIXED_SIGN if found.sign == MIXED else found.sign
    short = heads((name, dossier.actor(name)) for name in actors)
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part.actors)
    return Matrix(
        actors,
        tuple(map(phrases.short, actors)),
        tuple(short[name] for name in actors),
        signs,
        tuple(starts),
        frozenset(unsure),
        note,
    )


def matrix_page(phrases: Phrases) -> Page:
    """The matrix as a page: a row and a column for each actor that has a tie with a sign."""
    found = matrix(phrases)
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), counted(phrases, found))]
    if found.note or not found.signs:
        blocks.append(Para((Span(found.note or "No tie that is counted has a sign.", "dim"),)))
    else:
        blocks += [_grid(phrases, found), Para(legend(phrases, found))]
        if (more := len(found.actors) - MOST) > 0:
            blocks.append(Para((Span(f"and {more:,} more actors, who would stand after these", "dim"),)))
    blocks += left_out(phrases)
    return Page("matrix:", tuple(blocks))


def legend(phrases: Phrases, found: Matrix) -> Spans:
    """What the signs mean; `~` and `?` only where there are any."""
    used = frozenset(found.signs.values())
    polarities = (WITH, AGAINST, MIXED) if MIXED_SIGN in used else (WITH, AGAINST)
    parts = [sign_words(phrases, polarity) for polarity in polarities]
    if found.doubtful:
        parts.append((Span(DOUBT_WORDS, "dim"),))
    parts.append((Span("· no tie with a sign", "dim"),))
    return joined(parts, "   ")


def counted(phrases: Phrases, found: Matrix) -> Spans:
    """How many pairs there are of each sign."""
    held = list(found.signs.values())
    parts: list[Spans] = []
    for polarity, glyph in ((AGAINST, "-"), (WITH, "+"), (MIXED, MIXED_SIGN)):
        if count := held.count(glyph) // 2:
            shown, *_ = sign_words(phrases, polarity)
            parts.append((Span(f"{shown.text} {count:,}", shown.role),))
    return joined(parts, "  ") or (Span("no signs", "dim"),)


def _grid(phrases: Phrases, found: Matrix) -> Grid:
    """Rows are named by name and head, so that each head is explained beside the table."""
    shown = range(min(MOST, len(found.actors)))
    glyphs = {"+": sign(phrases, WITH), "-": sign(phrases, AGAINST), MIXED_SIGN: sign(phrases, MIXED)}
    empty, diagonal = Span(NEITHER), Span(DIAGONAL, "dim")
    rows: list[tuple[Span, Spans]] = []
    for row in shown:
        me = found.actors[row]
        cells: list[Span] = []
        for column in shown:
            held = found.signs.get((row, column))
            if held is not None:
                glyph, doubt = glyphs[held], DOUBT if (row, column) in found.doubtful else ""
                cells.append(Span(f"{glyph.text}{doubt}", glyph.role, pair(me, found.actors[column])))
            else:
                cells.append(diagonal if row == column else empty)
        name = phrases.name(me)[0]._replace(text=f"{found.names[row]} {found.heads[row]}", link=ego(me))
        rows.append((name, tuple(cells)))
    width = max(len(found.heads[number]) for number in shown)
    return Grid(tuple(Span(found.heads[number], "label") for number in shown), tuple(rows), max(3, width + 1))
