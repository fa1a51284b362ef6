"""How a balance changes with other ties counted: what stays the same, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from tui.dossier.kinds import counted_as
from tui.dossier.network.balance import Balance, Change
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import count_noun
from tui.pages.balance.answer_rows import answer_rows, counted_rows, numbered, section
from tui.pages.balance.camps import camps
from tui.pages.balance.options import options
from tui.pages.balance.pair_entries import MOST, PairEntries
from tui.pages.page import Block, Entry, Fields, Para, Section, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more


def differences(builder: SpanBuilder, result: Balance, alternative: Balance) -> list[Block]:
    """What differs in `alternative`, which counts other ties: rows, triangles, changes, actors, pairs and camps."""
    added = alternative.unsettled.keys() - result.unsettled.keys()
    larger, lead = (alternative, "With") if added else (result, "Without")
    smaller = result if added else alternative
    number_of = {status: n for status, n in larger.unsettled.items() if status not in smaller.unsettled}
    if not number_of:
        return []
    return [
        Section("How the result changes"),
        Para((*_ties(builder, lead, number_of), Span(_same_words(result, alternative)))),
        *_rows(builder, result, alternative),
        *_named(builder, result, alternative, added=bool(added)),
        *_triangles(builder, "Further unbalanced triangles", alternative, result),
        *_triangles(builder, "Triangles no longer unbalanced", result, alternative),
        *_changes(builder, result, alternative),
        *([] if _same_camps(result, alternative) else _retitled(camps, builder, alternative)),
    ]


def _ties(builder: SpanBuilder, lead: str, number_of: dict[str, int]) -> Spans:
    """`With the 2 unsettled signed ties (1 ≠ contested, 1 ∴ inferred)`."""
    total = sum(number_of.values())
    number = "the unsettled signed tie" if total == 1 else f"the {total:,} unsettled signed ties"
    return (Span(f"{lead} {number} ("), *numbered(builder, number_of), Span(")"))


def _same_words(result: Balance, alternative: Balance) -> str:
    """`: the same triangles and changes.`, or a colon where nothing is the same."""
    same = []
    if result.census.total and result.census == alternative.census:
        same.append("triangles")
    if (
        _has_camps(result)
        and result.frustration == alternative.frustration
        and _support(result) == _support(alternative)
    ):
        same.append("changes")
    if _has_camps(result) and _has_camps(alternative) and _same_camps(result, alternative):
        same.append("camps")
    if not same:
        return ":"
    return f": the same {' and '.join([', '.join(same[:-1]), same[-1]] if len(same) > 1 else same)}."


def _has_camps(result: Balance) -> bool:
    return any(part.has_camps for part in result.parts)


def _support(result: Balance) -> list[tuple[object, ...]]:
    return [part.support for part in result.parts if part.frustration.high]


def _rows(builder: SpanBuilder, result: Balance, alternative: Balance) -> list[Block]:
    """The numbers that differ, before and after."""
    before = dict((counted_rows(builder, result)[0], *answer_rows(result)))
    after = dict((counted_rows(builder, alternative)[0], *answer_rows(alternative)))
    rows = tuple(
        (label, (*before[label], Span("  →  ", "dim"), *spans) if label in before else spans)
        for label, spans in after.items()
        if before.get(label) != spans
    )
    return [Fields(rows)] if rows else []


def _named(builder: SpanBuilder, result: Balance, alternative: Balance, *, added: bool) -> list[Block]:
    """The actors, and the pairs of other actors, that are counted in only one of two balances."""
    larger, smaller = (alternative, result) if added else (result, alternative)
    blocks: list[Block] = []
    more, fewer = ("Added", "No longer counted") if added else ("No longer counted", "Added")
    if actors := [actor for actor in larger.actors if actor not in frozenset(smaller.actors)]:
        listed = joined((_placed(builder, actor, larger, smaller) for actor in actors[:FEW]), "; ")
        blocks.append(_line(f"{more}: ", listed, len(actors), full_stop=True))
    for lead, one, other in ((more, larger, smaller), (fewer, smaller, larger)):
        pairs, known = PairEntries(builder, one), frozenset(other.actors)
        only = [ends for ends in one.pairs if ends not in other.pairs and known.issuperset(ends)]
        blocks += [_line(f"{lead}: ", _listed(pairs.described, only), len(only))] if only else []
        mixed = [ends for ends in one.mixed if ends not in other.mixed]
        words = "Mixed, so not counted: " if one is alternative else "No longer mixed: "
        blocks += [_line(words, _listed(pairs.described, mixed), len(mixed))] if mixed else []
    return blocks


def _listed(described: Callable[[Ends], Spans], ends: Iterable[Ends]) -> Spans:
    return joined(map(described, list(ends)[:FEW]), "; ")


def _line(lead: str, listed: Spans, number: int, *, full_stop: bool = False) -> Para:
    more = and_more(number - FEW)
    return Para((Span(lead, "label"), *joined((listed, more), " "), *([Span(".")] if full_stop and not more else [])))


def _placed(builder: SpanBuilder, actor: str, result: Balance, other: Balance) -> Spans:
    """`Turkmenistan, in the camp of Azerbaijan, by one ≠ contested tie only`: an actor that only `result` counts."""
    known, place_of = frozenset(other.actors), result.place_of
    place = place_of[actor]
    part = result.parts[place.part]
    where: Spans = ()
    if part.has_camps and actor in part.either_camp:
        where = (Span(", in either camp"),)
    elif part.has_camps:
        own, opposite = part.best.camps[place.side], part.best.camps[1 - place.side]
        for lead, camp in ((", in the camp of ", own), (", not in the camp of ", opposite)):
            anchor = next((one for one in camp if one in known), None)
            if anchor is not None:
                where = (Span(lead), *builder.name(anchor))
                break
    ties = dict.fromkeys(tie for ends, pair in result.pairs.items() if actor in ends for tie in pair.ties)
    number_of = Counter(str(counted_as(builder.dossier.tie(tie))) for tie in ties)
    if len(ties) == 1:
        [status] = number_of
        by: Spans = (Span(", by one "), *builder.status(status), Span(" tie only"))
    else:
        by = (Span(f", by {count_noun(len(ties), 'tie')} only ("), *numbered(builder, number_of), Span(")"))
    return (*builder.name(actor), *where, *by)


def _triangles(builder: SpanBuilder, title: str, result: Balance, other: Balance) -> list[Block]:
    """The unbalanced triangles of `result` that `other` does not have."""
    known, pairs = frozenset(other.census.unbalanced), PairEntries(builder, result)
    triangles = [triangle for triangle in result.census.unbalanced if triangle not in known]
    records = [record for record in result.census.one_record if record not in other.census.one_record]
    entries = [*map(pairs.triangle, triangles[:MOST]), *map(pairs.one_record, records[:MOST])]
    return section(title, entries, len(triangles) + len(records))


def _changes(builder: SpanBuilder, result: Balance, alternative: Balance) -> list[Block]:
    """The smallest changes that only one of two balances has, where both are as small and all are known."""
    before, after = result.frustration, alternative.frustration
    same_size = before.all_listed and after.all_listed and before.high == after.high
    if not same_size or not frozenset(before.changes).intersection(after.changes):
        return (
            []
            if before.changes == after.changes and _support(result) == _support(alternative)
            else _retitled(options, builder, alternative)
        )
    further = _only_in(builder, "Further smallest changes", alternative, frozenset(before.changes))
    former = _only_in(builder, "Changes that are no longer enough", result, frozenset(after.changes))
    if not further and not former and _support(result) != _support(alternative):
        return _retitled(options, builder, alternative)
    return [*further, *former]


def _only_in(builder: SpanBuilder, title: str, result: Balance, known: frozenset[Change]) -> list[Block]:
    pairs = PairEntries(builder, result)
    changes = [change for change in result.frustration.changes if change not in known]
    entries: list[Entry] = [pairs.entry(change) for change in changes[:MOST]]
    return section(title, entries, len(changes))


def _same_camps(result: Balance, alternative: Balance) -> bool:
    """Whether two balances place those actors alike, to one another, that both of them count."""
    return _relations(result, alternative) == _relations(alternative, result)


def _relations(result: Balance, other: Balance) -> list[tuple[int, int, int]]:
    """The place of each actor that both count, numbered in the order in which they first occur."""
    known, place_of = frozenset(other.actors), result.place_of
    with_camps = [part.has_camps for part in result.parts]
    parts: dict[int, int] = {}
    groups: dict[tuple[int, int], tuple[int, int]] = {}
    relations = []
    for actor in result.actors:
        if actor in known:
            part, group, side = place_of[actor]
            number, first = groups.setdefault((part, group), (len(groups), side))
            relations.append((parts.setdefault(part, len(parts)), number, side ^ first if with_camps[part] else 2))
    return relations


def _retitled(
    made: Callable[[SpanBuilder, Balance], list[Block]], builder: SpanBuilder, alternative: Balance
) -> list[Block]:
    """Sections of the alternative, under headings that say so."""
    remark = "with those ties counted" if alternative.unsettled else "without those ties"
    blocks = made(builder, alternative)
    if blocks and not isinstance(blocks[0], Section):
        return [Section(f"Camps {remark}"), *blocks]
    return [
        block._replace(title=f"{block.title} {remark}") if isinstance(block, Section) else block for block in blocks
    ]
