"""The palette: jump to any record by name or alias. Data reaches it as `Content`, never as markup."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.dossier.fold import find_all, fold
from tui.dossier.model import Actor
from tui.dossier.vocabulary import words
from tui.pages.shelf import Shelf
from tui.screens.browse import BrowseScreen

MOST = 50
"""The most hits shown."""
_ORDER = ("actors", "alliances", "quotes", "ledger", "claims", "events", "sources")
_KINDS = {
    "alliances": "alliance",
    "quotes": "quote",
    "ledger": "ledger row",
    "claims": "claim",
    "events": "event",
    "sources": "source",
}


class RecordProvider(Provider):
    """Every record of the open dossier."""

    async def startup(self) -> None:
        """Gather the names once the palette opens."""
        screen = self.screen
        self._names = names(screen.shelf) if isinstance(screen, BrowseScreen) else []

    async def discover(self) -> Hits:
        """The actors, before anything is typed."""
        for name, record, kind, _ in self._names[:MOST]:
            if kind in _KINDS.values():
                break
            yield DiscoveryHit(Content(name), partial(self._go, record), name, kind)

    async def search(self, query: str) -> Hits:
        """Records whose name or alias holds every word typed; those that begin with it first."""
        terms = fold(query).split()
        if not terms:
            return
        shown = 0
        for name, record, kind, folded in self._names:
            if not all(term in folded for term in terms):
                continue
            score = 1.0 if folded.startswith(terms[0]) else 0.9 if f" {terms[0]}" in folded else 0.7
            score -= 0.3 * (kind in _KINDS.values())
            content = Content(name)
            for term in terms:
                for start, end in find_all(term, name)[:3]:
                    content = content.stylize("bold", start, end)
            yield Hit(score, content, partial(self._go, record), name, kind)
            shown += 1
            if shown >= MOST:
                return

    def _go(self, record: str) -> None:
        screen = self.screen
        if isinstance(screen, BrowseScreen):
            screen.follow(record)


def names(shelf: Shelf) -> list[tuple[str, str, str, str]]:
    """(what is shown, id, what it is, what is searched) for each name and alias; actors come first."""
    found: list[tuple[str, str, str, str]] = []
    dossier = shelf.dossier
    for table in _ORDER:
        for record in dossier.tables[table]:
            name = " ".join(dossier.name(record.id)[:160].split())
            if isinstance(record, Actor):
                found.append((name, record.id, words(record.kind), fold(name)))
                found.extend(
                    (f"{alias} → {name}", record.id, words(record.kind), fold(alias)) for alias in record.aliases
                )
            else:
                found.append((name, record.id, _KINDS[table], fold(f"{name} {record.id}")))
    return found
