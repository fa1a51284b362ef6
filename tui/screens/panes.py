"""Fills the panes of a dossier: the list, the page or matrix beside it, and the preview of the selected link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from tui.dossier.kinds import Actor, Event, Source
from tui.keys import keys_of
from tui.nav.trail import Place
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListGroup
from tui.pages.lists.panels import panel_named
from tui.pages.network import network_lists
from tui.pages.page import Page
from tui.pages.passage_links import asked_from, first_passage
from tui.widgets.page.layout_cache import takes_long
from tui.widgets.page.view import PageView
from tui.widgets.split_view import SplitView

if TYPE_CHECKING:
    from tui.pages.lists.list_strip import ListStrip

LINK_CAPTION, PASSAGE_CAPTION = "Preview of the selected link", "Preview of the passage cited"
HERE_CAPTION = "The selected link leads to what is open"
MATRIX = "matrix:"
"""The view that is a widget of its own."""


class Host(Protocol):
    """The display of the dossier."""

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    @property
    def split_view(self) -> SplitView:
        """The panes."""


class Panes:
    """What the panes of one host show; `screen` lays them out."""

    def __init__(self, host: Host, screen: Screen[None]) -> None:
        self._host = host
        self._screen = screen
        self._shown: tuple[str, object] = ("", None)
        self.asked = ""
        """The record from which the reader came to the passage that is shown; empty when to none."""

    def show_list(self, place: Place, *, returning: bool = False, typing: bool = False) -> bool:
        """Show the list of a panel, or hide it; whether the panes change their sizes.

        While the filter is being typed the cursor goes to what it finds best.
        """
        panel, catalog, split_view = panel_named(place.panel), self._host.catalog, self._host.split_view
        records = split_view.records
        groups = catalog.list_groups(place.panel, place.filter, place.record)
        in_words = keys_of(self._screen.app).in_words
        empty = in_words(catalog.nothing_listed(place.panel, place.filter))
        footer = in_words(catalog.list_footer(place.panel))
        keep = catalog.best_found(place.filter, place.record, groups) if typing else place.record
        words = catalog.matched_words(place.filter) if not panel.searching else None
        matches = words.spans if words else None
        order = catalog.orders.words(place.panel)
        kept = returning and place.order == order
        strip = _strip_over(catalog, place.panel, groups)
        at = keep, place.list_top
        records.show(groups, *at, empty, footer, order, reveal=not kept, matches=matches, strip=strip)
        note = catalog.filter_note(place.panel, place.filter, place.record, records.listed)
        split_view.filtered_list.show_filter(place.filter, note, panel.prompt)
        list_hidden = catalog.has_no_list(place.panel, records.record, place.filter)
        return split_view.set_layout(list_hidden=list_hidden, is_diagram=panel.alone, is_search=panel.searching)

    def show_note(self, place: Place) -> None:
        """Show how far the search for the filter is."""
        split_view = self._host.split_view
        note = self._host.catalog.filter_note(place.panel, place.filter, place.record, split_view.records.listed)
        split_view.filtered_list.show_note(note)

    def show_detail(self, place: Place, *, keeping: bool = False, panes_change: bool = False) -> None:
        """Show the record of the list, or the matrix; when `keeping` it, what is in view of its page stays.

        Where the panes change their sizes, a huge page is laid out for the size that it will have.
        """
        catalog, split_view = self._host.catalog, self._host.split_view
        name = split_view.records.record
        if name == MATRIX:
            from tui.pages.network.matrix_cells import cell_lines

            table = network_lists.sign_table(catalog.builder)
            self.asked = ""
            matrix = split_view.use_matrix(cell_lines(catalog.builder, table), self.show_preview)
            matrix.show(table, place.page_top, place.link, place.page_left, place.anchor)
        else:
            self.asked = place.asked
            page_view, page = split_view.use_page(), catalog.page(name, place.filter, place.asked)
            marked = catalog.matched_words(place.filter)
            self._shown = name, marked.all if marked else None
            if keeping and page_view.page is not None and page is not None and page_view.page.id == page.id:
                page_view.replace(page)
            else:
                part = "" if place.page_top or place.link else name.partition("#")[2]
                matches = marked.spans if marked else None
                at = place.page_top, place.link, place.anchor or part
                target = place.asked if place.anchor or place.link < 0 else ""
                selected = place.selected
                page_view.show(page, *at, matches, target=target, selected=selected, is_resizing=panes_change)

    def show_highlighted(self, query: str) -> bool:
        """Show the page of the highlighted record, with what `query` looks for; whether another one was shown."""
        catalog, page_view = self._host.catalog, self._host.split_view.page_view
        name = self._host.split_view.records.record
        marked = catalog.matched_words(query)
        shown = name, marked.all if marked else None
        if name != self._shown[0]:
            self.asked = ""
        page = catalog.page(name, query, self.asked)
        if page is page_view.page and shown == self._shown:
            return False
        self._shown = shown
        page_view.show(page, anchor=name.partition("#")[2], matches=marked.spans if marked else None)
        return True

    def redraw(self, place: Place) -> None:
        """Show what is open anew, because lines and pages have changed; what is in view stays in view."""
        with self._screen.app.batch_update():
            self._host.split_view.records.redraw_lines()
            self.show_detail(place, keeping=True)
            self.show_preview()

    def show_preview(self, *, panes_change: bool = False, in_page: bool | None = None) -> None:
        """Show what is selected in the preview: a huge page only when the panes have the sizes they will have.

        While the reader is not `in_page` (when None, as the focus is) it is the passage that proves the record shown.
        """
        split_view = self._host.split_view
        if not split_view.has_preview:
            split_view.page_view.marks_link = False
            return
        in_page = split_view.detail.has_focus if in_page is None else in_page
        passage = "" if in_page or split_view.matrix is not None else self._proof()
        split_view.page_view.marks_link = not passage
        records, catalog = split_view.records, self._host.catalog
        page = catalog.preview_page(passage, records.record) if passage else self._selected()
        if panes_change and page is not None and takes_long(page):
            self._screen.call_after_refresh(self.show_preview)
        else:
            anchor = "" if passage or page is None or "#" in page.id else split_view.detail.target.partition("#")[2]
            caption = PASSAGE_CAPTION if passage else LINK_CAPTION
            if page is None:
                caption = HERE_CAPTION if self._leads_here() else ""
            split_view.show_preview(page, anchor, caption)

    def _proof(self) -> str:
        """The passage that the record of the list rests on; nothing of an actor or a source, which prove nothing."""
        catalog, name = self._host.catalog, self._host.split_view.records.record
        record = catalog.dossier.get(name)
        return "" if record is None or isinstance(record, Actor | Source) else first_passage(catalog.dossier, name)

    def _selected(self) -> Page | None:
        """What the selected link leads to; nothing where that is what is being read."""
        catalog, detail = self._host.catalog, self._host.split_view.detail
        target, asked = detail.target, ""
        if not target or self._leads_here():
            return None
        if isinstance(detail, PageView) and detail.page is not None:
            asked = asked_from(catalog.dossier, detail.page.id, target, detail.beside)
        return catalog.preview_page(target, asked)

    def _leads_here(self) -> bool:
        """Whether the selected link leads to the page that it is on, or to the part of it that it is in."""
        detail = self._host.split_view.detail
        if not isinstance(detail, PageView) or detail.page is None:
            return False
        return detail.target in (detail.page.id, f"{detail.page.id}#{detail.part}")

    def prepare_neighbours(self) -> None:
        """Prepare the pages around the cursor, so that the next key finds them ready."""
        split_view, catalog = self._host.split_view, self._host.catalog
        if split_view.matrix is not None:
            targets = split_view.matrix.neighbours() if split_view.has_preview else []
            for near in filter(None, map(catalog.preview_page, targets)):
                split_view.prepare_preview(near)
            return
        for name in split_view.records.neighbours():
            if (page := catalog.page(name)) is not None:
                split_view.page_view.prepare(page)


def _strip_over(catalog: Catalog, panel: str, groups: Sequence[ListGroup]) -> ListStrip | None:
    if panel != Event.TABLE:
        return None
    from tui.pages.lists.list_strip import list_strip

    return list_strip(catalog.dossier, groups)
