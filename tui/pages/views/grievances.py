"""Who feels let down by whom on one page: a line for each pair and voice, the outcomes, and whose words say so.

Requests and demands, rows without a speaker and rows that were met have sections of their own. Every section is
bounded; the list beside the page has all rows.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.grievances import by_expecting, grievances, settled, speakers, voice_counts
from tui.dossier.kinds import Expectation, is_settled
from tui.dossier.values.vocabulary import VOICE_GLYPHS, count_noun, words
from tui.pages.page import Block, Entry, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more, and_more_line

_ACTORS = 12
_OUTCOMES = 4
_SPEAKERS = 3
_ASKING = ("request", "demand")
"""The voices that ask for something, whereas the others complain of it or warn."""
_LIST = "panel:ledger"


def grievances_page(builder: SpanBuilder) -> Page:
    """The ledger at a glance."""
    ledger = grievances(builder.dossier)
    blocks: list[Block] = [Title((Span("Who feels let down by whom", "strong"),), (Span("ledger", "dim"),))]
    complaints = by_expecting(row for row in ledger.open if row.voiced not in _ASKING)
    for actor, rows in list(complaints.items())[:_ACTORS]:
        blocks.append(Section(_heading(builder, actor, rows), link=actor, compact=True))
        blocks += _lines(builder, rows)
    blocks += and_more_line(len(complaints) - _ACTORS, _LIST, "actors; the list has all of them")
    for title, section_rows in (
        ("Requests and demands", [row for row in ledger.open if row.voiced in _ASKING]),
        ("No speaker recorded", ledger.unvoiced),
        ("Met or praised", ledger.met),
    ):
        if section_rows:
            blocks += [Section(title, len(section_rows), compact=True), *_lines(builder, section_rows, named=True)]
    if len(blocks) == 1:
        blocks.append(Para((Span("This dossier records nothing that one actor expected of another.", "dim"),)))
    return Page("grievances:", tuple(blocks))


def _heading(builder: SpanBuilder, actor: str, rows: list[Expectation]) -> str:
    """`Armenia  ! 5 complaints, △ 1 warning`: only settled rows are counted; the lines of the others say so."""
    counts = voice_counts(settled(rows)).items()
    counted = ", ".join(f"{VOICE_GLYPHS[voice]} {count_noun(count, words(voice))}" for voice, count in counts)
    return f"{builder.dossier.name(actor)}  {counted}".rstrip()


def _lines(builder: SpanBuilder, rows: Iterable[Expectation], *, named: bool = False) -> list[Block]:
    """A line for each voice and each actor of whom something is expected; with `named` also for each who expects it."""
    lines: dict[tuple[str, str, str, bool], list[Expectation]] = {}
    for row in rows:
        key = (row.expecting if named else "", row.of, row.voiced, row.status == "inferred")
        lines.setdefault(key, []).append(row)
    blocks: list[Block] = [_line(builder, line_rows, named) for line_rows in list(lines.values())[:FEW]]
    if more := and_more(len(lines) - FEW, _LIST):
        blocks.append(Entry(Span("·", "dim"), more))
    return blocks


def _line(builder: SpanBuilder, rows: list[Expectation], named: bool) -> Entry:
    first = rows[0]
    expecting = (*builder.short_name(first.expecting), Span(" of ", "dim")) if named else ()
    outcomes = [_outcome(builder, row) for row in rows[:_OUTCOMES]]
    if len(rows) > _OUTCOMES:
        outcomes.append((Span(f"{len(rows) - _OUTCOMES:,} more", "dim", _LIST),))
    return Entry(
        Span(VOICE_GLYPHS[first.voiced], "dim"),
        (*expecting, *builder.short_name(first.of)),
        joined(outcomes),
        aside=_speakers(builder, rows) if first.voiced != "none" else (),
    )


def _speakers(builder: SpanBuilder, rows: list[Expectation]) -> Spans:
    """`, says Armenia`, or `, inferred from Armenia’s words`: whom inferred words mean is the editor's reading."""
    ids = tuple(dict.fromkeys(name for row in rows for name in speakers(builder.dossier, row)))
    if not ids:
        return ()
    names = builder.speakers(ids, most=_SPEAKERS)
    if rows[0].status != "inferred":
        return (Span(", says " if len(ids) == 1 else ", say ", "dim"), *names)
    if len(ids) == 1:
        return (Span(", inferred from ", "dim"), *names, Span("’s words", "dim"))
    return (Span(", inferred from the words of ", "dim"), *names)


def _outcome(builder: SpanBuilder, row: Expectation) -> Spans:
    """The outcome of one row as a link to it, with the status of the row unless that is just reported."""
    [outcome] = builder.outcome(row.outcome)
    status = (Span(" "), *builder.status(row.status)) if row.status != "reported" else ()
    denied = (Span(" by ", "dim"), *builder.speakers(row.denied_by, most=1)) if row.denied_by else ()
    not_counted = (Span(", not counted", "dim"),) if not is_settled(row) else ()
    return (outcome._replace(link=row.id), *status, *denied, *not_counted)
