"""What is in dispute: claims that somebody denies or contradicts, and whatever else is contested or denied.

Disputed claims are one matter when one is made in a quote that contradicts the other, as when two parties blame each
other.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Claim, Record, is_disputed_by_a_source
from tui.dossier.responses import is_disputed

_CONTESTED = ("contested", "denied")


class Dispute(NamedTuple):
    """One matter in dispute: claims that contradict each other, or a record of another kind by itself."""

    records: tuple[Record, ...]
    covered: tuple[Record, ...] = ()
    """Contested records that its claims are about: they are the same matter. Each is covered by one matter."""

    @property
    def contested(self) -> bool:
        """Whether somebody denies it, a source disputes it, or the dossier calls it contested or denied."""
        return any(map(_is_contested, self.records))


def _is_contested(record: Record) -> bool:
    return (
        getattr(record, "status", "") in _CONTESTED
        or bool(getattr(record, "denied_by", ()))
        or is_disputed_by_a_source(record)
    )


def disputes(dossier: Dossier) -> list[Dispute]:
    """Return all matters in dispute, those contested or denied first, in file order.

    A contested tie, expectation or event is a matter of its own unless a disputed claim is about it.
    """
    claims = [claim for claim in dossier.records_of(Claim) if is_disputed(claim)]
    others = {
        record.id: record
        for kind in KINDS.values()
        if kind.has_status and kind.record_type is not Claim
        for record in dossier.tables[kind.table]
        if _is_contested(record)
    }
    matters: list[Dispute] = []
    for group in _contradicting(claims):
        covered = [others.pop(name) for claim in group for name in claim.about if name in others]
        matters.append(Dispute(group, tuple(covered)))
    matters += (Dispute((record,)) for record in others.values())
    return sorted(matters, key=lambda matter: not matter.contested)


def _contradicting(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Claims with those that make a quote which contradicts them, and so on; each claim once, in file order."""
    made_by: dict[str, list[Claim]] = {}
    contradicts: dict[str, list[Claim]] = {}
    for claim in claims:
        for quote in claim.quotes:
            made_by.setdefault(quote, []).append(claim)
        for quote in claim.counter:
            contradicts.setdefault(quote, []).append(claim)
    order = {claim.id: number for number, claim in enumerate(claims)}
    placed: set[str] = set()
    groups: list[tuple[Claim, ...]] = []
    for claim in claims:
        group: dict[str, Claim] = {}
        queue = [claim]
        while queue:
            if (member := queue.pop()).id in placed:
                continue
            placed.add(member.id)
            group[member.id] = member
            # all of them join this group, so nobody has to ask for them again
            queue += [other for quote in member.counter for other in made_by.pop(quote, ())]
            queue += [other for quote in member.quotes for other in contradicts.pop(quote, ())]
        if group:
            groups.append(tuple(sorted(group.values(), key=lambda member: order[member.id])))
    return groups
