"""What is seen while a large dossier is read. Nothing moves: the reader may leave at once, and idle is idle."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from tui.pages.page import Page, Para, Span, Title
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.page_view import PageView


class LoadingScreen(Screen[None]):
    """Says that a file is being read."""

    DEFAULT_CSS = "LoadingScreen { layout: vertical; }"

    def compose(self) -> ComposeResult:
        """The words and the keys."""
        yield PageView(id="loading")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Show the words."""
        words = Para((Span("It is large, so this takes a moment. The screen opens when all of it has been checked."),))
        self.query_one(PageView).show(Page("", (Title((Span("Reading the dossier …", "strong"),)), words)))
        self.query_one(Bar).show(keybar.cells(("app.theme", "app.quit")))
        self.query_one(PageView).focus()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in the bar is as good as the key."""
        await keybar.press(self, message.action)
