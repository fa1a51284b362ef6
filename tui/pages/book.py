"""Record -> Page for every kind of record, made when it is asked for and kept."""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.dossier.model import Actor, Claim, Event, Expectation, Quote, Source, Tie
from tui.pages.actor import actor_page
from tui.pages.page import Page
from tui.pages.phrases import Phrases
from tui.pages.quote import quote_page
from tui.pages.source import source_page
from tui.pages.statements import claim_page, event_page, expectation_page
from tui.pages.tie import tie_page

KEPT = 256


class Book:
    """The pages of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.phrases = Phrases(dossier)
        self._kept: dict[str, Page] = {}

    def page(self, name: str) -> Page | None:
        """The page of the record with the id `name`; None when there is no such record."""
        if (page := self._kept.get(name)) is None:
            if (made := self._make(name)) is None:
                return None
            page = made
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[name] = page
        return page

    def _make(self, name: str) -> Page | None:
        record = self.dossier.get(name)
        match record:
            case Actor():
                return actor_page(self.phrases, record)
            case Quote():
                return quote_page(self.phrases, record)
            case Tie():
                return tie_page(self.phrases, record)
            case Source():
                return source_page(self.phrases, record)
            case Event():
                return event_page(self.phrases, record)
            case Expectation():
                return expectation_page(self.phrases, record)
            case Claim():
                return claim_page(self.phrases, record)
            case None:
                return None
