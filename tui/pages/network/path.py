"""The shortest chains of ties between two actors, with the evidence for each step; nothing is concluded from them."""

from __future__ import annotations

from tui.dossier.network.chains import Chain, Chains, Step, chains
from tui.dossier.network.signed_graph import sign_of
from tui.pages.network.tie_signs import ego_link, short_ego_link, sign_glyph, ties_of_actor
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Page, Para, Section, Span, Title
from tui.pages.records.alliances import tie_entry
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more_line
from tui.pages.views.registry import pair_view_id

MOST_CHAINS = 20
"""The most chains shown."""
MOST_STEPS = 30
"""The most steps of a chain shown."""
_NO_CONCLUSION = "A chain only lists ties: how its two ends stand to each other does not follow from it."


def path_page(builder: SpanBuilder, start: str, end: str) -> Page | None:
    """The view of the chains from one actor to another; None unless both are actors."""
    dossier = builder.dossier
    if dossier.actor(start) is None or dossier.actor(end) is None:
        return None
    shortest = chains(builder.scope.ties(dossier), start, end, MOST_CHAINS)
    title = (ego_link(builder, start), Span(" to ", "dim"), ego_link(builder, end))
    blocks: list[Block] = [
        Title(title, (Span("chains of ties", "dim"),)),
        Para((Span(_summary(builder, start, end, shortest)),)),
    ]
    for number, chain in enumerate(shortest.listed, 1):
        blocks += _chain(builder, number if len(shortest.listed) > 1 else 0, chain)
    if shortest.length > 1:
        blocks.append(Para((Span(_NO_CONCLUSION, "dim"),)))
    if shortest.listed or start == end:
        blocks += scope_omissions(builder)
    else:
        ties_of_both = {tie.id: tie for actor in (start, end) for tie in ties_of_actor(builder, actor)}
        blocks += scope_omissions(builder, ties_of_both.values()) or scope_omissions(builder)
    return Page(f"path:{start}:{end}", tuple(blocks))


def _summary(builder: SpanBuilder, start: str, end: str, shortest: Chains) -> str:
    """How many chains there are and how long they are."""
    names = builder.short(start), builder.short(end)
    if start == end:
        return f"{names[0]} is both ends; a chain needs two actors."
    if not shortest.listed:
        return f"No chain of counted ties leads from {names[0]} to {names[1]}."
    if shortest.length == 1:
        return f"{names[0]} and {names[1]} are tied directly."
    steps = f"{shortest.length:,} steps"
    if shortest.total == 1:
        return f"The shortest chain has {steps}; no other is as short."
    number = "too many to count" if shortest.total is None else f"{shortest.total:,} of them"
    first = f", of which the first {len(shortest.listed)} follow" if shortest.total != len(shortest.listed) else ""
    return f"The shortest chains have {steps}; there are {number}{first}."


def _chain(builder: SpanBuilder, number: int, chain: Chain) -> list[Block]:
    """The chain on one line, `Armenia − Azerbaijan + Israel`, then each step with the ties between its two actors."""
    steps = chain[:MOST_STEPS]
    spans: list[Span] = [Span(f"{number}.  ", "label")] if number else []
    spans.append(short_ego_link(builder, steps[0].first))
    for step in steps:
        glyph = sign_glyph(builder, sign_of(step.ties))._replace(link=pair_view_id(step.first, step.second))
        spans += [Span(" "), glyph, Span(" "), short_ego_link(builder, step.second)]
    if (more := len(chain) - len(steps)) > 0:
        spans.append(Span(f" … {more:,} more steps to {builder.short(chain[-1].second)}", "dim"))
    return [Para(tuple(spans)), *(block for step in steps for block in _step(builder, step))]


def _step(builder: SpanBuilder, step: Step) -> list[Block]:
    """The first ties between two actors."""
    glyph = sign_glyph(builder, sign_of(step.ties)).text
    heading = f"{builder.short(step.first)} {glyph} {builder.short(step.second)}"
    items = (tie_entry(builder, tie, step.first) for tie in step.ties[:FEW])
    more = and_more_line(len(step.ties) - FEW, pair_view_id(step.first, step.second), indent=2)
    return [Section(heading, len(step.ties)), *items, *more]
