"""Asks for a note: a field of several lines."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.dossier.marks import NOTE_LENGTH
from tui.dossier.values.text import clean
from tui.key_groups import bindings
from tui.keys import NOTE, keys_of
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.note_field import NoteField
from tui.widgets.title_bar import TitleBar


class NoteDialog(Dialog[str]):
    """The result is the note typed on `subject`, empty to remove it, or None when it is to stay as it was."""

    CSS_PATH = [FORM, "note_dialog.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NOTE)]
    AUTO_FOCUS = "#note"

    field = query_one("#note", NoteField)
    heading = query_one("#note-heading", TitleBar)

    def __init__(self, subject: str, note: str) -> None:
        super().__init__()
        self._subject = subject
        self._note = note

    def parts(self) -> ComposeResult:
        """What the note is about, the field, the keys."""
        yield TitleBar("Your note", f"on {self._subject}", id="note-heading")
        yield NoteField(self._note, "It is kept outside of the dossier", clean, id="note")
        yield KeyBar(id="note-keys")

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one("#note-keys", KeyBar).show(keybar.key_items(keys_of(self.app), [key.id for key in NOTE.keys]))

    def action_save(self) -> None:
        """Close with the note, or say that it is too long."""
        if (excess := len(self.field.text) - NOTE_LENGTH) > 0:
            self.heading.warn(f"A note has at most {NOTE_LENGTH:,} characters: {excess:,} too many")
        else:
            self.dismiss(self.field.text)

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.field.break_line()

    def action_close(self) -> None:
        """Close and leave the note as it was."""
        self.dismiss(None)
