"""Bars of the signs of ties: those that a source reports in full weight and first, the others of the sign paler."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.values.vocabulary import AGAINST, NEITHER, STATUS_GLYPHS, WITH
from tui.pages.page import Span
from tui.pages.span_builder import SpanBuilder, status_role

REPORTED = "reported"
SignCounts: TypeAlias = Mapping[tuple[str, bool], int]
"""How many ties there are by their sign, and by whether a source reports them."""


def sort_of(tie: Tie) -> tuple[str, bool]:
    """The sign of a tie, and whether a source reports it."""
    return str(tie.polarity), counted_as(tie) == REPORTED


def of_sign(counts: SignCounts, sign: str) -> int:
    """How many ties have a sign."""
    return counts.get((sign, True), 0) + counts.get((sign, False), 0)


def reported(counts: SignCounts) -> int:
    """How many ties a source reports."""
    return sum(number for (_, is_reported), number in counts.items() if is_reported)


def sign_parts(builder: SpanBuilder, counts: SignCounts) -> tuple[tuple[Span, int], ...]:
    """The glyph of each sort of tie with the number of these."""
    glyphs = (
        (builder.sign(sign), (sign, is_reported)) for sign in (WITH, AGAINST, NEITHER) for is_reported in (True, False)
    )
    return tuple(
        (glyph if sort[1] else glyph._replace(role="dim"), counts[sort]) for glyph, sort in glyphs if counts.get(sort)
    )


def reported_mark(words: object) -> Span:
    """The glyph of what is reported, before how much of it there is: `● 4`."""
    return Span(f"{STATUS_GLYPHS[REPORTED]} {words}", status_role(REPORTED))


def some_unreported(found: Iterable[SignCounts]) -> bool:
    """Whether any of these ties is not reported by a source."""
    return any(number and not is_reported for counts in found for (_, is_reported), number in counts.items())
