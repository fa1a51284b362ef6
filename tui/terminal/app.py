"""An app that restores the terminal however it ends, and the function that runs it."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.events import Event
from textual.filter import LineFilter
from textual.worker import WorkerFailed

from tui.terminal import compat
from tui.terminal.key_queue import KeyQueue
from tui.terminal.output_sanitizer import FilterChain, OutputSanitizer
from tui.terminal.saved_terminal import SavedTerminal
from tui.terminal.shutdown import Shutdown

if TYPE_CHECKING:
    from textual.types import CSSPathType

__all__ = ["TerminalApp", "run_app"]


_SWITCH_INTERVAL = 0.0005
"""Seconds after which a busy thread lets another one have the interpreter: the one that writes to the terminal, or the
one that draws while something long is computed. Python's default of 0.005 is longer than a key takes."""


class TerminalApp(App[int]):
    """The base of an app that `run_app` runs.

    `exit(3)` makes 3 the exit status, as `exit(return_code=3)` does. Under `run_test` an error is raised in the test,
    as with any Textual app. `output_sanitizer.hits` counts the lines that the last output filter had to change.
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
        """Return our driver; Textual's on Windows, and where this version of Textual does not support ours."""
        if sys.platform == "win32":
            return super().get_driver_class()
        if compat.has_key_parser():
            from tui.terminal.driver import TerminalDriver

            if not inspect.isabstract(TerminalDriver):
                return TerminalDriver
        from tui.terminal.fallback import track_terminal

        return track_terminal(super().get_driver_class(), self.saved_terminal)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters, followed by the output sanitizer."""
        filters = (*super().get_line_filters(), self.output_sanitizer)
        if filters != self._filter_chain.filters:
            self._filter_chain = FilterChain(filters)
        return (self._filter_chain,)

    def on_load(self) -> None:
        """Handle signals and stray errors, and redraw everything when the app continues after a stop."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self._owns_process:
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(self._log_stray_error)
            if sys.platform != "win32":
                self.shutdown.install_signal_handlers(loop)

    async def on_event(self, event: Event) -> None:
        """Dispatch keys one after the other."""
        if event.is_forwarded or not self.screen_stack:
            await super().on_event(event)
        else:
            await self.key_queue.handle(event)

    def discard_typed_ahead(self) -> None:
        """Forget the keys that were typed before now and have not been dispatched yet."""
        self.key_queue.discard_typed_ahead()

    @property
    def is_idle(self) -> bool:
        """Whether every key has taken full effect."""
        return self.key_queue.is_idle

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Exit the app; the status of a signal or an internal error takes precedence over `return_code`."""
        self._exit_requested = True
        super().exit(result, return_code, message)

    @contextlib.contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program, and take it over again even when the block raises."""
        error: BaseException | None = None
        with self.shutdown.ignore_keyboard_signals(), super().suspend():
            try:
                yield
            except BaseException as raised:
                error = raised
            self.saved_terminal.restore_after_other_program()
        if error is not None:
            raise error

    def panic(self, *renderables: RenderableType) -> None:
        """Shut down on an internal error, without showing the renderables, which may quote the dossier."""
        if self._owns_process:
            self.abort(RuntimeError())
        else:
            super().panic(*renderables)

    def abort(self, error: Exception | None) -> None:
        """Shut down on an internal error, `None` if it is unknown; the first one is reported. Thread-safe."""
        from tui.terminal import crash

        if not self._error_message:
            if error is None:
                self._error_message = crash.message("unknown error", None)
            else:
                self._error_message = crash.report(error.error if isinstance(error, WorkerFailed) else error)
        self.shutdown.begin(crash.STATUS)

    @property
    def status(self) -> int:
        """The exit status of the process: that of a signal or an internal error, or else what `exit` was given."""
        if self.shutdown.status is not None:
            return self.shutdown.status
        return self.return_code or self.return_value or 0

    def terminal_released(self) -> None:
        """End the process now if `run_app` was told to, unless an error is being raised that `run_app` reports."""
        if self._exit_immediately and self._exit_requested and sys.exc_info()[0] is None:
            self._print_error_message()
            os._exit(self.status)

    def _log_stray_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log the error of a task that nobody awaited; asyncio would print it, message included, over the screen."""
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
    """Run an app and return its exit status; the terminal is restored, an internal error has printed one line.

    With `exit_immediately` the process ends with that status as soon as the terminal is restored, and this function
    does not return: no widget receives `Unmount`, no worker is waited for, no `atexit` function runs.
    """
    app._owns_process = True
    app._exit_immediately = exit_immediately
    sys.setswitchinterval(_SWITCH_INTERVAL)
    errors_are_reported = compat.handle_errors(app, app.abort)
    if not errors_are_reported:
        from tui.terminal.fallback import discard_tracebacks

        discard_tracebacks(app)
    try:
        app.run()
    except KeyboardInterrupt:
        app.shutdown.begin(130)
    except Exception as error:
        app.abort(error)
    finally:
        app.saved_terminal.restore()
        app.shutdown.restore_signal_handlers()
    if not errors_are_reported and app.return_code and not app._exit_requested:
        app.abort(None)
    app._print_error_message()
    return app.status
