"""Works out a balance that takes long while the reader goes on reading. May not know what a balance says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import sleep
from typing import Final, Protocol, cast

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.dossier.network.signed_graph import TooManyPairs
from tui.pages.catalog import Catalog

_ASIDE: Final = 0.002
"""Seconds between two looks whether a key has been seen to."""


class Host(Protocol):
    """What is needed of the app beside what every Textual app has."""

    @property
    def is_idle(self) -> bool:
        """Whether every key has had its effect."""


class Scales:
    """The one balance that is being worked out for a screen, in a thread. `arrived` is called once it is known."""

    def __init__(self, screen: Screen[None], arrived: Callable[[Catalog], None]) -> None:
        self._screen = screen
        self._arrived = arrived
        self._worker: Worker[None] | None = None
        self._for: tuple[Catalog, frozenset[str]] | None = None

    def weigh(self, catalog: Catalog) -> None:
        """Begin with what the balance of `shelf` lacks; what was begun for another choice is given up."""
        lacking = next(catalog.missing_balances(), None)
        if lacking is None or self._for == (catalog, lacking):
            return
        self.stop()
        self._for = (catalog, lacking)
        self._worker = self._screen.run_worker(partial(self._work, catalog, lacking), thread=True)

    def stop(self) -> None:
        """Give up what is being worked out."""
        if self._worker is not None:
            self._worker.cancel()
        self._worker = self._for = None

    def _work(self, catalog: Catalog, unsettled: frozenset[str]) -> None:
        worker = get_current_worker()
        try:
            catalog.compute_balance(unsettled, partial(self._given_up, worker))
        except TooManyPairs:
            return
        if not worker.is_cancelled and self._screen.is_running:
            self._screen.app.call_from_thread(self._done, catalog)

    def _given_up(self, worker: Worker[None]) -> bool:
        """Whether the work is given up; while a key is being seen to, it waits: a thread would take half the time."""
        host = cast(Host, self._screen.app)
        while not host.is_idle and not worker.is_cancelled:
            sleep(_ASIDE)
        return worker.is_cancelled

    def _done(self, catalog: Catalog) -> None:
        self._worker = self._for = None
        self._arrived(catalog)
