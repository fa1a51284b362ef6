"""Dates in few words, for lists and entries: `1936–1954`, `since 1936`, `20 Dec 1956`."""

from __future__ import annotations

from tui.dossier import as_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Tie
from tui.dossier.values.dates import Date, short_date
from tui.pages.page import Span, Spans


def span_words(begins: Date | None, ends: Date | None) -> str:
    """From when to when something is there; empty when neither is known."""
    if begins is not None and ends is not None:
        first, last = short_date(begins), short_date(ends)
        if first == last:
            return first
        if first.isdigit() and last.isdigit():
            return f"{first}–{last}"
        year = f" {begins.earliest[0]}"
        return f"{first.removesuffix(year) if last.endswith(year) else first} – {last}"
    if begins is not None:
        return f"since {short_date(begins)}"
    return f"until {short_date(ends)}" if ends is not None else ""


def years_words(begins: Date | None, ends: Date | None) -> str:
    """`span_words` by years only: `1936–1954`, `1956` for what begins and ends in one year."""
    first, last = (year_words(date) if date is not None else "" for date in (begins, ends))
    if first and last:
        return first if first == last else f"{first}–{last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def year_words(date: Date) -> str:
    """The year of a date, with its qualifier; a date that may be in several years as it is."""
    if date.latest is None or date.open_start or date.earliest[0] < 1 or date.earliest[0] != date.latest[0]:
        return short_date(date)
    return f"{'~' * date.approximate}{date.earliest[0]}{'?' * date.uncertain}"


def tie_span(dossier: Dossier, tie: Tie) -> str:
    """From when to when a tie is there, by its own dates, by its events, or because one of its two actors has ended."""
    return span_words(*as_of.tie_lifetime(dossier, tie))


def tie_years(dossier: Dossier, tie: Tie) -> str:
    """`tie_span` by years."""
    return years_words(*as_of.tie_lifetime(dossier, tie))


def some_day(words: str) -> str:
    """The words of a date as a noun, to stand behind a preposition: `some day between 1954 and 1956`."""
    return f"some day {words}" if words.startswith("between ") else words


def moment_link(date: Date) -> str:
    """Where a date leads that is a link: to everything as of that date."""
    return f"moment:{date.text}"


def happened(date: Date | None) -> Spans:
    """A date in few words, as spans; nothing when there is none."""
    return (Span(short_date(date), "dim"),) if date is not None else ()
