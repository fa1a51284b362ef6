"""Shows the addresses of sources in full, and asks which one is to be opened in the browser."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.browser import NotOpened, checked_address
from tui.key_groups import bindings
from tui.keys import OPENING, keys_of
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Span
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.frame import Frame
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_list import RecordList
from tui.widgets.text_view import TextView
from tui.widgets.title_bar import TitleBar

_MOST_LISTED, _REST = 8, 13
"""The most lines of the list; those of all else: the edge, two titles, eight for the address in full, the keys."""


class Address(NamedTuple):
    """What an address is of, in words, and the address as the dossier has it."""

    words: str
    address: str

    @property
    def checked(self) -> str:
        """The address as it is opened; empty when it is not."""
        try:
            return checked_address(self.address)
        except NotOpened:
            return ""

    @property
    def refusal(self) -> str:
        """Why it is not opened; empty when it is."""
        try:
            checked_address(self.address)
        except NotOpened as reason:
            return str(reason)
        return ""


class AddressDialog(Dialog[str]):
    """Addresses to choose from; the result is the one to open."""

    CSS_PATH = [FORM, "address_dialog.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(OPENING)]
    AUTO_FOCUS = "#addresses"

    address_list = query_one("#addresses", RecordList)
    whole = query_one("#address", TextView)

    def __init__(self, addresses: Sequence[Address]) -> None:
        super().__init__()
        self._addresses = {str(number): address for number, address in enumerate(addresses)}

    def parts(self) -> ComposeResult:
        """The addresses, the highlighted one in full, the keys."""
        yield TitleBar("Open in your browser", id="address-heading")
        yield RecordList(self._line, id="addresses")
        yield TitleBar("Address", "as it is opened", id="address-note")
        yield TextView(id="address", margin=1)
        yield KeyBar(id="address-keys")

    def on_mount(self) -> None:
        """Show the addresses."""
        self.query_one("#address-keys", KeyBar).show(
            keybar.key_items(keys_of(self.app), [key.id for key in OPENING.keys])
        )
        self.whole.can_focus = False
        listed = min(len(self._addresses), _MOST_LISTED)
        self.address_list.styles.max_height = listed
        self.query_one(Frame).styles.max_height = listed + _REST
        self.address_list.show([ListGroup("", tuple(self._addresses))], "0")
        self._show_whole()

    def _line(self, number: str) -> ListLine:
        address = self._addresses[number]
        if address.checked:
            return ListLine(Span(" "), (Span(address.words),))
        return ListLine(Span(" "), (Span(address.words, "dim"),), (Span("not opened", "dim"),))

    @property
    def _chosen(self) -> Address:
        return self._addresses[self.address_list.record]

    def _show_whole(self) -> None:
        address = self._chosen
        note = "" if address.checked else f"\nIt is not opened: {address.refusal}."
        self.whole.show(f"{address.checked or address.address}{note}")

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Show this address in full."""
        message.stop()
        self._show_whole()

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Open on enter or a click."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Close with the highlighted address, if it is one that is opened."""
        if self._chosen.checked:
            self.dismiss(self._chosen.checked)

    def action_close(self) -> None:
        """Close and open nothing."""
        self.dismiss(None)
