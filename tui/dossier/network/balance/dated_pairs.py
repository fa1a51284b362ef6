"""The pairs of a network from day to day: which signed ties join them, and what a step to another day changes.

A tie is there on each day on which it may be, as in `tui/dossier/as_of.py`: from the first day that its beginning may
mean to the last that its end may.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import Scope
from tui.dossier.network.signed_graph import MAX_PAIRS, MIXED, Ends, Pair, TooManyPairs, ends_of, sign_of
from tui.dossier.values.lifetimes import ALWAYS, Lifetime
from tui.dossier.values.vocabulary import NEITHER

_Order = tuple[int, int]
"""The place of a tie in the file, and of a pair among those that it joins."""
_What = Literal["joins", "leaves", "begins", "ends", "surely begins", "surely ends"]


class _Event(NamedTuple):
    """What is so from a day on: a tie joins a pair or leaves it, an actor begins or ends, a tie is surely there."""

    day: int
    what: _What
    name: str
    ends: Ends = ("", "")
    order: _Order = (0, 0)


_CHANGES: tuple[_What, ...] = ("joins", "leaves", "begins", "ends")
"""The events that change what is counted."""


class Turn(NamedTuple):
    """Two actors whose pair had the sign `before` and has `after`; both are WITH, AGAINST or MIXED."""

    ends: Ends
    before: str
    after: str


class Step(NamedTuple):
    """What a step to another day changes: the ties and actors that came and went, and the pairs that turned.

    `signs` are all pairs whose sign is another, those that have none before or after too.
    """

    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    turned: tuple[Turn, ...] = ()
    actors_came: tuple[str, ...] = ()
    actors_went: tuple[str, ...] = ()
    signs: tuple[Turn, ...] = ()


class DatedPairs:
    """The pairs of a dossier on one day after another; before the first step, on the day before anything changes.

    Only ties in `scope` are counted; its moment does not matter. `changes` are the days on which something that counts
    begins, or is there for the first time no more, by number. `mixed` is the number of pairs that are not counted
    because they are both with and against one another. Raises TooManyPairs.
    """

    def __init__(self, dossier: Dossier, scope: Scope) -> None:
        ties = [tie for tie in scope._replace(moment=None).ties(dossier) if tie.polarity != NEITHER]
        self._lifetimes = lifetimes_of(dossier).by_id
        self._actors = {name: self._lifetimes[name] for name in lifetimes_of(dossier).actors}
        self._tie: dict[str, Tie] = {tie.id: tie for tie in ties}
        self._position: dict[str, int] = {tie.id: position for position, tie in enumerate(ties)}
        self._joined: dict[Ends, dict[_Order, Tie]] = {}
        self._signs: dict[Ends, str] = {}
        self._pairs_of: dict[str, int] = {}
        self._counted_in: Counter[str] = Counter()
        self.mixed = 0
        self._sure: set[str] = set()
        self.perhaps: set[str] = set()
        self.undated: set[str] = set()
        if sum(len(tie.ends) * (len(tie.ends) - 1) // 2 for tie in ties) > MAX_PAIRS:
            raise TooManyPairs(f"the ties join more than {MAX_PAIRS:,} pairs of actors")
        self._events = sorted(self._of_actors() + [event for tie in ties for event in self._of_tie(tie)])
        self._next = 0
        days = dict.fromkeys(event.day for event in self._events if event.what in _CHANGES)
        self.changes = [day for day in days if -ALWAYS < day < ALWAYS]
        if self.changes:
            self.step(self.changes[0] - 1)

    def _of_actors(self) -> list[_Event]:
        begun = [_Event(span.begin_low, "begins", name) for name, span in self._actors.items()]
        return begun + [_Event(span.end_high + 1, "ends", name) for name, span in self._actors.items()]

    def _of_tie(self, tie: Tie) -> Iterator[_Event]:
        own = self._lifetimes.get(tie.id)
        if own is not None and max(own.begin_low, own.begin_high) <= min(own.end_low, own.end_high):
            yield _Event(own.begin_high, "surely begins", tie.id)
            yield _Event(own.end_low + 1, "surely ends", tie.id)
        for number, (first, second) in enumerate(combinations(dict.fromkeys(tie.ends), 2)):
            span = own or Lifetime(None, None)
            if len(tie.between) > 2:
                for actor in (first, second):
                    span = span.within(self._actors[actor]) if actor in self._actors else span
            if span.begin_low <= span.end_high:
                ends, order = ends_of(first, second), (self._position[tie.id], number)
                yield _Event(span.begin_low, "joins", tie.id, ends, order)
                yield _Event(span.end_high + 1, "leaves", tie.id, ends, order)

    def step(self, day: int) -> Step:
        """Go on to a later day, given by its number, and return what is another then."""
        signs: dict[Ends, str] = {}
        ties: dict[str, bool] = {}
        actors: dict[str, list[_What]] = {}
        while self._next < len(self._events) and (event := self._events[self._next]).day <= day:
            self._next += 1
            if event.what in ("begins", "ends"):
                actors.setdefault(event.name, []).append(event.what)
                continue
            ties.setdefault(event.name, event.name in self._pairs_of)
            if event.ends[0] and event.ends not in signs:
                signs[event.ends] = self.sign(event.ends)
                self._count(event.ends, -1)
            self._apply(event)
        for ends in signs:
            self._set_sign(ends)
            self._count(ends, 1)
        for name in ties:
            self._classify(name)
        turned = tuple(Turn(ends, old, new) for ends, old in signs.items() if (new := self.sign(ends)) != old)
        return Step(
            self._in_order(name for name, was in ties.items() if name in self._pairs_of and not was),
            self._in_order(name for name, was in ties.items() if was and name not in self._pairs_of),
            tuple(turn for turn in turned if NEITHER not in turn),
            tuple(name for name, happened in actors.items() if happened == ["begins"]),
            tuple(name for name, happened in actors.items() if happened == ["ends"]),
            turned,
        )

    @property
    def counted_ties(self) -> int:
        """The number of ties in a pair that is counted."""
        return len(self._counted_in)

    def sign(self, ends: Ends) -> str:
        """Return the sign of a pair; NEITHER where no tie joins it."""
        return self._signs.get(ends, NEITHER)

    def pairs(self) -> list[Pair]:
        """Return the pairs that signed ties join, in file order of their first ties."""
        joined = sorted((min(ties), ends) for ends, ties in self._joined.items())
        return [
            Pair(ends, tuple(tie.id for _, tie in sorted(self._joined[ends].items())), self._signs[ends])
            for _, ends in joined
        ]

    def _apply(self, event: _Event) -> None:
        name, ends = event.name, event.ends
        match event.what:
            case "joins":
                self._joined.setdefault(ends, {})[event.order] = self._tie[name]
                self._pairs_of[name] = self._pairs_of.get(name, 0) + 1
            case "leaves":
                del self._joined[ends][event.order]
                self._pairs_of[name] -= 1
                if not self._pairs_of[name]:
                    del self._pairs_of[name]
                if not self._joined[ends]:
                    del self._joined[ends]
            case "surely begins":
                self._sure.add(name)
            case _:
                self._sure.discard(name)

    def _set_sign(self, ends: Ends) -> None:
        if ends in self._joined:
            self._signs[ends] = sign_of(self._joined[ends].values())
        else:
            self._signs.pop(ends, None)

    def _count(self, ends: Ends, step: int) -> None:
        """Count a pair and its ties; with a `step` of −1 take them out of the count."""
        if self.sign(ends) == MIXED:
            self.mixed += step
            return
        for tie in self._joined.get(ends, {}).values():
            self._counted_in[tie.id] += step
            if not self._counted_in[tie.id]:
                del self._counted_in[tie.id]

    def _classify(self, name: str) -> None:
        """Note whether a tie is there for want of a date, or only perhaps."""
        present, dated = name in self._pairs_of, name in self._lifetimes
        for names, belongs in ((self.undated, not dated), (self.perhaps, dated and name not in self._sure)):
            if present and belongs:
                names.add(name)
            else:
                names.discard(name)

    def _in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names, key=self._position.__getitem__))
