"""How the lines of pictures are drawn by the status of the ties they stand for, and what that means in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tui.dossier.kinds import Tie
from tui.dossier.network.alignment import firmness
from tui.dossier.values.vocabulary import STATUS_GLYPHS, UNSETTLED
from tui.pages.page import LineStyle, Span, Spans, joined
from tui.pages.span_builder import status_role

_MEANINGS: dict[LineStyle, str] = {
    "whole": "━ reported",
    "broken": "╍ attributed or judged",
    "dotted": "┉ unsettled",
}


def line_of(status: str) -> LineStyle:
    """How the line of a tie with this status is drawn."""
    return "whole" if status == "reported" else "dotted" if status in UNSETTLED else "broken"


def drawn_by(ties: Collection[Tie]) -> tuple[LineStyle, Span]:
    """How the line of some ties of one sign is drawn, by the firmest of them, and the glyph of its status if any."""
    status = firmness(ties)
    return line_of(status), Span("") if status == "reported" else Span(STATUS_GLYPHS[status], status_role(status))


def line_legend(lines: Iterable[LineStyle]) -> Spans:
    """What the lines of a picture mean: those that occur, the whole one always; nothing where no other occurs."""
    used = {"whole", *lines}
    if len(used) == 1:
        return ()
    return joined(((Span(said, "dim"),) for line, said in _MEANINGS.items() if line in used), "  ")
