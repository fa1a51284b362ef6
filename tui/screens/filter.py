"""Chooses which ties the diagrams count: a list of statuses, sides and kinds to tick."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import Scope
from tui.key_groups import bindings
from tui.keys import SCOPE, keys_of
from tui.pages.lists.filter_items import FilterItems
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_list import RecordList
from tui.widgets.title_bar import TitleBar


class FilterScreen(Dialog[Scope]):
    """The filters over the diagram they are for; the result is the scope chosen."""

    CSS_PATH = [FORM, "filter.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SCOPE)]
    AUTO_FOCUS = "#filters"

    filter_list = query_one("#filters", RecordList)

    def __init__(self, dossier: Dossier, scope: Scope) -> None:
        super().__init__()
        self._filters = FilterItems(dossier, scope)

    def parts(self) -> ComposeResult:
        """The number of ties, the list, the keys."""
        yield TitleBar("Diagram filters", id="tie-count")
        yield RecordList(self._filters.line, id="filters", shows_position=True)
        yield KeyBar(id="filter-keys")

    def on_mount(self) -> None:
        """Show the filters as they are."""
        items = keybar.key_items(keys_of(self.app), ("scope.toggle", "scope.only", "scope.reset", "scope.close"))
        self.query_one("#filter-keys", KeyBar).show(items)
        self._show()

    def _show(self) -> None:
        self.query_one("#tie-count", TitleBar).show(self._filters.summary())
        filters = self.filter_list
        filters.show(self._filters.groups(), filters.record, filters.top, "This dossier has no ties.")

    def action_tick(self) -> None:
        """Include the highlighted line, or leave it out."""
        before = self._filters.scope
        self._change(self._filters.toggle)
        if self.filter_list.record and self._filters.scope == before:
            reset = keys_of(self.app).key("scope.reset").display
            self.notify(f"Select at least one side; {reset} resets all filters", markup=False)

    def action_only(self) -> None:
        """Leave out all others under the same heading."""
        self._change(self._filters.only)

    def action_reset(self) -> None:
        """Include everything but what is contested, denied or inferred."""
        self._filters.reset()
        self._show()

    def _change(self, change: Callable[[str], None]) -> None:
        if self.filter_list.record:
            change(self.filter_list.record)
            self._show()

    def action_close(self) -> None:
        """Close the filters; the diagram follows."""
        self.dismiss(self._filters.scope)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Tick the highlighted line on enter or a click."""
        message.stop()
        self.action_tick()

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Moving changes nothing."""
        message.stop()
