"""The ordinary blocks that say the same as a picture: where there is no room for it, and for formats that draw none."""

from __future__ import annotations

from itertools import combinations

from tui.pages.page import Block, Fields, Para, Side, Span, Spans, TriangleDiagram, joined


def twin(block: Block) -> tuple[Block, ...]:
    """What a picture says as text, with its links; any other block as it is."""
    match block:
        case TriangleDiagram():
            return _triangle(block)
        case _:
            return (block,)


def _triangle(block: TriangleDiagram) -> tuple[Block, ...]:
    """One row for each side: the two names, the sign, the ties."""
    ends = combinations(block.corners, 2)
    rows = tuple(
        (joined(((one,), (other,)), " – "), side) for (one, other), side in zip(ends, block.sides, strict=True)
    )
    fields = Fields(tuple(("", (*names, Span(": "), *_side(side))) for names, side in rows), anchor=block.anchor)
    return (fields, Para(block.legend)) if block.legend else (fields,)


def _side(side: Side) -> Spans:
    return joined(((side.sign,), joined(side.ties)), " ")
