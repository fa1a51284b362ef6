"""The signs of what is on the screen of a dossier, for the legend of its help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from tui.dossier.values.vocabulary import EMPTY_CELL
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.glyphs import FILLS, Glyph
from tui.pages.legend import Written, signs_in
from tui.pages.page import Span, Spans
from tui.screens.panes import MATRIX
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList
from tui.widgets.split_view import SplitView

_EMPTY = Span(EMPTY_CELL, "chart")
"""What the matrix draws in the cells that its page leaves blank."""
_MOST_LINES, _MOST_ROWS = 200, 1000
"""The most lines of a list and rows of a page that are looked at, around what is in view."""


def signs_in_view(catalog: Catalog, split_view: SplitView, strip: Iterable[Spans]) -> tuple[Glyph, ...]:
    """The signs that occur in the list, the page or matrix, the preview, and the rows of the `strip` of time."""
    written: list[Written] = [span for row in strip for span in row]
    if not split_view.list_hidden:
        written += _listed(split_view.records)
        written += [span for row in split_view.records.strip_rows for span in row]
    if isinstance(split_view.detail, PageView):
        written += _laid_out(split_view.detail)
    elif (page := catalog.page(MATRIX)) is not None:
        written += [span for block in page.blocks for span in spans_of(block)]
        fills = FILLS.glyphs if split_view.detail.has_unreported else ()
        written += [_EMPTY, *(Span(fill.glyph, fill.role) for fill in fills)]
        written += [span for line in (split_view.detail.legend, *split_view.detail.told) for span in line]
    for preview in split_view.query("#preview").results(PageView):
        written += _laid_out(preview)
    return signs_in(catalog.dossier, written)


def _listed(records: RecordList) -> Iterator[Written]:
    names = records.records
    at = names.index(records.record) if records.record else 0
    for name in islice(names, max(0, at - _MOST_LINES // 2), at + _MOST_LINES // 2):
        line = records.line_of(name)
        yield line.mark_under_heading
        for part in (*line.parts, line.absent_mark):
            yield from part


def _laid_out(page_view: PageView) -> Iterator[Written]:
    for row in page_view.rows[max(0, page_view.top - _MOST_ROWS // 2) : page_view.top + _MOST_ROWS // 2]:
        yield from row
        for piece in row:
            if piece.pointer is not None and piece.link == page_view.link:
                yield from (part for below in piece.pointer.rows for part in below)
