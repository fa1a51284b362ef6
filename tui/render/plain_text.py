"""A page as plain text: the same rows as on the screen, without colour."""

from __future__ import annotations

from tui.pages.page import Page
from tui.render.layout import lay_out


def plain_text(page: Page, width: int = 80) -> str:
    """`page` as lines of at most `width` cells, each ending in a line feed."""
    rows = lay_out(page, width).rows
    lines = ("".join(piece.text for piece in row).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)
