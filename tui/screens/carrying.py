"""What leaves the program by key from the screen of a dossier: copies, addresses for the browser, exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from tui.screens.copying import Copying
from tui.screens.exporting import Exporting, Host
from tui.screens.main_screen import MainScreen
from tui.screens.opening import Opening

if TYPE_CHECKING:
    from tui.export.selection import Origin

CarryAction = Literal["copy", "copy as", "open", "export"]


class Carrying:
    """Does for `host`, which is shown on `screen`, what the keys of one group ask for."""

    def __init__(self, host: Host, screen: MainScreen, origin: Callable[[], Origin | None]) -> None:
        self._copying = Copying(host, screen, origin)
        self._opening = Opening(host, screen)
        self._exporting = Exporting(host, screen, origin)

    def act(self, action: CarryAction) -> None:
        """Do what a key asks for."""
        match action:
            case "copy":
                self._copying.copy()
            case "copy as":
                self._copying.choose_form()
            case "open":
                self._opening.choose()
            case "export":
                self._exporting.choose()
