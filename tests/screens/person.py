"""Somebody at the terminal: presses keys, moves the mouse, reads the lines. Waits for what happens, not for time.

Private names of Textual relied on, most of them as its own pilot does: `Pilot._wait_for_screen`, `App._driver`,
`App._exception`, `App._resize_event`, `App._notifications`, `Screen._compositor`, `Screen._on_timer_update`,
`Screen._callbacks`, `Screen._dirty_widgets`, `Screen._layout_required`, `MessagePump._message_queue`,
`MessagePump._next_callbacks`, `keys._character_to_key`, `XTermParser`, `Stylesheet._parse_rules` and
`Stylesheet._variables`; of asyncio: `Event._waiters`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from unittest.mock import patch

from rich.segment import Segment
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region, Size
from textual.keys import _character_to_key
from textual.message_pump import MessagePump
from textual.widget import Widget

from tui.pages.page import Page
from tui.render.layout import PageLayout, lay_out
from tui.terminal.app import TerminalApp
from tui.widgets.key_bar import KeyBar
from tui.widgets.page import layout_cache

if TYPE_CHECKING:
    from textual.pilot import Pilot

A = TypeVar("A", bound=App[int])
_PATIENCE = 60.0
_QUIET_ROUNDS = 4
"""How often in a row, each time after all other tasks had a turn, nothing may be left to do."""
_ROUNDS_WITHOUT_PAUSE = 50
"""After so many rounds the app waits for another thread: do not keep the processor busy."""
_CHARACTERS = {"space": " ", "slash": "/", "question_mark": "?", "colon": ":", "full_stop": ".", "comma": ","}


def _parse_once() -> None:
    """Have each style sheet parsed once for all apps of the tests, not once for each: that is an eighth of a start."""
    parse, parsed = Stylesheet._parse_rules, {}

    def rules(sheet: Stylesheet, *arguments: Any, **named: Any) -> Any:
        key = (arguments, tuple(named.items()), frozenset(sheet._variables.items()))
        if key not in parsed:
            parsed[key] = parse(sheet, *arguments, **named)
        return parsed[key]

    setattr(Stylesheet, "_parse_rules", rules)  # noqa: B010


_known = lru_cache(256)(lay_out)


def _laid_out(page: Page, width: int, height: int | None = None) -> PageLayout:
    """Each page laid out once for each size, whichever app shows it: that is a tenth of what these tests take."""
    try:
        return _known(page, width, height)
    except TypeError:  # a block of it cannot be hashed
        return lay_out(page, width, height)


_parse_once()


class Person(Generic[A]):
    """Somebody at the program. Columns and lines count from 0, as on the screen."""

    def __init__(self, pilot: Pilot[Any], app: A) -> None:
        self._pilot = pilot
        self.app = app
        self._mouse = XTermParser()

    # Doing

    async def press(self, *keys: str, at_once: bool = False) -> None:
        """Press keys, by Textual's names, and wait until nothing more comes of it, or `at_once` and wait after all."""
        for key in keys:
            character = _CHARACTERS.get(key, key if len(key) == 1 else None)
            event = events.Key(_character_to_key(key) if len(key) == 1 else key, character)
            event.set_sender(self.app)
            self._driver.send_message(event)
            if not at_once:
                await self.settle()
        await self.settle()

    async def write(self, text: str, *, at_once: bool = False) -> None:
        """Type text, in one go if `at_once`."""
        await self.press(*text, at_once=at_once)

    async def paste(self, text: str) -> None:
        """Paste text."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def click(self, x: int, y: int) -> None:
        """Click at a cell."""
        await self.mouse(f"\x1b[<0;{x + 1};{y + 1}M", f"\x1b[<0;{x + 1};{y + 1}m")

    async def click_on(self, words: str, number: int = 0) -> None:
        """Click on words that are on the screen; `number` says on which of several, from 0."""
        spots = [(line.index(words), y) for y, line in enumerate(self.lines) if words in line]
        assert spots, f"{words!r} is not on the screen:\n{self.text}"
        x, y = spots[number]
        await self.click(columns(self.lines[y][:x]), y)

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse button at one cell and let it go at another, with a stop on the way."""
        (x, y), (to_x, to_y) = start, end
        way = [(x, y), ((x + to_x) // 2, (y + to_y) // 2), (to_x, to_y)]
        moves = [f"\x1b[<32;{column + 1};{line + 1}M" for column, line in way]
        await self.mouse(f"\x1b[<0;{x + 1};{y + 1}M", *moves, f"\x1b[<0;{to_x + 1};{to_y + 1}m")

    async def wheel(self, x: int, y: int, *, up: bool = False) -> None:
        """Turn the wheel by one notch."""
        await self.mouse(f"\x1b[<{64 if up else 65};{x + 1};{y + 1}M")

    async def mouse(self, *sequences: str, at_once: bool = False) -> None:
        """Send what a terminal sends for the mouse (SGR), and wait after each, or `at_once` and wait after all."""
        for sequence in sequences:
            for message in self._mouse.feed(sequence):
                self._driver.process_message(message)
            if not at_once:
                await self.settle()
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        self._driver._size = Size(width, height)
        self.app.post_message(events.Resize(Size(width, height), Size(width, height)))
        await self._pilot._wait_for_screen()
        await self.settle()

    async def settle(self) -> None:
        """Wait until all messages are handled and nothing is left to be drawn."""
        end = time.monotonic() + _PATIENCE
        quiet = rounds = 0
        while quiet < _QUIET_ROUNDS and self.app._exception is None:
            assert time.monotonic() < end, "the screen never comes to rest"
            rounds += 1
            await asyncio.sleep(0 if rounds % _ROUNDS_WITHOUT_PAUSE else 0.002)
            if self.app._resize_event is not None:
                continue
            if isinstance(self.app, TerminalApp):
                await self.app.key_queue.wait_until_idle()
            if not self.app.is_running or not self.app.screen_stack:
                return
            screen = self.app.screen
            pumps: tuple[MessagePump, ...] = (self.app, screen, *screen.walk_children())
            if not all(map(_idle, pumps)):
                quiet = 0
                continue
            drawn = not (screen._dirty_widgets or screen._layout_required or screen._callbacks)
            screen._on_timer_update()
            quiet = quiet + 1 if drawn else 0

    async def until(self, happens: Callable[[], object]) -> None:
        """Wait until something is so, for what a worker or a timer does."""
        end = time.monotonic() + _PATIENCE
        while not happens():
            assert time.monotonic() < end, f"it never happens; on the screen:\n{self.text}"
            await asyncio.sleep(0.005)
            await self.settle()

    async def sees(self, words: str) -> None:
        """Wait until words are on the screen."""
        await self.until(lambda: words in self.text)

    # Seeing

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line, without the blanks at the right."""
        return ["".join(segment.text for segment in strip).rstrip() for strip in self._strips()]

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines)

    def pane(self, which: str | Widget) -> list[str]:
        """The visible lines of one widget, cut out of the screen, without the blanks at the right."""
        return ["".join(segment.text for segment in line).rstrip() for line in self.cells(which)]

    def highlighted(self, which: str | Widget) -> str:
        """The words reversed and bold in one widget: the row of the cursor or the selected link; rows joined by |."""
        rows = []
        for line in self.cells(which):
            styled = (segment for segment in line if segment.style and segment.style.reverse and segment.style.bold)
            if words := "".join(segment.text for segment in styled).strip():
                rows.append(words)
        return "|".join(rows)

    def matches(self, which: str | Widget) -> list[str]:
        """What is marked as a match in one widget: reversed, and where that is the cursor, underlined."""
        segments = [segment for line in self.cells(which) for segment in line if segment.style]
        return [
            segment.text
            for segment in segments
            if segment.style and segment.style.reverse and (segment.style.underline or not segment.style.bold)
        ]

    def cells(self, which: str | Widget) -> list[list[Segment]]:
        """The visible segments of one widget, line by line."""
        widget = self.app.screen.query_one(which) if isinstance(which, str) else which
        region = widget.region.intersection(Region(0, 0, *self.app.size))
        strips = self._strips()
        return [list(strips[y].crop(region.x, region.right)) for y in range(region.y, region.bottom)]

    def spot(self, words: str, number: int = 0) -> tuple[int, int]:
        """The cell at which words begin."""
        spots = [(columns(line[: line.index(words)]), y) for y, line in enumerate(self.lines) if words in line]
        assert spots, f"{words!r} is not on the screen:\n{self.text}"
        return spots[number]

    @property
    def told(self) -> list[str]:
        """What is said for a moment: by notifications of Textual, where an app has them, then in the key bar."""
        said = [bar.notice for bar in self.app.screen.query(KeyBar) if bar.notice]
        return [*(notice.message for notice in self.app._notifications), *said]

    def forget(self) -> None:
        """Drop what is said for a moment."""
        self.app.clear_notifications()

    @property
    def _driver(self) -> Any:
        driver = self.app._driver
        assert driver is not None
        return driver

    def _strips(self) -> list[Any]:
        return self.app.screen._compositor.render_strips()


def _idle(pump: MessagePump) -> bool:
    """Whether a widget, screen or app waits for its next message and has nothing else to do."""
    queue: Any = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters) and not pump._next_callbacks


def columns(text: str) -> int:
    """The width of text in cells."""
    from rich.cells import cell_len

    return cell_len(text)


@asynccontextmanager
async def at(app: A, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person[A]]:
    """Somebody in front of `app`, once it has come to rest."""
    own: Any = getattr(layout_cache, "lay_out")  # noqa: B009
    own = _laid_out if own is lay_out else own  # a test may have put something in its place
    with patch.object(layout_cache, "lay_out", own):
        async with app.run_test(size=size, notifications=True) as pilot:
            person = Person(pilot, app)
            await person.settle()
            yield person


def words_of(lines: list[str]) -> Iterator[str]:
    """The words of some lines."""
    for line in lines:
        yield from line.split()
