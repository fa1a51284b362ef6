"""The ledger counted: who expects of whom, in which voice, and what came of it.

What is met and what nobody voices is kept apart; contested, denied and inferred rows are in no count.
May not know how an outcome is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Expectation
from tui.dossier.values.vocabulary import UNSETTLED

VOICED = ("complaint", "demand", "request", "warning")
"""The voices of a grievance, in the order in which they are told."""


class Grievances(NamedTuple):
    """The rows of a ledger: those voiced and not met, those that nobody voices, those met or praised."""

    open: tuple[Expectation, ...]
    unvoiced: tuple[Expectation, ...]
    met: tuple[Expectation, ...]


def grievances(dossier: Dossier) -> Grievances:
    """The ledger of a dossier, each row in one of three parts, in file order."""
    parts: tuple[list[Expectation], list[Expectation], list[Expectation]] = ([], [], [])
    for row in cast("tuple[Expectation, ...]", dossier.tables["ledger"]):
        parts[1 if row.voiced == "none" else 2 if row.outcome == "met" or row.voiced == "praise" else 0].append(row)
    return Grievances(*map(tuple, parts))


def by_expecting(rows: Iterable[Expectation]) -> dict[str, list[Expectation]]:
    """Who expects -> its rows."""
    found: dict[str, list[Expectation]] = {}
    for row in rows:
        found.setdefault(row.expecting, []).append(row)
    return found


def by_pair(rows: Iterable[Expectation]) -> dict[tuple[str, str], list[Expectation]]:
    """Who expects, of whom -> the rows between the two, in this direction."""
    found: dict[tuple[str, str], list[Expectation]] = {}
    for row in rows:
        found.setdefault((row.expecting, row.of), []).append(row)
    return found


def settled(rows: Iterable[Expectation]) -> list[Expectation]:
    """The rows that count."""
    return [row for row in rows if row.status not in UNSETTLED]


def voices(rows: Iterable[Expectation]) -> dict[str, int]:
    """Voice -> number of rows, in the order in which they are told; none with no rows."""
    return _counted((str(row.voiced) for row in rows), VOICED)


def outcomes(rows: Iterable[Expectation]) -> dict[str, int]:
    """Outcome -> number of rows, in the order in which they first appear."""
    return _counted((str(row.outcome) for row in rows), ())


def _counted(terms: Iterable[str], order: tuple[str, ...]) -> dict[str, int]:
    counts = dict.fromkeys(order, 0)
    for term in terms:
        counts[term] = counts.get(term, 0) + 1
    return {term: count for term, count in counts.items() if count}


def speakers(dossier: Dossier, row: Expectation) -> tuple[str, ...]:
    """In whose words a row stands: the speakers of its quotes, then those who vouch for it."""
    return tuple(dict.fromkeys((*(dossier.quote(name).speaker for name in row.quotes), *row.by)))
