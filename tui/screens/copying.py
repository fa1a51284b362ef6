"""Copies what is selected with its citation, or in a form that the reader chooses, for the screen of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App
from textual.message import Message
from textual.screen import Screen

from tui.pages.selected import selected_target

if TYPE_CHECKING:
    from tui.export.clipping import Subject
    from tui.export.selection import Origin
    from tui.pages.catalog import Catalog

MOST_BYTES = 100_000
"""The most that is copied at once, in bytes of UTF-8: terminals refuse more."""
_MOST_READ = 2 << 20
"""The largest file, in bytes, that is read again to give a record as it is written there."""
_FIRST_WORDS = 44
"""The most characters of what was copied that are told; half a row where that is more."""


class CopyText(Message):
    """Somebody wants text in the clipboard; the app puts it there. With `shown` it is only shown to be selected.

    `reason` says why an address is copied that was to be opened.
    """

    def __init__(self, text: str, *, shown: bool = False, reason: str = "") -> None:
        super().__init__()
        self.text = text
        self.shown = shown
        self.reason = reason


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

    def explain_unavailable(self, reason: str) -> None:
        """Say why a key does nothing."""


class Copying:
    """Copies for one host, which is shown on `screen`; `origin` says where the dossier was read from."""

    def __init__(self, host: Host, screen: Screen[None], origin: Callable[[], Origin | None]) -> None:
        self._host = host
        self._screen = screen
        self._origin = origin

    def copy(self) -> None:
        """Copy what is selected with its citation."""
        self._with_subject(lambda subject: self._copy_as(subject, "plain"))

    def choose_form(self) -> None:
        """Ask in which form it is to be copied."""
        self._with_subject(self._ask)

    def _ask(self, subject: Subject) -> None:
        from tui.screens.copy_dialog import Chosen, CopyDialog

        def copy(chosen: Chosen | None) -> None:
            if chosen is not None:
                self._copy_as(subject, chosen.form, shown=chosen.shown)

        self._screen.app.push_screen(CopyDialog(subject), copy)

    def _with_subject(self, act: Callable[[Subject], None]) -> None:
        from tui.export.clipping import Subject

        host = self._host
        target = selected_target(host.catalog.dossier, host.current_view, host.selected_target, host.current_part)
        if target and host.catalog.page(target) is not None:
            origin = self._origin()
            path = origin.path if origin is not None else ""
            act(Subject(host.catalog, target, path, lambda: file_text(path)))
        else:
            host.explain_unavailable("Nothing is selected to be copied")

    def _copy_as(self, subject: Subject, form: str, *, shown: bool = False) -> None:
        from tui.export.clipping import FORMS, NoClipping

        try:
            self._screen.post_message(CopyText(FORMS[form].text(subject), shown=shown))
        except NoClipping as reason:
            self._host.explain_unavailable(str(reason))


def copy_text(app: App[Any], message: CopyText, *, has_clipboard: bool) -> None:
    """Copy, and say what; where there is no clipboard, or when that is asked, show the text to be selected."""
    copied, is_cut = clipboard_text(message.text)
    if not message.shown:
        app.copy_to_clipboard(copied)
    if message.shown or not has_clipboard:
        from tui.screens.text_dialog import TextDialog

        app.push_screen(TextDialog(copied, "" if message.shown else f"{message.reason} No clipboard here.".strip()))
        return
    if not app.screen_stack:
        return  # the program is being left
    if message.reason:
        app.notify(f"{message.reason} The address is copied instead.", severity="warning", markup=False)
    else:
        lead = "Copied the first 100 kB:" if is_cut else "Copied:"
        app.notify(f"{lead} {first_words(copied, max(_FIRST_WORDS, app.size.width // 2))}", markup=False)


def file_text(path: str) -> str:
    """The text of a dossier's file; empty when there is none, or when it is so large that a key would wait for it."""
    from tui.dossier.files import Refused, read_file

    try:
        data = read_file(path) if path else b""
    except Refused:
        return ""
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace") if len(data) <= _MOST_READ else ""


def clipboard_text(text: str) -> tuple[str, bool]:
    """Return what of a text is copied, without what is unsafe to paste, and whether that is only its beginning."""
    from tui.dossier.values.text import clean

    data = clean(text).encode("utf-8", "replace").rstrip(b"\n")
    return data[:MOST_BYTES].decode("utf-8", "ignore"), len(data) > MOST_BYTES


def first_words(text: str, most: int = _FIRST_WORDS) -> str:
    """The first words of a text on one line, between quotation marks; an ellipsis behind them where there are more."""
    words, more = " ".join(text[:400].split()), ""
    if len(words) > most:
        cut = words[: most - 2]
        words, more = (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(".,;:"), " …"
    if not words.startswith("“"):
        return f"“{words}”{more}"
    return f"{words}”{more}" if words.count("“") > words.count("”") else f"{words}{more}"
