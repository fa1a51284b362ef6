"""The ledger on one page: who feels let down by whom, who asks what of whom, with the outcomes and whose words say so.

Complaints, requests and demands, rows without a speaker and rows that were met have sections of their own. Every
section is bounded; the list beside the page has all rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.dossier.grievances import by_expecting, grievances, outcome_counts, speakers, voice_counts
from tui.dossier.kinds import Expectation
from tui.dossier.values.cite import supporting
from tui.dossier.values.vocabulary import VOICE_CONNECTIVES, VOICE_GLYPHS, count_noun, words
from tui.pages.moment_marks import absence
from tui.pages.page import BULLET, Block, Entry, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.phrases import READ_BY_EDITOR
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more, and_more_line, brief

TITLE = "Grievances and requests"
_COMPLAINTS = "Who feels let down by whom"
_ACTORS = 12
_MANY = 12
"""The most complaints that are not summed up: as many can be taken in at a glance."""
_OUTCOMES = 4
_EXPECTED = 140
"""The most characters of what was expected."""
_SPEAKERS = 3
_CITES = 2
_LIST = "panel:ledger"
_SAID = ("reported", "attributed")
"""The statuses that a source gives, by saying so or by naming who does."""


def grievances_page(builder: SpanBuilder) -> Page:
    """The ledger at a glance."""
    ledger = grievances(builder.dossier, builder.as_of)
    blocks: list[Block] = [Title((Span(TITLE, "strong"),), (Span("ledger", "dim"),))]
    complaints = by_expecting(ledger.complaints)
    if complaints:
        total = _sum(builder, ledger.complaints) if len(ledger.complaints) > _MANY else ()
        blocks.append(Section(_COMPLAINTS, compact=True, note=total))
    for actor, rows in list(complaints.items())[:_ACTORS]:
        [name] = builder.name(actor)
        role = "label" if name.role == "name" else name.role
        blocks.append(Section(name.text, link=actor, compact=True, note=_counts(builder, rows), role=role))
        blocks += _lines(builder, rows)
    blocks += and_more_line(len(complaints) - _ACTORS, _LIST, "actors; the list has all of them")
    for title, section_rows in (
        ("Requests and demands", ledger.requests),
        ("No speaker recorded", ledger.unvoiced),
        ("Met or praised", ledger.met),
    ):
        if section_rows:
            heading = Section(title, compact=True, note=_counts(builder, section_rows))
            blocks += [heading, *_lines(builder, section_rows, named=True)]
    if len(blocks) == 1:
        blocks.append(Para((Span("This dossier records nothing that one actor expected of another.", "dim"),)))
    return Page("grievances:", tuple(blocks))


def _counts(builder: SpanBuilder, rows: Sequence[Expectation]) -> Spans:
    """`! 5 complaints, △ 1 warning; 2 not counted`: the unsettled ones and those of a later time are not."""
    counts = voice_counts(filter(builder.counts, rows))
    voices = ((Span(_counted(count, voice), "dim"),) for voice, count in counts.items())
    unsettled = len(rows) - sum(counts.values())
    omitted = (Span(f"{unsettled:,} not counted", "dim"),) if unsettled else ()
    return joined((joined(voices), omitted), "; ")


def _sum(builder: SpanBuilder, rows: Iterable[Expectation]) -> Spans:
    """`! 97 complaints: all ↯ unmet`, or how many of them have which outcome; the settled ones of this time only."""
    counted = [row for row in rows if builder.counts(row)]
    outcomes = outcome_counts(counted)
    voices = joined((Span(_counted(count, voice), "dim"),) for voice, count in voice_counts(counted).items())
    words = (
        (Span("all " if len(outcomes) == 1 else f"{count:,} ", "dim"), *builder.outcome(outcome))
        for outcome, count in outcomes.items()
    )
    return joined((voices, joined(words)), ": ")


def _counted(count: int, voice: str) -> str:
    return f"{count:,}" if voice == "none" else f"{VOICE_GLYPHS[voice]} {count_noun(count, words(voice))}"


def _lines(builder: SpanBuilder, rows: Iterable[Expectation], *, named: bool = False) -> list[Block]:
    """The rows that count, then the others; what was expected is below, where there is room.

    Rows with the same actor, voice, status and speakers share a line; with `named` also the actor that expects.
    """
    lines: dict[tuple[object, ...], list[Expectation]] = {}
    for row in sorted(rows, key=lambda row: not builder.counts(row)):
        expecting = row.expecting if named else ""
        when = absence(builder, row.id)
        said_by = speakers(builder.dossier, row)
        key = (expecting, row.of, row.voiced, row.status, row.denied_by, said_by, when, row.stated is False)
        lines.setdefault(key, []).append(row)
    blocks: list[Block] = [_line(builder, line_rows, named) for line_rows in list(lines.values())[:FEW]]
    if more := and_more(len(lines) - FEW, _LIST):
        blocks.append(Entry(BULLET, more))
    return blocks


def _line(builder: SpanBuilder, rows: Sequence[Expectation], named: bool) -> Entry:
    first = rows[0]
    connective = Span(f" {VOICE_CONNECTIVES[first.voiced]} ", "dim")
    expecting = (*builder.short_name(first.expecting), connective) if named else ()
    of = builder.short_name(first.of, inside=named)
    said_by = _speakers(builder, first, named=named) if first.voiced != "none" else ()
    mark = Span(VOICE_GLYPHS[first.voiced], "dim")
    status = (Span("  "), *builder.status(first.status)) if _is_of_voice(first) else ()
    return Entry(mark, (*expecting, *of, *said_by, *status), _outcomes(builder, rows), _expected(rows), compact=True)


def _is_of_voice(row: Expectation) -> bool:
    """Whether its status is that of the complaint alone: a source gives it, and what was expected the editor reads."""
    return row.stated is False and row.voiced != "none" and row.status in _SAID and not row.denied_by


def _expected(rows: Sequence[Expectation]) -> Spans:
    """What was expected, each once, in the order of the outcomes; first whether that is the editor's reading.

    An inferred row says of itself that it is the editor's.
    """
    wanted = dict.fromkeys(brief(row.expected, _EXPECTED) for row in rows[:_OUTCOMES])
    lead = READ_BY_EDITOR if rows[0].stated is False and rows[0].status != "inferred" else ""
    return (Span(f"{lead}{'; '.join(wanted)}", "dim"),)


def _speakers(builder: SpanBuilder, row: Expectation, *, named: bool) -> Spans:
    """`, said by Armenia`, or `, inferred from Armenia’s words`: whom inferred words mean is the editor's reading.

    Nothing where the line has `named` already who expects it, and that is who says so.
    """
    ids = speakers(builder.dossier, row)
    if not ids:
        return ()
    names = builder.speakers(ids, most=_SPEAKERS)
    if row.status != "inferred":
        if named and ids == (row.expecting,):
            return ()
        return (Span(", said by ", "dim"), *names)
    if row.quotes and all(builder.dossier.quote(name).mode == "indirect" for name in row.quotes):
        return (Span(", inferred from what is reported of ", "dim"), *names)
    if len(ids) == 1:
        return (Span(", inferred from ", "dim"), *names, Span("’s words", "dim"))
    return (Span(", inferred from the words of ", "dim"), *names)


def _outcomes(builder: SpanBuilder, rows: Sequence[Expectation]) -> Spans:
    """The outcome of each row as a link to it, then the status of all, unless it stands with the complaint, and where
    the sources support it."""
    outcomes = [(builder.outcome(row.outcome)[0]._replace(link=row.id),) for row in rows[:_OUTCOMES]]
    if len(rows) > _OUTCOMES:
        outcomes.append((Span(f"{len(rows) - _OUTCOMES:,} more", "dim", _LIST),))
    row = rows[0]
    status = () if _is_of_voice(row) else (Span(" "), *builder.status(row.status))
    denied = (Span(" by ", "dim"), *builder.speakers(row.denied_by, most=1)) if row.denied_by else ()
    reasons = filter(None, (absence(builder, row.id), "" if builder.counts(row) else "not counted"))
    not_counted = tuple(Span(f", {reason}", "dim") for reason in reasons)
    cites = builder.cites((cite for each in rows[:_OUTCOMES] for cite in supporting(each.cite)), _CITES)
    return (*joined(outcomes), *status, *denied, *not_counted, *((Span(" "), *cites) if cites else ()))
