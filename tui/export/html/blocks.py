"""The blocks of a page as HTML. Every block has one form; entries that follow each other are one list."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from tui.export.html.anchors import part_anchor
from tui.export.html.ego_picture import ego_picture
from tui.export.html.lines import lines
from tui.export.html.spans import SpanWriter, class_of
from tui.pages.chart_blocks import Bars, CrossTable, Histogram
from tui.pages.diagram_blocks import Arm, Comparison, EgoDiagram, Grid, TriangleDiagram
from tui.pages.page import Block, Entry, Fields, Para, Quotation, Role, Section, Span, Spans, Title
from tui.pages.page import text as plain
from tui.pages.side_blocks import OneSide, ThreeSides, TwoSides
from tui.pages.timeline_blocks import BranchEntry, CountStrip, LifetimeChart, SeriesChart, TimelineEntry
from tui.pages.twins import twin
from tui.pages.views.registry import ego_view_id

_EMPTY_CELL = Span("·", "dim")
_SMALLEST_HEADING = 6
_INSET = ' class="inset"'
_EITHER_WAY = ' dir="auto"'
"""On text that may be in a script that is written from right to left."""
_WORDS: tuple[Role, ...] = ("quote", "highlight", "highlight-other")
"""What begins a paragraph of somebody's words."""


class Context(NamedTuple):
    """What the blocks of one page are written with: its id, its name in words, and the level of its headings."""

    page: str
    name: str
    heading: int
    spans: SpanWriter


def write_blocks(blocks: Iterable[Block], context: Context) -> str:
    """Blocks, one after the other. A title is not among them: it is the heading of what they are in.

    Pictures that are none here are written as what they say.
    """
    written = (same for block in blocks for same in twin(block))
    return "\n".join(_alike(kind, list(alike), context) for kind, alike in groupby(written, type))


def _alike(kind: type[Block], blocks: Sequence[Block], context: Context) -> str:
    written = "\n".join(_block(block, context) for block in blocks)
    if kind is Entry:
        return f'<ul class="entries">\n{written}\n</ul>'
    if kind is TimelineEntry:
        return f'<ol class="timeline">\n{written}\n</ol>'
    return written


def _block(block: Block, context: Context) -> str:
    write = context.spans.write
    match block:
        case Title():
            return ""
        case Section():
            return _heading(block, context)
        case Para(spans, tail, indent):
            direction = _EITHER_WAY if spans and spans[0].role in _WORDS else ""
            return f"<p{_INSET if indent else ''}{direction}>{write(spans)}{_tail(tail, write(tail))}</p>"
        case Quotation(spans, marks):
            return f"<blockquote{_EITHER_WAY}><p>{marks[0]}{write(spans)}{marks[1]}</p></blockquote>"
        case Fields():
            return _fields(block, context)
        case Entry():
            return _entry(block, context)
        case TimelineEntry():
            return _timeline_entry(block, context)
        case EgoDiagram():
            return _ego(block, context)
        case Grid():
            return _table(block, context)
        case Comparison(versions):
            written = (f'<div><p class="who">{write(who)}</p>\n<p>{write(words)}</p></div>' for who, words in versions)
            return f'<div class="versions">\n{lines(written)}\n</div>'
        case OneSide() | TwoSides() | ThreeSides() | CrossTable() | Histogram() | Bars() | SeriesChart():
            return write_blocks(block.twin, context)

        case TriangleDiagram() | BranchEntry() | CountStrip() | LifetimeChart():
            return write_blocks((block,), context)


def _tail(tail: Sequence[Span], written: str) -> str:
    return f' <span class="tail">{written}</span>' if tail else ""


def _heading(section: Section, context: Context) -> str:
    write, level = context.spans.write, min(context.heading, _SMALLEST_HEADING)
    role = "text" if section.role == "label" else section.role
    title = write((*section.lead, Span(section.title, role, section.link)))
    number = f' <span class="number">{section.number:,}</span>' if section.number is not None else ""
    note = f' <span class="remark">{write(section.note)}</span>' if section.note else ""
    anchor = part_anchor(context.page, section.anchor)
    identity = f' id="{anchor}"' if anchor else ""
    return f"<h{level}{identity}>{title}{number}{note}</h{level}>"


