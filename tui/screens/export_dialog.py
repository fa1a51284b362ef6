"""Asks what is to be exported, in which format and to which path."""

import os
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import Input

from tui.export.formats import FORMATS
from tui.export_file import suggested_name
from tui.key_groups import bindings
from tui.keys import EXPORTING, keys_of
from tui.pages.lists.export_items import ExportItems, Part
from tui.screens import keybar
from tui.screens.dialog import FORM, Dialog
from tui.widgets.bars import BarItem
from tui.widgets.key_bar import KeyBar
from tui.widgets.record_list import RecordList
from tui.widgets.text_field import TextField
from tui.widgets.title_bar import TitleBar

_LONGEST_PATH = 1000
_WHERE = "to a file or a folder"
_LIST_KEYS = ("exporting.choose", "exporting.path", "exporting.close")
_PATH_KEYS = ("exporting.write", "exporting.path", "exporting.close")


class ExportOrder(NamedTuple):
    """What is to be written where; `overwrite` when what is there is to be replaced."""

    part: Part
    format_name: str
    path: str
    overwrite: bool


class ExportDialog(Dialog[ExportOrder]):
    """Parts and formats to choose from, and the path; the result is what to write, or None."""

    CSS_PATH = [FORM, "export_dialog.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXPORTING)]
    AUTO_FOCUS = "#exports"

    choices = query_one("#exports", RecordList)
    path_field = query_one("#export-path", TextField)
    heading = query_one("#export-heading", TitleBar)

    def __init__(self, items: ExportItems) -> None:
        super().__init__()
        self._items = items
        self._suggested = ""
        self._asked_for = ""

    def parts(self) -> ComposeResult:
        """What is wrong, the choices, the path, the keys."""
        yield TitleBar("Export", _WHERE, id="export-heading")
        yield RecordList(self._items.line, id="exports")
        yield TextField(" Path ", "of the file", id="export-path", max_length=_LONGEST_PATH)
        yield KeyBar(id="export-keys")

    def on_mount(self) -> None:
        """Show the choices, and suggest a path."""
        self.choices.show(self._items.groups(), f"what:{self._items.part_name}")
        self._suggest()
        self._show_keys()

    def _suggest(self) -> None:
        """Suggest a path for what is chosen; one that the reader has typed keeps its name and changes its suffix."""
        suffix = FORMATS[self._items.format_name].suffix
        typed = self.path_field.value
        before = self._suggested
        self._suggested = suggested_name(self._items.part.title, suffix)
        if typed in ("", before):
            self.path_field.value = self._suggested
        else:
            self.path_field.value = _with_suffix(typed, suffix)
        self.path_field.cursor_position = len(self.path_field.value)
        self._show_heading()

    def _show_heading(self, warning: str = "") -> None:
        if warning:
            self.heading.warn(warning)
        else:
            self.heading.show(_WHERE)

    def _show_keys(self) -> None:
        keys, typing = keys_of(self.app), self.path_field.has_focus
        items = keybar.key_items(keys, _PATH_KEYS if typing else _LIST_KEYS, typing=typing)
        other, write = keys.key("exporting.path"), keys.key("exporting.write")
        if typing:
            items = [item._replace(label="List") if item.action == other.action else item for item in items]
        elif other.display and write.display:
            items.insert(1, BarItem(f"{other.display} {write.display}", write.label, write.action, kept=True))
        self.query_one("#export-keys", KeyBar).show(items)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys of the field that is in use; from the list it takes two to write, which are shown together."""
        self._show_keys()

    # Choosing

    def action_tick(self) -> None:
        """Choose the highlighted line."""
        if line := self.choices.record:
            self._items.choose(line)
            self.choices.show(self._items.groups(), line, self.choices.top)
            self._suggest()

    def on_record_list_chosen(self, message: RecordList.Chosen) -> None:
        """Choose on enter or a click; after the format comes the path."""
        message.stop()
        self.action_tick()
        if message.record.startswith("format:"):
            self.path_field.focus()

    def on_record_list_highlighted(self, message: RecordList.Highlighted) -> None:
        """Moving changes nothing."""
        message.stop()

    def action_other_field(self) -> None:
        """Go from the list to the path, or back."""
        (self.path_field if self.choices.has_focus else self.choices).focus()

    # Writing

    def on_input_changed(self, message: Input.Changed) -> None:
        """Take back what was said of the path before."""
        message.stop()
        if message.value != self._asked_for:
            self._asked_for = ""
            self._show_heading()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write to the path."""
        message.stop()
        self.action_write()

    def action_write(self) -> None:
        """Close with what is to be written; before something is replaced, ask once."""
        typed = self.path_field.value.strip()
        if not typed:
            self._show_heading("Type the path of the file")
            return
        path = os.path.expanduser(typed)
        exists = os.path.lexists(path)
        if exists and self._asked_for != self.path_field.value:
            self._asked_for = self.path_field.value
            self._show_heading("There is such a file already: enter again replaces it")
            return
        self.dismiss(ExportOrder(self._items.part, self._items.format_name, path, exists))

    def action_close(self) -> None:
        """Close and write nothing."""
        self.dismiss(None)


def _with_suffix(path: str, suffix: str) -> str:
    """A path with the suffix of a format in place of that of another; one that has none of these stays as it is."""
    others = (each.suffix for each in FORMATS.values())
    ending = max((each for each in others if path.lower().endswith(each)), key=len, default="")
    if not ending and "." in os.path.basename(path):
        return path
    return f"{path[: len(path) - len(ending)]}{suffix}"
