"""The kinds of record a dossier holds: one file per kind, named after its table, and the registry of all of them.

A new kind is one file here with its record type and its `KIND`, and one in `pages/records` that says how to display it.
"""

from tui.dossier.kinds.actors import Actor, Role
from tui.dossier.kinds.alliances import Tie
from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.claims import Claim
from tui.dossier.kinds.events import Event
from tui.dossier.kinds.head import Head
from tui.dossier.kinds.kind import AnyKind, Kind, Reference
from tui.dossier.kinds.ledger import Expectation
from tui.dossier.kinds.quotes import Quote
from tui.dossier.kinds.record import Part, Record, Tables
from tui.dossier.kinds.registry import KINDS, discover, kind_of, registered
from tui.dossier.kinds.settled import (
    counted_as,
    is_disputed_by_a_source,
    is_reported_and_denied,
    is_reported_and_disputed,
    is_settled,
)
from tui.dossier.kinds.sources import Source

discover(__path__[0])

__all__ = [
    "KINDS",
    "Actor",
    "AnyKind",
    "Breach",
    "Check",
    "Claim",
    "Event",
    "Expectation",
    "Head",
    "Kind",
    "Part",
    "Peers",
    "Quote",
    "Record",
    "Reference",
    "Role",
    "Source",
    "Tables",
    "Tie",
    "counted_as",
    "is_disputed_by_a_source",
    "is_reported_and_denied",
    "is_reported_and_disputed",
    "is_settled",
    "kind_of",
    "registered",
]
