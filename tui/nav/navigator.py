"""Moves the reader from place to place: to records and views, back and forward, from panel to panel, along links."""

from __future__ import annotations

from typing import Protocol

from tui.nav.trail import Place, Trail

PANEL_LINK = "panel:"
"""What a link to a panel begins with."""
MOMENT_LINK = "moment:"
"""What a link to a moment begins with."""
TOUR_LINK = "tour:"
"""The link that begins the tour."""


class Host(Protocol):
    """Displays places."""

    def here(self) -> Place:
        """The current place."""

    def show(self, place: Place, *, returning: bool = False, again: bool = False, keeping: bool = False) -> None:
        """Show `place`; when `returning` to it, nothing is scrolled to bring the record into view.

        When it is the present place `again`, a record that was scrolled out of view stays there. When `keeping` the
        page, what is in view of it stays in view and the selected link stays selected.
        """

    def show_moment(self, date: str) -> None:
        """Show everything as of a date."""

    def begin_tour(self) -> None:
        """Begin the tour, at the present place."""

    def show_list(self) -> None:
        """Focus the list of the open panel."""

    def entry(self, panel: str, last: Place | None) -> Place:
        """Where a panel opens; `last` is the latest place in it, None when it was not open before."""

    def panel_of(self, name: str) -> str:
        """The panel of a record or view, empty when there is no such thing."""

    def summary_of(self, panel: str) -> str:
        """The view at the head of the list of a panel, which a filter narrows with it; empty when there is none."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why nothing happens."""


class Navigator:
    """Holds the trail; every move to another place ends in `visit`, except back and forward."""

    def __init__(self, host: Host, start: Place) -> None:
        self._host = host
        self._substitute: tuple[Place, Place] | None = None
        self.trail = Trail.start(start)

    def visit(self, place: Place) -> None:
        """Go to `place`; going back leads to exactly the place left."""
        self.trail = self.trail.amended(self._host.here()).visited(place)
        self._host.show(place)

    def back(self) -> None:
        """Go back to the previous place."""
        self._travel(self.trail.amended(self._host.here()).back(), "Nothing to go back to")

    def forward(self) -> None:
        """Go forward to the next place."""
        self._travel(self.trail.amended(self._host.here()).forward(), "Nothing to go forward to")

    def _travel(self, trail: Trail, unavailable: str) -> None:
        if trail.at == self.trail.at:
            self._host.explain_unavailable(unavailable)
        else:
            self.trail = trail
            self._host.show(trail.here, returning=True)

    def follow(self, target: str, asked: str = "") -> None:
        """Visit what a link leads to: a record, a view, `source#p5` for a part of a page, or `panel:quotes`.

        `asked` is the record that cites the passage, where a link leads to one.
        `moment:1956-10-31` leads to no other place: the present one is shown as of that date. Nor does `tour:`.
        """
        if target == TOUR_LINK:
            self._host.begin_tour()
            return
        if target.startswith(MOMENT_LINK):
            self._host.show_moment(target.removeprefix(MOMENT_LINK))
            return
        if target.startswith(PANEL_LINK):
            self.open_panel(target.removeprefix(PANEL_LINK))
            return
        name, _, anchor = target.partition("#")
        panel = self._host.panel_of(name)
        if not panel:
            self._host.explain_unavailable(f"Nothing is known about “{name[:60]}”")
            return
        here = self._host.here()
        list_top = here.list_top if panel == here.panel and not here.filter else 0
        kept = here.filter if panel == here.panel and name == self._host.summary_of(panel) else ""
        self.visit(
            Place(panel, name, kept, list_top=list_top, pane="page", anchor=anchor, asked=asked, link=-bool(asked))
        )

    def open_panel(self, panel: str) -> None:
        """Open a panel where it was left; the list of the one that is open."""
        if panel == self._host.here().panel:
            self._host.show_list()
        else:
            self.visit(self._host.entry(panel, self.trail.last(panel)))

    def leave_panel(self) -> None:
        """Go to where the reader was before the open panel; where there is no such place, to the first one of all."""
        here = self._host.here()
        before = reversed(self.trail.places[: self.trail.at + 1])
        place = next((place for place in before if place.panel != here.panel), self.trail.places[0])
        if place.panel != here.panel:
            self.visit(place)

    def intended_place(self) -> Place:
        """The place the reader is at or, while something else is shown because that is gone, the place meant."""
        here = self._host.here()
        intended, shown = self._substitute or (here, here)
        return intended if here == shown else here

    def show_again(self, place: Place, *, keeping: bool = False) -> None:
        """Show the present place anew, as `place`, after what it shows has changed; `keeping` as in `Host.show`.

        Where it no longer exists something else is shown; `intended_place` remembers it as long as the reader stays.
        """
        self.trail = self.trail.amended(place)
        keeping = keeping and place == self._host.here()
        self._host.show(place, again=True, keeping=keeping)
        here = self._host.here()
        self._substitute = (here if keeping and here.record == place.record else place, here)
