"""A briefing in Markdown with numbered footnotes, as one would send it; pandoc makes a document of it.

What is attributed, judged, contested, denied or inferred is said to be so where it begins, so that no part of it can be
taken out and read as a fact.
"""

from __future__ import annotations

from tui.export.briefing.chronology import what_happened
from tui.export.briefing.disputes import what_is_contested
from tui.export.briefing.grievances import grievances_by_outcome
from tui.export.briefing.opening import opening, the_sides, the_sources, what_is_left_out
from tui.export.briefing.quotations import what_was_said
from tui.export.briefing.reader_marks import marks_and_notes
from tui.export.briefing.ties import who_stands_where
from tui.export.briefing.writer import Writer
from tui.export.selection import Selection

_SECTIONS = (
    opening,
    the_sides,
    who_stands_where,
    grievances_by_outcome,
    what_is_contested,
    what_happened,
    what_was_said,
    marks_and_notes,
    what_is_left_out,
    the_sources,
)
"""The sections, in their order."""


def export(selection: Selection) -> bytes:
    """The briefing in UTF-8."""
    writer = Writer(selection)
    blocks = [block for section in _SECTIONS for block in section(writer)]
    notes = [f"[^{number}]: {note}" for number, note in enumerate(writer.notes, 1)]
    return "\n\n".join((*blocks, *notes, "")).encode()
