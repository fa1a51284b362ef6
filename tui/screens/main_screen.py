"""A screen that fills the terminal: the dossier, its problems, or that it is being loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from tui.dossier.load import Loaded
from tui.dossier.progress import Progress
from tui.keys import keys_of
from tui.pages.page import Page
from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from tui.pages.glyphs import Glyph
    from tui.pages.lists.jump_items import JumpItem
    from tui.pages.work import Work


class MainScreen(Screen[None]):
    """The interface that the app requires of the open screen."""

    help_title = ""
    """The heading of its help."""
    has_dossier = False
    """Whether a dossier is open; it stays open when its file can no longer be read."""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What the mouse selects there; nothing where a widget was just removed, such as a notice."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (None, None) if widget is not None and widget.parent is None else (widget, offset)

    def rename(self, renames: Mapping[str, str]) -> None:
        """Prepare for a newly read file in which records have other ids: `old -> new`."""

    def prepare(self, loaded: Loaded) -> None:
        """Work out what `update` will show; called in another thread, so that no key waits for it."""

    def update(self, loaded: Loaded) -> bool:
        """Show the newly read file; False if that takes another screen, or none."""
        return False

    def show_broken(self, loaded: Loaded | None) -> None:
        """Say for as long as it is true that the file does not open any more; None when it does again."""

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading of the file is."""
        from tui.pages.views.reading import reading_work

        self.show_work("file", reading_work(progress))

    def show_work(self, subject: str, work: Work | None) -> None:
        """Show in the key bar how far the work at a subject is, until it is done (None)."""
        for bar in self.query(KeyBar):
            bar.show_work(subject, work)

    def position_in(self, text: str) -> tuple[int, int]:
        """The line and column, from 1, at which the text of the file gives what is shown."""
        return 1, 1

    def help_page(self) -> Page:
        """The help of the view in use."""
        from tui.screens.help import plain_help

        return plain_help(self.help_title, keys_of(self.app))

    def signs(self) -> tuple[Glyph, ...]:
        """The signs of what is on the screen, for the legend of its help."""
        return ()

    def help_opened(self) -> None:
        """The help was opened over it."""

    def jump_items(self) -> Iterable[JumpItem]:
        """What can be jumped to, besides commands and themes."""
        return []

    def follow(self, target: str) -> None:
        """Go to something jumped to."""

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """Run the action of a clicked item as its key would."""
        await keybar.press(self, message.action)
