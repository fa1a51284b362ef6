"""Leads through a dossier: sees what the reader does, and says above the keys what could be done next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

from textual.message import Message
from textual.screen import Screen

from tui.dossier.dossier import Dossier
from tui.keys import keys_of
from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.network.network_lists import has_ties, main_actor
from tui.pages.page import Role, Span, Spans
from tui.pages.tour import Deed, Situation, Tour, deed_of_arriving, tour_steps
from tui.render.tour_rows import TourText
from tui.screens.panes import Panes
from tui.widgets.split_view import SplitView
from tui.widgets.tour_strip import TourStrip

TourAction = Literal["next", "end"]


class TourEnded(Message):
    """The reader has been led to the end, or does not want to be led."""


class Host(Protocol):
    """The display of the dossier."""

    panes: Panes

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    @property
    def split_view(self) -> SplitView:
        """The panes."""

    @property
    def current_view(self) -> str:
        """The open record or view."""

    def here(self) -> Place:
        """The current place."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why nothing happens."""


class TourGuide:
    """The tour of one host, which is shown on `screen`: it is told what the reader does, and does nothing for them."""

    def __init__(self, host: Host, screen: Screen[None]) -> None:
        self._host = host
        self._screen = screen
        self._tour: Tour | None = None
        self._dossier: Dossier | None = None
        self._situation = Situation("", "list")
        self._strip: TourStrip | None = None
        self._has_typed = False

    @property
    def is_on(self) -> bool:
        """Whether the reader is being led, or is told that this was all."""
        return self._tour is not None

    def act(self, action: TourAction) -> None:
        """Do what a key asks for; the strip follows with `show`."""
        tour = self._tour
        if action == "next" and tour is None:
            self._withdraw_offer()
            self._screen.add_class("-on-tour")
            self._tour = Tour(())
        elif action == "next" and tour is not None and tour.current is not None:
            self._go_on(tour.without_current())
        elif tour is not None or self._host.catalog.builder.offers_tour:
            self._end()
        else:
            self._host.explain_unavailable("No tour is under way")

    def _end(self) -> None:
        """Leave no trace of the tour; where it is only offered, take that back."""
        if self._tour is None:
            self._screen.notify("Home does not offer the tour any more", markup=False)
        self._tour = self._dossier = None
        self._screen.remove_class("-on-tour")
        self._withdraw_offer()
        self._screen.post_message(TourEnded())

    def _withdraw_offer(self) -> None:
        """Take the offer of the tour from Home; all that is in view stays in view."""
        if self._host.catalog.builder.offers_tour:
            self._host.catalog.offer_tour(False)
            self._host.panes.redraw(self._host.here())

    # What the reader does

    def did(self, deed: Deed | None) -> None:
        """Take note of something done."""
        if self._tour is not None and deed is not None:
            self._go_on(self._tour.did(deed))

    def arrived(self, place: Place, *, returning: bool) -> None:
        """Take note of the place that the reader has come to, or `returning` has come back to."""
        self.did("back" if returning else deed_of_arriving(place.record, place.anchor, on_page=place.pane == "page"))

    def show(self, panel: str, pane: str, available: Mapping[str, bool]) -> None:
        """Ask for the present step where the reader is; `available` says which keys can act, by id."""
        if self._tour is None:
            return
        self._take_steps(self._tour)
        split_view, query = self._host.split_view, self._host.here().filter
        self._situation = Situation(
            panel,
            pane,
            has_list=not split_view.list_hidden and bool(split_view.records.record or query),
            has_link=available["page.follow"],
            has_passage=available["go.source"],
            actor_has_ties=self._asks_for("ego") and self._actor_has_ties(),
            can_go_back=available["go.back"],
        )
        self._note_filter(query)
        self._show_strip()

    def _take_steps(self, tour: Tour) -> None:
        """The steps of the dossier, which may have been read again; those of all of it, whatever part is shown."""
        catalog = self._host.catalog
        dossier = catalog.dossier.whole or catalog.dossier
        if dossier is not self._dossier:
            self._dossier = dossier
            self._tour = tour._replace(steps=tour_steps(dossier, catalog.builder.key_name))

    def _asks_for(self, deed: Deed) -> bool:
        return self._tour is not None and self._tour.current is not None and self._tour.current.deed == deed

    def _actor_has_ties(self) -> bool:
        catalog = self._host.catalog
        return has_ties(catalog.builder, main_actor(catalog.dossier, self._host.current_view))

    def _note_filter(self, query: str) -> None:
        """A filter is done when its field is left: while characters are typed nobody is asked for the next key."""
        if self._situation.is_typing:
            self._has_typed = self._situation.filters_a_list and (self._has_typed or bool(query))
        elif self._has_typed:
            self._has_typed = False
            self.did("filter")

    def _go_on(self, tour: Tour) -> None:
        was_under_way = self._tour is not None and self._tour.current is not None
        self._tour = tour
        if was_under_way and tour.current is None:
            self._screen.post_message(TourEnded())
        self._show_strip()

    # The strip

    def _show_strip(self) -> None:
        if self._tour is None:
            return
        text = self._text(self._tour)
        if self._strip is None:
            self._strip = TourStrip(text, id="tour")
            self._screen.mount(self._strip, after="#split")
        else:
            self._strip.show(text)

    def _text(self, tour: Tour) -> TourText:
        words, more, brief = tour.ask(self._situation)
        keys: tuple[Spans, ...] = ()
        if not self._situation.is_typing:
            keys = (self._key("tour.next"), self._key("tour.end")) if tour.current else (self._key("tour.end"),)
        text = self._spans(words), self._spans(more, "dim"), self._spans(brief)
        return TourText(tour.position, *text, tuple(filter(None, keys)))

    def _key(self, name: str) -> Spans:
        key = keys_of(self._screen.app).key(name)
        return (Span(key.display, "label", key.action), Span(f" {key.label}", "dim", key.action)) if key.display else ()

    def _spans(self, words: str, role: Role = "text") -> Spans:
        """The words in a role; the keys and commands in them stand out."""
        parts: list[tuple[str, bool]] = []
        for number, part in enumerate(words.split("`")):
            parts += [(part, True)] if number % 2 else keys_of(self._screen.app).parts(part)
        return tuple(Span(text, "strong" if stands_out else role) for text, stands_out in parts if text)
