"""Widgets that draw their lines themselves still send every one of them through the last filter before the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widget import Widget

from tests.screens.person import at
from tests.widgets.host import Host, Records
from tui.pages.list_line import ListGroup
from tui.pages.page import Page, Para, Span
from tui.terminal.output_sanitizer import OutputSanitizer
from tui.widgets.bars import Bar, BarItem
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList

EVIL = "a\x1b]0;PWNED\x07\x9bb\u202ec"
SHOWN = "PWNED"


def listed() -> Widget:
    return RecordList(Records(), id="shown")


def paged() -> Widget:
    return PageView(id="shown")


def barred() -> Widget:
    return Bar(id="shown")


def fill(widget: Widget) -> None:
    if isinstance(widget, RecordList):
        widget.show([ListGroup("", (EVIL,))])
    elif isinstance(widget, PageView):
        widget.show(Page("p", (Para((Span(EVIL),)),)))
    elif isinstance(widget, Bar):
        widget.show([BarItem("1", EVIL)])


@pytest.mark.parametrize("make", [listed, paged, barred])
async def test_no_control_character_gets_past_it(make: Callable[[], Widget]) -> None:
    app = Host(make)
    before = OutputSanitizer.total_hits
    try:
        async with at(app, (60, 6)) as person:
            fill(app.query_one("#shown"))
            await person.settle()
            assert SHOWN in person.text
            assert all(line.isprintable() for line in person.lines)
            assert app.output_sanitizer.hits > 0
    finally:
        OutputSanitizer.total_hits = before


@pytest.mark.parametrize("make", [listed, paged, barred])
async def test_clean_lines_do_not_trouble_it(make: Callable[[], Widget]) -> None:
    app = Host(make)
    async with at(app, (60, 6)) as person:
        await person.press("down", "up")
        assert app.output_sanitizer.hits == 0
