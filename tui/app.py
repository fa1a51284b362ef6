"""The app: themes, loading, and which screen is shown; what happens inside a dossier is the browse screen's."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Event, Key, MouseDown
from textual.message import Message

from tui import state, theme
from tui.dossier.live_file import DossierFile, LiveFile
from tui.dossier.load import Loaded
from tui.dossier.progress import Progress
from tui.garbage import collect_when_idle
from tui.key_groups import bindings
from tui.keyboard_layouts import unknown_script
from tui.keys import KEYS, PROGRAM
from tui.pages.catalog import Catalog
from tui.screens.browse import BrowseScreen
from tui.screens.main_screen import MainScreen
from tui.screens.notices import Notices
from tui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.notifications import SeverityLevel

    from tui.dossier.changes import Changes
    from tui.export.selection import Origin
    from tui.keys_file import OwnKeys
    from tui.marks_file import MarksFile
    from tui.pages.lists.jump_items import JumpItem
    from tui.screens.copying import CopyText
    from tui.screens.tour import TourEnded
    from tui.terminal.rebinding import Rebinding

_IDLE_DELAY = 0.05
"""Seconds from the first paint to the first collection of garbage, and between two looks for keys in progress."""
_PATIENCE = 0.5
"""Seconds for which a large file that is remembered is waited for, before it is said that it is being read."""
_QUIT_SECONDS = 4.0
"""Within this time a second ctrl+c quits."""


class KarabakhApp(TerminalApp):
    """Reads one dossier and keeps up with its file. `start` is the panel to begin in, `own_keys` a person's own keys.

    With `tour` the reader is led through the dossier; otherwise Home offers that until it was done or declined.
    `loaded` is what is shown, `latest` the last reading of the file: that is another one while the file is broken.
    """

    TITLE = "karabakh-tui"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROGRAM)]
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "screens/browse.tcss"

    class FileRead(Message):
        """The file was read; `asked` when somebody asked. `differences`: from the dossier that is shown, if any."""

        def __init__(self, loaded: Loaded, asked: bool, differences: Changes | None) -> None:
            super().__init__()
            self.loaded = loaded
            self.asked = asked
            self.differences = differences

    class ReadingGoesOn(Message):
        """So much of a large file has been read."""

        def __init__(self, progress: Progress) -> None:
            super().__init__()
            self.progress = progress

    def __init__(
        self, file: DossierFile, start: str = "home", own_keys: OwnKeys | None = None, *, tour: bool = False
    ) -> None:
        super().__init__()
        self.key_table = KEYS if own_keys is None else own_keys.table
        self._key_problems = () if own_keys is None else own_keys.problems
        self._rebinding: Rebinding | None = None
        self._start = start
        self._file = file
        self.live_file = LiveFile(file, self._deliver, lambda: self.is_idle, self.abort, self._told)
        self.loaded = file.result_within(_PATIENCE) if file.is_large else file.read()
        self.latest = self.loaded
        self._arrived: KarabakhApp.FileRead | None = None
        self._main: MainScreen
        self._quit_pressed_at = float("-inf")
        self._told_script = False
        self._notices = Notices(self)
        for each in theme.THEMES:
            self.register_theme(each)
        remembered = state.load()
        chosen = remembered.get("theme", "")
        self.theme = chosen if chosen in self.available_themes else theme.DARK.name
        self._begins_tour = tour
        self._offers_tour = not tour and "tour" not in remembered

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

            return LoadingScreen(self._file.size)
        if loaded.dossier is None:
            from tui.screens.problems import ProblemsScreen

            return ProblemsScreen(loaded)
        catalog = Catalog(loaded.dossier, key_name=lambda name: self.key_table.key(name).display)
        catalog.offer_tour(self._offers_tour)
        return BrowseScreen(catalog, self._start, self._marks_file, self._origin, begins_tour=self._begins_tour)

    def _marks_file(self) -> MarksFile:
        from tui.marks_file import MarksFile

        return MarksFile(self._file.path)

    def _origin(self) -> Origin | None:
        from tui.export.selection import Origin

        return Origin(self._file.path, self._file.copies) if self._file.path else None

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
        """Follow the file from now on, and remember the theme."""
        self.set_timer(_IDLE_DELAY, collect_when_idle)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        self.live_file.start(self.loaded)
        self._notify_found_at_start()

    def _notify_found_at_start(self) -> None:
        warnings = self._warnings(self.loaded) if self.loaded is not None else ""
        if self._key_problems:
            from tui.keys_file import keys_notice

            notice = f"{keys_notice(self._key_problems)}\n{warnings}"
            self.notify(notice, severity="warning", markup=False)
        elif warnings:
            self.notify(warnings, markup=False)

    def _warnings(self, loaded: Loaded) -> str:
        from tui.pages.file_words import warnings_notice

        return warnings_notice(loaded, self.key_table.key("app.problems").display) if loaded.problems else ""

    def action_reload(self) -> None:
        """Read the file again; if it no longer opens, the open dossier stays."""
        if self._file.is_large:
            self._main.show_progress(Progress("read", 0, self._file.size))
        self.live_file.ask()

    def _deliver(self, loaded: Loaded, asked: bool) -> None:
        """Pass on a reading of the file; called in the thread that read it, where comparing it keeps no key waiting."""
        from tui.dossier.changes import changes

        shown = self.loaded.dossier if self.loaded is not None else None
        self._main.prepare(loaded)
        differences = changes(shown, loaded.dossier) if shown is not None and loaded.dossier is not None else None
        self._post_from_thread(self.FileRead(loaded, asked, differences))

    def _told(self, progress: Progress) -> None:
        self._post_from_thread(self.ReadingGoesOn(progress))

    def on_karabakh_app_reading_goes_on(self, message: ReadingGoesOn) -> None:
        """Show how far the reading is."""
        self._main.show_progress(message.progress)

    def _post_from_thread(self, message: Message) -> None:
        with suppress(RuntimeError):  # the app is over
            self.post_message(message)

    def on_karabakh_app_file_read(self, message: FileRead) -> None:
        """Show what was read, once no key is being handled."""
        message.asked = message.asked or (self._arrived is not None and self._arrived.asked)
        self._arrived = message
        self._show_arrived()

    def _show_arrived(self) -> None:
        if self._arrived is None or self._main not in self.screen_stack:
            return
        if not self.is_idle:
            self.set_timer(_IDLE_DELAY, self._show_arrived)
            return
        message, self._arrived = self._arrived, None
        self._main.show_work("file", None)
        self._show_loaded(message)

    def _show_loaded(self, message: FileRead) -> None:
        """Show a file that was read, for the first time or again; one that does not open leaves what is open."""
        loaded, asked = message.loaded, message.asked
        before, self.latest = self.latest, loaded
        breaks = loaded.dossier is None and self._main.has_dossier
        self._main.show_broken(loaded if breaks else None)
        for screen in self.screen_stack[self.screen_stack.index(self._main) + 1 :]:
            if isinstance(screen, MainScreen) and not screen.update(loaded):
                self._close(screen)
        if breaks:
            if asked or before is None or before.problems != loaded.problems:
                self._notify_broken(loaded)
            return
        shown, self.loaded = self.loaded, loaded
        if message.differences is not None and message.differences.renamed:
            self._main.rename(dict(message.differences.renamed))
        if not self._main.update(loaded):
            self._replace_main(loaded)
        if before is None or shown is None:
            if notice := self._warnings(loaded):
                self.notify(notice, markup=False)
        else:
            from tui.pages.file_words import read_notice

            was_broken = before.dossier is None
            if notice := read_notice(loaded, message.differences, asked=asked, was_broken=was_broken):
                self.notify(notice, markup=False)

    def _notify_broken(self, loaded: Loaded) -> None:
        from tui.pages.file_words import broken_notice

        notice = broken_notice(loaded, self.key_table.key("app.problems").display)
        self.notify(notice, severity="error", markup=False)

    def on_unmount(self) -> None:
        """Stop reading, however the app ends."""
        self.live_file.stop()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, and stop reading."""
        self.live_file.stop()
        super().exit(result, return_code, message)

    # Problems and the editor

    def action_problems(self) -> None:
        """List what is wrong with the file as it is now, over the dossier, or go back to it."""
        from tui.screens.problems import ProblemsScreen

        if self.latest is None or not isinstance(self.screen, MainScreen):
            return
        if self.screen is not self._main:
            self._close(self.screen)
        elif not self._main.has_dossier:
            self.notify("The problems are shown already", markup=False)
        elif self.latest.problems:
            self.push_screen(ProblemsScreen(self.latest, over_dossier=True))
        else:
            self.notify("Nothing is wrong with the file", markup=False)

    def _close(self, screen: MainScreen) -> None:
        """Close a screen over the main one, and what is open above it."""
        while screen in self.screen_stack:
            self.pop_screen()

    def action_edit(self) -> None:
        """Open the file in the person's editor where it gives what is shown, and read it again after that."""
        from tui.editing import Editing

        if isinstance(self.screen, MainScreen):
            Editing(self, self._file, self.live_file.refresh).open_at(self.screen.position_in)

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
        """Show the signs of what is on the screen and the keys of the view in use."""
        from tui.screens.help import HelpScreen

        if isinstance(self.screen, MainScreen):
            described = self.screen
            self.push_screen(HelpScreen(described.help_page(), described.signs()))
            described.help_opened()

    def on_tour_ended(self, message: TourEnded) -> None:
        """Remember that the tour need not be offered again; where that cannot be, the next start offers it."""
        self._begins_tour = self._offers_tour = False
        state.save("tour", "ended")

    # Theme

    def action_next_theme(self) -> None:
        """Change between our dark and our light theme."""
        self.theme = theme.LIGHT.name if self.current_theme.dark else theme.DARK.name

    def _remember_theme(self, _: object) -> None:
        if not state.save("theme", self.theme):
            notice = "The theme cannot be remembered: the state folder is not writable"
            self.notify(notice, severity="warning", markup=False)

    # Notices

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in the key bar of the open screen: a warning or an error until the next key or click.

        Anything else stays for `timeout` seconds, by default as long as it takes to be read.
        """
        self._notices.say(message, severity, timeout)

    def clear_notifications(self) -> None:
        """Say nothing any more."""
        self._notices.end()

    # Keys

    async def on_event(self, event: Event) -> None:
        """Take back what has been read when a key or a click arrives, and give what it will reach the keys in force."""
        if isinstance(event, Key | MouseDown) and not event.is_forwarded:
            self._notices.was_read()
        if isinstance(event, Key) and self.key_table.own and self.screen_stack:
            if self._rebinding is None:
                from tui.terminal.rebinding import Rebinding

                self._rebinding = Rebinding(self, self.key_table.rebound())
            self._rebinding.prepare(self.focused or self.screen)
        await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """Say once why keys do nothing if the keyboard writes letters that no key is bound to."""
        if not self._told_script and (script := unknown_script(event.character)):
            self._told_script = True
            notice = f"The keyboard writes {script} letters; the keys of this program are Latin letters"
            self.notify(notice, markup=False)

    # Copying and quitting

    def action_copy_or_quit(self) -> None:
        """Copy the selected text; with nothing selected, quit when pressed twice."""
        from textual.widgets import Input, TextArea

        from tui.screens.copying import CopyText

        field = self.focused if isinstance(self.focused, Input | TextArea) else None
        text = field.selected_text if field is not None else self.screen.get_selected_text()
        if text:
            self.on_copy_text(CopyText(text))
        elif monotonic() - self._quit_pressed_at < _QUIT_SECONDS:
            self.exit()
        else:
            self._quit_pressed_at = monotonic()
            self.notify("Press ctrl+c again to quit", markup=False, timeout=_QUIT_SECONDS)

    def on_copy_text(self, message: CopyText) -> None:
        """Copy, and say what; where there is no clipboard, show the text to be selected."""
        from tui.screens.copying import copy_text

        copy_text(self, message, has_clipboard=self.has_clipboard)
