"""The registry of export formats. The module of a format is imported when something is exported.

To add a format, write one module in this package with a function `serialize(kind, records) -> str`, and add one line to
`FORMATS`: the command line offers it from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.kinds import Record
    from tui.dossier.values.dates import Date


class Format(NamedTuple):
    """An export format: a short description, and the module that writes it."""

    summary: str
    module: str

    def serialize(self, kind: type[Record], records: Iterable[Record]) -> str:
        """The records of one kind as text in this format."""
        function = import_module(self.module).serialize
        return cast("Callable[[type[Record], Iterable[Record]], str]", function)(kind, records)


FORMATS = {
    "json": Format("an array of objects, with the keys of the dossier", "tui.export.json"),
    "csv": Format("a table for spreadsheets", "tui.export.csv"),
}
"""The formats by name, in the order in which they are offered."""

VIEW_TABLES = {"speakers": "tui.export.speakers"}
"""The kinds of the views that are a table -> the module that writes it, with `as_csv` and `remark`."""


def view_as_csv(view: str, dossier: Dossier, moment: Date | None) -> tuple[str, str]:
    """The table of a view, as of a moment, as CSV, and what it leaves out, in words. `view` is one of `VIEW_TABLES`."""
    module = import_module(VIEW_TABLES[view])
    return module.as_csv(dossier, moment), module.remark(dossier, moment)
