"""What the pages of all statements share: rows for status and sources, the editor's note, and the quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.dossier.kinds import Record, is_reported_and_denied
from tui.dossier.values.cite import Cites
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import STATUS_MEANINGS, Status
from tui.pages.page import Block, Para, Span, Spans
from tui.pages.records.citations import sources_of
from tui.pages.records.sections import entry, listed, section
from tui.pages.span_builder import FEW, SpanBuilder

Rows = list[tuple[str, Spans]]

if TYPE_CHECKING:
    from typing import Protocol

    class Statement(Protocol):
        """A record with a status, such as a tie, a ledger row, a claim or an event."""

        @property
        def status(self) -> Status:
            """How sure it is."""

        @property
        def by(self) -> tuple[Safe, ...]:
            """Who asserts it."""

        @property
        def denied_by(self) -> tuple[Safe, ...]:
            """Who denies it."""

        @property
        def cite(self) -> Cites:
            """Where the sources state it."""


def status_row(builder: SpanBuilder, statement: Statement) -> tuple[str, Spans]:
    """The status with its meaning, or with the denial that keeps it from being counted."""
    if is_reported_and_denied(statement):
        return "Status", (*builder.status(statement.status), Span("  with a denial; not counted as settled", "dim"))
    meaning = Span(f"  {STATUS_MEANINGS[statement.status]}", "dim")
    return "Status", (*builder.status(statement.status), meaning)


def speaker_rows(builder: SpanBuilder, statement: Statement) -> Rows:
    """Who asserts and who denies a statement, as far as the dossier says."""
    rows: Rows = []
    if statement.by:
        rows.append(("Said by", builder.speakers(statement.by)))
    if statement.denied_by:
        rows.append(("Denied by", builder.speakers(statement.denied_by)))
    return rows


def source_row(builder: SpanBuilder, cites: Cites) -> tuple[str, Spans]:
    """The sources cited."""
    return "Source", sources_of(builder, cites)


def statement_rows(builder: SpanBuilder, statement: Statement) -> Rows:
    """Status, speakers and sources of a statement."""
    return [
        status_row(builder, statement),
        *speaker_rows(builder, statement),
        source_row(builder, statement.cite),
    ]


def editors_note(builder: SpanBuilder, record: Record) -> list[Block]:
    """The editor's note on a record, if there is one."""
    if not record.note:
        return []
    return [Para((Span("Editor’s note: ", "label"), *builder.prose(record.note, "dim")))]


def quoted_sections(builder: SpanBuilder, quotes: Sequence[str], page: str) -> list[Block]:
    """The quotes in whose words a statement is made: exact words first, then reports of what was said."""
    quoted = [builder.dossier.quote(name) for name in quotes]
    exact = [quote.id for quote in quoted if quote.mode != "indirect"]
    reported = [quote for quote in quoted if quote.mode == "indirect"]
    speakers = dict.fromkeys(quote.speaker for quote in reported)
    names = "".join(span.text for span in builder.speakers(speakers, most=FEW))
    return [
        *section(builder, "In these words", exact, page),
        *listed(f"Reported speech of {names}", reported, lambda quote: entry(builder, quote, page)),
    ]
