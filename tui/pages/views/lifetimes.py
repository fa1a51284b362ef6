"""The timelines of what lasts, ties and offices: one row for each, with its bar from when to when it is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tui.dossier.dated import Occurrence, Sort, occurrences
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.once import once_per_dossier
from tui.dossier.values.lifetimes import ALWAYS, bounds
from tui.dossier.values.vocabulary import EMPTY_CELL, STATUS_GLYPHS
from tui.pages.moment_marks import dim_spans, moment_words
from tui.pages.network.line_styles import line_of_tie, there_in_words
from tui.pages.page import Page, Para, Span, Spans, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.timeline_blocks import LifetimeChart, LifetimeRow
from tui.pages.truncation import and_more_line
from tui.pages.views.date_strip import date_strip, months_of
from tui.pages.views.dated_timeline import MOST, PERHAPS_WORDS, heading_blocks
from tui.pages.when import years_words

_REST: Mapping[Sort, tuple[str, str]] = MappingProxyType(
    {"ties": ("panel:alliances", "in the list of ties"), "offices": ("panel:actors", "on the pages of actors")}
)
"""Where those are found that there is no row for, and that in words."""
_NOUNS = ("beginning or end", "beginnings and ends")
"""What a strip of the dates of what lasts counts: one, and several."""
_ENDS = 4
"""The most actors of a tie that are named."""
_AFTER_MOMENT = 12
"""The part of a scale that lies after the moment at least: one in so many."""
_FAR = 10**8
"""A day further away than this is that of an open date."""


def ties_timeline(builder: SpanBuilder) -> Page:
    """The ties, each as a bar from its beginning to its end."""
    return _page(builder, "Timeline of ties", "ties")


def offices_timeline(builder: SpanBuilder) -> Page:
    """The offices, each as a bar from when it is taken to when it is left."""
    return _page(builder, "Timeline of offices and roles", "offices")


def _page(builder: SpanBuilder, title: str, sort: Sort) -> Page:
    dossier, moment = builder.dossier, builder.scope.moment
    found = occurrences(dossier, (sort,))
    blocks = heading_blocks(builder, title, (sort,), found)
    if not found:
        return Page("", tuple(blocks))
    strip = date_strip(((months_of(each.date), each.record.id) for each in found), *_NOUNS)
    blocks += [strip] if strip is not None else []
    lasting = _each_once(dossier, sort)
    shown = lasting[:MOST]
    at = bounds(moment) if moment is not None else None
    first, last = _scale(found, at)
    rows = tuple(_row(row, at) for row in _rows(dossier, sort))
    begun = [row for row in rows if at is None or row.begins[0] <= at[1]]
    rows = (*begun, *(row for row in rows if at is not None and row.begins[0] > at[1]))
    later = len(begun) if len(begun) < len(rows) else -1
    words = moment_words(moment) if moment is not None else ""
    blocks.append(Para(_legend(rows, at, words)))
    blocks.append(LifetimeChart(rows, first, last, at, words, later))
    return Page("", (*blocks, *and_more_line(len(lasting) - len(shown), *_REST[sort])))


@once_per_dossier
def _each_once(dossier: Dossier, sort: Sort) -> list[Occurrence]:
    """Each tie or office once, in the order in which they begin, those of which that is not known first."""
    seen: dict[tuple[str, int], Occurrence] = {}
    for each in occurrences(dossier, (sort,)):
        seen.setdefault((each.record.id, id(each.role)), each)
    return sorted(seen.values(), key=lambda each: each.span[0] is not None)


@once_per_dossier
def _rows(dossier: Dossier, sort: Sort) -> tuple[LifetimeRow, ...]:
    """The rows as they are where no moment is chosen."""
    builder = SpanBuilder(dossier)
    return tuple(_made(builder, each) for each in _each_once(dossier, sort)[:MOST])


def _made(builder: SpanBuilder, each: Occurrence) -> LifetimeRow:
    begins, ends = each.span
    mark, words, status = _what(builder, each)
    return LifetimeRow(
        mark,
        words,
        years_words(begins, ends),
        bounds(begins) if begins is not None else (-ALWAYS, -ALWAYS),
        bounds(ends) if ends is not None else (ALWAYS, ALWAYS),
        status,
        line=line_of_tie(each.record) if isinstance(each.record, Tie) else "whole",
    )


def _what(builder: SpanBuilder, each: Occurrence) -> tuple[Span, Spans, Spans]:
    """The sign, the names and the kind of a tie, with the glyph of its status; whose an office is, and which."""
    record = each.record
    if isinstance(record, Tie):
        words = (*builder.ends(record, most=_ENDS), Span("  "), builder.kind(record))
        status = builder.status(record.status)[0]
        return builder.sign(record.polarity), words, (status._replace(text=STATUS_GLYPHS[record.status]),)
    office = builder.role(each.role, "text") if each.role is not None else ()
    return Span(" "), (*builder.name(record.id), Span("  "), *office), ()


def _row(row: LifetimeRow, moment: tuple[int, int] | None) -> LifetimeRow:
    """A row at a moment: dimmed if it has ended or not begun."""
    if moment is None or (row.begins[0] <= moment[1] and row.ends[1] >= moment[0]):
        return row
    mark = row.mark._replace(role="dim")
    return row._replace(mark=mark, words=dim_spans(row.words), status=dim_spans(row.status), absent=True)


def _scale(found: Sequence[Occurrence], moment: tuple[int, int] | None) -> tuple[int, int]:
    """The first and the last day that the dates and the moment give; an open end gives none.

    After the moment there is some room, so that what goes on is told from what has ended.
    """
    days = [day for each in found for date in each.span if date is not None for day in bounds(date)]
    days = [day for day in (*days, *(moment or ())) if abs(day) < _FAR]
    first, last = min(days, default=0), max(days, default=0)
    return first, last if moment is None else max(last, moment[1] + (last - first) // _AFTER_MOMENT)


def _legend(rows: Sequence[LifetimeRow], moment: tuple[int, int] | None, words: str) -> Spans:
    """What the cells of the bars mean, as far as they occur."""
    return joined(((Span(part, "dim"),) for part in _legend_parts(rows, moment, words)), "   ")


def _legend_parts(rows: Sequence[LifetimeRow], moment: tuple[int, int] | None, words: str) -> Iterator[str]:
    yield from there_in_words({row.line for row in rows})
    if any(row.begins[1] == -ALWAYS for row in rows):
        yield PERHAPS_WORDS
    elif any(low != high for row in rows for low, high in (row.begins, row.ends)):
        yield "┄ perhaps"
    yield f"{EMPTY_CELL} not there"
    if moment is not None:
        yield f"┊ {words}"
        if any(row.ends[1] > moment[1] for row in rows):
            yield "─ afterwards, not known to hold"
