"""Moving in the list of events moves the mark in the strip over it, and a filter changes what the strip counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import opened
from tests.screens.panel_keys import EVENTS, QUOTES
from tui.paths import EXAMPLE, content


@pytest.mark.long
async def test_the_mark_follows_the_cursor_and_the_bars_follow_the_filter() -> None:
    async with opened(Path(content(EXAMPLE)), size=(120, 40)) as person:
        await person.press(EVENTS)
        assert person.lines[1].split()[0] == "1966"
        at_the_head = person.lines[4]
        assert "by half-year, at most 15" in at_the_head
        await person.press("down")
        assert "▲ Jan–Jun 1966: 1 event" in person.lines[4]
        await person.press("end")
        assert "Jan–Jun 1975: 4 events ▲" in person.lines[4]
        await person.press("question_mark")
        assert "▲ moment" in person.text
        await person.press("escape", "slash", *"sanctions", "enter")
        bars = "".join(person.lines[3:5])[:40]
        assert any(": 1 event" in line for line in person.lines[4:7])
        assert bars.count("█") <= 2
        await person.press(QUOTES)
        assert "▲" not in person.text, "no other list has a strip"
