"""The screen of a dossier says why a key does nothing, and no longer than that is of use."""

from __future__ import annotations

from tests.screens.opened import browsing, opened


async def test_why_a_key_does_nothing_is_said_once_and_until_the_reader_moves_on() -> None:
    async with opened() as person:
        await person.press("backspace", "backspace")
        assert person.told == ["Nothing to go back to"]
        await person.press("3")
        assert person.told == []


async def test_what_the_program_says_by_itself_stays_while_the_reader_moves_on() -> None:
    async with opened() as person:
        browsing(person).notify("Read again")
        await person.press("3", "4")
        assert person.told == ["Read again"]


async def test_a_notice_stands_at_the_right_of_the_keys_and_covers_nothing() -> None:
    async with opened() as person:
        before = person.lines
        await person.press("backspace")
        *above, keys = person.lines
        assert above == before[:-1]
        assert keys.rstrip().endswith("Nothing to go back to")
        assert keys.startswith(" enter Open")
        await person.press("down", "enter")
        assert "Nothing to go back to" not in person.text
