"""The two bars of the browse screen: the panels with the title above, the keys of the pane in use below."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.dossier.load import Loaded
from tui.keys import keys_of
from tui.pages.catalog import Catalog
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.key_bar import KeyBar


class BrowseBars:
    """Shows what is open in two bars.

    The title is that of the dossier, replaced by the active filters while there are any. `broken` is a reading of the
    file that does not open; as long as there is one, the upper bar says so, and the title moves to the lower one.
    """

    def __init__(self, upper: Bar, lower: KeyBar) -> None:
        self.upper = upper
        self.lower = lower
        self.broken: Loaded | None = None
        self._title = ("", "")

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
        self,
        pane: str,
        names: tuple[str, ...],
        available: Mapping[str, bool],
        on: Collection[str] = (),
        lit: str = "",
    ) -> None:
        """Show the keys of a pane, and the title or the filters where the upper bar has no room for them.

        `on` are the keys that have switched something on, `lit` is the key of what is open.
        """
        below, brief = self._title
        items = keybar.pane_items(keys_of(self.lower.app), pane, names, available, on, lit)
        self.lower.show(items, below, text_first=bool(brief))
