"""The strip of time as a widget: rows made once for a width, and the focus that is seen without colour."""

from __future__ import annotations

from collections.abc import Callable

from tests.screens.person import at
from tests.widgets.host import Host
from tui.pages.page import Span, Spans
from tui.widgets.time_strip import TimeStrip


def strip_of(asked: list[int]) -> Callable[[int], list[Spans]]:
    def rows(width: int) -> list[Spans]:
        asked.append(width)
        return [(Span("  As of 1950", "strong"),), (Span("x" * 200),)]

    return rows


async def test_the_rows_are_made_once_for_a_width_and_anew_when_they_are_shown() -> None:
    asked: list[int] = []
    async with at(Host(lambda: TimeStrip(strip_of(asked), id="time"))) as person:
        assert asked == [80]
        person.app.query_one(TimeStrip).refresh()
        await person.settle()
        assert asked == [80]
        person.app.query_one(TimeStrip).show()
        await person.settle()
        assert asked == [80, 80]
        await person.resize(60, 24)
        assert asked[-1] == 60


async def test_a_row_is_cut_to_the_width_and_missing_rows_are_blank() -> None:
    async with at(Host(lambda: TimeStrip(strip_of([]), id="time"))) as person:
        lines = person.pane("#time")
        assert lines[1] == "x" * 79 + "…"
        assert lines[2:] == ["", ""]


async def test_the_focus_is_a_mark_before_the_moment() -> None:
    async with at(Host(lambda: TimeStrip(strip_of([]), id="time"))) as person:
        person.app.query_one(TimeStrip).focus()
        await person.settle()
        assert person.pane("#time")[0] == "▌ As of 1950"
        person.app.screen.set_focus(None)
        await person.settle()
        assert person.pane("#time")[0] == "  As of 1950"
