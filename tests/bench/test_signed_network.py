"""The network that the bench measures is large and as unruly as it says."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

from tests.bench.signed_network import ACTORS, TIES, ends


def test_the_network_of_the_bench_is_large_and_unruly() -> None:
    drawn = list(ends(random.Random(7)))  # noqa: S311
    assert len(drawn) == TIES
    ties_of = Counter(actor for first, second, _ in drawn for actor in (first, second))
    assert 0.98 * ACTORS < len(ties_of) <= ACTORS
    degrees = sorted(ties_of.values())
    assert degrees[-1] > 500
    assert degrees[len(degrees) // 2] < 10
    signs: dict[frozenset[int], set[bool]] = {}
    for first, second, friends in drawn:
        signs.setdefault(frozenset((first, second)), set()).add(friends)
    assert len(signs) < 0.75 * TIES
    assert sum(len(both) > 1 for both in signs.values()) > 400
    assert 0.3 < sum(not friends for *_, friends in drawn) / TIES < 0.6
    assert all(first != second for first, second, _ in drawn)
    assert any(one != other for one, other in pairwise(drawn))
