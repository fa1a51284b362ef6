"""The registry of export formats. The module of a format is imported when something is exported.

To add a format of a whole dossier, write one module in this package with a function `export(selection)`, and add one
line to `FORMATS`. To add one of a list, write a function `serialize(kind, records) -> str`, and add one line to
`LIST_FORMATS`. The command line offers it from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.dossier.kinds import Record
    from tui.dossier.values.dates import Date
    from tui.export.selection import Selection

Files = Mapping[str, bytes]
"""The files of a folder: name -> contents."""


class NotExported(Exception):
    """Why something cannot be exported in a format on this machine, in one sentence."""


class Format(NamedTuple):
    """A format of a dossier or a part of one: a short description, the module that writes it, and the usual suffix.

    Formats that are not `text` are not for a terminal to show. One without a suffix is a folder of several files.
    """

    summary: str
    module: str
    suffix: str
    text: bool = True

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffix

    def export(self, selection: Selection) -> bytes | Files:
        """The selection in this format: the contents of one file, or those of a folder. Raises NotExported."""
        function = import_module(self.module).export
        return cast("Callable[[Selection], bytes | Files]", function)(selection)


FORMATS: dict[str, Format] = {
    "markdown": Format("a briefing with footnotes, which pandoc makes a document of", "tui.export.markdown", ".md"),
    "bundle": Format(
        "one zip with the dossier, the local copies, what people read, and a hash of each",
        "tui.export.bundle",
        ".zip",
        False,
    ),
    "json": Format("everything, to be opened again or read by programs", "tui.export.json", ".json"),
    "html": Format("one web page with everything in it, to be read without the program", "tui.export.html", ".html"),
    "graphml": Format("the network, for Cytoscape, yEd, igraph and networkx", "tui.export.graphml", ".graphml"),
    "gexf": Format("the network over time, for Gephi", "tui.export.gexf", ".gexf"),
    "bibtex": Format("the sources, for LaTeX and reference managers", "tui.export.bibtex", ".bib"),
    "csl": Format("the sources as CSL-JSON, for Zotero and pandoc", "tui.export.csl", ".csl.json"),
}
"""The formats of a whole dossier by name, in the order in which they are offered."""


class ListFormat(NamedTuple):
    """A format of the records of one kind: a short description, and the module that writes it."""

    summary: str
    module: str

    def serialize(self, kind: type[Record], records: Iterable[Record]) -> str:
        """The records of one kind as text in this format."""
        function = import_module(self.module).serialize
        return cast("Callable[[type[Record], Iterable[Record]], str]", function)(kind, records)


LIST_FORMATS = {
    "json": ListFormat("an array of objects, with the keys of the dossier", "tui.export.json"),
    "csv": ListFormat("a table for spreadsheets", "tui.export.csv"),
}
"""The formats of a list by name, in the order in which they are offered."""

VIEW_TABLES = {"speakers": "tui.export.speakers"}
"""The kinds of the views that are a table -> the module that writes it, with `as_csv` and `remark`."""


def view_as_csv(view: str, dossier: Dossier, moment: Date | None) -> tuple[str, str]:
    """The table of a view, as of a moment, as CSV, and what it leaves out, in words. `view` is one of `VIEW_TABLES`."""
    module = import_module(VIEW_TABLES[view])
    return module.as_csv(dossier, moment), module.remark(dossier, moment)
