"""Which ties a diagram or an analysis counts: kinds, statuses and sides, as the reader has chosen."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie, counted_as
from tui.dossier.values.vocabulary import NEITHER, STATUSES, UNSETTLED


class Scope(NamedTuple):
    """What is left out; by default ties that are not settled, and nothing else.

    `kinds`: tie kinds left out. `statuses`: those that the ties left out are counted as. `sides`: when there are any,
    only ties with an end that is one of these actors or belongs to its side are counted.
    """

    kinds: frozenset[str] = frozenset()
    statuses: frozenset[str] = UNSETTLED
    sides: frozenset[str] = frozenset()

    def admits(self, dossier: Dossier, tie: Tie) -> bool:
        """Return whether a tie is counted."""
        return tie.kind not in self.kinds and counted_as(tie) not in self.statuses and self._touches_side(dossier, tie)

    def ties(self, dossier: Dossier) -> list[Tie]:
        """Return the ties that are counted, in file order."""
        return [tie for tie in dossier.records_of(Tie) if self.admits(dossier, tie)]

    def left_out(self, dossier: Dossier, *, signed: bool = False) -> dict[str, int]:
        """Return status -> number of ties that only their status keeps out, in the order of the vocabulary.

        With `signed`, ties without a sign are not counted.
        """
        any_status = self._replace(statuses=frozenset())
        counts = Counter(
            str(counted_as(tie))
            for tie in any_status.ties(dossier)
            if counted_as(tie) in self.statuses and (tie.polarity != NEITHER or not signed)
        )
        return {status: counts[status] for status in STATUSES if counts[status]}

    def _touches_side(self, dossier: Dossier, tie: Tie) -> bool:
        if not self.sides:
            return True
        return any(end in self.sides or getattr(dossier.actor(end), "side", None) in self.sides for end in tie.ends)


DEFAULT_SCOPE = Scope()
