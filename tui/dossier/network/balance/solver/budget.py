"""How much work an exact search may do. Counted, not timed, so that the answer is the same on every machine."""

from __future__ import annotations

from collections.abc import Callable


class Exhausted(Exception):
    """The budget is spent, or the search was told to stop."""


class Budget:
    """So many edges or vertices may be looked at. `stopped` is asked now and then whether to give up at once."""

    _ASK_EVERY = 1_000

    def __init__(self, steps: int, stopped: Callable[[], bool] | None = None) -> None:
        self.left = steps
        self._stopped = stopped
        self._ask_at = steps

    def spend(self, steps: int) -> None:
        """Take `steps` from what is left. Raises Exhausted."""
        self.left -= steps
        if self.left < 0:
            raise Exhausted
        if self._stopped is not None and self.left <= self._ask_at:
            self._ask_at = self.left - self._ASK_EVERY
            if self._stopped():
                self.left = -1
                raise Exhausted
