"""Opens the address of a source in the person's browser, for the screen of a dossier, after it was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.pages.selected import selected_target, sources_of
from tui.screens.copying import CopyText, Host

if TYPE_CHECKING:
    from tui.dossier.kinds import Source


class Opening:
    """Opens addresses for one host, which is shown on `screen`."""

    def __init__(self, host: Host, screen: Screen[None]) -> None:
        self._host = host
        self._screen = screen

    def choose(self) -> None:
        """Show the addresses of the selected source, or of those that the selected record cites, to choose one."""
        host, dossier = self._host, self._host.catalog.dossier
        target = selected_target(dossier, host.current_view, host.selected_target, host.current_part)
        sources = sources_of(dossier, target) or sources_of(dossier, host.selected_target)
        if any(source.url or source.archive for source in sources):
            self._ask(sources)
        else:
            what = "The source has no address" if sources else "Select a source, or a record that cites one"
            host.explain_unavailable(what if len(sources) < 2 else "None of the sources has an address")

    def _ask(self, sources: list[Source]) -> None:
        from tui.screens.address_dialog import Address, AddressDialog

        name = self._host.catalog.builder.source_name
        addresses = [
            Address(f"{name(source.id)}{of}", address)
            for source in sources
            for of, address in (("", source.url), (", archived copy", source.archive))
            if address
        ]
        self._screen.app.push_screen(AddressDialog(addresses), self._open)

    def _open(self, address: str | None) -> None:
        if address is not None:
            self._screen.run_worker(lambda: self._open_aside(address), thread=True)

    def _open_aside(self, address: str) -> None:
        from tui.browser import open_in_browser

        reason = open_in_browser(address)
        if self._screen.is_running:
            self._screen.app.call_from_thread(self._tell, address, reason)

    def _tell(self, address: str, reason: str) -> None:
        """Say that the address was opened; if not, say why, and copy it."""
        if reason:
            self._screen.post_message(CopyText(address, reason=f"Not opened: {reason}."))
        else:
            self._screen.notify(f"Opened in the browser: {address}", markup=False)
