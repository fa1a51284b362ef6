"""Who speaks about whom as CSV: one row for each speaker and each record it speaks about."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tui.dossier.kinds import Quote, kind_of
from tui.dossier.speakers import speakers, spoken
from tui.dossier.speech import in_order
from tui.dossier.values.vocabulary import count_noun
from tui.export.csv_cells import escape_formula

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.dossier.dossier import Dossier
    from tui.dossier.values.dates import Date

_COLUMNS = (
    *("speaker", "speaker_name", "about", "about_name", "about_kind"),
    *("quotations", "reported_statements", "first_date", "last_date", "quotes"),
)


def as_csv(dossier: Dossier, moment: Date | None) -> str:
    """The table as CSV, in the order of the file.

    `about` is empty for quotes that name no subject. A quote about a tie is about the actors that the tie joins, too.
    `first_date` and `last_date` are of the quotes that have a date. `quotes` are ids, joined with `; `.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for speaker, subject, quotes in spoken(dossier, moment):
        record = dossier.get(subject)
        kind = kind_of(record).table if record is not None else ""
        name = dossier.name(subject) if record is not None else ""
        row = (speaker, dossier.name(speaker), subject, name, kind, *_counts(quotes))
        writer.writerow([escape_formula(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def remark(dossier: Dossier, moment: Date | None) -> str:
    """What the table leaves out, in words; empty when nothing."""
    later = speakers(dossier, moment).later
    return f"{count_noun(len(later), 'quote')} after the date left out; --as-of all counts them" if later else ""


def _counts(quotes: Sequence[Quote]) -> tuple[int | str, ...]:
    """How many there are of each sort, from when to when, and their ids."""
    reported = sum(quote.mode == "indirect" for quote in quotes)
    dates = [quote.date.text for quote in in_order(quotes) if quote.date is not None]
    ids = "; ".join(quote.id for quote in quotes)
    return (len(quotes) - reported, reported, dates[0] if dates else "", dates[-1] if dates else "", ids)
