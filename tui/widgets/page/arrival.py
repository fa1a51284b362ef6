"""Where a page is shown from: a line and a link, a part of it, or the first link to something."""

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
