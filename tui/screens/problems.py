"""A dossier that does not load: what is wrong with it, line by line, and the key that reads it again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from tui.dossier.load import Loaded
from tui.pages.views.problems import problems_page
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.page_view import PageView


class ProblemsScreen(Screen[None]):
    """Every problem of a file that cannot be opened."""

    DEFAULT_CSS = "ProblemsScreen { layout: vertical; }"

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self.loaded = loaded

    def compose(self) -> ComposeResult:
        """The page of problems and the keys."""
        yield PageView(id="problems")
        yield Bar(id="keys")

    def on_mount(self) -> None:
        """Show what is wrong."""
        self.query_one(PageView).show(problems_page(self.loaded))
        self.query_one(Bar).show(
            keybar.cells(("app.reload", "app.theme", "app.help", "app.quit")), "Nothing was opened"
        )
        self.query_one(PageView).focus()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """A click in the bar is as good as the key."""
        await keybar.press(self, message.action)
