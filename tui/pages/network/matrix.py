"""The ties by sign, as a table: as data for the scrolling view, and as a page for plain text.

Camps and blocs, as ties state them, are blocks with a border; within a block those with alike ties are neighbours.
The signs are those of the ties, and nothing is concluded.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import accumulate, groupby
from typing import NamedTuple

from tui.dossier.change_points import Change
from tui.dossier.network import seriation
from tui.dossier.network.alignment import firmness
from tui.dossier.network.scope import counted_states
from tui.dossier.network.signed_graph import MIXED, Ends, TooManyPairs, counted_pairs
from tui.dossier.values.vocabulary import (
    AGAINST,
    EMPTY_CELL,
    ITSELF_GLYPH,
    MIXED_GLYPH,
    NEITHER,
    PALER_CELL_GLYPH,
    SIGN_GLYPHS,
    STATUS_GLYPHS,
    WITH,
)
from tui.pages.diagram_blocks import Grid
from tui.pages.moment_marks import CHANGE_GLYPHS
from tui.pages.network.column_labels import actor_labels
from tui.pages.network.tie_signs import (
    MOST,
    Uncounted,
    ego_link,
    marks_legend,
    recorded,
    sign_counts,
    sign_glyph,
    sign_words,
    uncounted_legend,
    unsettled_only,
    unsigned_legend,
    without_sign,
)
from tui.pages.omissions import SIGNED, scope_omissions
from tui.pages.page import Block, Page, Para, Role, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import pair_view_id

_GLYPHS = {WITH: SIGN_GLYPHS[WITH], AGAINST: SIGN_GLYPHS[AGAINST], MIXED_GLYPH: MIXED_GLYPH}
SIGN_ROLES: Mapping[str, Role] = {WITH: "sign-with", AGAINST: "sign-against", MIXED_GLYPH: "sign-mixed"}
"""The role of each sign in a cell."""
SHADE = PALER_CELL_GLYPH
"""What fills a paler cell where colours have no paler form."""
TITLE = "Ties by sign"
_TOO_MANY = "The ties join too many pairs of actors to be drawn."
NO_SIGN = "No counted tie has a sign."
_OTHERS = "others"
"""What those in the camp of no side and in no bloc are called."""
_FEW_BLOCKS, _LEAST_BLOCK = 5, 4
"""So many blocks always have borders, and more of them where they are of so many actors on average."""


class Matrix(NamedTuple):
    """Actors by id in the order of rows and columns, their names and labels, and the signs between them.

    `labels` are distinct and at most three cells wide. `signs` maps (row, column) to `+`, `-` or `~` (mixed), for (i,
    j) as for (j, i), and `statuses` those that are not reported to the status they rest on. `starts` are the rows at
    which a block of a camp and a bloc begins, and `blocks` the names of each, the longest first. `uncounted` maps cells
    without a sign to the unsettled ties that the scope leaves out there; `unsigned` are those with ties that have no
    sign. `changes`: what has become of the signs since
    the moment from which changes are marked.
    `note` says why there are no signs when there are too many.
    """

    actors: tuple[str, ...]
    names: tuple[str, ...]
    labels: tuple[str, ...]
    signs: dict[tuple[int, int], str]
    starts: tuple[int, ...]
    blocks: tuple[tuple[str, ...], ...]
    statuses: dict[tuple[int, int], str]
    uncounted: dict[tuple[int, int], Uncounted]
    changes: dict[tuple[int, int], Change]
    unsigned: frozenset[tuple[int, int]] = frozenset()
    note: str = ""

    @property
    def marked(self) -> frozenset[tuple[int, int]]:
        """The cells in which a mark follows the sign, or stands alone."""
        return frozenset((*self.statuses, *self.uncounted, *self.changes))

    def mark(self, cell: tuple[int, int]) -> str:
        """What follows the sign of a cell: its change, or the glyph of its status or of its unsettled ties."""
        if cell in self.changes:
            return CHANGE_GLYPHS[self.changes[cell]]
        if cell in self.uncounted:
            return self.uncounted[cell].mark
        return STATUS_GLYPHS[self.statuses[cell]] if cell in self.statuses else ""


def cell_glyph(sign: str, *, diagonal: bool = False, unsigned: bool = False) -> str:
    """What stands in a cell of the matrix for its sign, `""` for none; on the diagonal the cell is crossed out.

    A cell without a sign is empty where there is no tie; where there are `unsigned` ones it says that they have none.
    """
    if sign:
        return _GLYPHS[sign]
    return ITSELF_GLYPH if diagonal else SIGN_GLYPHS[NEITHER] if unsigned else EMPTY_CELL


def matrix(builder: SpanBuilder, *, everyone: bool = False) -> Matrix:
    """The signs of all pairs in scope. Actors without any are included only with `everyone`."""
    dossier = builder.dossier
    note = ""
    try:
        signed = counted_pairs(dossier, builder.scope)
    except TooManyPairs:
        signed, note = {}, _TOO_MANY
    included: Iterable[str] = (end for ends in signed for end in ends)
    if everyone:
        included = (record.id for record in dossier.tables["actors"])
    parts = seriation.seriated(dossier, builder.scope, included)
    actors = tuple(name for part in parts for name in part.actors)
    indices = {name: number for number, name in enumerate(actors)}
    signs: dict[tuple[int, int], str] = {}
    statuses: dict[tuple[int, int], str] = {}
    for (first, second), pair in signed.items():
        row, column = indices[first], indices[second]
        if (status := firmness(list(map(dossier.tie, pair.ties)))) != "reported":
            statuses[row, column] = statuses[column, row] = status
        signs[row, column] = signs[column, row] = MIXED_GLYPH if pair.sign == MIXED else pair.sign
    uncounted: dict[tuple[int, int], Uncounted] = {}
    for (first, second), ties_of_pair in unsettled_only(builder).items():
        if first in indices and second in indices:
            row, column = indices[first], indices[second]
            uncounted[row, column] = uncounted[column, row] = ties_of_pair
    unsigned = _cells(without_sign(builder), indices)
    unsigned.update(cell for cell, of_pair in uncounted.items() if of_pair.settled)
    changes: dict[tuple[int, int], Change] = {}
    for (first, second), change in (marked.pairs if (marked := builder.differences) is not None else {}).items():
        if first in indices and second in indices:
            row, column = indices[first], indices[second]
            changes[row, column] = changes[column, row] = change
    labels = actor_labels(dossier.whole or dossier)
    drawn = _drawn(parts)
    return Matrix(
        actors,
        tuple(map(builder.short, actors)),
        tuple(labels[name] for name in actors),
        signs,
        tuple(accumulate((len(part.actors) for part in drawn[:-1]), initial=0)) if drawn else (),
        tuple(_block_names(builder, part, labels) for part in drawn),
        statuses,
        uncounted,
        changes,
        frozenset(unsigned),
        note,
    )


def _cells(pairs: Collection[Ends], indices: Mapping[str, int]) -> set[tuple[int, int]]:
    """The cells of some pairs, both ways round."""
    both = (ends for first, second in pairs for ends in ((first, second), (second, first)))
    return {(indices[row], indices[column]) for row, column in both if row in indices and column in indices}


def _drawn(blocks: list[seriation.Block]) -> list[seriation.Block]:
    """The blocks that have borders: all of them, or those of camps alone where the blocs are small and many."""
    if len(blocks) <= max(_FEW_BLOCKS, sum(len(block.actors) for block in blocks) // _LEAST_BLOCK):
        return blocks
    camps: list[seriation.Block] = []
    for side, of_side in groupby(blocks, key=lambda block: block.side):
        camps.append(seriation.Block(side, "", tuple(actor for block in of_side for actor in block.actors)))
    return camps


def _block_names(builder: SpanBuilder, block: seriation.Block, labels: Mapping[str, str]) -> tuple[str, ...]:
    """What a block is called, the longest name first; the shortest has the label of its side."""
    side, bloc = (builder.short(name) if name else "" for name in (block.side, block.bloc))
    if not side:
        return (bloc or _OTHERS,)
    label = labels[block.side]
    camp, short = (side, label) if block.actors == (block.side,) else (f"with {side}", f"with {label}")
    return (f"{camp} · {bloc}", bloc, short) if bloc else (camp, short)


def preparations(builder: SpanBuilder) -> Iterator[Callable[[], object]]:
    """What the diagrams of a dossier need, in pieces that each take a fraction of a second however many ties it has."""
    dossier, scope = builder.dossier, builder.scope
    yield lambda: scope.ties(dossier)
    yield lambda: counted_pairs(dossier, scope)
    yield lambda: scope.unsettled_left_out(dossier)
    yield lambda: unsettled_only(builder)
    yield lambda: without_sign(builder)
    yield lambda: seriation.prepare(dossier, scope)
    yield lambda: counted_states(dossier, scope)
    yield lambda: actor_labels(dossier.whole or dossier)


def matrix_page(builder: SpanBuilder) -> Page:
    """The matrix as a page: a row and a column for each actor with a signed tie."""
    table = matrix(builder)
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), counted(builder, table))]
    if table.note or not table.signs:
        blocks.append(Para((Span(table.note or NO_SIGN, "dim"),)))
    else:
        blocks += [_grid(builder, table), Para(legend(builder, table)), *_order(table)]
        blocks += and_more_line(len(table.actors) - MOST, what="actors, who would come after these")
    blocks += scope_omissions(builder, part=SIGNED)
    return Page("matrix:", tuple(blocks))


def legend(builder: SpanBuilder, table: Matrix, *, fills: bool = False) -> Spans:
    """What the signs and marks mean, and with `fills` how full a cell is; only what occurs."""
    used = frozenset(table.signs.values())
    signs = (WITH, AGAINST, MIXED) if MIXED_GLYPH in used else (WITH, AGAINST)
    parts: list[Spans] = [(sign_words(builder, sign),) for sign in signs]
    marks = marks_legend(builder, table.statuses.values())
    if fills and marks:
        parts.append((Span("filled: ", "dim"), *builder.status("reported")))
        marks[0] = (Span("paler: ", "dim"), *marks[0])
    parts += marks
    used_changes = frozenset(table.changes.values())
    parts += [(Span(f"{glyph} {what}", "strong"),) for what, glyph in CHANGE_GLYPHS.items() if what in used_changes]
    has_unsigned = not table.unsigned <= table.uncounted.keys()
    parts += unsigned_legend(has_unsigned)
    nothing = "no tie" if has_unsigned else "no tie with a sign"
    parts.append((Span(f"{EMPTY_CELL} {nothing} {recorded(builder)}", "dim"),))
    parts += uncounted_legend(table.uncounted.values())
    return joined(parts, "   ")


def _order(table: Matrix) -> list[Block]:
    """In words, the blocks between the borders."""
    if len(table.starts) < 2:
        return []
    sizes = (end - start for start, end in zip(table.starts, (*table.starts[1:], len(table.actors)), strict=True))
    named = (f"{names[0]} {size:,}" for names, size in zip(table.blocks, sizes, strict=True))
    return [Para((Span(f"Between the borders: {', '.join(named)}", "dim"),))]


def counted(builder: SpanBuilder, table: Matrix) -> Spans:
    """How many pairs there are of each sign."""
    cells = Counter(table.signs.values())
    glyphs = ((AGAINST, "-"), (WITH, "+"), (MIXED, MIXED_GLYPH))
    counts = sign_counts(builder, ((sign, cells[glyph] // 2) for sign, glyph in glyphs))
    return (Span("pairs: ", "dim"), *joined(counts, "  ")) if counts else (Span("no signs", "dim"),)


def _grid(builder: SpanBuilder, table: Matrix) -> Grid:
    """The table. Each row is named by name and label, which explains the labels over the columns."""
    visible = range(min(MOST, len(table.actors)))
    glyphs = {
        "+": sign_glyph(builder, WITH),
        "-": sign_glyph(builder, AGAINST),
        MIXED_GLYPH: sign_glyph(builder, MIXED),
    }
    empty, diagonal = Span(NEITHER), Span(ITSELF_GLYPH, "dim")
    told = table.marked | table.unsigned
    rows: list[tuple[Span, Spans]] = []
    for row in visible:
        actor = table.actors[row]
        cells: list[Span] = []
        for column in visible:
            sign = table.signs.get((row, column))
            if sign is not None:
                text = f"{glyphs[sign].text}{table.mark((row, column))}"
                cells.append(Span(text, glyphs[sign].role, pair_view_id(actor, table.actors[column])))
            elif (row, column) in told:
                text = f"{cell_glyph('', unsigned=(row, column) in table.unsigned)}{table.mark((row, column))}"
                cells.append(Span(text, "dim", pair_view_id(actor, table.actors[column])))
            else:
                cells.append(diagonal if row == column else empty)
        name = ego_link(builder, actor)._replace(text=f"{table.names[row]} {table.labels[row]}")
        rows.append((name, tuple(cells)))
    width = max(len(table.labels[column]) for column in visible)
    labels = tuple(Span(table.labels[column], "label") for column in visible)
    return Grid(labels, tuple(rows), max(3, width + 1), borders=table.starts[1:])
