"""The camps of each part of a network as far as its best splits agree, and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.dossier.kinds import counted_as
from tui.dossier.network.balance import Balance, Part, Place
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import AGAINST, MIXED_GLYPH, STATUS_GLYPHS, STATUSES, WITH, count_noun
from tui.pages.balance.answer_rows import NO_HOSTILE_PAIR, at_least, dim, dim_line, section
from tui.pages.balance.options import MOST_PARTS
from tui.pages.balance.pair_entries import MOST, PairEntries
from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Block, Fields, Para, Section, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more, and_more_line

_ARITHMETIC = "Camps follow from the signs alone: they are no alliances and no blocs."
_MOST_BELOW = 15
"""The most actors of a camp that stand one below the other."""
_OUT_OF_LINE = "(a + pair between the camps, or a − pair within one)"


def camps(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The two camps of each part, what the best splits leave open, and the pairs that these do not count."""
    if not result.pairs:
        return []
    parts, pairs = result.parts, PairEntries(builder, result)
    if not any(part.has_camps for part in parts):
        return [dim_line(f"{NO_HOSTILE_PAIR}, so there are no camps to tell apart."), *_against(pairs, result.parts)]
    listed = _side_by_side(builder, parts[0]) if len(parts) == 1 else Fields(tuple(_rows(builder, parts)))
    blocks: list[Block] = [Section(_title(parts)), *_choice(builder, parts), listed]
    if len(parts) > 1:
        blocks += and_more_line(len(parts) - MOST_PARTS, what="parts, none of them larger")
        remark = f"No pair joins the {len(parts):,} parts of the network: how their camps stand to one another is open."
        blocks.append(dim_line(remark))
    return [*blocks, *_contradicted(pairs), *_loose(builder, result)]


