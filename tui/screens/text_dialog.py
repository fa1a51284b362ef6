"""Shows a text to be selected with the mouse of the terminal, where no clipboard can be written to."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.key_groups import bindings
from tui.keys import SHOWN_TEXT, keys_of
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.text_view import TextView
from tui.widgets.title_bar import TitleBar

_HOW = "Select it with the mouse of the terminal, in most with shift held down"


class TextDialog(Dialog[None]):
    """A text over the whole screen, so that nothing else is selected with it."""

    CSS_PATH = [FORM, "text_dialog.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SHOWN_TEXT)]

    def __init__(self, text: str, reason: str = "") -> None:
        super().__init__()
        self._text = text
        self._reason = reason

    def parts(self) -> ComposeResult:
        """How to select, the text, the keys."""
        yield TitleBar(self._reason or "Text", _HOW, whole=True, id="text-heading")
        yield TextView(self._text, id="text")
        yield KeyBar(id="text-keys")

    def on_mount(self) -> None:
        """Show the text."""
        self.query_one("#text", TextView).focus()
        ids = ("text.close", "page.down", "page.pagedown")
        self.query_one("#text-keys", KeyBar).show(keybar.key_items(keys_of(self.app), ids))
