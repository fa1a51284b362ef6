"""One actor in the middle of its ties: who is against it, who is with it, for what; and what is neither.

May not know how a fan is drawn.
"""

from __future__ import annotations

from tui.dossier.kinds import Tie
from tui.dossier.network.signed_graph import MIXED, sign_of
from tui.dossier.values.vocabulary import AGAINST, NEITHER, STATUS_GLYPHS, WITH, words
from tui.pages.network.tie_signs import MOST, ego, pair, sign_words, ties_section, touching
from tui.pages.omissions import scope_omissions
from tui.pages.page import Arm, Block, EgoDiagram, Page, Para, Role, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder

_REASON = 72
"""So many characters of what a tie is about are told beside its kind."""
_KINDS = 3
"""So many ties of one arm are told where there are many arms."""
_HANDS = {
    "base-hosting": ("by", "for"),
    "bloc-membership": ("of", "in"),
    "territorial-claim": ("by", "against"),
    "diplomatic-support": ("by", "for"),
    "rhetorical-support": ("by", "for"),
    "hostility": ("by", "towards"),
    "rivalry": ("by", "towards"),
    "sanctions": ("by", "on"),
    "mediation": ("by", "for"),
}
"""How the actor in the middle is joined to a kind of tie: when it gives, and when it receives."""


def ego_page(builder: SpanBuilder, name: str) -> Page | None:
    """The sheet of one actor; None when `name` is none."""
    actor = builder.dossier.actor(name)
    if actor is None:
        return None
    ties = touching(builder, name)
    inside = [tie for tie in ties if builder.scope.admits(builder.dossier, tie)]
    others = _others(inside, name)
    signs = {other: sign_of(held) for other, held in others.items()}
    blocks: list[Block] = [Title((Span(builder.dossier.name(name), "strong"),), _counts(builder, signs))]
    left, right = (_arms(builder, name, others, signs, sign) for sign in (AGAINST, WITH))
    if left or right:
        blocks.append(EgoDiagram(Span(builder.short(name), "strong"), left, right))
        blocks += _legend(inside)
    elif inside:
        blocks.append(Para((Span("None of its ties is with or against anybody.", "dim"),)))
    else:
        known = "Nothing to draw: all its ties are left out." if ties else "The dossier records no tie of it."
        blocks.append(Para((Span(known, "dim"),)))
    neither = [tie for tie in inside if tie.polarity == NEITHER]
    blocks += ties_section(builder, "Neither with nor against", neither, name, name)
    blocks += scope_omissions(builder, ties)
    blocks.append(Para((Span(f"All that is known about {builder.short(name)}", "dim", name),)))
    return Page(ego(name), tuple(blocks))


def _others(ties: list[Tie], me: str) -> dict[str, list[Tie]]:
    """Every other actor that the ties join to `me`, in the order of the file, with those ties."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        for end in dict.fromkeys(tie.ends):
            if end != me:
                found.setdefault(end, []).append(tie)
    return found


def _counts(builder: SpanBuilder, signs: dict[str, str]) -> Spans:
    """How many actors are on each side: `− against 1  + with 5`."""
    held = list(signs.values())
    parts = []
    for polarity in (AGAINST, WITH, MIXED, NEITHER):
        if count := held.count(polarity):
            glyph, *_ = sign_words(builder, polarity)
            parts.append((Span(f"{glyph.text} {count:,}", glyph.role),))
    return joined(parts, "  ") or (Span("no ties", "dim"),)


def _arms(
    builder: SpanBuilder, me: str, others: dict[str, list[Tie]], signs: dict[str, str], polarity: str
) -> tuple[Arm, ...]:
    """Those who have a tie of one sign with `me`. A mixed pair is on both sides, and says so on both."""
    found = {
        other: some for other, ties in others.items() if (some := [tie for tie in ties if tie.polarity == polarity])
    }
    most = FEW if len(found) <= 2 * FEW else _KINDS
    arms: list[Arm] = []
    for other in list(found)[:MOST]:
        named = builder.name(other)[0]
        role: Role = "strong" if named.role == "name" else named.role
        end = Span(builder.short(other), role, ego(other))
        lines = [_mixed(me, other, polarity)] if signs[other] == MIXED else []
        lines += [_tie(builder, tie, me) for tie in found[other][:most]]
        if (more := len(found[other]) - most) > 0:
            lines.append((Span(f"and {more:,} more", "dim", pair(me, other)),))
        arms.append(Arm(end, joined(lines, "\n")))
    if (more := len(found) - MOST) > 0:
        arms.append(Arm(Span(f"and {more:,} more", "dim", me), ()))
    return tuple(arms)


def _mixed(me: str, other: str, polarity: str) -> Spans:
    return (Span(f"~ mixed, also {'with' if polarity == AGAINST else 'against'}", "sign-mixed", pair(me, other)),)


def _tie(builder: SpanBuilder, tie: Tie, me: str) -> Spans:
    """`arms supply to Armenia » – At a discount`: what the one at the end of the arm has to do with the middle."""
    spans = [builder.kind(tie)]
    if tie.directed:
        gives, receives = _HANDS.get(tie.kind, ("from", "to"))
        spans.append(Span(f" {gives if tie.giver == me else receives} {builder.short(me)}", "dim"))
    elif len(tie.ends) > 2:
        spans.append(Span(f" among {len(tie.ends)}", "dim"))
    if tie.status != "reported":
        role: Role = f"status-{tie.status}"  # type: ignore[assignment]
        spans.append(Span(f" {STATUS_GLYPHS[tie.status]}", role))
    if reason := _reason(tie):
        spans.append(Span(f" – {reason}", "dim"))
    return tuple(spans)


def _reason(tie: Tie) -> str:
    """What the tie is about, in a few words."""
    said = " ".join((tie.terms or tie.level)[: 4 * _REASON].split()).removesuffix(".")
    if len(said) <= _REASON:
        return said
    return f"{said[:_REASON].rsplit(' ', 1)[0].rstrip('.,;:')} …"


def _legend(ties: list[Tie]) -> list[Block]:
    """What the glyphs beside the kinds mean, those that are there."""
    used = dict.fromkeys(str(tie.status) for tie in ties if tie.polarity != NEITHER and tie.status != "reported")
    shown: list[Spans] = []
    for status in used:
        role: Role = f"status-{status}"  # type: ignore[assignment]
        shown.append((Span(f"{STATUS_GLYPHS[status]} {words(status)}", role),))
    return [Para(joined(shown, "   "))] if shown else []
