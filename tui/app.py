"""The app: themes, the palette, and which screen is shown. What happens inside a dossier is the browse screen's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.screen import ModalScreen, Screen

from tui import state, theme
from tui.dossier.load import Loaded
from tui.keys import PROGRAM, bindings
from tui.pages.catalog import Catalog
from tui.screens.browse import BrowseScreen
from tui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.dossier.dossier import Dossier
    from tui.dossier.load_worker import LoadWorker
    from tui.pages.lists.jump_items import JumpItem

_AGAIN_WITHIN = 2.0
"""Seconds in which a second ctrl+c quits."""
_MOST_TOLD = 400
"""The most characters of a problem in a notice, which is small."""
_MOST_COPIED = 100_000
"""The most characters copied at once."""


def _collect_again() -> None:
    """Turn the collector on once the first screen is painted, and spare it everything that is there to stay."""
    import gc

    gc.freeze()
    gc.enable()


def _read_again(before: Dossier | None, now: Dossier | None) -> str:
    """What is told of another reading. A file that is only half saved may still open, with records missing."""
    if now is None:
        return "Read again, and it still does not open"
    fewer = len(before.records) - len(now.records) if before is not None else 0
    if fewer <= 0:
        return "Read again"
    return f"Read again: {fewer:,} {'record' if fewer == 1 else 'records'} fewer than before"


class KarabakhApp(TerminalApp):
    """Reads one dossier. `read` loads the file, at the start and whenever the reader asks for it again.

    With `aside` the file is loaded in a process of its own instead, while the screen stays alive. `start` is the panel
    to begin in.
    """

    TITLE = "karabakh-tui"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROGRAM)]
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "screens/browse.tcss"

    def __init__(
        self, read: Callable[[], Loaded], aside: Callable[[], LoadWorker] | None = None, start: str = "overview"
    ) -> None:
        super().__init__()
        self._start = start
        self._read = read
        self._aside = aside
        self._child: LoadWorker | None = None
        self.loaded = read() if aside is None else None
        self._quit_before = float("-inf")
        for one in theme.THEMES:
            self.register_theme(one)
        remembered = state.load().get("theme", "")
        self.theme = remembered if remembered in self.available_themes else theme.DARK.name

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables with our tokens."""
        return theme.with_tokens(super().get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """The dossier, or what is wrong with it, or that it is being read."""
        if self.loaded is None:
            from tui.screens.loading import LoadingScreen

            return LoadingScreen()
        return self._screen_for(self.loaded)

    def _screen_for(self, loaded: Loaded) -> Screen[None]:
        if loaded.dossier is None:
            from tui.screens.problems import ProblemsScreen

            return ProblemsScreen(loaded)
        return BrowseScreen(Catalog(loaded.dossier), self._start)

    def on_ready(self) -> None:
        """Remember the theme from now on, and read the file if that has not been done."""
        self.call_after_refresh(_collect_again)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if self.loaded is None:
            self._begin_aside()
        else:
            self._warn(self.loaded)

    def _begin_aside(self) -> None:
        if self._child is None and self._aside is not None:
            self._child = self._aside()
            self.run_worker(partial(self._wait_for, self._child), thread=True)

    def _wait_for(self, child: LoadWorker) -> None:
        loaded = child.result()
        if loaded.dossier is not None:
            loaded.dossier.prepare()
        if self._child is child:
            self.call_from_thread(self._arrived, loaded)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, and let nobody go on reading."""
        if self._child is not None:
            self._child.stop()
            self._child = None
        super().exit(result, return_code, message)

    def _warn(self, loaded: Loaded) -> None:
        if loaded.dossier is not None and loaded.problems:
            words = "1 warning" if len(loaded.problems) == 1 else f"{len(loaded.problems):,} warnings"
            self.notify(f"{words} in this dossier; karabakh-tui check lists them", markup=False)

    def _remember_theme(self, chosen: object) -> None:
        if not state.save("theme", self.theme):
            self.notify("The theme cannot be remembered: the state folder is not writable", markup=False)

    def action_jump(self) -> None:
        """Let the reader jump to a record by name, or choose a theme or a command."""
        from tui.pages.lists.jump_items import program_items, record_items, view_items
        from tui.screens.jump import JumpScreen

        screen = self.screen
        if isinstance(screen, ModalScreen):
            return
        records = record_items(screen.catalog) + view_items() if isinstance(screen, BrowseScreen) else []
        self.push_screen(JumpScreen(records + program_items(sorted(self.available_themes))), self._jumped)

    async def _jumped(self, choice: JumpItem | None) -> None:
        if choice is None:
            return
        if choice.does == "theme":
            self.theme = choice.target
        elif choice.does == "action":
            await self.run_action(choice.target)
        elif isinstance(self.screen, BrowseScreen):
            self.screen.follow(choice.target)

    def action_help(self) -> None:
        """Show the keys of the view at hand."""
        from tui.screens.help import HelpScreen, problems_help

        if isinstance(self.screen, BrowseScreen):
            self.push_screen(HelpScreen(self.screen.help_page()))
        elif not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(problems_help()))

    def action_next_theme(self) -> None:
        """Between our dark and our light theme."""
        self.theme = theme.LIGHT.name if self.current_theme.dark else theme.DARK.name

    def action_reload(self) -> None:
        """Read the file again. A file that has gone bad does not take away what is open."""
        if self._aside is None:
            self._arrived(self._read())
        else:
            self.notify("Reading …", markup=False)
            self._begin_aside()

    def _arrived(self, loaded: Loaded) -> None:
        """Show a file that was read, for the first time or again."""
        self._child = None
        first = self.loaded is None
        browsing = next((screen for screen in self.screen_stack if isinstance(screen, BrowseScreen)), None)
        if loaded.dossier is None and browsing is not None:
            from tui.pages.views.problems import counts

            told = loaded.problems[0].text(loaded.name)[:_MOST_TOLD] if loaded.problems else ""
            rest = " karabakh-tui check lists them all." if len(loaded.problems) > 1 else ""
            self.notify(
                f"{counts(loaded)}; what was open stays.{rest} {told}", severity="error", timeout=8, markup=False
            )
            return
        before = self.loaded.dossier if self.loaded is not None else None
        self.loaded = loaded
        if browsing is not None and loaded.dossier is not None:
            browsing.renew(browsing.through(Catalog(loaded.dossier)))
        else:
            self._show_instead(self._screen_for(loaded))
        if first:
            self._warn(loaded)
        else:
            self.notify(_read_again(before, loaded.dossier), markup=False)

    def _show_instead(self, screen: Screen[None]) -> None:
        """Put `screen` in place of all that is open. The first one stays below, for Textual cannot switch it."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def action_copy_or_quit(self) -> None:
        """Copy what is selected; with nothing selected, quit when pressed twice."""
        from textual.widgets import Input

        text = self.focused.selected_text if isinstance(self.focused, Input) else self.screen.get_selected_text()
        if text:
            from tui.dossier.values.text import clean

            copied = clean(text)[:_MOST_COPIED]
            self.copy_to_clipboard(copied)
            words = " ".join(copied[:200].split())
            self.notify(f"Copied: {words if len(words) <= 60 else words[:59].rstrip() + '…'}", markup=False)
            return
        from time import monotonic

        now = monotonic()
        if now - self._quit_before < _AGAIN_WITHIN:
            self.exit()
        self._quit_before = now
        self.notify("Press ctrl+c again to quit", markup=False, timeout=_AGAIN_WITHIN)
