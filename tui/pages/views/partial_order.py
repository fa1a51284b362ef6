"""Events of which only before and after are known, as the partial order that they have: a tree of what follows what."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Literal

from tui.dossier.kinds import Event
from tui.pages.page import Span
from tui.pages.timeline_blocks import BranchEntry
from tui.pages.truncation import brief

Joint = Literal["root", "next", "fork", "branch", "last"]
Stems = tuple[bool, ...]
EntryOf = Callable[[Event, list[str]], BranchEntry]

_DEEPEST = 4
"""The most levels of a tree; what follows from further down begins a tree of its own."""


class PartialOrder:
    """Some events, each after the first events in their order, and which of them each hangs from.

    It hangs from the last one of those that it comes after. `others_of` has those of them that this one does not
    come after itself.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self.events: dict[str, Event] = {event.id: event for event in events}
        self._children: dict[str, list[str]] = {event.id: [] for event in events}
        self._parents: dict[str, str] = {}
        self.others_of: dict[str, list[str]] = {}
        position: dict[str, int] = {}
        earlier: list[int] = []  # of each event those that it comes after, as the bits of a number
        keeps_earlier = any(len(event.after) > 1 for event in events)
        for number, event in enumerate(events):
            known = [name for name in dict.fromkeys(event.after) if name in position]
            parent = max(known, key=position.__getitem__, default="")
            if parent:
                self._parents[event.id] = parent
                self._children[parent].append(event.id)
            implied = earlier[position[parent]] | 1 << position[parent] if parent and keeps_earlier else 0
            self.others_of[event.id] = [
                name
                for name in dict.fromkeys(event.after)
                if name != parent and not (name in position and implied >> position[name] & 1)
            ]
            if keeps_earlier:
                earlier.append(_union(earlier[position[name]] | 1 << position[name] for name in known))
            position[event.id] = number

    def entries(self, entry_of: EntryOf) -> Iterator[BranchEntry]:
        """The events as trees, one after the other. `entry_of` makes an entry of an event and those to name below it.

        These are what it comes after besides what it hangs from.
        """
        roots: deque[str] = deque(name for name in self.events if name not in self._parents)
        while roots:
            root = roots.popleft()
            known = [self._parents[root]] if root in self._parents else []
            deeper: list[str] = []
            pending = self._hanging(root, (), deeper)
            yield entry_of(self.events[root], [*known, *self.others_of[root]])._replace(goes_on=bool(pending))
            while pending:
                name, joint, stems, inner = pending.pop(0)
                made = entry_of(self.events[name], self.others_of[name])
                parent = self.events[self._parents[name]]
                hangs_from = (Span(brief(parent.title), "dim", parent.id),)
                hanging = self._hanging(name, inner, deeper)
                yield made._replace(joint=joint, stems=stems, goes_on=bool(hanging), hangs_from=hangs_from)
                pending[:0] = hanging
            roots.extendleft(reversed(deeper))

    def _hanging(self, name: str, inner: Stems, deeper: list[str]) -> list[tuple[str, Joint, Stems, Stems]]:
        """What hangs from an event, each with its joint, its stems, and those of what hangs from it in turn.

        `inner` are the stems beside it; what would hang too deep is added to `deeper`.
        """
        children = self._children[name]
        if len(children) == 1:
            return [(children[0], "next", inner, inner)]
        if len(inner) >= _DEEPEST:
            deeper += children
            return []
        joints: list[Joint] = ["branch" for _ in children]
        joints[:1], joints[-1:] = ["fork"], ["last"]
        pairs = zip(children, joints, strict=False)
        return [(child, joint, inner, (*inner, joint != "last")) for child, joint in pairs]


def _union(sets: Iterable[int]) -> int:
    """The union of sets, each the bits of a number."""
    return reduce(or_, sets, 0)
