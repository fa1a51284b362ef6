"""Three actors and the ties between every two of them: as a sentence, as a line of a list, as a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

from tui.dossier.kinds import Tie
from tui.dossier.network.alignment import firmness
from tui.dossier.network.balance import Triangle, triangle_with_signs
from tui.dossier.network.signed_graph import MIXED, Ends, ends_of, sign_of
from tui.dossier.values.vocabulary import (
    AGAINST,
    EMPTY_CELL,
    MIXED_GLYPH,
    STATUS_GLYPHS,
    STATUSES,
    TRIANGLE_GLYPH,
    UNSETTLED,
    WITH,
)
from tui.pages.balance.support_words import support_words
from tui.pages.balance.triangle_picture import triangle_picture
from tui.pages.diagram_blocks import TriangleDiagram
from tui.pages.list_line import ListLine
from tui.pages.network.column_labels import actor_labels
from tui.pages.omissions import moment_of
from tui.pages.page import Block, Page, Para, Section, Span, Spans, Title, joined
from tui.pages.records.sections import section
from tui.pages.span_builder import SpanBuilder, status_role

READING_AID = "A reading aid, an arithmetic of signs: it forecasts nothing."
_KIND = "triangle"
_SENTENCES = {
    "+++": "{0}, {1} and {2} all have + ties with one another",
    "++-": "{2} has + ties with both {0} and {1}, who are against each other",
    "+--": "{0} and {1} are both against {2} and have + ties with each other",
    "---": "{0}, {1} and {2} are all against one another",
}
"""Kind of triangle -> its sentence. Where one pair differs from the other two, that pair is {0} and {1}."""
_PLACEHOLDER = re.compile(r"\{(\d)\}")


def triangle_view_id(triangle: Triangle) -> str:
    """The id of the view of a triangle: `triangle:armenia:azerbaijan:russia`."""
    return ":".join((_KIND, *triangle.actors))


def sentence(builder: SpanBuilder, triangle: Triangle) -> Spans:
    """A triangle in one sentence, with the three names as links."""
    actors = odd_pair_first(triangle)
    spans: list[Span] = []
    for number, part in enumerate(_PLACEHOLDER.split(_SENTENCES[triangle.kind])):
        if number % 2:
            spans += builder.name(actors[int(part)])
        elif part:
            spans.append(Span(part))
    return tuple(spans)


def sentence_link(builder: SpanBuilder, triangle: Triangle) -> Span:
    """A triangle in one sentence, as a single link to its page."""
    return Span("".join(span.text for span in sentence(builder, triangle)), "text", triangle_view_id(triangle))


def odd_pair_first(triangle: Triangle) -> tuple[str, str, str]:
    """The actors in the order in which the sentence numbers them: the pair that differs first, if one does."""
    first, second, third = triangle.actors
    odd_sign = {"++-": AGAINST, "+--": WITH}.get(triangle.kind)
    if odd_sign is None or triangle.signs[0] == odd_sign:
        return first, second, third
    return (first, third, second) if triangle.signs[1] == odd_sign else (second, third, first)


def triangle_line(builder: SpanBuilder, triangle: Triangle, weak: Mapping[Ends, str]) -> ListLine:
    """The line of a triangle: its actors, the pair that differs first, and its signs at the right.

    After the signs stands the glyph of the least firm status that a pair rests on; `weak` are those without a reported
    tie. Where there is little room the actors are called as over the columns of the matrix.
    """
    actors, labels = odd_pair_first(triangle), actor_labels(builder.dossier.whole or builder.dossier)
    roles = [builder.name(name)[0].role for name in actors]
    spans, brief = (
        joined(((Span(called(name), role),) for name, role in zip(actors, roles, strict=True)), " · ")
        for called in (builder.short, labels.__getitem__)
    )
    signs = tuple(builder.sign(sign) for sign in sorted(triangle.signs))
    mark = Span(" ") if triangle.balanced else Span(TRIANGLE_GLYPH, "outcome-bad")
    status = max((weak.get(ends, STATUSES[0]) for ends in triangle.pairs), key=STATUSES.index)
    signs = (*signs, Span(f" {STATUS_GLYPHS[status]}", status_role(status)))
    return ListLine(mark, spans, signs, brief_spans=brief)


def triangle_page(builder: SpanBuilder, first: str, second: str, third: str) -> Page | None:
    """Three actors and every tie between two of them; None unless all three are actors.

    Only ties of the statuses, the moment and the facets of the scope are counted, but all are shown.
    """
    actors = (first, second, third)
    if any(builder.dossier.actor(name) is None for name in actors):
        return None
    view_id = ":".join((_KIND, *actors))
    signs: list[str] = []
    weak: list[tuple[str, str]] = []
    blocks: list[Block] = []
    signed: list[Tie] = []
    pairs_by_ties: dict[tuple[str, ...], list[tuple[tuple[str, str], str]]] = {}
    counted_ties: dict[Ends, list[Tie]] = {}
    counting = builder.scope._replace(kinds=frozenset(), statuses=UNSETTLED & builder.scope.statuses, sides=frozenset())
    for pair in combinations(actors, 2):
        ties = builder.dossier.ties_of_pair(pair)
        counted = [tie for tie in counting.counted(builder.dossier, ties) if tie.polarity]
        counted_ties[ends_of(*pair)] = counted
        signs.append(sign_of(counted))
        any_time = counting._replace(moment=None, statuses=frozenset()).counted(builder.dossier, ties)
        signed += [tie for tie in any_time if tie.polarity and tie not in signed]
        firmest = firmness(counted) if counted else STATUSES[0]
        weak += [(" – ".join(map(builder.dossier.name, pair)), firmest)] if firmest != STATUSES[0] else []
        pairs_by_ties.setdefault(tuple(tie.id for tie in ties), []).append((pair, signs[-1]))
    for ids, pairs in pairs_by_ties.items():
        # one record that ties all three is told once; pairs without any tie stay apart
        for together in [pairs] if ids else [[pair] for pair in pairs]:
            title = ", ".join(" – ".join(map(builder.dossier.name, pair)) for pair, _ in together)
            heading, *entries = section(builder, title, ids, view_id) or [Section(title, 0)]
            blocks += [heading, Para(_sign(builder, together[0][1])), *entries]
    counted_now = list({tie.id: tie for ties in counted_ties.values() for tie in ties}.values())
    names = Title(builder.names(actors), (Span("triangle", "dim"),))
    triangle = triangle_with_signs(actors, signs)
    left, right, top = odd_pair_first(triangle) if triangle is not None else (second, third, first)
    picture = triangle_picture(builder, (left, right, top), counted_ties)
    return Page(
        view_id, (names, *_verdict(builder, triangle, weak, picture), *moment_of(builder, signed, counted_now), *blocks)
    )


def _verdict(
    builder: SpanBuilder, triangle: Triangle | None, weak: list[tuple[str, str]], picture: TriangleDiagram
) -> list[Block]:
    """The sentence, the picture, and the arithmetic: what the verdict rests on, and what would balance the triangle."""
    if triangle is None:
        words = "Not assessed: not all three pairs are plainly with or plainly against each other."
        return [picture, Para((Span(words, "dim"),))]
    verdict = "Balanced" if triangle.balanced else "Unbalanced"
    reason = "an even number of its pairs is hostile" if triangle.balanced else "an odd number of its pairs is hostile"
    mark = () if triangle.balanced else (Span(f"{TRIANGLE_GLYPH} ", "outcome-bad"),)
    blocks: list[Block] = [Para((*mark, *sentence(builder, triangle), Span("."))), picture]
    if weak:
        pairs = joined((Span(f"{names} "), *builder.status(status)) for names, status in weak)
        blocks.append(Para((Span(f"This rests on {support_words(status for _, status in weak)}: "), *pairs)))
    change = "" if triangle.balanced else " To balance it alone, any one of its three pairs would have to change."
    return [*blocks, Para((Span(f"{verdict}: {reason}.{change} {READING_AID}", "dim"),))]


def _sign(builder: SpanBuilder, sign: str) -> Spans:
    """The sign of two actors by their counted ties."""
    if sign == MIXED:
        return (Span(f"{MIXED_GLYPH} mixed: with and against each other; never averaged, not counted", "sign-neither"),)
    return builder.sign_words(sign) if sign else (Span(f"{EMPTY_CELL} no counted tie has a sign", "dim"),)
