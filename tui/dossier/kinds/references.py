"""The ids and cites in a record: what it refers to, and where that is written."""

from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import fields, replace

from tui.dossier.kinds.kind import AnyKind, Reference
from tui.dossier.kinds.record import Part, Record
from tui.dossier.kinds.registry import KINDS
from tui.dossier.problems import TreePath
from tui.dossier.values.cite import Cite
from tui.dossier.values.text import Safe

R = TypeVar("R", bound=Record)


class ReferenceValue(NamedTuple):
    """One id that a record refers to; `path` is relative to the record."""

    reference: Reference
    id: Safe
    path: TreePath


def references(record: Record) -> Iterator[ReferenceValue]:
    """Every id that `record` refers to, except in cites. Values that could not be read are skipped."""
    for reference in KINDS[record.TABLE].references:
        if reference.part:
            yield from _references_in_parts(record, reference)
            continue
        value = getattr(record, reference.attribute or reference.key)
        if not value:
            continue
        if isinstance(value, str):
            yield ReferenceValue(reference, Safe(value), (reference.key,))
        else:
            for index, name in enumerate(value):
                if name:
                    yield ReferenceValue(reference, name, (reference.key, index))


def named(record: Record) -> list[tuple[Reference, Safe]]:
    """Every id that `record` refers to, except in cites, as `references` finds them but not where each is written."""
    found: list[tuple[Reference, Safe]] = []
    for reference, read in readers(KINDS[record.TABLE]):
        if read is None:
            found += [(reference, name) for _, name, _ in _references_in_parts(record, reference)]
        elif value := read(record):
            if value.__class__ is str:
                found.append((reference, Safe(value)))
            else:
                found += [(reference, name) for name in value if name]
    return found


@cache
def readers(kind: AnyKind) -> list[tuple[Reference, Callable[[Record], Any] | None]]:
    """The references of a kind, each with what reads its value in a record; None for one in the parts of a record."""
    return [
        (reference, None if reference.part else attrgetter(reference.attribute or reference.key))
        for reference in kind.references
    ]


def _references_in_parts(record: Record, reference: Reference) -> Iterator[ReferenceValue]:
    for number, part in enumerate(getattr(record, reference.part) or ()):
        value = getattr(part, reference.attribute or reference.key, None)
        names = (
            [((), value)] if isinstance(value, str) else [((index,), name) for index, name in enumerate(value or ())]
        )
        for index, name in names:
            if name:
                yield ReferenceValue(reference, Safe(name), (reference.part, number, reference.key, *index))


def repeated(record: Record) -> list[tuple[str, tuple[Safe, ...]]]:
    """The keys under which `record` lists an id more than once, and what it lists, except where that is an error."""
    found = []
    for reference, read in readers(KINDS[record.TABLE]):
        if read is not None and not reference.distinct:
            value = read(record)
            if value.__class__ is tuple and len(value) > 1 and len(set(value)) < len(value):
                found.append((reference.key, value))
    return found


def without_repetition(record: R) -> R:
    """`record` with every id listed once under each key."""
    once = {key: tuple(dict.fromkeys(names)) for key, names in repeated(record)}
    return replace(record, **once) if once else record


def referring_only_to(record: R, is_there: Callable[[str], bool]) -> R | None:
    """`record` with those of its references that lead to something there; None when it cannot be without another.

    Cites are left as they are.
    """
    changes: dict[str, Any] = {}
    for reference in KINDS[record.TABLE].references:
        attribute = reference.attribute or reference.key
        if reference.part:
            parts = changes.get(reference.part, getattr(record, reference.part))
            changes[reference.part] = tuple(replace(part, **_kept(part, attribute, is_there)) for part in parts)
        else:
            changes |= _kept(record, attribute, is_there)
    if any(changes[info.name] is None for info in fields(type(record)) if info.required and info.name in changes):
        return None
    return replace(record, **changes) if changes else record


def _kept(holder: Part, attribute: str, is_there: Callable[[str], bool]) -> dict[str, Any]:
    """What `attribute` holds without the ids that are not there; nothing where all are."""
    value = getattr(holder, attribute)
    if isinstance(value, str):
        return {} if is_there(value) else {attribute: None}
    return {} if all(map(is_there, value or ())) else {attribute: tuple(filter(is_there, value))}


def cites(record: Record) -> Iterator[tuple[Cite, TreePath]]:
    """Every cite of `record` and where it is written, relative to the record. Unreadable ones are skipped."""
    for index, cite in enumerate(getattr(record, "cite", None) or ()):
        if cite.source:
            yield cite, ("cite", index)
    for key in KINDS[record.TABLE].parts:
        for number, part in enumerate(getattr(record, key) or ()):
            for index, cite in enumerate(getattr(part, "cite", None) or ()):
                if cite.source:
                    yield cite, (key, number, "cite", index)


def cited(record: Record) -> list[Cite]:
    """Every cite of `record`, as `cites` finds them but not where each is written."""
    if KINDS[record.TABLE].parts:
        return [cite for cite, _ in cites(record)]
    return [cite for cite in getattr(record, "cite", None) or () if cite.source]
