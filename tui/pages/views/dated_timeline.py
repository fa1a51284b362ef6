"""The timelines of whatever happens at a date, on one rail: the quotes, or everything, ties and offices among it."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dated import Occurrence, Sort, certainly_earlier, is_any_dated, occurrences, undated
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event, Quote, Record, Tie, kind_of
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Date, date_words, numbered_day
from tui.dossier.values.lifetimes import bounds
from tui.dossier.values.vocabulary import EMPTY_CELL, count_noun
from tui.pages.moment_marks import CHANGE_GLYPHS, moment_words
from tui.pages.network.line_styles import LINE_GLYPHS, line_of_tie, there_in_words
from tui.pages.page import Block, LineStyle, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import SpanBuilder
from tui.pages.timeline_blocks import CountStrip, TimelineEntry
from tui.pages.truncation import and_more_line, brief, part_of
from tui.pages.views.date_strip import date_strip, months_of
from tui.pages.views.timeline import BROKEN_LEGEND, dimmed, precision_legend
from tui.pages.when import span_words

MOST = 500
"""The most entries on a page."""
_EXCERPT = 100
"""The most characters of a quote."""
_BAR = 22
"""The width of a bar, in cells."""
_AFTER_LEGEND: Spans = (Span("   ", "dim"), Span("─ afterwards, not known to hold", "dim"))
PERHAPS_WORDS = "┄ perhaps, or since when is not known"
_EVERY: tuple[Sort, ...] = ("events", "ties", "quotes", "offices")
_LISTS: Mapping[Sort, str] = MappingProxyType(
    {"events": "panel:events", "ties": "panel:alliances", "quotes": "panel:quotes", "offices": "panel:actors"}
)
"""Where all of a sort is listed."""
_GLYPHS = {"begins": CHANGE_GLYPHS["came"], "ends": CHANGE_GLYPHS["went"]}
TIMELINES = ("timeline:", "timeline-ties:", "timeline-quotes:", "timeline-offices:", "timeline-all:")
"""The views that are timelines, in the order in which one key shows them."""


def following_timeline(dossier: Dossier, shown: str) -> str:
    """The timeline after the one that is shown, the first when none is; empty when there is none but that."""
    views = timelines_of(dossier)
    at = TIMELINES.index(shown) if shown in TIMELINES else len(TIMELINES)
    in_turn = (*TIMELINES[at + 1 :], *TIMELINES[:at])
    return next((view for view in in_turn if view in views), "")


def timelines_instead(dossier: Dossier) -> tuple[str, ...]:
    """The timelines of a dossier without events of what is dated in it; none of one with events."""
    return () if dossier.records_of(Event) else timelines_of(dossier)


def timelines_of(dossier: Dossier) -> tuple[str, ...]:
    """The timelines that show something, in the order of `TIMELINES`.

    One on which nothing would be dated is left out, except that of the events, which have an order without dates too;
    and so is that of everything where only one sort is dated.
    """
    return _timelines_of(dossier, ())


@once_per_dossier
def _timelines_of(dossier: Dossier, _: tuple[()]) -> tuple[str, ...]:
    dated = [is_any_dated(dossier, sort) for sort in _EVERY]
    is_there = (bool(dossier.records_of(Event)), *dated[1:], sum(dated) > 1)
    return tuple(view for view, there in zip(TIMELINES, is_there, strict=True) if there)


def quotes_timeline(builder: SpanBuilder) -> Page:
    """The quotes that have a date."""
    return _page(builder, "Timeline of quotes", ("quotes",))


def full_timeline(builder: SpanBuilder) -> Page:
    """Events, ties, quotes and offices that have a date."""
    return _page(builder, "Timeline of everything dated", _EVERY)


def _page(builder: SpanBuilder, title: str, sorts: tuple[Sort, ...]) -> Page:
    found = occurrences(builder.dossier, sorts)
    blocks = heading_blocks(builder, title, sorts, found)
    if not found:
        return Page("", tuple(blocks))
    rail = _rail(builder.dossier, sorts)
    moment = builder.scope.moment
    last = bounds(moment)[1] if moment is not None else None
    blocks += [rail.strip] if rail.strip is not None else []
    blocks.append(Para(rail.legend if last is None or rail.axis is None else (*rail.legend, *_AFTER_LEGEND)))
    blocks += [rail.axis] if rail.axis is not None else []
    marked = False
    for dated in rail.entries:
        later = last is not None and dated.first_day > last
        if later and not marked and moment is not None:
            blocks.append(Section(moment_words(moment)))
            marked = True
        entry = dated.later if later else dated.entry
        blocks.append(entry if last is None else _with_thin_bar(entry, rail.scale, last))
    if moment is not None and not marked and len(found) <= MOST:
        blocks.append(Section(moment_words(moment)))
    return Page("", (*blocks, *and_more_line(len(found) - MOST)))


def heading_blocks(
    builder: SpanBuilder, title: str, sorts: tuple[Sort, ...], found: Sequence[Occurrence]
) -> list[Block]:
    """The title, how many dates there are and how much has none, and that nothing has one if that is so."""
    blocks: list[Block] = [Title((Span(title, "strong"),), (Span(_dates(found, sorts), "dim"),))]
    missing = {sort: records for sort in sorts if (records := undated(builder.dossier, sort))}
    if found and missing:
        without = ", ".join(_without(builder, sort, records) for sort, records in missing.items())
        date = "a date of their own" if sorts == ("ties",) else "a date"
        blocks.append(Para((Span(f"Without {date}, and not on it: {without}.", "dim"),)))
    elif not found:
        blocks += [_none_dated(sort, records) for sort, records in missing.items()]
        blocks += [] if missing else [Para((Span("There is nothing of this sort in the dossier."),))]
    return blocks


def _with_thin_bar(entry: TimelineEntry, scale: tuple[int, int], last: int) -> TimelineEntry:
    """An entry whose bar is thin after the day `last`: what lies after the moment is not known to hold."""
    bar = "".join(span.text for span in entry.below)
    column = _column(last, scale) + 1
    if len(bar) != _BAR or not {*LINE_GLYPHS.values(), "┄"} & set(bar[column:]):
        return entry
    kept, left = [], column
    for span in entry.below:
        kept.append(span._replace(text=span.text[: max(0, left)]))
        left -= len(span.text)
    thin = "".join(cell if cell == EMPTY_CELL else "─" for cell in bar[column:])
    return entry._replace(below=(*(span for span in kept if span.text), Span(thin, "axis")))


def _none_dated(sort: Sort, records: Sequence[Record]) -> Para:
    """`None of the 22 ties has a date.`, the number as a link to their list."""
    counted, only = _counted(sort, records), len(records) == 1
    link = Span(counted.removeprefix("1 ") if only else " and ".join(counted.split(", ")), "name", _LISTS[sort])
    lead, end = ("The only ", " has no date.") if only else ("None of the ", " has a date.")
    return Para((Span(lead), link, Span(end)))


def _dates(found: Sequence[Occurrence], sorts: tuple[Sort, ...]) -> str:
    """How many dates there are, and of how many ties or offices where it is these that they are of."""
    dates = count_noun(len(found), "date")
    if not found or sorts not in (("ties",), ("offices",)):
        return dates
    lasting = {(occurrence.record.id, id(occurrence.role)): occurrence.record for occurrence in found}
    return f"{dates} of {_counted(sorts[0], list(lasting.values()))}"


def _without(builder: SpanBuilder, sort: Sort, records: Sequence[Record]) -> str:
    """How many are not dated; of ties that are known from when to when their actors are there, how many these are."""
    counted = _counted(sort, records)
    by_id = lifetimes_of(builder.dossier).by_id if sort == "ties" else {}
    lent = sum(record.id in by_id for record in records)
    return f"{counted} ({part_of(lent, len(records), 'dated by their actors')})" if lent else counted


def _counted(sort: Sort, records: Sequence[Record]) -> str:
    """How many there are of a sort, in words; each record of the offices stands for one of them."""
    if sort == "offices":
        return f"{len(records):,} {'office or role' if len(records) == 1 else 'offices and roles'}"
    return kind_of(records[0]).tallied(records)


class _Dated(NamedTuple):
    """An entry, the first day that its date may mean, and the same entry as it is shown while that is later."""

    first_day: int
    entry: TimelineEntry
    later: TimelineEntry


class _Rail(NamedTuple):
    """What of a timeline is the same at every moment."""

    strip: CountStrip | None
    legend: Spans
    axis: TimelineEntry | None
    entries: tuple[_Dated, ...]
    scale: tuple[int, int]


@once_per_dossier
def _rail(dossier: Dossier, sorts: tuple[Sort, ...]) -> _Rail:
    builder = SpanBuilder(dossier)
    found = occurrences(dossier, sorts)
    shown, scale = found[:MOST], _scale(found)
    entries = [
        (now, _entry(builder, now, following, scale, is_dated=before is None or before.date != now.date))
        for before, now, following in zip((None, *shown), shown, (*shown[1:], None), strict=False)
    ]
    has_bars = any(entry.compact for _, entry in entries)
    noun = kind_of(found[0].record).singular if len(sorts) == 1 else "date"
    return _Rail(
        date_strip(((months_of(occurrence.date), occurrence.record.id) for occurrence in found), noun),
        _legend(builder, shown),
        _axis(scale) if has_bars else None,
        tuple(_Dated(bounds(occurrence.date)[0], entry, dimmed(entry)) for occurrence, entry in entries),
        scale,
    )


def _entry(
    builder: SpanBuilder,
    occurrence: Occurrence,
    following: Occurrence | None,
    scale: tuple[int, int],
    *,
    is_dated: bool,
) -> TimelineEntry:
    """One entry. Unless it `is_dated` its date is that of the entry above, and repeated only above an own end."""
    rail: Literal["", "solid", "broken"] = ""
    if following is not None:
        rail = "solid" if certainly_earlier(occurrence, following) else "broken"
    lasting = isinstance(occurrence.record, Event)
    when: Spans = (Span(date_words(occurrence.date, lasting=lasting), "strong" if occurrence.date.exact else "text"),)
    below: Spans = ()
    times = [when] if is_dated else []
    if occurrence.what == "begins" or (occurrence.what == "ends" and occurrence.span[0] is None):
        begins, ends = occurrence.span
        if begins is not None and ends is not None:
            times = [when, (Span(span_words(None, ends), "dim"),)]
        below = _bar(occurrence.span, scale, _line(occurrence))
    mark, words, tail = _mark(builder, occurrence), _words(builder, occurrence), _backing(builder, occurrence)
    return TimelineEntry(mark, tuple(times), words, tail, below, rail, compact=occurrence.what != "happens")


def _mark(builder: SpanBuilder, occurrence: Occurrence) -> Span:
    if occurrence.what == "happens":
        return builder.date_mark(occurrence.date, lasting=isinstance(occurrence.record, Event))
    return Span(_GLYPHS[occurrence.what], "strong" if occurrence.date.exact else "text")


def _words(builder: SpanBuilder, occurrence: Occurrence) -> Spans:
    """`+ Norrow – Ilvane: defence pact begins`, `Hask takes office: Lock-keeper`, who says what, an event by name."""
    record = occurrence.record
    if occurrence.role is not None:
        verb = "takes office: " if occurrence.what == "begins" else "leaves office: "
        return (*builder.name(record.id), Span(f" {verb}", "dim"), *builder.role(occurrence.role, "text"))
    if isinstance(record, Tie):
        ends, kind = builder.ends(record, most=4), builder.kind(record)
        verb = occurrence.what.removesuffix("s") if kind.text.endswith("s") else occurrence.what
        return (builder.sign(record.polarity), Span(" "), *ends, Span(": "), kind, Span(f" {verb}", "dim"))
    if isinstance(record, Quote):
        return (*builder.name(record.speaker), Span(": ", "dim"), *builder.excerpt(record, _EXCERPT, labelled=True))
    return (Span(brief(builder.dossier.name(record.id)), "name", record.id),)


def _backing(builder: SpanBuilder, occurrence: Occurrence) -> Spans:
    record = occurrence.record
    if occurrence.role is not None:
        return builder.cites(occurrence.role.cite, 2)
    if isinstance(record, (Tie, Event)):
        return builder.backing(record.status, record.cite, record.by, record.denied_by)
    return builder.cites(record.cite, 2) if isinstance(record, Quote) else ()


def _scale(found: Sequence[Occurrence]) -> tuple[int, int]:
    """The first and the last day that the dates of a page give; an open end gives none."""
    dates = [date for occurrence in found for date in occurrence.span if date is not None]
    days = [day for date in dates for day in bounds(date) if abs(day) < 10**8]
    return min(days, default=0), max(days, default=0)


def _line(occurrence: Occurrence) -> LineStyle:
    return line_of_tie(occurrence.record) if isinstance(occurrence.record, Tie) else "whole"


def _bar(span: tuple[Date | None, Date | None], scale: tuple[int, int], line: LineStyle) -> Spans:
    """A span on the scale of its page: ━ or another `line` where it is there, ┄ where it may be, · where it is not.

    What begins nobody knows when is known to be there by its end alone.
    """
    first, last = scale
    begins = bounds(span[0]) if span[0] is not None else (first, first)
    ends = bounds(span[1]) if span[1] is not None else (last, last)
    low, high, early, late = (_column(day, scale) for day in (*begins, *ends))
    high = early if span[0] is None else high
    there = LINE_GLYPHS[line]
    cells = (
        there if high <= number <= early else "┄" if low <= number <= late else EMPTY_CELL for number in range(_BAR)
    )
    runs = ("".join(run) for _, run in groupby(cells))
    return tuple(Span(run, "axis" if run[0] == EMPTY_CELL else "chart") for run in runs)


def _column(day: int, scale: tuple[int, int]) -> int:
    """The cell of a bar that a day is in."""
    first, last = scale
    return min(_BAR - 1, max(0, int((day - first) / (max(1, last - first + 1) / _BAR))))


def _axis(scale: tuple[int, int]) -> TimelineEntry | None:
    """The years above the bars: the first, the last, and that of the middle; None where all is in one year."""
    first, middle, last = (str(numbered_day(day)[0]) for day in (scale[0], sum(scale) // 2, scale[1]))
    if first == last:
        return None
    between = middle if middle not in (first, last) else ""
    words = f"{first}{between:^{_BAR - len(first) - len(last)}}{last}"
    return TimelineEntry(Span(" "), (), (Span(words, "dim"),), rail="solid", compact=True)


def _legend(builder: SpanBuilder, found: Sequence[Occurrence]) -> Spans:
    """The marks that occur, in words."""
    parts: list[Spans] = []
    for what, glyph in _GLYPHS.items():
        if any(occurrence.what == what for occurrence in found):
            parts.append((Span(f"{glyph} ", "strong"), Span(what, "dim")))
    used = {_mark(builder, occurrence).text for occurrence in found}
    parts += precision_legend(used)
    if any(occurrence.what != "happens" for occurrence in found):
        lines = {_line(occurrence) for occurrence in found if occurrence.what != "happens"}
        perhaps = (PERHAPS_WORDS, f"{EMPTY_CELL} not there")
        parts += [(Span(words, "dim"),) for words in (*there_in_words(lines), *perhaps)]
    if any(not certainly_earlier(one, other) for one, other in pairwise(found)):
        parts.append(BROKEN_LEGEND)
    return joined(parts, "   ")
