"""What the program does by public means alone where this version of Textual lacks a private name that it uses."""

from __future__ import annotations

import os
from typing import Any

from rich.console import Console
from textual.app import App
from textual.driver import Driver

from tui.terminal.modes import MOUSE_PIXELS, RESET_POINTER_SHAPE, disable
from tui.terminal.saved_terminal import SavedTerminal

__all__ = ["discard_tracebacks", "track_terminal"]


def track_terminal(driver_class: type[Driver], saved_terminal: SavedTerminal) -> type[Driver]:
    """Return a driver that also saves the terminal's state, and records whether the terminal is in use."""

    class TrackingDriver(driver_class):  # type: ignore[misc, valid-type]
        """Textual's own driver, which `SavedTerminal` can clean up after."""

        def start_application_mode(self) -> None:
            """Save the terminal's state and take the terminal over."""
            saved_terminal.save()
            saved_terminal.in_use = True
            super().start_application_mode()

        def stop_application_mode(self) -> None:
            """Restore the terminal, with two modes that Textual leaves on."""
            if saved_terminal.in_use:
                self.write(RESET_POINTER_SHAPE + disable(MOUSE_PIXELS))
            super().stop_application_mode()
            saved_terminal.in_use = False

    return TrackingDriver


def discard_tracebacks(app: App[Any]) -> None:
    """Do not print Textual's tracebacks, which quote the dossier."""
    app.error_console = Console(file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
