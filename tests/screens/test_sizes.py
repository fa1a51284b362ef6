"""Every size of terminal: complete at 80x24, more room where there is more, no crash down to one cell."""

from __future__ import annotations

import pytest

from tests.marks import mostly_long
from tests.screens.opened import Reading, browsing, opened, place, seen
from tests.screens.panel_keys import ACTORS, ALLIANCES, CLAIMS, HOME, QUOTES, SOURCES, panel_keys
from tests.screens.person import columns
from tui import keys
from tui.keys import KEYS
from tui.pages.lists.panels import PANELS

SIZES = [
    (1, 1),
    (2, 2),
    (10, 3),
    (20, 5),
    (40, 15),
    (59, 20),
    (60, 20),
    (80, 24),
    (120, 40),
    (149, 40),
    (150, 40),
    (200, 50),
    (500, 200),
]
NAMES = [f"{width}x{height}" for width, height in SIZES]
WALK = f"""
down enter right enter {QUOTES} down enter s backspace {ALLIANCES} end enter pagedown left n
/ a r enter escape escape ? escape
"""
DIAGRAMS = """
0 down enter backspace e down tab down n / z escape m right down full_stop comma enter backspace
b p t enter u o o f space escape
"""


def fits(person: Reading, size: tuple[int, int]) -> None:
    assert len(person.lines) <= size[1]
    assert all(columns(line) <= size[0] for line in person.lines)


