"""Comparing speakers, and who speaks about whom, by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.journeys.test_jumping import choices
from tests.screens.opened import browsing, opened, place
from tests.screens.panel_keys import QUOTES


async def test_from_an_actor_a_key_asks_whom_to_compare_it_with_and_then_a_third() -> None:
    async with opened() as person:
        browsing(person).follow("medvedev")
        await person.press("v")
        assert "Abkhaz" not in "".join(choices(person))
        await person.write("abrah")
        await person.press("enter")
        assert place(person)[:2] == ("network", "compare:medvedev:abrahamyan")
        await person.press("v")
        assert not any("Medvedev" in line for line in choices(person)), "nobody is compared with themselves"
        assert not any("Kazakhstan" in line for line in choices(person)), "nor with one of whom no words are recorded"
        await person.write("minas")
        await person.press("enter")
        assert place(person).record == "compare:medvedev:abrahamyan:minasyan"
        await person.press("v")
        assert "At most 3 are compared" in person.text
        await person.press("backspace", "backspace")
        assert place(person).record == "medvedev"


async def test_two_actors_who_are_shown_are_compared_at_once() -> None:
    async with opened() as person:
        browsing(person).follow("pair:armenia:russia")
        await person.press("v")
        assert place(person).record == "compare:armenia:russia"


async def test_the_key_of_the_matrix_leads_on_to_who_speaks_about_whom() -> None:
    async with opened() as person:
        await person.press("m", "m")
        assert place(person)[:2] == ("network", "speakers:")
        await person.press("m")
        assert place(person).record == "matrix:"


@pytest.mark.long
async def test_the_marks_compare_those_who_are_marked_or_whose_quotes_are(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL)
    async with opened(file) as person:
        await person.press("M", "L", "v")
        assert person.told == ["Mark two or three actors or quotes first"]
        await person.press(QUOTES, "enter")
        browsing(person).follow("q-trade")
        await person.press("M", "L", "v")
        assert place(person).record == "compare:ilvane:norrow"


@pytest.mark.long
async def test_the_speakers_to_whom_a_list_is_narrowed_are_compared_at_once() -> None:
    async with opened(start="quotes") as person:
        await person.press("/", *"speaker:rogozin,medvedev", "enter", "v")
        assert place(person).record == "compare:rogozin:medvedev"
        await person.press("backspace")
        assert place(person).filter == "speaker:rogozin,medvedev"
