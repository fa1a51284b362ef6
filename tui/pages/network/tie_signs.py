"""What the network views share: signs of pairs, linked names, ties as items, limits."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.alignment import firmness
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import (
    MIXED,
    Ends,
    TooManyPairs,
    counted_pairs,
    sign_of,
    ties_by_pair,
    unsigned_pairs,
)
from tui.dossier.once import once_per_dossier
from tui.dossier.values.vocabulary import (
    AGAINST,
    EMPTY_CELL,
    MIXED_GLYPH,
    NEITHER,
    SIGN_GLYPHS,
    STATUS_GLYPHS,
    STATUSES,
    UNSETTLED,
    WITH,
    count_noun,
)
from tui.pages.moment_marks import marked_entry
from tui.pages.page import Block, Section, Span, Spans
from tui.pages.records.alliances import tie_entry
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import ego_view_id

MOST = 200
"""The most arms, items, rows or columns of one sort; a line says how many more there are."""


def ego_link(builder: SpanBuilder, actor: str) -> Span:
    """The name of an actor as a link to the view of its ties."""
    return builder.name(actor)[0]._replace(link=ego_view_id(actor))


def short_ego_link(builder: SpanBuilder, actor: str) -> Span:
    """`ego_link` with the short name."""
    return ego_link(builder, actor)._replace(text=builder.short(actor))


def sign_glyph(builder: SpanBuilder, sign: str) -> Span:
    """The sign of a pair as its glyph: `+`, `−`, `~` or `∘`."""
    return Span(MIXED_GLYPH, "sign-mixed") if sign == MIXED else builder.sign(sign)


def sign_words(builder: SpanBuilder, sign: str) -> Span:
    """The sign of a pair as glyph and word."""
    return Span(f"{MIXED_GLYPH} mixed", "sign-mixed") if sign == MIXED else builder.sign_words(sign)[0]


def sign_counts(builder: SpanBuilder, counts: Iterable[tuple[str, int]]) -> list[Spans]:
    """How many pairs have each sign, `− against 1`, without the signs that none has."""
    words = ((sign_words(builder, sign), count) for sign, count in counts if count)
    return [(Span(f"{span.text} {count:,}", span.role),) for span, count in words]


def actor_counts(builder: SpanBuilder, by_actor: Mapping[str, Collection[Tie]], unsigned: int) -> list[Spans]:
    """How many actors are on each side of one: `− against 14 actors (5 ties)`, `+ with 1 actor`, `~ mixed 1 of these`.

    `by_actor` maps each of them to the ties it shares with the one; a mixed pair is on both sides. `unsigned` is how
    many others are tied to it without a sign. The ties are counted where they are not one an actor, and those that a
    source reports where these are some of them: `+ with 5 actors (8 ties, ● 3)`.
    """
    parts: list[Spans] = []
    for sign in (AGAINST, WITH):
        on_side = [ties for ties in by_actor.values() if any(tie.polarity == sign for tie in ties)]
        ties = {tie.id: tie for shared in on_side for tie in shared if tie.polarity == sign}
        if on_side:
            words = sign_words(builder, sign)
            reported = sum(counted_as(tie) == "reported" for tie in ties.values())
            numbers = [count_noun(len(ties), "tie")] if len(ties) != len(on_side) else []
            numbers += [f"{STATUS_GLYPHS['reported']} {reported:,}"] if 0 < reported < len(ties) else []
            said = f" ({', '.join(numbers)})" if numbers else ""
            parts.append((Span(f"{words.text} {count_noun(len(on_side), 'actor')}{said}", words.role),))
    if mixed := sum(sign_of(ties) == MIXED for ties in by_actor.values()):
        words = sign_words(builder, MIXED)
        parts.append((Span(f"{words.text} {mixed:,} of these", words.role),))
    if unsigned:
        words = sign_words(builder, NEITHER)
        parts.append((Span(f"{words.text} {count_noun(unsigned, 'actor')}", words.role),))
    return parts


def status_mark(ties: Collection[Tie]) -> str:
    """The glyph of the status on which the sign of some ties rests; empty when it is reported."""
    status = firmness(ties)
    return STATUS_GLYPHS[status] if status != "reported" else ""


def marks_legend(builder: SpanBuilder, statuses: Iterable[str]) -> list[Spans]:
    """The meaning of the marks of these statuses, the firmest first."""
    used = frozenset(statuses)
    return [builder.status(status) for status in STATUSES if status in used and status != "reported"]


class Uncounted(NamedTuple):
    """The unsettled ties of two actors without a sign.

    How many there are, the firmest of their statuses, and whether the two have a settled tie that has no sign.
    """

    number: int
    status: str
    settled: bool

    @property
    def mark(self) -> str:
        """The glyph of the status."""
        return STATUS_GLYPHS[self.status]

    @property
    def cell(self) -> str:
        """The cell of the two: no sign or no tie is counted, but for the status of what is not."""
        return f"{SIGN_GLYPHS[NEITHER] if self.settled else EMPTY_CELL}{self.mark}"


def unsettled_only(builder: SpanBuilder) -> dict[Ends, Uncounted]:
    """The pairs without a sign that have unsettled ties which the scope leaves out, as far as these matter.

    Where a settled tie without a sign joins the two, only unsettled ties with a sign do. Empty where the ties join too
    many pairs.
    """
    return _unsettled_only(builder.dossier, builder.scope)


@once_per_dossier
def _unsettled_only(dossier: Dossier, scope: Scope) -> dict[Ends, Uncounted]:
    excluded = scope.unsettled_left_out(dossier)
    if not excluded:
        return {}
    settled = scope._replace(statuses=UNSETTLED & scope.statuses)
    try:
        unsettled = ties_by_pair(excluded)
        signed = counted_pairs(dossier, settled)
        unsigned = ties_by_pair(tie for tie in settled.ties(dossier) if tie.polarity == NEITHER)
    except TooManyPairs:
        return {}
    uncounted: dict[Ends, Uncounted] = {}
    for ends, tied in unsettled.items():
        has_unsigned = ends in unsigned
        matter = [tie for tie in tied if tie.polarity != NEITHER or not has_unsigned] if ends not in signed else []
        if matter:
            uncounted[ends] = Uncounted(len(matter), min(map(counted_as, matter), key=STATUSES.index), has_unsigned)
    return uncounted


def without_sign(builder: SpanBuilder) -> Mapping[Ends, list[Tie]]:
    """The counted ties of the pairs that have some, but none with a sign. Empty where the ties join too many pairs."""
    try:
        return unsigned_pairs(builder.dossier, builder.scope)
    except TooManyPairs:
        return {}


def unsigned_legend(has_unsigned: bool) -> list[Spans]:
    """What the cells of pairs mean that have only ties without a sign; nothing where there is none."""
    return [(Span(f"{SIGN_GLYPHS[NEITHER]} only ties without a sign", "sign-neither"),)] if has_unsigned else []


def uncounted_words(pair: Uncounted) -> str:
    """What is said of a pair without a sign that has unsettled ties: `no settled tie; 2 unsettled`."""
    return f"no settled {'sign' if pair.settled else 'tie'}; {pair.number:,} unsettled"


def uncounted_legend(pairs: Iterable[Uncounted]) -> list[Spans]:
    """What the cells of pairs with unsettled ties only mean; nothing where there is none."""
    pairs = tuple(pairs)
    if not pairs:
        return []
    used = dict.fromkeys(pair.cell for pair in sorted(pairs, key=lambda pair: STATUSES.index(pair.status)))
    noun = "signs" if any(pair.settled for pair in pairs) else "ties"
    return [(Span(f"{' '.join(used)} only unsettled {noun}", "dim"),)]


def ties_of_actor(builder: SpanBuilder, actor: str) -> list[Tie]:
    """All ties of an actor, whatever the scope and the moment, in file order."""
    return [builder.dossier.tie(name) for name in builder.dossier.links.back(actor, "ties")]


def hidden_ties(builder: SpanBuilder, ends: Iterable[str]) -> list[Tie]:
    """The ties that join some actors in the complete dossier, while a part of it is shown; none while all of it is."""
    whole = builder.dossier.whole
    return whole.ties_of_pair(ends) if whole is not None else []


def recorded(builder: SpanBuilder) -> str:
    """How a tie is that is found: recorded, or reported while only what is reported is shown."""
    return "recorded" if builder.dossier.whole is None else "reported"


def ties_section(builder: SpanBuilder, title: str, ties: list[Tie], page: str, more_link: str) -> list[Block]:
    """A heading with ties as items, seen from `page`: at most `MOST`, then a link `more_link` to the complete list."""
    if not ties:
        return []
    items = (marked_entry(builder, tie.id, tie_entry(builder, tie, page)) for tie in ties[:MOST])
    return [Section(title, len(ties)), *items, *and_more_line(len(ties) - MOST, more_link)]
