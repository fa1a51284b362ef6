"""Who stands where: the picture that fits the sides of a dossier, and the same in words.

Two sides face each other, three are the corners of a triangle, one has those against it and those with it on either
hand; of more there is a table of signs; a dossier without sides shows who has the most ties, and the blocs.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.kinds import Tie, counted_as, is_settled
from tui.dossier.network.alignment import SIGNS, Alignment, alignments
from tui.dossier.network.blocs import Members, members
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import MIXED_GLYPH, NEITHER, count_noun
from tui.pages.home.crowd import NAMES, by_status, largest_blocs, most_tied_bars, signs_between
from tui.pages.home.sides import FEW, Most, Standing, one_side, two_sides
from tui.pages.page import Block, Fields, Span, Spans, joined
from tui.pages.side_blocks import TwoSides
from tui.pages.span_builder import SpanBuilder
from tui.pages.truncation import omitted_ties

_SIDES = 4
"""The most sides with a row of their own."""
_FEWER_NAMES, _CROWD = 3, 24
"""The most names of each sign where the sides together are tied to more actors than the second number."""


class Counted(NamedTuple):
    """The ties of a dossier that are counted and those that only their status excludes, and the sides it names.

    `aligned` are those tied to each of the first sides, `belonging` the members of blocs.
    """

    ties: list[Tie]
    excluded: list[Tie]
    sides: list[str]
    aligned: Mapping[str, list[Alignment]]
    belonging: Members


def counted(builder: SpanBuilder) -> Counted:
    """What the pictures of Home are made of."""
    dossier, scope = builder.dossier, builder.scope
    of_any_status = scope._replace(statuses=frozenset()).ties(dossier)
    ties = [tie for tie in of_any_status if counted_as(tie) not in scope.statuses]
    excluded = [tie for tie in of_any_status if counted_as(tie) in scope.statuses]
    sides = [str(side) for side in dict.fromkeys(dossier.head.sides) if dossier.actor(side)]
    return Counted(ties, excluded, sides, alignments(ties, sides[:_SIDES]), members(dossier, ties))


def standing_blocks(builder: SpanBuilder, found: Counted, most: Most = FEW) -> list[Block]:
    """The picture that fits, with its twin in words; of two sides with at most so many actors."""
    ties, excluded, sides, aligned, belonging = found
    if not sides:
        return [*most_tied_bars(builder, ties), *largest_blocs(builder, belonging)]
    twin = _twin(builder, aligned, belonging, excluded, sides[_SIDES:])
    if not any(aligned.values()):
        return [twin]
    if len(sides) > 3:
        return [signs_between(builder, aligned), twin]
    standing = Standing(ties, aligned, belonging, _omitted(excluded))
    if len(sides) == 1:
        others = _twin(builder, aligned, belonging, excluded, (), signs=(NEITHER,))
        return [one_side(builder, standing, (twin,)), *([others] if any(others.rows[0][1]) else [])]
    if len(sides) == 3:
        from tui.pages.home.three_sides import three_sides

        return [three_sides(builder, standing, (signs_between(builder, aligned), twin))]
    picture = two_sides(builder, standing, (twin,), most)
    if not _has_ended_between(builder, sides):
        return [picture]
    from tui.pages.home.ended_ties import ended_between

    if not (ended := ended_between(builder, sides)):
        return [picture]
    in_words = Fields((*twin.rows, ("Ended", ended)), headings=(*twin.headings, Span("Ended", "label")))
    return [picture._replace(ended=ended, twin=(in_words,))]


def _has_ended_between(builder: SpanBuilder, sides: Sequence[str]) -> bool:
    """Whether a tie between two sides has ended at the moment."""
    one, other = sides
    at = builder.as_of
    return at.moment is not None and any(
        one in tie.ends and other in tie.ends and at.state(tie.id) == "ended" for tie in builder.dossier.records_of(Tie)
    )


def picture_with_ties(builder: SpanBuilder, found: Counted, most: Most = FEW) -> Block:
    """The picture of two sides with the ties that its lines stand for, who was tied to one, and what its signs mean."""
    [picture] = standing_blocks(builder, found, most)
    if not isinstance(picture, TwoSides):
        return picture
    middle = 2 * len(picture.between) + 1  # with its ties below each line, who is between takes two rows
    if middle > most.beside and any(ally.bond is None for allies in picture.allies for ally in allies):
        return picture_with_ties(builder, found, most._replace(beside=middle))
    from tui.pages.block_spans import spans_of
    from tui.pages.home.line_ties import with_ties
    from tui.pages.home.sign_key import sign_key

    picture = with_ties(builder, picture, found.ties)
    if builder.scope.moment is not None:
        from tui.pages.home.ended_ties import with_ended

        picture = with_ended(builder, picture, FEW.beside)
    return picture._replace(key=sign_key(spans_of(picture)))


def _omitted(excluded: Sequence[Tie]) -> Spans:
    """How many ties of the dossier only their status excludes, the same number as wherever ties are counted."""
    if not excluded:
        return ()
    words = (
        f"{len(excluded):,} unsettled"
        if all(not is_settled(tie) for tie in excluded)
        else count_noun(len(excluded), "tie")
    )
    return (Span(f"{words}, not drawn", "dim", "panel:alliances"),)


# In words.


def _twin(
    builder: SpanBuilder,
    aligned: Mapping[str, Sequence[Alignment]],
    belonging: Members,
    excluded: Sequence[Tie],
    more_sides: Sequence[str],
    signs: Sequence[str] = SIGNS,
) -> Fields:
    """A row for each side. A tie that only its status excludes is counted as not shown, on the row of each end.

    With some of the signs only, the others are told elsewhere, and a row may be empty.
    """
    not_shown = Counter(str(end) for tie in excluded for end in dict.fromkeys(tie.ends))
    unsettled = all(not is_settled(tie) for tie in excluded)
    headings: list[Span] = []
    values: list[Spans] = []
    most = NAMES if sum(map(len, aligned.values())) <= _CROWD else _FEWER_NAMES
    for actor, others in aligned.items():
        headings += builder.name(actor)
        blocs = {bloc: str(counted_as(inside[actor])) for bloc, inside in belonging.items() if actor in inside}
        its_members = {member: str(counted_as(tie)) for member, tie in belonging.get(actor, {}).items()}
        by_membership = blocs.keys() | its_members.keys()
        parts = [part for sign in signs if (part := _sign(builder, sign, others, most, by_membership))]
        for lead, statuses in (("member of ", blocs), ("members ", its_members)):
            if statuses:
                parts.append((Span(lead, "dim"), *by_status(builder, statuses, most)))
        nothing = "no settled tie" if not_shown[actor] and unsettled else "no counted tie"
        if builder.scope.moment is not None and not not_shown[actor]:
            nothing = "no tie at this time"
        row = joined(parts, "  ") or ((Span(nothing, "dim"),) if signs == SIGNS else ())
        if not_shown[actor]:
            number = not_shown[actor]
            # All of Home fits on 80×24, so the row says no more than it must; Alliances says the rest.
            omitted = f"{number:,} unsettled" if unsettled else omitted_ties(number, unsettled=False)
            row = joined((row, (Span(omitted, "dim", "panel:alliances"),)), "  " if parts else "; ")
        values.append(row)
    if more_sides:
        headings.append(Span("And", "label"))
        values.append(builder.names(more_sides, most=NAMES))
    return Fields(tuple(zip((heading.text for heading in headings), values, strict=True)), headings=tuple(headings))


def _sign(
    builder: SpanBuilder, sign: str, alignments: Iterable[Alignment], most: int, by_membership: Collection[str]
) -> Spans:
    """`+ with Russia; ◇ judgement: Belarus, Kazakhstan`.

    Under neither sign, the actors that are tied `by_membership` are left out: the row names them as such.
    """
    statuses = {
        other.actor: other.status
        for other in alignments
        if other.sign == sign and not (sign == NEITHER and other.actor in by_membership)
    }
    if not statuses:
        return ()
    lead = (Span(f"{MIXED_GLYPH} mixed", "sign-neither"),) if sign == MIXED else builder.sign_words(sign)
    return (*lead, Span(" "), *by_status(builder, statuses, most))
