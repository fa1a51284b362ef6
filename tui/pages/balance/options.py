"""The smallest changes that balance a network, part by part, and the pairs that this answer hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.dossier.network.balance import Balance, Camps, Part
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import count_noun
from tui.pages.balance.answer_rows import changes_needed, dim, dim_line, number_of_options
from tui.pages.balance.pair_entries import PairEntries
from tui.pages.balance.support_words import support_words
from tui.pages.page import Block, Entry, Para, Section, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder
from tui.pages.truncation import and_more, and_more_line

MOST_PARTS = 20
"""The most parts whose changes, or camps, are listed."""
_CHANGE = "To change a pair is to end its ties or to reverse their sign; both count alike."
_IN_EVERY = Para((Span("In every option:", "label"),))
_ONE_OF = Para((Span("And one of these:", "label"),))
_MOST_NUMBER = 1_000_000
"""The greatest number that stands beside a heading."""


def options(builder: SpanBuilder, result: Balance, *, ended: bool = True) -> list[Block]:
    """The sets of pairs whose change would balance the network; what all of them share comes first.

    Before the search has `ended`, it is said that what they hang on is still being worked out.
    """
    index = result.frustration
    unbalanced = [(number, part) for number, part in enumerate(result.parts, 1) if part.frustration.high]
    if not unbalanced:
        return []
    counted = index.change_count if index.fully_counted and index.change_count <= _MOST_NUMBER else None
    title = "Smallest changes that balance it" if index.exact else "Changes that balance it"
    heading = Section(title, counted if index.exact else None)
    pairs = PairEntries(builder, result)
    if len(unbalanced) == 1:
        return [heading, *_of_part(pairs, unbalanced[0][1], ended)]
    words = f"{count_noun(len(unbalanced), 'part')} of the network need changes, each on its own: "
    blocks: list[Block] = [heading, dim_line(f"{words}an option of one goes with any option of another.")]
    for number, part in unbalanced[:MOST_PARTS]:
        names = (Span(f"Part {number}: ", "label"), *builder.names(part.actors, most=FEW))
        blocks += [Para((*names, Span(f" – {changes_needed(part.frustration)}"))), *_of_part(pairs, part, ended)]
    return [*blocks, *and_more_line(len(unbalanced) - MOST_PARTS, what="parts")]


def _of_part(pairs: PairEntries, part: Part, ended: bool) -> list[Block]:
    index = part.frustration
    if not index.exact:
        words = f"A set of {index.high:,} that balances it: the best one found, perhaps not the smallest."
        return [dim_line(words), *pairs.entries(index.changes[0])]
    several = index.change_count > 1
    only = "This is the only smallest change" if index.fully_counted else "One of the smallest; others may exist"
    lead = f"Each of {number_of_options(index)} balances it" if several else only
    said = Para((*dim(f"{lead}."), *_rests_on(pairs, part), *dim(f" {_CHANGE}")))
    blocks: list[Block] = [said, *_not_worked_out(pairs, part, ended)]
    if not several:
        return [*blocks, *pairs.entries(index.changes[0])]
    if index.shared:
        blocks += [_IN_EVERY, *pairs.entries(index.shared), _ONE_OF]
    listed = [_option(pairs, part, number) for number in range(len(part.splits))]
    return [*blocks, *listed, *and_more_line(min(index.change_count, _MOST_NUMBER) - len(listed), indent=2)]


def _option(pairs: PairEntries, part: Part, number: int) -> Entry:
    """One set of pairs, and where it puts the actors that the best splits do not place so, all of them."""
    shared = frozenset(part.frustration.shared)
    rest = [ends for ends in part.frustration.changes[number] if ends not in shared]
    placed = joined(
        (*pairs.builder.names(actors, most=FEW), *dim(f" {how} "), *pairs.builder.name(anchor))
        for actors, how, anchor in _placed(part, part.splits[number])
    )
    return pairs.entry(rest, below=(*dim("this puts "), *placed) if placed else ())


def _placed(part: Part, split: Camps) -> Iterator[tuple[list[str], str, str]]:
    """Where a split puts actors that are elsewhere, or nowhere, in the camps: who, `with` or `apart from`, and whom.

    The split and the camps are laid upon one another so that the fewest actors of the camps are elsewhere.
    """
    sides = (frozenset(split[0]), frozenset(split[1]))
    agreed = part.best.camps if any(part.best.camps) else (part.actors[:1], ())
    stays = [[actor for actor in camp if actor in side] for camp, side in zip(agreed, sides, strict=True)]
    crossed = [[actor for actor in camp if actor in side] for camp, side in zip(agreed, sides[::-1], strict=True)]
    if sum(map(len, crossed)) > sum(map(len, stays)):
        stays, sides = crossed, sides[::-1]
    for (here, side), there in zip(zip(stays, sides, strict=True), reversed(stays), strict=True):
        moving = side.difference(here)
        moved = [actor for actor in part.actors if actor in moving]
        if moved:
            yield (moved, "with", here[0]) if here else (moved, "apart from", there[0])


def _rests_on(pairs: PairEntries, part: Part) -> Spans:
    """` That it is unbalanced at all rests on an attributed tie: Armenia – Azerbaijan hostility » attributed.`

    Then the pairs without which the smallest changes would only be others; nothing if all is reported.
    """
    support = part.support
    decisive = frozenset(support.decisive)
    together = not support.singly
    others = [ends for ends in support.singly or support.jointly if ends not in decisive]
    spans: Spans = ()
    if decisive:
        words = (
            f" That it is unbalanced at all rests on {_number(pairs, support.decisive, '' if together else 'each')}: "
        )
        spans = (*dim(words), *_named(pairs, support.decisive))
    if others:
        words = (
            f" Without {_number(pairs, others, '' if together else 'any one')} the smallest changes would be others: "
        )
        spans = (*spans, *dim(words), *_named(pairs, others))
    return spans


def _number(pairs: PairEntries, ends: Sequence[Ends], each: str) -> str:
    """`one attributed tie`, `each of 2 pairs without a reported tie`; no `each` where only all together count."""
    if len(ends) > 1:
        return f"{f'{each} of ' if each else ''}{count_noun(len(ends), 'pair')} without a reported tie"
    if len(pairs.result.pairs[ends[0]].ties) == 1:
        return f"one {support_words([pairs.result.weak[ends[0]]]).partition(' ')[2]}"
    return "one pair without a reported tie"


def _named(pairs: PairEntries, ends: Sequence[Ends]) -> Spans:
    named = joined(map(pairs.described_with_sign, ends[:FEW]), "; ")
    return (*joined((named, and_more(len(ends) - FEW)), " "), *dim("."))


def _not_worked_out(pairs: PairEntries, part: Part, ended: bool) -> list[Block]:
    if part.support.complete:
        return []
    number = sum(pair.ends in pairs.result.weak for pair in part.pairs)
    how = "was not worked out" if ended else "is still being worked out"
    return [dim_line(f"On which of its {count_noun(number, 'pair')} without a reported tie this hangs {how}.")]
