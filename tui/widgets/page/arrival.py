"""Where a page is shown from: a line and a link, a part of it, or the first link to something; and where that led."""

from typing import NamedTuple

from textual.geometry import Size

from tui.nav.trail import NOT_SELECTED, SelectedLink
from tui.render.layout import PageLayout
from tui.widgets.page.matches import FindMatches, first_match


class Request(NamedTuple):
    """Which part of a page to show: line, link or anchor, and the size of the terminal when it was requested.

    The first link there to `target` is selected, if there is one. `selected` is the link that was selected when the
    page was left: where it is still there it is selected again, as far down in the view as it was.
    """

    top: int = 0
    link: int = 0
    anchor: str = ""
    terminal: Size = Size(0, 0)
    target: str = ""
    selected: SelectedLink = NOT_SELECTED

    def locate(self, layout: PageLayout, height: int, matches: FindMatches | None = None) -> tuple[int, int]:
        """The first line in view of `height` rows, which may be too far down, and the link selected, -1 for none.

        Where no place of the page is asked for, it is where the first of the `matches` is in view.
        """
        top, link = self.top, min(max(0, self.link), len(layout.links) - 1)
        if self.anchor in layout.anchors:
            top = layout.anchors[self.anchor]
            first = next((number for number, row in enumerate(layout.link_rows) if row >= top), link)
            return top, self._link(layout, first, first)
        if (again := self._selected_again(layout)) >= 0:
            row = layout.link_rows[again]
            return (top if not top and row + 1 < height else row - self.selected.row), again
        if self.target and (link := self._link(layout, 0, link)) >= 0:
            row = layout.link_rows[link]
            top = row - height // 2 if row + 2 >= height else top
        is_asked = bool(self.anchor or self.target or self.top or self.link > 0)
        if matches is not None and not is_asked:
            top = first_match(layout.rows, matches, height)
        return top, link

    @property
    def position(self) -> "Position":
        """Where on the page it is, if that is not told by a part or a target."""
        return self.top, self.link, self.selected

    def is_met_by(self, layout: PageLayout) -> bool:
        """Whether it tells all of a place that can be gone back to: a line, and a link where there are any."""
        return not (self.anchor or self.target) and (not layout.links or self._selected_again(layout) >= 0)

    def _selected_again(self, layout: PageLayout) -> int:
        """The number of the link that was selected, of those alike the last where there are fewer; -1 for none."""
        target, occurrence, _ = self.selected
        alike = [number for number, leads_to in enumerate(layout.links) if target and leads_to == target]
        return alike[min(occurrence, len(alike) - 1)] if alike else -1

    def _link(self, layout: PageLayout, first: int, otherwise: int) -> int:
        """The first link to the target from the link `first` on."""
        try:
            return layout.links.index(self.target, max(0, first)) if self.target else otherwise
        except ValueError:
            return otherwise


Position = tuple[int, int, SelectedLink]
"""Where the reader is on a page: the first line in view, the number of the selected link, -1 for none, and the link."""


class Arrival:
    """A request for a part of a page, and the line and link it led to: the reader has moved where that changes."""

    def __init__(self) -> None:
        self.request = Request()
        self._led_to = (0, -1)

    def lead_to(self, top: int, link: int) -> None:
        """Take note of where the request led, or leads now that the page has other lines."""
        self._led_to = top, link

    def has_moved(self, top: int, link: int) -> bool:
        """Whether the reader has scrolled or selected another link since the page was shown."""
        return (top, link) != self._led_to

    def position(self, at: Position, layout: PageLayout) -> Position:
        """Where to go back to from `at`: to what was asked for, while the reader does not move.

        For a page that is not in view may have been laid out for another size than it will have.
        """
        return self.request.position if not self.has_moved(*at[:2]) and self.request.is_met_by(layout) else at

    def renew(self, at: Position, terminal: Size, layout: PageLayout) -> None:
        """Ask for where the reader is, unless the request is of this terminal, and tells of a place or a part."""
        self.lead_to(*at[:2])
        is_kept = self.request.terminal == terminal and self.request.is_met_by(layout)
        if not (self.request.anchor or is_kept):
            self.request = Request(*at[:2], terminal=terminal, selected=at[2])
