"""Searching everything: typing, visiting what is found, coming back to the results, and leaving."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import HEAD, record
from tests.screens.opened import Reading, browsing, opened, place
from tests.screens.panel_keys import ACTORS, QUOTES
from tui.pages.work import Work
from tui.paths import EXAMPLE, content


async def searched(person: Reading, words: str) -> None:
    await person.press("S")
    await person.write(words)


def results(person: Reading) -> list[str]:
    """The lines of the list that are in view."""
    return [line.strip(" ▌┃│") for line in person.pane("#records") if line.strip(" ▌┃│")]


async def test_what_is_found_anywhere_is_listed_by_kind_with_counts_and_the_words_marked() -> None:
    async with opened() as person:
        await searched(person, "weapon")
        headings = [line for line in results(person) if " · " in line and line[-1].isdigit() and "¶" not in line]
        assert headings == ["Actors · 1", "Quotes · 2", "Alliances · 1", "Claims · 1"]
        assert set(map(str.lower, person.matches("#records"))) == {"weapon"}
        assert person.pane("#filter")[0].endswith("5 found")
        assert any(line.startswith("Israel  state  summary: …") and line.endswith("¶10") for line in results(person))


async def test_a_result_is_visited_and_back_returns_to_the_results_as_they_were() -> None:
    async with opened() as person:
        await searched(person, "weapon")
        await person.press("enter", "down", "down")
        before = (person.text, place(person))
        await person.press("enter")
        assert place(person).record == "q-abrahamyan-strategic-partner"
        assert place(person).pane == "page"
        assert person.matches("#page") == ["weapon"]
        await person.press("n")
        assert place(person).record == "a-israel-arms-azerbaijan", "the next result"
        await person.press("N", "backspace")
        assert (person.text, place(person)) == before


@pytest.mark.long
async def test_back_from_a_link_leads_to_the_result_and_then_to_the_results() -> None:
    async with opened() as person:
        await searched(person, "weapon")
        await person.press("enter", "enter", "enter")
        assert place(person).panel != "search"
        await person.press("backspace", "backspace")
        assert (place(person).panel, place(person).filter, place(person).pane) == ("search", "weapon", "list")


async def test_esc_ends_the_search_where_it_began_and_it_is_kept() -> None:
    async with opened() as person:
        await person.press(QUOTES, "down")
        before = place(person)
        for leaving in (("escape",), ("enter", "escape"), ("enter", "enter", "escape", "escape")):
            await searched(person, "weapon" if leaving == ("escape",) else "")
            assert place(person).filter == "weapon"
            await person.press(*leaving)
            assert place(person) == before, leaving
        await person.press("backspace")
        assert (place(person).panel, place(person).filter) == ("search", "weapon")


async def test_what_can_be_typed_is_said_before_anything_is_and_what_is_wrong_while_it_is() -> None:
    async with opened() as person:
        await person.press("S")
        assert "“exact words”" in person.text
        assert person.lines[1].startswith("/search everything")
        await person.write("speker:x")
        assert "did you mean “speaker”?" in " ".join(results(person))
        await person.press(*["backspace"] * 8)
        await person.write("zzzz")
        assert "Nothing matches." in person.text


async def test_tab_completes_a_field_and_its_values_and_else_changes_the_pane() -> None:
    async with opened() as person:
        await person.press("S", *"spe", "tab")
        assert browsing(person).here().filter == "speaker:"
        await person.press(*"rogo", "tab")
        assert browsing(person).here().filter == "speaker:rogozin"
        assert place(person).record.startswith("q-rogozin")
        await person.press("tab")
        assert not browsing(person).split_view.filtered_list.is_typing


@pytest.mark.long
async def test_tab_goes_through_the_values() -> None:
    async with opened() as person:
        await person.press("S", *"status:", "tab")
        assert browsing(person).here().filter == "status:reported"
        await person.press("tab")
        assert browsing(person).here().filter == "status:attributed"


@pytest.mark.long
async def test_a_passage_of_a_copy_is_found_and_opened_at_its_paragraph() -> None:
    async with opened(Path(content(EXAMPLE))) as person:
        await searched(person, "kind:passage water")
        await person.press("enter", "down", "enter")
        assert place(person).record == "narrow-water#p3"
        assert person.pane("#page")[1].strip().startswith("Paragraph 3")
        assert person.matches("#page")[0] == "water"
        await person.press("up", "s", "backspace")
        assert place(person).record == "narrow-water#p3"


@pytest.mark.long
async def test_the_list_has_the_whole_width_where_there_is_no_room_for_both() -> None:
    for width, both in ((80, False), (120, True)):
        async with opened(size=(width, 24)) as person:
            await searched(person, "weapon")
            assert (browsing(person).records.region.width >= 79) == (not both)
            assert browsing(person).split_view.page_view.display == both
            await person.press("enter", "enter")
            assert "weapon" in person.text


@pytest.mark.long
async def test_a_filter_marks_what_it_finds_and_says_where_that_is_not_shown() -> None:
    async with opened() as person:
        await person.press(ACTORS, "/", *"weaponry")
        assert [line.split() for line in results(person) if "Israel" in line] == [["Israel", "in", "a", "summary"]]
        assert person.matches("#page") == ["weaponry"]
        await person.press(*["backspace"] * 8, *"baku")
        assert any("alias: Baku" in line for line in results(person))
        await person.press("escape", QUOTES, "/", *"deadly")
        assert person.matches("#records") == ["deadly"], "the line begins near the word"


@pytest.mark.long
async def test_the_jump_list_marks_what_it_finds() -> None:
    async with opened() as person:
        await person.press(":", *"has ali")
        assert person.matches("#choices") == ["Ali", "Has"]


@pytest.mark.long
async def test_a_page_begins_where_the_first_match_is_in_view(tmp_path: Path) -> None:
    file = tmp_path / "long.toml"
    summary = "\n".join([*(f"Line {number}." for number in range(30)), "The last barge."])
    file.write_text(HEAD + record("sources") + record("actors", id="a", summary=summary, cite="s#p1"), encoding="utf-8")
    async with opened(file, size=(80, 12)) as person:
        await searched(person, "barge")
        await person.press("enter", "enter")
        assert person.matches("#page") == ["barge"]
        top = place(person).page_top
        assert top > 20
        await person.press("pageup", "backspace", "]")
        assert 0 < place(person).page_top < top, "coming back it is where the reader left it"


@pytest.mark.long
async def test_many_records_are_searched_between_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.list_filter._LONG", 1)
    quotes = "".join(record("quotes", id=f"q-{number}", speaker="a", text=f"Word {number}.") for number in range(9000))
    file = tmp_path / "many.toml"
    file.write_text(HEAD + record("sources") + record("actors", id="a") + quotes, encoding="utf-8")
    async with opened(file) as person:
        told: list[Work | None] = []
        monkeypatch.setattr(browsing(person), "show_work", lambda subject, work: told.append(work))
        await searched(person, "8999")
        await person.until(lambda: not browsing(person).catalog.is_searching)
        await person.settle()
        shares = [work.share for work in told if work is not None and work.share is not None]
        assert shares, "a search that takes long says how far it is"
        assert shares == sorted(shares)
        assert told[-1] is None, "until it is over"
        assert browsing(person).records.records == ["q-8999"]
        assert person.pane("#filter")[0].endswith("1 found")
        assert "Word 8999" in person.text
        await person.press(*["backspace"] * 4, *"speaker:a", "enter")
        await person.until(lambda: not browsing(person).catalog.is_searching)
        await person.settle()
        await person.until(lambda: len(browsing(person).records.records) == 2000)
        await person.press("end", "enter")
        visited = place(person).record
        assert visited == "q-1999", "of very many the best are listed"
        await person.press("S", *["backspace"] * 9, *"word", "enter")
        await person.until(lambda: not browsing(person).catalog.is_searching)
        await person.settle()
        await person.press("backspace")
        await person.until(lambda: not browsing(person).catalog.is_searching)
        await person.settle()
        assert (place(person).filter, place(person).record) == ("speaker:a", visited)


@pytest.mark.long
async def test_a_note_is_found_as_soon_as_it_is_written_and_what_is_found_wears_its_mark() -> None:
    async with opened() as person:
        await person.press("M", "i", *"zephyr", "enter")
        person.forget()
        await searched(person, "zephyr")
        assert results(person)[0] == "Actors · 1"
        assert results(person)[1].startswith("★✎ Armenia  state  note of yours: zephyr")
        await person.press("enter", "enter")
        assert person.matches("#page") == ["zephyr"]
        await person.press("i", "backspace", "enter")
        assert place(person).record == "armenia", "it stays open although it is not found any more"
        await person.press("backspace")
        assert "0 found" in person.pane("#filter")[0]
