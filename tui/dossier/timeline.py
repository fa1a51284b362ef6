"""The order of events as far as dates and `after` support it, and the time between them in words.

Defined for any events: references to missing events and cycles are ignored.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Event
from tui.dossier.once import once_per_dossier
from tui.dossier.values.dates import Day
from tui.dossier.values.intervals import begins_before, relation_words

SortKey = tuple[Day, Day]
_NO_DATE: SortKey = ((99999, 1, 1), (99999, 1, 1))
"""Sorts after every date."""

UNPLACED = -1
"""The run of an event that neither a date nor `after` relates to another."""


class Moment(NamedTuple):
    """One event at its place in the timeline.

    `placed`: "dated", "related" (only by `after`, to or from another event) or "unplaced". `run`: 0 for all that dates
    reach, a number of its own for each group of events that only `after` joins, or UNPLACED; nothing is known about the
    order of two runs. `order_known`: whether the preceding moment of the run is known to be earlier, or to have begun
    earlier where it lasts. `gap`: the time since the last dated event in words, or that it falls within it; empty where
    dates say nothing. `contradicts`: the event it follows by `after` although its own date is earlier, or empty;
    `after` takes precedence over dates, as it is stated on purpose.
    """

    event: Event
    placed: Literal["dated", "related", "unplaced"]
    run: int
    order_known: bool = False
    gap: str = ""
    contradicts: str = ""


class Timeline:
    """The moments of a dossier in order: by date, then the runs that only `after` joins, then unplaced events."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.moments = tuple(_moments(tuple(events)))
        self.position: dict[str, int] = {moment.event.id: number for number, moment in enumerate(self.moments)}

    def moment(self, name: str) -> Moment:
        """Return the moment of the event with the id `name`. Raises KeyError when there is none."""
        return self.moments[self.position[name]]

    def neighbours(self, name: str) -> tuple[Moment | None, Moment | None]:
        """Return the moments before and after an event in its run; None at its ends, or if there is no such event."""
        position = self.position.get(name)
        if position is None or self.moments[position].run == UNPLACED:
            return None, None
        run = self.moments[position].run
        return self._in_run(position - 1, run), self._in_run(position + 1, run)

    def _in_run(self, position: int, run: int) -> Moment | None:
        if not 0 <= position < len(self.moments) or self.moments[position].run != run:
            return None
        return self.moments[position]


def timeline_of(dossier: Dossier) -> Timeline:
    """The events of a dossier in order, which is worked out once."""
    return _timeline_of(dossier, ())


@once_per_dossier
def _timeline_of(dossier: Dossier, _: tuple[()]) -> Timeline:
    return Timeline(dossier.records_of(Event))


class _Precedence(NamedTuple):
    """`after` as an acyclic graph over event numbers: predecessors, successors, and a topological order."""

    predecessors: list[list[int]]
    successors: list[list[int]]
    topological: list[int]


def _moments(events: Sequence[Event]) -> Iterator[Moment]:
    """Yield the moments in order: a topological sort that takes the event with the lowest sort key first."""
    precedence = _precedence(events)
    keys, key_origins = _sort_keys(events, precedence)
    runs = _runs(events, precedence)
    # Unplaced events come last; a run without a date is kept together.
    ranks = [run if run != UNPLACED else len(events) + 1 for run in runs]
    pending = [len(predecessors) for predecessors in precedence.predecessors]
    queue: list[tuple[int, SortKey, int]] = []
    for number, count in enumerate(pending):
        if not count:
            heappush(queue, (ranks[number], keys[number], number))
    previous: int | None = None
    last_dated: int | None = None
    while queue:
        _, key, number = heappop(queue)
        event = events[number]
        for successor in precedence.successors[number]:
            pending[successor] -= 1
            if keys[successor] == _NO_DATE:
                keys[successor] = key
            if not pending[successor]:
                heappush(queue, (ranks[successor], keys[successor], successor))
        contradicts, gap = "", ""
        if event.date is not None:
            origin = key_origins[number]
            origin_date = events[origin].date if origin is not None else None
            if origin is not None and origin_date and event.date.latest and event.date.latest < origin_date.earliest:
                contradicts = events[origin].id
            else:
                gap = _gap(events, last_dated, event, previous)
                last_dated = number
        placed: Literal["dated", "related", "unplaced"]
        placed = "dated" if event.date is not None else "unplaced" if runs[number] == UNPLACED else "related"
        order_known = runs[number] != UNPLACED and _is_known_earlier(events, precedence, previous, number)
        yield Moment(event, placed, runs[number], order_known, gap, contradicts)
        previous = number


