"""The lists of the panels that draw or analyse ties: actors with ties, and lines for views about actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import kind_of
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Para, Span, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.registry import ego_view_id, ids_in

_EGO_LIST = "Actors · ties by sign"


def main_actor(dossier: Dossier, name: str) -> str:
    """The actor that a record or a view is about in the first place; empty when there is none."""
    if ":" in name:
        return next(filter(dossier.actor, ids_in(name)), _first_side(dossier))
    record = dossier.get(name)
    subjects = kind_of(record).subjects(record) if record is not None else ()
    return next(filter(dossier.actor, subjects), _first_side(dossier))


def has_ties(builder: SpanBuilder, actor: str) -> bool:
    """Whether a tie of an actor is counted."""
    return any(actor in tie.ends for tie in builder.scope.ties(builder.dossier))


def _first_side(dossier: Dossier) -> str:
    candidates = dossier.head.sides or tuple(record.id for record in dossier.tables["actors"][:1])
    return candidates[0] if candidates else ""


def initial_view(builder: SpanBuilder) -> str:
    """The view that the network opens with: of the first side, or of the actor with the most ties."""
    if builder.dossier.head.sides:
        return ego_view_id(builder.dossier.head.sides[0])
    ties_of = Counter(end for tie in builder.scope.ties(builder.dossier) for end in tie.ends)
    actor = ties_of.most_common(1)[0][0] if ties_of else _first_side(builder.dossier)
    return ego_view_id(actor) if actor else "blocs:"


def ego_groups(builder: SpanBuilder, view: str, actors: Iterable[str]) -> list[ListGroup]:
    """The list beside an ego view: those of `actors` that have ties, and the one that `view` is about."""
    shown = dict.fromkeys(ids_in(view), view)
    listed = {end for tie in builder.scope.ties(builder.dossier) for end in tie.ends} | shown.keys()
    return [ListGroup(_EGO_LIST, tuple(shown.get(actor) or ego_view_id(actor) for actor in actors if actor in listed))]


def view_line(builder: SpanBuilder, name: str) -> ListLine:
    """The line of a view about actors."""
    kind, ids = name.partition(":")[0], ids_in(name)
    if kind == "ego":
        from tui.pages.lists.record_groups import record_line

        return record_line(builder, ids[0])
    if kind == "triangle":
        from tui.pages.balance.views import triangle_line

        return triangle_line(builder, name)
    return ListLine(Span(" "), joined(((Span(builder.short(id_), builder.name(id_)[0].role),) for id_ in ids), " – "))


def sign_table(builder: SpanBuilder) -> SignTable:
    """Everybody with a signed tie against everybody."""
    from tui.pages.network.matrix import NO_SIGN, TITLE, counted, legend, matrix
    from tui.pages.omissions import SIGNED, scope_omissions, view_omissions

    table = matrix(builder)
    names = tuple(
        Span(name, builder.name(actor)[0].role) for actor, name in zip(table.actors, table.names, strict=True)
    )
    omissions = (*scope_omissions(builder, part=SIGNED), *view_omissions(builder.dossier, "matrix:"))
    return SignTable(
        table.actors,
        names,
        table.labels,
        table.signs,
        {cell: table.mark(cell) for cell in table.marked},
        frozenset(table.statuses),
        table.unsigned,
        table.starts,
        table.blocks,
        (Span(TITLE, "strong"),),
        counted(builder, table),
        legend(builder, table, fills=True),
        joined((block.spans for block in omissions if isinstance(block, Para)), "\n"),
        table.note or f"{NO_SIGN} Press f to choose what is counted, e for one actor.",
    )
