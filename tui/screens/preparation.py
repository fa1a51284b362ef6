"""Works out aside what the panels of a large dossier show, so that no key waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from threading import Thread
from time import monotonic, sleep
from typing import cast

from textual.screen import Screen

from tui.dossier.kinds import Actor
from tui.pages.catalog import Catalog
from tui.pages.records.record_view import record_view
from tui.render.layout import MEASURE, lay_out
from tui.screens.balance_worker import Host

LARGE = 5_000
"""The number of records from which on a panel takes noticeably long to open."""
_PAUSE = 0.02
"""Seconds between two looks whether a key is being handled."""
_PATIENCE = 0.5
"""The most seconds that a step waits for a key."""


class Preparation:
    """Prepares one dossier after the other, in a thread that stands back while keys are handled.

    The app of `screen` says whether none is.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._host = cast(Host, screen.app)
        self._current: object = None

    def start(self, catalog: Catalog, others: Callable[[], Iterator[Catalog]]) -> None:
        """Prepare a catalog, then others, made when their turn comes; what was prepared before is given up."""
        whole = catalog.dossier.whole or catalog.dossier
        if whole is self._current or _size(catalog) < LARGE:
            return
        self._current = whole
        Thread(target=self._run, args=(whole, catalog, others), name="preparation", daemon=True).start()

    def make(self, catalog: Catalog) -> None:
        """Prepare a catalog that is not shown yet, in the thread that calls."""
        if _size(catalog) >= LARGE:
            for _ in catalog.prepare():
                self._stand_back()

    def _run(self, whole: object, catalog: Catalog, others: Callable[[], Iterator[Catalog]]) -> None:
        for each in chain([catalog], others()):
            for _ in each.prepare():
                self._stand_back()
                if self._current is not whole or not self._screen.is_running:
                    return
        for group in catalog.record_groups(Actor.TABLE)[:1]:
            actor = catalog.dossier.records[group.ids[0]]
            page = record_view(actor.TABLE).page(catalog.builder, actor)
            lay_out(page, MEASURE)  # as a rule the longest page of all: the words on it are measured once

    def _stand_back(self) -> None:
        """Wait while a key is being handled, which the thread would slow down."""
        end = monotonic() + _PATIENCE
        while not self._host.is_idle and monotonic() < end:
            sleep(_PAUSE)


def _size(catalog: Catalog) -> int:
    return sum(map(len, (catalog.dossier.whole or catalog.dossier).tables.values()))
