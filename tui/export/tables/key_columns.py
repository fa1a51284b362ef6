"""The columns of the keys of a record, and what stands in them."""

from __future__ import annotations

from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.dossier.source_names import source_names
from tui.dossier.values.cite import Cite
from tui.dossier.values.dates import Date
from tui.export.tables.keys import Key
from tui.export.tables.table import JOINT, Cell, Column, Join

RECORDS = "records"
"""The table of all records: what an id leads to that may be of any kind."""


def columns_of(key: Key) -> list[Column]:
    """The columns of a key: the value itself where there is one, and what is beside it for reading."""

    def joined(name: str, join: Join, meaning: str = key.meaning) -> Column:
        return Column(name, meaning, own=False, join=join, of=key.name)

    match key.shape:
        case "id":
            return [
                Column(key.name, key.meaning, target=key.target or RECORDS),
                joined(f"{key.name}_name", "name", f"The name of {key.name}."),
            ]
        case "ids":
            return [joined(key.name, "ids"), joined(f"{key.name}_names", "names", f"The names of {key.name}.")]
        case "texts":
            return [joined(key.name, "texts")]
        case "parts":
            first = key.part_type.__struct_encode_fields__[0] if key.part_type is not None else ""
            return [joined(key.name, "titles")._replace(lists=first)]
        case "cites":
            return [
                joined(key.name, "cites"),
                joined(f"{key.name}_sources", "sources", "The short names of the sources."),
                joined(f"{key.name}_titles", "source titles", "The titles of the sources."),
                joined(f"{key.name}_places", "places", "Where in the sources it is."),
            ]
        case "text" | "number" | "truth":
            return [Column(key.name, key.meaning, key.shape)]


class KeyCells:
    """Makes the cells of the keys of records, in the order of their columns."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.short_names = source_names(dossier.records_of(Source))
        """The short name of each source by its id."""

    def of(self, key: Key, value: Any) -> list[Cell]:
        """The cells of the columns of a key that holds `value`."""
        name = self._dossier.name
        match key.shape:
            case "id":
                return [value, name(value) if value else None]
            case "ids":
                return [JOINT.join(value), JOINT.join(map(name, value))]
            case "texts":
                return [JOINT.join(value)]
            case "parts":
                return [JOINT.join(str(getattr(item, item.__struct_fields__[0])) for item in value)]
            case "cites":
                cites: tuple[Cite, ...] = value or ()
                return [
                    JOINT.join(cite.short_form for cite in cites),
                    JOINT.join(map(self.source_name, cites)),
                    JOINT.join(map(self.source_title, cites)),
                    JOINT.join(cite.where for cite in cites),
                ]
        return [value.text if isinstance(value, Date) else value]

    def source_name(self, cite: Cite) -> str:
        """The short name of the source of a cite."""
        return self.short_names.get(cite.source, cite.source)

    def source_title(self, cite: Cite) -> str:
        """The title of the source of a cite."""
        source = self._dossier.find(Source, cite.source)
        return source.title if source is not None else ""
