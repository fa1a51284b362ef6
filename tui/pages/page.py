"""The content model of a page: spans of text with a role and a link, grouped into a few kinds of block.

A page holds text and links; width, colour and output medium are up to the renderer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Literal, NamedTuple

Role = Literal[
    "text",
    "name",
    "strong",
    "dim",
    "label",
    "quote",
    "mention",
    "highlight",
    "match",
    "cite",
    "chart",
    "axis",
    "sign-with",
    "sign-against",
    "sign-neither",
    "sign-mixed",
    "status-reported",
    "status-attributed",
    "status-judgement",
    "status-contested",
    "status-denied",
    "status-inferred",
    "outcome-good",
    "outcome-bad",
    "outcome-open",
    "side-one",
    "side-two",
]
"""What a span is; a renderer gives each role one style."""
LineStyle = Literal["whole", "broken", "dotted"]
"""How the line of a tie is drawn.

It is whole where a source states the tie, broken where somebody says or judges so, dotted where it is unsettled.
"""


class Span(NamedTuple):
    """Text with one role. `link` is its target (`"russia"`, `"article#p5"`), empty for none."""

    text: str
    role: Role = "text"
    link: str = ""


Spans = tuple[Span, ...]
ARROW = Span("→", "dim")
"""From one to another: the direction of a tie, what something was and is, an alias and its name."""
BULLET = Span("•", "dim")
"""The mark of an item that has no other."""


class Title(NamedTuple):
    """The name of the record; `kind`, what it is, and the `id` of the record are shown at the right."""

    spans: Spans
    kind: Spans = ()
    anchor: str = ""
    id: str = ""


class Section(NamedTuple):
    """A heading over the blocks that follow, with their number; its `link` leads to the complete list.

    `note` follows the title on its row: a count in words, or a legend. A `compact` heading gives up the blank row above
    it where the page would not fit in the view.
    """

    title: str
    number: int | None = None
    anchor: str = ""
    link: str = ""
    compact: bool = False
    note: Spans = ()


class Para(NamedTuple):
    """A paragraph. `tail` (cites, status) follows the text, at the right edge where it fits. `indent` is in cells."""

    spans: Spans
    tail: Spans = ()
    indent: int = 0
    anchor: str = ""


class Quotation(NamedTuple):
    """Words as printed, set apart. `marks` are the quotation marks around them, empty for reported speech."""

    spans: Spans
    marks: tuple[str, str] = ("“", "”")
    anchor: str = ""


class Fields(NamedTuple):
    """Labelled values, one per line. `label_width` is the least width of the labels, in cells.

    `headings` repeats, at the same index, each label that has a link or a role of its own.
    """

    rows: tuple[tuple[str, Spans], ...]
    label_width: int = 0
    anchor: str = ""
    headings: Spans = ()

    @property
    def labels(self) -> Spans:
        """The label of each row as a span."""
        headings = (*self.headings, *(Span("") for _ in self.rows[len(self.headings) :]))
        pairs = zip(headings, self.rows, strict=False)
        return tuple(heading if heading.text == label else Span(label, "label") for heading, (label, _) in pairs)


class Entry(NamedTuple):
    """One item of a list: a mark in the margin, the text, status and cites as `tail`, and a dimmer line `below`.

    With `apart` there is a blank row before and after.
    """

    mark: Span
    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    apart: bool = False
    anchor: str = ""


class TimelineEntry(NamedTuple):
    """One entry on a vertical rail: its mark, date, text with status and cites, and a dimmer line `below`.

    `rail` leads to the next entry: solid, broken where the order of the two is unknown, empty at the end; `gap` is the
    text beside it. Each part of `when` has a line of its own where there is a date column; where there is none, a
    `quiet` one (`undated`) moves to the dimmer line. Neither `when` nor `gap` holds links. There is no blank row
    between a `compact` entry and the next.
    """

    mark: Span
    when: tuple[Spans, ...]
    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    rail: Literal["", "solid", "broken"] = ""
    gap: Spans = ()
    quiet: bool = False
    anchor: str = ""
    compact: bool = False


class BranchEntry(NamedTuple):
    """One entry of a partial order, drawn as a tree: it comes after the one that it hangs from.

    `joint`: a "root"; the "next" one, which alone comes after the one above it; or one of several that come after the
    same, in no known order: the first of them, a "fork", a "branch", or the "last". `stems` says, for each level to the
    left of it, whether the line of that level goes on beside it, and `goes_on` whether anything hangs from it in turn.
    `hangs_from` is the other entry in words, for where no tree is drawn.
    """

    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    joint: Literal["root", "next", "fork", "branch", "last"] = "root"
    stems: tuple[bool, ...] = ()
    goes_on: bool = False
    hangs_from: Spans = ()
    anchor: str = ""


class Dated(NamedTuple):
    """How many things have one date, from its `first` to its `last` month, numbered `12 * year + month - 1`.

    `link` is the first of them.
    """

    first: int
    last: int
    number: int
    link: str = ""


class CountStrip(NamedTuple):
    """How much there is at which time: bars by the month, the year or longer, under their years, and that in words.

    Each bar leads to the first thing in it. `total` is how many there are, those of open dates among them, which are in
    no bar. `noun` is one of them.
    """

    dates: tuple[Dated, ...]
    total: int
    noun: str
    anchor: str = ""


class Arm(NamedTuple):
    """One arm of an ego diagram: the actor at its end, and the ties that put it there.

    Its `line` is that of the firmest of these; `status` is the glyph on a line that is not whole.
    """

    end: Span
    words: Spans
    line: LineStyle = "whole"
    status: Span = Span("")


class EgoDiagram(NamedTuple):
    """One actor in the centre, those against it on the left, those with it on the right, each side under its title."""

    centre: Span
    left: tuple[Arm, ...]
    right: tuple[Arm, ...]
    titles: tuple[str, str] = ("against", "with")
    anchor: str = ""


class Bond(NamedTuple):
    """What ties two actors, as a line of a picture: its sign, which leads to the two, and the glyph of its status.

    The status of a whole line is empty.
    """

    sign: Span
    status: Span
    line: LineStyle


class Ally(NamedTuple):
    """Somebody at the end of a line that leads to one side; without a bond it is words about those not drawn."""

    end: Span
    bond: Bond | None


class Between(NamedTuple):
    """Somebody between two sides, with a line to each; without bonds it is words about those not drawn."""

    end: Span
    bonds: tuple[Bond, Bond] | None


class TwoSides(NamedTuple):
    """Two sides facing each other, outside each those tied to it alone, between the two those tied to both.

    `below`: words under the name of each side. `direct` is the line from side to side, `direct_words` are on it.
    `remark` is about the triangles in the middle, `note` about what is not drawn, `legend` about the lines. `twin` says
    the same in words, for where there is no room for a picture, or none can be drawn.
    """

    heads: tuple[Span, Span]
    below: tuple[Spans, Spans]
    allies: tuple[tuple[Ally, ...], tuple[Ally, ...]]
    between: tuple[Between, ...]
    direct: Bond | None
    direct_words: Spans
    remark: Spans
    note: Spans
    twin: tuple[Fields, ...]
    anchor: str = ""
    legend: Spans = ()


class ThreeSides(NamedTuple):
    """Three sides as the corners of a triangle: at the top, at the left and at the right.

    `below`: words beside the name of each. Beside each corner are those tied to it alone. `edges` are the lines between
    the sides, and `between` those tied to the two sides of an edge, in the order top and left, top and right, left and
    right; of two bonds the first is that of the side further to the left. `with_all` names who is tied to all three;
    `mark` is in the middle of the triangle, `note` about what is not drawn. `twin` says the same in words.
    """

    heads: tuple[Span, Span, Span]
    below: tuple[Spans, Spans, Spans]
    allies: tuple[tuple[Ally, ...], tuple[Ally, ...], tuple[Ally, ...]]
    edges: tuple[Bond | None, Bond | None, Bond | None]
    between: tuple[tuple[Between, ...], tuple[Between, ...], tuple[Between, ...]]
    with_all: Spans
    mark: Span
    note: Spans
    twin: tuple[Grid | Fields, ...]
    anchor: str = ""


class OneSide(NamedTuple):
    """One side with those against it at the left and those with it at the right; `twin` says the same in words."""

    head: Span
    below: Spans
    allies: tuple[tuple[Ally, ...], tuple[Ally, ...]]
    note: Spans
    twin: tuple[Fields, ...]
    anchor: str = ""


class BarRow(NamedTuple):
    """One bar: its label, the glyphs it is made of with the number of each, and what stands behind it."""

    label: Span
    parts: tuple[tuple[Span, int], ...]
    tail: Spans = ()


class Bars(NamedTuple):
    """Bars made of glyphs, one below the other, all to one scale: a glyph is one where there is room for that.

    `twin` says the same in words; it is empty where the words follow the bars anyway.
    """

    rows: tuple[BarRow, ...]
    twin: tuple[Fields, ...] = ()
    anchor: str = ""


class Column(NamedTuple):
    """One column of a histogram: what it counts, and where it leads; `label` is below it where there is room."""

    label: str
    number: int
    link: str = ""


class Histogram(NamedTuple):
    """Counts in their order, as columns beside each other, `height` rows high. `twin` says it where they do not fit."""

    columns: tuple[Column, ...]
    height: int
    twin: tuple[Para, ...]
    anchor: str = ""


class CrossTable(NamedTuple):
    """A table of who does something to whom, with a few signs in a cell; columns are as wide as they need to be.

    A `heading` stands in its corner, followed by `lead`, the word that leads to the names of the columns.
    `twin` is the same as entries, for where the columns do not fit beside each other.
    """

    column_labels: Spans
    rows: tuple[tuple[Span, tuple[Spans, ...]], ...]
    legend: Spans
    twin: tuple[Section | Entry, ...]
    anchor: str = ""
    heading: Section | None = None
    lead: str = ""


class Grid(NamedTuple):
    """A table of narrow cells, each `cell` cells wide; each row is a name and its cells.

    Columns that do not fit side by side continue in another table below, with the names repeated. `borders` are the
    numbers of the rows and columns before which a line is drawn, `row_borders` those of rows alone.
    """

    column_labels: Spans
    rows: tuple[tuple[Span, Spans], ...]
    cell: int
    anchor: str = ""
    borders: tuple[int, ...] = ()
    row_borders: tuple[int, ...] = ()


class Comparison(NamedTuple):
    """Versions of one matter side by side, each a heading (who) and a text; one below the other where it is narrow.

    With `of_names` the texts are lists of names, for which columns may be narrow.
    """

    versions: tuple[tuple[Spans, Spans], ...]
    anchor: str = ""
    of_names: bool = False


class Side(NamedTuple):
    """One side of a triangle: the sign of its two actors, what joins them, and how its line is drawn."""

    sign: Span
    ties: tuple[Spans, ...]
    line: LineStyle = "whole"


class TriangleDiagram(NamedTuple):
    """Three actors as a triangle: its `corners` at the top, left and right, its `sides` in the order of the pairs.

    These are top and left, top and right, left and right. `mark` is in the middle. `legend`, below, explains the glyphs
    that are used.
    """

    corners: tuple[Span, Span, Span]
    sides: tuple[Side, Side, Side]
    mark: Span = Span("")
    legend: Spans = ()
    anchor: str = ""


Picture = OneSide | TwoSides | ThreeSides | CrossTable | Histogram | Bars
"""The blocks that have a `twin`: blocks that say the same in words."""
Block = (
    Title
    | Section
    | Para
    | Quotation
    | Fields
    | Entry
    | TimelineEntry
    | BranchEntry
    | CountStrip
    | EgoDiagram
    | Grid
    | Comparison
    | TriangleDiagram
    | Picture
)


class Addition(NamedTuple):
    """What a page has besides where there is room for all of it: in place of its blocks from `start` up to `end`.

    `make` returns the blocks, none if there are none; it is called where as many rows as `least` are left. Of additions
    of one `name` the last that fits is shown. One `beside` the page stands below what stands there; where that is in
    the page instead, it comes before the first of these.
    """

    start: int
    end: int
    make: Callable[[], tuple[Block, ...]]
    least: int = 1
    name: str = ""
    beside: bool = False


class Page(NamedTuple):
    """The content under one id, that of a record or of a view.

    `aside` is what may stand beside it where it is wide, or below it where there is room left, `additions` what may
    stand in it in a view that has room, the most telling first; where they are left out, other views have them too.
    A page that is mostly `in_columns` has longer lines where they fit.
    """

    id: str
    blocks: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    additions: tuple[Addition, ...] = ()
    in_columns: bool = False

    def links(self) -> list[str]:
        """Every target on the page, in reading order, without those of its additions."""
        return [span.link for block in (*self.blocks, *self.aside) for span in spans_of(block) if span.link]

    def text(self) -> str:
        """All words of the page, for tests and search."""
        return " ".join(span.text for block in self.blocks for span in spans_of(block))


def spans_of(block: Block) -> Iterable[Span]:
    """Every span of a block, in reading order."""
    match block:
        case Title(spans, kind, id=name):
            return (*spans, *kind, Span(name, "dim")) if name else (*spans, *kind)
        case Section(title, link=link, note=note):
            return (Span(title, "label", link), *note)
        case Para(spans, tail):
            return (*spans, *tail)
        case Quotation(spans):
            return spans
        case Fields(rows):
            return tuple(span for label, (_, spans) in zip(block.labels, rows, strict=True) for span in (label, *spans))
        case Entry(mark, spans, tail, below):
            return (mark, *spans, *below, *tail)
        case TimelineEntry(mark, when, spans, tail, below, _, gap):
            return (mark, *(span for part in when for span in part), *spans, *below, *tail, *gap)
        case BranchEntry(spans, tail, below):
            return (*spans, *below, *tail)
        case CountStrip(dates):
            return (Span("", "chart", date.link) for date in dates if date.link)
        case EgoDiagram(centre, left, right):
            return (centre, *(span for arm in (*left, *right) for span in (arm.end, *arm.words)))
        case Grid(column_labels, rows):
            return (*column_labels, *(span for name, cells in rows for span in (name, *cells)))
        case Comparison(versions):
            return tuple(span for who, words in versions for span in (*who, *words))
        case TriangleDiagram(corners, sides, mark, legend):
            (top, *feet), (one, other, base) = corners, sides
            beside = [tie for ties in zip_longest(one.ties, other.ties, fillvalue=()) for tie in ties]
            between = (span for tie in beside for span in tie)
            at_foot = (span for tie in base.ties for span in tie)
            return (top, one.sign, other.sign, *between, mark, *feet, base.sign, *at_foot, *legend)
        case Bars(bar_rows):
            return tuple(
                span for row in bar_rows for span in (row.label, *(glyph for glyph, _ in row.parts), *row.tail)
            )
        case Histogram(columns):
            return tuple(Span(column.label, "dim", column.link) for column in columns)
        case CrossTable(column_labels, table_rows, legend, heading=heading):
            in_rows = (
                span for name, cells in table_rows for span in (name, *(part for cell in cells for part in cell))
            )
            return (*(spans_of(heading) if heading else ()), *column_labels, *in_rows, *legend)
        case OneSide(head, below, allies, note):
            return (head, *below, *(span for each in allies for span in _spans_of_allies(each)), *note)
        case TwoSides():
            return tuple(_spans_of_sides(block))
        case ThreeSides():
            return tuple(_spans_of_triangle(block))


def _spans_of_sides(picture: TwoSides) -> Iterable[Span]:
    """The two sides, each with those beside it, those between, and what is said about what is not drawn."""
    for head, below, allies in zip(picture.heads, picture.below, picture.allies, strict=True):
        yield head
        yield from below
        yield from _spans_of_allies(allies)
    for middle in picture.between:
        yield middle.end
        for bond in middle.bonds or ():
            yield from (bond.sign, bond.status)
    if picture.direct is not None:
        yield from (picture.direct.sign, picture.direct.status)
    yield from (*picture.direct_words, *picture.remark, *picture.legend, *picture.note)


def _spans_of_allies(allies: Iterable[Ally]) -> Iterable[Span]:
    for ally in allies:
        yield from (ally.end, *((ally.bond.sign, ally.bond.status) if ally.bond else ()))


def _spans_of_triangle(picture: ThreeSides) -> Iterable[Span]:
    """The three sides, each with those beside it, then the edges with those between, and what is said below."""
    for head, below, allies in zip(picture.heads, picture.below, picture.allies, strict=True):
        yield head
        yield from below
        yield from _spans_of_allies(allies)
    for edge, found in zip(picture.edges, picture.between, strict=True):
        yield from (edge.sign, edge.status) if edge else ()
        for middle in found:
            yield middle.end
            for bond in middle.bonds or ():
                yield from (bond.sign, bond.status)
    yield from (picture.mark, *picture.with_all, *picture.note)


def text(words: str, role: Role = "text") -> Spans:
    """A single span."""
    return (Span(words, role),)


def joined(parts: Iterable[Spans], by: str = ", ") -> Spans:
    """The non-empty parts with `by` between them."""
    spans: list[Span] = []
    for part in parts:
        if not part:
            continue
        if spans:
            spans.append(Span(by, "dim"))
        spans.extend(part)
    return tuple(spans)
