"""The app: themes, loading, and which screen is shown; what happens inside a dossier is the browse screen's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Key

from tui import state, theme
from tui.dossier.load import Loaded
from tui.garbage import collect_when_idle
from tui.keyboard_layouts import unknown_script
from tui.keys import PROGRAM, bindings
from tui.pages.catalog import Catalog
from tui.screens.browse import BrowseScreen
from tui.screens.main_screen import MainScreen
from tui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.dossier.dossier import Dossier
    from tui.dossier.load_worker import LoadWorker
    from tui.pages.lists.jump_items import JumpItem

_IDLE_DELAY = 0.05
"""Seconds from the first paint to the first collection of garbage."""
_QUIT_SECONDS = 2.0
"""Within this time a second ctrl+c quits."""
_LAYOUT_SECONDS = 8.0
"""How long the notice about the layout of the keyboard is shown."""
_MAX_PROBLEM = 400
"""The most characters of a problem in a notification, which is small."""
_MAX_COPIED, _MAX_QUOTED = 100_000, 60
"""The most characters copied at once, and of those the most in a notification."""


def _reload_notice(before: Dossier | None, now: Dossier | None) -> str:
    """Return what to say after reading a file again; one that is only half saved may open with records missing."""
    if now is None:
        return "Read again, and it still does not open"
    fewer = len(before.records) - len(now.records) if before is not None else 0
    if fewer <= 0:
        return "Read again"
    return f"Read again: {fewer:,} {'record' if fewer == 1 else 'records'} fewer than before"


class KarabakhApp(TerminalApp):
    """Reads one dossier. `read` loads the file at the start and whenever the reader asks for it again.

    With `load_aside` the file is loaded in a process of its own instead, while the screen stays responsive. `start` is
    the panel to begin in.
    """

    TITLE = "karabakh-tui"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROGRAM)]
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "screens/browse.tcss"

    def __init__(
        self, read: Callable[[], Loaded], load_aside: Callable[[], LoadWorker] | None = None, start: str = "home"
    ) -> None:
        super().__init__()
        self._start = start
        self._read = read
        self._load_aside = load_aside
        self._load_worker: LoadWorker | None = None
        self.loaded = read() if load_aside is None else None
        self._main: MainScreen
        self._quit_pressed_at = float("-inf")
        self._told_script = False
        for each in theme.THEMES:
            self.register_theme(each)
        remembered = state.load().get("theme", "")
        self.theme = remembered if remembered in self.available_themes else theme.DARK.name

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables with our tokens."""
        return theme.with_tokens(super().get_css_variables())

    # Screens

    def get_default_screen(self) -> MainScreen:
        """The dossier, or what is wrong with it, or that it is being read."""
        self._main = self._main_screen(self.loaded)
        return self._main

    def _main_screen(self, loaded: Loaded | None) -> MainScreen:
        if loaded is None:
            from tui.screens.loading import LoadingScreen

            return LoadingScreen()
        if loaded.dossier is None:
            from tui.screens.problems import ProblemsScreen

            return ProblemsScreen(loaded)
        return BrowseScreen(Catalog(loaded.dossier), self._start)

    def _replace_main(self, loaded: Loaded) -> None:
        """Open the screen for `loaded` in place of all that is open but the first, which Textual cannot switch."""
        self._main = self._main_screen(loaded)
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(self._main)
        else:
            self.push_screen(self._main)

    # Loading

    def on_ready(self) -> None:
        """Remember the theme from now on, and read the file if that is not done yet."""
        self.set_timer(_IDLE_DELAY, collect_when_idle)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if self.loaded is None:
            self._start_loading()
        else:
            self._notify_warnings(self.loaded)

    def action_reload(self) -> None:
        """Read the file again; if it no longer opens, the open dossier stays."""
        if self._load_aside is None:
            self._show_loaded(self._read())
        else:
            self.notify("Reading …", markup=False)
            self._start_loading()

    def _start_loading(self) -> None:
        if self._load_worker is None and self._load_aside is not None:
            self._load_worker = self._load_aside()
            self.run_worker(partial(self._await_worker, self._load_worker), thread=True)

    def _await_worker(self, load_worker: LoadWorker) -> None:
        loaded = load_worker.result()
        if loaded.dossier is not None:
            loaded.dossier.prepare()
        if self._load_worker is load_worker:
            self.call_from_thread(self._show_loaded, loaded)

    def _show_loaded(self, loaded: Loaded) -> None:
        """Show a file that was read, for the first time or again."""
        self._load_worker = None
        if loaded.dossier is None and self._main.has_dossier:
            self._notify_broken(loaded)
            return
        before, self.loaded = self.loaded, loaded
        if not self._main.update(loaded):
            self._replace_main(loaded)
        if before is None:
            self._notify_warnings(loaded)
        else:
            self.notify(_reload_notice(before.dossier, loaded.dossier), markup=False)

    def _notify_broken(self, loaded: Loaded) -> None:
        from tui.pages.views.problems import counts

        first = loaded.problems[0].text(loaded.name)[:_MAX_PROBLEM] if loaded.problems else ""
        rest = " karabakh-tui check lists them all." if len(loaded.problems) > 1 else ""
        notice = f"{counts(loaded)}; what was open stays.{rest} {first}"
        self.notify(notice, severity="error", timeout=8, markup=False)

    def _notify_warnings(self, loaded: Loaded) -> None:
        if loaded.dossier is not None and loaded.problems:
            words = "1 warning" if len(loaded.problems) == 1 else f"{len(loaded.problems):,} warnings"
            self.notify(f"{words} in this dossier; karabakh-tui check lists them", markup=False)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, and stop loading."""
        if self._load_worker is not None:
            self._load_worker.stop()
            self._load_worker = None
        super().exit(result, return_code, message)

    # Jump and help

    def action_jump(self) -> None:
        """Let the reader jump to a record by name, or choose a theme or a command."""
        from tui.pages.lists.jump_items import program_items
        from tui.screens.jump import JumpScreen

        if self.screen is self._main:
            items = chain(self._main.jump_items(), program_items(sorted(self.available_themes)))
            self.push_screen(JumpScreen(items), self._jump_to)

    async def _jump_to(self, item: JumpItem | None) -> None:
        if item is None:
            return
        if item.does == "theme":
            self.theme = item.target
        elif item.does == "action":
            await self.run_action(item.target)
        else:
            self._main.follow(item.target)

    def action_help(self) -> None:
        """Show the keys of the view in use."""
        from tui.screens.help import HelpScreen

        if self.screen is self._main:
            self.push_screen(HelpScreen(self._main.help_page()))

    # Theme

    def action_next_theme(self) -> None:
        """Change between our dark and our light theme."""
        self.theme = theme.LIGHT.name if self.current_theme.dark else theme.DARK.name

    def _remember_theme(self, _: object) -> None:
        if not state.save("theme", self.theme):
            self.notify("The theme cannot be remembered: the state folder is not writable", markup=False)

    # Keys

    def on_key(self, event: Key) -> None:
        """Say once why keys do nothing if the keyboard writes letters that no key is bound to."""
        if not self._told_script and (script := unknown_script(event.character)):
            self._told_script = True
            notice = f"The keyboard writes {script} letters; the keys of this program are Latin letters"
            self.notify(notice, markup=False, timeout=_LAYOUT_SECONDS)

    # Copying and quitting

    def action_copy_or_quit(self) -> None:
        """Copy the selected text; with nothing selected, quit when pressed twice."""
        from textual.widgets import Input

        text = self.focused.selected_text if isinstance(self.focused, Input) else self.screen.get_selected_text()
        if text:
            self._copy(text)
        elif monotonic() - self._quit_pressed_at < _QUIT_SECONDS:
            self.exit()
        else:
            self._quit_pressed_at = monotonic()
            self.notify("Press ctrl+c again to quit", markup=False, timeout=_QUIT_SECONDS)

    def _copy(self, text: str) -> None:
        from tui.dossier.values.text import clean

        copied = clean(text)[:_MAX_COPIED]
        self.copy_to_clipboard(copied)
        words = " ".join(copied[:200].split())
        quoted = words if len(words) <= _MAX_QUOTED else f"{words[: _MAX_QUOTED - 1].rstrip()}…"
        self.notify(f"Copied: {quoted}", markup=False)
