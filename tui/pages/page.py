"""The content model of a page: spans of text with a role and a link, grouped into a few kinds of block.

A page holds text and links; width, colour and output medium are up to the renderer. The blocks that every page has are
here; pictures are in modules of their own: of sides and charts, which Home has, of diagrams and of timelines.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from tui.pages.chart_blocks import ChartBlock
    from tui.pages.diagram_blocks import DiagramBlock
    from tui.pages.side_blocks import SideBlock
    from tui.pages.timeline_blocks import TimelineBlock

Role = Literal[
    "text",
    "name",
    "strong",
    "dim",
    "label",
    "quote",
    "mention",
    "highlight",
    "highlight-other",
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

    `note` follows the title on its row: a count in words, or a legend; one that is a name is cut to the room there if
    the heading `cuts_note`. A `compact` heading gives up the blank row above
    it where the page would not fit in the view. `role` is that of the title: a heading that is a name looks like one.
    `lead` stands before the title and is no link: the status of what the title says.
    """

    title: str
    number: int | None = None
    anchor: str = ""
    link: str = ""
    compact: bool = False
    note: Spans = ()
    role: Role = "label"
    cuts_note: bool = False
    lead: Spans = ()


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

    With `apart` there is a blank row before and after. What is `below` a `compact` one, and its cites, which its tail
    ends with, are left out where the page fits only without them. One `in_one_row` has its first span cut to what the
    row has room for.
    """

    mark: Span
    spans: Spans
    tail: Spans = ()
    below: Spans = ()
    apart: bool = False
    anchor: str = ""
    compact: bool = False
    in_one_row: bool = False


Block: TypeAlias = (
    "Title | Section | Para | Quotation | Fields | Entry | SideBlock | ChartBlock | TimelineBlock | DiagramBlock"
)


class Addition(NamedTuple):
    """What a page has besides where there is room for all of it: in place of its blocks from `start` up to `end`.

    `make` returns the blocks, none if there are none; it is called where as many rows as `least` are left. Of additions
    of one `name` the last that fits is shown. One `beside` the page stands below what stands there; where that is in
    the page instead, it comes before the first of these. One that is `narrow` is left out where something stands beside
    the page.
    """

    start: int
    end: int
    make: Callable[[], tuple[Block, ...]]
    least: int = 1
    name: str = ""
    beside: bool = False
    narrow: bool = False


class Lead(NamedTuple):
    """The first `blocks` of a page, above what stands beside the rest, and as wide as both.

    The last of them is replaced by what `make` returns: it has more room there than where nothing stands beside. All
    are laid out in `width` cells where that is more than 0.
    """

    blocks: int
    make: Callable[[], Block]
    width: int = 0


class Page(NamedTuple):
    """The content under one id, that of a record or of a view.

    `aside` is what may stand beside it where it is wide, or below it where there is room left, `additions` what may
    stand in it in a view that has room, the most telling first; where they are left out, other views have them too.
    A page that is mostly `in_columns` has longer lines where they fit; one with a table that needs more cells than text
    has is as wide as that where it fits, and its text stays as it is. `lead` is what stands above all where something
    stands beside it.
    """

    id: str
    blocks: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    additions: tuple[Addition, ...] = ()
    in_columns: bool = False
    table_width: int = 0
    lead: Lead | None = None

    def links(self) -> list[str]:
        """Every target on the page, in reading order, without those of its additions."""
        from tui.pages.block_spans import spans_of

        return [span.link for block in (*self.blocks, *self.aside) for span in spans_of(block) if span.link]

    def text(self) -> str:
        """All words of the page, for tests and search."""
        from tui.pages.block_spans import spans_of

        return " ".join(span.text for block in self.blocks for span in spans_of(block))


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
