"""Those who stand beside a side, each with the line that leads to it."""

from __future__ import annotations

from tui.pages.page import Span, Spans
from tui.pages.side_blocks import Ally
from tui.render.columns import LEFT, RIGHT, blank, padded
from tui.render.lines import dash
from tui.render.wrap import Links, Piece, Row, as_row_name, cells

LEAST_NAME, LONGEST_NAME = 8, 18
"""Names are shortened to no fewer cells than the first, and to the second anyway."""


def arm_width(name: int, has_status: bool) -> int:
    """The width of a name of so many cells with its line: `Belarus ◇ + ╍`."""
    return name + 4 + 2 * has_status if name else 0


def ally_row(ally: Ally, side: int, shape: tuple[int, bool], own: Links) -> Row:
    """Somebody at the left (0) or the right (1) of a side; `shape`: the cells of a name, and whether any has a status.

    At the left it takes `arm_width` cells, at the right at most so many.
    """
    size, has_status = shape
    if ally.bond is None:
        words = numbered(undrawn(ally.end, ally.signs, arm_width(size, has_status) - 2), own)
        line_out = Piece("─", "rule")
        if side:
            return (line_out, *blank(1), *words)
        return (*padded(words, arm_width(size, has_status) - 2, RIGHT), *blank(1), line_out)
    name = ally.end._replace(text=shortened(ally.end.text, size - (2 if ally.other else 0)))
    bond = ally.bond
    line = Span(dash(bond), bond.sign.role)
    status = (bond.status if bond.status.text else Span(" "),) if has_status else ()
    gap = Span(" ")
    if side:
        to_name = numbered((line, gap, bond.sign, *((gap, *status) if status else ()), gap), own)
        return (*to_name, *as_row_name(numbered((name, *((gap, ally.other) if ally.other else ())), own)))
    names = numbered((*((ally.other, gap) if ally.other else ()), name), own)
    named = padded(as_row_name(names), size, LEFT)
    return (*named, *numbered((*((gap, *status) if status else ()), gap, bond.sign, gap, line), own))


def undrawn(words: Span, signs: Spans, size: int) -> Spans:
    """Those not drawn in at most `size` cells: `and 11 more: +7 −4`, `11 more: +7 −4`, `+7 −4 more`, `+7−4 more`.

    Where not all signs fit it is only how many they are: some of them would be a wrong sum.
    """
    colon = Span(": ", "dim")
    brief = words._replace(text=words.text.removeprefix("and "))
    for whole in ((words, colon, *signs), (brief, colon, *signs), _all_more(words, signs), _tally(words, signs)):
        if signs and sum(cells(span.text) for span in whole) <= size:
            return whole
    fitting = words if cells(words.text) <= size else brief
    return (fitting._replace(text=shortened(fitting.text, size)),)


def _all_more(words: Span, signs: Spans) -> Spans:
    return (*signs, words._replace(text=" more"))


def _tally(words: Span, signs: Spans) -> Spans:
    """How many have each sign, with as few blanks as can be."""
    tight = (span._replace(text=span.text.lstrip() or span.text[:-1]) for span in signs)
    return _all_more(words, tuple(span for span in tight if span.text))


def name_size(ally: Ally) -> int:
    """The cells of the column of names that somebody beside a side, or the words about those not drawn, would fill."""
    if ally.bond is not None or not ally.signs:
        return cells(ally.end.text) + (2 if ally.other else 0)
    whole = undrawn(ally.end, ally.signs, sum(cells(span.text) for span in (ally.end, *ally.signs)) + 2)
    return max(0, sum(cells(span.text) for span in whole) - 2)


def tally_size(ally: Ally, has_status: bool) -> int:
    """The fewest cells of the column of names in which all signs of those not drawn are told; 0 of somebody drawn."""
    if not ally.signs:
        return 0
    return sum(cells(span.text) for span in _tally(ally.end, ally.signs)) - 2 - 2 * has_status


def numbered(spans: Spans, own: Links) -> Row:
    """Spans as pieces with their links."""
    return tuple(Piece(span.text, span.role, own.number(span)) for span in spans if span.text)


def shortened(text: str, size: int) -> str:
    """`text` in at most `size` cells."""
    if cells(text) <= size:
        return text
    kept = text[: size - 1]
    while cells(kept) > size - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
