"""A dossier reduced to what its sources report in their own voice: all else is left out of tables, links and counts.

Records without a status stay: that somebody is named, that something was published, that words were spoken.
"""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Record

REPORTED = "reported"


def reported_only(dossier: Dossier) -> Dossier:
    """`dossier` without what is attributed, judged, contested, denied or inferred. Its `whole` is the one given."""
    whole = dossier.whole or dossier
    tables = {
        table: [(number, record) for number, record in enumerate(records) if is_reported(record)]
        for table, records in whole.tables.items()
    }
    return Dossier(whole.head, tables, whole.passages, whole, whole.warnings, whole.verified)


def is_reported(record: Record) -> bool:
    """Whether a record is reported by a source, or has no status, as actors, sources and quotes."""
    return getattr(record, "status", REPORTED) == REPORTED
