"""Text that looks like markup is text: it is shown letter for letter everywhere, and clicking it does nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from tests.marks import mostly_long
from tests.screens.opened import Reading, browsing, opened, place, reads_again
from tests.screens.panel_keys import ACTORS, CLAIMS, EVENTS, HOME, LEDGER, QUOTES, SOURCES, panel_keys
from tui.screens.browse import BrowseScreen
from tui.screens.help import HelpScreen
from tui.screens.jump import JumpScreen

TEXTS = [
    "arms [to Azerbaijan] peace",
    "he said [sic] so",
    "[/] [/foo] [/the]",
    "[@click=app.quit]x[/]",
    "[red]red[/red] [bold]b[/]",
    ":fire: :warning:",
    "$primary [$error]e[/]",
    "[link=https://x]y[/link]",
    "back\\[slash \\] \\\\[b]",
    "peace [/",
    '[a="',
    "[option=zzz]peace[/]",
    "[@click=app.screenshot('evil.svg')]s[/]",
]


def toml(**values: object) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def hostile(folder: Path) -> Path:
    """A dossier that has every text as a name, an alias, a summary, a quote, a claim, an event and a source."""
    made = toml(dossier=1, title=TEXTS[0])
    for number, text in enumerate(TEXTS):
        cite = f"s{number}#p1"
        made += "[[sources]]\n" + toml(id=f"s{number}", kind="article", title=text, note=text)
        made += "[[actors]]\n" + toml(
            id=f"a{number}", kind="state", name=text, aliases=[f"alias {text}"], summary=text, note=text, cite=cite
        )
        made += "[[quotes]]\n" + toml(id=f"q{number}", speaker=f"a{number}", text=text, note=text, cite=cite)
        made += "[[claims]]\n" + toml(
            id=f"c{number}", text=text, status="attributed", by=[f"a{number}"], about=[f"a{number}"], cite=cite
        )
        made += "[[events]]\n" + toml(id=f"e{number}", title=text, date_text=text, status="reported", cite=cite)
    for number, text in enumerate(TEXTS[1:], 1):
        made += "[[alliances]]\n" + toml(
            id=f"t{number}", kind="aid", status="reported", terms=text, note=text, cite=f"s{number}#p1"
        )
        made += f'from = "a{number - 1}"\nto = "a{number}"\n'
    file = folder / "[red]hostile[@click=app.quit].toml"
    file.write_text(made, encoding="utf-8")
    return file


def clickable(person: Reading) -> list[str]:
    """The words on the screen that carry an action or an address, which none of ours does."""
    return [
        segment.text
        for strip in person.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and (segment.style.link or "@click" in (segment.style.meta or {}))
    ]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return hostile(tmp_path)


async def test_the_dossier_opens(file: Path) -> None:
    async with opened(file) as person:
        assert isinstance(person.app.screen, BrowseScreen), person.text


@pytest.mark.long
async def test_lists_and_pages_show_each_text_letter_for_letter(file: Path) -> None:
    async with opened(file, (150, 60)) as person:
        for panel in (ACTORS, QUOTES, CLAIMS, EVENTS, SOURCES):
            await person.press(panel, *(["down"] if panel in (CLAIMS, EVENTS, SOURCES) else []))
            listed = "\n".join(person.pane("#records"))
            for number, text in enumerate(TEXTS):
                assert text[:20] in listed, (panel, text)
                assert text in "\n".join(person.pane("#page")), (panel, text)
                assert clickable(person) == []
                if number + 1 < len(TEXTS):
                    await person.press("down")


@pytest.mark.long
async def test_diagrams_show_each_text_letter_for_letter(file: Path) -> None:
    async with opened(file, (200, 60)) as person:
        for number in range(1, len(TEXTS)):
            browsing(person).follow(f"pair:a{number - 1}:a{number}")
            await person.settle()
            assert all(text in person.pane("#page")[1] for text in TEXTS[number - 1 : number + 1])
            assert clickable(person) == []
            await person.press("backspace")
        await person.press("m")
        for text in TEXTS:
            assert f"{text}  enter draws it" in "\n".join(person.pane("#matrix"))
            assert any(text[:20] in line[:40] for line in person.pane("#matrix"))
            assert clickable(person) == []
            await person.press("down", "right")
        await person.press("e")
        for number, text in enumerate(TEXTS):
            browsing(person).follow(f"ego:a{number}")
            await person.settle()
            assert text in person.pane("#page")[1]
            assert text in person.highlighted("#records") or text in "\n".join(person.pane("#records"))
            assert clickable(person) == []


async def test_the_title_is_shown_letter_for_letter(file: Path) -> None:
    async with opened(file, (150, 20)) as person:
        assert person.lines[0].endswith(TEXTS[0])


@pytest.mark.parametrize("number", range(len(TEXTS)))
async def test_the_jump_list_and_the_filter_show_it_letter_for_letter(file: Path, number: int) -> None:
    text = TEXTS[number]
    async with opened(file, (120, 30)) as person:
        await person.press("/")
        await person.paste(text)
        assert f"/{text}" in person.text
        assert place(person).record == f"a{number}"
        await person.press("escape", ":")
        await person.paste(text)
        assert any(line.strip(" ▌").startswith(text) for line in person.pane("#choices"))
        assert f"alias {text}, alias of " in person.text
        assert clickable(person) == []
        await person.press("enter")
        assert person.pane("#page")[1].strip().startswith(text)


@pytest.mark.long
async def test_what_is_copied_and_told_is_shown_letter_for_letter(file: Path) -> None:
    async with opened(file, (150, 30)) as person:
        await person.press(CLAIMS, "down")
        for text in TEXTS:
            x, y = person.spot(text, -1)
            await person.drag((x, y), (x + len(text) - 1, y))
            await person.press("ctrl+c")
            assert person.lines[-1].endswith(f" Copied: “{text}”")
            assert person.app.clipboard == text
            await person.press("escape", "escape", "down")


async def test_an_error_on_reading_again_shows_it_letter_for_letter(file: Path) -> None:
    async with opened(file, (150, 30)) as person:
        file.write_text('dossier = 1\ntitle = "x"\n[[actors]]\nid = "a"\nkind = "[/] [sic]"\nname = "n"\n')
        await reads_again(person)
        words = " ".join(" ".join(person.lines).replace("▌", " ").replace("▐", " ").split())
        assert "“[/] [sic]”" in words
        assert "[red]hostile[@click=app.quit].toml" in "".join(words.split())


async def click_everywhere(person: Reading, *keys: str, kind: type[Screen[Any]] = BrowseScreen) -> None:
    """Click each cell of a view, all but the bar of keys, coming back to the view for each line."""
    width, height = person.app.size
    for y in range(height - 1):
        while not isinstance(person.app.screen, BrowseScreen):
            await person.press("escape")
        await person.press(*keys)
        assert isinstance(person.app.screen, kind)
        clicks = (f"\x1b[<0;{x + 1};{y + 1}{end}" for x in range(width) for end in "Mm")
        await person.mouse(*clicks, at_once=True)
        assert clickable(person) == []
        assert not person.app._exit
        assert person.app._exception is None


VIEWS = {
    "actors": (ACTORS,),
    "an actor": (ACTORS, "home", "down", "down", "down", "enter"),
    "a claim": (CLAIMS, "enter"),
    "a source": (SOURCES, "enter"),
    "the overview": (HOME,),
    "an ego": (ACTORS, "home", "down", "e"),
    "the matrix": ("m",),
    "the blocs": ("b",),
    "the grievances": (LEDGER, "home"),
    "the timeline": (EVENTS, "home"),
    "the balance": panel_keys("balance"),
}


@pytest.mark.long
@pytest.mark.parametrize("keys", mostly_long(VIEWS.values(), VIEWS["a claim"], VIEWS["the matrix"], ids=VIEWS))
async def test_clicking_every_cell_of_a_panel_runs_nothing_and_writes_no_file(
    file: Path, keys: tuple[str, ...], state_folder: Path
) -> None:
    async with opened(file, (60, 10)) as person:
        await click_everywhere(person, *keys)
        assert os.listdir(file.parent) == [file.name]
        assert not state_folder.exists()


@pytest.mark.long
@pytest.mark.parametrize(("key", "kind"), [("?", HelpScreen), (":", JumpScreen)], ids=["help", "jump"])
async def test_clicking_every_cell_of_what_lies_over_it_runs_nothing(
    file: Path, key: str, kind: type[Screen[Any]], state_folder: Path
) -> None:
    async with opened(file, (60, 10)) as person:
        await person.press("down", "down", "down")
        await click_everywhere(person, key, kind=kind)
        assert os.listdir(file.parent) == [file.name]
        assert not person.app._exit


@pytest.mark.long
async def test_the_sanitizer_had_nothing_to_stop(file: Path) -> None:
    async with opened(file, (150, 40)) as person:
        await person.press("enter", "right", "enter", "s", "backspace", "?", "escape", ":", "down", "escape", "t")
        await person.press(
            "e", "down", "m", "down", "enter", "b", "p", "down", "enter", "f", "space", "escape", "u", "o"
        )
        await person.press(HOME, ACTORS, "/")
        await person.write("[/]")
        assert person.app.output_sanitizer.hits == 0
        assert browsing(person).split_view.filtered_list.is_typing
