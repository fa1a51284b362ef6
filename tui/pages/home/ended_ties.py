"""What has ended at the moment: the ties that the sides had with each other, and those that anybody had."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tui.dossier.kinds import Tie
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.values.vocabulary import SIGN_GLYPHS
from tui.pages.home.sides import sign_mark
from tui.pages.moment_marks import ENDED
from tui.pages.page import Block, Entry, Section, Span, Spans, joined
from tui.pages.phrases import kind_words
from tui.pages.side_blocks import Ally, Bond, TwoSides
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import and_more
from tui.pages.views.registry import pair_view_id
from tui.pages.when import tie_years, year_words

_TOLD, _ENDS = 4, 2
"""The most ties of one pair, and the most actors of a tie, that are named."""
_MARK = Span(ENDED, "dim")


def ended(builder: SpanBuilder, between: Collection[str] = ()) -> list[Tie]:
    """The ties that have ended at the moment, of all the actors `between`, and would be counted if they had not."""
    scope, dossier, at = builder.scope, builder.dossier, builder.as_of
    if scope.moment is None:
        return []
    ties = (tie for tie in dossier.records_of(Tie) if all(end in tie.ends for end in between))
    return scope._replace(moment=None).counted(dossier, [tie for tie in ties if at.state(tie.id) == "ended"])


def ended_between(builder: SpanBuilder, sides: Collection[str]) -> Spans:
    """`† ended: + treaty alliance 1966–1970, − rivalry 1970–1975`: what the sides had with each other."""
    ties = ended(builder, sides)
    return (Span(f"{ENDED} ended: ", "dim"), *_in_words(builder, ties, pair_view_id(*sides))) if ties else ()


def with_ended(builder: SpanBuilder, picture: TwoSides, most: int) -> TwoSides:
    """`picture` with those who had ties to a side that have ended, where less than `most` actors stand beside it.

    Who is drawn already is not drawn again.
    """
    if all(len(allies) >= most for allies in picture.allies):
        return picture
    ties = ended(builder)
    one, other = picture.heads
    drawn = {head.link for head in picture.heads} | {middle.end.link for middle in picture.between}
    drawn |= {ally.end.link for allies in picture.allies for ally in allies}
    left, right = (
        (*allies, *_ended_allies(builder, head.link, ties, drawn)[: max(0, most - len(allies))])
        for head, allies in zip((one, other), picture.allies, strict=True)
    )
    return picture._replace(allies=(left, right))


def _ended_allies(builder: SpanBuilder, side: str, ties: Iterable[Tie], drawn: Collection[str]) -> list[Ally]:
    """Those with whom a side had a tie that has ended, the latest first."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        if side in tie.ends and tie.polarity:
            for end in map(str, tie.ends):
                if end not in drawn:
                    found.setdefault(end, []).append(tie)
    allies: list[Ally] = []
    for actor, its_ties in found.items():
        mark = sign_mark(builder, sign_of(its_ties))
        bond = Bond(Span(mark.text, "dim", pair_view_id(side, actor)), _MARK, "whole")
        until = Span(_until(builder, its_ties), "dim")
        allies.append(Ally(builder.short_name(actor)[0], bond, kinds=(until,), has_ended=True))
    return allies


def _until(builder: SpanBuilder, ties: Sequence[Tie]) -> str:
    """`until 1971`; of several ties that of the last."""
    ends = [span.ends for tie in ties if (span := builder.as_of.lifetime(tie.id)) is not None and span.ends is not None]
    last = max(ends, key=lambda date: date.latest or date.earliest, default=None)
    return f"until {year_words(last)}" if last is not None else ""


def ended_ties(builder: SpanBuilder, sides: Sequence[str], most: int) -> list[Block]:
    """The ties that have ended, by pairs, those of the sides first; of two sides theirs are told with the picture."""
    told = {*sides} if len(sides) == 2 and ended(builder, sides) else set()
    of_pairs: dict[tuple[str, ...], list[Tie]] = {}
    for tie in ended(builder):
        if not (told and told.issubset(tie.ends)):
            of_pairs.setdefault(tuple(sorted(map(str, tie.ends))), []).append(tie)
    if not of_pairs:
        return []
    number = sum(map(len, of_pairs.values()))
    pairs = sorted(of_pairs.values(), key=lambda ties: not {*sides} & {*map(str, ties[0].ends)})
    entries: list[Block] = []
    for ties in pairs[:most]:
        names = builder.ends(ties[0], most=_ENDS)
        entries.append(Entry(_MARK, (*names, Span("  "), *_in_words(builder, ties, "timeline-ties:"))))
    hidden = sum(map(len, pairs[most:]))
    entries += [Entry(_MARK, and_more(hidden, "timeline-ties:"))] if hidden else []
    title = "Other ties that have ended" if told else "Ties that have ended"
    return [Section(title, number, link="timeline-ties:", compact=True), *entries]


def _in_words(builder: SpanBuilder, ties: Sequence[Tie], more: str) -> Spans:
    """`+ treaty alliance 1966–1970, − rivalry 1970–1975`, each a link to its tie."""
    dossier = builder.dossier
    told = (
        (Span(f"{SIGN_GLYPHS[tie.polarity]} {kind_words(tie)} {tie_years(dossier, tie)}".rstrip(), "dim", tie.id),)
        for tie in ties[:_TOLD]
    )
    return joined((*told, and_more(len(ties) - _TOLD, more)))
