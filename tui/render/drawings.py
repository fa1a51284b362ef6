"""Versions side by side, where there is room. May not know what is drawn, nor which colour a role has."""

from __future__ import annotations

from tui.pages.page import Versus
from tui.render.wrap import Links, Row, wrap


def versus(block: Versus, width: int, links: Links) -> list[Row]:
    """One version below the other."""
    rows: list[Row] = []
    for who, said in block.versions:
        rows += [*([()] if rows else []), *wrap(who, width, links), *wrap(said, width, links)]
    return rows