@pytest.mark.long
@pytest.mark.parametrize("size", mostly_long(SIZES, *SIZES[:8], ids=NAMES))
async def test_it_starts_and_can_be_walked_at(size: tuple[int, int]) -> None:
    async with opened(size=size) as person:
        fits(person, size)
        presses = [*WALK.split(), ":", "down", "enter", "backspace", "tab", "t"]
        for key in presses if size[0] <= 200 else presses[::3]:
            await person.press(key)
            fits(person, size)
        await person.click(0, 0)
        await person.click(size[0] - 1, size[1] - 1)
        await person.wheel(size[0] // 2, size[1] // 2)
        await person.drag((0, 0), (size[0] - 1, size[1] - 1))
        fits(person, size)


@pytest.mark.long
@pytest.mark.parametrize("size", mostly_long(SIZES, (1, 1), (40, 15), (80, 24), ids=NAMES))
async def test_its_diagrams_can_be_walked_at(size: tuple[int, int]) -> None:
    async with opened(size=size) as person:
        presses = DIAGRAMS.split()
        for key in presses if size[0] <= 200 else presses[::3]:
            await person.press(key)
            fits(person, size)
        for diagram in "0emb":
            await person.press("escape", diagram)
            await person.click(size[0] // 2, size[1] // 2)
            await person.wheel(size[0] // 2, size[1] // 2)
            await person.drag((size[0] - 1, 0), (0, size[1] - 1))
            fits(person, size)


@pytest.mark.long
async def test_it_can_be_resized_from_each_size_to_each_other() -> None:
    async with opened() as person:
        await person.press("enter", "right")
        before = place(person)
        pairs = set()
        at = 0
        for step in range(1, len(SIZES)):  # there is a prime number of sizes, so each step comes by all of them
            for _ in SIZES:
                to = (at + step) % len(SIZES)
                pairs.add((at, to))
                await person.resize(*SIZES[to])
                at = to
        assert len(pairs) == len(SIZES) * (len(SIZES) - 1)
        await person.resize(80, 24)
        assert place(person)._replace(page_top=0, list_top=0) == before._replace(page_top=0, list_top=0)
        assert "Armenia" in person.text


@pytest.mark.long
@pytest.mark.parametrize("diagram", [HOME, "e", "m", "b"])
async def test_a_diagram_can_be_resized(diagram: str) -> None:
    async with opened() as person:
        await person.press(diagram)
        before = place(person)
        for size in (*SIZES, (80, 24)):
            await person.resize(*size)
            fits(person, size)
        assert place(person)._replace(page_top=0, list_top=0) == before._replace(page_top=0, list_top=0)


@pytest.mark.long
@pytest.mark.parametrize("over", ["?", ":", "/", "f", "p"])
async def test_what_lies_over_it_can_be_resized_too(over: str) -> None:
    async with opened() as person:
        await person.press(over)
        for size in (*SIZES, (80, 24)):
            await person.resize(*size)
            fits(person, size)
        await person.press("escape")
        assert "Armenia" in person.highlighted("#records")


async def test_a_storm_of_resizes_ends_in_the_last_size() -> None:
    from textual import events
    from textual.geometry import Size

    async with opened() as person:
        for number in range(200):
            size = Size(1 + number * 7 % 160, 1 + number * 5 % 60)
            person.app.post_message(events.Resize(size, size))
        await person.resize(80, 24)
        assert place(person).record == "armenia"
        assert f" {ACTORS} Actors " in person.lines[0]
        *_, last = keys.PANELS.keys
        assert f" {last.display}{last.label[:3]}" in person.lines[0]


# 80 x 24 is complete


async def test_at_80x24_every_panel_has_its_list_its_page_and_its_keys() -> None:
    async with opened() as person:
        for panel in PANELS.values():
            await person.press(*panel_keys(panel.name))
            assert person.highlighted("#panels") == f"{KEYS.panel_key(panel.name)} {panel.title}".strip()
            assert place(person).panel == panel.name
            is_empty = not panel.alone and not browsing(person).records.records
            assert panel.alone or is_empty or person.highlighted("#records").startswith("▌")
            if panel.name != "balance" and not is_empty:
                assert len([line for line in person.pane("#page") if line.strip()]) > 3
            assert "q Quit" in person.lines[-1]


async def test_at_80x24_no_word_of_any_page_is_cut() -> None:
    async with opened() as person:
        screen = browsing(person)
        for records in screen.catalog.dossier.tables.values():
            for record in records[:6]:
                screen.follow(record.id)
                await person.settle()
                page = screen.split_view.page_view.page
                assert page is not None
                shown = {piece.text for row in screen.split_view.page_view.page_layout.rows for piece in row}
                assert not any("…" in text and text not in page.text() for text in shown)
                assert all(columns(line) <= screen.split_view.page_view.size.width for line in person.pane("#page"))


# Wide


async def test_from_150_on_a_third_pane_shows_where_the_selected_link_leads() -> None:
    async with opened(size=(150, 40)) as person:
        await person.press("enter")
        assert person.pane("#preview")[0].strip(" ┃│") == "Preview of the selected link"
        for key in ("down", "down", "right", "right"):
            await person.press(key)
            assert person.highlighted("#page")
            name, _, anchor = browsing(person).detail.target.partition("#")
            shown = "\n".join(person.pane("#preview"))
            if anchor:
                assert f"Paragraph {anchor[1:]} " in shown
            else:
                assert browsing(person).catalog.dossier.name(name).split()[0] in shown


@pytest.mark.long
async def test_in_the_list_of_a_wide_screen_the_link_that_the_third_pane_shows_is_marked() -> None:
    async with opened(size=(200, 40)) as person:
        looks = browsing(person).detail.role_styles
        drawn = [segment for line in person.cells("#page") for segment in line]
        ground = looks.cursor(False).bgcolor
        marked = [segment.text for segment in drawn if segment.style is not None and segment.style.bgcolor == ground]
        assert marked
        assert marked[0] in "\n".join(person.pane("#preview"))
        await person.press("down")
        assert "Azerbaijan" in person.pane("#page")[1]
        target = browsing(person).detail.target.partition("#")[0]
        assert browsing(person).catalog.dossier.name(target).split()[0] in "\n".join(person.pane("#preview"))


@pytest.mark.long
async def test_a_link_in_the_third_pane_can_be_followed_and_tab_leads_out_of_it() -> None:
    async with opened(size=(200, 40)) as person:
        x, y = person.spot("Preview of the selected link")
        for line in range(y + 2, y + 30):
            await person.click(x + 4, line)
            if browsing(person).navigator.trail.can_go_back:
                break
        assert browsing(person).navigator.trail.can_go_back
        await person.press("backspace", "tab", "tab")
        assert place(person).pane in ("list", "page")


@pytest.mark.long
async def test_one_column_less_and_there_are_two_panes() -> None:
    async with opened(size=(150, 40)) as person:
        assert "Preview of the selected link" in person.text
        await person.resize(149, 40)
        assert "Preview of the selected link" not in person.text
        await person.resize(150, 40)
        assert "Preview of the selected link" in person.text


@pytest.mark.long
async def test_from_190_on_home_has_its_charts_beside_it_and_the_preview_too() -> None:
    async with opened(size=(120, 40), start="home") as person:
        beside = "Where it stands"
        await person.until(lambda: beside in person.text)
        for width in (190, 200, 189, 240):
            await person.resize(width, 40)
            page, preview = (browsing(person).query_one(f"#{name}").region.width for name in ("page", "preview"))
            assert page + preview == width
            assert page >= preview - 1
            assert preview >= 70
            in_its_place = any("Grievances and requests" in line and beside in line for line in person.pane("#page"))
            assert in_its_place == (width >= 190)


@pytest.mark.long
async def test_a_search_leaves_the_page_its_measure_and_has_a_preview_only_where_that_is_no_sliver() -> None:
    async with opened(size=(200, 40)) as person:
        await person.press("S")
        await person.write("arms")
        await person.press("enter")
        for width in (200, 180, 179, 160, 150, 200):
            await person.resize(width, 40)
            side, page, preview = (
                browsing(person).query_one(f"#{name}").region.width for name in ("side", "page", "preview")
            )
            assert side + page + preview == width
            assert page >= 75
            assert (preview >= 50) == (width >= 180)
            assert preview == 0 or width >= 180
            assert side >= (51 if width == 180 else 69), width
        await person.resize(160, 40)
        await person.press(QUOTES)
        assert "Preview of the passage cited" in person.text


@pytest.mark.parametrize("width", [100, 120, 149, 150, 170, 200, 300, 500])
async def test_prose_keeps_its_measure_wherever_there_is_room(width: int) -> None:
    async with opened(size=(width, 40)) as person:
        longest = max(columns(line.strip(" ┃│")) for line in person.pane("#page"))
        assert longest <= 74
        if width >= 130:
            assert longest >= 72


@pytest.mark.parametrize("width", [106, 113, 149, 200])
async def test_the_title_of_the_dossier_is_whole_where_there_is_room(width: int) -> None:
    async with opened(size=(width, 24)) as person:
        title = browsing(person).catalog.dossier.head.title
        assert f" {title}" in f"{person.lines[0]}\n{person.lines[-1]}"
        assert "…" not in f"{person.lines[0]}\n{person.lines[-1]}"


# Narrow


async def test_below_60_list_and_page_take_turns() -> None:
    async with opened(size=(59, 20)) as person:
        assert "▌  Armenia" in person.text
        assert "+ ties" not in person.text
        await person.press("enter")
        assert "▌" not in person.text
        assert person.lines[2].startswith("  Armenia")
        await person.press("escape")
        assert "▌  Armenia" in person.text
        await person.press("tab", "n", "tab")
        assert place(person).record == "azerbaijan"
        await person.press("tab", "/", *"turk")
        assert "Turkey" in person.text


async def test_on_a_narrow_screen_back_leads_to_exactly_where_one_was() -> None:
    async with opened(size=(40, 15)) as person:
        await person.press("down", "down", "enter", "pagedown", "down", "down")
        before = (place(person), seen(person))
        assert before[0].page_top > 0
        await person.press("enter", "backspace")
        assert (place(person), seen(person)) == before


@pytest.mark.long
async def test_on_a_narrow_screen_s_begins_at_the_paragraph() -> None:
    async with opened(size=(40, 15)) as person:
        await person.press("down", "down", "s")
        assert "Paragraph 2" in "\n".join(person.lines[:4])
        await person.press("backspace")
        assert place(person).record == "russia"


async def test_all_panels_can_be_reached_by_key_where_the_bar_has_no_room_for_them() -> None:
    async with opened(size=(20, 5)) as person:
        await person.press(SOURCES, "enter")
        assert place(person).panel == "sources"
        assert person.highlighted("#panels") in ("", f"{SOURCES} Sources")


async def test_a_click_in_the_bars_works_where_the_labels_are_gone() -> None:
    async with opened(size=(40, 15)) as person:
        x, y = person.spot(f" {CLAIMS} ")
        await person.click(x + 1, y)
        assert place(person).panel == "claims"
