"""Where the reader is and has been, as immutable values."""

from typing import Literal, NamedTuple

Pane = Literal["list", "page"]
MAX_PLACES = 500


class SelectedLink(NamedTuple):
    """The selected link of a page by where it leads, whatever else comes to the page or goes from it meanwhile.

    `occurrence` says which of the links to `target` it is, the first being 0. `row` is how many rows below the first
    one in view it stood, less than 0 above it.
    """

    target: str = ""
    occurrence: int = 0
    row: int = 0


NOT_SELECTED = SelectedLink()
"""No link in particular."""


class Place(NamedTuple):
    """One place: panel, highlighted record, filter, scroll positions of list and page, and selected link.

    `record` may be a view. A matrix scrolls in two directions; its link is the number of the selected cell and
    `anchor` the pair there. Of a page `selected` is that link, and the number `link` counts where nothing leads there
    any more. `anchor` names the part to begin at (`p5` of a source) and counts on arrival.
    `order` says by what the list was sorted: where it no longer is, `list_top` counts for nothing.

    `asked` is the record from which the reader came to the passage of a source; it is the first there. With it a `link`
    of -1, and any `anchor`, selects the first link to it on arrival.
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
    order: str = ""
    asked: str = ""
    selected: SelectedLink = NOT_SELECTED


class Trail(NamedTuple):
    """The places visited, oldest first, and which of them is the present one."""

    places: tuple[Place, ...]
    at: int = 0

    @classmethod
    def start(cls, place: Place) -> "Trail":
        """A trail of one place."""
        return cls((place,))

    @property
    def here(self) -> Place:
        """The present place."""
        return self.places[self.at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before the present one."""
        return self.at > 0

    def last(self, panel: str) -> Place | None:
        """The latest place in `panel`, looking back from the present one."""
        return next((place for place in reversed(self.places[: self.at + 1]) if place.panel == panel), None)

    def amended(self, place: Place) -> "Trail":
        """The same trail with `place` as the present place."""
        return Trail((*self.places[: self.at], place, *self.places[self.at + 1 :]), self.at)

    def visited(self, place: Place) -> "Trail":
        """The trail after going to `place`: places ahead are dropped, and the oldest of too many."""
        places = (*self.places[: self.at + 1], place)[-MAX_PLACES:]
        return Trail(places, len(places) - 1)

    def back(self) -> "Trail":
        """The trail one place earlier; the same at its beginning."""
        return Trail(self.places, max(0, self.at - 1))

    def forward(self) -> "Trail":
        """The trail one place later; the same at its end."""
        return Trail(self.places, min(len(self.places) - 1, self.at + 1))
