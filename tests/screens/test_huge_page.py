"""A page so long that its layout takes time is laid out once by the key that opens it, for the size of its paint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import CAST, HEAD, record
from tests.screens.opened import browsing, opened
from tui.pages.page import Page
from tui.render.layout import PageLayout, lay_out
from tui.widgets.page import layout_cache

LONGEST = ["said"] * 60
KEYS = {"from a diagram": ("home", "m", "1"), "from the list beside it": ("quotes", "1"), "from home": ("home", "1")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "d.toml"
    quotes = (record("quotes", id=f"q{number}", text=" ".join([*LONGEST, str(number)])) for number in range(90))
    path.write_text(HEAD + CAST + record("alliances") + "".join(quotes), encoding="utf-8")
    return path


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the pages that are laid out, one after the other."""
    made: list[str] = []

    def noted(page: Page, width: int, height: int | None = None) -> PageLayout:
        made.append(page.id)
        return lay_out(page, width, height)

    monkeypatch.setattr("tui.widgets.page.layout_cache.lay_out", noted)
    return made


@pytest.mark.parametrize("way", KEYS)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
async def test_it_is_laid_out_once_and_shown(way: str, size: tuple[int, int], file: Path, laid_out: list[str]) -> None:
    start, *keys = KEYS[way]
    async with opened(file, size, start=start) as person:
        await person.press(*keys[:-1])
        laid_out.clear()
        await person.press(keys[-1], "enter")
        view = browsing(person).split_view.page_view
        assert view.page is not None
        assert layout_cache.takes_long(view.page)
        assert laid_out.count(view.page.id) == 1
        assert "said said said" in person.text
        await person.press("down")
        assert view.target
