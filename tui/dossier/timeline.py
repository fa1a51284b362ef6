"""The order of events as far as dates and `after` support it, and how long lies between them.

May not know how an order is drawn, nor the clock. Total: references that lead nowhere and circles are passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from tui.dossier.kinds import Event
from tui.dossier.values.dates import Day
from tui.dossier.values.dates import words as date_words
from tui.dossier.values.durations import duration_words, is_before

Key = tuple[Day, Day]
_NO_KEY: Key = ((99999, 1, 1), (99999, 1, 1))
"""Sorts behind every date."""


class Moment(NamedTuple):
    """One event in its place.

    `placed`: "dated", "related" (only by what it comes after or before) or "unplaced". `run`: 0 for all that dates
    reach, then one number for each group of events that only `after` joins, -1 for what is unplaced; between runs
    nothing is known. `known`: whether the moment before it in the run is known to be earlier. `gap`: words for the
    time since the last date before it, empty where dates say nothing. `against`: the event that it follows though its
    own date is earlier, if there is one; `after` goes before dates, for a writer states it on purpose.
    """

    event: Event
    placed: Literal["dated", "related", "unplaced"]
    run: int
    known: bool = False
    gap: str = ""
    against: str = ""


class Timeline:
    """The moments of a dossier in order: by date, then the runs that only `after` joins, then what is unplaced."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.moments = tuple(_moments(tuple(events)))
        self.position: dict[str, int] = {moment.event.id: number for number, moment in enumerate(self.moments)}

    def moment(self, name: str) -> Moment:
        """The moment of the event with the id `name`. Raises KeyError when there is none."""
        return self.moments[self.position[name]]

    def neighbours(self, name: str) -> tuple[Moment | None, Moment | None]:
        """The moments before and after an event in its run; None where the run ends, or there is no such event."""
        number = self.position.get(name)
        if number is None or self.moments[number].run < 0:
            return None, None
        run = self.moments[number].run
        around = [self.moments[one] if 0 <= one < len(self.moments) else None for one in (number - 1, number + 1)]
        before, after = (moment if moment is not None and moment.run == run else None for moment in around)
        return before, after


class _Order(NamedTuple):
    """`after` without what leads nowhere: for each event, by its number, those before and those behind it."""

    before: list[list[int]]
    behind: list[list[int]]
    sound: list[int]


def _moments(events: Sequence[Event]) -> Iterable[Moment]:
    order = _order(events)
    keys, origins = _keys(events, order)
    runs = _runs(events, order)
    ready: list[tuple[int, Key, int]] = []
    waiting = [len(before) for before in order.before]
    # What is in no run comes last; a run that has no date is kept together.
    rank = [run if run >= 0 else len(events) + 1 for run in runs]
    for number, count in enumerate(waiting):
        if not count:
            heappush(ready, (rank[number], keys[number], number))
    last: int | None = None
    dated: int | None = None
    while ready:
        _, key, number = heappop(ready)
        event = events[number]
        for follower in order.behind[number]:
            waiting[follower] -= 1
            if keys[follower] == _NO_KEY:
                keys[follower] = key
            if not waiting[follower]:
                heappush(ready, (rank[follower], keys[follower], follower))
        against, gap = "", ""
        origin = origins[number]
        if event.date is not None:
            before = events[origin].date if origin is not None else None
            if origin is not None and before and event.date.latest and event.date.latest < before.earliest:
                against = events[origin].id
            else:
                gap = _gap(events, dated, event, last)
                dated = number
        placed: Literal["dated", "related", "unplaced"]
        placed = "dated" if event.date is not None else "related" if runs[number] >= 0 else "unplaced"
        known = _known(events, order, last, number) if runs[number] >= 0 else False
        yield Moment(event, placed, runs[number], known, gap, against)
        last = number


def _gap(events: Sequence[Event], dated: int | None, event: Event, last: int | None) -> str:
    """The words for the time since the last dated event, which is named by its date where another stands between."""
    since = events[dated].date if dated is not None else None
    if since is None or event.date is None:
        return ""
    return duration_words(since, event.date, "" if last == dated else date_words(since))


def _known(events: Sequence[Event], order: _Order, last: int | None, number: int) -> bool:
    """Whether `last`, right before `number` in the order, is earlier: nothing can stand between to tell it."""
    if last is None:
        return False
    if last in order.before[number]:
        return True
    one, two = events[last].date, events[number].date
    return bool(one and two and is_before(one, two))


def _order(events: Sequence[Event]) -> _Order:
    """`after` as a graph without circles, and the events in an order that is sound by it."""
    numbers = {event.id: number for number, event in enumerate(events)}
    before = [
        list(dict.fromkeys(numbers[name] for name in event.after if name in numbers and numbers[name] != number))
        for number, event in enumerate(events)
    ]
    behind: list[list[int]] = [[] for _ in events]
    for number, earlier in enumerate(before):
        for one in earlier:
            behind[one].append(number)
    waiting = [len(earlier) for earlier in before]
    ready = [number for number, count in enumerate(waiting) if not count]
    sound: list[int] = []
    seen = [not count for count in waiting]
    stuck = 0
    while len(sound) < len(events):
        if not ready:  # a circle: it is opened at its first event
            while seen[stuck]:
                stuck += 1
            ready, seen[stuck] = [stuck], True
        number = heappop(ready)
        sound.append(number)
        for follower in behind[number]:
            waiting[follower] -= 1
            if not waiting[follower] and not seen[follower]:
                seen[follower] = True
                heappush(ready, follower)
    place = {number: at for at, number in enumerate(sound)}
    return _Order(
        [[one for one in earlier if place[one] < place[number]] for number, earlier in enumerate(before)],
        [[one for one in later if place[one] > place[number]] for number, later in enumerate(behind)],
        sound,
    )


def _keys(events: Sequence[Event], order: _Order) -> tuple[list[Key], list[int | None]]:
    """For each event what it is sorted by, and the event whose date that is when `after` lends it one.

    The date is its own, or the latest of those it follows when that is later; without either, that of the first event
    it precedes. So no event sorts before one that it follows.
    """
    keys = [event.date.order if event.date is not None else _NO_KEY for event in events]
    origins: list[int | None] = [None] * len(events)
    for number in order.sound:
        for one in order.before[number]:
            lent = keys[one]
            if lent != _NO_KEY and (keys[number] == _NO_KEY or lent > keys[number]):
                keys[number] = lent
                origins[number] = one if origins[one] is None else origins[one]
    for number in reversed(order.sound):
        if keys[number] == _NO_KEY:
            keys[number] = min((keys[one] for one in order.behind[number]), default=_NO_KEY)
    return keys, origins


def _runs(events: Sequence[Event], order: _Order) -> list[int]:
    """For each event the number of its run: 0 for what dates reach, -1 for what hangs together with nothing."""
    runs = [-1] * len(events)
    starts = [number for number, event in enumerate(events) if event.date is not None]
    number = 0
    for start in (starts, *([one] for one in range(len(events)))):
        if start is not starts and (runs[start[0]] >= 0 or not (order.before[start[0]] or order.behind[start[0]])):
            continue
        number += start is not starts
        todo = [one for one in start if runs[one] < 0]
        while todo:
            one = todo.pop()
            if runs[one] < 0:
                runs[one] = number
                todo += [*order.before[one], *order.behind[one]]
    return runs
