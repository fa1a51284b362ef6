"""Entries of a partial order as a tree: what comes after something hangs from it."""

from __future__ import annotations

from tui.pages.page import BranchEntry
from tui.render.wrap import Links, Piece, Row, as_row_name, with_tail, wrap

_LEAST_WIDTH = 20
"""The least width, in cells, of the text; where it would be narrower there are no lines."""
_STEMS = {True: "│  ", False: "   "}
_JOINTS = {"branch": ("├─ ", "│  "), "last": ("└─ ", "   ")}
_THEN = (Piece("│", "rule"), Piece(" then", "dim"))


def branch_entry(block: BranchEntry, width: int, links: Links) -> list[Row]:
    """The entry beside the lines that join it to what it comes after."""
    stems = "".join(_STEMS[stem] for stem in block.stems)
    first, others = _JOINTS.get(block.joint, ("", ""))
    if width - len(stems) - len(first) < _LEAST_WIDTH:
        stems, first, others = "", "", ""
    room = width - len(stems) - len(first)
    rows = list(map(as_row_name, wrap(block.spans, room, links)))
    if block.below:
        rows += wrap(block.below, room, links)
    rows = with_tail(rows, block.tail, room, links)
    leads = [stems + first, *[stems + others] * (len(rows) - 1)]
    drawn = [(Piece(lead, "rule"), *row) if lead else row for lead, row in zip(leads, rows, strict=True)]
    if block.joint != "next":
        return drawn
    then = _THEN if room >= sum(len(piece.text) for piece in _THEN) else _THEN[:1]
    return [(Piece(stems, "rule"), *then) if stems else then, *drawn]
