"""Asks in which form something is to be copied, and shows the text that this would be."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.export.clipping import FORMS, NoClipping, Subject
from tui.key_groups import bindings
from tui.keys import COPYING, keys_of
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.named_lines import in_one_text
from tui.pages.page import Span
from tui.screens import keybar
from tui.screens.copying import clipboard_text
from tui.screens.dialog import FORM, Dialog
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_list import RecordList
from tui.widgets.text_view import TextView
from tui.widgets.title_bar import TitleBar


class Chosen(NamedTuple):
    """A form, and whether the text is to be shown rather than copied."""

    form: str
    shown: bool


class CopyDialog(Dialog[Chosen]):
    """The forms of one subject; the result is what was chosen, or None."""

    CSS_PATH = [FORM, "copy_dialog.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COPYING)]
    AUTO_FOCUS = "#forms"

    forms = query_one("#forms", RecordList)
    note = query_one("#form-note", TitleBar)
    preview = query_one("#form-preview", TextView)

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self._subject = subject
        self._texts: dict[str, str] = {}
        self._reasons: dict[str, str] = {}
        for name, form in FORMS.items():
            try:
                self._texts[name] = clipboard_text(form.text(subject))[0]
            except NoClipping as reason:
                self._reasons[name] = str(reason)

    def parts(self) -> ComposeResult:
        """What is copied, the forms, the text in the highlighted one, the keys."""
        yield TitleBar("Copy", _title(self._subject), id="form-heading")
        yield RecordList(self._line, id="forms")
        yield TitleBar("As it is copied", id="form-note")
        yield TextView(id="form-preview", margin=1)
        yield KeyBar(id="form-keys")

    def on_mount(self) -> None:
        """Show the forms."""
        self.query_one("#form-keys", KeyBar).show(keybar.key_items(keys_of(self.app), [key.id for key in COPYING.keys]))
        self.preview.can_focus = False
        self.forms.show([ListGroup("", tuple(FORMS))], next(iter(FORMS)))
        self._show_text()

    def _line(self, name: str) -> ListLine:
        if name in self._texts:
            return ListLine(Span(" "), (Span(FORMS[name].label),))
        return ListLine(Span(" "), (Span(FORMS[name].label, "dim"),), (Span("none", "dim"),))

    def _show_text(self) -> None:
        name = self.forms.record
        text = self._texts.get(name)
        self.note.show(f"{len(text):,} characters" if text is not None else "")
        if text is None:
            self.preview.show(self._reasons.get(name, ""), "dim")
        else:
            self.preview.show(text)

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Show the text in this form."""
        message.stop()
        self._show_text()

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Copy on enter or a click."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Copy in the highlighted form."""
        self._close_with(shown=False)

    def action_show_text(self) -> None:
        """Show the text in the highlighted form, to be selected."""
        self._close_with(shown=True)

    def _close_with(self, *, shown: bool) -> None:
        name = self.forms.record
        if name in self._texts:
            self.dismiss(Chosen(name, shown))
        elif name:
            self.notify(self._reasons[name], markup=False)

    def action_close(self) -> None:
        """Close and copy nothing."""
        self.dismiss(None)


def _title(subject: Subject) -> str:
    """What is copied; of a record its sign, speaker and status too."""
    if subject.record is None or subject.paragraph:
        return subject.name
    return in_one_text(subject.catalog.builder, subject.record.id)
