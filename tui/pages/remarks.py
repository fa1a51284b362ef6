"""What is said where something is not shown, so that nobody takes a part for the whole."""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.pages.page import Block, Para, Span, Spans
from tui.pages.sheets import names_in, sheet_of

KEY = "o"
"""The key that shows everything again."""

_STATED = ("alliances", "events", "ledger", "claims")
"""The tables whose records have a status."""
_ABOUT = {
    "network": ("alliances", "tie"),
    "balance": ("alliances", "tie"),
    "ledger": ("ledger", "ledger row"),
    "claims": ("claims", "claim"),
    "events": ("events", "event"),
}
"""Panel -> the one table that its sheets are about, and what a record of it is called. Others are about all of them."""
_NOT_STATED = ("about:",)
"""Sheets that are about no statements."""


def left_out_of(part: Dossier, name: str) -> list[Block]:
    """The last words of a record's page in `part` of a dossier: how many statements about it are left out there."""
    if part.whole is None:
        return []
    related = part.whole.links.relations(name).values()
    missing = {one for ids in related for one in ids if part.get(one) is None}
    if not missing:
        return []
    return [Para(_told(len(missing), "statement", " about it"))]


def left_out_of_sheet(part: Dossier, name: str) -> list[Block]:
    """The last words of a sheet in `part` of a dossier: how many statements of what it is about are left out there."""
    sheet = sheet_of(name)
    if part.whole is None or sheet is None or name in _NOT_STATED:
        return []
    table, one = _ABOUT.get(sheet.panel, ("", "statement"))
    if name.startswith(("ego:", "pair:")):
        missing = sum(part.get(tie.id) is None for tie in part.whole.ties_of_pair(names_in(name)))
    else:
        missing = sum(part.left_out(each) for each in ([table] if table else _STATED))
    return [Para(_told(missing, one))] if missing else []


def left_out_of_list(part: Dossier, table: str) -> str:
    """The line below a list in `part` of a dossier, short enough for 80 columns; empty when nothing is missing."""
    missing = part.left_out(table) if table in part.tables else 0
    return f"{missing:,} left out; {KEY} shows all" if missing else ""


def _told(missing: int, one: str, about: str = "") -> Spans:
    are = f"{one}{about} is" if missing == 1 else f"{one}s{about} are"
    return (Span(f"Reported only: {missing:,} more {are} left out.", "dim"),)
