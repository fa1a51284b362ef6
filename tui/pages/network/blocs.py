"""Who belongs to which bloc, and who has ties with which side: the plainest view of the network.

Membership is a tie to the bloc and is never read as a tie between two members.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, groupby

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.alignment import firmness
from tui.dossier.network.blocs import Members, groups, members, ties_with_sides
from tui.dossier.network.signed_graph import MIXED, ends_of, sign_of
from tui.dossier.values.vocabulary import EMPTY_CELL, NEITHER, STATUS_GLYPHS, STATUSES, count_noun
from tui.pages.diagram_blocks import Grid
from tui.pages.network.tie_signs import (
    MOST,
    Uncounted,
    marks_legend,
    recorded,
    short_ego_link,
    sign_words,
    status_mark,
    uncounted_legend,
    unsettled_only,
    unsigned_legend,
    without_sign,
)
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Page, Para, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder, status_role
from tui.pages.views.registry import pair_view_id

_CELL = 13
"""The width of a cell: `− against`, a gap, and the words of a long head fit."""
_COLUMNS = 24
"""The most blocs, and the most sides, that have a column."""


class _Blocs:
    """The grid: a row for every actor that belongs to a bloc or has a signed tie with a side.

    `members`: bloc -> member -> tie, for the blocs that have members. `ties_with_side`: actor -> side -> signed ties.
    """

    def __init__(self, builder: SpanBuilder) -> None:
        dossier, scope = builder.dossier, builder.scope
        self.builder = builder
        ties = scope.ties(dossier)
        every_bloc = members(dossier, ties)
        self.members: Members = {bloc: inside for bloc, inside in every_bloc.items() if inside}
        recorded = members(dossier, dossier.records_of(Tie))
        self.without_members = [bloc for bloc in recorded if not recorded[bloc]]
        self.without_counted = [bloc for bloc in recorded if recorded[bloc] and not every_bloc.get(bloc)]
        self.sides = tuple(dict.fromkeys(dossier.head.sides))
        self.ties_with_side = ties_with_sides(ties, self.sides)
        belonging = (member for inside in self.members.values() for member in inside)
        actors = dict.fromkeys((*self.sides, *self.ties_with_side, *belonging))
        grouped = groups(dossier, ties, actors)
        self.actors = [actor for group in grouped for actor in group.actors]
        sizes = (sum(len(group.actors) for group in camp) for _, camp in groupby(grouped, key=lambda group: group.side))
        self._starts = tuple(accumulate(sizes))[:-1]
        """The rows at which another camp begins."""
        tied = {end for tie in ties for end in tie.ends}
        self.others = len(tied - {*self.actors, *self.members})
        """How many actors have counted ties, but no membership and no sign with a side."""
        excluded = scope.unsettled_left_out(dossier)
        self._unsettled_members = members(dossier, excluded) if excluded else {}
        self._unsettled_only = unsettled_only(builder)
        self._without_sign = without_sign(builder)
        self._uncounted: list[Uncounted] = []
        """Of each cell with unsettled ties only built so far."""
        self._has_unsigned = False
        """Whether a cell built so far has ties that have no sign."""

    @property
    def part(self) -> tuple[str, Callable[[Tie], bool]] | None:
        """What the ties have that the grid would show, and which they are; None where it has no columns."""
        of_members = {tie.id for inside in self._unsettled_members.values() for tie in inside.values()}
        sides = frozenset(self.sides)

        def belongs(tie: Tie) -> bool:
            return tie.id in of_members or (tie.polarity != NEITHER and not sides.isdisjoint(tie.ends))

        return ("a place in this table", belongs) if sides or self.members or of_members else None

    def grid(self) -> Grid:
        """The table of the first blocs, sides and actors."""
        columns = (*list(self.members)[:_COLUMNS], *self.sides[:_COLUMNS])
        labels = tuple(short_ego_link(self.builder, column) for column in columns)
        return Grid(labels, tuple(map(self._row, self.actors[:MOST])), _CELL, row_borders=self._starts)

    def _row(self, actor: str) -> tuple[Span, Spans]:
        cells = [self._membership(actor, bloc) for bloc in list(self.members)[:_COLUMNS]]
        cells += [self._side_cell(actor, side) for side in self.sides[:_COLUMNS]]
        return short_ego_link(self.builder, actor), tuple(cells)

    def _membership(self, actor: str, bloc: str) -> Span:
        """The glyph of the status of a membership."""
        tie = self.members[bloc].get(actor)
        if tie is not None:
            status = counted_as(tie)
            return Span(STATUS_GLYPHS[status], status_role(status), tie.id)
        unsettled = self._unsettled_members.get(bloc, {}).get(actor)
        if unsettled is None:
            return Span("")
        return self._no_settled(Uncounted(1, counted_as(unsettled), settled=False), unsettled.id)

    def _side_cell(self, actor: str, side: str) -> Span:
        """The sign of an actor and a side."""
        if actor == side:
            return Span("itself", "dim")
        pair = pair_view_id(actor, side)
        if ties := self.ties_with_side.get(actor, {}).get(side):
            sign = sign_words(self.builder, sign_of(ties))
            return Span(f"{sign.text} {status_mark(ties)}".rstrip(), sign.role, pair)
        if getattr(self.builder.dossier.actor(actor), "side", None) == side:
            return Span("its own", "dim")
        ends = ends_of(actor, side)
        if uncounted := self._unsettled_only.get(ends):
            return self._no_settled(uncounted, pair)
        if (unsigned := self._without_sign.get(ends)) is None:
            return Span("")
        self._has_unsigned = True
        [sign] = self.builder.sign_words(NEITHER)
        return Span(f"{sign.text} {status_mark(unsigned)}".rstrip(), sign.role, pair)

    def _no_settled(self, ties: Uncounted, link: str) -> Span:
        self._uncounted.append(ties)
        return Span(ties.cell, "dim", link)

    def legend(self) -> Spans:
        """What the glyphs in the grid mean."""
        parts: list[Spans] = []
        statuses = dict.fromkeys(str(counted_as(tie)) for inside in self.members.values() for tie in inside.values())
        for status in sorted(statuses, key=STATUSES.index):
            parts.append((Span(f"{STATUS_GLYPHS[status]} member, {status}", status_role(status)),))
        ties_by_pair = [ties for by_side in self.ties_with_side.values() for ties in by_side.values()]
        if MIXED in map(sign_of, ties_by_pair):
            mixed = sign_words(self.builder, MIXED)
            parts.append((Span(f"{mixed.text}: both with and against", mixed.role),))
        parts += marks_legend(self.builder, map(firmness, ties_by_pair))
        parts += unsigned_legend(self._has_unsigned)
        nothing = "no tie" if self._has_unsigned else "no sign"
        parts.append((Span(f"{EMPTY_CELL} {nothing}, nor membership in a bloc {recorded(self.builder)}", "dim"),))
        parts += uncounted_legend(self._uncounted)
        return joined(parts, "   ")


def blocs_page(builder: SpanBuilder) -> Page:
    """Who belongs to which bloc and has ties with which side, as a grid."""
    blocs = _Blocs(builder)
    counts = count_noun(len(blocs.members), "bloc"), count_noun(len(blocs.sides), "side")
    kind = joined(((Span(count, "dim"),) for count in counts), " · ")
    width = 0
    blocks: list[Block] = [Title((Span("Membership, and ties with the sides", "strong"),), kind)]
    if blocs.actors:
        grid = blocs.grid()
        width = grid.width
        blocks += [grid, Para(blocs.legend())]
        more = (
            (len(blocs.actors) - MOST, "actor"),
            (len(blocs.members) - _COLUMNS, "bloc"),
            (len(blocs.sides) - _COLUMNS, "side"),
        )
        if omitted := [count_noun(number, noun) for number, noun in more if number > 0]:
            blocks.append(Para((Span(f"Not shown for lack of room: {', '.join(omitted)}", "dim"),)))
        if blocs.others:
            words = f"{count_noun(blocs.others, 'other actor')} with ties, but in no bloc and with no sign to a side: "
            blocks.append(Para((Span(words, "dim"), Span("all signs", link="matrix:"))))
    else:
        words = "No membership is counted, and the dossier names no sides. "
        blocks.append(Para((Span(words, "dim"), Span("All signs", link="matrix:"))))
    for empty, verb in ((blocs.without_members, recorded(builder)), (blocs.without_counted, "counted")):
        if empty:
            names = builder.names(empty, most=FEW)
            blocks.append(Para((Span("No member of ", "dim"), *names, Span(f" is {verb}", "dim"))))
    blocks += scope_omissions(builder, part=blocs.part)
    return Page("blocs:", tuple(blocks), table_width=width)
