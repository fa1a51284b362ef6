"""The ledger in counts: who expects what of whom, in which voice, and with which outcome.

What is met and what nobody voices is kept separate.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.as_of import AsOf
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Expectation

VOICES = ("complaint", "warning", "demand", "request")
"""The voices of what is raised, in the order in which they are counted."""
ASKING = frozenset({"request", "demand"})
"""The voices that ask for something, whereas the others complain of it or warn."""


class Grievances(NamedTuple):
    """The rows of a ledger: those raised and not met, those that nobody voices, those met or praised."""

    raised: tuple[Expectation, ...]
    unvoiced: tuple[Expectation, ...]
    met: tuple[Expectation, ...]

    @property
    def complaints(self) -> tuple[Expectation, ...]:
        """What is raised as a complaint or a warning."""
        return tuple(row for row in self.raised if row.voiced not in ASKING)

    @property
    def requests(self) -> tuple[Expectation, ...]:
        """What is raised as a request or a demand."""
        return tuple(row for row in self.raised if row.voiced in ASKING)


def grievances(dossier: Dossier, at: AsOf) -> Grievances:
    """Return the ledger of a dossier, each row in one of three parts by its outcome at a moment, in file order."""
    raised: list[Expectation] = []
    unvoiced: list[Expectation] = []
    met: list[Expectation] = []
    for row in map(at.expectation, dossier.records_of(Expectation)):
        if row.voiced == "none":
            unvoiced.append(row)
        elif row.outcome == "met" or row.voiced == "praise":
            met.append(row)
        else:
            raised.append(row)
    return Grievances(tuple(raised), tuple(unvoiced), tuple(met))


def by_expecting(rows: Iterable[Expectation]) -> dict[str, list[Expectation]]:
    """Return the actor that expects -> its rows."""
    grouped: dict[str, list[Expectation]] = {}
    for row in rows:
        grouped.setdefault(row.expecting, []).append(row)
    return grouped


def by_pair(rows: Iterable[Expectation]) -> dict[tuple[str, str], list[Expectation]]:
    """Return (the actor that expects, the actor it is expected of) -> their rows."""
    grouped: dict[tuple[str, str], list[Expectation]] = {}
    for row in rows:
        grouped.setdefault((row.expecting, row.of), []).append(row)
    return grouped


def voice_counts(rows: Iterable[Expectation]) -> dict[str, int]:
    """Return voice -> number of rows, in the order of `VOICES`; no voice without rows."""
    counts = Counter(str(row.voiced) for row in rows)
    return {voice: counts[voice] for voice in dict.fromkeys((*VOICES, *counts)) if counts[voice]}


def outcome_counts(rows: Iterable[Expectation]) -> dict[str, int]:
    """Return outcome -> number of rows, in the order in which they first appear."""
    return dict(Counter(str(row.outcome) for row in rows))


def speakers(dossier: Dossier, row: Expectation) -> tuple[str, ...]:
    """Return in whose words a row stands: the speakers of its quotes, then those who vouch for it."""
    return tuple(dict.fromkeys((*(dossier.quote(name).speaker for name in row.quotes), *row.by)))


def asserting(dossier: Dossier, row: Expectation) -> tuple[str, ...]:
    """Return who vouches for a row; where nobody is named, the speakers of the quotes that voice it.

    Nobody speaks for a row that is reported, judged or inferred: that is the word of the source or the editor.
    """
    return row.by or (voicing(dossier, row) if row.status in ("attributed", "contested", "denied") else ())


def voicing(dossier: Dossier, row: Expectation) -> tuple[str, ...]:
    """Return the speakers of the quotes that voice a row; none of an inferred one, which is the editor's reading."""
    if row.status == "inferred":
        return ()
    return tuple(dict.fromkeys(dossier.quote(name).speaker for name in row.quotes))
