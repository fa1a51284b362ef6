"""The balance over time as a page: a table of the moments, then what changed at each and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.dossier.network.balance import By, Row, Turn
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import MIXED_GLYPH, TRIANGLE_GLYPH, count_noun
from tui.pages.balance.row_dates import dated, is_ahead, opening_date, row_text
from tui.pages.balance.triangle import READING_AID
from tui.pages.diagram_blocks import Grid
from tui.pages.moment_marks import CHANGE_GLYPHS
from tui.pages.page import BULLET, Block, Entry, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more, and_more_line
from tui.pages.when import moment_link

NO_ROWS = "No signed tie that counts, and no actor, gives a date at which it begins or ends."
_MOMENTS: dict[By, str] = {
    "change": "each day on which a tie or an actor begins to count or counts for the first time no more",
    "year": "the last day of each year; what begins and ends within a year is not seen",
    "month": "the last day of each month; what begins and ends within a month is not seen",
}
_LABELS = ("actors", "ties", f"{TRIANGLE_GLYPH} +", f"{TRIANGLE_GLYPH} −", "share +", "index")
_CELL = 9


def over_time_page(builder: SpanBuilder, rows: Sequence[Row], by: By) -> Page:
    """The page of the balance at each moment."""
    title = Title((Span("Balance over time", "strong"),), (Span("of the signed ties", "dim"),))
    if not rows:
        return Page("balance:", (title, Para((Span(NO_ROWS, "dim"),))))
    legend = (
        f"{READING_AID} A row is {_MOMENTS[by]}. {TRIANGLE_GLYPH} + are balanced triangles, "
        f"{TRIANGLE_GLYPH} − unbalanced ones, share + is that of "
        "the balanced ones; the index is the fewest changes needed, of pairs, to balance the network."
    )
    blocks: list[Block] = [title, Para((Span(legend, "dim"),)), _table(builder, rows), Section("Changes")]
    before: Row | None = None
    for row in rows:
        blocks += changes(builder, row, before)
        before = row
    return Page("balance:", tuple(blocks))


def _table(builder: SpanBuilder, rows: Iterable[Row]) -> Grid:
    labels = tuple(Span(label, "label") for label in _LABELS)
    return Grid(labels, tuple((Span(row_text(builder, row)), _cells(row)) for row in rows), _CELL)


def _cells(row: Row) -> Spans:
    share = row.balanced_share
    balanced = "–" if share is None else f"{share:.0%}" if share in (0, 1) else f"{share * 100:.1f}%"
    numbers = (f"{row.actors:,}", f"{row.ties:,}", f"{row.total - row.unbalanced:,}", f"{row.unbalanced:,}")
    return tuple(map(Span, (*numbers, balanced, index_words(row))))


def index_words(row: Row) -> str:
    """The frustration index of a row, `3`, or between which numbers it lies, `3–5`."""
    return f"{row.low:,}" if row.exact else f"{row.low:,}–{row.high:,}"


def needed_words(row: Row) -> str:
    """`index_words` with what they count: `1 change needed`, `3–5 changes needed`."""
    return f"{index_words(row)} {'change' if row.exact and row.low == 1 else 'changes'} needed"


def changes(builder: SpanBuilder, row: Row, before: Row | None, most: int | None = None) -> list[Block]:
    """What changed at one moment, each tie with its passages; of more than `most` the first; nothing where none did."""
    entries = list(_entries(builder, row))
    camps = _camps(builder, row) if before is not None and _differ(row, before) else []
    if not entries and not camps:
        return []
    shown = entries[:most]
    return [
        Para((Span(opening_date(builder, row), "strong", moment_link(row.date)), Span(_state(row), "dim"))),
        *shown,
        *and_more_line(len(entries) - len(shown), indent=2),
        *camps,
    ]


def _state(row: Row) -> str:
    kept = [f"{row.undated:,} undated"] * bool(row.undated) + [f"{row.perhaps:,} perhaps there (?)"] * bool(row.perhaps)
    return f"  {count_noun(row.ties, 'tie')} counted, {needed_words(row)}" + (
        f"; {' and '.join(kept)}, counted" if kept else ""
    )


def _entries(builder: SpanBuilder, row: Row) -> Iterator[Entry]:
    step, ahead = row.step, is_ahead(builder, row)
    begins, ends = ("is set to begin", "is set to end") if ahead else ("begins", "is no more")
    for names, words in ((step.actors_came, begins), (step.actors_went, ends)):
        for name in names:
            yield Entry(BULLET, (*builder.name(name), Span(f" {words}", "dim")))
    begins, ends = ("set to begin", "set to end") if ahead else ("began", "ended")
    for names, change, words in ((step.came, "came", begins), (step.went, "went", ends)):
        for name in names:
            yield _tie(builder, name, CHANGE_GLYPHS[change], words)
    yield from (_turned(builder, turn) for turn in step.turned)


def _tie(builder: SpanBuilder, name: str, mark: str, words: str) -> Entry:
    """`↓ ended: + aid Meriden → Tellmark`."""
    tie = builder.dossier.tie(name)
    named = (builder.sign(tie.polarity), Span(" "), builder.kind(tie), Span(" "), *builder.ends(tie, most=FEW))
    return Entry(Span(mark, "strong"), (Span(f"{words}: ", "dim"), *named), builder.cites(tie.cite, FEW))


def _turned(builder: SpanBuilder, turn: Turn) -> Entry:
    ends = joined(map(builder.name, turn.ends), " – ")
    signs = [
        (Span(f"{MIXED_GLYPH} mixed", "sign-mixed"),) if sign == MIXED else builder.sign_words(sign)
        for sign in turn[1:]
    ]
    return Entry(
        Span(CHANGE_GLYPHS["turned"], "strong"), (Span("turned ", "dim"), *ends, Span(": "), *joined(signs, " → "))
    )


def _differ(row: Row, before: Row) -> bool:
    """Whether anybody stands elsewhere than before; the order of parts and of camps says nothing."""
    return _placed(row) != _placed(before)


def _placed(row: Row) -> frozenset[frozenset[frozenset[str]]]:
    return frozenset(frozenset(map(frozenset, camps)) for camps in row.camps)


def _camps(builder: SpanBuilder, row: Row) -> list[Block]:
    """The camps of the parts that have two, as far as all best splits agree; in few words."""
    parts = [joined((_names(builder, camp) for camp in camps), " | ") for camps in row.camps if all(camps)]
    words = joined((*parts[:3], and_more(len(parts) - 3, what="parts")), "; ") or (Span("none", "dim"),)
    lead = "Camps: " if row.exact else "Camps in the best split found: "
    return [Para((Span(lead, "label"), *words), indent=2)]


def _names(builder: SpanBuilder, camp: tuple[str, ...]) -> Spans:
    return builder.names(camp, most=FEW)


def summary(builder: SpanBuilder, row: Row) -> Spans:
    """A row in words: `13 Mar 1957: 1 change needed, 2 of 3 triangles unbalanced`; its date is a link."""
    triangles = f"{row.unbalanced:,} of {count_noun(row.total, 'triangle')} unbalanced" if row.total else "no triangle"
    return dated(builder, row), Span(f": {needed_words(row)}, {triangles}", "dim")
