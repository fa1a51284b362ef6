"""What a page or a list says about the records it does not show, so that a part is not mistaken for the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Tie
from tui.dossier.network.scope import Scope, by_status, counted_states, tie_states
from tui.dossier.values.lifetimes import State
from tui.dossier.values.vocabulary import NEITHER, STATUS_GLYPHS, UNSETTLED
from tui.pages.lists.panels import PANELS
from tui.pages.moment_marks import PERHAPS, changes_since, moment_words
from tui.pages.page import Block, Para, Span, Spans, joined
from tui.pages.phrases import in_few_words, named_by_terms
from tui.pages.span_builder import FEW, SpanBuilder, status_role
from tui.pages.truncation import brief, having, omitted_ties
from tui.pages.views.registry import ids_in, view_of

_TERMS = 60
"""The most characters of the terms of a tie that is named, and of the facets that others are outside of."""
SIGNED: tuple[str, Callable[[Tie], bool]] = ("a sign", lambda tie: tie.polarity != NEITHER)
"""The ties that are all that a page of signs would show."""
KEY = "o"
"""The key that shows everything again."""


def record_omissions(part: Dossier, name: str) -> list[Block]:
    """How many statements about a record `part` of a dossier leaves out: the last block of the record's page."""
    if part.whole is None:
        return []
    related = part.whole.links.relations(name).values()
    missing = {statement for ids in related for statement in ids if part.get(statement) is None}
    return [Para(_reported_only(len(missing), "statement about it", "statements about it"))] if missing else []


def view_omissions(part: Dossier, name: str) -> list[Block]:
    """How many statements `part` of a dossier leaves out of a view: the last block of the view's page."""
    view = view_of(name)
    if part.whole is None or view is None:
        return []
    if view.kind == "marks":
        return []  # the view itself says which marks it leaves out
    if view.kind == "pair":
        from tui.dossier.between import between

        statements = between(part.whole, *ids_in(name)).statements
        missing = sum(part.get(statement.id) is None for statement in statements)
        return [Para(_reported_only(missing, "statement", "statements"))] if missing else []
    with_status = [kind for kind in KINDS.values() if kind.has_status]
    tables = view.tables or (PANELS[view.panel].table,)
    shown = [kind for kind in with_status if kind.table in tables]
    if view.tables and not shown:
        return []
    if view.kind in ("ego", "triangle"):
        pairs = combinations(ids_in(name), 2) if view.kind == "triangle" else (ids_in(name),)
        ties = {tie.id for pair in pairs for tie in part.whole.ties_of_pair(pair)}
        missing = sum(part.get(tie) is None for tie in ties)
    else:
        missing = sum(part.left_out(kind.table) for kind in shown or with_status)
    singular, plural = (shown[0].singular, shown[0].plural) if len(shown) == 1 else ("statement", "statements")
    return [Para(_reported_only(missing, singular, plural))] if missing else []


def list_omissions(part: Dossier, table: str) -> str:
    """The line below a list in `part` of a dossier, short enough for 80 columns; empty when nothing is left out."""
    missing = part.left_out(table) if table in part.tables else 0
    return f"{missing:,} left out; {KEY} shows all" if missing else ""


def _reported_only(missing: int, singular: str, plural: str) -> Spans:
    are = f"{singular} is" if missing == 1 else f"{plural} are"
    return (Span(f"Reported only: {missing:,} more {are} left out.", "dim"),)


def scope_omissions(
    builder: SpanBuilder,
    ties: Iterable[Tie] | None = None,
    *,
    listed: bool = False,
    part: tuple[str, Callable[[Tie], bool]] | None = None,
) -> list[Block]:
    """How many of `ties` (all of the dossier when None) the scope leaves out, and why; nothing when it admits all.

    When few of `ties` are left out for their status, each is named as a link, unless they are `listed` on the page.
    `part`: what those have that the page would show, and which they are; they are numbered unless they are all.
    """
    scope, dossier = builder.scope, builder.dossier
    named = ties is not None and not listed
    given = None if ties is None else list(ties)

    def admitted(by: Scope) -> list[Tie]:
        return by.ties(dossier) if given is None else by.counted(dossier, given)

    any_status = scope._replace(statuses=frozenset())
    counted, of_any_status = admitted(scope), admitted(any_status)
    of_any_kind = admitted(any_status._replace(kinds=frozenset())) if scope.kinds else of_any_status
    found = Scope(statuses=frozenset(), moment=scope.moment, facets=scope.facets)
    present = admitted(found) if scope.sides else of_any_kind
    outside = len(admitted(found._replace(facets=""))) - len(present) if scope.facets else 0
    of_other_kinds = len(of_any_kind) - len(of_any_status)
    of_other_sides = len(present) - len(of_any_kind)
    left_out = scope.left_out_ties(dossier) if given is None else by_status(of_any_status, scope.statuses)
    reasons = [_status(builder, status, ties_left_out, named) for status, ties_left_out in left_out.items()]
    if of_other_kinds:
        reasons.append((Span(f"{of_other_kinds:,} of excluded kinds"),))
    if of_other_sides:
        reasons.append((Span(f"{of_other_sides:,} of other sides"),))
    if outside:
        reasons.append((Span(f"{outside:,} outside “{brief(scope.facets, _TERMS)}”"),))
    others = of_other_kinds + of_other_sides + outside
    of_them = ""
    if part is not None and left_out and not others:
        what, belongs = part
        kept_out = [tie for ties_left_out in left_out.values() for tie in ties_left_out]
        of_them = having(sum(map(belongs, kept_out)), len(kept_out), what)
    return [*_left_out(reasons, left_out, others, of_them), *_moment(builder, given, counted)]


