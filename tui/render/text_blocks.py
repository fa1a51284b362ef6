"""The rows of blocks of text: titles, headings, quotations, labelled values, entries."""

from __future__ import annotations

from tui.pages.page import Entry, Fields, Section, Span, Spans, Title
from tui.render.wrap import (
    NO_LINK,
    TAIL_GAP,
    Links,
    Piece,
    Row,
    cells,
    width_of,
    with_tail,
    wrap,
    wrap_above_tail,
)

_LABEL_WIDTH = 11
"""The least width of the column of labels, in cells."""
_ID_ROW = 60
"""The least width, in cells, in which an id may have a row of its own."""
_STATUS_IN_WORDS = 50
"""The fewest cells of an entry in one row whose status is told in words, not only as its glyph."""
_SURELY_LONG = 1000
"""The rows of a title that is so long that it is not looked at again."""
_LEAST_CUT = 12
"""The fewest cells of a text that is cut to one row; where it has less room it is wrapped."""
_NOTE_GAP = 2
MAX_ROWS = 20_000
"""About the most rows of a page: a longer one ends there and says so."""


def title_rows(title: Title, width: int, links: Links) -> list[Row]:
    """What it is at the right of the name, then the id: beside it where there is room, else on a row of its own.

    Where rows are short the id is left out rather than given one: copying tells it, too.
    """
    rows, name = wrap(title.spans, width, links), (Span(title.id, "dim"),)
    if not title.id:
        return with_tail(rows, title.kind, width, links)
    both = (*title.kind, Span("  " if title.kind else ""), *name)
    room = width - width_of(rows[-1]) - 2
    if _span_width(both) <= room or (_span_width(both) <= width and _span_width(title.kind) > room):
        return with_tail(rows, both, width, links)
    rows = with_tail(rows, title.kind, width, links)
    return rows if width < _ID_ROW else rows + with_tail([], name, width, links)


def ends_apart(title: Title, rows: int, width: int) -> bool:
    """Whether the id is on a row of its own, which separates the title from what follows as well as a blank one.

    `rows`: how many the title has.
    """
    return bool(title.id) and 1 < rows < _SURELY_LONG and rows > len(wrap(title.spans, width, Links()))


def _span_width(spans: Spans) -> int:
    return sum(cells(span.text) for span in spans)


def heading_rows(heading: Section, width: int, links: Links) -> list[Row]:
    """The heading with its number and note, and a line to the end of the row."""
    number = f" {heading.number:,}" if heading.number is not None else ""
    shown = heading.note
    if heading.cuts_note and heading.note:
        shown = _cut_note(heading.note, width - cells(heading.title) - cells(number) - _NOTE_GAP)
    note = (Span(" " * _NOTE_GAP), *shown) if shown else ()
    title = (*heading.lead, Span(heading.title, heading.role, heading.link), Span(number, "dim"), *note)
    rows = wrap(title, width, links)
    rest = width - width_of(rows[-1]) - 1
    if rest > 0:
        rows[-1] = (*rows[-1], Piece(" " + "─" * rest, "rule"))
    return rows


def _cut_note(note: Spans, room: int) -> Spans:
    """A note of one name, no link, in at most `room` cells, cut behind a word; none where there is hardly any room."""
    if _span_width(note) <= room or any(span.link for span in note):
        return note
    name = note[0]
    if room < _LEAST_CUT:
        return ()
    first = wrap(note, room - 1, Links())[0]
    return (name._replace(text=f"{''.join(piece.text for piece in first).rstrip(' ,;:–-')}…"),)


def quotation_rows(spans: Spans, marks: tuple[str, str], width: int, links: Links) -> list[Row]:
    """Words set apart by a bar."""
    marked = (Span(marks[0], "quote"), *spans, Span(marks[1], "quote"))
    lead = "  ▎ " if width > 24 else ""
    rows = wrap(marked, width - cells(lead) - (4 if width > 60 else 0), links)
    return [(Piece(lead, "bar"), *row) if lead else row for row in rows]


def fields_rows(fields: Fields, width: int, links: Links) -> list[Row]:
    """A column of labels and one of values; where that is too narrow each label before its value."""
    rows: list[Row] = []
    column = max(_LABEL_WIDTH, fields.label_width, 2 + max((cells(label.text) for label in fields.labels), default=0))
    narrow = width < column * 2 + 10
    for label, (_, spans) in zip(fields.labels, fields.rows, strict=True):
        if len(rows) >= MAX_ROWS:
            break
        if narrow:
            colon = (Span(": ", label.role),) if label.text else ()
            number = len(links.targets) if label.link else NO_LINK
            rows.extend(_named(row, number) for row in wrap((label, *colon, *spans), width, links))
            continue
        lead = _label(label, column, links)
        for row in wrap(spans, width - column, links):
            rows.append((*lead, *row))
            lead = (Piece(" " * column, "label"),)
    return rows


def _named(row: Row, number: int) -> Row:
    """A row in which link `number`, if there is one, is the name of the row."""
    return row if number == NO_LINK else tuple(piece._replace(is_row_name=piece.link == number) for piece in row)


def _label(label: Span, column: int, links: Links) -> Row:
    number, padding = links.number(label), " " * (column - cells(label.text))
    if number == NO_LINK:
        return (Piece(label.text + padding, label.role),)
    return (Piece(label.text, label.role, number, is_row_name=True), Piece(padding, "text"))


def entry_rows(entry: Entry, width: int, links: Links) -> list[Row]:
    """A mark in the margin, the text, and its tail at the right, of which one in a narrow row has the glyph alone."""
    lead = 2 if width > 16 else 0
    inner = width - lead
    if entry.in_one_row and inner < _STATUS_IN_WORDS:
        entry = entry._replace(tail=tuple(span._replace(text=_first_word(span.text)) for span in entry.tail))
    marked = () if lead or not entry.mark.text.strip() else (Span(f"{entry.mark.text} ", entry.mark.role),)
    if entry.in_one_row and entry.spans and (row := _cut_row(entry, inner, links)):
        rows = [row]
    else:
        rows = wrap_above_tail((*marked, *entry.spans), () if entry.below else entry.tail, inner, links)
    if entry.below:
        rows += with_tail(wrap(entry.below, inner, links), entry.tail, inner, links)
    else:
        rows = with_tail(rows, entry.tail, inner, links)
    if not lead:
        return rows
    return [
        (Piece(f"{entry.mark.text} ", entry.mark.role) if not number else Piece("  ", "text"), *row)
        for number, row in enumerate(rows)
    ]


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0] if text.strip() else text


def _cut_row(entry: Entry, width: int, links: Links) -> Row:
    """The words of an entry whose first span is cut behind a word, so that the tail has room in its row.

    Empty where nothing is to be cut, or where the row would have hardly a word.
    """
    name, *rest = entry.spans
    room = width - _span_width(tuple(rest)) - (TAIL_GAP + _span_width(entry.tail) if entry.tail else 0)
    if cells(name.text) <= room or room < _LEAST_CUT:
        return ()
    *pieces, last = wrap((name,), room - 1, links)[0]
    ended = last._replace(text=last.text.rstrip(" ,;:–-"))
    more = wrap(rest, width, links)[0] if rest else ()
    return (*pieces, ended, Piece("…", "rule"), *more)


def indented(rows: list[Row], indent: int) -> list[Row]:
    """`rows` with so many blanks before each."""
    return [(Piece(" " * indent, "text"), *row) for row in rows] if indent else rows
