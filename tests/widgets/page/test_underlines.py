"""An underline is below words only: a sign with one would be another sign."""

from __future__ import annotations

import pytest
from rich.style import Style

from tests.screens.opened import browsing, opened
from tui.widgets.page.underlines import underlined_words

UNDERLINED = Style(underline=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia", ["Russia"]),
        ("⊘ refused", ["refused"]),
        ("+ ", []),
        ("−", []),
        ("nominal alliance ◇", ["nominal alliance"]),
        ("“Our partners — all of them”", ["Our partners — all of them"]),
        ("Հայաստան", ["Հայաստան"]),
        ("▁1", []),
        ("", []),
    ],
)
def test_only_the_words_of_a_link_are_underlined(text: str, words: list[str]) -> None:
    parts = underlined_words(text, UNDERLINED)
    assert "".join(part for part, _ in parts) == text
    assert [part for part, style in parts if style.underline] == words


def test_what_is_not_underlined_stays_in_one_piece() -> None:
    assert underlined_words("+ with", Style(bold=True)) == [("+ with", Style(bold=True))]


@pytest.mark.parametrize("panel", ["home", "ledger", "alliances", "claims"])
async def test_in_the_colours_of_the_terminal_no_sign_is_underlined(panel: str) -> None:
    async with opened(start=panel) as person:
        person.app.theme = "ansi-dark"
        await person.settle()
        page = browsing(person).split_view.page_view
        segments = [segment for row in range(page.total) for segment in page.draw(row, page.area.width)]
        underlined = [segment.text for segment in segments if segment.style and segment.style.underline]
        assert underlined
        assert not [text for text in underlined if not (text[0].isalnum() and text[-1].isalnum())]


async def test_in_the_colours_of_the_terminal_no_name_of_a_row_of_home_is_underlined() -> None:
    async with opened(start="home", size=(120, 40)) as person:
        person.app.theme = "ansi-dark"
        await person.settle()
        page = browsing(person).split_view.page_view
        for row in range(page.total):
            segments = [segment for segment in page.draw(row, page.area.width) if segment.text.strip()]
            first = segments[0] if segments else None
            if first is not None and first.text.strip() in ("Belarus", "Tajikistan", "Allies and partners", "Israel"):
                assert not (first.style and first.style.underline), first.text
