"""A screen that paints at once. May not know what is painted.

Textual waits for the next tick of a timer before it paints, which on Linux is a millisecond at least: half of what a
cursor key takes. Where only lines are to be painted anew, as on every cursor key, there is nothing to wait for. What
needs a layout still waits, so that many changes cost one.

Private names of Textual relied on, watched by `tests/screens/test_prompt.py`: `Screen._on_timer_update`,
`_dirty_widgets`, `_layout_required`, `_scroll_required`, `_recompose_required`, `App._batch_count`.
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.screen import Screen

_LATER = 0.02


class PromptScreen(Screen[None]):
    """Paints as soon as nothing else is to be done."""

    def later(self, work: Callable[[], None]) -> None:
        """Do what nobody waits for, once what was painted is written: the writing thread needs the interpreter too."""
        self.set_timer(_LATER, work)

    async def _on_idle(self, event: events.Idle) -> None:
        waits = self._layout_required or self._scroll_required or self._recompose_required
        if self._dirty_widgets and not waits and self.is_current and not self.app._batch_count:
            self._on_timer_update()
