"""Opening a dossier as the command does, and asking where the reader is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from tests.screens.person import Person, at
from tui import paths
from tui.app import KarabakhApp
from tui.cli.reader import Reader
from tui.dossier.load import Loaded
from tui.keys_file import OwnKeys, parse_own_keys
from tui.nav.trail import Place
from tui.screens.browse import BrowseScreen

Reading = Person[KarabakhApp]


class Unwatched(Reader):
    """A file that is read again only when somebody asks.

    The bundled dossier never changes: what the first reading of it made is shared by all tests.
    """

    _first = True

    def read(self) -> Loaded:
        first, self._first = self._first, False
        return bundled() if first and self.path == paths.content(paths.BUNDLED) and not self.copies else super().read()

    def files(self, loaded: Loaded | None) -> list[str]:
        return []


@cache
def bundled() -> Loaded:
    """The bundled dossier."""
    return Reader(None, {}).read()


async def reads_again(person: Reading) -> None:
    """Press the key and wait for the file."""
    before = person.app.latest
    await person.press("r")
    await person.until(lambda: person.app.latest is not before)


@asynccontextmanager
async def opened(
    file: Path | None = None,
    size: tuple[int, int] = (80, 24),
    copies: Mapping[str, str] | None = None,
    start: str = "actors",
    own_keys: str = "",
    *,
    tour: bool = False,
) -> AsyncIterator[Reading]:
    """Somebody who has opened `file`, or the bundled dossier, perhaps with keys of their own as in `keys.toml`.

    With `tour` they are led through it. Nothing that was shown may have needed the sanitizer.
    """
    reader = Unwatched(None if file is None else str(file), copies or {})
    app = KarabakhApp(reader, start, _own_keys(own_keys), tour=tour)
    async with at(app, size) as person:
        yield person
        assert app.output_sanitizer.hits == 0, app.output_sanitizer.last_line


def _own_keys(text: str) -> OwnKeys | None:
    return parse_own_keys(text.encode()) if text else None


def browsing(person: Reading) -> BrowseScreen:
    """The screen of the dossier."""
    screen = person.app.screen
    assert isinstance(screen, BrowseScreen), f"another screen is open: {screen}"
    return screen


def place(person: Reading) -> Place:
    """Where the reader is: panel, record, filter, scroll of list and page, link and pane."""
    return browsing(person).here()


def seen(person: Reading) -> tuple[str, str, str]:
    """All that shows where one is: the lines, the row of the cursor and the selected link."""
    return person.text, person.highlighted("#records"), person.highlighted("#page")
