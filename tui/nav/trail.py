"""Where the reader is, and where the reader has been. Values that do not change; may not know the screen."""

from __future__ import annotations

from typing import Literal, NamedTuple

Pane = Literal["list", "page"]
LONGEST = 500


class Place(NamedTuple):
    """One place: the panel, the record lit in it, the filter, how far list and page are scrolled, and the link lit.

    `record` may be a sheet. A matrix is scrolled in two directions; its link is the number of the cell lit, `anchor`
    the pair there. Of a page, `anchor` names a part to begin at (`p5` of a source) and counts only on arrival.
    """

    panel: str
    record: str = ""
    filter: str = ""
    list_top: int = 0
    page_top: int = 0
    link: int = 0
    pane: Pane = "list"
    anchor: str = ""
    page_left: int = 0


class Trail(NamedTuple):
    """The places visited, oldest first, and which of them is the present one."""

    places: tuple[Place, ...]
    at: int = 0

    @classmethod
    def start(cls, place: Place) -> Trail:
        """A trail of one place."""
        return cls((place,))

    @property
    def here(self) -> Place:
        """The present place."""
        return self.places[self.at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self.at < len(self.places) - 1

    def last(self, panel: str) -> Place | None:
        """The latest place in `panel`, looking back from the present one."""
        return next((place for place in reversed(self.places[: self.at + 1]) if place.panel == panel), None)

    def amended(self, place: Place) -> Trail:
        """The same trail with the present place as it is now."""
        return Trail((*self.places[: self.at], place, *self.places[self.at + 1 :]), self.at)

    def visited(self, place: Place) -> Trail:
        """The trail after going on to `place`: what was ahead is forgotten, the oldest of too many is dropped."""
        places = (*self.places[: self.at + 1], place)[-LONGEST:]
        return Trail(places, len(places) - 1)

    def back(self) -> Trail:
        """The trail one place earlier; the same at its beginning."""
        return Trail(self.places, max(0, self.at - 1))

    def forward(self) -> Trail:
        """The trail one place later; the same at its end."""
        return Trail(self.places, min(len(self.places) - 1, self.at + 1))
