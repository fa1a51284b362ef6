"""What the panels list that draw or analyse ties: actors with ties, and the triangles they make. Draws nothing.

May not know which picture is open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import kind_of
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.network.sign_table import SignTable
from tui.pages.page import Para, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.registry import ids_in


def actor_at_hand(dossier: Dossier, name: str) -> str:
    """The actor that a record or a sheet is about in the first place, empty when there is none."""
    if ":" in name:
        return next((one for one in ids_in(name) if dossier.actor(one)), _first_side(dossier))
    record = dossier.get(name)
    subjects = kind_of(record).subjects(record) if record is not None else ()
    return next((name for name in subjects if dossier.actor(name)), _first_side(dossier))


def _first_side(dossier: Dossier) -> str:
    first = dossier.head.sides or tuple(record.id for record in dossier.tables["actors"][:1])
    return first[0] if first else ""


def first(builder: SpanBuilder) -> str:
    """The sheet that the network opens with: the first side, or the actor with most ties."""
    if builder.dossier.head.sides:
        return f"ego:{builder.dossier.head.sides[0]}"
    counted = Counter(end for tie in builder.scope.ties(builder.dossier) for end in tie.ends)
    actor = counted.most_common(1)[0][0] if counted else _first_side(builder.dossier)
    return f"ego:{actor}" if actor else "blocs:"


def egos(builder: SpanBuilder, record: str, among: Iterable[str]) -> list[ListGroup]:
    """What is listed beside an ego: those `among` all actors that have ties, and the one that is open."""
    tied = {end for tie in builder.scope.ties(builder.dossier) for end in tie.ends} | {*ids_in(record)}
    return [ListGroup("", tuple(f"ego:{one}" for one in among if one in tied))]


def item(builder: SpanBuilder, name: str) -> ListLine:
    """The line of a sheet about actors."""
    kind, names = name.partition(":")[0], ids_in(name)
    if kind == "ego":
        from tui.pages.lists.record_groups import record_line

        return record_line(builder, names[0])
    if kind == "triangle":
        from tui.pages.balance.views import triangle_line

        return triangle_line(builder, name)
    joined: list[Span] = []
    for one in names:
        joined += [*([Span(" – ", "dim")] if joined else []), Span(builder.short(one), builder.name(one)[0].role)]
    return ListLine(Span(" "), tuple(joined))


def table(builder: SpanBuilder) -> SignTable:
    """Everybody with a signed tie against everybody."""
    from tui.pages.network.matrix import TITLE, counted, legend, matrix
    from tui.pages.omissions import scope_omissions, view_omissions

    found = matrix(builder)
    names = tuple(
        Span(words, builder.name(actor)[0].role) for actor, words in zip(found.actors, found.names, strict=True)
    )
    empty = found.note or "No tie that is counted has a sign. Press f to choose what is counted, e for one actor."
    out = (*scope_omissions(builder), *view_omissions(builder.dossier, "matrix:"))
    return SignTable(
        found.actors,
        names,
        found.labels,
        found.signs,
        found.unsettled,
        found.starts,
        (Span(TITLE, "strong"),),
        counted(builder, found),
        legend(builder, found),
        joined((block.spans for block in out if isinstance(block, Para)), "  "),
        empty,
    )


def cell_words(builder: SpanBuilder, drawn: SignTable) -> Callable[[int, int], Spans]:
    """What a cell of `drawn` is, in one line: both actors, the sign in words, the kinds of their ties."""
    from tui.dossier.network.signed_graph import TooManyPairs, ends_of, signed_pairs
    from tui.dossier.values.vocabulary import words
    from tui.pages.network.tie_signs import DOUBT_WORDS, sign_words

    dossier = builder.dossier
    try:
        joined = signed_pairs(builder.scope.ties(dossier))
    except TooManyPairs:
        joined = {}

    def told(row: int, column: int) -> Spans:
        one, other = drawn.ids[row], drawn.ids[column]
        names = (*builder.name(one), Span(" – ", "dim"), *builder.name(other))
        if row == column:
            return (*builder.name(one), Span("  enter draws it with its ties", "dim"))
        pair = joined.get(ends_of(one, other))
        if pair is None:
            return (*names, Span("  · no tie with a sign", "dim"))
        kinds = dict.fromkeys(words(dossier.tie(name).kind) for name in pair.ties)
        doubt = (Span(f" {DOUBT_WORDS}", "dim"),) if (row, column) in drawn.unsettled else ()
        said = sign_words(builder, pair.sign)
        return (*names, Span("  "), *said, *doubt, Span(f"  {', '.join(kinds)}", "dim"))

    return told
