"""A screen on top of the open one."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from tui.screens import keybar
from tui.widgets.bars import Bar

Result = TypeVar("Result")
FORM = "dialog.tcss"


class Dialog(ModalScreen[Result]):
    """A dialog that can be dismissed more than once, as when two keys that close it arrive together.

    Its parts stand one below the other: a `TitleBar`, what is asked, and a bar of keys. `FORM` is the style sheet of
    all dialogs, which that of each comes after.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the dialog, unless it is closed already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    async def on_bar_pressed(self, message: Bar.Pressed) -> None:
        """Run the action of a clicked item as its key would."""
        await keybar.press(self, message.action)
