"""What the pages of all statements share: rows for status and sources, the editor's note, and the quotes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.dossier.kinds import Quote, Record, is_reported_and_denied, is_reported_and_disputed
from tui.dossier.representation import speaks_for
from tui.dossier.values.cite import SUPPORTS, Cites
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import DISPUTES_GLYPH, STATUS_MEANINGS, Status
from tui.pages.page import Block, Entry, Para, Span, Spans
from tui.pages.records.citations import sources_of
from tui.pages.records.sections import entry, listed
from tui.pages.span_builder import FEW, SpanBuilder

Rows = list[tuple[str, Spans]]

_STANCE_ROWS: dict[str, tuple[str, Spans]] = {
    "supports": ("Supported by", ()),
    "disputes": ("Disputed by", (Span(f"{DISPUTES_GLYPH} ", "status-contested"),)),
    "mentions": ("Mentioned in", ()),
}
"""Stance -> the label over the sources that take it, and what marks them."""

_QUOTE_LENGTH = 1000
"""The most characters of a quote under the statement that is made in its words."""

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


def status_row(builder: SpanBuilder, statement: Statement, but: str = "") -> tuple[str, Spans]:
    """The status with its meaning, or with the denial or dispute that keeps it from being counted.

    `but` says to which part of the statement the status does not apply.
    """
    remark = "with a denial" if is_reported_and_denied(statement) else ""
    if not remark and is_reported_and_disputed(statement):
        remark = "disputed by a source"
    if remark:
        return "Status", (*builder.status(statement.status), Span(f"  {remark}; not counted as settled", "dim"))
    meaning = Span(f"  {STATUS_MEANINGS[statement.status]}{but}", "dim")
    return "Status", (*builder.status(statement.status), meaning)


def speaker_rows(builder: SpanBuilder, statement: Statement) -> Rows:
    """Who asserts and who denies a statement, as far as the dossier says."""
    rows: Rows = []
    if statement.by:
        rows.append(("Said by", builder.speakers(statement.by, cites=statement.cite)))
    if statement.denied_by:
        rows.append(("Denied by", builder.speakers(statement.denied_by)))
    return rows


def source_rows(builder: SpanBuilder, cites: Cites) -> Rows:
    """The sources cited; where they do not all support the record, those that do, dispute and mention it apart."""
    if all(cite.stance == SUPPORTS for cite in cites):
        return [("Source", sources_of(builder, cites))]
    rows: Rows = []
    for stance, (label, lead) in _STANCE_ROWS.items():
        if of_stance := [cite for cite in cites if cite.stance == stance]:
            rows.append((label, (*lead, *sources_of(builder, of_stance))))
    return rows


def statement_rows(builder: SpanBuilder, statement: Statement, but: str = "") -> Rows:
    """Status, speakers and sources of a statement; `but` as in `status_row`."""
    return [
        status_row(builder, statement, but),
        *speaker_rows(builder, statement),
        *source_rows(builder, statement.cite),
    ]


def editors_note(builder: SpanBuilder, record: Record) -> list[Block]:
    """The editor's note on a record, if there is one."""
    if not record.note:
        return []
    return [Para((Span("Editor’s note: ", "label"), *builder.prose(record.note, "dim")))]


def quoted_sections(
    builder: SpanBuilder, quotes: Sequence[str], page: str, by: Collection[str] | None = None
) -> list[Block]:
    """The quotes in whose words a statement is made, in full: exact words first, then reports of what was said.

    With `by`, those who make it, words of anybody else are said to be what it speaks of.
    """
    quoted = [builder.dossier.quote(name) for name in quotes]
    blocks: list[Block] = []
    for own in (True, False):
        of = [quote for quote in quoted if (by is None or speaks_for(builder.dossier, quote, by)) == own]
        exact = [quote for quote in of if quote.mode != "indirect"]
        reported = [quote for quote in of if quote.mode == "indirect"]
        names = "".join(
            span.text for span in builder.speakers(dict.fromkeys(quote.speaker for quote in reported), most=FEW)
        )
        lead = "Reported speech of" if own else "The reported speech it speaks of:"
        whole = partial(_in_full, builder, page)
        blocks += listed("In these words" if own else "The words it speaks of", exact, whole)
        blocks += listed(f"{lead} {names}", reported, whole)
    return blocks


def contrasting_heading(*, inferred: bool) -> str:
    """The heading over quotes that need not answer a statement; `inferred` where the editor infers the contrast."""
    return "Contrasting quotes, by inference" if inferred else "Contrasting quotes"


def _in_full(builder: SpanBuilder, page: str, quote: Quote) -> Entry:
    return entry(builder, quote, page)._replace(spans=builder.excerpt(quote, _QUOTE_LENGTH, about=page))
