"""What every kind of record shares: typed, frozen structs, and the types of their fields.

One declaration serves validation, the JSON Schema and the program. Every string in a record has been cleaned, so it is
safe to display. Ids are unique across all tables.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from tui.dossier.values.text import Safe

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 60

Id = Annotated[Safe, Meta(pattern=ID_PATTERN, max_length=ID_LENGTH, description="Unique across all tables.")]
Ref = Annotated[Safe, Meta(min_length=1, description="The id of a record.")]
Refs = tuple[Ref, ...]
Text = Annotated[Safe, Meta(min_length=1)]
DateText = Annotated[Safe, Meta(description="The date in the words the source prints.")]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Anything that is written as one TOML table."""


class Record(Part, frozen=True, kw_only=True):
    """An entry of one of the dossier's tables; `TABLE` is the table's name."""

    TABLE: ClassVar[str] = ""
    id: Id
    note: Annotated[Safe, Meta(description="The editor's remark: readings and doubts go here.")] = Safe("")


Tables = dict[str, list[tuple[int, Record]]]
"""Table name -> its readable records, each with its index in the file."""
