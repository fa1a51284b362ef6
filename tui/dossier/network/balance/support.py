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
    `complete` is False where the search ended before it was known of all pairs.
    """

    singly: tuple[Ends, ...] = ()
    jointly: tuple[Ends, ...] = ()
    complete: bool = True


def support_of(components: Iterable[Component], weak: Container[Ends], budget: Budget) -> Support:
    """Return what the changes of a network hang on; `weak` are the pairs that rest on no reported tie.

    A pair matters only to the component that it is in, so that alone is solved without it.
    """
    singly: list[Ends] = []
    jointly: list[Ends] = []
    complete = True
    for component in components:
        tried = [pair for pair in component.pairs if pair.ends in weak] if component.frustration.high else []
        if not tried:
            continue
        if not component.frustration.exact or len(tried) > _MAX_TRIED:
            complete = False
            continue
        verdicts = [_differs(component, (pair,), budget) for pair in tried]
        singly += [pair.ends for pair, differs in zip(tried, verdicts, strict=True) if differs]
        if len(tried) > 1 and not any(verdicts):
            verdicts.append(_differs(component, tried, budget))
            jointly += [pair.ends for pair in tried] if verdicts[-1] else []
        complete = complete and None not in verdicts
    return Support(tuple(singly), tuple(jointly), complete)


def _differs(component: Component, without: Iterable[Pair], budget: Budget) -> bool | None:
    """Return whether the changes of a component are others without some pairs; None when the budget ends before."""
    omitted = frozenset(pair.ends for pair in without)
    rest = [pair for pair in component.pairs if pair.ends not in omitted]
    if not budget.take(_SETTING_UP * len(component.pairs)):
        return None
    index = frustration_index(rest, budget)
    return _answer(index) != _answer(component.frustration) if index.exact else None


def _answer(index: Frustration) -> tuple[object, ...]:
    return index.high, index.change_count, index.changes
