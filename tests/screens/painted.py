"""What has come to stand on a terminal, painted bit by bit, beside what painting all of it anew would put there.

Private names of Textual relied on: `App._display`, `App._background_screens`, `Screen._compositor`,
`_compositor.CompositorUpdate`, `Compositor.render_update`.
"""

from __future__ import annotations

import re
from typing import Any
from unicodedata import normalize

import pyte
import pytest
from textual._compositor import CompositorUpdate

from tests.screens.opened import Reading
from tui.app import KarabakhApp

_UNKNOWN = re.compile(r"\x1b\[[<=>][^@-~]*[@-~]")
_BLANK = pyte.screens.Char(" ")
_EDGE = "▌"
"""The left edge of a notice."""


class Paper:
    """A terminal that keeps what an app in a test would have written to it. `pieces` are the updates, oldest first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
        self.pieces: list[str] = []
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        monkeypatch.setattr(KarabakhApp, "_display", lambda app, _, update: self._take(app, update))

    def _take(self, app: KarabakhApp, update: Any) -> None:
        if update is None or app._batch_count:
            return
        assert isinstance(update, CompositorUpdate)
        if (self._screen.columns, self._screen.lines) != tuple(app.size):
            self._screen.resize(app.size.height, app.size.width)
        self.pieces.append(update.render_segments(app.console))
        self._stream.feed(_UNKNOWN.sub("", self.pieces[-1]))

    def wrong(self, person: Reading) -> list[str]:
        """The lines that look otherwise than if all were painted anew."""
        anew = painted_anew(person)
        return [
            f"line {y}: {_words(self._screen, y)!r} and not {_words(anew, y)!r}"
            for y in range(person.app.size.height)
            if _line(self._screen, y) != _line(anew, y)
        ]


def painted_anew(person: Reading) -> pyte.Screen:
    """What a terminal shows once all is painted, with what is behind a dialog."""
    app = person.app
    anew = pyte.Screen(*app.size)
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(update, CompositorUpdate)
    pyte.Stream(anew).feed(_UNKNOWN.sub("", update.render_segments(app.console)))
    return anew


def _line(screen: pyte.Screen, y: int) -> list[pyte.screens.Char]:
    """The cells of a line, without the accents of a letter that a notice over the text begins beside.

    Textual cuts them off when it paints all, and leaves them where they stand when it paints the notice alone.
    """
    line = [screen.buffer[y].get(x, _BLANK) for x in range(screen.columns)]
    beside = (*line[1:], _BLANK)
    return [
        one._replace(data=normalize("NFD", one.data)[:1]) if after.data == _EDGE else one
        for one, after in zip(line, beside, strict=True)
    ]


def _words(screen: pyte.Screen, y: int) -> str:
    return "".join(char.data for char in _line(screen, y)).rstrip()
