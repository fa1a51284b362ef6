"""Who feels let down by whom, in one screen: a line for each pair and voice, what came of it, and in whose words.

What nobody voices and what is met stand apart. Bounded: the list beside it has every row.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.grievances import by_expecting, grievances, settled, speakers, voice_counts
from tui.dossier.kinds import Expectation
from tui.dossier.values.vocabulary import UNSETTLED, VOICE_GLYPHS, words
from tui.pages.page import Block, Entry, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.span_builder import FEW, SpanBuilder

_ACTORS = 12
_OUTCOMES = 4
_SPEAKERS = 3


def grievances_page(builder: SpanBuilder) -> Page:
    """The ledger at a glance."""
    ledger = grievances(builder.dossier)
    blocks: list[Block] = [Title((Span("Who feels let down by whom", "strong"),), (Span("ledger", "dim"),))]
    found = by_expecting(ledger.open)
    for actor, rows in list(found.items())[:_ACTORS]:
        blocks.append(Section(_heading(builder, actor, rows), link=actor))
        blocks += _lines(builder, rows)
    if len(found) > _ACTORS:
        more = f"{len(found) - _ACTORS:,} more actors feel let down; the list has them all."
        blocks.append(Para((Span(more, "dim", "panel:ledger"),)))
    for title, apart in (("Not voiced by anybody in the dossier", ledger.unvoiced), ("Met, or praised", ledger.met)):
        if apart:
            blocks += [Section(title, len(apart)), *_lines(builder, apart, named=True)]
    if len(blocks) == 1:
        blocks.append(Para((Span("This dossier records nothing that anybody expected of another.", "dim"),)))
    return Page("grievances:", tuple(blocks))


def _heading(builder: SpanBuilder, actor: str, rows: list[Expectation]) -> str:
    """`Armenia  ! 5 complaints, ‼ 1 demand`: those that are settled; the others say that they are not counted."""
    told = [
        f"{VOICE_GLYPHS[voice]} {many(count, words(voice))}" for voice, count in voice_counts(settled(rows)).items()
    ]
    return f"{builder.dossier.name(actor)}  {', '.join(told)}".rstrip()


def many(count: int, word: str) -> str:
    """`1 complaint`, `1,204 complaints`."""
    return f"{count:,} {word}{'s' * (count != 1)}"


def _lines(builder: SpanBuilder, rows: Iterable[Expectation], *, named: bool = False) -> list[Block]:
    """A line for each actor that something is expected of and each voice; with `named` the one who expects too."""
    parts: dict[tuple[str, str, str, bool], list[Expectation]] = {}
    for row in rows:
        key = (row.expecting if named else "", row.of, row.voiced, row.status == "inferred")
        parts.setdefault(key, []).append(row)
    blocks: list[Block] = [_line(builder, held, named) for held in list(parts.values())[:FEW]]
    if len(parts) > FEW:
        blocks.append(Entry(Span("·", "dim"), (Span(f"and {len(parts) - FEW:,} more", "dim", "panel:ledger"),)))
    return blocks


def _line(builder: SpanBuilder, rows: list[Expectation], named: bool) -> Entry:
    first = rows[0]
    who = (*named_short(builder, first.expecting), Span(" of ", "dim")) if named else ()
    spans = (*who, *named_short(builder, first.of))
    aside: Spans = ()
    said_by = tuple(dict.fromkeys(name for row in rows for name in speakers(builder.dossier, row)))
    if said_by and first.voiced != "none":
        # That inferred words are about this actor is the editor's reading, so nobody "says" it.
        verb = ", says " if len(said_by) == 1 else ", say "
        verb = ", read from words of " if first.status == "inferred" else verb
        aside = (Span(verb, "dim"), *builder.speakers(said_by, most=_SPEAKERS))
    came = [_came(builder, row) for row in rows[:_OUTCOMES]]
    if len(rows) > _OUTCOMES:
        came.append((Span(f"{len(rows) - _OUTCOMES:,} more", "dim", "panel:ledger"),))
    return Entry(Span(VOICE_GLYPHS[first.voiced], "dim"), spans, joined(came), aside=aside)


def _came(builder: SpanBuilder, row: Expectation) -> Spans:
    """What came of one row, as a way to it, and how sure that is where it is not just reported."""
    [outcome] = builder.outcome(row.outcome)
    sure = builder.status(row.status) if row.status != "reported" else ()
    apart = (Span(", not counted", "dim"),) if row.status in UNSETTLED else ()
    denied = (Span(" by ", "dim"), *builder.speakers(row.denied_by, most=1)) if row.denied_by else ()
    return (outcome._replace(link=row.id), *((Span(" "), *sure) if sure else ()), *denied, *apart)


def named_short(builder: SpanBuilder, name: str) -> Spans:
    """An actor as a link, by its abbreviation where it has one."""
    return tuple(span._replace(text=builder.short(name)) for span in builder.name(name))
