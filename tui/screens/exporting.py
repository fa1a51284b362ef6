"""Exports what the reader chooses to a file, aside, for the screen of a dossier."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from tui.dossier.as_of import default_moment
from tui.dossier.marks import NO_MARKS
from tui.dossier.values.text import line
from tui.pages.selected import selected_target
from tui.pages.work import Work
from tui.screens.copying import Host as CopyingHost
from tui.screens.main_screen import MainScreen

if TYPE_CHECKING:
    from tui.dossier.marks import Marks
    from tui.export.selection import Origin, Selection
    from tui.nav.trail import Place
    from tui.screens.export_dialog import ExportOrder
    from tui.widgets.record_list import RecordList

_WORK = "export"
_LONGEST_PATH = 64
"""The most characters of a path in the key bar; a row of it where that is more."""
_BESIDE_PATH = 12
"""The cells of that row that are not of the path."""


class Host(CopyingHost, Protocol):
    """The display of the dossier."""

    @property
    def records(self) -> RecordList:
        """The list of the open panel."""

    def here(self) -> Place:
        """The current place."""


class Exporting:
    """Exports for one host, which is shown on `screen`; `origin` says where the dossier was read from."""

    def __init__(self, host: Host, screen: MainScreen, origin: Callable[[], Origin | None]) -> None:
        self._host = host
        self._screen = screen
        self._origin = origin
        self._last_format = ""

    def choose(self) -> None:
        """Ask what is to be exported, and how."""
        from tui.export.formats import FORMATS
        from tui.pages.lists.export_items import ExportItems, parts
        from tui.screens.export_dialog import ExportDialog

        host, here = self._host, self._host.here()
        dossier = host.catalog.dossier
        target = selected_target(dossier, host.current_view, host.selected_target, host.current_part)
        offered = parts(
            host.catalog.builder,
            panel=here.panel,
            listed=host.records.records,
            query=here.filter,
            page=host.catalog.page(host.current_view),
            target=target,
            marks=self._marks,
        )
        first = "list" if here.pane == "list" and here.filter else "marks" if "marks:" in target else "record"
        formats = {name: each.summary for name, each in FORMATS.items()}
        first = first if first in offered else "page" if here.pane == "page" else "whole"
        items = ExportItems(offered, formats, first, self._last_format)
        self._screen.app.push_screen(ExportDialog(items), self._begin)

    @property
    def _marks(self) -> Marks:
        return self._host.catalog.builder.reader_marks or NO_MARKS

    def _begin(self, order: ExportOrder | None) -> None:
        if order is None:
            return
        from tui.export.selection import select

        self._last_format = order.format_name
        catalog = self._host.catalog
        selection = select(
            catalog.dossier,
            scope=catalog.scope,
            chosen=order.part.ids,
            query=order.part.query,
            moment_given=catalog.moment != default_moment(catalog.dossier),
            marks=self._marks if order.part.with_marks else NO_MARKS,
            origin=self._origin(),
        )
        self._screen.show_work(
            _WORK, Work("Writing", None, _in_short(line(os.path.abspath(order.path)), _LONGEST_PATH))
        )
        self._screen.run_worker(partial(self._write, selection, order), thread=True)

    def _write(self, selection: Selection, order: ExportOrder) -> None:
        """Make the export and write it; in a thread, because both may take long."""
        from tui.export.formats import FORMATS, NotExported
        from tui.export_file import NotWritten, write_export

        problem, remarks = "", ""
        try:
            exported = FORMATS[order.format_name].export(selection)
            write_export(order.path, exported, overwrite=order.overwrite)
            remarks = "\n".join(FORMATS[order.format_name].remarks(selection))
        except (NotExported, NotWritten) as reason:
            problem = str(reason)
        if self._screen.is_running:
            self._screen.app.call_from_thread(self._tell, order.path, problem, remarks)

    def _tell(self, path: str, problem: str, remarks: str) -> None:
        self._screen.show_work(_WORK, None)
        room = max(_LONGEST_PATH, self._screen.size.width - _BESIDE_PATH)
        written = f"Written: {_in_short(line(os.path.abspath(path)), room)}"
        if problem:
            self._screen.notify(problem, severity="error", markup=False)
        elif remarks:
            self._screen.notify(f"{written}\n{remarks}", severity="warning", markup=False)
        else:
            self._screen.notify(written, markup=False)


def _in_short(path: str, most: int) -> str:
    """A path from the home folder on; of a long one the end, which tells more than its beginning."""
    home = os.path.expanduser("~")
    inside = path.startswith(f"{home}/") and home != "/"
    shown = f"~{path.removeprefix(home)}" if inside else path
    return shown if len(shown) <= most else f"…{shown[1 - most :]}"
