"""The title of a dialog: never run together with what it is about, and what is wrong is read whole."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.screens.person import Person, at
from tests.widgets.host import Host
from tui.widgets.title_bar import TitleBar

WRONG = "There is such a file already: enter again replaces it"


@asynccontextmanager
async def titled(width: int, words: str = "to a file") -> AsyncIterator[tuple[Person[Host], TitleBar]]:
    app = Host(lambda: TitleBar("Export", words, id="title"))
    async with at(app, (width, 8)) as person:
        yield person, app.query_one(TitleBar)


@pytest.mark.parametrize(("width", "line"), [(40, " Export  to a file"), (14, " Export  to…"), (7, " Expo…")])
async def test_title_and_words_are_parted_and_cut_with_an_ellipsis(width: int, line: str) -> None:
    async with titled(width) as (person, _):
        assert person.lines[0] == line


async def test_a_title_alone_has_nothing_after_it() -> None:
    async with titled(40, "") as (person, bar):
        assert person.lines[0] == " Export"
        bar.show("to a folder")
        await person.settle()
        assert person.lines[0] == " Export  to a folder"


async def test_what_is_to_be_read_as_a_whole_is_wrapped() -> None:
    app = Host(lambda: TitleBar("Text", WRONG, whole=True, id="title"))
    async with at(app, (30, 8)) as person:
        lines = person.lines[: app.query_one(TitleBar).size.height]
        assert " ".join(" ".join(lines).split()) == f"Text {WRONG}"


@pytest.mark.parametrize("width", [80, 40, 20])
async def test_what_is_wrong_is_wrapped_and_taken_back(width: int) -> None:
    async with titled(width) as (person, bar):
        bar.warn(WRONG)
        await person.settle()
        lines = person.lines[: bar.size.height]
        assert " ".join(line.strip() for line in lines) == WRONG
        assert all(line.startswith(" ") for line in lines)
        bar.show("to a file")
        await person.settle()
        assert (bar.size.height, person.lines[0].split()[0]) == (1, "Export")
