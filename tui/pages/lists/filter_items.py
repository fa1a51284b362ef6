"""The filters of the pictures as a list: each kind, status and side, whether it is in, and how many ties it has.

Lines are called `kinds:aid`, `statuses:contested`, `sides:armenia`. May not know how they are chosen.
"""

from __future__ import annotations

from collections import Counter
from typing import get_args

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.vocabulary import SIGN_GLYPHS, STATUS_GLYPHS, STATUSES, TIE_SIGNS, TieKind, words
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Role, Span
from tui.pages.span_builder import SpanBuilder

_IN, _OUT = "✓", " "


class FilterItems:
    """The filters over one dossier; `scope` is what they add up to."""

    def __init__(self, dossier: Dossier, scope: Scope) -> None:
        self.scope = scope
        self._dossier = dossier
        self._phrases = SpanBuilder(dossier)
        ties = [tie for tie in dossier.tables["alliances"] if isinstance(tie, Tie)]
        self._kinds = Counter(str(tie.kind) for tie in ties)
        self._statuses = Counter(str(tie.status) for tie in ties)
        self._sides = {
            str(side): sum(Scope(statuses=frozenset(), sides=frozenset({side})).admits(dossier, tie) for tie in ties)
            for side in dossier.head.sides
        }

    def groups(self) -> list[ListGroup]:
        """All lines under their headings; only kinds and statuses that the dossier has."""
        kinds = tuple(f"kinds:{kind}" for kind in get_args(TieKind) if self._kinds[kind])
        statuses = tuple(f"statuses:{status}" for status in STATUSES if self._statuses[status])
        sides = tuple(f"sides:{side}" for side in self._sides)
        return [
            ListGroup("How sure a tie is", statuses),
            ListGroup("What it touches", sides),
            ListGroup("Kind of tie", kinds),
        ]

    def holds(self, name: str) -> bool:
        """Whether a line is in. Sides are all in when none is chosen."""
        what, _, one = name.partition(":")
        if what == "sides":
            return not self.scope.sides or one in self.scope.sides
        return one not in (self.scope.kinds if what == "kinds" else self.scope.statuses)

    def item(self, name: str) -> ListLine:
        """One line: in or out, the word, the number of ties."""
        what, _, one = name.partition(":")
        role: Role = "sign-with"
        mark = Span(_IN if self.holds(name) else _OUT, role)
        if what == "sides":
            spans, count = self._phrases.name(one), self._sides[one]
        elif what == "kinds":
            sign = self._phrases.sign(TIE_SIGNS[one])
            spans, count = (Span(f"{SIGN_GLYPHS[TIE_SIGNS[one]]} ", sign.role), Span(words(one))), self._kinds[one]
        else:
            spans, count = (Span(f"{STATUS_GLYPHS[one]} {one}"),), self._statuses[one]
        return ListLine(mark, tuple(span._replace(link="") for span in spans), (Span(f"{count:,}", "dim"),))

    def toggle(self, name: str) -> None:
        """Take a line in, or leave it out. The last side that is in stays: a scope without sides is about all."""
        what, _, one = name.partition(":")
        if what == "sides":
            chosen = self.scope.sides or frozenset(self._sides)
            kept = chosen ^ {one}
            if kept:
                self.scope = self.scope._replace(sides=frozenset() if kept == frozenset(self._sides) else kept)
        elif what == "kinds":
            self.scope = self.scope._replace(kinds=self.scope.kinds ^ {one})
        else:
            self.scope = self.scope._replace(statuses=self.scope.statuses ^ {one})

    def only(self, name: str) -> None:
        """Leave out all others of the heading that a line stands under."""
        what, _, one = name.partition(":")
        if what == "sides":
            self.scope = self.scope._replace(sides=frozenset({one}))
        elif what == "kinds":
            self.scope = self.scope._replace(kinds=frozenset(get_args(TieKind)) - {one})
        else:
            self.scope = self.scope._replace(statuses=frozenset(STATUSES) - {one})

    def reset(self) -> None:
        """Everything but what is contested, denied or inferred."""
        self.scope = DEFAULT_SCOPE

    def told(self) -> str:
        """What the filters let through."""
        inside, all_of_them = len(self.scope.ties(self._dossier)), sum(self._kinds.values())
        return f"{inside:,} of {all_of_them:,} ties"
