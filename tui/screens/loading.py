"""What is shown while a large dossier is read: how far that is. Nothing moves but what has been done."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.dossier.progress import Progress
from tui.key_groups import bindings
from tui.keys import READING, keys_of
from tui.pages.views.reading import reading_page
from tui.screens import keybar
from tui.screens.main_screen import MainScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.page.view import PageView


class LoadingScreen(MainScreen):
    """Says that a file of `size` bytes is being read, of which nothing has been read yet; 0 when it is unknown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]
    help_title = "Reading the dossier"
    DEFAULT_CSS = "LoadingScreen { layout: vertical; }"

    def __init__(self, size: int) -> None:
        super().__init__()
        self._begun = Progress("read", 0, size)

    def compose(self) -> ComposeResult:
        """The text and the keys."""
        yield PageView(id="loading")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show that it begins."""
        self.show_progress(self._begun)
        self.query_one(KeyBar).show(keybar.key_items(keys_of(self.app), ("reading.cancel", "app.theme", "app.quit")))
        self.query_one(PageView).focus()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is."""
        self.query_one(PageView).show(reading_page(progress))

    def action_cancel(self) -> None:
        """Stop reading; as nothing is open yet, that ends the program."""
        self.app.exit()
