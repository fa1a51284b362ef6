"""The span in which something holds, and whether it holds at a moment: a date that may be imprecise itself.

Everything is decided by the days that dates certainly exclude. A qualified date (`~`, `?`, `%`) may be off by one unit
of its own precision, or of the coarsest of its parts that are in doubt.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from tui.dossier.values.dates import Date, day_number

State = Literal["holds", "perhaps", "undated", "not begun", "ended"]
"""What is known of something at a moment. The first three count, the last two do not."""

COUNTED: frozenset[State] = frozenset(("holds", "perhaps", "undated"))

ALWAYS = 10**9
"""A bound that is open: later than the number of any day, and negated earlier."""
_UNITS = {"day": 1, "month": 28, "year": 365, "decade": 3652, "century": 36524}
"""Precision -> by how many days a qualified date may be off: never into the unit after the next."""


class Lifetime(NamedTuple):
    """From when to when something holds.

    `begins` and `ends` are the dates that decide it, None where it is open. It begins at the earliest on `begin_low`
    and at the latest on `begin_high`, and ends likewise; these are numbers of days, for comparison only. What does not
    last, `happens`: once it has begun it stays so.
    """

    begins: Date | None
    ends: Date | None
    begin_low: int = -ALWAYS
    begin_high: int = -ALWAYS
    end_low: int = ALWAYS
    end_high: int = ALWAYS
    happens: bool = False

    def state(self, moment: "Bounds") -> State:
        """Whether it holds at a moment, given by its bounds; of what happens, whether it has by the end of it."""
        first, last = moment
        if self.begin_low > last:
            return "not begun"
        if self.happens:
            return "holds" if self.begin_high <= last else "perhaps"
        if self.end_high < first:
            return "ended"
        return "holds" if self.begin_high <= first and self.end_low >= last else "perhaps"

    def within(self, other: "Lifetime") -> "Lifetime":
        """The part of it that lies in another lifetime."""
        begins = other.begins if other.begin_low > self.begin_low else self.begins
        ends = other.ends if other.end_high < self.end_high else self.ends
        return Lifetime(
            begins,
            ends,
            max(self.begin_low, other.begin_low),
            max(self.begin_high, other.begin_high),
            min(self.end_low, other.end_low),
            min(self.end_high, other.end_high),
        )


Bounds = tuple[int, int]
"""The first and the last day that a date may mean, numbered."""


@lru_cache(1 << 12)
def occurrence(date: Date, *, lasts: bool = False) -> Lifetime:
    """The lifetime of what happens at a date: some time in it, or all through it when it `lasts`."""
    first, last = bounds(date)
    return Lifetime(date, None, first, first if lasts else last, happens=True)


def lifetime(begins: Date | None, ends: Date | None) -> Lifetime | None:
    """The lifetime between two dates; None where neither is known."""
    if begins is None and ends is None:
        return None
    begin_low, begin_high = bounds(begins) if begins is not None else (-ALWAYS, -ALWAYS)
    end_low, end_high = bounds(ends) if ends is not None else (ALWAYS, ALWAYS)
    return Lifetime(begins, ends, begin_low, begin_high, end_low, end_high)


def bounds(date: Date) -> Bounds:
    """The first and the last day that `date` may mean."""
    first = -ALWAYS if date.open_start else day_number(date.earliest)
    last = ALWAYS if date.latest is None else day_number(date.latest)
    if doubt := date.doubt:
        unit = _UNITS[doubt]
        return first - unit, last + unit
    return first, last
