"""Choosing which ties pictures are about: a list of kinds, statuses and sides to tick. Ends with the scope chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.getters import query_one
from textual.screen import ModalScreen

from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import Scope
from tui.keys import SCOPE, bindings
from tui.pages.lists.filter_items import FilterItems
from tui.screens import keybar
from tui.widgets.bars import Bar, Cell
from tui.widgets.record_list import RecordList


class ScopeScreen(ModalScreen[Scope | None]):
    """Filters over the picture they are for."""

    CSS_PATH = "scope.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SCOPE)]
    AUTO_FOCUS = "#filters"

    listed = query_one("#filters", RecordList)

    def __init__(self, dossier: Dossier, scope: Scope) -> None:
        super().__init__()
        self._scoping = FilterItems(dossier, scope)

    def compose(self) -> ComposeResult:
        """What is let through, the list, the keys."""
        yield Bar(id="told")
        yield RecordList(self._scoping.item, id="filters")
        yield Bar(id="scope-keys")

    def on_mount(self) -> None:
        """Show the filters as they are."""
        self.query_one("#scope-keys", Bar).show(
            keybar.cells(("scope.toggle", "scope.only", "scope.reset", "scope.close"))
        )
        self._show()

    def _show(self) -> None:
        told = Cell("What pictures are about", self._scoping.told())
        self.query_one("#told", Bar).show([told])
        self.listed.show(self._scoping.groups(), self.listed.record, self.listed.top, "This dossier has no ties.")

    def action_tick(self) -> None:
        """Take the lit line in, or leave it out."""
        self._change(self._scoping.toggle)

    def action_only(self) -> None:
        """Leave out all others under the same heading."""
        self._change(self._scoping.only)

    def action_reset(self) -> None:
        """Everything but what is contested, denied or inferred."""
        self._scoping.reset()
        self._show()

    def _change(self, change: Callable[[str], None]) -> None:
        if self.listed.record:
            before = self._scoping.scope
            change(self.listed.record)
            self._show()
            if change == self._scoping.toggle and self._scoping.scope == before:
                self.app.clear_notifications()
                self.notify("One side at least has to be in; r takes all in again", markup=False, timeout=3)

    def action_close(self) -> None:
        """Go back; the picture follows."""
        self.dismiss(self._scoping.scope)

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """A click on the lit line, or enter, is as good as space."""
        message.stop()
        self.action_tick()

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Moving changes nothing."""
        message.stop()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in the bar is as good as the key."""
        await keybar.press(self, message.action)

    def dismiss(self, result: Scope | None = None) -> AwaitComplete:
        """Go away, if that has not been done already: a second key may have come meanwhile."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
