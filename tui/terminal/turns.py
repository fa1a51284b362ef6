"""Keys take turns: each one has had its whole effect, wherever it moved the focus, before the next is handed on.

Textual hands a key to whatever has the focus when it arrives, and lets it act later. Of keys that arrive together, as
they do over a slow line or from a fast hand, the second would go to the pane that the first one is about to leave.
A key that finds all at rest is handed on at once, so that taking turns costs nothing to one who waits.

May not know what a key means.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final

from textual.app import App
from textual.events import Event, InputEvent, Key, MouseUp, Paste
from textual.message_pump import MessagePump
from textual.widget import Widget

__all__ = ["Turns"]

_REST: Final = 0.02
"""Seconds after a key until it is looked whether all is at rest: later than its paint, earlier than the next key."""
_PATIENCE: Final = 1.0
"""Seconds that a key waits for the one before; a handler that takes longer is not waited for."""


class Turns:
    """The keys of one app. `hand_on` is Textual's own way with an event."""

    def __init__(self, app: App[Any], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Event] = deque()
        self._turn: Event | None = None
        self._before: Widget | None = None
        self._handed_on = 0
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    @property
    def at_rest(self) -> bool:
        """Whether every key has had its effect."""
        return self._before is None and not self._waiting

    async def rest(self) -> None:
        """Wait until every key has had its effect."""
        while not self.at_rest:
            self._settle()
            if self._task is not None:
                await asyncio.wait((self._task,))

    async def take(self, event: Event) -> None:
        """Hand an event on now if it is its turn or it needs none; otherwise when it is."""
        if event is not self._turn and self._must_wait(event):
            self._waiting.append(event)
            self._settle()
            return
        if isinstance(event, Key | Paste | MouseUp):
            self._before = self._app.focused or self._app.screen
            self._handed_on += 1
            self._rest_later()
        await self._hand_on(event)

    def _must_wait(self, event: Event) -> bool:
        if self._waiting or self._turn is not None:
            return isinstance(event, InputEvent | Paste)
        return self._before is not None and isinstance(event, Key | Paste)

    def _rest_later(self) -> None:
        if self._task is None and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_REST, self._settle)

    def _settle(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is None:
            self._task = asyncio.create_task(self._take_turns())

    async def _take_turns(self) -> None:
        try:
            while (before := self._before) is not None:
                handed_on = self._handed_on
                await self._come_to_rest(before)
                if self._waiting:
                    self._turn = self._waiting.popleft()
                    self._app.post_message(self._turn)
                    await _passed((self._app,))
                    self._turn = None
                elif handed_on == self._handed_on:
                    self._before = None
        finally:
            self._task = self._turn = self._before = None
            self._waiting.clear()

    async def _come_to_rest(self, before: Widget) -> None:
        """Wait until a key given to `before` has gone up to the app and what it made there has gone up as well."""
        up = [node for node in before.ancestors_with_self if isinstance(node, MessagePump)]
        await _passed((*up, *up))
        shown = self._app.screen_stack[-1:]
        if not set(shown) <= set(up):
            await _passed((*shown, self._app))


async def _passed(pumps: Iterable[MessagePump]) -> None:
    """Wait until each of `pumps` in turn has handled all it has been sent so far."""
    for pump in pumps:
        done = asyncio.Event()
        if pump.is_running and pump.call_later(done.set):
            try:
                await asyncio.wait_for(done.wait(), _PATIENCE)
            except TimeoutError:
                return
