"""Which ties a picture or an analysis is about: kinds, statuses and sides, as the reader has chosen.

May not know who chooses, nor what is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.values.vocabulary import UNSETTLED


class Scope(NamedTuple):
    """What is left out. The plain one leaves out what is contested, denied or inferred, and nothing else.

    `kinds`: tie kinds left out. `statuses`: statuses left out. `sides`: when there are any, only ties with an end that
    is one of these actors or belongs to its side are kept.
    """

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = UNSETTLED
    sides: frozenset[str] = frozenset()

    def admits(self, dossier: Dossier, tie: Tie) -> bool:
        """Whether a tie is inside."""
        return tie.kind not in self.kinds and tie.status not in self.statuses and self._on_side(dossier, tie)

    def ties(self, dossier: Dossier) -> list[Tie]:
        """The ties inside, in file order."""
        return [tie for tie in _ties(dossier) if self.admits(dossier, tie)]

    def left_out(self, dossier: Dossier) -> dict[str, int]:
        """Status -> number of ties that only their status keeps out, in the order of the vocabulary."""
        inside = self._replace(statuses=frozenset())
        counts = Counter(str(tie.status) for tie in inside.ties(dossier) if tie.status in self.statuses)
        return {status: counts[status] for status in STATUSES if counts[status]}

    def _on_side(self, dossier: Dossier, tie: Tie) -> bool:
        if not self.sides:
            return True
        return any(end in self.sides or getattr(dossier.actor(end), "side", None) in self.sides for end in tie.ends)


STATUSES = ("reported", "attributed", "judgement", "contested", "denied", "inferred")
DEFAULT_SCOPE = Scope()


def _ties(dossier: Dossier) -> Iterable[Tie]:
    return (record for record in dossier.tables["alliances"] if isinstance(record, Tie))
