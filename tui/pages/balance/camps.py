"""The camps of each part of a network, what speaks against them, and what they leave out of account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.dossier.kinds import counted_as
from tui.dossier.network.balance import Balance, Part
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import AGAINST, STATUS_GLYPHS, WITH, count_noun
from tui.pages.balance.answer_rows import dim, dim_line, section
from tui.pages.balance.options import MOST_PARTS
from tui.pages.balance.pair_entries import MOST, PairEntries
from tui.pages.page import Block, Fields, Para, Section, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more, and_more_line


def camps(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The two camps of each part of the best split, how it was chosen, and the pairs that it does not count."""
    if not result.pairs:
        return []
    parts = result.parts
    found = "" if result.frustration.exact else " found"
    title = f"The two camps of the best split{found}{' of each part' if len(parts) > 1 else ''}"
    blocks: list[Block] = [Section(title), *_choice(parts), Fields(tuple(_rows(builder, parts)))]
    if len(parts) > 1:
        blocks += and_more_line(len(parts) - MOST_PARTS, what="parts, none of them larger")
        remark = f"No pair joins the {len(parts):,} parts of the network: how their camps stand to one another is open."
        blocks.append(dim_line(remark))
    return [*blocks, *_contradicted(PairEntries(builder, result)), *_loose(builder, result)]


def across(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The pairs that the split separates."""
    camp_of, pairs = result.camp_of, PairEntries(builder, result)
    separated = [pair for pair in result.pairs.values() if camp_of[pair.ends[0]] != camp_of[pair.ends[1]]]
    friendly = [pair.ends for pair in separated if pair.sign == WITH]
    hostile = [pair.ends for pair in separated if pair.sign != WITH]
    entries = [pairs.entry([ends]) for ends in (*friendly, *hostile)[:MOST]]
    if not entries:
        return []
    heading, *listed = section("Across the split", entries, len(separated))
    counts = f"{count_noun(len(friendly), 'friendly pair')} and {count_noun(len(hostile), 'hostile pair')}."
    return [heading, dim_line(counts), *listed]


def _rows(builder: SpanBuilder, parts: tuple[Part, ...]) -> Iterator[tuple[str, Spans]]:
    for number, part in enumerate(parts[:MOST_PARTS], 1):
        lead = f"Part {number}, camp" if len(parts) > 1 else "Camp"
        first, second = part.camps
        yield f"{lead} 1", builder.names(first, most=MOST)
        yield f"{lead} 2", builder.names(second, most=MOST) or dim("no actor")


def _choice(parts: tuple[Part, ...]) -> list[Block]:
    """How the split was chosen where others leave as few pairs against them."""
    open_choice = [part for part in parts if part.frustration.exact and part.frustration.change_count > 1]
    if not open_choice:
        return []
    if len(parts) > 1:
        words = "Of several splits of a part with as few pairs against them, one that separates the most hostile pairs"
        compared = "" if all(part.frustration.all_listed for part in open_choice) else " of those compared"
        return [dim_line(f"{words}{compared} is shown.")]
    part = open_choice[0]
    index = part.frustration
    hostile = frozenset(pair.ends for pair in part.pairs if pair.sign == AGAINST)
    inside = [len(hostile.intersection(change)) for change in index.changes]
    best = inside.count(inside[0])
    if index.all_listed and best == index.change_count:
        return [dim_line(f"One of {best:,} equally good splits.")]
    compared = count_noun(len(index.changes), "split")
    words = f"Of {compared} with as few pairs against them{'' if index.all_listed else ', those compared'}"
    others = f", as does {best - 1:,} other" if best == 2 else f", as do {best - 1:,} others" if best > 2 else ""
    return [dim_line(f"{words}, this one separates the most hostile pairs{others}.")]


def _contradicted(pairs: PairEntries) -> list[Block]:
    """Where the camps say the opposite of a tie: of a hostile pair in one camp, and of ties that are not counted."""
    result, tie_of = pairs.result, pairs.builder.dossier.tie
    camp_of = result.camp_of
    hostile = [(pair.ends, "") for pair in result.pairs.values() if pair.sign == AGAINST and _same(camp_of, pair.ends)]
    uncounted = [(pair, "± mixed") for pair in result.mixed.values()]
    for pair in result.uncounted.values():
        statuses = dict.fromkeys(counted_as(tie_of(tie)) for tie in pair.ties)
        uncounted.append((pair, ", ".join(f"{STATUS_GLYPHS[status]} {status}" for status in statuses)))
    together = [(pair.ends, why) for pair, why in uncounted if pair.sign != WITH and _same(camp_of, pair.ends)]
    apart = [(pair.ends, why) for pair, why in uncounted if pair.sign != AGAINST and _same(camp_of, pair.ends) is False]
    lines = (
        (hostile, "In one camp although against each other: "),
        (together, "In one camp, with ties against each other that are not counted: "),
        (apart, "In different camps, with + ties that are not counted: "),
    )
    return [Para((Span(lead, "label"), *_reasons(pairs, listed))) for listed, lead in lines if listed]


def _same(camp_of: Mapping[str, tuple[int, int]], ends: Ends) -> bool | None:
    """Whether two actors are in the same camp; None where they have no common part."""
    first, second = map(camp_of.get, ends)
    if first is None or second is None or first[0] != second[0]:
        return None
    return first == second


def _reasons(pairs: PairEntries, listed: list[tuple[Ends, str]]) -> Spans:
    named = ((*pairs.named(ends), *dim(f" ({reason})" if reason else "")) for ends, reason in listed[:FEW])
    return joined((joined(named), and_more(len(listed) - FEW)), " ")


def _loose(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The actors whose place rests on ties that are not reported."""
    loose = [actor for part in result.parts for actor in part.loose]
    if not loose:
        return []
    words = "Placed only by ties that are not reported: "
    return [Para((Span(words, "label"), *builder.names(loose, most=FEW)))]
