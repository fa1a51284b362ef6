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
from typing import Any

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event
from textual.filter import LineFilter
from textual.types import CSSPathType
from textual.worker import WorkerFailed

from tui.terminal.key_queue import KeyQueue
from tui.terminal.output_sanitizer import FilterChain, OutputSanitizer
from tui.terminal.saved_terminal import SavedTerminal
from tui.terminal.shutdown import Shutdown

__all__ = ["TerminalApp", "run_app"]


_SWITCH_INTERVAL = 0.0005
"""Seconds after which a thread that works lets another have the interpreter: the one that writes to the terminal, or
the one that draws while something long is worked out. Python's own 0.005 is longer than a key takes."""


class TerminalApp(App[int]):
    """The base of an app that `run_app` runs.

    `exit(3)` makes 3 the exit status, as `exit(return_code=3)` does. Under `run_test` an error is raised in the test,
    as with any Textual app. `output_sanitizer.hits` counts what the last output filter had to stop.
    """

    def __init__(
        self,
        driver_class: type[Driver] | None = None,
        css_path: CSSPathType | None = None,
        watch_css: bool = False,
        ansi_color: bool | None = None,
    ) -> None:
        self.output_sanitizer = OutputSanitizer()
        self._filter_chain = FilterChain(())
        self.saved_terminal = SavedTerminal()
        self.shutdown = Shutdown(self._exit_with_status, self.saved_terminal, self._print_error_message)
        self._owns_process = False
        self._exit_immediately = False
        self._exit_requested = False
        self._error_message = ""
        self.key_queue = KeyQueue(self, super().on_event)
        super().__init__(driver_class, css_path, watch_css, ansi_color)

    def get_driver_class(self) -> type[Driver]:
        """Return our driver, on Windows Textual's."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from tui.terminal.driver import TerminalDriver

        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and, after them, the output sanitizer."""
        filters = (*super().get_line_filters(), self.output_sanitizer)
        if filters != self._filter_chain.filters:
            self._filter_chain = FilterChain(filters)
        return (self._filter_chain,)

    def on_load(self) -> None:
        """Draw everything anew after a stop, and keep stray errors off the screen."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._owns_process:
            asyncio.get_running_loop().set_exception_handler(self._log_stray_error)

    async def on_event(self, event: Event) -> None:
        """Hand keys on one after the other."""
        if event.is_forwarded or not self.screen_stack:
            await super().on_event(event)
        else:
            await self.key_queue.handle(event)

    @property
    def is_idle(self) -> bool:
        """Whether every key has had its effect."""
        return self.key_queue.is_idle

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave the app; the first status of a signal or an internal error stands."""
        self._exit_requested = True
        super().exit(result, return_code, message)

    @contextlib.contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program, and take it back even when the block raises."""
        error: BaseException | None = None
        with self.shutdown.ignore_keyboard_signals(), super().suspend():
            try:
                yield
            except BaseException as raised:
                error = raised
        if error is not None:
            raise error

    def panic(self, *renderables: RenderableType) -> None:
        """Stop on an internal error, without showing the renderables: they may quote the dossier."""
        if self._owns_process:
            self._abort(RuntimeError())
        else:
            super().panic(*renderables)

    @property
    def status(self) -> int:
        """The exit status of the process: that of a signal or an internal error, or else what `exit` was given."""
        if self.shutdown.status is not None:
            return self.shutdown.status
        return self.return_code or self.return_value or 0

    def terminal_released(self) -> None:
        """End the process now if `run_app` was told to; not while an error is on its way to `run_app`."""
        if self._exit_immediately and self._exit_requested and sys.exc_info()[0] is None:
            self._print_error_message()
            os._exit(self.status)

    def _handle_exception(self, error: Exception) -> None:
        if self._owns_process:
            self._abort(error.error if isinstance(error, WorkerFailed) else error)
        else:
            super()._handle_exception(error)

    def _abort(self, error: BaseException) -> None:
        from tui.terminal import crash

        if not self._error_message:
            self._error_message = crash.report(error)
        self.shutdown.begin(crash.STATUS)

    def _log_stray_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log the error of a task nobody waited for; asyncio would print it with its message over the screen."""
        if not self._error_message and isinstance(error := context.get("exception"), Exception):
            from tui.terminal import crash

            crash.log_error(error)

    def _exit_with_status(self, status: int) -> None:
        self.exit(return_code=status)

    def _print_error_message(self) -> None:
        if self._error_message and sys.__stderr__ is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.__stderr__.write(f"{self._error_message}\n")
                sys.__stderr__.flush()


def run_app(app: TerminalApp, *, exit_immediately: bool = False) -> int:
    """Run an app and return the exit status; the terminal is as it was found, an internal error has left one line.

    With `exit_immediately` the process ends with that status as soon as the terminal is restored, and this function
    does not return: no widget receives `Unmount`, no worker is waited for, no `atexit` function runs.
    """
    app._owns_process = True
    app._exit_immediately = exit_immediately
    sys.setswitchinterval(_SWITCH_INTERVAL)
    try:
        app.run()
    except KeyboardInterrupt:
        app.shutdown.begin(130)
    except Exception as error:
        app._abort(error)
    finally:
        app.saved_terminal.restore()
        app.shutdown.restore_signal_handlers()
    app._print_error_message()
    return app.status
