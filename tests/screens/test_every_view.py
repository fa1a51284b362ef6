"""What holds for every panel, view and record page: where the title is, what is cut, what shows focus and position."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.screens.opened import Reading, browsing, opened
from tui import paths
from tui.pages.glyphs import EVERY
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS
from tui.render.wrap import cells
from tui.widgets.line_widget import LineWidget
from tui.widgets.matrix.sign_matrix import SignMatrix
from tui.widgets.page.layout_cache import margin
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList

EXAMPLE = Path(paths.content(paths.EXAMPLE))
CASES = [
    (None, (40, 12)),
    (EXAMPLE, (40, 12)),
    (EXAMPLE, (60, 20)),
    (None, (80, 24)),
    (EXAMPLE, (120, 40)),
    (None, (200, 50)),
]
_POSITION = re.compile(r"^ (–|[\d,]+)/[\d,]+( |$)")

pytestmark = [
    pytest.mark.long,
    pytest.mark.parametrize(("file", "size"), CASES, ids=str),
]


async def walked(person: Reading) -> AsyncIterator[str]:
    """Every panel, every view, and two records of every kind, one after the other, by name."""
    screen = browsing(person)
    dossier = screen.catalog.dossier
    for panel in PANELS:
        screen.action_panel(panel)
        await person.settle()
        yield panel
        await person.press("enter")
        yield f"{panel}, opened"
    actors = [record.id for record in dossier.tables["actors"]]
    names = [f"{view.kind}:{':'.join(actors[: view.id_count])}" for view in VIEWS.values()]
    records = [record.id for table in dossier.tables.values() for record in (*table[:1], *table[-1:])]
    for name in (*names, *records):
        screen.follow(name)
        await person.settle()
        yield name


def shown(person: Reading) -> list[LineWidget]:
    """The lists, pages and matrices in view."""
    return [widget for widget in person.app.screen.query(LineWidget) if widget.region.size and widget.is_on_screen]


async def test_the_title_is_in_the_same_row(file: Path | None, size: tuple[int, int]) -> None:
    async with opened(file, size, start="home") as person:
        async for name in walked(person):
            detail = browsing(person).detail
            if detail.region.size and detail.top == 0:
                above, title = (line.strip(" ┃│") for line in person.pane(detail)[:2])
                assert (above, bool(title)) == ("", True), name


async def test_no_row_of_a_page_is_wider_than_the_page(file: Path | None, size: tuple[int, int]) -> None:
    async with opened(file, size, start="home") as person:
        async for name in walked(person):
            for page in person.app.screen.query(PageView):
                room = page.text_width - margin(page.text_width, page.page_layout.measure)
                widest = max((sum(cells(piece.text) for piece in row) for row in page.rows), default=0)
                assert not page.region.size or widest <= room, f"{name}: {page.id}"


async def test_the_headings_of_a_matrix_stand_over_their_columns(file: Path | None, size: tuple[int, int]) -> None:
    async with opened(file, size, start="home") as person:
        browsing(person).follow("matrix:")
        await person.settle()
        matrix = browsing(person).detail
        assert isinstance(matrix, SignMatrix)
        geometry = matrix.geometry
        headings = person.pane(matrix)[geometry.header_height - geometry.heading_lines : geometry.header_height]
        table = matrix._table
        names = [name.text for name in table.names] if geometry.heads_with_names else table.labels
        for column in geometry.visible_columns(matrix.left):
            start = geometry.names_width + geometry.offset(column, matrix.left)
            over = {line[start : start + geometry.heading_width].strip(" │") for line in headings}
            assert names[column] in over


async def test_what_has_the_focus_shows_it_without_colours(file: Path | None, size: tuple[int, int]) -> None:
    async with opened(file, size, start="home") as person:
        async for name in walked(person):
            widget = person.app.screen.focused
            assert isinstance(widget, LineWidget), name
            lines = [line.rstrip() for line in person.pane(widget)]
            tracks = any(cells(line) == widget.size.width and line.endswith(("┃", "│")) for line in lines)
            assert person.highlighted(widget) or tracks or len(person.app.screen.focus_chain) == 1, name
            for other in shown(person):
                if other is not widget and not isinstance(other, SignMatrix):
                    edge = [line for line in person.pane(other) if cells(line) == other.size.width]
                    assert not any(line.endswith("│") for line in edge), f"{name}: {other.id}"


async def test_a_list_says_its_position_and_what_goes_on_out_of_view_has_a_scroll_bar(
    file: Path | None, size: tuple[int, int]
) -> None:
    async with opened(file, size, start="home") as person:
        async for name in walked(person):
            for widget in shown(person):
                lines = person.pane(widget)
                if isinstance(widget, RecordList) and widget.listed:
                    assert _POSITION.match(lines[-1]), name
                if widget.total > widget.visible_height > 1:
                    assert any(line.endswith("┃") and cells(line) == widget.size.width for line in lines), name


async def test_no_row_ends_with_a_status_whose_word_begins_the_next(file: Path | None, size: tuple[int, int]) -> None:
    words = {each.glyph: each.word for glyphs in EVERY for each in glyphs.glyphs}
    async with opened(file, size, start="home") as person:
        async for name in walked(person):
            for page in person.app.screen.query(PageView):
                rows = ["".join(piece.text for piece in row).strip() for row in page.rows]
                for row, following in pairwise(rows):
                    word = words.get(row[-1:], "")
                    assert not (word and following.startswith(word)), f"{name}: {row} / {following}"
