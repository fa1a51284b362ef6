"""Walking through a dossier and back: every step is undone exactly, and looking is no step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.opened import Reading, browsing, opened, place, seen
from tests.screens.panel_keys import ACTORS, ALLIANCES, CLAIMS, HOME, LEDGER, NETWORK, QUOTES
from tui import paths
from tui.nav.trail import Place
from tui.pages.passage_links import first_passage

Spot = tuple[Place, tuple[str, str, str]]


def spot(person: Reading) -> Spot:
    """Where the reader is and what there is to be seen."""
    return place(person), seen(person)


async def select_link(person: Reading, words: str) -> None:
    """Go on to the next link that shows these words."""
    for _ in range(200):
        if words in person.highlighted("#page"):
            return
        await person.press("right")
    raise AssertionError(f"no link {words!r} on the page:\n{person.text}")


async def walk(person: Reading) -> list[Spot]:
    """From Armenia to a tie, to a quote, to its paragraph. Returns the spot each step was left at, and the last."""
    left: list[Spot] = []
    await person.press("enter")
    await select_link(person, "treaty alliance")
    left.append(spot(person))
    await person.press("enter")
    assert place(person).panel == "alliances"
    await select_link(person, "The format of Russian-Armenian")
    left.append(spot(person))
    await person.press("enter")
    assert place(person).panel == "quotes"
    assert "Sergey Minasyan" in person.text
    left.append(spot(person))
    await person.press("s")
    assert place(person).panel == "sources"
    left.append(spot(person))
    return left


async def test_from_an_actor_to_a_tie_to_a_quote_to_its_paragraph_and_back_and_forward_again() -> None:
    async with opened() as person:
        start = spot(person)
        left = await walk(person)
        assert "Paragraph 7" in "\n".join(person.pane("#page")[:4])
        for before in reversed(left[:-1]):
            await person.press("backspace")
            assert spot(person) == before
        await person.press("backspace")
        assert spot(person) == start
        for after in left:
            await person.press("alt+right")
            assert spot(person) == after


@pytest.mark.parametrize(("back", "forward"), [("backspace", "]"), ("alt+left", "alt+right"), ("[", "]")])
async def test_each_pair_of_keys_goes_back_and_forward(back: str, forward: str) -> None:
    async with opened() as person:
        start = spot(person)
        await person.press(QUOTES)
        there = spot(person)
        await person.press(back)
        assert spot(person) == start
        await person.press(forward)
        assert spot(person) == there


async def test_back_restores_record_scroll_of_list_and_page_link_and_pane() -> None:
    async with opened(size=(80, 12)) as person:
        await person.press(*["down"] * 17, "enter", "end", "left")
        before = spot(person)
        assert before[0].list_top > 0
        assert before[0].page_top > 0
        assert before[0].link > 0
        assert before[0].pane == "page"
        for key in (QUOTES, ALLIANCES, "end", "enter"):
            await person.press(key)
        await person.press("backspace", "backspace", "backspace")
        assert spot(person) == before


async def test_back_restores_a_list_that_the_wheel_has_moved() -> None:
    async with opened(size=(80, 12)) as person:
        await person.wheel(3, 5)
        await person.wheel(3, 5)
        before = spot(person)
        assert before[0].list_top == 6
        await person.press(QUOTES, "backspace")
        assert spot(person) == before


async def test_at_the_beginning_back_goes_nowhere_and_at_the_end_forward_goes_nowhere() -> None:
    async with opened() as person:
        before = spot(person)
        await person.press("backspace", "alt+left", "alt+right", "]")
        person.forget()
        await person.settle()
        assert spot(person) == before


async def test_going_on_from_an_earlier_place_forgets_what_was_ahead() -> None:
    async with opened() as person:
        await person.press(QUOTES, ALLIANCES, "backspace", "backspace", LEDGER)
        here = spot(person)
        await person.press("]")
        person.forget()
        await person.settle()
        assert spot(person) == here
        await person.press("backspace")
        assert place(person).panel == "actors"


async def test_moving_the_highlight_shows_the_record_and_is_no_visit() -> None:
    async with opened() as person:
        for name in ("Azerbaijan", "Russia", "Turkey"):
            await person.press("down")
            assert name in person.highlighted("#records")
            assert person.pane("#page")[1].startswith(f"  {name}")
        assert not browsing(person).navigator.trail.can_go_back
        await person.press(QUOTES, "backspace")
        assert place(person).record == "turkey", "back leads to where the highlight was"


async def test_lighting_links_scrolling_and_changing_panes_are_no_visits() -> None:
    async with opened() as person:
        await person.press("tab", "right", "down", "pagedown", "end", "tab", "n", "N", "shift+tab", "escape")
        assert not browsing(person).navigator.trail.can_go_back


async def test_n_and_capital_n_go_through_the_records_from_either_pane() -> None:
    async with opened() as person:
        await person.press("n", "n", "N")
        assert place(person)[:2] == ("actors", "azerbaijan")
        await person.press("enter", "n")
        assert place(person).record == "russia"
        assert person.pane("#page")[1].startswith("  Russia")
        assert place(person).pane == "page"
        await person.press("N", "N", "N", "N")
        assert place(person).record == "armenia"


async def test_tab_goes_between_the_panes_and_escape_to_the_list() -> None:
    async with opened() as person:
        panes = []
        for key in ("tab", "tab", "shift+tab", "escape", "escape"):
            await person.press(key)
            panes.append(place(person).pane)
        assert panes == ["page", "list", "page", "list", "list"]
        assert not person.app._exit


async def test_a_panel_is_found_where_it_was_left() -> None:
    async with opened(size=(80, 14)) as person:
        await person.press(*["down"] * 15)
        actors = place(person)
        await person.press(QUOTES, "down", "down", "down")
        quotes = place(person)
        await person.press(ACTORS)
        assert place(person) == actors
        await person.press(ALLIANCES, QUOTES)
        assert place(person) == quotes


async def test_the_key_of_the_panel_that_is_open_leads_from_the_page_to_its_list() -> None:
    async with opened() as person:
        await person.press("enter", ACTORS)
        assert place(person).pane == "list"
        assert len(browsing(person).navigator.trail.places) == 2


async def test_following_a_link_within_the_panel_keeps_the_list_where_it_is() -> None:
    async with opened(size=(80, 12)) as person:
        await person.press("end", "enter", "home")
        top = place(person).list_top
        assert top > 0
        await person.press(ACTORS, "up", "up", "enter")
        before = place(person).list_top
        target = browsing(person).detail.target
        await person.press("enter")
        row = browsing(person).records._row_of.get(target, -1)
        if before <= row < before + browsing(person).records.size.height:
            assert place(person).list_top == before


async def test_names_citations_ties_quotes_and_claims_on_a_page_lead_to_their_records_and_back() -> None:
    async with opened(size=(80, 40)) as person:
        await person.press("enter")
        screen = browsing(person)
        assert screen.split_view.page_view.page is not None
        tried = set()
        for number, target in enumerate(screen.split_view.page_view.page.links()):
            name, _, anchor = target.partition("#")
            kind = (screen.catalog.panel_of(name), bool(anchor))
            if kind in tried:
                continue
            tried.add(kind)
            screen.split_view.page_view.select_link(number)
            await person.press("enter")
            assert place(person).record == name
            await person.press("backspace")
            assert place(person)[:2] == ("actors", "armenia")
            assert place(person).link == number
        assert len(tried) >= 6


async def test_back_returns_to_the_link_that_was_followed_though_home_has_other_links_by_then() -> None:
    async with opened(Path(paths.content(paths.EXAMPLE)), size=(120, 40), start="home") as person:
        page = browsing(person).split_view.page_view
        await person.until(lambda: "and 6 more" in person.text)
        target = "c-first-shot"
        page.select_link(before := page.page_layout.links.index(target))
        await person.press("enter", *["less_than_sign"] * 4)
        await person.press("backspace")
        assert page.page_layout.links.index(target) != before
        assert place(person).record == "overview:"
        assert page.target == target


PASSAGES = """
dossier = 1
title = "Two paragraphs"
[[sources]]
id = "paper"
kind = "article"
title = "A paper"
text = "paper.txt"
[[actors]]
id = "one"
kind = "state"
name = "One"
cite = "paper#p1"
[[quotes]]
id = "q"
speaker = "one"
text = "words in the second"
cite = "paper#p2"
"""


async def test_s_leads_to_the_words_of_the_passage_where_there_is_a_copy(tmp_path: Path) -> None:
    filler = "\n".join(f"Line {number} of the first paragraph." for number in range(40))
    (tmp_path / "paper.txt").write_text(f"{filler}\n\nThere are words in the second one.\n", encoding="utf-8")
    (tmp_path / "two.toml").write_text(PASSAGES, encoding="utf-8")
    async with opened(tmp_path / "two.toml", size=(80, 14)) as person:
        await person.press(QUOTES, "enter")
        before = spot(person)
        await person.press("s")
        assert place(person).panel == "sources"
        page = "\n".join(person.pane("#page"))
        assert "Paragraph 2" in page
        assert "There are words in the second one." in page
        await person.press("backspace")
        assert spot(person) == before


@pytest.mark.long
async def test_from_a_statement_selected_on_any_page_s_leads_to_its_passage() -> None:
    async with opened() as person:
        for before in ((HOME,), (ACTORS, "enter"), (LEDGER, "home", "enter"), (NETWORK,)):
            await person.press(*before)
            for _ in range(4):
                target = browsing(person).detail.target
                record = browsing(person).catalog.dossier.get(target)
                if record is not None and record.TABLE not in ("actors", "sources"):
                    here = spot(person)
                    await person.press("s")
                    paragraph = first_passage(browsing(person).catalog.dossier, target).partition("#p")[2]
                    assert f"Paragraph {paragraph} " in "\n".join(person.pane("#page"))
                    await person.press("backspace")
                    assert spot(person) == here
                await person.press("right")


@pytest.mark.long
async def test_the_mouse_alone_is_enough() -> None:
    async with opened() as person:
        await person.click_on("Russia", 1)
        assert place(person)[:2] == ("actors", "russia")
        assert person.pane("#page")[1].startswith("  Russia")
        start = place(person)
        await person.click_on("treaty alliance with Armenia")
        await person.click_on(f"{QUOTES}Quot")
        assert place(person).panel == "quotes"
        await person.click_on("bksp Back")
        await person.click_on("bksp Back")
        assert place(person)[:2] == start[:2]
        await person.wheel(50, 10)
        assert place(person).page_top == 3


@pytest.mark.long
async def test_reading_for_a_long_time_forgets_only_the_oldest_places() -> None:
    from tui.nav.trail import MAX_PLACES

    async with opened() as person:
        screen = browsing(person)
        for number in range(MAX_PLACES + 10):
            screen.navigator.visit(Place("actors" if number % 2 else "quotes"))
        await person.settle()
        assert len(screen.navigator.trail.places) == MAX_PLACES
        await person.press("backspace")
        assert place(person).panel == "quotes"


async def test_a_place_left_before_its_page_was_shown_is_not_found_scrolled_like_the_page_before_it() -> None:
    async with opened(size=(30, 8)) as person:
        await person.press(CLAIMS, "home", "enter", "end")
        scrolled = place(person).page_top
        assert scrolled > 50
        screen = browsing(person)
        screen.records.action_move(1)  # and on before the next paint
        here = screen.here()
        assert here.record != "versions:"
        assert (here.page_top, here.link) == (0, 0)


async def test_esc_leads_from_the_preview_to_the_page_where_there_is_no_list() -> None:
    async with opened(size=(200, 50), start="home") as person:
        preview = browsing(person).query_one("#preview")
        await person.click(preview.region.x + 2, preview.region.y + 3)
        assert preview.has_focus
        await person.press("escape")
        assert browsing(person).detail.has_focus
