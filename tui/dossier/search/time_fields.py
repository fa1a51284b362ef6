"""The fields of a query that ask for a date: `before:1956`, `after:1956-11`, `in:1956`, `at:1956`.

`before:` finds what may have happened or begun before the date, `after:` what may have happened after it or was still
there then, `in:` what may have been there for a part of it, `at:` what may be there through it. What has no date is
found by none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui.dossier.values.lifetimes import COUNTED, Bounds, Lifetime


def _last(span: Lifetime) -> int:
    """The last day on which it may be there; of what happens, on which it may happen."""
    return span.begin_high if span.happens else span.end_high


TIME_FIELDS: Mapping[str, Callable[[Lifetime, Bounds], bool]] = MappingProxyType(
    {
        "before": lambda span, date: span.begin_low < date[0],
        "after": lambda span, date: _last(span) > date[1],
        "in": lambda span, date: span.begin_low <= date[1] and _last(span) >= date[0],
        "at": lambda span, date: (
            span.begin_low <= date[1] and span.begin_high >= date[0] if span.happens else span.state(date) in COUNTED
        ),
    }
)
"""Name -> whether a record with that lifetime is found by a date, given by its bounds."""