def _fields(fields: Fields, context: Context) -> str:
    write = context.spans.write
    groups: list[tuple[str, list[str]]] = []
    for label, (_, spans) in zip(fields.labels, fields.rows, strict=True):
        if not label.text and groups:
            groups[-1][1].append(write(spans))
        else:
            groups.append((write((label._replace(role="text") if label.role == "label" else label,)), [write(spans)]))
    written = (
        f"<div><dt>{label}</dt> {''.join(f'<dd>{value}</dd>' for value in values)}</div>" for label, values in groups
    )
    return f'<dl class="fields">\n{lines(written)}\n</dl>'


def _mark(mark: Span, context: Context) -> str:
    text = mark.text.strip()
    if not text or text == _EMPTY_CELL.text:
        return '<span class="mark"></span>'
    return f'<span class="mark">{context.spans.write((mark._replace(text=text),))}</span>'


def _entry(entry: Entry, context: Context) -> str:
    write = context.spans.write
    tail = _tail(entry.tail, write(entry.tail))
    below = f'\n<p class="below">{write(entry.below)}{tail}</p>' if entry.below else ""
    words = f"<p>{write(entry.spans)}{'' if entry.below else tail}</p>"
    apart = ' class="apart"' if entry.apart else ""
    return f"<li{apart}>{_mark(entry.mark, context)} <div>{words}{below}</div></li>"


def _timeline_entry(entry: TimelineEntry, context: Context) -> str:
    write = context.spans.write
    when = "<br>".join(map(write, entry.when))
    tail = _tail(entry.tail, write(entry.tail))
    below = f'\n<p class="below">{write(entry.below)}</p>' if entry.below else ""
    gap = f'\n<p class="gap">{write(entry.gap)}</p>' if entry.gap else ""
    quiet = " quiet" if entry.quiet else ""
    return (
        f'<li class="{entry.rail or "end"}"><p class="when{quiet}">{when}</p>\n'
        f"{_mark(entry.mark, context)} <div><p>{write(entry.spans)}{tail}</p>{below}{gap}</div></li>"
    )


def _table(grid: Grid, context: Context) -> str:
    """A table in a frame of its own, which scrolls where there is too little room, by keyboard too."""
    write = context.spans.write
    heads = "".join(f'<th scope="col">{write((label._replace(role="text"),))}</th>' for label in grid.column_labels)
    rows = (
        f'<tr><th scope="row">{write((name,))}</th>'
        f"{''.join(f'<td>{write((cell if cell.text else _EMPTY_CELL,))}</td>' for cell in cells)}</tr>"
        for name, cells in grid.rows
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(context.name)}, a table">\n'
        f"<table><thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{lines(rows)}\n</tbody></table>\n</div>"
    )


def _arm(arm: Arm) -> Spans:
    """An actor, and on the same line the ties that put it where it is."""
    words = (span._replace(text=span.text.replace("\n", "; ")) for span in arm.words)
    return (arm.end, *((Span(": "),) if arm.words else ()), *words)


def _ego(diagram: EgoDiagram, context: Context) -> str:
    """The picture, and below it the same in words."""
    write = context.spans.write
    sides = []
    for title, glyph, arms in zip(diagram.titles, ("−", "+"), (diagram.left, diagram.right), strict=True):
        if arms:
            role: Role = "sign-with" if glyph == "+" else "sign-against"
            items = "".join(f"<li>{write(_arm(arm))}</li>" for arm in arms)
            lead = f"<p><span{class_of(role)}>{glyph} {title}</span></p>"
            sides.append(f"{lead}<ul>{items}</ul>")
    heading = write(plain("The picture in words"))
    return (
        f'<figure class="ego" id="{ego_view_id(context.page)}">\n{ego_picture(diagram, context.page, context.spans)}\n'
        f"<details><summary>{heading}</summary>{''.join(sides)}</details>\n</figure>"
    )
