"""The keys of a kind of record, sorted by how a table can hold them: from the declaration of the kind alone."""

from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, get_origin

from msgspec.structs import fields

from tui.dossier.format.decode_errors import item_type, options
from tui.dossier.kinds import AnyKind, Part, Reference
from tui.dossier.values.cite import Cites

Shape = Literal["text", "number", "truth", "id", "ids", "texts", "parts", "cites"]
"""One value (the first four), or a list of ids, of texts, of tables, of cites."""

_LAST = ("tags", "note")
"""Keys that come after the own ones of a kind."""


class Key(NamedTuple):
    """A key of a record or of a table in one: as it is written, what it is called in Python, and its shape.

    `reference` says where its ids lead. `part_type` is the type of the tables in a list of them.
    """

    name: str
    attribute: str
    shape: Shape
    meaning: str
    reference: Reference | None = None
    part_type: type[Part] | None = None

    @property
    def is_list(self) -> bool:
        """Whether a record may have several of it."""
        return self.shape in ("ids", "texts", "parts", "cites")

    @property
    def target(self) -> str:
        """The one table whose ids it holds; empty when it holds none, or those of several tables."""
        targets = self.reference.targets if self.reference is not None else frozenset()
        return next(iter(targets)) if len(targets) == 1 else ""


@cache
def keys_of(kind: AnyKind, part: str = "") -> tuple[Key, ...]:
    """The keys of a kind but its id, in the order of its declaration; those of the tables under its key `part`."""
    holder: type[Part] = kind.record_type
    if part:
        holder = next(key.part_type for key in keys_of(kind) if key.name == part and key.part_type is not None)
    references = {each.key: each for each in kind.references if each.part == part}
    keys = [
        Key(info.encode_name, info.name, *_shape(info.type, references.get(info.encode_name)))
        for info in fields(holder)
        if part or info.encode_name != "id"
    ]
    return tuple(sorted(keys, key=lambda key: key.name in _LAST and not part))


def _shape(kind: Any, reference: Reference | None) -> tuple[Shape, str, Reference | None, type[Part] | None]:
    meaning, kinds = _meaning(kind), list(options(kind))
    if Cites in kinds:
        return "cites", meaning, None, None
    if (inner := item_type(kind)) is not None:
        if isinstance(inner, type) and issubclass(inner, Part):
            return "parts", meaning, None, inner
        return ("ids" if reference else "texts"), meaning, reference, None
    if reference is not None:
        return "id", meaning, reference, None
    return ("truth" if bool in kinds else "number" if int in kinds else "text"), meaning, None, None


def _meaning(kind: Any) -> str:
    """The description that a type is annotated with, for somebody who sees no TOML."""
    notes = kind.__metadata__ if get_origin(kind) is Annotated else ()
    return next((note.description for note in notes if getattr(note, "description", None)), "").replace("`", "")
