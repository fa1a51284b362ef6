"""The registry of export formats. The module of a format is imported when something is exported.

To add a format of a whole dossier, write one module in this package with a function `export(selection)`, perhaps one
`remarks(selection)` that says in lines what the export lacks, and add one line to `FORMATS`. To add one of a list,
write a function `serialize(kind, records) -> str`, and add one line to `LIST_FORMATS`. The command line offers it from
then on.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    Names that end with one of `other_suffixes` are of this format too.
    """

    summary: str
    module: str
    suffix: str
    text: bool = True
    other_suffixes: tuple[str, ...] = ()

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffix

    @property
    def is_page(self) -> bool:
        """Whether it is for a browser to show."""
        return self.suffix == ".html"

    def export(self, selection: "Selection") -> bytes | Files:
        """The selection in this format: the contents of one file, or those of a folder. Raises NotExported."""
        function = import_module(self.module).export
        return cast("Callable[[Selection], bytes | Files]", function)(selection)

    def remarks(self, selection: "Selection") -> Sequence[str]:
        """What this format lacks of the selection on this machine, a line each; nothing when it lacks nothing."""
        function = getattr(import_module(self.module), "remarks", None)
        return () if function is None else cast("Callable[[Selection], Sequence[str]]", function)(selection)


FORMATS: dict[str, Format] = {
    "markdown": Format("a briefing with footnotes, which pandoc makes a document of", "tui.export.markdown", ".md"),
    "html": Format("one web page with everything in it, for any browser", "tui.export.html", ".html"),
    "json": Format("everything, to be opened again or read by programs", "tui.export.json", ".json"),
    "csv": Format("a folder of tables, one for each kind of record", "tui.export.csv_folder", ""),
    "excel-csv": Format("the same with byte order marks and semicolons, for Excel", "tui.export.excel_csv", ""),
    "excel": Format("a workbook with a sheet for each kind", "tui.export.excel", ".xlsx", text=False),
    "sqlite": Format(
        "a database with full-text search, for Datasette", "tui.export.sqlite", ".db", False, (".sqlite", ".sqlite3")
    ),
    "graphml": Format("the network, for Cytoscape, yEd, igraph and networkx", "tui.export.graphml", ".graphml"),
    "gexf": Format("the network over time, for Gephi", "tui.export.gexf", ".gexf"),
    "bibtex": Format("the sources, for LaTeX and reference managers", "tui.export.bibtex", ".bib"),
    "csl": Format("the sources as CSL-JSON, for Zotero and pandoc", "tui.export.csl", ".csl.json"),
    "bundle": Format(
        "one zip with the dossier, its copies, briefing, page and hashes",
        "tui.export.bundle",
        ".zip",
        False,
    ),
}
"""The formats of a whole dossier by name, in the order in which they are offered."""


def format_of_path(path: str) -> str:
    """The name of the format that the end of a path tells, the longest that does; empty when none does."""
    told = [
        (len(suffix), name)
        for name, each in reversed(FORMATS.items())
        for suffix in (each.suffix, *each.other_suffixes)
        if suffix and path.lower().endswith(suffix)
    ]
    return max(told, key=lambda pair: pair[0])[1] if told else ""


class ListFormat(NamedTuple):
    """A format of the records of one kind: a short description, and the module that writes it."""

    summary: str
    module: str

    def serialize(self, kind: "type[Record]", records: "Iterable[Record]") -> str:
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


def view_as_csv(view: str, dossier: "Dossier", moment: "Date | None") -> tuple[str, str]:
    """The table of a view, as of a moment, as CSV, and what it leaves out, in words. `view` is one of `VIEW_TABLES`."""
    module = import_module(VIEW_TABLES[view])
    return module.as_csv(dossier, moment), module.remark(dossier, moment)