def across(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The pairs between the camps, in all of the best splits and in some."""
    place_of, pairs = result.place_of, PairEntries(builder, result)
    same = {ends: _same(place_of, ends) for ends in result.pairs}
    separated = [pair for pair in result.pairs.values() if same[pair.ends] is False]
    friendly = [pair.ends for pair in separated if pair.sign == WITH]
    hostile = [pair.ends for pair in separated if pair.sign != WITH]
    varying = [ends for ends, together in same.items() if together is None]
    remark = _in_some(pairs, varying) if varying else []
    entries = [pairs.entry([ends]) for ends in (*friendly, *hostile)[:MOST]]
    if not entries:
        return []
    heading, *listed = section("Across the camps", entries, len(separated))
    counts = f"{count_noun(len(friendly), 'friendly pair')} and {count_noun(len(hostile), 'hostile pair')}."
    return [heading, dim_line(counts), *listed, *remark]


def _in_some(pairs: PairEntries, varying: list[Ends]) -> list[Block]:
    """The pairs that only some of the best splits part: `In some of the splits also: + Armenia – Russia`."""
    named = joined((*pairs.sign(ends), *pairs.named(ends)) for ends in varying[:FEW])
    return [Para((*dim("In some of the splits also: "), *joined((named, and_more(len(varying) - FEW)), " ")))]


def _title(parts: tuple[Part, ...]) -> str:
    """The heading, which says whether there is a choice."""
    if len(parts) > 1:
        every = all(part.frustration.exact for part in parts)
        return "Two camps of each part" if every else "Two camps of each part, in the best split found"
    best = parts[0].best
    if not parts[0].frustration.exact:
        return "Two camps, in the best split found"
    if best.agreed:
        return "Two camps"
    return f"Two camps, where {at_least(best.number, 'equally good split', exact=best.all_known)} agree"


def _rows(builder: SpanBuilder, parts: tuple[Part, ...]) -> Iterator[tuple[str, Spans]]:
    for number, part in enumerate(parts[:MOST_PARTS], 1):
        lead = f"Part {number}, " if len(parts) > 1 else ""
        if not part.has_camps:
            yield f"Part {number}", (*builder.names(part.actors, most=MOST), *dim(" (no − pair is counted, no camps)"))
            continue
        first, second = part.best.camps
        nobody = dim("no actor" if part.best.agreed else "no actor in all of them")
        if first or second:
            yield f"{lead}camp 1".capitalize(), builder.names(first, most=MOST) or nobody
            yield f"{lead}camp 2".capitalize(), builder.names(second, most=MOST) or nobody
        if part.either_camp:
            yield f"{lead}either camp".capitalize(), builder.names(part.either_camp, most=MOST)


def _side_by_side(builder: SpanBuilder, part: Part) -> Comparison:
    """The camps of the only part beside each other, one name below the other where they are few."""
    rows = _rows(builder, (part,))
    few = max(map(len, (*part.best.camps, part.either_camp))) <= _MOST_BELOW
    columns = (((Span(label, "label"),), _below_each_other(names) if few else names) for label, names in rows)
    return Comparison(tuple(columns), of_names=True)


def _below_each_other(names: Spans) -> Spans:
    return tuple(span._replace(text="\n") if span.text == ", " else span for span in names)


def _choice(builder: SpanBuilder, parts: tuple[Part, ...]) -> list[Block]:
    """What the camps are, and how far the splits that are equally good agree."""
    if len(parts) == 1:
        return [Para((*_of_one(builder, parts[0]), *dim(f" {_ARITHMETIC}")))]
    words = f"Each split leaves as few pairs out of line {_OUT_OF_LINE} as can be."
    if not all(part.best.agreed for part in parts):
        words += " An actor is in a camp only where all equally good splits of its part agree."
    unknown = [part for part in parts if part.has_camps and not part.best.all_known]
    if any(not part.frustration.exact for part in unknown):
        words = "The search was cut short, so a better split of a part may exist."
    elif unknown:
        words += f" In {count_noun(len(unknown), 'part')} not all of them were compared."
    return [dim_line(f"{words} {_ARITHMETIC}")]


def _of_one(builder: SpanBuilder, part: Part) -> Spans:
    index, best = part.frustration, part.best
    pairs = "one pair" if index.high == 1 else count_noun(index.high, "pair")
    if not index.exact:
        return dim(f"This split leaves {pairs} out of line {_OUT_OF_LINE}; the search was cut short.")
    if not index.high:
        return dim("All + pairs are within the camps and all − pairs between them.")
    if best.number == 1:
        if index.change_count == 1:
            return dim(f"Only this split leaves as few as {pairs} out of line {_OUT_OF_LINE}.")
        number = at_least(index.change_count, "split", exact=index.fully_counted)
        others = "the others" if index.all_listed else "the others compared"
        return dim(f"Of {number} with {pairs} out of line {_OUT_OF_LINE}, this one parts more − pairs than {others}.")
    number = at_least(best.number, "split", exact=best.all_known)
    lead = dim(f"{number[0].upper()}{number[1:]} leave {pairs} out of line {_OUT_OF_LINE} and part ")
    differ = dim("; no two actors are placed alike in all of them.")
    if any(best.camps):
        differ = (*dim("; they differ in "), *builder.names(part.either_camp, most=FEW), *dim("."))
    unknown = "" if best.all_known else " Not all were compared: others may differ in more."
    return (*lead, *_parted(builder, part), *differ, *dim(unknown))


def _parted(builder: SpanBuilder, part: Part) -> Spans:
    """`Armenia from Azerbaijan`, or how many of the hostile pairs the best splits separate."""
    hostile = [pair.ends for pair in part.pairs if pair.sign == AGAINST]
    separated = len(hostile) - len(frozenset(hostile).intersection(part.frustration.changes[0]))
    place_of = {
        actor: Place(0, group, side)
        for group, both in enumerate(part.best.groups)
        for side, camp in enumerate(both)
        for actor in camp
    }
    always = [ends for ends in hostile if _same(place_of, ends) is False]
    if separated == len(always) == 1:
        first, second = sorted(always[0], key=part.actors.index)
        return (*builder.name(first), *dim(" from "), *builder.name(second))
    return dim(f"{separated:,} of {count_noun(len(hostile), '− pair')}")


def _contradicted(pairs: PairEntries) -> list[Block]:
    """Where the camps say the opposite of a tie: of a hostile pair in one camp, and of ties that are not counted."""
    result = pairs.result
    place_of = result.place_of
    with_camps = [part.has_camps for part in result.parts]
    hostile = [(pair.ends, "") for pair in result.pairs.values() if pair.sign == AGAINST and _same(place_of, pair.ends)]
    together, apart = [], []
    for ends, sign, why in _uncounted(pairs):
        same = _same(place_of, ends)
        if same and sign != WITH and with_camps[place_of[ends[0]].part]:
            together.append((ends, why))
        if same is False and sign != AGAINST:
            apart.append((ends, why))
    lines = (
        (hostile, "In one camp although against each other: "),
        (together, "In one camp, with ties against each other that are not counted: "),
        (apart, "In different camps, with + ties that are not counted: "),
    )
    camped = [_line(pairs, lead, listed) for listed, lead in lines if listed]
    return [*camped, *_against(pairs, [part for part in result.parts if not part.has_camps])]


def _against(pairs: PairEntries, parts: tuple[Part, ...] | list[Part]) -> list[Block]:
    """The pairs within `parts`, which have no camps, that are against each other by ties that are not counted."""
    part_of = {actor: number for number, part in enumerate(parts) for actor in part.actors}
    listed = [
        (ends, why)
        for ends, sign, why in _uncounted(pairs)
        if sign != WITH and part_of.get(ends[0], -1) == part_of.get(ends[1], -2)
    ]
    return [_line(pairs, "Against each other by ties that are not counted: ", listed)] if listed else []


def _uncounted(pairs: PairEntries) -> Iterator[tuple[Ends, str, str]]:
    """The pairs whose ties are not counted, with their sign and the reason."""
    result, tie_of = pairs.result, pairs.builder.dossier.tie
    for pair in result.mixed.values():
        yield pair.ends, pair.sign, f"{MIXED_GLYPH} mixed"
    for pair in result.uncounted.values():
        statuses = dict.fromkeys(counted_as(tie_of(tie)) for tie in pair.ties)
        yield pair.ends, pair.sign, ", ".join(f"{STATUS_GLYPHS[status]} {status}" for status in statuses)


def _same(place_of: Mapping[str, Place], ends: Ends) -> bool | None:
    """Whether two actors are in the same camp; None where that is open or one has no place."""
    first, second = map(place_of.get, ends)
    return None if first is None or second is None else first.same_camp(second)


def _line(pairs: PairEntries, lead: str, listed: list[tuple[Ends, str]]) -> Para:
    return Para((Span(lead, "label"), *_reasons(pairs, listed)))


def _reasons(pairs: PairEntries, listed: list[tuple[Ends, str]]) -> Spans:
    named = ((*pairs.named(ends), *dim(f" ({reason})" if reason else "")) for ends, reason in listed[:FEW])
    return joined((joined(named), and_more(len(listed) - FEW)), " ")


def _loose(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The actors whose place rests on ties that are not reported, by the status of these."""
    parts = [part for part in result.parts if part.has_camps]
    loose: dict[str, list[str]] = {}
    for part in parts:
        for actor, status in part.loose.items():
            loose.setdefault(status, []).append(actor)
    if not loose:
        return []
    listed = (
        (*builder.status(status), *dim(": "), *builder.names(loose[status], most=FEW))
        for status in STATUSES
        if status in loose
    )
    return [Para((Span("Placed only by ties that are not reported – ", "label"), *joined(listed, "; ")))]
