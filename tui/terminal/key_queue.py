"""Dispatches keys one after the other: each takes full effect, wherever that moves the focus, before the next.

Textual sends a key to whatever has the focus when it arrives, and handles it later. When keys arrive together, as they
do over a slow connection or from a fast typist, the second would go to the pane that the first is about to leave.
A key that arrives while nothing is pending is dispatched immediately.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final

from textual.app import App
from textual.events import Event, InputEvent, Key, MouseEvent, MouseUp, Paste
from textual.message_pump import MessagePump
from textual.widget import Widget

__all__ = ["KeyQueue"]

_IDLE_CHECK_DELAY: Final = 0.02
"""How long to wait after a key, in seconds, before checking that the app is idle: later than the key's repaint, earlier
than the next key."""
_HANDLER_TIMEOUT: Final = 1.0
"""Seconds a key waits for the one before; a handler that takes longer is not waited for."""


class KeyQueue:
    """The pending keys of one app. `dispatch` is Textual's own handling of an event."""

    def __init__(self, app: App[Any], dispatch: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._dispatch = dispatch
        self._pending: deque[Event] = deque()
        self._next: Event | None = None
        self._last_target: Widget | None = None
        self._dispatch_count = 0
        self._discarded_until = 0.0
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_idle(self) -> bool:
        """Whether every key has taken full effect."""
        return self._last_target is None and not self._pending

    def discard_typed_ahead(self) -> None:
        """Discard every key, paste and mouse event from before now that has not been dispatched yet."""
        self._pending.clear()
        self._discarded_until = Event().time  # by the clock that stamped the events which the app has yet to handle

    async def wait_until_idle(self) -> None:
        """Wait until every key has taken full effect."""
        while not self.is_idle:
            self._start_processing()
            if self._task is not None:
                await asyncio.wait((self._task,))

    async def handle(self, event: Event) -> None:
        """Dispatch an event now, or queue it if it has to wait for an earlier key."""
        if event.time < self._discarded_until and isinstance(event, InputEvent | Paste):
            return
        if event is not self._next and self._must_wait(event):
            self._pending.append(event)
            self._start_processing()
            return
        if isinstance(event, MouseEvent) and self._is_outside(event):
            return
        if isinstance(event, Key | Paste | MouseUp):
            self._last_target = self._app.focused or self._app.screen
            self._dispatch_count += 1
            self._schedule_idle_check()
        await self._dispatch(event)

    def _is_outside(self, event: MouseEvent) -> bool:
        """Whether the mouse was where there is no screen any more; Textual would take the focus away."""
        return self._app.mouse_captured is None and not self._app.size.region.contains(int(event.x), int(event.y))

    def _must_wait(self, event: Event) -> bool:
        if self._pending or self._next is not None:
            return isinstance(event, InputEvent | Paste)
        return self._last_target is not None and isinstance(event, Key | Paste)

    def _schedule_idle_check(self) -> None:
        if self._task is None and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_IDLE_CHECK_DELAY, self._start_processing)

    def _start_processing(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is None:
            self._task = asyncio.create_task(self._process())

    async def _process(self) -> None:
        try:
            while (target := self._last_target) is not None:
                dispatch_count = self._dispatch_count
                await self._wait_for_effects(target)
                if self._pending:
                    self._next = self._pending.popleft()
                    self._app.post_message(self._next)
                    await _wait_for_messages((self._app,))
                    self._next = None
                elif dispatch_count == self._dispatch_count:
                    self._last_target = None
        finally:
            self._task = self._next = self._last_target = None
            self._pending.clear()

    async def _wait_for_effects(self, target: Widget) -> None:
        """Wait until a key sent to `target` has bubbled up to the app, and then the messages that posted on its way."""
        ancestors = [node for node in target.ancestors_with_self if isinstance(node, MessagePump)]
        await _wait_for_messages((*ancestors, *ancestors))
        active_screen = self._app.screen_stack[-1:]
        if not set(active_screen) <= set(ancestors):
            await _wait_for_messages((*active_screen, self._app))


async def _wait_for_messages(pumps: Iterable[MessagePump]) -> None:
    """Wait until each message pump in turn has handled everything posted to it so far."""
    for pump in pumps:
        handled = asyncio.Event()
        if pump.is_running and pump.call_later(handled.set):
            try:
                await asyncio.wait_for(handled.wait(), _HANDLER_TIMEOUT)
            except TimeoutError:
                return
