"""What a reader types to narrow a list: words, and dates such as `before:1956`, `after:1956-11`, `in:1956`, `at:1956`.

`before:` finds what may have happened or begun before the date, `after:` what may have happened after it or was still
there then, `in:` what may have been there for a part of it, `at:` what may be there through it. What has no date is
found by none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.dossier.values.dates import parse_date
from tui.dossier.values.lifetimes import COUNTED, Bounds, Lifetime, bounds


class TimeTest(NamedTuple):
    """One `key` with its date, given by its bounds."""

    key: str
    bounds: Bounds

    def admits(self, span: Lifetime) -> bool:
        """Whether a record of that lifetime is found."""
        return _TESTS[self.key](span, self.bounds)


class Query(NamedTuple):
    """The words of a query, its time tests, and what is wrong with it in one line, empty when nothing is."""

    words: str
    tests: tuple[TimeTest, ...] = ()
    error: str = ""

    def admits(self, span: Lifetime | None) -> bool:
        """Whether the time tests admit a record of that lifetime; None for one without dates."""
        return not self.tests or (span is not None and all(test.admits(span) for test in self.tests))


def parse_query(text: str) -> Query:
    """Part a query into its words and its dates. A key without a date yet is left out."""
    words: list[str] = []
    tests: list[TimeTest] = []
    error = ""
    for word in text.split():
        key, colon, value = word.partition(":")
        if not colon or key.lower() not in _TESTS:
            words.append(word)
        elif value:
            try:
                tests.append(TimeTest(key.lower(), bounds(parse_date(value))))
            except ValueError as wrong:
                error = error or f"{key}: {wrong}"
    return Query(" ".join(words), tuple(tests), error)


def _last(span: Lifetime) -> int:
    """The last day on which it may be there; of what happens, on which it may happen."""
    return span.begin_high if span.happens else span.end_high


_TESTS: dict[str, Callable[[Lifetime, Bounds], bool]] = {
    "before": lambda span, date: span.begin_low < date[0],
    "after": lambda span, date: _last(span) > date[1],
    "in": lambda span, date: span.begin_low <= date[1] and _last(span) >= date[0],
    "at": lambda span, date: (
        span.begin_low <= date[1] and span.begin_high >= date[0] if span.happens else span.state(date) in COUNTED
    ),
}
