"""What the jump list offers: every record by name and alias, every theme, and what the program can do.

May not know how the list looks. Data is plain text here and is never parsed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.kinds import Actor, Tie
from tui.dossier.values.fold import fold
from tui.dossier.values.vocabulary import words
from tui.pages.catalog import Catalog
from tui.pages.views.registry import VIEWS

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


class JumpItem(NamedTuple):
    """One line of the jump list. `kind` says what it is; `does` and `target` what choosing it does."""

    label: str
    kind: str
    does: str
    target: str
    folded: str


def record_items(catalog: Catalog, tables: Iterable[str] = _ORDER) -> list[JumpItem]:
    """Every record of `tables`, and every alias of an actor; actors come first."""
    found: list[JumpItem] = []
    dossier = catalog.dossier
    for table in tables:
        for record in dossier.tables[table]:
            name = " ".join(dossier.name(record.id)[:160].split())
            if isinstance(record, Actor):
                kind = words(record.kind)
                found.append(JumpItem(name, kind, "record", record.id, fold(f"{name} {record.id}")))
                for alias in record.aliases:
                    label = f"{' '.join(alias[:80].split())} → {name}"
                    found.append(JumpItem(label, kind, "record", record.id, fold(label)))
            else:
                kind = words(record.kind) if isinstance(record, Tie) else _KINDS[table]
                found.append(JumpItem(name, kind, "record", record.id, fold(f"{name} {record.id} {kind}")))
    return found


def view_items() -> list[JumpItem]:
    """The sheets that are about the dossier as a whole."""
    sheets = ((f"{kind}:", sheet.title) for kind, sheet in VIEWS.items() if not sheet.names)
    return [JumpItem(title, "view", "record", name, fold(f"{title} {name}")) for name, title in sheets]


def actor_items(catalog: Catalog) -> list[JumpItem]:
    """Every actor, and every alias of one."""
    return [choice for choice in record_items(catalog, ("actors",)) if choice.does == "record"]


def program_items(themes: Iterable[str]) -> list[JumpItem]:
    """What the program can do, and the themes."""
    said = (("Help", "help"), ("Read the dossier again", "reload"), ("Quit", "quit"))
    found = [JumpItem(label, "command", "action", action, fold(label)) for label, action in said]
    return found + [JumpItem(f"Theme: {name}", "command", "theme", name, fold(f"theme: {name}")) for name in themes]


def matching(choices: list[JumpItem], query: str) -> list[JumpItem]:
    """The best `MOST` choices in which every word of `query` occurs; the first ones when there is no word."""
    terms = fold(query).split()
    if not terms:
        return choices[:MOST]
    begin: list[JumpItem] = []
    inside: list[JumpItem] = []
    rest: list[JumpItem] = []
    for choice in choices:
        if all(term in choice.folded for term in terms):
            if choice.folded.startswith(terms[0]):
                begin.append(choice)
            elif f" {terms[0]}" in choice.folded:
                inside.append(choice)
            else:
                rest.append(choice)
    return (begin + inside + rest)[:MOST]
