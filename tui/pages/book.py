"""Record -> Page for every kind of record, made when it is asked for and kept."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from tui.dossier.dossier import Dossier
from tui.dossier.model import Record
from tui.pages.page import Page
from tui.pages.phrases import Phrases

KEPT = 256

_MAKERS = {
    "actors": ("tui.pages.actor", "actor_page"),
    "quotes": ("tui.pages.quote", "quote_page"),
    "alliances": ("tui.pages.tie", "tie_page"),
    "sources": ("tui.pages.source", "source_page"),
    "events": ("tui.pages.statements", "event_page"),
    "ledger": ("tui.pages.statements", "expectation_page"),
    "claims": ("tui.pages.statements", "claim_page"),
}
"""Table -> where its pages are made. Imported with the first page of the kind, so that start-up pays for one only."""


class Book:
    """The pages of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.phrases = Phrases(dossier)
        self._kept: dict[str, Page] = {}

    def page(self, name: str) -> Page | None:
        """The page of the record with the id `name`; None when there is no such record."""
        if (page := self._kept.get(name)) is None:
            record = self.dossier.get(name)
            if record is None:
                return None
            page = _maker(record.TABLE)(self.phrases, record)
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[name] = page
        return page


def _maker(table: str) -> Callable[[Phrases, Record], Page]:
    module, function = _MAKERS[table]
    return cast("Callable[[Phrases, Record], Page]", getattr(import_module(module), function))
