"""The two bars of the browse screen: the panels with the title above, the keys of the pane in use below."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from textual.timer import Timer

from tui.dossier.load import Loaded
from tui.keys import keys_of
from tui.pages.catalog import Catalog
from tui.screens import keybar
from tui.screens.main_screen import TOLD_SECONDS
from tui.widgets.bars import Bar, BarItem


class BrowseBars:
    """Shows what is open in two bars.

    The title is that of the dossier, replaced by the active filters while there are any. `broken` is a reading of the
    file that does not open; as long as there is one, the upper bar says so, and the title moves to the lower one. What
    was done is told in place of the keys, and short notices at the right of them.
    """

    def __init__(self, upper: Bar, lower: Bar) -> None:
        self.upper = upper
        self.lower = lower
        self.broken: Loaded | None = None
        self._title = ("", "")
        self._keys: list[BarItem] = []
        self._told: BarItem | None = None
        self._timer: Timer | None = None

    def show_panels(self, open_panel: str, catalog: Catalog, filters: tuple[str, str], width: int) -> None:
        """Show the panels and the title; `filters` are the active filters in words and in as few as possible."""
        words, brief = filters
        title = words or catalog.dossier.title
        above, below = keybar.titles(title, width, brief)
        if self.broken is not None:
            from tui.pages.file_words import broken_title

            full, short = broken_title(self.broken, keys_of(self.upper.app).key("app.problems").display)
            above, below = keybar.titles(full, width)[0] or short, below or title
        self._title = (below, brief)
        items = keybar.panel_items(keys_of(self.upper.app), open_panel, catalog.count)
        self.upper.show(items, above, warning=self.broken is not None)

    def show_keys(
        self, pane: str, names: tuple[str, ...], available: Mapping[str, bool], on: Collection[str] = ()
    ) -> None:
        """Show the keys of a pane, and the title or the filters where the upper bar has no room for them.

        `on` are the keys that have switched something on.
        """
        self._keys = keybar.pane_items(keys_of(self.lower.app), pane, names, available, on)
        self._show_lower()

    def _show_lower(self) -> None:
        below, brief = self._title
        if self._told is None:
            self.lower.show(self._keys, below, text_first=bool(brief))
        else:
            self.lower.show([self._told])

    def tell(self, lead: str, words: str, set_timer: Callable[[float, Callable[[], None]], Timer] | None) -> None:
        """Tell what was done in place of the keys: for a moment, or without a timer until it is ended."""
        self.end_telling()
        self._told = BarItem(lead, words, may_shorten=True)
        self._timer = set_timer(TOLD_SECONDS, self.end_telling) if set_timer is not None else None
        self._show_lower()

    def say(self, notice: str, set_timer: Callable[[float, Callable[[], None]], Timer]) -> bool:
        """Say something for a moment at the right of the keys; whether there is room to say it whole."""
        self.end_telling()
        if not self.lower.has_room(notice):
            return False
        self.lower.say(notice)
        self._timer = set_timer(TOLD_SECONDS, self.end_telling)
        return True

    def end_telling(self) -> None:
        """Show the keys again."""
        if self._timer is not None:
            self._timer.stop()
        self._told = self._timer = None
        self.lower.say("")
        self._show_lower()
