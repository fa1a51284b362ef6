"""Only what changes is painted; the screen is what painting all of it would have made it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.bench.large import write as write_large
from tests.screens.opened import browsing, opened
from tests.screens.painted import Paper
from tests.screens.panel_keys import NETWORK
from tests.walks.test_walks import KEYS, SIZES, hostile

KEYS_OF_A_WALK = [key for key in KEYS if key not in ("r", "a", "z", "x", "İ")]


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path | None]:
    folder = tmp_path_factory.mktemp("dossiers")
    return {"bundled": None, "hostile": hostile(folder), "200 actors": write_large(folder / "large.toml")}


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "size", "seed"),
    [
        ("bundled", (80, 24), 1),
        ("bundled", (120, 40), 2),
        ("bundled", (200, 50), 3),
        ("hostile", (80, 24), 4),
        ("hostile", (160, 30), 5),
        ("200 actors", (80, 24), 6),
        ("200 actors", (120, 40), 7),
    ],
)
async def test_after_any_key_the_screen_shows_what_painting_all_of_it_would(
    name: str,
    size: tuple[int, int],
    seed: int,
    dossiers: dict[str, Path | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(seed)  # noqa: S311
    paper = Paper(monkeypatch, size)
    done: list[str] = []
    async with opened(dossiers[name], size) as person:
        for _ in range(60):
            if chance.random() < 0.05:
                await person.resize(*chance.choice(SIZES))
                done.append(f"resize to {person.app.size}")
            else:
                done.append(chance.choice(KEYS_OF_A_WALK))
                await person.press(done[-1])
            assert paper.wrong(person) == [], done
            if not person.app.is_running:
                break


@pytest.mark.long
async def test_after_any_turn_of_the_wheel_click_or_drag_too(
    dossiers: dict[str, Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(8)  # noqa: S311
    paper = Paper(monkeypatch, (160, 30))
    done: list[object] = []
    async with opened(dossiers["bundled"], (160, 30)) as person:
        for _ in range(60):
            x, y, to_x, to_y = (chance.randrange(size) for size in (160, 30, 160, 30))
            match chance.randrange(5):
                case 0:
                    done.append(("drag", x, y, to_x, to_y))
                    await person.drag((x, y), (to_x, to_y))
                case 1:
                    done.append(("click", x, y))
                    await person.click(x, y)
                case 2:
                    done.append(("wheel", x, y))
                    await person.mouse(f"\x1b[<{chance.randrange(64, 68)};{x + 1};{y + 1}M")
                case 3:
                    done.append("half a drag")
                    await person.mouse(f"\x1b[<0;{x + 1};{y + 1}M", f"\x1b[<32;{to_x + 1};{to_y + 1}M")
                case _:
                    done.append(chance.choice([*KEYS_OF_A_WALK, "t"]))
                    await person.press(str(done[-1]))
            assert paper.wrong(person) == [], done[-6:]


@pytest.mark.long
@pytest.mark.parametrize("notches", [1, 2, 3])
async def test_a_click_in_a_matrix_whose_cursor_was_scrolled_away_sideways(
    notches: int, dossiers: dict[str, Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = Paper(monkeypatch, (130, 40))
    async with opened(dossiers["200 actors"], (130, 40)) as person:
        await person.press(NETWORK, "m", "home", *["right"] * 3)
        await person.mouse(*["\x1b[<67;60;10M"] * notches)
        await person.click(40, 12)
        assert paper.wrong(person) == []
        assert not any("H" in piece and ";-" in piece for piece in paper.pieces)


@pytest.mark.parametrize("keys", [("down",), ("tab", "down"), (NETWORK, "m", "right"), (NETWORK, "m", "down")])
async def test_a_cursor_key_writes_a_part_of_the_screen(keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (120, 40))
    async with opened(size=(120, 40)) as person:
        await person.press(*keys[:-1])
        whole = len(paper.pieces[0])
        paper.pieces.clear()
        await person.press(keys[-1])
        assert paper.pieces
        assert sum(map(len, paper.pieces)) < whole * 0.7
        assert paper.wrong(person) == []


async def test_a_key_that_changes_nothing_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (120, 40))
    async with opened(size=(120, 40)) as person:
        await person.press("home")
        paper.pieces.clear()
        await person.press("home", "pageup", "up")
        assert paper.pieces == []


async def test_a_cursor_key_paints_cursor_and_page_in_at_most_two_updates(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (120, 40))
    async with opened(size=(120, 40)) as person:
        paper.pieces.clear()
        await person.press("down")
        assert 1 <= len(paper.pieces) <= 2
        assert "▌" in paper.pieces[0]
        assert "Azerbaijan" in paper.pieces[-1]


@pytest.mark.long
async def test_under_a_notification_everything_is_painted_right(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (80, 24))
    async with opened(size=(80, 24)) as person:
        await person.press("backspace")
        assert person.told
        for key in ("down", "tab", "down", "pagedown", NETWORK, "m", "right", "down"):
            await person.press(key)
            assert paper.wrong(person) == [], key


async def test_what_waits_for_a_layout_is_not_painted_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (80, 24))
    async with opened(size=(80, 24)) as person:
        browse = browsing(person)
        browse.refresh(layout=True)
        paper.pieces.clear()
        browse.records.action_move(1)
        assert paper.pieces == []
        await person.settle()
        assert paper.wrong(person) == []


@pytest.mark.long
async def test_a_screen_over_it_is_not_painted_over(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (80, 24))
    async with opened(size=(80, 24)) as person:
        browse = browsing(person)
        await person.press("question_mark")
        paper.pieces.clear()
        browse.records.action_move(1)
        assert paper.pieces == []
        await person.settle()
        assert paper.wrong(person) == []
        await person.press("escape")
        assert paper.wrong(person) == []
        assert person.highlighted("#records").startswith("▌  Azerbaijan")


async def test_the_first_thing_painted_has_the_page_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(monkeypatch, (120, 40))
    async with opened(size=(120, 40), start="home"):
        assert "Armenia" in paper.pieces[0]
