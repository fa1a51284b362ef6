"""The vocabulary of a page: spans of text with a role and a link, gathered into a few kinds of block.

A page says what is there to be read and which words lead where. It does not say how
wide, in which colour or on what medium. May not know Textual or Rich.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Role = Literal[
    "text",
    "name",
    "strong",
    "dim",
    "label",
    "quote",
    "lit",
    "cite",
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
"""What a span is; a renderer gives each role one look."""

ROLES: tuple[Role, ...] = Role.__args__  # type: ignore[attr-defined]


class Span(NamedTuple):
    """Words with one role. `link` is the target they lead to (`"russia"`, `"article#p5"`), empty for none."""

    text: str
    role: Role = "text"
    link: str = ""


Spans = tuple[Span, ...]


class Title(NamedTuple):
    """The name of the record, and what it is at the right."""

    spans: Spans
    kind: Spans = ()
    anchor: str = ""


class Section(NamedTuple):
    """A heading over the blocks that follow, with the number of them; its `link` leads to all there is of them."""

    title: str
    number: int | None = None
    anchor: str = ""
    link: str = ""


class Para(NamedTuple):
    """A paragraph. `tail` (cites, status) follows the text, at the right edge where it fits."""

    spans: Spans
    tail: Spans = ()
    indent: int = 0
    anchor: str = ""


class Quotation(NamedTuple):
    """Words as printed, set apart. `marks` are the quotation marks put around, empty for a report of what was said."""

    spans: Spans
    marks: tuple[str, str] = ("“", "”")
    anchor: str = ""


class Facts(NamedTuple):
    """Labelled values, one a line. `column` is the least width of the labels, in cells.

    A label that leads somewhere stands again in `heads`, as a span at the same place.
    """

    rows: tuple[tuple[str, Spans], ...]
    column: int = 0
    anchor: str = ""
    heads: Spans = ()

    @property
    def labels(self) -> Spans:
        """The label of each row as a span."""
        given = (*self.heads, *(Span("") for _ in self.rows[len(self.heads) :]))
        pairs = zip(given, self.rows, strict=False)
        return tuple(head if head.text == label else Span(label, "label") for head, (label, _) in pairs)


class Entry(NamedTuple):
    """One item of a list: a mark in the margin, the text, its status and cites, and perhaps a second, quieter line.

    An item that is `apart` has a blank row before and after. An `aside` follows the text where there is room: it says
    what stands on the page of the item too.
    """

    mark: Span
    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    apart: bool = False
    anchor: str = ""
    aside: Spans = ()


class TimelineEntry(NamedTuple):
    """One point of a vertical rail: a mark on it, when, what with status and cites, and a quieter line.

    `onward` is the rail to the next point: solid, broken where the order of the two is not known, none where it ends;
    `gap` is said on it. Each part of `when` has a line of its own where there is a column for it. `quiet`: it says
    little, and goes to the quieter line where there is none. Neither `when` nor `gap` leads anywhere.
    """

    mark: Span
    when: tuple[Spans, ...]
    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    onward: Literal["", "solid", "broken"] = ""
    gap: Spans = ()
    quiet: bool = False
    anchor: str = ""


class Arm(NamedTuple):
    """One row of a fan: who stands at its end, and in a few words for what."""

    end: Span
    words: Spans


class EgoDiagram(NamedTuple):
    """One actor in the middle, those against it at the left, those with it at the right; `titles` stand over them."""

    centre: Span
    left: tuple[Arm, ...]
    right: tuple[Arm, ...]
    titles: tuple[str, str] = ("against", "with")
    anchor: str = ""


class Grid(NamedTuple):
    """A table of narrow cells: `heads` over the columns, each row a name and its cells. `cell` is their width.

    Columns that do not fit beside each other go into a further table below, with the names repeated.
    """

    heads: Spans
    rows: tuple[tuple[Span, Spans], ...]
    cell: int
    anchor: str = ""


class Comparison(NamedTuple):
    """Versions of one matter side by side, each a heading (who) and words; one below the other when it is narrow."""

    versions: tuple[tuple[Spans, Spans], ...]
    anchor: str = ""


Block = Title | Section | Para | Quotation | Facts | Entry | TimelineEntry | EgoDiagram | Grid | Comparison


class Page(NamedTuple):
    """What a record says."""

    id: str
    blocks: tuple[Block, ...]

    def links(self) -> list[str]:
        """Every target on the page, in reading order."""
        return [span.link for block in self.blocks for span in spans_of(block) if span.link]

    def text(self) -> str:
        """All words of the page, for tests and search."""
        return " ".join(span.text for block in self.blocks for span in spans_of(block))


def spans_of(block: Block) -> Iterable[Span]:
    """Every span of a block, in reading order."""
    match block:
        case Title(spans, kind):
            return (*spans, *kind)
        case Section(title, link=link):
            return (Span(title, "label", link),)
        case Para(spans, tail):
            return (*spans, *tail)
        case Quotation(spans):
            return spans
        case Facts(rows):
            return tuple(span for label, (_, spans) in zip(block.labels, rows, strict=True) for span in (label, *spans))
        case Entry(mark, spans, tail, below, aside=aside):
            return (mark, *spans, *aside, *below, *tail)
        case TimelineEntry(mark, when, spans, tail, below, _, gap):
            return (mark, *(span for part in when for span in part), *spans, *below, *tail, *gap)
        case EgoDiagram(centre, left, right):
            return (centre, *(span for arm in (*left, *right) for span in (arm.end, *arm.words)))
        case Grid(heads, rows):
            return (*heads, *(span for name, cells in rows for span in (name, *cells)))
        case Comparison(versions):
            return tuple(span for who, said in versions for span in (*who, *said))


def text(words: str, role: Role = "text") -> Spans:
    """One span of plain words."""
    return (Span(words, role),)


def joined(parts: Iterable[Spans], by: str = ", ") -> Spans:
    """Several runs of spans with `by` between them."""
    found: list[Span] = []
    for part in parts:
        if not part:
            continue
        if found:
            found.append(Span(by, "dim"))
        found.extend(part)
    return tuple(found)
