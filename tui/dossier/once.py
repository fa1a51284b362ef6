"""Works out once what is derived from a dossier, which never changes, and keeps it for as long as the dossier lives."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from tui.dossier.dossier import Dossier

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")

_MOST = 16
"""The most results of one function that are kept for one dossier."""


def once_per_dossier(function: Callable[[Dossier, K], R]) -> Callable[[Dossier, K], R]:
    """Keep the latest results of a function of a dossier and one other value; callers must not change them."""
    kept: WeakKeyDictionary[Dossier, dict[K, R]] = WeakKeyDictionary()

    @wraps(function)
    def result(dossier: Dossier, key: K) -> R:
        results = kept.setdefault(dossier, {})
        if key not in results:
            made = function(dossier, key)
            if len(results) >= _MOST:
                oldest, *_ = list(results)  # at once: another thread may add to them
                results.pop(oldest, None)
            results[key] = made
        return results[key]

    return result
