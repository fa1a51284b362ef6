"""Asks for a date: a field, and above it what is wrong with what was typed."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import Input

from tui.dossier.format.date_hints import typed_date
from tui.dossier.values.dates import Date
from tui.key_groups import bindings
from tui.keys import DATE, keys_of
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.text_field import TextField
from tui.widgets.title_bar import TitleBar

ALL_TIMES = "all"
"""What is typed for everything that ever was."""
_PROMPT = "1957, 1957-03-25, or all"
_WHAT = "as of which everything is shown"


class Moment(NamedTuple):
    """The moment that was chosen; None is outside of time."""

    date: Date | None


class MomentDialog(Dialog[Moment]):
    """The result is the moment typed, or None when the dialog was closed without one."""

    CSS_PATH = [FORM, "moment_dialog.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DATE)]
    AUTO_FOCUS = "#moment"

    heading = query_one("#moment-heading", TitleBar)

    def parts(self) -> ComposeResult:
        """What is asked or what is wrong, the field, the keys."""
        yield TitleBar("Date", _WHAT, id="moment-heading")
        yield TextField(" As of ", _PROMPT, id="moment")
        yield KeyBar(id="moment-keys")

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one("#moment-keys", KeyBar).show(keybar.key_items(keys_of(self.app), ("date.choose", "date.close")))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Take back what was said of the text before."""
        message.stop()
        self.heading.show(_WHAT)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Close with the date."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Close with the date that was typed, or say what is wrong with it."""
        text = self.query_one("#moment", TextField).value.strip()
        if text == ALL_TIMES:
            self.dismiss(Moment(None))
            return
        try:
            date = typed_date(text)
        except ValueError as error:
            self.heading.warn(str(error))
        else:
            self.dismiss(Moment(date))

    def action_close(self) -> None:
        """Close without a date."""
        self.dismiss(None)
