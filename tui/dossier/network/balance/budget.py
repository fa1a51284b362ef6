"""The work an exact search may do, counted rather than timed, so that the answer is the same on every machine."""

from __future__ import annotations

from collections.abc import Callable


class Exhausted(Exception):
    """The budget is spent, or the search was cancelled."""


class Budget:
    """A number of edges or vertices that may be visited; `cancelled` is polled now and then to end the search early."""

    _POLL_EVERY = 1_000

    def __init__(self, steps: int, cancelled: Callable[[], bool] | None = None) -> None:
        self.left = steps
        self._cancelled = cancelled
        self._poll_at = steps

    @property
    def exhausted(self) -> bool:
        """Whether a search has ended for want of it, or was cancelled."""
        return self.left < 0

    def spend(self, steps: int) -> None:
        """Subtract `steps` from what is left. Raises Exhausted."""
        self.left -= steps
        if self.left < 0:
            raise Exhausted
        if self._cancelled is not None and self.left <= self._poll_at:
            self._poll_at = self.left - self._POLL_EVERY
            if self._cancelled():
                self.left = -1
                raise Exhausted

    def pause(self) -> None:
        """Ask whether the search is cancelled, which may wait: for use between steps that spend nothing."""
        if self._cancelled is not None and not self.exhausted and self._cancelled():
            self.left = -1

    def take(self, steps: int) -> bool:
        """Subtract `steps` from what is left; False when that is not enough."""
        try:
            self.spend(steps)
        except Exhausted:
            return False
        return True


class Allowance:
    """The budget of many searches, one after the other: each may spend its share and what those before it have left.

    No search may spend more than `most`; after one that was cut short none begins before `least` is there for it.
    """

    def __init__(self, steps: int, searches: int, most: int, least: int, cancelled: Callable[[], bool] | None) -> None:
        self._left, self._searches = steps, searches
        self._most, self._least = most, least
        self._cancelled = cancelled
        self._saved = 0

    def budget(self, *, is_hard: bool) -> Budget | None:
        """Return what the next search may spend, None when there is none; `is_hard` after one that was cut short."""
        self._saved = min(self._saved + self._left // max(1, self._searches), self._most, self._left)
        self._searches -= 1
        return Budget(self._saved, self._cancelled) if self._saved >= (self._least if is_hard else 1) else None

    def spend(self, budget: Budget) -> None:
        """Subtract what a search has spent."""
        spent = self._saved - max(budget.left, 0)
        self._saved -= spent
        self._left -= spent
