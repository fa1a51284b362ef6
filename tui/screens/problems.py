"""What is wrong with a dossier that cannot be loaded, line by line, and the key that reads it again."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.dossier.load import Loaded
from tui.pages.views.problems import problems_page
from tui.screens import keybar
from tui.screens.main_screen import MainScreen
from tui.widgets.bars import Bar
from tui.widgets.page.view import PageView


class ProblemsScreen(MainScreen):
    """Every problem of a file that cannot be opened."""

    help_title = "Problems of the file"
    DEFAULT_CSS = "ProblemsScreen { layout: vertical; }"

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self._loaded = loaded

    def compose(self) -> ComposeResult:
        """The page of problems and the keys."""
        yield PageView(id="problems")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Show the problems."""
        items = keybar.key_items(("app.reload", "app.theme", "app.help", "app.quit"))
        self.query_one(PageView).show(problems_page(self._loaded))
        self.query_one(Bar).show(items, "Nothing was opened")
        self.query_one(PageView).focus()
