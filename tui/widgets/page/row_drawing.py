"""Draws the rows of a page: words in their styles, the selected link with its mark, and what a search looks for."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from tui.render.layout import PageLayout
from tui.render.pointer import is_drawn, pointed
from tui.render.wrap import NO_LINK, Piece
from tui.theme import RoleStyles
from tui.widgets.page.layout_cache import margin
from tui.widgets.page.matches import FindMatches, marked, matches_in_row
from tui.widgets.page.underlines import underlined_words
from tui.widgets.page.viewport import row_at


def draw_row(
    layout: PageLayout,
    line: int,
    width: int,
    styles: RoleStyles,
    *,
    link: int = NO_LINK,
    focused: bool = False,
    matches: FindMatches | None = None,
) -> list[Segment]:
    """The row in a line of a page, behind its margin in `width` cells.

    `link` is to be marked as the selected one, of a page that is `focused` or not; so is what `matches` finds.
    """
    indent = " " * margin(width, layout.measure)
    row = row_at(layout, line)
    mark = pointed(layout.rows, line - 1, link) if row else None
    pieces = [
        part
        for piece in mark or row
        for part in underlined_words(piece.text, _style(piece, styles, link, focused=focused))
    ]
    if matches is not None and mark is None:
        pieces = marked(pieces, matches_in_row(layout.rows, line - 1, matches), styles.match)
    return [Segment(indent, styles.blank), *(Segment(text, style) for text, style in pieces)]


def _style(piece: Piece, styles: RoleStyles, link: int, *, focused: bool) -> Style:
    if piece.link == NO_LINK:
        return styles.style(piece.role)
    if piece.link == link and not is_drawn(piece):
        return styles.selected_link(piece.role, focused=focused)
    return styles.link(piece.role, is_row_name=piece.is_row_name)
