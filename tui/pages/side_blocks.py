"""Pictures of sides that face each other, with those tied to them, as data."""

from typing import TYPE_CHECKING, NamedTuple

from tui.pages.page import Fields, LineStyle, Span, Spans

if TYPE_CHECKING:
    from tui.pages.diagram_blocks import Grid


class Bond(NamedTuple):
    """What ties two actors, as a line of a picture: its sign, which leads to the two, and the glyph of its status.

    The status of a whole line is empty.
    """

    sign: Span
    status: Span
    line: LineStyle


class Ally(NamedTuple):
    """Somebody at the end of a line that leads to one side; without a bond it is words about those not drawn.

    `signs` are how many of these have each sign: `+7`, `−4`. `other` is the sign of a tie to the other side, if any.
    `kinds` are those of the ties, in few words, for where there is room. Who `has_ended` has no line, and the mark of
    that in place of a status.
    """

    end: Span
    bond: Bond | None
    signs: Spans = ()
    other: Span | None = None
    kinds: Spans = ()
    has_ended: bool = False


class Between(NamedTuple):
    """Somebody between two sides, with a line to each; without bonds it is words about those not drawn.

    `signs` are how many of these have each sign to the one and to the other side: `+− 3`. `ties` are those to the one
    and to the other side, each with its status, for where there is room.
    """

    end: Span
    bonds: tuple[Bond, Bond] | None
    signs: Spans = ()
    ties: tuple[tuple[Spans, ...], tuple[Spans, ...]] = ((), ())


class OneSide(NamedTuple):
    """One side with those against it at the left and those with it at the right; `twin` says the same in words."""

    head: Span
    below: Spans
    allies: tuple[tuple[Ally, ...], tuple[Ally, ...]]
    note: Spans
    twin: tuple[Fields, ...]
    anchor: str = ""


class TwoSides(NamedTuple):
    """Two sides facing each other, outside each those tied to it alone, between the two those tied to both.

    `below`: words under the name of each side. `direct` is the line from side to side, `direct_words` are on it, and
    `shared`, under the lines, is about both sides. `remark` is about the triangles in the middle, `note` about what is
    not drawn, `legend` about the lines, `key` about the signs, `ended` about the ties of the two that have ended.
    `direct_ties` are those from side to side, for where there is room. `twin` says the same in words: there may be no
    room for a picture, or none can be drawn.
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
    shared: Spans = ()
    direct_ties: tuple[Spans, ...] = ()
    ended: Spans = ()
    key: Spans = ()


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
    twin: "tuple[Grid | Fields, ...]"
    anchor: str = ""


SideBlock = OneSide | TwoSides | ThreeSides
