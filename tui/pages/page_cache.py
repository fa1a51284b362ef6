"""Record -> Page for every kind of record, made when it is asked for and kept."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from tui.dossier.kinds import Record
from tui.pages.page import Page
from tui.pages.span_builder import SpanBuilder

KEPT = 256

_MAKERS = {
    "actors": ("tui.pages.records.actors", "actor_page"),
    "quotes": ("tui.pages.records.quotes", "quote_page"),
    "alliances": ("tui.pages.records.alliances", "tie_page"),
    "sources": ("tui.pages.records.sources", "source_page"),
    "events": ("tui.pages.records.statements", "event_page"),
    "ledger": ("tui.pages.records.statements", "expectation_page"),
    "claims": ("tui.pages.records.claims", "claim_page"),
}
"""Table -> where its pages are made. Imported with the first page of the kind, so that start-up pays for one only."""


class PageCache:
    """The pages of one dossier, most recently made last."""

    def __init__(self, builder: SpanBuilder) -> None:
        self.dossier = builder.dossier
        self.builder = builder
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
            from tui.pages.views.registry import view_page

            page = view_page(self.builder, name)
        else:
            record = self.dossier.get(name)
            page = _maker(record.TABLE)(self.builder, record) if record is not None else None
        if page is not None and self.dossier.whole is not None:
            from tui.pages import omissions

            told = omissions.view_omissions if ":" in name else omissions.record_omissions
            page = page._replace(blocks=(*page.blocks, *told(self.dossier, name)))
        return page

    def forget_views(self) -> None:
        """Drop the pages that depend on the scope, so that they are made again when they are asked for."""
        self._kept = {name: page for name, page in self._kept.items() if ":" not in name}


def _maker(table: str) -> Callable[[SpanBuilder, Record], Page]:
    module, function = _MAKERS[table]
    return cast("Callable[[SpanBuilder, Record], Page]", getattr(import_module(module), function))
