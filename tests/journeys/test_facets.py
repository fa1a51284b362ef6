"""Choosing facets: who complained about Russia, and which ties are counted. Lists, counts and diagrams follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import SMALL
from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tests.screens.panel_keys import ALLIANCES, BALANCE, EVENTS, HOME, NETWORK, QUOTES
from tui.paths import EXAMPLE, content
from tui.screens.facets import FacetsScreen
from tui.screens.help import HelpScreen


async def chosen(person: Reading, *lines: str) -> None:
    """Choose the values that stand in some lines, one after the other, and close."""
    await person.press("F")
    assert isinstance(person.app.screen, FacetsScreen)
    for line in lines:
        await to_line(person, line)
        await person.press("space")
    await person.press("escape")


async def to_line(person: Reading, words: str) -> None:
    await person.press("home")
    for _ in range(80):
        if person.highlighted("#facets").strip("▌ ▢").startswith(words):
            return
        await person.press("down")
    raise AssertionError(f"no line {words!r}:\n{person.text}")


async def test_who_complained_is_chosen_in_the_facets_and_esc_lists_everything_again() -> None:
    async with opened() as person:
        await person.press(QUOTES, "F")
        assert "Facets of quotes  20 of 20 quotes" in person.text
        assert "and 5 more" in person.text
        assert "bars: share of the longest in their field" in person.text
        await person.press("escape")
        whole = person.text
        await chosen(person, "complain", "Russia")
        assert place(person).filter == "about:russia act:complain"
        assert len(browsing(person).records.records) == 3
        await person.press("escape")
        assert place(person).filter == ""
        assert person.text == whole


async def test_the_facets_begin_with_what_is_typed_and_reset_leaves_its_words() -> None:
    async with opened() as person:
        await person.press(QUOTES, "/")
        await person.write("arms act:complain")
        await person.press("enter", "F")
        await to_line(person, "▣ complain")
        await person.press("r", "escape")
        assert place(person).filter == "arms"


@pytest.mark.long
async def test_the_timeline_shows_the_events_of_the_chosen_facets_and_their_number_does_not_count_it() -> None:
    async with opened(Path(content(EXAMPLE))) as person:
        await person.press(EVENTS)
        await chosen(person, "letter")
        assert "4 of 43" in person.text
        assert place(person).record != "timeline:"
        await person.press("T")
        assert place(person).record == "timeline:"
        assert place(person).filter == "kind:letter"
        assert "Only what “kind:letter” finds: 4 of 43." in person.text
        await person.press("T")
        assert place(person).record == "timeline-ties:"
        assert place(person).filter == ""


@pytest.mark.parametrize("keys", [("escape",), ("F",), ("q",)])
async def test_closed_without_a_choice_nothing_has_changed(keys: tuple[str, ...]) -> None:
    async with opened() as person:
        await person.press(QUOTES, "down")
        before = (person.text, place(person))
        await person.press("F", *keys)
        assert (person.text, place(person)) == before


async def test_facets_of_ties_narrow_list_diagrams_and_balance_and_one_key_drops_them() -> None:
    async with opened(Path(content(EXAMPLE)), (120, 40)) as person:
        await person.press(ALLIANCES)
        every = browsing(person).records.records
        await person.press(BALANCE)
        balance = person.text
        await person.press(ALLIANCES)
        await chosen(person, "− against")
        records = browsing(person).records.records
        against = [name for name in every if name in records]
        assert 0 < len(against) < len(every)
        assert f"{len(every) - len(against)} left out; esc shows all" in person.text
        assert "ties sign:against" in person.text
        await person.press(NETWORK, "m")
        assert "outside “sign:against”" in person.text
        assert "ties sign:against" in person.text
        await person.press(BALANCE)
        assert "of the signed ties sign:against" in person.text
        assert person.text != balance
        await person.press("escape")
        assert person.text == balance


@pytest.mark.long
async def test_in_a_diagram_without_a_list_the_facets_are_those_of_ties_too() -> None:
    async with opened() as person:
        await person.press(NETWORK, "m")
        await chosen(person, "+ with")
        assert browsing(person).catalog.scope.facets == "sign:with"
        await person.press("escape")
        assert browsing(person).catalog.scope.facets == ""
        assert place(person).record == "matrix:"


@pytest.mark.long
async def test_the_filter_of_the_list_of_ties_is_dropped_before_their_facets() -> None:
    async with opened() as person:
        await person.press(ALLIANCES)
        await chosen(person, "+ with")
        narrowed = browsing(person).records.count
        await person.press("/")
        await person.write("russia")
        assert 0 < browsing(person).records.count < narrowed
        await person.press("enter", "escape")
        assert (browsing(person).records.count, browsing(person).catalog.scope.facets) == (narrowed, "sign:with")
        await person.press("escape")
        assert browsing(person).catalog.scope.facets == ""


async def test_results_of_a_search_have_facets_of_every_kind() -> None:
    async with opened() as person:
        await person.press("S")
        await person.write("weapon")
        await person.press("enter", "F")
        assert "5 of 5 results" in person.text
        await to_line(person, "Quotes")
        await person.press("o", "escape")
        assert place(person).filter == "kind:quotes weapon"
        assert len(browsing(person).records.records) == 2


async def test_home_has_no_list_and_the_help_names_the_key() -> None:
    async with opened() as person:
        await person.press(HOME, "F")
        assert "No list in this view" in person.text
        await person.press("?")
        assert isinstance(person.app.screen, HelpScreen)


@pytest.mark.long
async def test_facets_of_a_value_that_the_file_has_no_longer_are_said_to_be_wrong_and_dropped(tmp_path: Path) -> None:
    file = tmp_path / "small.toml"
    file.write_text(SMALL)
    async with opened(file) as person:
        await person.press(ALLIANCES)
        await chosen(person, "treaty")
        assert browsing(person).records.records[-1] == "a-pact"
        file.write_text(SMALL.replace('["treaty"]', '["pact"]'))
        await reads_again(person)
        assert "no tag here is called" in " ".join(person.text.split())
        await person.press("escape")
        assert browsing(person).records.count > 1
