"""Works out a balance that takes long while the reader goes on reading. May not know what a balance says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.dossier.pairs import TooManyPairs
from tui.pages.shelf import Shelf


class Scales:
    """The one balance that is being worked out for a screen, in a thread. `arrived` is called once it is known."""

    def __init__(self, screen: Screen[None], arrived: Callable[[Shelf], None]) -> None:
        self._screen = screen
        self._arrived = arrived
        self._worker: Worker[None] | None = None
        self._for: tuple[Shelf, frozenset[str]] | None = None

    def weigh(self, shelf: Shelf) -> None:
        """Begin with what the balance of `shelf` lacks; what was begun for another choice is given up."""
        lacking = next(shelf.lacking(), None)
        if lacking is None or self._for == (shelf, lacking):
            return
        self.stop()
        self._for = (shelf, lacking)
        self._worker = self._screen.run_worker(partial(self._work, shelf, lacking), thread=True)

    def stop(self) -> None:
        """Give up what is being worked out."""
        if self._worker is not None:
            self._worker.cancel()
        self._worker = self._for = None

    def _work(self, shelf: Shelf, unsettled: frozenset[str]) -> None:
        worker = get_current_worker()
        try:
            shelf.weigh(unsettled, lambda: worker.is_cancelled)
        except TooManyPairs:
            return
        if not worker.is_cancelled and self._screen.is_running:
            self._screen.app.call_from_thread(self._done, shelf)

    def _done(self, shelf: Shelf) -> None:
        self._worker = self._for = None
        self._arrived(shelf)
