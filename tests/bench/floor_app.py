"""The floor: the least that an ordinary Textual app shows. A header, three tabs, a list of twenty rows and a footer."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Header, Label, OptionList, TabbedContent, TabPane


class FloorApp(App[None]):
    """Nothing but stock widgets, put together as the documentation of Textual does it."""

    TITLE = "The floor"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit"),
        Binding("slash", "wait", "Filter"),
        Binding("question_mark", "wait", "Help"),
    ]

    def compose(self) -> ComposeResult:
        """Header, tabs, footer."""
        yield Header()
        with TabbedContent():
            with TabPane("Shelves"):
                yield OptionList(*(f"shelf number {number}" for number in range(1, 21)))
            with TabPane("Readers"):
                yield Label("nobody reads here")
            with TabPane("Loans"):
                yield OptionList("lent", "returned")
        yield Footer()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(OptionList).focus()

    def action_wait(self) -> None:
        """Give the footer something to show."""


if __name__ == "__main__":
    FloorApp().run()
