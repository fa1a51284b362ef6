"""The text of a page, or of a selection in it, without the line breaks of its layout: each paragraph is one line.

A block is one or several runs of text, each of which is wrapped by itself: words, the cites after them, a dimmer line.
The pieces of its rows are found again in these runs, so that what was dropped at a break comes back as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import dedent
from typing import NamedTuple

from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Block, Entry, Fields, Page, Para, Quotation, Section, Spans, Title, joined, text
from tui.pages.timeline_blocks import BranchEntry, TimelineEntry
from tui.pages.truncation import cut
from tui.render.branches import THEN
from tui.render.layout import MEASURE, PageLayout, lay_out
from tui.render.wrap import Row

Position = tuple[int, int]
"""A row of a layout and a character in it, both from 0."""

_DECORATION = frozenset({"bar", "rule"})
"""Roles of pieces that are drawn beside the words."""


class Run(NamedTuple):
    """Text that is wrapped by itself, and what separates it from the run before."""

    text: str
    separator: str = " "


class Found(NamedTuple):
    """A piece of a row from its character `column` on, which is `length` characters of a run from `start` on."""

    row: int
    column: int
    run: int
    start: int
    length: int


def page_text(page: Page) -> str:
    """All of a page; diagrams are drawn as on the screen."""
    return joined_text(page, lay_out(page, MEASURE))


def joined_text(page: Page, layout: PageLayout, start: Position = (0, 0), end: Position | None = None) -> str:
    """The text from `start` to before `end`, or to the end of the page. `layout` is a layout of `page`."""
    end = end or (len(layout.rows), 0)
    parts: list[str] = []
    for number, first in enumerate(layout.block_rows):
        last = layout.block_rows[number + 1] if number + 1 < len(layout.block_rows) else len(layout.rows)
        if last <= start[0] or first > end[0]:
            continue
        rows = layout.rows[first:last]
        begins, ends = (start[0] - first, start[1]), (end[0] - first, end[1])
        block = page.blocks[number] if number < len(page.blocks) else None
        if words := _block_text(block, rows, begins, ends):
            after_id = 0 < number <= len(page.blocks) and _has_id(page.blocks[number - 1])
            blank = first and (not layout.rows[first - 1] or after_id)
            parts += [("\n\n" if blank else "\n") if parts else "", words]
    return "".join(parts)


def _has_id(block: Block) -> bool:
    """Whether a block is a title whose id may stand in place of the blank row below it."""
    return isinstance(block, Title) and bool(block.id)


def _block_text(block: "Block | None", rows: Sequence[Row], start: Position, end: Position) -> str:
    for runs in _ways_to_wrap(block) if block is not None else ():
        if (found := _find(rows, runs)) is not None:
            return _joined_runs(runs, found, start, end)
    return _lines(rows, start, end)


def _ways_to_wrap(block: Block) -> Iterator[list[Run]]:
    """The runs of a block, in their order; in several ways where its layout depends on the width. None of a diagram."""
    match block:
        case Title(spans, kind, id=name):
            yield [_run(spans), _run((*kind, *text("  " if kind else ""), *text(name)) if name else kind, "  ")]
            yield [_run(spans), _run(kind, "  "), Run(name, "  ")]
            yield [_run(spans), _run(kind, "  ")]
        case Section(title, number, note=note, lead=lead):
            count = f" {number:,}" if number is not None else ""
            yield [_run((*lead, *text(title), *text(count), *(text("  ") if note else ()), *note))]
        case Para(spans, tail):
            yield [_run(spans), _run(tail)]
        case Quotation(spans, marks):
            yield [_run((*text(marks[0]), *spans, *text(marks[1])))]
        case Fields(rows):
            labels = [label.text for label in block.labels]
            yield [
                run
                for label, (_, spans) in zip(labels, rows, strict=True)
                for run in (Run(label, "\n"), _run(spans, "  "))
            ]
            yield [
                _run((*text(f"{label}: " if label else ""), *spans), "\n")
                for label, (_, spans) in zip(labels, rows, strict=True)
            ]
        case Entry(mark, spans, tail, below):
            yield [Run(mark.text.strip()), _run(spans), _run(below, "\n"), _run(tail)]
            yield [_run((mark._replace(text=f"{mark.text} "), *spans)), _run(below, "\n"), _run(tail)]
            if block.compact and below:
                yield from _ways_to_wrap(block._replace(below=(), compact=False))
        case TimelineEntry(mark, when, spans, tail, below, _, gap):
            glyph, dates, after = Run(mark.text.strip()), joined(when, " · "), [_run(tail), _run(gap, "\n")]
            yield [*map(_run, when), glyph, _run(spans), _run(below, "\n"), *after]
            yield [glyph, _run(dates), _run(spans, "\n"), _run(below, "\n"), *after]
            yield [glyph, _run(spans), _run(joined((dates, below), " · "), "\n"), *after]
        case BranchEntry(spans, tail, below, joint):
            for words in THEN.get(joint, ("",)):
                yield [*([Run(words)] if words else []), _run(spans, "\n"), _run(below, "\n"), _run(tail)]
        case Comparison(versions):
            yield [_run(spans, "\n") for version in versions for spans in version]


def _run(spans: Spans, separator: str = " ") -> Run:
    return Run("".join("".join(cut(span.text)) for span in spans), separator)


def _find(rows: Iterable[Row], runs: Sequence[Run]) -> list[Found] | None:
    """Where the pieces of rows are in the runs, each after the piece of its run before; None when one is in none."""
    read = [0] * len(runs)
    found: list[Found] = []
    latest = 0
    run_of_column: dict[int, int] = {}
    for number, row in enumerate(rows):
        end = columns = 0
        begins_column = True
        for piece in row:
            column, end = end, end + len(piece.text)
            words = piece.text.strip(" ")
            if piece.role in _DECORATION:
                columns += 1
                begins_column = True
            if not words or piece.role in _DECORATION:
                continue
            if begins_column:
                latest = run_of_column.get(columns, latest)
            for run in (latest, *range(latest + 1, len(runs)), *range(latest)):
                start = _next_word(runs[run].text, read[run])
                if runs[run].text.startswith(words, start):
                    found.append(Found(number, column + piece.text.index(words), run, start, len(words)))
                    read[run], latest = start + len(words), run
                    run_of_column[columns], begins_column = run, False
                    break
            else:
                return None
    return found


def _next_word(words: str, start: int) -> int:
    while start < len(words) and words[start] in " \n":
        start += 1
    return start


def _joined_runs(runs: Sequence[Run], found: Iterable[Found], start: Position, end: Position) -> str:
    """What of the runs is between two positions."""
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    for row, column, run, offset, length in found:
        first = max(0, start[1] - column) if row == start[0] else 0 if row > start[0] else length
        last = min(length, end[1] - column) if row == end[0] else length if row < end[0] else 0
        if first < last:
            begins.setdefault(run, offset + first)
            ends[run] = offset + last
    parts: list[str] = []
    for run, (words, separator) in enumerate(runs):
        if run in begins and (part := words[begins[run] : ends[run]].strip()):
            parts += [separator if parts else "", part]
    return "".join(parts)


def _lines(rows: Sequence[Row], start: Position, end: Position) -> str:
    """Rows as they are drawn."""
    lines = []
    for number, row in enumerate(rows):
        if start[0] <= number <= end[0]:
            line = "".join(" " * len(piece) if role == "bar" else piece for piece, role, *_ in row)
            first = max(0, start[1]) if number == start[0] else 0
            lines.append((" " * first + line[first : max(0, end[1])] if number == end[0] else line[first:]).rstrip())
    return dedent("\n".join(lines)).strip("\n")
