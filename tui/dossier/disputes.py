"""What is in dispute: claims that somebody denies or contradicts, and whatever else is contested or denied.

Two claims that contradict each other, as when two parties blame one another, are one matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Claim, Record
from tui.dossier.responses import is_disputed

_CONTESTED = ("contested", "denied")


class Dispute(NamedTuple):
    """One matter in dispute: a claim and those that contradict it mutually, or a record of another kind by itself."""

    records: tuple[Record, ...]

    @property
    def contested(self) -> bool:
        """Whether the dossier itself calls it contested or denied."""
        return any(getattr(record, "status", "") in _CONTESTED for record in self.records)


def disputes(dossier: Dossier) -> list[Dispute]:
    """Return all matters in dispute, those contested or denied first, in file order.

    A contested tie, expectation or event is a matter of its own unless a disputed claim is about it.
    """
    claims = [claim for claim in dossier.records_of(Claim) if is_disputed(claim)]
    covered = {name for claim in claims for name in claim.about}
    others = (
        record
        for kind in KINDS.values()
        if kind.has_status and kind.record_type is not Claim
        for record in dossier.tables[kind.table]
        if getattr(record, "status", "") in _CONTESTED and record.id not in covered
    )
    matters = [*map(Dispute, _contradicting(claims)), *(Dispute((record,)) for record in others)]
    return sorted(matters, key=lambda matter: not matter.contested)


def _contradicting(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Claims with those later in the file that contradict them and are contradicted by them, each claim once."""
    made_by: dict[str, list[Claim]] = {}
    for claim in claims:
        for quote in claim.quotes:
            made_by.setdefault(quote, []).append(claim)
    placed: set[str] = set()
    groups: list[tuple[Claim, ...]] = []
    for claim in claims:
        if claim.id in placed:
            continue
        others = {other.id: other for quote in claim.counter for other in made_by.get(quote, ())}
        own = frozenset(claim.quotes)
        mutual = [
            other
            for other in others.values()
            if other.id not in placed and other is not claim and own.intersection(other.counter)
        ]
        placed.update((claim.id, *(other.id for other in mutual)))
        groups.append((claim, *mutual))
    return groups