def _gap(events: Sequence[Event], last_dated: int | None, event: Event, previous: int | None) -> str:
    """Return the time since the last dated event in words; they name its date where another event comes between."""
    since = events[last_dated].date if last_dated is not None else None
    if since is None or event.date is None:
        return ""
    return relation_words(since, event.date, adjacent=previous == last_dated)


def _is_known_earlier(events: Sequence[Event], precedence: _Precedence, previous: int | None, number: int) -> bool:
    """Return whether `after` or dates prove the directly preceding event earlier."""
    if previous is None:
        return False
    if previous in precedence.predecessors[number]:
        return True
    earlier, later = events[previous].date, events[number].date
    return bool(earlier and later and begins_before(earlier, later))


def _precedence(events: Sequence[Event]) -> _Precedence:
    """Build the graph of `after` by Kahn's algorithm; each cycle is broken at its first event in the file."""
    numbers = {event.id: number for number, event in enumerate(events)}
    predecessors = [
        list(dict.fromkeys(numbers[name] for name in event.after if name in numbers and numbers[name] != number))
        for number, event in enumerate(events)
    ]
    successors: list[list[int]] = [[] for _ in events]
    for number, earlier in enumerate(predecessors):
        for predecessor in earlier:
            successors[predecessor].append(number)
    pending = [len(earlier) for earlier in predecessors]
    queue = [number for number, count in enumerate(pending) if not count]
    queued = [not count for count in pending]
    topological: list[int] = []
    first_unqueued = 0
    while len(topological) < len(events):
        if not queue:  # only cycles are left
            while queued[first_unqueued]:
                first_unqueued += 1
            queue, queued[first_unqueued] = [first_unqueued], True
        number = heappop(queue)
        topological.append(number)
        for successor in successors[number]:
            pending[successor] -= 1
            if not pending[successor] and not queued[successor]:
                queued[successor] = True
                heappush(queue, successor)
    rank = {number: position for position, number in enumerate(topological)}
    return _Precedence(
        [[other for other in earlier if rank[other] < rank[number]] for number, earlier in enumerate(predecessors)],
        [[other for other in later if rank[other] > rank[number]] for number, later in enumerate(successors)],
        topological,
    )


def _sort_keys(events: Sequence[Event], precedence: _Precedence) -> tuple[list[SortKey], list[int | None]]:
    """Return the sort key of each event, and the event that lent it the key through `after`, if one did.

    The key is the event's own date, or the latest of those it follows when that is later; without either, that of the
    first event it precedes. So no event sorts before one that it follows.
    """
    keys = [event.date.order if event.date is not None else _NO_DATE for event in events]
    origins: list[int | None] = [None] * len(events)
    for number in precedence.topological:
        for predecessor in precedence.predecessors[number]:
            lent = keys[predecessor]
            if lent != _NO_DATE and (keys[number] == _NO_DATE or lent > keys[number]):
                keys[number] = lent
                origins[number] = predecessor if origins[predecessor] is None else origins[predecessor]
    for number in reversed(precedence.topological):
        if keys[number] == _NO_DATE:
            keys[number] = min((keys[successor] for successor in precedence.successors[number]), default=_NO_DATE)
    return keys, origins


def _runs(events: Sequence[Event], precedence: _Precedence) -> list[int]:
    """Return the run of each event: the connected components of `after`, with all that reach a date in run 0."""
    runs = [UNPLACED] * len(events)

    def mark(start: list[int], run: int) -> None:
        stack = start
        while stack:
            number = stack.pop()
            if runs[number] == UNPLACED:
                runs[number] = run
                stack += [*precedence.predecessors[number], *precedence.successors[number]]

    mark([number for number, event in enumerate(events) if event.date is not None], 0)
    run = 0
    for number in range(len(events)):
        related = precedence.predecessors[number] or precedence.successors[number]
        if runs[number] == UNPLACED and related:
            run += 1
            mark([number], run)
    return runs
