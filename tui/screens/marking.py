"""Marks records and paragraphs, and writes notes on them, for the screen of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from textual.screen import Screen

from tui.dossier.marks import NO_MARKS, Change, Marks, rename, set_mark, set_note
from tui.pages.lists.panels import MARKS_VIEW
from tui.pages.reader_marks import mark_target, target_words, whole_target_words

if TYPE_CHECKING:
    from tui.pages.catalog import Catalog

MarksAction = Literal["read", "list", "toggle", "note"]
_SHARE = 3
"""A notice names what is marked in a third of the width at most: the keys stand beside it."""


class MarksFile(Protocol):
    """Keeps the marks and notes on one dossier; what it returns is what there is to tell the reader."""

    marks: Marks

    def read(self) -> str:
        """Read what other programs have written."""

    def change(self, change: Change) -> str:
        """Make a change, and write it."""


class Host(Protocol):
    """The display of the dossier."""

    @property
    def catalog(self) -> Catalog:
        """The lists and pages of the dossier as filtered."""

    @property
    def current_view(self) -> str:
        """The open record or view."""

    @property
    def selected_target(self) -> str:
        """Where the selected link of the page leads; empty in the list."""

    @property
    def current_part(self) -> str:
        """The part of the page that the reader is at; empty in the list."""

    def show_marks(self, marks: Marks) -> None:
        """Show other marks and notes; all that is in view stays in view."""

    def follow(self, target: str) -> None:
        """Follow a link."""

    def explain_unavailable(self, reason: str) -> None:
        """Say why a key does nothing."""


class Marking:
    """The marks in `file`, as one host shows them on `screen`, which asks for notes."""

    def __init__(self, host: Host, screen: Screen[None], file: MarksFile) -> None:
        self._host = host
        self._screen = screen
        self._file = file
        self._shown = NO_MARKS

    def act(self, action: MarksAction) -> None:
        """Do what a key asks for; `read` shows what is in the file."""
        match action:
            case "read":
                self._read()
            case "list":
                self._read()
                self._host.follow(MARKS_VIEW)
            case "toggle":
                self._with_target(self._toggle)
            case "note":
                self._with_target(self._write_note)

    def _read(self) -> None:
        self._tell_problem(self._file.read())
        self._show()

    def _show(self) -> None:
        if self._shown != self._file.marks:
            self._shown = self._file.marks
            self._host.show_marks(self._shown)

    def rename(self, renames: Mapping[str, str]) -> None:
        """Move marks along with records whose ids have changed, before these are shown."""
        self._tell_problem(self._file.change(rename(renames)))
        self._shown = self._file.marks
        self._host.catalog.set_marks(self._shown)

    def _toggle(self, target: str) -> None:
        marked = target not in self._file.marks.marked
        words = self._whole_words(target)
        self._change(set_mark(target, marked=marked), f"Marked: {words}" if marked else f"Mark removed: {words}")

    def _write_note(self, target: str) -> None:
        from tui.screens.note_dialog import NoteDialog

        self._screen.app.clear_notifications()
        self._read()
        before = self._file.marks.notes.get(target, "")
        words = target_words(self._host.catalog.dossier, target)

        def save(note: str | None) -> None:
            if note is not None and note.strip() != before:
                on = self._whole_words(target)
                told = f"Your note on {on} is saved" if note.strip() else f"Your note on {on} is removed"
                self._change(set_note(target, note, before), told)

        self._screen.app.push_screen(NoteDialog(words, before), save)

    def _whole_words(self, target: str) -> str:
        """What a notice calls what is marked: nothing in it is cut."""
        return whole_target_words(self._host.catalog.dossier, target, self._screen.size.width // _SHARE)

    def _with_target(self, act: Callable[[str], None]) -> None:
        host = self._host
        target = mark_target(host.catalog.dossier, host.current_view, host.selected_target, host.current_part)
        if target:
            act(target)
        else:
            host.explain_unavailable("Select a record to mark it or to write a note on it")

    def _change(self, change: Change, told: str) -> None:
        problem = self._file.change(change)
        self._show()
        if problem:
            self._tell_problem(problem)
        else:
            self._screen.notify(told, markup=False)

    def _tell_problem(self, problem: str) -> None:
        if problem:
            self._screen.notify(problem, severity="warning", markup=False)
