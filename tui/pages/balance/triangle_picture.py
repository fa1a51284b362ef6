"""Three actors as a picture: the signs on the sides of a triangle, and beside them the ties that are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.balance import triangle_with_signs
from tui.dossier.network.signed_graph import MIXED, Ends, ends_of, sign_of
from tui.dossier.values.vocabulary import STATUS_GLYPHS, STATUSES, TRIANGLE_GLYPH
from tui.pages.diagram_blocks import Side, TriangleDiagram
from tui.pages.network.line_styles import drawn_by
from tui.pages.network.tie_signs import sign_glyph, sign_words
from tui.pages.page import LineStyle, Span, Spans, joined
from tui.pages.records.alliances import short_kind
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more

_MOST = 4
"""The most ties beside a side."""
_BASE = 2
"""The number of the side below; those before it slope."""
_SLOPES: Mapping[LineStyle, str] = {"broken": "/", "dotted": "."}
_BELOW: Mapping[LineStyle, str] = {"broken": "╌", "dotted": "┈"}
_MEANINGS: Mapping[LineStyle, str] = {"broken": "no tie of the pair is reported", "dotted": "unsettled ties only"}
_KIND = 16
"""The most characters of terms that stand for the kind of a tie."""


def triangle_picture(
    builder: SpanBuilder, actors: tuple[str, str, str], ties: Mapping[Ends, Sequence[Tie]]
) -> TriangleDiagram:
    """The picture of three actors, at the left, at the right and at the top, with the counted ties of each pair."""
    left, right, top = actors
    of_pairs = [ties.get(ends_of(*ends), ()) for ends in ((top, left), (top, right), (left, right))]
    signs = [sign_of(of_pair) for of_pair in of_pairs]
    sides = [_side(builder, sign, of_pair) for sign, of_pair in zip(signs, of_pairs, strict=True)]
    triangle = triangle_with_signs((top, left, right), signs)
    unbalanced = triangle is not None and not triangle.balanced
    corners = [builder.short_name(actor)[0] for actor in (top, left, right)]
    return TriangleDiagram(
        (corners[0], corners[1], corners[2]),
        (sides[0], sides[1], sides[2]),
        Span(TRIANGLE_GLYPH, "outcome-bad") if unbalanced else Span(""),
        joined((*_lines(sides), _statuses(builder, signs, of_pairs)), "   "),
    )


def _lines(sides: Sequence[Side]) -> list[Spans]:
    """The lines that are not whole, each as it is drawn: the glyphs of the ties beside a side say what the others are.

    The side below is drawn otherwise than the two above it.
    """
    drawn = [(_SLOPES if number < _BASE else _BELOW).get(side.line, "") for number, side in enumerate(sides)]
    strokes = {
        line: "".join(dict.fromkeys(stroke for side, stroke in zip(sides, drawn, strict=True) if side.line == line))
        for line in _MEANINGS
    }
    return [(Span(f"{stroke} {_MEANINGS[line]}", "dim"),) for line, stroke in strokes.items() if stroke]


def _side(builder: SpanBuilder, sign: str, ties: Sequence[Tie]) -> Side:
    beside = [_tie(builder, tie, signed=sign == MIXED) for tie in ties[:_MOST]]
    more = and_more(len(ties) - _MOST)
    line = drawn_by(ties)[0] if ties else "dotted"
    return Side(sign_glyph(builder, sign), (*beside, *((more,) if more else ())), line)


def _tie(builder: SpanBuilder, tie: Tie, *, signed: bool) -> Spans:
    """`● arms`: the status and the kind, which is a link; the sign before them where the ties of a pair differ."""
    status = counted_as(tie)
    lead = (builder.sign(tie.polarity), Span(" ")) if signed else ()
    kind = builder.kind(tie)._replace(text=short_kind(tie, _KIND))
    return (*lead, Span(f"{STATUS_GLYPHS[status]} ", status_role(status)), kind)


def _statuses(builder: SpanBuilder, signs: Sequence[str], of_pairs: Iterable[Sequence[Tie]]) -> Spans:
    """The glyphs of a picture in words: `+ with   − against   ● reported`."""
    statuses = {counted_as(tie) for ties in of_pairs for tie in ties}
    parts: list[Spans] = [(sign_words(builder, sign),) for sign in dict.fromkeys(signs)]
    parts += [builder.status(status) for status in STATUSES if status in statuses]
    return joined(parts, "   ")
