"""The diagram filters as a list: every kind, status and side, whether it is included, and how many ties it has.

Lines are named `kinds:aid`, `statuses:contested`, `sides:armenia`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import get_args

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Tie, counted_as
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.vocabulary import (
    CHOSEN_GLYPH,
    SIGN_GLYPHS,
    STATUSES,
    TIE_SIGNS,
    UNCHOSEN_GLYPH,
    TieKind,
    count_noun,
    words,
)
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.moment_marks import moment_words
from tui.pages.omissions import absent_ties
from tui.pages.page import Span
from tui.pages.span_builder import SpanBuilder


def _sides_touched(dossier: Dossier, ties: Iterable[Tie]) -> Counter[str]:
    """Side -> how many of some ties have an end that is the side or belongs to it."""
    sides = frozenset(dossier.head.sides)
    of_actor = {actor.id: sides & {actor.id, actor.side} for actor in dossier.records_of(Actor)}
    on_a_side = {actor: touched for actor, touched in of_actor.items() if touched}
    counts: Counter[str] = Counter()
    for tie in ties:
        if found := [on_a_side[end] for end in tie.ends if end in on_a_side]:
            counts.update(frozenset().union(*found))
    return counts


class FilterItems:
    """The filters over one dossier; `scope` is their combined effect.

    What they choose from, and what each line is counted among, are the ties that its moment and its facets leave.
    """

    def __init__(self, dossier: Dossier, scope: Scope) -> None:
        self.scope = scope
        self._dossier = dossier
        self._builder = SpanBuilder(dossier, scope)
        absent = absent_ties(self._builder, Scope(statuses=frozenset(), facets=scope.facets).ties(dossier))
        self._moment = f" {moment_words(scope.moment)} · {', '.join(absent)}" if absent and scope.moment else ""
        every = dossier.records_of(Tie)
        self._has = {str(tie.kind) for tie in every} | {str(counted_as(tie)) for tie in every}
        self._ties = Scope(statuses=frozenset(), moment=scope.moment, facets=scope.facets).ties(dossier)
        self._kinds = Counter(str(tie.kind) for tie in self._ties)
        self._statuses = Counter(str(counted_as(tie)) for tie in self._ties)
        touched = _sides_touched(dossier, self._ties)
        self._sides = {str(side): touched[side] for side in dossier.head.sides}

    def groups(self) -> list[ListGroup]:
        """All lines under headings that say how many are counted; only kinds and statuses that occur in the dossier."""
        kinds = tuple(f"kinds:{kind}" for kind in get_args(TieKind) if kind in self._has)
        statuses = tuple(f"statuses:{status}" for status in STATUSES if status in self._has)
        sides = tuple(f"sides:{side}" for side in self._sides)
        titled = {"Status of the tie": statuses, "Side involved": sides, "Kind of tie": kinds}
        return [ListGroup(f"{title} · {self._counted(names)}", names) for title, names in titled.items()]

    def _counted(self, names: tuple[str, ...]) -> str:
        counted = sum(map(self.includes, names))
        return f"{counted:,} of {len(names):,} counted" if counted < len(names) else "all counted"

    def includes(self, name: str) -> bool:
        """Whether a line is included. All sides are when none is selected."""
        field, _, value = name.partition(":")
        if field == "sides":
            return not self.scope.sides or value in self.scope.sides
        return value not in (self.scope.kinds if field == "kinds" else self.scope.statuses)

    def line(self, name: str) -> ListLine:
        """One line: a tick if included, the word, the number of ties."""
        field, _, value = name.partition(":")
        mark = Span(CHOSEN_GLYPH, "strong") if self.includes(name) else Span(UNCHOSEN_GLYPH, "dim")
        if field == "sides":
            spans, count = self._builder.name(value), self._sides[value]
        elif field == "kinds":
            sign = self._builder.sign(TIE_SIGNS[value])
            spans = (Span(f"{SIGN_GLYPHS[TIE_SIGNS[value]]} ", sign.role), Span(words(value)))
            count = self._kinds[value]
        else:
            spans, count = self._builder.status(value), self._statuses[value]
        return ListLine(mark, tuple(span._replace(link="") for span in spans), (Span(f"{count:,}", "dim"),))

    def toggle(self, name: str) -> None:
        """Include or exclude a line. The last side included stays: a scope without sides includes all of them."""
        field, _, value = name.partition(":")
        if field == "sides":
            every = frozenset(self._sides)
            if selected := (self.scope.sides or every) ^ {value}:
                self.scope = self.scope._replace(sides=frozenset() if selected == every else selected)
        elif field == "kinds":
            self.scope = self.scope._replace(kinds=self.scope.kinds ^ {value})
        else:
            self.scope = self.scope._replace(statuses=self.scope.statuses ^ {value})

    def only(self, name: str) -> None:
        """Exclude every other line under the same heading."""
        field, _, value = name.partition(":")
        if field == "sides":
            self.scope = self.scope._replace(sides=frozenset({value}))
        elif field == "kinds":
            self.scope = self.scope._replace(kinds=frozenset(get_args(TieKind)) - {value})
        else:
            self.scope = self.scope._replace(statuses=frozenset(STATUSES) - {value})

    def reset(self) -> None:
        """Include everything except contested, denied and inferred ties."""
        self.scope = DEFAULT_SCOPE._replace(moment=self.scope.moment, facets=self.scope.facets)

    def summary(self) -> str:
        """How many ties the filters admit, and of which: `18 of 23 ties as of 1956 · 2 ended`."""
        counted = f"{len(self.scope.ties(self._dossier)):,} of {count_noun(len(self._ties), 'tie')}"
        found = " in the facets" if self.scope.facets else ""
        return f"{counted}{found}{self._moment}"
