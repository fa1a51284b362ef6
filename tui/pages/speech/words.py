"""What the views of what is said share: words in few lines, counts of them, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence

from tui.dossier.kinds import KINDS, Quote
from tui.dossier.values.vocabulary import act_words, count_noun
from tui.pages.moment_marks import moment_words
from tui.pages.page import Block, Para, Span, Spans, joined
from tui.pages.phrases import quoted
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.when import happened

_EXCERPT, _AGAIN, _START = 300, 80, 42
"""The most characters of a quote among others, of one told whole where the page has shown it already, and of the words
that point to a longer one.
"""


def tally(quotes: Sequence[Quote]) -> str:
    """How many quotes there are, by sort: `2 quotations, 1 reported statement`."""
    return str(KINDS[Quote.TABLE].tallied(quotes))


def in_brief(builder: SpanBuilder, quote: Quote, heading: str, *, about: str = "", again: bool = False) -> Spans:
    """A quote under the name of the actor `heading`: who spoke, unless that is the actor, how and when, then the words.

    Of long words those `about` somebody are shown. Reported speech is introduced as such, and has no quotation marks.
    Shown `again` on a page, long words are only named by their first ones: half of them could lack those that the
    reader looks for.
    """
    parts = [builder.name(quote.speaker)] if quote.speaker != heading else []
    if quote.act:
        parts.append((Span(act_words(quote.act), "dim"),))
    parts.append(happened(quote.date))
    if quote.date_text:
        parts.append((Span(quoted(quote.date_text), "dim"),))
    is_above = again and len(quote.text) > _AGAIN
    told = builder.excerpt(quote, _START if is_above else _EXCERPT, labelled=True, about="" if is_above else about)
    above = (Span(" as above", "dim"),) if is_above else ()
    said = (*told, *above, Span(" "), *builder.cites(quote.cite, FEW))
    return joined((joined(parts, " · "), said), "\n")


def left_out(builder: SpanBuilder, later: int, hidden: int = 0) -> list[Block]:
    """How many quotes of a later time are not shown, and how many subjects that no source reports in its own voice."""
    blocks: list[Block] = []
    if later and builder.scope.moment is not None:
        lead = Span(f"{moment_words(builder.scope.moment, opening=True)}: ", "label")
        blocks.append(Para((lead, Span(f"{count_noun(later, 'later quote')} not shown"))))
    if hidden:
        noun = "subject is" if hidden == 1 else "subjects are"
        blocks.append(Para((Span(f"Reported only: {hidden:,} more {noun} left out.", "dim"),)))
    return blocks
