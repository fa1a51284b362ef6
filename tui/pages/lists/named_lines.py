"""The line of a record among those of other kinds: its sign, who says it, its name, what it is and how firm.

In the list of one kind headings say much of this; here each line says it all.
"""

from __future__ import annotations

from tui.dossier.kinds import Actor, Expectation, Record, Tie, kind_of
from tui.dossier.search.fields import FIELDS
from tui.dossier.values.vocabulary import OUTCOME_GLYPHS, STATUS_GLYPHS, words
from tui.pages.list_line import ListLine
from tui.pages.lists.record_groups import record_line
from tui.pages.moment_marks import marked_line
from tui.pages.page import Span, Spans
from tui.pages.phrases import in_few_words
from tui.pages.reader_marks import line_with_marks
from tui.pages.span_builder import SpanBuilder, outcome_role, status_role

_NAME_LENGTH = 50
"""The most characters of a name in a text that is not a line."""
_STATUS_WIDTH = max(map(len, STATUS_GLYPHS))


def named_line(builder: SpanBuilder, name: str, label: str, *, in_words: bool) -> ListLine:
    """The line of the record with the id `name`, which is called `label` in it; its status also `in_words`."""
    record = builder.dossier.records[name]
    kind = kind_of(record).category_of(record)
    remark = (Span(kind, "dim"), *outcome_of(builder, record, in_words=in_words), status(record, in_words=in_words))
    called = _coloured(builder, record, label)
    line = ListLine(record_line(builder, name).mark, (*lead(builder, record), *called), remark, (), remark[1:])
    line = marked_line(builder, name, line)._replace(long_remark=())
    return line if builder.reader_marks is None else line_with_marks(builder.reader_marks, name, line)


def plain_line(kind: str, label: str, mark: Span, *, in_words: bool) -> ListLine:
    """The line of something that is no record, such as a view: what it is stands where it does of records."""
    return ListLine(mark, (Span(label),), (Span(kind, "dim"), _no_status(in_words=in_words)))


def lead(builder: SpanBuilder, record: Record) -> Spans:
    """Who says the words that are the name of a record, such as a quote or a claim: `Russia: `; empty of any other."""
    if not is_said(record):
        return ()
    said_by = builder.speakers(FIELDS["speaker"].values(builder.dossier, record), most=1, opening=True)
    return (*(Span(span.text, "dim") for span in said_by), Span(": ", "dim")) if said_by else ()


def is_said(record: Record) -> bool:
    """Whether a record is words of somebody, which are its name too, such as a quote or a claim."""
    return kind_of(record).name(record, str) == getattr(record, "text", None)


def status(record: Record, *, in_words: bool) -> Span:
    """The status of a record as a glyph, with room as a word too; as many blanks where its kind has none."""
    if not kind_of(record).has_status:
        return _no_status(in_words=in_words)
    term = str(getattr(record, "status", ""))
    glyph = STATUS_GLYPHS[term]
    return Span(f"  {glyph} {term:{_STATUS_WIDTH}}" if in_words else f" {glyph}", status_role(term))


def _no_status(*, in_words: bool) -> Span:
    return Span(" " * (4 + _STATUS_WIDTH if in_words else 2), "dim")


def outcome_of(builder: SpanBuilder, record: Record, *, in_words: bool) -> Spans:
    """The outcome of a row of the ledger, before its status."""
    if not isinstance(record, Expectation):
        return ()
    term = builder.as_of.expectation(record).outcome
    told = f"  {OUTCOME_GLYPHS[term]} {words(term)}" if in_words else f" {OUTCOME_GLYPHS[term]}"
    return (Span(told, outcome_role(term)),)


def _coloured(builder: SpanBuilder, record: Record, label: str) -> Spans:
    """The name of an actor, and those of the ends of a tie, in the colours of their sides, without links."""
    if isinstance(record, Actor):
        return (Span(label, builder.name(record.id)[0].role),)
    if isinstance(record, Tie):
        ends = tuple(span._replace(link="") for span in builder.ends(record))
        if "".join(span.text for span in ends) == label:
            return ends
    return (Span(label),)


def in_one_text(builder: SpanBuilder, name: str) -> str:
    """A record as one piece of text, a long name cut: `− Armenia – Azerbaijan · hostility · » attributed`."""
    label = in_few_words(builder.dossier.name(name), _NAME_LENGTH)
    line = named_line(builder, name, label, in_words=True)
    said = f"{line.mark.text} {''.join(span.text for span in line.spans)}".strip()
    return " · ".join((said, *(text for span in line.remark if (text := span.text.strip()))))
