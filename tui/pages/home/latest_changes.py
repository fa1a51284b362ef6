"""The latest ties that began or ended up to the moment, for where Home has room for them."""

from __future__ import annotations

from tui.dossier.dated import occurrences
from tui.dossier.kinds import Tie
from tui.dossier.values.dates import Date, short_date
from tui.dossier.values.lifetimes import bounds
from tui.pages.moment_marks import CHANGE_GLYPHS
from tui.pages.page import Block, Entry, Section, Span
from tui.pages.span_builder import SpanBuilder

_GLYPHS = {"begins": CHANGE_GLYPHS["came"], "ends": CHANGE_GLYPHS["went"]}
_ENDS = 2
"""The most actors of a tie that are named."""


def latest_changes(builder: SpanBuilder, most: int) -> list[Block]:
    """The `most` latest beginnings and ends of ties, the latest first; nothing where there are fewer."""
    moment = builder.scope.moment
    upto = bounds(moment)[1] if moment is not None else None
    found = [
        change for change in occurrences(builder.dossier, ("ties",)) if upto is None or bounds(change.date)[1] <= upto
    ]
    if len(found) < most:
        return []
    entries: list[Block] = []
    for change in found[: -most - 1 : -1]:
        if not isinstance(tie := change.record, Tie):
            continue
        words = (builder.sign(tie.polarity), Span(" "), *builder.ends(tie, most=_ENDS))
        entries.append(Entry(Span(_GLYPHS[change.what], "strong"), words, (Span(_month(change.date), "dim"),)))
    legend = "  ".join(f"{glyph} {what}" for what, glyph in _GLYPHS.items())
    return [Section("Latest changes", link="timeline-ties:", note=(Span(legend, "dim"),)), *entries]


def _month(date: Date) -> str:
    """A date in few words without its day: there is little room, and the page of the tie has it."""
    words = short_date(date)
    day, _, month = words.partition(" ")
    return month if day.isdecimal() and " " in month else words
