"""Seeded random walks of keys, clicks, turns of the wheel and resizes: nothing breaks, nowhere is a dead end.

Every few steps the walk comes to rest and is looked at: the app lives, the output sanitizer had nothing to stop, `esc`
leads back to the list, or to the page where there is none, and `backspace` leads back to exactly where the last visit
began. One dossier is opened on the tour, which is skipped, ended and begun again like anything else.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size

from tests.marks import mostly_long
from tests.screens.person import Person, at
from tui.app import KarabakhApp
from tui.cli.reader import Reader
from tui.screens.browse import BrowseScreen

STEPS = int(os.environ.get("WALK_STEPS", "100"))
"""For each of the eight walks. `WALK_STEPS=2500` makes 20,000 in all; .ci/run does."""
SEED = int(os.environ.get("WALK_SEED", "0"))
"""Other walks for each number; how the program's threads and timers fall in is chance in any case."""
STRIDE = 50
"""Steps between two looks."""
SIZES = (
    (1, 1),
    (2, 2),
    (10, 3),
    (20, 5),
    (40, 15),
    (59, 20),
    (80, 24),
    (120, 40),
    (149, 40),
    (150, 40),
    (200, 50),
    (300, 90),
)
KEYS = (
    *("down", "up", "j", "k", "enter", "backspace", "tab", "left", "right", "h", "l") * 4,
    *(
        "pageup",
        "pagedown",
        "home",
        "end",
        "g",
        "G",
        "space",
        "n",
        "N",
        "s",
        "alt+left",
        "alt+right",
        "[",
        "]",
        "shift+tab",
    )
    * 2,
    *"1234567" * 2,
    *"089embpfuo.,wF",
    *"aaA<>xd",
    *"MMLi",
    *"yyYBX",
    *"cC",
    *(
        "slash",
        "escape",
        "escape",
        "colon",
        "ctrl+p",
        "question_mark",
        "f1",
        "a",
        "z",
        "r",
        "İ",
        "x",
        "ctrl+f",
        "ctrl+b",
    ),
)
NAMED = {"slash": "/", "colon": ":", "question_mark": "?", "space": " "}
CALLED = {
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    ".": "full_stop",
    ",": "comma",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}


_RECORDS = """
[[actors]]
id = "a-%(number)d"
kind = "state"
name = "%(text)sx"
aliases = ["%(text)sy"]
summary = "%(text)s"

[[quotes]]
id = "q-%(number)d"
speaker = "a-%(number)d"
text = "%(text)s."
to = ["a-%(other)d"]
about = ["a-0"]
cite = "s-%(source)d#p1%(other)d"

[[alliances]]
id = "t-%(number)d"
from = "a-%(number)d"
to = "a-%(other)d"
kind = "aid"
status = "contested"
by = ["a-%(other)d"]
terms = "%(text)s"
quotes = ["q-%(number)d"]
cite = "s-%(source)d#p1%(other)d"

[[claims]]
id = "c-%(number)d"
text = "%(text)s."
by = ["s-0"]
status = "judgement"
about = ["t-%(number)d"]
cite = "s-%(source)d"
"""


def hostile(folder: Path) -> Path:
    """A dossier whose every text is an attack on markup, on the terminal, or on the width of a line."""
    attacks = [
        "[/]",
        "[@click=app.quit]x[/]",
        "[to Azerbaijan] :fire: $primary",
        "\\u001b]52;c;ZXZpbA==\\u0007 \\u001b[31m \\u009b31m",
        "\\u202eevil\\u202c\\u200b\\u200d\\ufe0f",
        "W" * 300,
        "a\\n" * 40,
        "e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301 停火協議 Երևան İstanbul",
    ]
    parts = ['dossier = 1\ntitle = "[/] \\u001b]0;evil\\u0007"\nsides = ["a-0", "a-1"]\n']
    parts += [
        f'[[sources]]\nid = "s-{n}"\ntitle = "{text}"\nkind = "article"\nnote = "{text}"\n'
        for n, text in enumerate(attacks[:3])
    ]
    for number in range(40):
        names = {
            "number": number,
            "text": attacks[number % len(attacks)],
            "other": (number + 1) % 40,
            "source": number % 3,
        }
        parts.append(_RECORDS % names)
    path = folder / "hostile.toml"
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


