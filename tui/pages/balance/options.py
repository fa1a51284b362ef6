"""The smallest changes that balance a network, part by part, and the pairs that this answer hangs on."""

from __future__ import annotations

from tui.dossier.network.balance import Balance, Part
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
_MOST_NUMBER = 1_000_000
"""The greatest number that stands beside a heading."""


def options(builder: SpanBuilder, result: Balance) -> list[Block]:
    """The sets of pairs whose change would balance the network; what all of them share comes first."""
    index = result.frustration
    unbalanced = [(number, part) for number, part in enumerate(result.parts, 1) if part.frustration.high]
    if not unbalanced:
        return []
    counted = index.change_count if index.change_count <= _MOST_NUMBER else None
    title = "Smallest changes that balance it" if index.exact else "Changes that balance it"
    heading = Section(title, counted if index.exact else None)
    pairs = PairEntries(builder, result)
    if len(unbalanced) == 1:
        return [heading, *_of_part(pairs, unbalanced[0][1])]
    words = f"{count_noun(len(unbalanced), 'part')} of the network need changes, each on its own: "
    blocks: list[Block] = [heading, dim_line(f"{words}an option of one goes with any option of another.")]
    for number, part in unbalanced[:MOST_PARTS]:
        names = (Span(f"Part {number}: ", "label"), *builder.names(part.actors, most=FEW))
        blocks += [Para((*names, Span(f" – {changes_needed(part.frustration)}"))), *_of_part(pairs, part)]
    return [*blocks, *and_more_line(len(unbalanced) - MOST_PARTS, what="parts")]


def _of_part(pairs: PairEntries, part: Part) -> list[Block]:
    index = part.frustration
    if not index.exact:
        words = f"A set of {index.high:,} that balances it: the best one found, perhaps not the smallest."
        return [dim_line(words), *pairs.entries(index.changes[0])]
    several = index.change_count > 1
    lead = f"Each of {number_of_options(index)} balances it" if several else "This is the only smallest change"
    said = Para((*dim(lead), *_hangs_on(pairs, part), *dim(f". {_CHANGE}")))
    blocks: list[Block] = [said, *_not_worked_out(pairs, part)]
    if not several:
        return [*blocks, *pairs.entries(index.changes[0])]
    if index.shared:
        blocks += pairs.entries(index.shared, "in every option: ")
    listed = [_option(pairs, part, number) for number in range(len(part.splits))]
    return [*blocks, *listed, *and_more_line(min(index.change_count, _MOST_NUMBER) - len(listed), indent=2)]


def _option(pairs: PairEntries, part: Part, number: int) -> Entry:
    """One set of pairs, and the actors that are then in the other camp than after the first."""
    shared = frozenset(part.frustration.shared)
    rest = [ends for ends in part.frustration.changes[number] if ends not in shared]
    moved = frozenset(part.camps[0]).symmetric_difference(part.splits[number][0])
    if 2 * len(moved) > len(part.actors):  # the camps have no names: all others in the other camp is the same split
        moved = frozenset(part.actors) - moved
    ordered = [actor for actor in part.actors if actor in moved]
    below: Spans = ()
    if ordered:
        below = (Span("then in the other camp: ", "dim"), *pairs.builder.names(ordered, most=FEW))
    return pairs.entry(rest, below=below)


def _hangs_on(pairs: PairEntries, part: Part) -> Spans:
    """`, which hangs on an inference (Azerbaijan – Belarus arms supply ∴ inferred)`; nothing if all is reported."""
    decisive = part.support.singly or part.support.jointly
    if not decisive:
        return ()
    words = support_words(pairs.result.weak[ends] for ends in decisive)
    together = "" if part.support.singly else " taken together"
    named = joined((joined(map(pairs.described, decisive[:FEW]), "; "), and_more(len(decisive) - FEW)), " ")
    return (*dim(f", which hangs on {words}{together} ("), *named, *dim(")"))


def _not_worked_out(pairs: PairEntries, part: Part) -> list[Block]:
    if part.support.complete:
        return []
    number = sum(pair.ends in pairs.result.weak for pair in part.pairs)
    words = f"On which of its {count_noun(number, 'pair')} without a reported tie this hangs was not worked out."
    return [dim_line(words)]
