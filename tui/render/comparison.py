"""Versions of one matter side by side with a thin rule between, or one below the other where it is narrow.

May not know whose versions these are, nor which of them is right.
"""

from __future__ import annotations

from itertools import zip_longest

from tui.pages.page import Comparison, Spans
from tui.render.wrap import Links, Piece, Row, width_of, wrap

BESIDE = 60
"""From this width on versions stand beside each other."""

_LEAST = 22
_RULE = Piece(" │ ", "rule")


def comparison(block: Comparison, width: int, links: Links) -> list[Row]:
    """As many versions beside each other as have room, the others below. Total for any width.

    Headings that stand beside each other are given the same height, so that the words begin in one row.
    """
    versions = block.versions
    room = max(1, (width + 3) // (_LEAST + 3)) if width >= BESIDE else 1
    bands = -(-len(versions) // room)
    rows: list[Row] = []
    for band in range(bands):
        # So many in each band that none is left with a single version beside the room for two.
        start, end = (len(versions) * number // bands for number in (band, band + 1))
        if rows:
            rows.append(())
        rows += _band(versions[start:end], width, links)
    return rows


def _band(versions: tuple[tuple[Spans, Spans], ...], width: int, links: Links) -> list[Row]:
    inner = max(1, (width - 3 * (len(versions) - 1)) // len(versions))
    laid = [(_lines(who, inner, links), _lines(said, inner, links)) for who, said in versions]
    tallest = max(len(who) for who, _ in laid)
    columns = [[*who, *[()] * (tallest - len(who)), *said] for who, said in laid]
    rows: list[Row] = []
    for cut in zip_longest(*columns, fillvalue=()):
        pieces: list[Piece] = []
        for number, row in enumerate(cut):
            if number:
                pieces.append(_RULE)
            pieces.extend(row)
            if number < len(cut) - 1:
                pieces.append(Piece(" " * max(0, inner - width_of(row)), "text"))
        rows.append(tuple(pieces))
    return rows


def _lines(spans: Spans, width: int, links: Links) -> list[Row]:
    return wrap(spans, width, links) if spans else []
