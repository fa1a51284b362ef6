"""How certain it all is: a bar of the glyphs of the statuses, and what is contested, with both versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tui.dossier.disputes import Dispute, disputes
from tui.dossier.kinds import KINDS, Claim, Record, kind_of
from tui.dossier.responses import opponents
from tui.dossier.values.cite import disputing
from tui.dossier.values.vocabulary import STATUS_GLYPHS, STATUSES, UNSETTLED
from tui.pages.page import BULLET, BarRow, Bars, Block, Entry, Section, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief

_DISPUTES, _VERSIONS = 3, 3
"""The most matters in dispute, and the most claims of one."""
_STATUS_NOUNS = {"judgement": "judged"}


def certainty_blocks(builder: SpanBuilder) -> list[Block]:
    """The bar, the numbers behind it, and a line for each version of what is contested."""
    tables = builder.dossier.tables
    counts_now = builder.as_of.counts
    found = disputes(builder.dossier)
    matters = [matter for matter in found if any(counts_now(record.id) for record in matter.records)]
    lines: list[Block] = [block for matter in matters[:_DISPUTES] for block in _dispute(builder, matter)]
    if more := and_more(len(matters) - _DISPUTES, "versions:"):
        lines.append(Entry(BULLET, more))
    stated = [record for kind in KINDS.values() if kind.has_status for record in tables[kind.table]]
    counts = Counter(str(getattr(record, "status", "")) for record in stated if counts_now(record.id))
    blocks = [*_shares({status: counts[status] for status in STATUSES if counts[status]}), *lines]
    title = "How certain it all is, and what is contested" if matters else "How certain it is"
    without_line = sum(
        len(matter.covered) + len(matter.records) - len(_shown(matter)) for matter in matters[:_DISPUTES]
    )
    notes: list[Spans] = []
    if without_line:
        notes.append((Span(f"{without_line:,} more on the same matters", "dim", "versions:"),))
    if absent := len(stated) - sum(counts.values()):
        notes.append((Span(f"{absent:,} not there at this time", "dim"),))
    note = joined(notes, "; ")
    heading = Section(title, link="versions:" if matters else "panel:claims", compact=True, note=note)
    return [heading, *blocks] if blocks else []


def _shares(counts: Mapping[str, int]) -> list[Block]:
    """A bar of the glyphs of the statuses, and how many statements have each."""
    if not counts:
        return []
    bar = BarRow(
        Span(""), tuple((Span(STATUS_GLYPHS[status], status_role(status)), counts[status]) for status in counts)
    )
    first, *rest = joined((_share(status, count) for status, count in counts.items()), "  ")
    mark, _, number = first.text.partition(" ")
    return [Bars((bar,)), Entry(Span(mark, first.role), (first._replace(text=number), *rest))]


def _share(status: str, count: int) -> Spans:
    target = "versions:" if status in UNSETTLED else "panel:claims"
    label = f"{STATUS_GLYPHS[status]} {count:,} {_STATUS_NOUNS.get(status, status)}"
    return (Span(label, status_role(status), target),)


def _shown(matter: Dispute) -> list[Record]:
    """The records of a matter that have a line; those who deny the first are named there, not what they claim instead.

    What its claims are about has no line either.
    """
    first, *others = matter.records
    deniers = frozenset(getattr(first, "denied_by", ()))
    return [first, *(other for other in others if not deniers.issuperset(getattr(other, "by", ())))]


def _dispute(builder: SpanBuilder, matter: Dispute) -> list[Block]:
    """A line for each claim of a matter: what is in dispute, who says it, and who denies or contradicts it."""
    records = _shown(matter)
    lines: list[Block] = [_disputed(builder, record, len(records) == 1) for record in records[:_VERSIONS]]
    if more := and_more(len(records) - _VERSIONS, "versions:"):
        lines.append(Entry(BULLET, more))
    return lines


def _disputed(builder: SpanBuilder, record: Record, alone: bool) -> Entry:
    status = str(getattr(record, "status", ""))
    by, denied_by = getattr(record, "by", ()), getattr(record, "denied_by", ())
    tail = [(Span("said by ", "dim"), *builder.speakers(by, most=2))] if by else []
    if denied_by:
        tail.append((Span("denied by ", "dim"), *builder.speakers(denied_by, most=2)))
    spans: Spans = (Span(brief(builder.dossier.name(record.id)), "text", record.id),)
    if not isinstance(record, Claim):
        spans = (*spans, Span(f"  {kind_of(record).category_of(record)}", "dim"))
    elif alone and not denied_by and (others := opponents(builder.dossier, record)):
        tail.append((Span("contradicted by ", "dim"), *builder.speakers(others, most=2)))
    if cites := disputing(getattr(record, "cite", None)):
        tail.append(builder.cites(cites, most=2))
    return Entry(Span(STATUS_GLYPHS[status], status_role(status)), spans, joined(tail, " · "))
