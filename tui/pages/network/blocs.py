"""Who belongs to what, and who stands with which side: the plainest view of the network.

Membership is a tie to the bloc; it is never read as a tie between two members. May not know how a grid is drawn.
"""

from __future__ import annotations

from tui.dossier.kinds import Tie
from tui.dossier.network.blocs import Members, groups, members, ties_with_sides
from tui.dossier.network.signed_graph import MIXED, sign_of
from tui.dossier.values.vocabulary import STATUS_GLYPHS, words
from tui.pages.network.tie_signs import DOUBT, DOUBT_WORDS, MOST, ego, is_unsettled, pair, sign_words
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Grid, Page, Para, Role, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder

MEMBER = "●"
_CELL = 12
"""Room for `− against` and a gap, and for the words of a long head."""
_COLUMNS = 24
"""So many blocs, and so many sides, have a column."""
Standing = dict[str, dict[str, list[Tie]]]


def blocs_page(builder: SpanBuilder) -> Page:
    """A row for every actor that belongs to a bloc or stands with or against a side."""
    dossier = builder.dossier
    ties = builder.scope.ties(dossier)
    held = members(dossier, ties)
    filled = {bloc: inside for bloc, inside in held.items() if inside}
    sides = tuple(dict.fromkeys(dossier.head.sides))
    stands = ties_with_sides(ties, sides)
    named = dict.fromkeys((*sides, *stands, *(member for inside in filled.values() for member in inside)))
    order = [name for part in groups(dossier, ties, named) for name in part.actors]
    kind = joined(((Span(_counted(len(filled), "bloc"), "dim"),), (Span(_counted(len(sides), "side"), "dim"),)), " · ")
    blocks: list[Block] = [Title((Span("Who belongs to what, who stands with whom", "strong"),), kind)]
    columns = (*list(filled)[:_COLUMNS], *sides[:_COLUMNS])
    if columns and order:
        rows = tuple(_row(builder, name, filled, sides, stands) for name in order[:MOST])
        heads = tuple(_head(builder, column) for column in columns)
        blocks += [Grid(heads, rows, _CELL), Para(_legend(builder, filled, stands))]
        more = [(len(order) - MOST, "actor"), (len(filled) - _COLUMNS, "bloc"), (len(sides) - _COLUMNS, "side")]
        if unseen := [_counted(number, one) for number, one in more if number > 0]:
            blocks.append(Para((Span(f"Not shown for want of room: {', '.join(unseen)}", "dim"),)))
    else:
        words = "No membership is counted, and the dossier names no sides. Press m for all signs."
        blocks.append(Para((Span(words, "dim"),)))
    if empty := [bloc for bloc, inside in held.items() if not inside]:
        blocks.append(Para((Span("No member is counted of ", "dim"), *builder.names(empty, most=FEW))))
    blocks += scope_omissions(builder)
    return Page("blocs:", tuple(blocks))


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'s' * (number != 1)}"


def _head(builder: SpanBuilder, name: str) -> Span:
    return builder.name(name)[0]._replace(text=builder.short(name), link=ego(name))


def _row(
    builder: SpanBuilder, name: str, held: Members, sides: tuple[str, ...], stands: Standing
) -> tuple[Span, Spans]:
    cells = [_membership(inside.get(name)) for inside in list(held.values())[:_COLUMNS]]
    side = getattr(builder.dossier.actor(name), "side", None)
    for one in sides[:_COLUMNS]:
        ties = stands.get(name, {}).get(one)
        if name == one:
            cells.append(Span("itself", "dim"))
        elif ties:
            shown, *_ = sign_words(builder, sign_of(ties))
            doubt = f" {DOUBT}" if is_unsettled(ties) else ""
            cells.append(Span(f"{shown.text}{doubt}", shown.role, pair(name, one)))
        else:
            cells.append(Span("its own", "dim") if side == one else Span(""))
    return _head(builder, name), tuple(cells)


def _membership(tie: Tie | None) -> Span:
    """A member's dot; of a membership that is not simply reported the glyph of its status."""
    if tie is None:
        return Span("")
    role: Role = f"status-{tie.status}"  # type: ignore[assignment]
    return Span(MEMBER if tie.status == "reported" else STATUS_GLYPHS[tie.status], role, tie.id)


def _legend(builder: SpanBuilder, held: Members, stands: Standing) -> Spans:
    """What the glyphs mean that are there."""
    parts: list[Spans] = []
    used = dict.fromkeys(str(tie.status) for inside in held.values() for tie in inside.values())
    if "reported" in used:
        parts.append((Span(f"{MEMBER} member"),))
    for status in used:
        if status != "reported":
            role: Role = f"status-{status}"  # type: ignore[assignment]
            parts.append((Span(f"{STATUS_GLYPHS[status]} member, {words(status)}", role),))
    held_by_pair = [ties for by_side in stands.values() for ties in by_side.values()]
    if MIXED in map(sign_of, held_by_pair):
        shown, *_ = sign_words(builder, MIXED)
        parts.append((Span(f"{shown.text}: both with and against", shown.role),))
    if any(map(is_unsettled, held_by_pair)):
        parts.append((Span(DOUBT_WORDS, "dim"),))
    parts.append((Span("· nothing said", "dim"),))
    return joined(parts, "   ")
