"""Those who stand beside a side, each with the line that leads to it."""

from __future__ import annotations

from tui.pages.page import Span, Spans
from tui.pages.side_blocks import Ally
from tui.render.columns import LEFT, RIGHT, blank, padded
from tui.render.lines import dash
from tui.render.wrap import Links, Piece, Row, as_row_name, cells

LEAST_NAME, LONGEST_NAME = 8, 18
"""Names are shortened to no fewer cells than the first, and to the second anyway."""


def arm_width(name: int, has_status: bool, kinds: int = 0) -> int:
    """The width of a name of so many cells with its line: `Belarus ◇ + ╍`, and with `kinds` on it if these have any."""
    return name + 4 + 2 * has_status + (kinds + 1 if kinds else 0) if name else 0


def ally_row(ally: Ally, side: int, shape: tuple[int, bool], own: Links, kinds: int = 0) -> Row:
    """Somebody at the left (0) or the right (1) of a side; `shape`: the cells of a name, and whether any has a status.

    At the left it takes `arm_width` cells, at the right at most so many. The kinds of the ties have `kinds` cells.
    """
    size, has_status = shape
    if ally.bond is None:
        room = arm_width(size, has_status, kinds) - 2
        words = numbered(undrawn(ally.end, ally.signs, room), own)
        line_out = Piece("─", "rule")
        if side:
            return (line_out, *blank(1), *words)
        return (*padded(words, room, RIGHT), *blank(1), line_out)
    name = ally.end._replace(text=shortened(ally.end.text, size - (2 if ally.other else 0)))
    bond = ally.bond
    line = Span(" " if ally.has_ended else dash(bond), bond.sign.role)
    status = (bond.status if bond.status.text else Span(" "),) if has_status else ()
    gap = Span(" ")
    on_line = (*padded(numbered(ally.kinds, own), kinds, LEFT if side else RIGHT), *blank(1)) if kinds else ()
    if side:
        to_name = numbered((line, gap, bond.sign, *((gap, *status) if status else ()), gap), own)
        named = as_row_name(numbered((name, *((gap, ally.other) if ally.other else ())), own))
        return (*to_name, *on_line, *named)
    names = numbered((*((ally.other, gap) if ally.other else ()), name), own)
    named = (*padded(as_row_name(names), size, LEFT), *on_line[::-1])
    return (*named, *numbered((*((gap, *status) if status else ()), gap, bond.sign, gap, line), own))


def undrawn(words: Span, signs: Spans, size: int) -> Spans:
    """Those not drawn in at most `size` cells: `and 11 more: +7 −4`, `11 more: +7 −4`, `+7 −4 more`, `+7−4 more`.

    Of `and 11 more tied to both` what follows `more` is left out where it does not fit. Where not all signs fit it is
    only how many they are: some of them would be a wrong sum.
    """
    colon = Span(": ", "dim")
    number, more, _ = words.text.removeprefix("and ").partition(" more")
    shorter = (words, *(words._replace(text=text) for text in (words.text.removeprefix("and "), number + more)))
    told = ((lead, colon, *signs) for lead in shorter)
    for whole in (*told, _all_more(words, signs), _tally(words, signs)):
        if signs and sum(cells(span.text) for span in whole) <= size:
            return whole
    fitting = next((lead for lead in shorter if cells(lead.text) <= size), shorter[-1])
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
