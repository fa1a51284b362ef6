"""What the views of the network share: signs of pairs, the names of their sheets, ties as items, bounds.

May not know which view asks.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.kinds import Tie
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import NEITHER, UNSETTLED
from tui.pages.page import Block, Para, Section, Span, Spans
from tui.pages.records.alliances import tie_entry
from tui.pages.span_builder import SpanBuilder

DOUBT = "?"
"""Stands after a sign that is `doubtful`."""
DOUBT_WORDS = "? not settled"

MOST = 200
"""So many arms, items, rows or columns are shown of one sort; a line says how many more there are."""


def ego(actor: str) -> str:
    """The name of the sheet with an actor in the middle."""
    return f"ego:{actor}"


def pair(one: str, other: str) -> str:
    """The name of the sheet about two actors, the same whichever is named first."""
    return ":".join(("pair", *sorted((one, other))))


def sign(builder: SpanBuilder, polarity: str) -> Span:
    """The sign of a pair as its glyph: `+`, `−`, `~` or `·`."""
    return Span("~", "sign-mixed") if polarity == MIXED else builder.sign(polarity)


def sign_words(builder: SpanBuilder, polarity: str) -> Spans:
    """The sign of a pair as glyph and word."""
    return (Span("~ mixed", "sign-mixed"),) if polarity == MIXED else builder.sign_words(polarity)


def is_unsettled(ties: Iterable[Tie]) -> bool:
    """Whether a sign rests on nothing but contested, denied or inferred ties, which the reader has switched in."""
    return all(tie.status in UNSETTLED for tie in ties if tie.polarity != NEITHER)


def touching(builder: SpanBuilder, actor: str) -> list[Tie]:
    """All ties of an actor, whatever the scope, in file order."""
    return [builder.dossier.tie(name) for name in builder.dossier.links.back(actor, "ties")]


def ties_section(builder: SpanBuilder, title: str, ties: list[Tie], page: str, more: str) -> list[Block]:
    """A heading with ties as items, seen from `page`; of very many the first, and a link `more` to where all are."""
    if not ties:
        return []
    blocks: list[Block] = [Section(title, len(ties)), *(tie_entry(builder, tie, page) for tie in ties[:MOST])]
    if len(ties) > MOST:
        blocks.append(Para((Span(f"and {len(ties) - MOST:,} more", "dim", more),)))
    return blocks
