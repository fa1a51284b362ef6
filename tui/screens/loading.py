"""What is shown while a large dossier is read; nothing is animated, so that waiting costs no processor time."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.pages.page import Page, Para, Span, Title
from tui.screens import keybar
from tui.screens.main_screen import MainScreen
from tui.widgets.bars import Bar
from tui.widgets.page.view import PageView

_TITLE = "Reading the dossier …"
_TEXT = "It is large, so this takes a moment. The screen opens when all of it has been checked."


class LoadingScreen(MainScreen):
    """Says that a file is being read."""

    help_title = "Reading the dossier"
    DEFAULT_CSS = "LoadingScreen { layout: vertical; }"

    def compose(self) -> ComposeResult:
        """The text and the keys."""
        yield PageView(id="loading")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Show the text."""
        page = Page("", (Title((Span(_TITLE, "strong"),)), Para((Span(_TEXT),))))
        self.query_one(PageView).show(page)
        self.query_one(Bar).show(keybar.key_items(("app.theme", "app.quit")))
        self.query_one(PageView).focus()
