"""The view of one actor and its ties: who is against it, who is with it and for what, and the ties without a sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.dossier.kinds import Tie, counted_as, is_settled
from tui.dossier.network.blocs import MEMBERSHIP
from tui.dossier.network.signed_graph import MIXED, sign_of
from tui.dossier.values.vocabulary import AGAINST, NEITHER, STATUS_GLYPHS, WITH
from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.pages.moment_marks import PERHAPS, change
from tui.pages.network.line_styles import drawn_by, line_legend
from tui.pages.network.tie_kinds import ties_by_kind
from tui.pages.network.tie_signs import actor_counts, hidden_ties, ties_of_actor, ties_section
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, LineStyle, Page, Para, Span, Spans, Title, joined
from tui.pages.phrases import in_few_words, named_by_terms
from tui.pages.records.alliances import unsigned
from tui.pages.span_builder import FEW, SpanBuilder, status_role
from tui.pages.truncation import and_more
from tui.pages.views.registry import ego_view_id, pair_view_id
from tui.pages.when import tie_span

MOST_ARMS = 8
"""The most actors that are drawn on one side; ties with more of them are drawn by their kinds."""
Words = tuple[tuple[str, str], ...]
"""Text and role of some spans."""
_REASON = 72
"""The most characters of the terms of a tie beside its kind."""
_PREPOSITIONS = {
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
"""How the actor in the centre is joined to a kind of tie: as the giver, and as the receiver."""


def ego_page(builder: SpanBuilder, name: str, opened: str = "") -> Page | None:
    """The view of the actor `name`; None when there is no such actor.

    Ties with many actors are drawn as their kinds, each with the number of ties, and those of the `opened` kind follow.
    """
    if builder.dossier.actor(name) is None:
        return None
    ties = ties_of_actor(builder, name)
    counted = builder.scope.counted(builder.dossier, ties)
    by_actor = _by_other_end(counted, name)
    signs = {other: sign_of(shared) for other, shared in by_actor.items()}
    unsigned = sum(signs[other] == NEITHER and not _only_memberships(shared) for other, shared in by_actor.items())
    numbers = actor_counts(builder, by_actor, unsigned)
    kind = joined(numbers, "  ") or (Span(_without_signs(builder, name, ties, counted), "dim"),)
    blocks: list[Block] = [Title((Span(builder.dossier.name(name), "strong"),), kind)]
    if _is_hub(by_actor):
        mixed = [other for other, sign in signs.items() if sign == MIXED]
        blocks += ties_by_kind(builder, name, counted, opened, mixed)
    else:
        blocks += _ties_by_actor(builder, name, ties, counted, by_actor, signs)
    blocks += scope_omissions(builder, ties)
    blocks.append(Para((Span(f"{builder.short(name)} in this dossier", "dim", name),)))
    return Page(ego_view_id(name, opened), tuple(blocks))


def _is_hub(by_actor: dict[str, list[Tie]]) -> bool:
    """Whether more actors are with or against it than are drawn one by one."""
    numbers = Counter(sign for ties in by_actor.values() for sign in {tie.polarity for tie in ties})
    return max(numbers[AGAINST], numbers[WITH]) > MOST_ARMS


def _ties_by_actor(
    builder: SpanBuilder,
    name: str,
    ties: list[Tie],
    counted: list[Tie],
    by_actor: dict[str, list[Tie]],
    signs: dict[str, str],
) -> list[Block]:
    """The diagram of the actors with and against it, each with its ties, and the ties without a sign."""
    blocks: list[Block] = []
    left, right = (_arms(builder, name, by_actor, signs, sign) for sign in (AGAINST, WITH))
    if left or right:
        blocks.append(EgoDiagram(Span(builder.short(name), "strong"), left, right))
        blocks += _legend(builder, counted, (arm.line for arm in (*left, *right)))
    elif counted:
        its = "Its reported ties" if _hides_signs(builder, name) else "Its ties"
        memberships = f"{its} are memberships, which carry no sign."
        only = memberships if _only_memberships(counted) else f"None of {its[0].lower()}{its[1:]} has a sign."
        blocks.append(Para((Span(only, "dim"),)))
    else:
        blocks.append(Para((Span(_nothing(builder, name, ties), "dim"),)))
    for heading, listed in unsigned((tie for tie in counted if tie.polarity == NEITHER), name):
        blocks += ties_section(builder, heading, listed, name, name)
    return blocks


def _only_memberships(ties: list[Tie]) -> bool:
    return all(tie.kind == MEMBERSHIP for tie in ties)


def _without_signs(builder: SpanBuilder, name: str, ties: list[Tie], counted: list[Tie]) -> str:
    """What is said in place of the numbers of signs."""
    if counted:
        return "no reported tie with a sign" if _hides_signs(builder, name) else "no tie with a sign"
    if not ties:
        return "no reported tie" if hidden_ties(builder, (name,)) else "no ties"
    return "no settled tie" if not any(map(is_settled, ties)) else "none counted"


def _hides_signs(builder: SpanBuilder, name: str) -> bool:
    """Whether the actor has ties with a sign that are left out because they are not reported."""
    return any(tie.polarity != NEITHER for tie in hidden_ties(builder, (name,)))


def _nothing(builder: SpanBuilder, name: str, ties: list[Tie]) -> str:
    """Why there is nothing to draw of `ties`, none of which is counted."""
    if not ties and hidden_ties(builder, (name,)):
        return "No tie of it is reported in the voice of a source."
    if not ties:
        return "The dossier records no tie of it."
    if not any(map(is_settled, ties)):
        return f"No settled tie; {len(ties):,} unsettled."
    return "Nothing to draw: none of its ties is counted."


def _by_other_end(ties: list[Tie], ego: str) -> dict[str, list[Tie]]:
    """Other actor -> its ties with `ego`, in file order."""
    by_actor: dict[str, list[Tie]] = {}
    for tie in ties:
        for end in dict.fromkeys(tie.ends):
            if end != ego:
                by_actor.setdefault(end, []).append(tie)
    return by_actor


def _arms(
    builder: SpanBuilder, ego: str, by_actor: dict[str, list[Tie]], signs: dict[str, str], polarity: str
) -> tuple[Arm, ...]:
    """An arm for each actor with a tie of this polarity to `ego`. A mixed pair is on both sides, and says so.

    Arms with the same ties on the same terms follow each other: the first tells the terms, and how many they are.
    """
    of_polarity = {
        other: matching
        for other, ties in by_actor.items()
        if (matching := [tie for tie in ties if tie.polarity == polarity])
    }
    said = {other: _said(builder, ties, ego) or other for other, ties in of_polarity.items()}
    alike, order = Counter(said.values()), list(said.values())
    arms: list[Arm] = []
    above: object = None
    for other, matching in sorted(of_polarity.items(), key=lambda arm: order.index(said[arm[0]])):
        name = builder.name(other)[0]
        end = Span(builder.short(other), "strong" if name.role == "name" else name.role, ego_view_id(other))
        pair = pair_view_id(ego, other)
        lines: list[Spans] = []
        if signs[other] == MIXED:
            lines.append((Span(f"~ mixed, also {'with' if polarity == AGAINST else 'against'}", "sign-mixed", pair),))
        lines += _ties(builder, matching, ego, pair, repeated=said[other] == above)
        if alike[said[other]] > 1 and said[other] != above:
            lines[-1] = (*lines[-1], Span(f" ({alike[said[other]]:,} alike)", "dim"))
        above = said[other]
        arms.append(Arm(end, joined(lines, "\n"), *drawn_by(matching)))
    return tuple(arms)


def _words(spans: Spans) -> Words:
    """What is read of some spans, wherever they lead."""
    return tuple((span.text, span.role) for span in spans)


def _said(builder: SpanBuilder, ties: list[Tie], ego: str) -> tuple[Words, ...]:
    """What an arm says of its ties, if it tells the terms of any; else nothing."""
    return tuple(_words(_tie(builder, tie, ego)) for tie in ties) if any(map(_reason, ties)) else ()


def _ties(builder: SpanBuilder, ties: list[Tie], ego: str, pair: str, *, repeated: bool) -> list[Spans]:
    """A line for each tie with one actor, and only one for those that read the same, with their number.

    Terms that are `repeated` from the arm above are not told again.
    """
    alike: dict[Words, list[Tie]] = {}
    for tie in ties:
        alike.setdefault(_words(_tie(builder, tie, ego)), []).append(tie)
    distinct = list(alike.values())
    lines: list[Spans] = []
    for first, *others in distinct[:FEW]:
        number = (Span(f" ({1 + len(others):,} alike)", "dim", pair),) if others else ()
        lines.append((*_tie(builder, first, ego, repeated=repeated), *number))
    more = and_more(sum(map(len, distinct[FEW:])), pair)
    return [*lines, more] if more else lines


def _tie(builder: SpanBuilder, tie: Tie, ego: str, *, repeated: bool = False) -> Spans:
    """`arms supply to Armenia » – At a discount`: what the actor at the end of the arm has to do with `ego`.

    Terms that are `repeated` from the arm above are not told again.
    """
    spans = [builder.kind(tie)]
    if tie.directed:
        giving, receiving = _PREPOSITIONS.get(tie.kind, ("from", "to"))
        spans.append(Span(f" {giving if tie.giver == ego else receiving} {builder.short(ego)}", "dim"))
    elif len(tie.ends) > 2:
        spans.append(Span(f" among {len(tie.ends)}", "dim"))
    if span := tie_span(builder.dossier, tie):
        spans.append(Span(f" {span}", "dim"))
    if moved := change(builder, tie.id):
        spans.append(Span(f" {moved}", "strong"))
    if builder.as_of.state(tie.id) == "perhaps":
        spans.append(Span(f" {PERHAPS}", "dim"))
    if (status := counted_as(tie)) != "reported":
        spans.append(Span(f" {STATUS_GLYPHS[status]}", status_role(status)))
    if reason := _reason(tie):
        spans.append(Span(", same" if repeated else f" – {reason}", "dim"))
    return tuple(spans)


def _reason(tie: Tie) -> str:
    """The terms of the tie in a few words, unless they stand for its kind."""
    return "" if named_by_terms(tie) else in_few_words(tie.terms or tie.level, _REASON)


def _legend(builder: SpanBuilder, ties: list[Tie], lines: Iterable[LineStyle]) -> list[Block]:
    """The meaning of the lines and of the status glyphs that occur in the diagram."""
    used = dict.fromkeys(
        str(counted_as(tie)) for tie in ties if tie.polarity != NEITHER and counted_as(tie) != "reported"
    )
    parts = [line_legend(lines), *(builder.status(status) for status in used)]
    return [Para(joined(parts, "   "))] if any(parts) else []
