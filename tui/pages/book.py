"""Record -> Page for every kind of record, made when it is asked for and kept."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from tui.dossier.dossier import Dossier
from tui.dossier.model import Record
from tui.dossier.scope import PLAIN, Scope
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
    "claims": ("tui.pages.claim", "claim_page"),
}
"""Table -> where its pages are made. Imported with the first page of the kind, so that start-up pays for one only."""


class Book:
    """The pages of one dossier; `scope` is what those are about that picture or analyse its ties."""

    def __init__(self, dossier: Dossier, scope: Scope = PLAIN) -> None:
        self.dossier = dossier
        self.phrases = Phrases(dossier, scope)
        self._kept: dict[str, Page] = {}

    def page(self, name: str) -> Page | None:
        """The page of a record or the sheet called `name`; None when there is neither."""
        if (page := self._kept.get(name)) is None:
            page = self._made(name)
            if page is None:
                return None
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[name] = page
        return page

    def _made(self, name: str) -> Page | None:
        if ":" in name:
            from tui.pages.sheets import sheet_page

            page = sheet_page(self.phrases, name)
        else:
            record = self.dossier.get(name)
            page = _maker(record.TABLE)(self.phrases, record) if record is not None else None
        if page is not None and self.dossier.whole is not None:
            from tui.pages import remarks

            told = remarks.left_out_of_sheet if ":" in name else remarks.left_out_of
            page = page._replace(blocks=(*page.blocks, *told(self.dossier, name)))
        return page

    def rescope(self, scope: Scope) -> None:
        """Let the sheets be about other ties from now on."""
        self.phrases.scope = scope
        self._kept = {name: page for name, page in self._kept.items() if ":" not in name}


def _maker(table: str) -> Callable[[Phrases, Record], Page]:
    module, function = _MAKERS[table]
    return cast("Callable[[Phrases, Record], Page]", getattr(import_module(module), function))
