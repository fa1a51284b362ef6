"""What is wrong with a file, line by line: in place of a dossier that does not open, or over one that is open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.dossier.load import Loaded
from tui.key_groups import bindings
from tui.keys import PROBLEMS, keys_of
from tui.pages.page import Page
from tui.pages.views.problems import line_of_link, problems_page
from tui.screens import keybar
from tui.screens.main_screen import MainScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.page.view import PageView

_KEYS = ("app.edit", "app.reload", "app.theme", "app.help", "app.quit")
_KEYS_OVER_DOSSIER = ("app.edit", "problems.close", "app.reload", "app.theme", "app.help", "app.quit")


class ProblemsScreen(MainScreen):
    """Every problem of a file; `over_dossier` when a dossier is open below."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROBLEMS)]
    DEFAULT_CSS = "ProblemsScreen { layout: vertical; padding-top: 1; }"
    help_title = "Problems of the file"

    problems = query_one("#problems", PageView)

    def __init__(self, loaded: Loaded, *, over_dossier: bool = False) -> None:
        super().__init__()
        self._loaded = loaded
        self._over_dossier = over_dossier

    def compose(self) -> ComposeResult:
        """The page of problems and the keys."""
        yield PageView(id="problems")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the problems."""
        self._show_keys("")
        self.problems.show(problems_page(self._loaded))
        self.problems.focus()

    def _show_keys(self, target: str) -> None:
        """Show the keys, and at the right which of all problems is selected and that nothing was opened."""
        items = keybar.key_items(keys_of(self.app), _KEYS_OVER_DOSSIER if self._over_dossier else _KEYS)
        said = "" if self._over_dossier else "Nothing was opened"
        page = self.problems.page
        links = page.links() if page is not None and target else []
        at = f"{links.index(target) + 1:,}/{sum(self._loaded.totals):,}" if target in links else ""
        self.query_one(KeyBar).show(items, " · ".join(filter(None, (said, at))), text_first=bool(said))

    def on_page_view_link_selected(self, message: PageView.LinkSelected) -> None:
        """Say where the cursor is."""
        message.stop()
        self._show_keys(message.target)

    def update(self, loaded: Loaded) -> bool:
        """Show the problems of a new reading at the same place; False when a dossier opens, or has none left."""
        if not loaded.problems or (loaded.dossier is not None and not self._over_dossier):
            return False
        self._loaded = loaded
        self.problems.replace(problems_page(loaded))
        return True

    def position_in(self, text: str) -> tuple[int, int]:
        """Where the selected problem is."""
        return line_of_link(self.problems.target)

    def help_page(self) -> Page:
        """The keys of the list of problems."""
        from tui.screens.help import problems_help

        return problems_help(self.help_title, keys_of(self.app))

    async def on_page_view_followed(self, message: PageView.Followed) -> None:
        """Open the editor at a problem."""
        message.stop()
        await self.app.run_action("edit")

    def action_close(self) -> None:
        """Go back to the dossier, where there is one."""
        if self._over_dossier and self.app.screen is self:
            self.app.pop_screen()
