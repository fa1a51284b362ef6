"""What is said where something is not shown, so that nobody takes a part for the whole."""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.pages.page import Block, Para, Span


def left_out_of(part: Dossier, name: str) -> list[Block]:
    """The last words of a record's page in `part` of a dossier: how many statements about it are left out there."""
    if part.whole is None:
        return []
    related = part.whole.links.relations(name).values()
    missing = {one for ids in related for one in ids if part.get(one) is None}
    if not missing:
        return []
    are = "statement about it is" if len(missing) == 1 else "statements about it are"
    return [Para((Span(f"Reported only: {len(missing):,} more {are} left out.", "dim"),))]


def left_out_of_all(part: Dossier) -> list[Block]:
    """The last words of a sheet in `part` of a dossier: how many of its statements are left out altogether."""
    missing = sum(map(part.left_out, part.tables))
    if not missing:
        return []
    are = "statement of this dossier is" if missing == 1 else "statements of this dossier are"
    return [Para((Span(f"Reported only: {missing:,} {are} left out.", "dim"),))]


def left_out_of_list(part: Dossier, table: str) -> str:
    """The line below a list in `part` of a dossier, empty when all of `table` is there."""
    missing = part.left_out(table) if table in part.tables else 0
    return f"{missing:,} not reported: left out, o shows {'it' if missing == 1 else 'them'}" if missing else ""
