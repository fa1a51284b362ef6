"""The shortest chains of ties between two actors, with the evidence for each step; nothing is concluded from them.

May not know how chains are found.
"""

from __future__ import annotations

from tui.dossier.pairs import sign_of
from tui.dossier.paths import Chain, Chains, Step, chains
from tui.pages.items import tie_item
from tui.pages.left_out import left_out
from tui.pages.network import ego, pair, sign, touching
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title
from tui.pages.phrases import FEW, Phrases

MOST_CHAINS = 20
"""So many chains are shown."""
MOST_STEPS = 30
"""So many steps of a chain are shown."""


def path_page(phrases: Phrases, start: str, end: str) -> Page | None:
    """The sheet of the chains from one actor to another; None unless both are actors."""
    dossier = phrases.dossier
    if dossier.actor(start) is None or dossier.actor(end) is None:
        return None
    found = chains(phrases.scope.ties(dossier), start, end, MOST_CHAINS)
    title = (*_centred(phrases, start), Span(" to ", "dim"), *_centred(phrases, end))
    blocks: list[Block] = [Title(title, (Span("chains of ties", "dim"),)), Para(_says(phrases, start, end, found))]
    for number, chain in enumerate(found.shown, 1):
        blocks += _chain(phrases, number if len(found.shown) > 1 else 0, chain)
    if found.length > 1:
        blocks.append(
            Para(
                (Span("A chain only lists ties. How its two ends stand to each other does not follow from it.", "dim"),)
            )
        )
    if found.shown or start == end:
        blocks += left_out(phrases)
    else:
        near = {tie.id: tie for name in (start, end) for tie in touching(phrases, name)}
        blocks += left_out(phrases, near.values()) or left_out(phrases)
    return Page(f"path:{start}:{end}", tuple(blocks))


def _centred(phrases: Phrases, name: str) -> Spans:
    return tuple(span._replace(link=ego(name)) for span in phrases.name(name))


def _says(phrases: Phrases, start: str, end: str, found: Chains) -> Spans:
    """How many chains there are and how long."""
    names = phrases.short(start), phrases.short(end)
    if start == end:
        return (Span(f"{names[0]} is both ends; a chain needs two actors."),)
    if not found.shown:
        return (Span(f"No chain of the ties that are counted leads from {names[0]} to {names[1]}."),)
    if found.length == 1:
        return (Span(f"{names[0]} and {names[1]} are tied directly."),)
    steps = f"{found.length:,} steps"
    if found.number == 1:
        return (Span(f"The shortest chain has {steps}; there is no other as short."),)
    number = "too many to count" if found.number is None else f"{found.number:,} of them"
    shown = f", and the first {len(found.shown)} are below" if found.number != len(found.shown) else ""
    return (Span(f"The shortest chains have {steps}; there are {number}{shown}."),)


def _chain(phrases: Phrases, number: int, chain: Chain) -> list[Block]:
    """The chain in one line, `Armenia − Azerbaijan + Israel`, then each step with the ties that join its two actors."""
    shown = chain[:MOST_STEPS]
    spans: list[Span] = [Span(f"{number}.  ", "label")] if number else []
    spans.append(_short(phrases, shown[0].one))
    for step in shown:
        glyph = sign(phrases, sign_of(step.ties))
        spans += [Span(" "), glyph._replace(link=pair(step.one, step.other)), Span(" "), _short(phrases, step.other)]
    if (more := len(chain) - len(shown)) > 0:
        spans.append(Span(f" … {more:,} more steps to {phrases.short(chain[-1].other)}", "dim"))
    blocks: list[Block] = [Para(tuple(spans))]
    for step in shown:
        blocks += _step(phrases, step)
    return blocks


def _short(phrases: Phrases, name: str) -> Span:
    return phrases.name(name)[0]._replace(text=phrases.short(name), link=ego(name))


def _step(phrases: Phrases, step: Step) -> list[Block]:
    """Each tie that joins two actors, of many the first."""
    glyph = sign(phrases, sign_of(step.ties)).text
    heading = f"{phrases.short(step.one)} {glyph} {phrases.short(step.other)}"
    blocks: list[Block] = [Section(heading, len(step.ties))]
    blocks += [tie_item(phrases, tie, step.one) for tie in step.ties[:FEW]]
    if (more := len(step.ties) - FEW) > 0:
        blocks.append(Para((Span(f"and {more:,} more", "dim", pair(step.one, step.other)),), indent=2))
    return blocks
