"""What the program says for a moment, in the key bar of whichever screen is open."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.screen import Screen

from tui.pages.page import Span, Spans
from tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

_LEAST_SECONDS: Final = 4.0
"""How long a notice is shown at least."""
_CHARACTERS_A_SECOND: Final = 15.0
"""How fast a long one is read."""
_SEEN: Final = 1.0
"""The seconds after which the next key takes back what is mere information: it belongs to what was done before."""


class Notices:
    """Says one thing after the other for one app."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._unread: KeyBar | None = None
        self._informed: tuple[KeyBar, float] | None = None

    def say(self, notice: str, severity: SeverityLevel = "information", seconds: float | None = None) -> None:
        """Say something in place of what was said before; what is no mere information stays until it `was_read`."""
        self.end()
        if not self._app.screen_stack:
            return
        screen = self._app.screen
        if (bar := _key_bar(screen)) is not None:
            self._say_in(bar, notice, severity, seconds)
        else:  # the screen was opened a moment ago
            screen.call_after_refresh(self._say_later, screen, notice, severity, seconds)

    def _say_later(self, screen: Screen[Any], notice: str, severity: SeverityLevel, seconds: float | None) -> None:
        if (bar := _key_bar(screen)) is not None:
            self._say_in(bar, notice, severity, seconds)

    def _say_in(self, bar: KeyBar, notice: str, severity: SeverityLevel, seconds: float | None) -> None:
        if severity == "information":
            bar.say(notice, seconds=seconds or max(_LEAST_SECONDS, len(notice) / _CHARACTERS_A_SECOND))
            self._informed = bar, monotonic()
        else:
            bar.say(notice, _mark(severity))
            self._unread = bar

    def was_read(self) -> None:
        """Take back a warning or an error, and other information that has been there for a moment."""
        if self._unread is not None:
            self._unread.unsay()
            self._unread = None
        if self._informed is not None and monotonic() - self._informed[1] > _SEEN:
            self._informed[0].unsay()
            self._informed = None

    def end(self) -> None:
        """Take back what is said on the open screen, and a warning or an error on any other."""
        self.was_read()
        if self._app.screen_stack and (bar := _key_bar(self._app.screen)) is not None:
            bar.unsay()


def _key_bar(screen: Screen[Any]) -> KeyBar | None:
    return next(iter(screen.query(KeyBar)), None)


def _mark(severity: SeverityLevel) -> Spans:
    from tui.pages.views.problems import problem_mark

    mark = problem_mark("error" if severity == "error" else "warning")
    return (mark, Span(" "))
