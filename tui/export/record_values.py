"""The values of a record as plain data, for every export format."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec.structs import fields

from tui.dossier.kinds import Part
from tui.dossier.values.cite import SUPPORTS, Cite, Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.locators import places


def record_values(record: Part) -> dict[str, Any]:
    """A record as it would be written in the dossier: the keys of the format, without those that have no value.

    A key that every record needs is there even if it lists nothing.
    """
    values: dict[str, Any] = {}
    needed = _needed(type(record))
    for name, key in zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True):
        value = _value(getattr(record, name))
        if value not in (None, "", [], {}) or name in needed:
            values[key] = value
    return values


@cache
def _needed(part_type: type[Part]) -> frozenset[str]:
    return frozenset(info.name for info in fields(part_type) if info.required)


def _value(value: object) -> Any:
    if isinstance(value, Date):
        return value.text
    if isinstance(value, Cites):
        return [_cite(cite) for cite in value]
    if isinstance(value, Part):
        return record_values(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value


def _cite(cite: Cite) -> str | dict[str, Any]:
    """A cite in its short form, or as a table when it has more than places: words, a stance, a grade."""
    if not (cite.exact or cite.grade) and cite.stance == SUPPORTS:
        return str(cite.short_form)
    values: dict[str, Any] = {"source": str(cite.source)}
    if cite.first:
        values["p"] = cite.first if cite.first == cite.last else f"{cite.first}-{cite.last}"
    values |= {place.locator: place.value for place in places(cite.locator)}
    for key in ("exact", "prefix", "suffix", "grade"):
        if text := getattr(cite, key):
            values[key] = str(text)
    if cite.stance != SUPPORTS:
        values["stance"] = cite.stance
    return values
