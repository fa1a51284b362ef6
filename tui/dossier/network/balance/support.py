"""What the smallest changes hang on: pairs that rest on no reported tie and without which the changes are others."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from tui.dossier.network.balance.budget import Budget
from tui.dossier.network.balance.frustration import Component, Frustration, frustration_index
from tui.dossier.network.signed_graph import Ends, Pair

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
        known = _answer(component.frustration)
        answers = {pair.ends: _without((pair,), component, budget) for pair in tried}
        differing = [ends for ends, index in answers.items() if index and _answer(index) != known]
        singly += differing
        balancing += [ends for ends in differing if _is_balanced(answers[ends])]
        complete = complete and None not in answers.values()
        if len(tried) > 1 and not differing:
            index = _without(tried, component, budget)
            complete = complete and index is not None
            if index is not None and _answer(index) != known:
                jointly += answers
                balancing += answers if _is_balanced(index) else ()
    decisive = balancing if len(unbalanced) == 1 else ()
    return Support(tuple(singly), tuple(jointly), tuple(decisive), complete)


def _is_balanced(index: Frustration | None) -> bool:
    return index is not None and index.high == 0


def _without(pairs: Iterable[Pair], component: Component, budget: Budget) -> Frustration | None:
    """Return the index of a component without some pairs; None when the budget ends before it is known."""
    omitted = frozenset(pair.ends for pair in pairs)
    rest = [pair for pair in component.pairs if pair.ends not in omitted]
    if not budget.take(_SETTING_UP * len(component.pairs)):
        return None
    index = frustration_index(rest, budget)
    return index if index.exact else None


def _answer(index: Frustration) -> tuple[object, ...]:
    return index.high, index.change_count, index.changes
