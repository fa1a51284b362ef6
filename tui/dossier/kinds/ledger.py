"""The ledger: who expected what of whom, and with what outcome."""

from __future__ import annotations

from tui.dossier.kinds.kind import ACTORS, QUOTES, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import DateText, Record, Ref, Refs, Text
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import Outcome, Status, Voice


class Expectation(Record, frozen=True, kw_only=True):
    """An expectation between two actors and its outcome: an entry of `[[ledger]]`."""

    TABLE = "ledger"
    expecting: Ref
    of: Ref
    expected: Text
    outcome: Outcome
    voiced: Voice
    cite: Cites
    stated: bool | None = None
    response: Safe = Safe("")
    quotes: Refs = ()
    counter: Refs = ()
    alliance: Ref | None = None
    status: Status = "reported"
    by: Refs = ()
    denied_by: Refs = ()
    date: Date | None = None
    date_text: DateText = Safe("")


KIND = Kind(
    record_type=Expectation,
    order=40,
    singular="ledger row",
    plural="ledger rows",
    title="Ledger",
    name=lambda row, name_of: f"what {name_of(row.expecting)} expects of {name_of(row.of)}",
    references=(
        Reference("expecting", ACTORS, "expects"),
        Reference("of", ACTORS, "expected-of"),
        *STATED_BY,
        Reference("quotes", QUOTES, "evidence-for"),
        Reference("counter", QUOTES, "counter-to"),
        Reference("alliance", frozenset({"alliances"}), "at-stake-in"),
    ),
    multiline=frozenset({"expected", "response", "note"}),
    subjects=lambda row: (row.expecting,),
)
