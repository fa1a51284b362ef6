"""Chooses the facets of a list: its fields with their values, how often each is found, and a bar, to tick."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.key_groups import bindings
from tui.keys import FACETS, keys_of
from tui.pages.lists.facet_items import SCALE, FacetItems
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_list import RecordList
from tui.widgets.title_bar import TitleBar

_AT_ONCE: Final = 0.015
"""Seconds for which the counting goes on before the next key is looked at."""
_BETWEEN: Final = 0.01
"""Seconds between two slices of it, in which keys are handled."""


class FacetsScreen(Dialog[str]):
    """The facets over the list they are of, which `title` names; the result is the query with what is chosen."""

    CSS_PATH = [FORM, "facets.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FACETS)]
    AUTO_FOCUS = "#facets"

    facet_list = query_one("#facets", RecordList)

    def __init__(self, items: FacetItems, title: str) -> None:
        super().__init__()
        self._items = items
        self._title = title

    def parts(self) -> ComposeResult:
        """How many are left, the list, the keys."""
        yield TitleBar(self._title, id="facet-count")
        yield RecordList(self._items.line, id="facets", shows_position=True)
        yield KeyBar(id="facet-keys")

    def on_mount(self) -> None:
        """Show the first counts, and go on counting between keys."""
        items = keybar.key_items(keys_of(self.app), ("facets.toggle", "facets.only", "facets.reset", "facets.close"))
        self.query_one("#facet-keys", KeyBar).show(items)
        self._count()
        self._show()

    def _count(self) -> None:
        """Go on counting; what is counted is shown anew once everything is."""
        if self._items.step(_AT_ONCE):
            self._show_summary()
            self.set_timer(_BETWEEN, self._count)
        elif self.facet_list.is_mounted:
            self._show()

    def _show(self) -> None:
        self._show_summary()
        facets = self.facet_list
        keys = keys_of(self.app)
        nothing = f"There is nothing to choose from. Press {keys.key('facets.close').display} to go back."
        if self._items.error:
            nothing = f"{self._items.error}. Press {keys.key('facets.reset').display} to drop it."
        facets.show(self._items.groups(), facets.record, facets.top, nothing, order=SCALE)

    def _show_summary(self) -> None:
        self.query_one("#facet-count", TitleBar).show(self._items.summary())

    def action_tick(self) -> None:
        """Choose the highlighted value, or no longer."""
        self._change(self._items.toggle)

    def action_only(self) -> None:
        """Choose the highlighted value alone."""
        self._change(self._items.only)

    def action_reset(self) -> None:
        """Choose nothing."""
        self._items.reset()
        self._count()
        self._show()

    def _change(self, change: Callable[[str], None]) -> None:
        if self.facet_list.record:
            change(self.facet_list.record)
            self._show()

    def action_close(self) -> None:
        """Close the facets; what is shown follows."""
        self.dismiss(self._items.query)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Choose the highlighted value on enter or a click."""
        message.stop()
        self.action_tick()

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Moving changes nothing."""
        message.stop()