def _left_out(reasons: list[Spans], left_out: dict[str, list[Tie]], others: int, of_them: str) -> list[Block]:
    """The ties that are there and left out, for their status or as one of the `others`: numbers that add up to theirs.

    `of_them` is a remark on how many of them there are of one sort.
    """
    if not reasons:
        return []
    number = sum(map(len, left_out.values())) + others
    unsettled = not others and left_out.keys() <= UNSETTLED
    remark = (Span(f" ({of_them})", "dim"),) if of_them else ()
    return [Para((Span(f"{omitted_ties(number, unsettled=unsettled)}: ", "label"), *joined(reasons, ", "), *remark))]


def _moment(builder: SpanBuilder, ties: list[Tie] | None, counted: list[Tie], of: str = "") -> list[Block]:
    """How many of some ties are not there at the moment, and of how many of the `counted` that is open.

    `of` says which ties they are.
    """
    if builder.scope.moment is None:
        return []
    if ties is None:
        states = counted_states(builder.dossier, builder.scope)
    else:
        states = builder.as_of.states(tie.id for tie in counted)
    kept = [f"{states[state]:,} {words}" for state, words in _OPEN_STATES.items() if states[state]]
    absent = ", ".join(absent_ties(builder, ties))
    parts: list[Spans] = [(Span(f"{absent}, not counted"),)] if absent else []
    parts += [(Span(f"{', '.join(kept)}, counted"),)] if kept else []
    if changed := changes_since(builder, builder.dossier.records_of(Tie) if ties is None else ties):
        parts.append((Span(changed, "strong"),))
    lead = f"{moment_words(builder.scope.moment, opening=True)}{of}"
    return [Para((Span(f"{lead}: ", "label"), *joined(parts, "; ")))] if parts else []


def moment_of(builder: SpanBuilder, ties: list[Tie], counted: list[Tie]) -> list[Block]:
    """The moment, how many of some signed ties are not there at it, and of how many of the `counted` that is open.

    Nothing outside of time.
    """
    if builder.scope.moment is None:
        return []
    said = _moment(builder, ties, counted, of=", of the signed ties")
    return said or [Para((Span(f"{moment_words(builder.scope.moment, opening=True)}.", "label"),))]


_OPEN_STATES: dict[State, str] = {"perhaps": f"perhaps there ({PERHAPS})", "undated": "undated"}
"""How ties are counted of which it is open whether they are there."""


def absent_ties(builder: SpanBuilder, ties: Iterable[Tie] | None = None) -> list[str]:
    """How many of some ties, all of the dossier when None, are not there at the moment: `2 ended`, `1 not begun`."""
    if ties is None:
        states = tie_states(builder.dossier, builder.scope.moment)
    else:
        states = builder.as_of.states(tie.id for tie in ties)
    return [f"{states[state]:,} {state}" for state in ("ended", "not begun") if states[state]]


def _status(builder: SpanBuilder, status: str, ties: list[Tie], named: bool) -> Spans:
    counted = (Span(f"{len(ties):,} {STATUS_GLYPHS[status]} {status}", status_role(status)),)
    if not named or len(ties) > FEW:
        return counted
    return (*counted, Span(" ("), *joined(_tie(builder, tie) for tie in ties), Span(")"))


def _tie(builder: SpanBuilder, tie: Tie) -> Spans:
    ends = builder.short_ends(tie)
    if named_by_terms(tie):
        return (*ends, Span(": ", "dim"), builder.kind(tie))
    terms = f": {in_few_words(tie.terms, _TERMS)}" if tie.terms else ""
    return (builder.kind(tie), Span(" "), *ends, Span(terms, "dim"))
