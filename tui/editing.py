"""Opens the dossier in the person's editor from within the app: lends it the terminal, unless it has its own window."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from textual.app import App, SuspendNotSupported

from tui import editor
from tui.dossier.files import Refused, read_file
from tui.dossier.live_file import DossierFile
from tui.editor import EditorCall


class Editing:
    """Edits `file` for one app; `refresh` has the file read again if it was changed."""

    def __init__(self, app: App[int], file: DossierFile, refresh: Callable[[], None]) -> None:
        self._app = app
        self._file = file
        self._refresh = refresh

    def open_at(self, position_in: Callable[[str], tuple[int, int]]) -> None:
        """Open the file at a line and column, which `position_in` finds in its text, or say why that cannot be done."""
        if reason := self._file.not_editable:
            self._notify_not_edited(reason)
            return
        try:
            text = read_file(self._file.path).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
            call = editor.editor_call(os.environ, self._file.path, *position_in(text))
        except Refused as refused:
            self._notify_not_edited(f"The file cannot be edited: {refused}")
        except editor.NoEditor as missing:
            self._notify_not_edited(str(missing))
        else:
            self._start_editor(call)

    def _start_editor(self, call: EditorCall) -> None:
        try:
            if call.windowed:
                self._open_window(call)
                return
            with self._app.suspend():
                status = editor.run(call)
        except OSError as error:
            self._notify_not_edited(f"{call.name} cannot be started: {(error.strerror or 'unknown reason').lower()}")
        except SuspendNotSupported:
            self._notify_not_edited("This terminal cannot be handed over to an editor")
        else:
            self._notify_editor_status(call.name, status)
            self._refresh()

    def _open_window(self, call: EditorCall) -> None:
        process = editor.open_window(call)

        def wait() -> None:
            status = process.wait()
            with suppress(RuntimeError):  # the app is over
                self._app.call_later(self._notify_editor_status, call.name, status)

        Thread(target=wait, name="editor", daemon=True).start()
        self._app.notify(f"Opened in {call.name}; the dossier follows the file as it is saved", markup=False)

    def _notify_editor_status(self, name: str, status: int) -> None:
        """Say so if an editor failed; `status` is below 0 for the signal that ended it."""
        if status:
            ended = f"with status {status}" if status > 0 else f"by signal {-status}"
            self._notify_not_edited(f"{name} ended {ended}")

    def _notify_not_edited(self, reason: str) -> None:
        self._app.notify(reason, severity="warning", markup=False)
