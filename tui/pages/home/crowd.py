"""Who is tied to how many and to whom: bars of the most tied, the signs between some actors, the largest blocs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.dossier.kinds import Tie, counted_as
from tui.dossier.network.alignment import Alignment, alignments, most_tied
from tui.dossier.network.blocs import Members
from tui.dossier.network.signed_graph import MIXED
from tui.dossier.values.vocabulary import AGAINST, MIXED_GLYPH, NEITHER, STATUS_GLYPHS, STATUSES, WITH, count_noun
from tui.pages.chart_blocks import BarRow, Bars
from tui.pages.page import Block, Fields, Section, Span, Spans, joined
from tui.pages.phrases import kind_words
from tui.pages.span_builder import SpanBuilder
from tui.pages.tie_bars import of_sign, reported, reported_mark, sign_parts, some_unreported, sort_of
from tui.pages.truncation import and_more
from tui.pages.views.registry import ego_view_id, pair_view_id

if TYPE_CHECKING:
    from tui.pages.diagram_blocks import Grid

NAMES = 8
"""The most names in one place."""
_MOST_TIED, _BLOCS = 6, 3
"""The most bars, and the most blocs."""
_FEWEST, _SPARSE = 4, 4
"""The fewest actors in a grid, of whose pairs at least one of so many is tied."""
_ORDER = (WITH, AGAINST, NEITHER)


def most_tied_bars(builder: SpanBuilder, ties: Sequence[Tie], *, legend: bool = True) -> list[Block]:
    """Who has the most ties: a bar of signs for each, one sign a tie where there is room; with a `legend` of these."""
    actors = most_tied(builder.dossier, ties, _MOST_TIED)
    if not actors:
        return []
    counts = {actor: Counter[tuple[str, bool]]() for actor in actors}
    for tie in ties:
        for end in dict.fromkeys(tie.ends):
            if end in counts:
                counts[str(end)][sort_of(tie)] += 1
    shares = some_unreported(counts.values())
    rows = tuple(
        BarRow(
            builder.short_name(actor)[0],
            sign_parts(builder, found),
            (
                Span(count_noun(found.total(), "tie"), "dim", ego_view_id(actor)),
                *((Span(" "), reported_mark(f"{reported(found):,}")) if shares else ()),
            ),
        )
        for actor, found in counts.items()
    )
    used = [sign for sign in _ORDER if any(of_sign(found, sign) for found in counts.values())]
    meanings = [builder.sign_words(sign) for sign in used] if legend else []
    meanings += [builder.status("reported")] if shares else []
    return [
        Section("Who has the most ties", link="panel:alliances", note=joined(meanings, "  ")),
        Bars(rows, (_most_tied_in_words(builder, counts, shares=shares),)),
    ]


def _most_tied_in_words(
    builder: SpanBuilder, counts: Mapping[str, Counter[tuple[str, bool]]], *, shares: bool
) -> Fields:
    headings = tuple(builder.short_name(actor)[0] for actor in counts)
    values = (
        joined(
            (
                *(
                    (*builder.sign_words(sign), Span(f" {of_sign(found, sign):,}"))
                    for sign in _ORDER
                    if of_sign(found, sign)
                ),
                (reported_mark(f"{reported(found):,} reported"),) if shares else (),
            ),
            "  ",
        )
        for found in counts.values()
    )
    return Fields(tuple(zip((heading.text for heading in headings), values, strict=True)), headings=headings)


def largest_blocs(builder: SpanBuilder, belonging: Members) -> list[Block]:
    """The blocs with the most members, and some of these."""
    found = {bloc: inside for bloc, inside in belonging.items() if inside}
    largest = sorted(found, key=lambda bloc: -len(found[bloc]))[:_BLOCS]
    if not largest:
        return []
    headings = tuple(builder.short_name(bloc)[0] for bloc in largest)
    values = (
        by_status(builder, {member: str(counted_as(tie)) for member, tie in found[bloc].items()}, NAMES)
        for bloc in largest
    )
    rows = tuple(zip((heading.text for heading in headings), values, strict=True))
    number = len(found) if len(found) > len(largest) else None
    return [Section("Blocs", number, link="blocs:", compact=True), Fields(rows, headings=headings)]


def grid_of_most_tied(builder: SpanBuilder, ties: Sequence[Tie], most: int) -> list[Block]:
    """The signs between those with the most ties, `most` actors; nothing where few are tied to each other."""
    from tui.pages.diagram_blocks import Grid
    from tui.pages.network.column_labels import column_labels

    actors = most_tied(builder.dossier, ties, most)
    aligned = alignments(ties, actors)
    among = {actor: {other.actor: other for other in aligned[actor] if other.actor in aligned} for actor in actors}
    if len(actors) < _FEWEST or _SPARSE * sum(map(len, among.values())) < len(actors) * (len(actors) - 1):
        return []
    labels = column_labels((actor, builder.dossier.actor(actor)) for actor in actors)
    width = max(map(len, labels.values()))
    rows: list[tuple[Span, Spans]] = []
    for actor in actors:
        [name] = builder.short_name(actor)
        signs = (
            _sign_cell(builder, actor, among[actor][other]) if other in among[actor] else Span("") for other in actors
        )
        label = "" if name.text == labels[actor] else f" {labels[actor]:>{width}}"
        rows.append((name._replace(text=f"{name.text}{label}"), tuple(signs)))
    heads = tuple(Span(labels[actor], "label", actor) for actor in actors)
    return [Section("Between those with the most ties", link="matrix:"), Grid(heads, tuple(rows), max(5, width + 2))]


def kinds_of_ties(builder: SpanBuilder, ties: Sequence[Tie], limit: int) -> list[Block]:
    """Of which kinds the ties are: a bar of signs for each of the most frequent kinds, `limit` at most."""
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for tie in ties:
        counts.setdefault(kind_words(tie), Counter())[sort_of(tie)] += 1
    most = sorted(counts, key=lambda kind: -counts[kind].total())[:limit]
    if len(most) < 2:
        return []
    shares = some_unreported(counts[kind] for kind in most)
    rows = tuple(
        BarRow(
            Span(kind),
            sign_parts(builder, counts[kind]),
            (
                Span(f"{counts[kind].total():,}", "dim"),
                *((Span(" "), reported_mark(f"{reported(counts[kind]):,}")) if shares else ()),
            ),
        )
        for kind in most
    )
    words = Fields(tuple((row.label.text, row.tail) for row in rows))
    some = (Span(f"{len(most):,} of {len(counts):,}", "dim"),) if len(counts) > len(most) else ()
    note = joined((some, builder.status("reported") if shares else ()), "  ")
    return [Section("Kinds of ties", link="panel:alliances", compact=True, note=note), Bars(rows, (words,))]


def signs_between(builder: SpanBuilder, aligned: Mapping[str, Sequence[Alignment]]) -> Grid:
    """The signs between several sides, each with the glyph of its status unless it is reported."""
    from tui.pages.diagram_blocks import Grid

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


def by_status(builder: SpanBuilder, statuses: Mapping[str, str], most: int) -> Spans:
    """Actors with their status, the firmest first: `Russia; ◇ judgement: Belarus, Kazakhstan`; at most `most`."""
    parts: list[Spans] = []
    room = most
    for status in STATUSES:
        if names := [actor for actor, its_status in statuses.items() if its_status == status][:room]:
            label = () if status == "reported" else (*builder.status(status), Span(": ", "dim"))
            parts.append((*label, *joined(map(builder.short_name, names))))
            room -= len(names)
    return joined((joined(parts, "; "), and_more(len(statuses) - most)), " ")
