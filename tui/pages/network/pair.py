"""Two actors and everything between them: their ties by sign, those not counted, quotes, expectations, claims.

Whoever holds an office of an actor or is a part of it speaks for the actor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.dossier.between import between, quotes_between
from tui.dossier.kinds import Expectation, Tie, is_settled
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.values.vocabulary import AGAINST, NEITHER, WITH
from tui.pages.network.tie_signs import MOST, ego_link, hidden_ties, sign_words, ties_section
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Page, Para, Span, Spans, Title
from tui.pages.records.alliances import unsigned
from tui.pages.records.sections import section
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import pair_view_id

_HEADINGS = ((AGAINST, "− ties"), (WITH, "+ ties"))


def pair_page(builder: SpanBuilder, first: str, second: str) -> Page | None:
    """The view of two different actors, the same in either order; None for any other ids."""
    dossier = builder.dossier
    if first == second or dossier.actor(first) is None or dossier.actor(second) is None:
        return None
    first, second = pair = (min(first, second), max(first, second))
    found = between(dossier, first, second)
    ties = list(found.ties)
    counted = builder.scope.counted(dossier, ties)
    counted = [tie for tie in counted if first in tie.ends and second in tie.ends]
    ids = {tie.id for tie in counted}
    not_counted = [tie for tie in ties if tie.id not in ids]
    title = (ego_link(builder, first), Span(" and ", "dim"), ego_link(builder, second))
    blocks: list[Block] = [Title(title, _sign(builder, pair, counted, ties)), *_remark(builder, pair, counted, ties)]
    for polarity, heading in _HEADINGS:
        of_polarity = [tie for tie in counted if tie.polarity == polarity]
        blocks += ties_section(builder, heading, of_polarity, "", first)
    for heading, listed in unsigned((tie for tie in counted if tie.polarity == NEITHER), ""):
        blocks += ties_section(builder, heading, listed, "", first)
    unsettled = all(not is_settled(tie) for tie in not_counted)
    blocks += ties_section(builder, "Unsettled (not counted)" if unsettled else "Not counted", not_counted, "", first)
    quotes, read = quotes_between(dossier, found)
    for heading, names in (
        ("Quotes that concern the two", quotes),
        ("Quotes linked by judgement or inference", read),
        (_expected_heading(found.expectations, found.voices), [row.id for row in found.expectations]),
        ("Claims about both", [claim.id for claim in found.about_both]),
        ("Claims of one that concern the other", [claim.id for claim in found.one_sided]),
    ):
        blocks += _bounded(section(builder, heading, names, ""))
    blocks += scope_omissions(builder, ties, listed=True)
    return Page(pair_view_id(first, second), tuple(blocks))


def _sign(builder: SpanBuilder, pair: tuple[str, str], counted: list[Tie], ties: list[Tie]) -> Spans:
    if counted:
        return (sign_words(builder, sign_of(counted)),)
    if not ties:
        return (Span("no reported tie" if hidden_ties(builder, pair) else "no tie", "dim"),)
    return (Span("no settled tie" if not any(map(is_settled, ties)) else "none counted", "dim"),)


def _remark(builder: SpanBuilder, pair: tuple[str, str], counted: list[Tie], ties: list[Tie]) -> list[Block]:
    """What the sign alone cannot say."""
    if not ties and hidden_ties(builder, pair):
        words = "No tie between the two is reported in the voice of a source."
    elif not ties:
        words = "The dossier records no tie between the two."
    elif not counted:
        unsettled = not any(map(is_settled, ties))
        counts = f"No settled tie; {len(ties):,} unsettled."
        words = counts if unsettled else "None of the ties between the two is counted."
    elif len({tie.polarity for tie in counted} - {NEITHER}) > 1:
        against, with_ = (sum(tie.polarity == polarity for tie in counted) for polarity in (AGAINST, WITH))
        words = f"Mixed: {against:,} against and {with_:,} with. One does not cancel the other."
    else:
        return []
    return [Para((Span(words, "dim"),))]


def _bounded(blocks: list[Block]) -> list[Block]:
    """A heading with its first items, and how many more there are."""
    return [*blocks[: MOST + 1], *and_more_line(len(blocks) - 1 - MOST)]


def _expected_heading(expected: Sequence[Expectation], voices: Mapping[str, set[str]]) -> str:
    each = all(any(row.expecting in ours for row in expected) for ours in voices.values())
    return "Expected of each other" if each else "Expected by one of the other"
