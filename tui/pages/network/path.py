"""The shortest chains of ties between two actors, with the evidence for each step; nothing is concluded from them.

May not know how chains are found.
"""

from __future__ import annotations

from tui.dossier.network.chains import Chain, Chains, Step, chains
from tui.dossier.network.signed_graph import sign_of
from tui.pages.network.tie_signs import ego, pair, sign, touching
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title
from tui.pages.records.alliances import tie_entry
from tui.pages.span_builder import FEW, SpanBuilder

MOST_CHAINS = 20
"""So many chains are shown."""
MOST_STEPS = 30
"""So many steps of a chain are shown."""


def path_page(builder: SpanBuilder, start: str, end: str) -> Page | None:
    """The sheet of the chains from one actor to another; None unless both are actors."""
    dossier = builder.dossier
    if dossier.actor(start) is None or dossier.actor(end) is None:
        return None
    found = chains(builder.scope.ties(dossier), start, end, MOST_CHAINS)
    title = (*_centred(builder, start), Span(" to ", "dim"), *_centred(builder, end))
    blocks: list[Block] = [Title(title, (Span("chains of ties", "dim"),)), Para(_says(builder, start, end, found))]
    for number, chain in enumerate(found.listed, 1):
        blocks += _chain(builder, number if len(found.listed) > 1 else 0, chain)
    if found.length > 1:
        blocks.append(
            Para(
                (Span("A chain only lists ties. How its two ends stand to each other does not follow from it.", "dim"),)
            )
        )
    if found.listed or start == end:
        blocks += scope_omissions(builder)
    else:
        near = {tie.id: tie for name in (start, end) for tie in touching(builder, name)}
        blocks += scope_omissions(builder, near.values()) or scope_omissions(builder)
    return Page(f"path:{start}:{end}", tuple(blocks))


def _centred(builder: SpanBuilder, name: str) -> Spans:
    return tuple(span._replace(link=ego(name)) for span in builder.name(name))


def _says(builder: SpanBuilder, start: str, end: str, found: Chains) -> Spans:
    """How many chains there are and how long."""
    names = builder.short(start), builder.short(end)
    if start == end:
        return (Span(f"{names[0]} is both ends; a chain needs two actors."),)
    if not found.listed:
        return (Span(f"No chain of the ties that are counted leads from {names[0]} to {names[1]}."),)
    if found.length == 1:
        return (Span(f"{names[0]} and {names[1]} are tied directly."),)
    steps = f"{found.length:,} steps"
    if found.total == 1:
        return (Span(f"The shortest chain has {steps}; there is no other as short."),)
    number = "too many to count" if found.total is None else f"{found.total:,} of them"
    shown = f", and the first {len(found.listed)} are below" if found.total != len(found.listed) else ""
    return (Span(f"The shortest chains have {steps}; there are {number}{shown}."),)


def _chain(builder: SpanBuilder, number: int, chain: Chain) -> list[Block]:
    """The chain in one line, `Armenia − Azerbaijan + Israel`, then each step with the ties that join its two actors."""
    shown = chain[:MOST_STEPS]
    spans: list[Span] = [Span(f"{number}.  ", "label")] if number else []
    spans.append(_short(builder, shown[0].one))
    for step in shown:
        glyph = sign(builder, sign_of(step.ties))
        spans += [Span(" "), glyph._replace(link=pair(step.one, step.other)), Span(" "), _short(builder, step.other)]
    if (more := len(chain) - len(shown)) > 0:
        spans.append(Span(f" … {more:,} more steps to {builder.short(chain[-1].other)}", "dim"))
    blocks: list[Block] = [Para(tuple(spans))]
    for step in shown:
        blocks += _step(builder, step)
    return blocks


def _short(builder: SpanBuilder, name: str) -> Span:
    return builder.name(name)[0]._replace(text=builder.short(name), link=ego(name))


def _step(builder: SpanBuilder, step: Step) -> list[Block]:
    """Each tie that joins two actors, of many the first."""
    glyph = sign(builder, sign_of(step.ties)).text
    heading = f"{builder.short(step.one)} {glyph} {builder.short(step.other)}"
    blocks: list[Block] = [Section(heading, len(step.ties))]
    blocks += [tie_entry(builder, tie, step.one) for tie in step.ties[:FEW]]
    if (more := len(step.ties) - FEW) > 0:
        blocks.append(Para((Span(f"and {more:,} more", "dim", pair(step.one, step.other)),), indent=2))
    return blocks
