"""Who stands where: the picture that fits the sides of a dossier, and the same in words.

Two sides face each other; one side has those with it and against it on either hand; of several there is a table of
signs; a dossier without sides shows who has the most ties, and the blocs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from tui.dossier.kinds import Tie, counted_as, is_settled
from tui.dossier.network.alignment import SIGNS, Alignment, alignments, most_tied
from tui.dossier.network.blocs import Members, members
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import AGAINST, MIXED_GLYPH, NEITHER, STATUS_GLYPHS, STATUSES, WITH, count_noun
from tui.pages.home.sides import Standing, two_sides
from tui.pages.page import Arm, BarRow, Bars, Block, EgoDiagram, Fields, Grid, Section, Span, Spans, joined
from tui.pages.phrases import kind_words
from tui.pages.span_builder import SpanBuilder, status_role
from tui.pages.truncation import and_more, brief, omitted_ties
from tui.pages.views.registry import ego_view_id, pair_view_id

_SIDES = 4
"""The most sides with a row of their own."""
_NAMES, _FEWER_NAMES, _CROWD = 8, 3, 24
"""The most names of each sign; the second where the sides together are tied to more actors than the third number."""
_ARMS = 6
"""The most actors on either hand of a single side."""
_KINDS, _LONGEST_KINDS = 2, 48
"""The most kinds of tie named beside an actor, and the most characters of them."""
_MOST_TIED, _BLOCS = 6, 3
"""The most bars, and the most blocs, of a dossier without sides."""


def standing_blocks(builder: SpanBuilder) -> list[Block]:
    """The picture that fits, with its twin in words."""
    dossier, scope = builder.dossier, builder.scope
    of_any_status = scope._replace(statuses=frozenset()).ties(dossier)
    ties = [tie for tie in of_any_status if counted_as(tie) not in scope.statuses]
    excluded = [tie for tie in of_any_status if counted_as(tie) in scope.statuses]
    sides = [str(side) for side in dict.fromkeys(dossier.head.sides) if dossier.actor(side)]
    belonging = members(dossier, ties)
    if not sides:
        return [*most_tied_bars(builder, ties), *_blocs(builder, belonging)]
    aligned = alignments(ties, sides[:_SIDES])
    twin = _twin(builder, aligned, belonging, excluded, sides[_SIDES:])
    if not any(aligned.values()):
        return [twin]
    if len(sides) == 1:
        others = _twin(builder, aligned, belonging, excluded, (), signs=(NEITHER,))
        return [*_one_side(builder, sides[0], aligned[sides[0]], ties), *([others] if any(others.rows[0][1]) else [])]
    if len(sides) > 2:
        return [_signs_between(builder, aligned), twin]
    ends = frozenset(sides)
    of_sides = [tie for tie in excluded if not ends.isdisjoint(tie.ends)]
    return [two_sides(builder, Standing(ties, aligned, belonging, _omitted(of_sides)), (twin,))]


def _omitted(excluded: Sequence[Tie]) -> Spans:
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
    most = _NAMES if sum(map(len, aligned.values())) <= _CROWD else _FEWER_NAMES
    for actor, others in aligned.items():
        headings += builder.name(actor)
        blocs = {bloc: str(counted_as(inside[actor])) for bloc, inside in belonging.items() if actor in inside}
        its_members = {member: str(counted_as(tie)) for member, tie in belonging.get(actor, {}).items()}
        by_membership = blocs.keys() | its_members.keys()
        parts = [part for sign in signs if (part := _sign(builder, sign, others, most, by_membership))]
        for lead, statuses in (("member of ", blocs), ("members ", its_members)):
            if statuses:
                parts.append((Span(lead, "dim"), *_by_status(builder, statuses, most)))
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
        values.append(builder.names(more_sides, most=_NAMES))
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
    return (*lead, Span(" "), *_by_status(builder, statuses, most))


def _by_status(builder: SpanBuilder, statuses: Mapping[str, str], most: int) -> Spans:
    """Actors with their status, the firmest first: `Russia; ◇ judgement: Belarus, Kazakhstan`; at most `most`."""
    parts: list[Spans] = []
    room = most
    for status in STATUSES:
        if names := [actor for actor, its_status in statuses.items() if its_status == status][:room]:
            label = () if status == "reported" else (*builder.status(status), Span(": ", "dim"))
            parts.append((*label, *joined(map(builder.short_name, names))))
            room -= len(names)
    return joined((joined(parts, "; "), and_more(len(statuses) - most)), " ")


# One side, several, none.


def _one_side(builder: SpanBuilder, side: str, aligned: Sequence[Alignment], ties: Sequence[Tie]) -> list[Block]:
    """One side with those against it on the left and those with it on the right; a mixed pair is on both."""
    kinds: dict[str, dict[str, None]] = {}
    for tie in ties:
        if side in tie.ends:
            for end in tie.ends:
                kinds.setdefault(str(end), {})[kind_words(tie)] = None
    left, right = (_arms(builder, side, aligned, sign, kinds) for sign in (AGAINST, WITH))
    return [EgoDiagram(Span(builder.short(side), "strong", side), left, right)] if left or right else []


def _arms(
    builder: SpanBuilder, side: str, aligned: Sequence[Alignment], sign: str, kinds: Mapping[str, Iterable[str]]
) -> tuple[Arm, ...]:
    found = sorted((other for other in aligned if other.sign in (sign, MIXED)), key=_rank_of_status)
    arms = [
        Arm(builder.short_name(other.actor)[0], _tie_words(side, other, list(kinds[other.actor])))
        for other in found[:_ARMS]
    ]
    return (*arms, *(Arm(more, ()) for more in and_more(len(found) - _ARMS, ego_view_id(side))))


def _rank_of_status(other: Alignment) -> int:
    return STATUSES.index(other.status)


def _tie_words(side: str, other: Alignment, kinds: Sequence[str]) -> Spans:
    """What ties somebody to a side, as a link to the two: `arms supply, aid ◇`."""
    mixed = (Span(f"{MIXED_GLYPH} mixed ", "sign-mixed"),) if other.sign == MIXED else ()
    more = f" and {len(kinds) - _KINDS} more" if len(kinds) > _KINDS else ""
    status = (Span(f" {STATUS_GLYPHS[other.status]}", status_role(other.status)),) if other.status != "reported" else ()
    words = brief(", ".join(kinds[:_KINDS]) + more, _LONGEST_KINDS)
    return (*mixed, Span(words, "text", pair_view_id(side, other.actor)), *status)


def _signs_between(builder: SpanBuilder, aligned: Mapping[str, Sequence[Alignment]]) -> Grid:
    """The signs between several sides, each with the glyph of its status unless it is reported."""
    rows: list[tuple[Span, Spans]] = []
    for side, others in aligned.items():
        by_actor = {other.actor: other for other in others}
        cells = tuple(
            _sign_cell(builder, side, by_actor[other]) if other in by_actor else Span("") for other in aligned
        )
        rows.append((builder.short_name(side)[0], cells))
    labels = tuple(builder.short_name(side)[0] for side in aligned)
    widest = max(len(label.text) for label in labels)
    return Grid(labels, tuple(rows), min(16, widest + 2))


def _sign_cell(builder: SpanBuilder, side: str, other: Alignment) -> Span:
    sign = Span(MIXED_GLYPH, "sign-mixed") if other.sign == MIXED else builder.sign(other.sign)
    status = "" if other.status == "reported" else f" {STATUS_GLYPHS[other.status]}"
    return sign._replace(text=sign.text + status, link=pair_view_id(side, other.actor))


def most_tied_bars(builder: SpanBuilder, ties: Sequence[Tie], *, legend: bool = True) -> list[Block]:
    """Who has the most ties: a bar of signs for each, one sign a tie where there is room; with a `legend` of these."""
    actors = most_tied(builder.dossier, ties, _MOST_TIED)
    if not actors:
        return []
    counts = {actor: Counter[str]() for actor in actors}
    for tie in ties:
        for end in dict.fromkeys(tie.ends):
            if end in counts:
                counts[str(end)][tie.polarity] += 1
    used = [sign for sign in (WITH, AGAINST, NEITHER) if any(found[sign] for found in counts.values())]
    rows = tuple(
        BarRow(
            builder.short_name(actor)[0],
            tuple((builder.sign(sign), found[sign]) for sign in used if found[sign]),
            (Span(count_noun(found.total(), "tie"), "dim", ego_view_id(actor)),),
        )
        for actor, found in counts.items()
    )
    note = joined((builder.sign_words(sign) for sign in used), "  ") if legend else ()
    return [
        Section("Who has the most ties", link="panel:alliances", note=note),
        Bars(rows, (_most_tied_in_words(builder, counts),)),
    ]


def _most_tied_in_words(builder: SpanBuilder, counts: Mapping[str, Counter[str]]) -> Fields:
    headings = tuple(builder.short_name(actor)[0] for actor in counts)
    values = (
        joined(
            (
                (*builder.sign_words(sign), Span(f" {found[sign]:,}"))
                for sign in (WITH, AGAINST, NEITHER)
                if found[sign]
            ),
            "  ",
        )
        for found in counts.values()
    )
    return Fields(tuple(zip((heading.text for heading in headings), values, strict=True)), headings=headings)


def _blocs(builder: SpanBuilder, belonging: Members) -> list[Block]:
    """The blocs with the most members, and some of these."""
    found = {bloc: inside for bloc, inside in belonging.items() if inside}
    largest = sorted(found, key=lambda bloc: -len(found[bloc]))[:_BLOCS]
    if not largest:
        return []
    headings = tuple(builder.short_name(bloc)[0] for bloc in largest)
    values = (
        _by_status(builder, {member: str(counted_as(tie)) for member, tie in found[bloc].items()}, _NAMES)
        for bloc in largest
    )
    rows = tuple(zip((heading.text for heading in headings), values, strict=True))
    number = len(found) if len(found) > len(largest) else None
    return [Section("Blocs", number, link="blocs:", compact=True), Fields(rows, headings=headings)]
