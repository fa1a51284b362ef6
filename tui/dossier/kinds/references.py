"""The ids and cites in a record: what it refers to, and where that is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.dossier.kinds.kind import Reference
from tui.dossier.kinds.record import Part, Record
from tui.dossier.kinds.registry import KINDS
from tui.dossier.problems import Path
from tui.dossier.values.cite import Cite
from tui.dossier.values.text import Safe


class ReferenceValue(NamedTuple):
    """One id that a record refers to; `path` is relative to the record."""

    reference: Reference
    id: Safe
    path: Path


def references(record: Record) -> Iterator[ReferenceValue]:
    """Every id that `record` refers to, cites apart. Values that could not be read are passed over."""
    for reference in KINDS[record.TABLE].references:
        if reference.part:
            for number, part in enumerate(getattr(record, reference.part) or ()):
                if part:
                    yield from _values(reference, part, (reference.part, number))
        elif getattr(record, reference.attribute or reference.key):
            yield from _values(reference, record, ())


def _values(reference: Reference, part: Part, path: Path) -> Iterator[ReferenceValue]:
    value = getattr(part, reference.attribute or reference.key)
    if isinstance(value, str):
        if value:
            yield ReferenceValue(reference, Safe(value), (*path, reference.key))
        return
    for index, name in enumerate(value or ()):
        if name:
            yield ReferenceValue(reference, name, (*path, reference.key, index))


def cites(record: Record) -> Iterator[tuple[Cite, Path]]:
    """Every cite of `record` and where it is written, relative to the record. Unreadable ones are passed over."""
    yield from _cites(record, ())
    for key in KINDS[record.TABLE].parts:
        for number, part in enumerate(getattr(record, key) or ()):
            if part:
                yield from _cites(part, (key, number))


def _cites(part: Part, path: Path) -> Iterator[tuple[Cite, Path]]:
    for index, cite in enumerate(getattr(part, "cite", None) or ()):
        if cite.source:
            yield cite, (*path, "cite", index)
