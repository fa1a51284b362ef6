"""A page as plain text: the very rows of the screen, without colour."""

from __future__ import annotations

from tui.pages.page import Page
from tui.render.layout import lay_out


def plain_text(page: Page, width: int = 80) -> str:
    """`page` as lines of at most `width` cells, each ending in a line feed."""
    laid = lay_out(page, width)
    lines = ("".join(piece.text for piece in row).rstrip() for row in laid.rows)
    return "".join(f"{line}\n" for line in lines)
