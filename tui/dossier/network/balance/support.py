"""What the smallest changes hang on: pairs that rest on no reported tie and without which the changes are others."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.dossier.network.balance.best_splits import Neighbours, reached
from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import Component, Frustration, Start, frustration_index
from tui.dossier.network.signed_graph import Ends, Pair
from tui.dossier.values.vocabulary import WITH

_MAX_TRIED = 200
"""The most pairs of one component that are left out in turn."""
_SETTING_UP = 10
"""Steps for each pair of a component to be solved anew, besides those of the search."""


class Support(NamedTuple):
    """The pairs without which the smallest changes would be others, among those that rest on no reported tie.

    Without each of `singly` they would be; without all of `jointly` together, but without no one of these.
    `decisive` are those of them without each of which the part would be balanced, or all of `jointly` if without all of
    them it would be. `complete` is False where the search ended before it was known of all pairs.
    """

    singly: tuple[Ends, ...] = ()
    jointly: tuple[Ends, ...] = ()
    decisive: tuple[Ends, ...] = ()
    complete: bool = True


def support_of(components: Iterable[Component], weak: Container[Ends], budget: Budget) -> Support:
    """Return what the changes of a network hang on; `weak` are the pairs that rest on no reported tie.

    A pair matters only to the component that it is in, so that alone is solved without it.
    """
    singly: list[Ends] = []
    jointly: list[Ends] = []
    balancing: list[Ends] = []
    complete = True
    unbalanced = [component for component in components if component.frustration.high]
    for component in unbalanced:
        tried = [pair for pair in component.pairs if pair.ends in weak]
        if not tried:
            continue
        if not component.frustration.exact or len(tried) > _MAX_TRIED:
            complete = False
            continue
        known, camp_of = _answer(component.frustration), _camps_of(component)
        answers = {pair.ends: _without((pair,), component, camp_of, budget) for pair in tried}
        differing = [ends for ends, index in answers.items() if index and _answer(index) != known]
        singly += differing
        balancing += [ends for ends in differing if _is_balanced(answers[ends])]
        complete = complete and None not in answers.values()
        if len(tried) > 1 and not differing:
            index = _without(tried, component, camp_of, budget)
            complete = complete and index is not None
            if index is not None and _answer(index) != known:
                jointly += answers
                balancing += answers if _is_balanced(index) else ()
    decisive = balancing if len(unbalanced) == 1 else ()
    return Support(tuple(singly), tuple(jointly), tuple(decisive), complete)


def _is_balanced(index: Frustration | None) -> bool:
    return index is not None and index.high == 0


def _camps_of(component: Component) -> dict[str, int]:
    """Return the camp of each actor, 1 or −1, in the first of the smallest changes."""
    change = frozenset(component.frustration.changes[0])
    neighbours: Neighbours = {}
    for pair in component.pairs:
        first, second = pair.ends
        together = (pair.sign == WITH) != (pair.ends in change)
        neighbours.setdefault(first, []).append((second, together))
        neighbours.setdefault(second, []).append((first, together))
    in_first = reached(component.pairs[0].ends[0], neighbours)
    return {actor: 1 if first else -1 for actor, first in in_first.items()}


def _without(
    pairs: Sequence[Pair], component: Component, camp_of: Mapping[str, int], budget: Budget
) -> Frustration | None:
    """Return the index of a component without some pairs; None when the budget ends before it is known."""
    omitted = frozenset(pair.ends for pair in pairs)
    rest = [pair for pair in component.pairs if pair.ends not in omitted]
    if not budget.take(_SETTING_UP * len(component.pairs)):
        return None
    start = Start(camp_of, _least_without(omitted, component.frustration))
    index = frustration_index(rest, budget, start=start)
    return index if index.exact else None


def _least_without(omitted: frozenset[Ends], index: Frustration) -> int:
    """Return what the index without some pairs is not below.

    A pair that no smallest change has is frustrated by no split but those that cost one more.
    """
    in_none = index.all_listed and not any(omitted.intersection(change) for change in index.changes)
    return max(0, index.low - len(omitted) + in_none)


def _answer(index: Frustration) -> tuple[object, ...]:
    return index.high, index.change_count, index.changes
