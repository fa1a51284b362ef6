"""A screen on top of the open one."""

from __future__ import annotations

from typing import TypeVar

from rich.console import RenderableType
from rich.style import Style
from rich.styled import Styled
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from tui.screens import keybar
from tui.widgets.bars import Bar
from tui.widgets.frame import Frame

Result = TypeVar("Result")
FORM = "dialog.tcss"


class Dialog(ModalScreen[Result]):
    """A dialog that can be dismissed more than once, as when two keys that close it arrive together.

    Its `parts` stand one below the other in a frame: a `TitleBar`, what is asked, and a bar of keys. `FORM` is the
    style sheet of all dialogs, which that of each comes after. On few lines there is no edge, which
    would take two; nor is there where a long notice needs these.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-medium"), (18, "-high")]  # noqa: RUF012

    def parts(self) -> ComposeResult:
        """What is in the frame."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The parts in their frame."""
        with Frame():
            yield from self.parts()

    def render(self) -> RenderableType:
        """What is behind: colours of the terminal cannot be mixed with the ground, so it is dim in these."""
        behind = super().render()
        return Styled(behind, Style(dim=True)) if self.app.native_ansi_color else behind

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the dialog, unless it is closed already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """Run the action of a clicked item as its key would."""
        await keybar.press(self, message.action)
