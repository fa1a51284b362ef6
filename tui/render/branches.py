"""Entries of a partial order as a tree: what comes after something hangs from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui.pages.timeline_blocks import BranchEntry
from tui.render.wrap import TAIL_GAP, Links, Piece, Row, as_row_name, cells, with_tail, wrap, wrap_above_tail

_LEAST_WIDTH = 20
"""The least width, in cells, of the text; where it would be narrower there are no lines."""
_STEMS = {True: "│  ", False: "   "}
THEN: Mapping[str, tuple[str, ...]] = MappingProxyType({"next": ("then",), "fork": ("then, in no known order", "then")})
"""How an entry hangs -> the words over it, and shorter ones where there is less room."""
_JOINTS = {"fork": ("├─ ", "│  "), "branch": ("├─ ", "│  "), "last": ("└─ ", "   ")}


def branch_entry(block: BranchEntry, width: int, links: Links) -> list[Row]:
    """The entry beside the lines that join it to what it comes after, and to what comes after it."""
    stems = "".join(_STEMS[stem] for stem in block.stems)
    first, others = _JOINTS.get(block.joint, ("", ""))
    goes_on = _STEMS[True] if block.goes_on else ""
    if width - len(stems) - len(first) - len(goes_on) < _LEAST_WIDTH:
        stems, first, others, goes_on = "", "", "", ""
    room = width - len(stems) - len(first)
    if (
        block.below or sum(cells(span.text) for span in (*block.spans, *block.tail)) + TAIL_GAP > room
    ):  # it takes several rows
        room -= len(goes_on)
    rows = list(map(as_row_name, wrap_above_tail(block.spans, () if block.below else block.tail, room, links)))
    if block.below:
        rows += with_tail(wrap(block.below, room, links), block.tail, room, links)
    else:
        rows = with_tail(rows, block.tail, room, links)
    leads = [stems + first, *[stems + others + goes_on] * (len(rows) - 1)]
    drawn = [(Piece(lead, "rule"), *row) if lead else row for lead, row in zip(leads, rows, strict=True)]
    if (then := THEN.get(block.joint)) is None:
        return drawn
    words = next((text for text in then if len(stems) + 2 + cells(text) <= width), "")
    return [(Piece(f"{stems}│", "rule"), *((Piece(f" {words}", "dim"),) if words else ())), *drawn]
