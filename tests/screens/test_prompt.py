"""A cursor key is painted at once, without waiting for the tick of a timer; the names this relies on are there."""

from __future__ import annotations

import inspect

import pytest
from textual.app import App
from textual.screen import Screen

from tests.screens.opened import browsing, opened


async def test_what_is_dirty_is_painted_when_nothing_else_is_to_be_done_and_no_timer_is_started() -> None:
    async with opened() as person:
        screen = browsing(person)
        timer = screen._update_timer
        resumed: list[bool] = []
        timer.resume = lambda: resumed.append(True)  # type: ignore[method-assign]
        await person.press("down", "down", "up")
        assert person.lit("#records").startswith("▌  Azerbaijan")
        assert resumed == []


@pytest.mark.parametrize("name", ["_layout_required", "_scroll_required", "_recompose_required", "_dirty_widgets"])
def test_the_screen_of_textual_asks_for_the_same_before_it_paints(name: str) -> None:
    assert f"self.{name}" in inspect.getsource(Screen._on_idle)
    assert f"self.{name}" in inspect.getsource(Screen._on_timer_update)


def test_painting_is_one_method_and_batches_are_counted() -> None:
    assert "self._on_timer_update" in inspect.getsource(Screen)
    assert "self.app._batch_count" in inspect.getsource(Screen._on_idle)
    assert "_batch_count" in inspect.getsource(App.batch_update) + inspect.getsource(App._begin_batch)