class Walk:
    """One walk: a person, a seed, and what was done since the last look."""

    def __init__(self, person: Person[KarabakhApp], seed: int) -> None:
        self.person = person
        self.chance = random.Random(seed)  # noqa: S311
        self.done: list[str] = []

    async def step(self) -> None:
        """Do one thing without waiting for it."""
        choice = self.chance.random()
        driver = self.person.app._driver
        assert driver is not None
        if choice < 0.90:
            key = self.chance.choice(KEYS)
            self.done.append(key)
            self.send(key)
        elif choice < 0.98:
            width, height = self.person.app.size
            x, y = self.chance.randrange(max(1, width)), self.chance.randrange(max(1, height))
            button = self.chance.choice((0, 0, 64, 65))
            lines = self.person.lines
            if button == 0 and (y == height - 1 or (y < len(lines) and "Quit" in lines[y][max(0, x - 7) : x + 7])):
                return  # it might leave: the key bar may be another one by the time of the click
            self.done.append(f"mouse {button} at {x},{y}")
            for end in "Mm" if button == 0 else "M":
                for message in self.person._mouse.feed(f"\x1b[<{button};{x + 1};{y + 1}{end}"):
                    driver.process_message(message)
        else:
            size = Size(*self.chance.choice(SIZES))
            self.done.append(f"resize to {size.width}x{size.height}")
            driver._size = size
            self.person.app.post_message(events.Resize(size, size))

    def send(self, key: str) -> None:
        """Press a key and do not wait for what comes of it."""
        character = NAMED.get(key, key if len(key) == 1 else None)
        event = events.Key(CALLED.get(key, key), character)
        event.set_sender(self.person.app)
        driver = self.person.app._driver
        assert driver is not None
        driver.send_message(event)

    async def look(self) -> None:
        """Come to rest, and see that the reader can always get out and back."""
        person, app = self.person, self.person.app
        await person.settle()
        told = f"after {self.done}"
        assert app.is_running, told
        assert app._exception is None, told
        assert app.output_sanitizer.hits == 0, told
        await self.out()
        screen = app.screen
        assert isinstance(screen, BrowseScreen), told
        alone = screen.split_view.list_hidden
        told = f"focus {screen.focused}, alone {alone}, {screen.here()}, {app.size}, {screen.classes}, {told}"
        assert screen.split_view.detail.has_focus if alone else screen.records.has_focus, told
        assert not alone or screen.catalog.has_no_list(screen.here().panel, screen.records.record), told
        assert screen.here().filter == "", told
        assert 0 <= screen.navigator.trail.at < len(screen.navigator.trail.places), told
        await self.there_and_back(screen, told)
        self.done.clear()

    async def out(self) -> None:
        """Press `esc` as often as there are layers, and wait until what is said for a moment is gone with its rows."""
        for _ in range(6):
            self.send("escape")
        await self.person.settle()
        self.person.app.clear_notifications()
        await self.person.settle()

    async def there_and_back(self, screen: BrowseScreen, told: str) -> None:
        """Visit some place and go back: everything is as it was."""
        here, at = screen.here(), screen.navigator.trail.at
        await self.person.press(self.chance.choice(("0", "1", "2", "3", "5", "7", "8", "e", "m", "b", "enter", "s")))
        if screen.navigator.trail.at > at:
            await self.person.press("backspace")
            self.person.app.clear_notifications()
            await self.person.settle()
            assert screen.here() == here, told


@pytest.fixture
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "exported").mkdir()
    monkeypatch.chdir(tmp_path / "exported")


@pytest.mark.usefixtures("_own_state")
@pytest.mark.parametrize(
    "size",
    [
        pytest.param((80, 24), marks=pytest.mark.quick),
        *(pytest.param(size, marks=pytest.mark.long) for size in ((120, 40), (200, 50), (30, 8))),
    ],
)
@pytest.mark.parametrize("which", mostly_long(["bundled", "hostile"], "hostile"))
async def test_a_random_walk_finds_neither_an_error_nor_a_dead_end(
    which: str, size: tuple[int, int], tmp_path: Path
) -> None:
    file = None if which == "bundled" else str(hostile(tmp_path))
    app = KarabakhApp(Reader(file, {}), "actors", tour=which == "hostile")
    async with at(app, size) as person:
        walk = Walk(person, SEED + size[0])
        for number in range(1, STEPS + 1):
            await walk.step()
            if number % STRIDE == 0:
                await walk.look()
        await person.resize(80, 24)
        await person.press("q")
    assert app.return_code == 0
