"""What the jump list offers: every record by name and alias, every theme, and what the program can do.

May not know how the list looks. Data is plain text here and is never parsed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.fold import fold
from tui.dossier.model import Actor, Tie
from tui.dossier.vocabulary import words
from tui.pages.sheets import SHEETS
from tui.pages.shelf import Shelf

MOST = 50
"""The most choices shown at once."""
_ORDER = ("actors", "alliances", "quotes", "ledger", "claims", "events", "sources")
_KINDS = {
    "quotes": "quote",
    "ledger": "ledger row",
    "claims": "claim",
    "events": "event",
    "sources": "source",
}


class Choice(NamedTuple):
    """One line of the jump list. `kind` says what it is; `does` and `target` what choosing it does."""

    label: str
    kind: str
    does: str
    target: str
    folded: str


def record_choices(shelf: Shelf, tables: Iterable[str] = _ORDER) -> list[Choice]:
    """Every record of `tables`, and every alias of an actor; actors come first."""
    found: list[Choice] = []
    dossier = shelf.dossier
    for table in tables:
        for record in dossier.tables[table]:
            name = " ".join(dossier.name(record.id)[:160].split())
            if isinstance(record, Actor):
                kind = words(record.kind)
                found.append(Choice(name, kind, "record", record.id, fold(f"{name} {record.id}")))
                for alias in record.aliases:
                    label = f"{' '.join(alias[:80].split())} → {name}"
                    found.append(Choice(label, kind, "record", record.id, fold(label)))
            else:
                kind = words(record.kind) if isinstance(record, Tie) else _KINDS[table]
                found.append(Choice(name, kind, "record", record.id, fold(f"{name} {record.id} {kind}")))
    return found


def sheet_choices() -> list[Choice]:
    """The sheets that are about the dossier as a whole."""
    sheets = ((f"{kind}:", sheet.title) for kind, sheet in SHEETS.items() if not sheet.names)
    return [Choice(title, "view", "record", name, fold(f"{title} {name}")) for name, title in sheets]


def actor_choices(shelf: Shelf) -> list[Choice]:
    """Every actor, and every alias of one."""
    return [choice for choice in record_choices(shelf, ("actors",)) if choice.does == "record"]


def program_choices(themes: Iterable[str]) -> list[Choice]:
    """What the program can do, and the themes."""
    said = (("Help", "help"), ("Read the dossier again", "reload"), ("Quit", "quit"))
    found = [Choice(label, "command", "action", action, fold(label)) for label, action in said]
    return found + [Choice(f"Theme: {name}", "command", "theme", name, fold(f"theme: {name}")) for name in themes]


def matching(choices: list[Choice], query: str) -> list[Choice]:
    """The best `MOST` choices in which every word of `query` occurs; the first ones when there is no word."""
    terms = fold(query).split()
    if not terms:
        return choices[:MOST]
    begin: list[Choice] = []
    inside: list[Choice] = []
    rest: list[Choice] = []
    for choice in choices:
        if all(term in choice.folded for term in terms):
            if choice.folded.startswith(terms[0]):
                begin.append(choice)
            elif f" {terms[0]}" in choice.folded:
                inside.append(choice)
            else:
                rest.append(choice)
    return (begin + inside + rest)[:MOST]
