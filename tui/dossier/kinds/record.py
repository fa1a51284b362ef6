"""What every kind of record shares: typed, frozen structs, and the types of their fields.

One declaration serves validation, the JSON Schema and the program. Every string in a record has been cleaned, so it is
safe to display. Ids are unique across all tables.
"""

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from tui.dossier.values.cite import Cites
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import Status

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 60

Id = Annotated[
    Safe,
    Meta(pattern=ID_PATTERN, max_length=ID_LENGTH, description="The name of the record, unique across all tables."),
]
REFERENCE = Meta(min_length=1, description="The id of a record.")
Ref = Annotated[Safe, REFERENCE]
Refs = tuple[Ref, ...]
Text = Annotated[Safe, Meta(min_length=1)]

# What the same key means in every kind that has it.

DateText = Annotated[Safe, Meta(description="The date in the words the source prints, with or without a date.")]
By = Annotated[Refs, Meta(description="Actors or sources: who says so.")]
DeniedBy = Annotated[Refs, Meta(description="Actors or sources: who denies it.")]
Cited = Annotated[Cites, Meta(description="Where the source says so: a cite or a list of them.")]
Firmness = Annotated[
    Status, Meta(description="How firm the statement is; it decides what else is needed, and what is counted.")
]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Anything that is written as one TOML table."""


class Record(Part, frozen=True, kw_only=True):
    """An entry of one of the dossier's tables; `TABLE` is the table's name."""

    TABLE: ClassVar[str] = ""
    id: Id
    tags: Annotated[
        tuple[Text, ...], Meta(description="Free words by which you sort your records, such as `gas` or `to-check`.")
    ] = ()
    note: Annotated[Safe, Meta(description="The editor’s remark: readings and doubts go here.")] = Safe("")


Tables = dict[str, list[tuple[int, Record]]]
"""Table name -> its readable records, each with its index in the file."""
