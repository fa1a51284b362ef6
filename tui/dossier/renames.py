"""Which records have only changed their ids between two readings of a dossier."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import chain

from msgspec import Struct

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Record

MOST = 2000
"""The most records that came, or went, among which renamed ones are looked for."""


def renames(before: Dossier, now: Dossier, removed: Iterable[str], added: Iterable[str]) -> dict[str, str]:
    """The old id -> the new id of every record that went and came again as it was, in the same table.

    References between records that are renamed at once may follow; any other difference makes two records of them.
    Records that are all alike are taken in their order, and for none where the numbers of old and new ones differ.
    """
    old, new = [before.records[name] for name in removed], [now.records[name] for name in added]
    found: dict[str, str] = {}
    if max(len(old), len(new)) > MOST:
        return found
    while old and new:
        arrived = _by_content(new, {})
        pairs: dict[str, str] = {
            gone.id: come.id
            for content, records in _by_content(old, found).items()
            if len(arrived.get(content, ())) == len(records)
            for gone, come in zip(records, arrived[content], strict=True)
        }
        if not pairs:
            break
        found |= pairs
        taken = frozenset(pairs.values())
        old, new = [record for record in old if record.id not in pairs], [one for one in new if one.id not in taken]
    return found


def _by_content(records: Iterable[Record], ids: Mapping[str, str]) -> dict[Hashable, list[Record]]:
    """Records by what they say but for their id, where `ids` have new names."""
    found: dict[Hashable, list[Record]] = {}
    for record in records:
        found.setdefault(_content(record, ids), []).append(record)
    return found


def _content(value: object, ids: Mapping[str, str]) -> Hashable:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, Struct):
        own = "id" if isinstance(value, Record) else ""
        fields = (_content(getattr(value, field), ids) for field in value.__struct_fields__ if field != own)
        return tuple(chain((type(value),), fields))
    if isinstance(value, tuple):
        return tuple(_content(item, ids) for item in value)
    return value
