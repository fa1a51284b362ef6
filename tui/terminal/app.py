"""An app that gives the terminal back whatever happens, and the function that runs it.

May not know what is shown. Private names of Textual relied on, watched by `tests/terminal/test_textual_names.py`:
`App._handle_exception`, through which every unhandled error of a handler, worker, timer, compose or stylesheet passes.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event
from textual.filter import LineFilter
from textual.types import CSSPathType
from textual.worker import WorkerFailed

from tui.terminal.found import FoundTerminal
from tui.terminal.gate import ControlGate, FilterChain
from tui.terminal.leaving import Leaving
from tui.terminal.turns import Turns

__all__ = ["TerminalApp", "run_app"]


_SWITCH = 0.0005
"""Seconds after which a thread that works lets another have the interpreter: the one that writes to the terminal, or
the one that draws while something long is worked out. Python's own 0.005 is longer than a key takes."""


class TerminalApp(App[int]):
    """The base of an app that `run_app` runs.

    `exit(3)` makes 3 the exit status, as `exit(return_code=3)` does. Under `run_test` an error is raised in the test,
    as with any Textual app. `gate.hits` counts what the last output filter had to stop.
    """

    PROGRAM: ClassVar[str] = "karabakh-tui"
    """The name in the one line an internal error leaves, and of the folder that holds its log."""

    def __init__(
        self,
        driver_class: type[Driver] | None = None,
        css_path: CSSPathType | None = None,
        watch_css: bool = False,
        ansi_color: bool | None = None,
    ) -> None:
        self.gate = ControlGate()
        self._filter_chain = FilterChain(())
        self.found = FoundTerminal()
        self.leaving = Leaving(self._leave, self.found, self._last_words)
        self._hosted = False
        self._at_once = False
        self._asked_to_leave = False
        self._farewell = ""
        self.turns = Turns(self, super().on_event)
        super().__init__(driver_class, css_path, watch_css, ansi_color)

    def get_driver_class(self) -> type[Driver]:
        """Return our driver, on Windows Textual's."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from tui.terminal.driver import TerminalDriver

        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and, after them, the gate."""
        filters = (*super().get_line_filters(), self.gate)
        if filters != self._filter_chain.filters:
            self._filter_chain = FilterChain(filters)
        return (self._filter_chain,)

    def on_load(self) -> None:
        """Draw everything anew after a stop, and keep stray errors off the screen."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._hosted:
            asyncio.get_running_loop().set_exception_handler(self._stray_error)

    async def on_event(self, event: Event) -> None:
        """Hand keys on one after the other."""
        if event.is_forwarded or not self.screen_stack:
            await super().on_event(event)
        else:
            await self.turns.take(event)

    @property
    def at_rest(self) -> bool:
        """Whether every key has had its effect."""
        return self.turns.at_rest

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave the app; the first status of a signal or an internal error stands."""
        self._asked_to_leave = True
        super().exit(result, return_code, message)

    @contextlib.contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program, and take it back even when the block raises."""
        error: BaseException | None = None
        with self.leaving.deaf_to_keyboard(), super().suspend():
            try:
                yield
            except BaseException as raised:
                error = raised
        if error is not None:
            raise error

    def panic(self, *renderables: RenderableType) -> None:
        """Stop on an internal error, without showing the renderables: they may quote the dossier."""
        if self._hosted:
            self._stop_on(RuntimeError())
        else:
            super().panic(*renderables)

    @property
    def status(self) -> int:
        """The exit status of the process: that of a signal or an internal error, or else what `exit` was given."""
        if self.leaving.status is not None:
            return self.leaving.status
        return self.return_code or self.return_value or 0

    def terminal_returned(self) -> None:
        """End the process now if `run_app` was told to; not while an error is on its way to `run_app`."""
        if self._at_once and self._asked_to_leave and sys.exc_info()[0] is None:
            self._last_words()
            os._exit(self.status)

    def _handle_exception(self, error: Exception) -> None:
        if self._hosted:
            self._stop_on(error.error if isinstance(error, WorkerFailed) else error)
        else:
            super()._handle_exception(error)

    def _stop_on(self, error: BaseException) -> None:
        from tui.terminal import crash

        if not self._farewell:
            self._farewell = crash.report(error, self.PROGRAM)
        self.leaving.begin(crash.STATUS)

    def _stray_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log the error of a task nobody waited for; asyncio would print it with its message over the screen."""
        if not self._farewell and isinstance(error := context.get("exception"), Exception):
            from tui.terminal import crash

            crash.record(error, self.PROGRAM)

    def _leave(self, status: int) -> None:
        self.exit(return_code=status)

    def _last_words(self) -> None:
        if self._farewell and sys.__stderr__ is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.__stderr__.write(f"{self._farewell}\n")
                sys.__stderr__.flush()


def run_app(app: TerminalApp, *, at_once: bool = False) -> int:
    """Run an app and return the exit status; the terminal is as it was found, an internal error has left one line.

    With `at_once` the process ends with that status as soon as the terminal is given back, and this function does not
    return: no widget hears `Unmount`, no worker is waited for, nothing waits in `atexit`.
    """
    app._hosted = True
    app._at_once = at_once
    sys.setswitchinterval(_SWITCH)
    try:
        app.run()
    except KeyboardInterrupt:
        app.leaving.begin(130)
    except Exception as error:
        app._stop_on(error)
    finally:
        app.found.give_back()
        app.leaving.silence()
    app._last_words()
    return app.status
