"""Versions of one matter side by side with a thin rule between, or one below the other where it is narrow."""

from __future__ import annotations

from itertools import zip_longest

from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Spans
from tui.render.wrap import Links, Piece, Row, width_of, wrap

MIN_WIDTH = 60
"""The least width, in cells, at which versions stand side by side."""

_COLUMN = 22
"""The least width of a column, in cells."""
_MIN_WIDTH_OF_NAMES, _COLUMN_OF_NAMES = 30, 12
"""The same for lists of names."""
_RULE = Piece(" │ ", "rule")


def comparison(block: Comparison, width: int, links: Links) -> list[Row]:
    """As many versions side by side as there is room for, the others below. Works for any width.

    Headings side by side are given the same height, so that the texts begin on the same row.
    """
    versions = block.versions
    least, column = (_MIN_WIDTH_OF_NAMES, _COLUMN_OF_NAMES) if block.of_names else (MIN_WIDTH, _COLUMN)
    columns = max(1, (width + 3) // (column + 3)) if width >= least else 1
    bands = -(-len(versions) // columns)
    rows: list[Row] = []
    for band in range(bands):
        # Versions are spread evenly, so that no band is left with one version and room for two.
        start, end = (len(versions) * number // bands for number in (band, band + 1))
        if rows:
            rows.append(())
        rows += _band(versions[start:end], width, links)
    return rows


def _band(versions: tuple[tuple[Spans, Spans], ...], width: int, links: Links) -> list[Row]:
    inner = max(1, (width - 3 * (len(versions) - 1)) // len(versions))
    wrapped = [(_lines(who, inner, links), _lines(words, inner, links)) for who, words in versions]
    tallest = max(len(who) for who, _ in wrapped)
    columns = [[*who, *[()] * (tallest - len(who)), *words] for who, words in wrapped]
    rows: list[Row] = []
    for lines in zip_longest(*columns, fillvalue=()):
        pieces: list[Piece] = []
        for number, row in enumerate(lines):
            if number:
                pieces.append(_RULE)
            pieces.extend(row)
            if number < len(lines) - 1:
                pieces.append(Piece(" " * max(0, inner - width_of(row)), "text"))
        rows.append(tuple(pieces))
    return rows


def _lines(spans: Spans, width: int, links: Links) -> list[Row]:
    return wrap(spans, width, links) if spans else []
