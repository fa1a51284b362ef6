"""Our two themes, and every other one with our tokens: all that is drawn can be read, with colours and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.colour_vision import TERMINAL_PALETTES, VISIONS, distance
from tests.screens.opened import browsing, opened
from tests.screens.panel_keys import ACTORS
from tests.screens.person import at
from tests.widgets.host import Host, Records, grouped
from tui import state, theme
from tui.app import KarabakhApp
from tui.cli.reader import Reader
from tui.contrast import contrast as contrast_of
from tui.contrast import seen_on
from tui.pages.page import Page, Para, Role, Span
from tui.theme import ROLE_STYLES, THEMES, RoleStyles
from tui.widgets.bars import Bar, BarItem
from tui.widgets.page.view import PageView
from tui.widgets.record_list import RecordList
from tui.widgets.text_field import TextField

DOUBTS = ("status-judgement", "status-contested", "status-denied", "status-inferred")
READABLE, SEEN = 4.5, 3.0
"""The contrast that WCAG asks for in plain text, and in lines and marks that are no text."""


def contrast(ink: str, ground: str) -> float:
    return contrast_of(Color.parse(ink), Color.parse(ground))


def inks(theme: Theme) -> Iterator[tuple[str, str]]:
    for name, value in theme.variables.items():
        if not name.startswith(("block-cursor", "screen-", "input-")) and name != "ink-rule":
            yield name, value
    assert theme.foreground is not None
    yield "foreground", theme.foreground


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_of_ours_can_be_read_on_every_ground(theme: Theme) -> None:
    for name, ink in inks(theme):
        for ground in (theme.background, theme.surface, theme.panel):
            assert ground is not None
            assert contrast(ink, ground) >= READABLE, (name, ground)


def grounds(theme: Theme) -> list[str]:
    """All that text of any role can stand on: the panes, the bars, and the row and column of the matrix's cursor."""
    named = theme.background, theme.surface, theme.panel, theme.variables["block-cursor-blurred-background"]
    return [ground for ground in named if ground is not None]


@pytest.mark.parametrize("of", THEMES, ids=lambda theme: theme.name)
def test_every_role_can_be_seen_on_every_ground(of: Theme) -> None:
    for role, look in ROLE_STYLES.items():
        ink = of.variables.get(look.token) or of.foreground
        assert ink is not None
        needed = SEEN if role in ("rule", "bar") else READABLE
        assert [(role, ground) for ground in grounds(of) if contrast(ink, ground) < needed] == []


@pytest.mark.parametrize("name", [theme.name for theme in THEMES])
async def test_the_glyph_of_a_filled_cell_can_be_read_and_the_fill_is_seen(name: str) -> None:
    async with at(Host(lambda: PageView(id="page"))) as person:
        person.app.theme = name
        await person.settle()
        looks = person.app.query_one(PageView).role_styles
        for role, full, banded in product(("sign-with", "sign-against", "sign-mixed"), (True, False), (True, False)):
            filled = looks.filled(role, full=full, banded=banded)
            assert filled.color is not None
            assert filled.bgcolor is not None
            ink, ground = Color.from_rich_color(filled.color), Color.from_rich_color(filled.bgcolor)
            assert contrast_of(ink, ground) >= READABLE, (role, full, banded)
            assert contrast_of(ground, looks.background) >= 1.15, (role, full, banded)


@pytest.mark.parametrize("of", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", ["block-cursor", "block-cursor-blurred", "screen-selection", "input-selection"])
def test_what_is_under_the_cursor_or_selected_can_be_read(of: Theme, pair: str) -> None:
    assert contrast(of.variables[f"{pair}-foreground"], of.variables[f"{pair}-background"]) >= READABLE


SIDES = ("side-one", "side-two")
APART = [
    SIDES,
    ("sign-with", "sign-against"),
    *product(SIDES, ("sign-with", "sign-against", "sign-neither", "status-doubt", "ink-cite", "ink-dim")),
    *product(("ink-label",), ("status-doubt", "sign-with", "sign-against")),
    *product(
        ("status-judged",),
        ("status-doubt", *SIDES, "sign-with", "sign-against", "sign-neither", "ink-cite", "ink-dim", "ink-label"),
    ),
]
"""Tokens that are told apart: the two sides, those from every sign and status, headings from doubt and signs, and what
somebody judges from what is contested and from all of these."""
_FAR = 8.5
"""CIEDE2000: about eight times what is just noticed side by side."""


@pytest.mark.parametrize("of", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("vision", VISIONS)
def test_sides_signs_and_statuses_are_told_apart_whatever_colours_one_sees(of: Theme, vision: str) -> None:
    far = {pair: distance(of.variables[pair[0]], of.variables[pair[1]], vision) for pair in APART}
    assert {pair: round(apart, 1) for pair, apart in far.items() if apart < _FAR} == {}


def test_a_side_is_not_told_by_its_colour_alone() -> None:
    looks = [ROLE_STYLES[role]._replace(token="") for role in ("name", *SIDES)]
    assert len(set(looks)) == 3


ANSI = [name for name, one in BUILTIN_THEMES.items() if one.ansi]


def of_ansi(name: str) -> dict[str, str]:
    """The tokens of a theme in the colours of the terminal."""
    one = BUILTIN_THEMES[name]
    return theme.with_tokens(one.to_color_system().generate() | one.variables)


def hue(value: str) -> str:
    """The base colour of the terminal in a value: `red` of `ansi_bright_red`."""
    return value.partition(" ")[0].removeprefix("ansi_").removeprefix("bright_")


@pytest.mark.parametrize("name", ANSI)
def test_in_the_colours_of_the_terminal_a_side_has_a_base_colour_of_its_own(name: str) -> None:
    tokens = of_ansi(name)
    sides = [hue(tokens[side]) for side in SIDES]
    signs = "sign-with", "sign-against", "sign-neither", "status-doubt", "ink-cite", "ink-dim", "ink-label", "link"
    assert len({*sides}) == 2
    assert {*sides} & {hue(tokens[token]) for token in signs} == set()
    assert "default" not in sides


@pytest.mark.parametrize("palette", TERMINAL_PALETTES)
@pytest.mark.parametrize("name", ANSI)
def test_in_the_palettes_of_terminals_the_sides_are_told_apart_whatever_colours_one_sees(
    name: str, palette: str
) -> None:
    tokens = of_ansi(name)
    one, other = (TERMINAL_PALETTES[palette][tokens[side].removeprefix("ansi_")] for side in SIDES)
    assert {vision: far for vision in VISIONS if (far := distance(one, other, vision)) < _FAR} == {}


def test_headings_have_no_colour_of_a_sign_or_a_status_in_any_theme() -> None:
    tokens = theme.with_tokens({"foreground": "#eeeeee", "text-accent": "#00ff00", "background": "#000000"})
    assert tokens["ink-label"].lower() == "#eeeeee"


def test_no_theme_draws_a_line_in_the_colour_of_the_ground() -> None:
    for name, one in BUILTIN_THEMES.items():
        variables = theme.with_tokens(one.to_color_system().generate() | one.variables)
        if one.ansi:
            assert variables["ink-rule"] == "ansi_default 50%", name
        else:
            for ground in ("background", "surface", "panel"):
                assert contrast(variables["ink-rule"], variables[ground]) >= SEEN, (name, ground)


@pytest.mark.parametrize("name", [name for name, one in BUILTIN_THEMES.items() if not one.ansi])
def test_no_theme_has_text_that_is_harder_to_read_than_its_foreground_makes_it(name: str) -> None:
    one = BUILTIN_THEMES[name]
    variables = theme.with_tokens(one.to_color_system().generate() | one.variables)
    for role, token in {
        role: look.token for role, look in ROLE_STYLES.items() if look.token not in ("", "ink-rule")
    }.items():
        for ground in ("background", "surface", "panel"):
            needed = min(READABLE, 0.8 * contrast(variables["foreground"], variables[ground]))
            assert contrast(variables[token], variables[ground]) >= needed, (role, ground)
    background = Color.parse(variables["background"])
    for cursor in ("block-cursor", "block-cursor-blurred"):
        behind = seen_on(background, variables[f"{cursor}-background"])
        ink = seen_on(behind, variables[f"{cursor}-foreground"])
        assert contrast_of(ink, behind) >= READABLE, cursor


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_with_sixteen_colours_every_ink_differs_from_every_ground(theme: Theme) -> None:
    def of_sixteen(value: str) -> int | None:
        return RichColor.parse(value).downgrade(ColorSystem.STANDARD).number

    for name, ink in inks(theme):
        for ground in (theme.background, theme.surface, theme.panel):
            assert ground is not None
            assert of_sixteen(ink) != of_sixteen(ground), (name, ground)
    for which in ("block-cursor", "block-cursor-blurred"):
        ink, ground = (theme.variables[f"{which}-{part}"] for part in ("foreground", "background"))
        assert of_sixteen(ink) != of_sixteen(ground), which


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_cursor_can_be_read_with_and_without_the_focus(theme: Theme) -> None:
    for which in ("block-cursor", "block-cursor-blurred"):
        ink, ground = (theme.variables[f"{which}-{part}"] for part in ("foreground", "background"))
        assert contrast(ink, ground) >= READABLE, which


def test_both_themes_set_the_same_tokens() -> None:
    dark, light = THEMES
    assert dark.variables.keys() == light.variables.keys()
    assert (dark.dark, light.dark) == (True, False)


def test_every_role_has_a_look_and_every_look_a_token() -> None:
    assert set(get_args(Role)) <= set(ROLE_STYLES)
    for look in ROLE_STYLES.values():
        assert not look.token or look.token in theme.DARK.variables


def test_what_stands_against_is_never_told_by_colour_alone() -> None:
    from tui.dossier.values.vocabulary import OUTCOME_GLYPHS, SIGN_GLYPHS, STATUS_GLYPHS

    for glyphs in (SIGN_GLYPHS, STATUS_GLYPHS, OUTCOME_GLYPHS):
        assert len(set(glyphs.values())) == len(glyphs)


def test_a_theme_without_our_tokens_gets_them_from_its_own_palette() -> None:
    given = {"foreground": "#010203", "text-success": "#040506", "link": "#070809"}
    tokens = theme.with_tokens(dict(given))
    assert tokens["sign-with"] == "#040506"
    assert tokens["link"] == "#070809", "what a theme sets stays"
    assert tokens["side-two"] == "#010203", "what it lacks is its foreground"


@pytest.mark.parametrize("file", ["tcss", "py"])
def test_no_colour_is_named_outside_the_theme(file: str) -> None:
    from tests.project import code

    found = re.compile(r"#[0-9a-fA-F]{6}\b|\brgb\(|Color\(\d")
    for path in (code.ROOT / "tui").rglob(f"*.{file}"):
        if path.name != "theme.py":
            assert not found.search(path.read_text(encoding="utf-8")), path


# Links


@pytest.mark.parametrize("name", ["karabakh-dark", "karabakh-light", "nord"])
async def test_colour_says_link_and_only_a_mention_in_prose_is_underlined(name: str) -> None:
    async with opened() as person:
        person.app.theme = name
        looks = RoleStyles(person.app, Color.parse("#000000"))
        assert [role for role in get_args(Role) if looks.link(role).underline] == ["mention"]
        for role in ("text", "name", "label", "quote", "mention"):
            assert looks.link(role).color == looks.token("link").color, role


@pytest.mark.parametrize("name", ["karabakh-dark", "ansi-dark", "ansi-light"])
async def test_without_sure_colours_a_link_is_underlined_but_no_heading_quotation_or_row_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not name.startswith("ansi"):
        monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as person:
        person.app.theme = name
        looks = RoleStyles(person.app, Color.parse("#000000"))
        plain = {role for role in get_args(Role) if not looks.link(role).underline}
        assert plain == {"label", "quote", "cite", "chart", "axis"}
        assert not looks.link("name", is_row_name=True).underline
        assert looks.cursor(True).reverse


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
async def test_no_link_is_dim_in_the_colours_of_the_terminal(name: str) -> None:
    async with opened() as person:
        person.app.theme = name
        await person.settle()
        looks = RoleStyles(person.app, Color.parse("ansi_default"))
        assert looks.style("dim").dim
        coloured = ("text", "name", "dim", "strong", "label", "quote", "mention")
        assert [role for role in coloured if looks.link(role).dim] == []


@pytest.mark.parametrize("name", ["karabakh-dark", "karabakh-light"])
async def test_a_prompt_can_be_read(name: str) -> None:
    async with opened() as person:
        person.app.theme = name
        await person.press("/")
        field = person.app.screen.query_one(TextField)
        prompt = field.get_component_styles("input--placeholder").color
        assert contrast_of(prompt, field.background_colors[1]) >= READABLE


# All themes


@pytest.mark.long
async def test_every_theme_draws_the_program_and_its_cursor_is_seen() -> None:
    async with opened() as person:
        names = sorted(person.app.available_themes)
        assert len(names) >= 20
        for name in names:
            person.app.theme = name
            await person.settle()
            assert "Armenia" in person.highlighted("#records"), name


async def test_every_theme_draws_every_role() -> None:
    page = Page("roles", (Para(tuple(Span(f"{role} ", role, f"to-{role}") for role in get_args(Role))),))
    app = Host(lambda: RecordList(Records("x"), id="list"), lambda: PageView(id="page"), lambda: Bar(id="bar"))
    async with at(app, (80, 24)) as person:
        app.query_one(RecordList).show(grouped())
        app.query_one(PageView).show(page)
        app.query_one(PageView).focus()
        app.query_one(Bar).show(
            [BarItem("1", "On", "x", selected=True), BarItem("2", "Off", "y", dimmed=True)], "right"
        )
        for name in app.available_themes:
            app.theme = name
            await person.settle()
            text = person.text
            assert all(role in text for role in get_args(Role)), name
            assert person.highlighted("#page") == get_args(Role)[0], name


@pytest.mark.parametrize("name", ["karabakh-dark", "karabakh-light", "ansi-dark", "ansi-light", "nord"])
async def test_no_two_things_that_differ_look_alike_where_it_matters(name: str) -> None:
    async with opened() as person:
        person.app.theme = name
        await person.settle()
        looks = browsing(person).records.role_styles
        cursor, plain = looks.cursor(True), looks.style("text")
        assert cursor.reverse
        assert not plain.reverse
        assert looks.style("label") != plain
        assert looks.style("sign-with") != looks.style("sign-against")
        match = looks.style("match")
        assert match.reverse
        assert match != cursor
        assert match.color == plain.color
        telling = (role for role in get_args(Role) if role.startswith(("sign-", "side-")) or role in DOUBTS)
        assert [role for role in telling if looks.style(role).color == match.color and role != "sign-neither"] == []


async def test_without_colours_all_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as person:
        assert person.highlighted("#records").startswith("▌  Armenia")
        assert person.highlighted("#panels") == f"{ACTORS} Actors"
        for widget in ("#panels", "#records", "#page", "#keys"):
            for line in person.cells(widget):
                for segment in line:
                    for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                        triplet = color.triplet if color else None
                        assert triplet is None or triplet.red == triplet.green == triplet.blue


# The choice


async def test_t_goes_between_dark_and_light_and_is_remembered_after_a_restart() -> None:
    async with opened() as person:
        assert person.app.theme == "karabakh-dark"
        await person.press("t")
        assert person.app.theme == "karabakh-light"
    assert state.load() == {"theme": "karabakh-light"}
    async with opened() as person:
        assert person.app.theme == "karabakh-light"
        await person.press("t")
        assert person.app.theme == "karabakh-dark"


async def test_t_leads_from_any_other_theme_to_ours_of_the_other_kind() -> None:
    async with opened() as person:
        person.app.theme = "dracula"
        await person.press("t")
        assert person.app.theme == "karabakh-light"


@pytest.mark.long
async def test_any_theme_can_be_chosen_by_its_name_and_is_remembered() -> None:
    async with opened() as person:
        await person.press(":")
        await person.write("gruvbox")
        await person.press("enter")
        assert person.app.theme == "gruvbox"
    assert state.load() == {"theme": "gruvbox"}


@pytest.mark.parametrize("state", [b"\xff\x00", b'theme = "gone"', b"theme = 7", b'theme = "[red]"'])
async def test_a_broken_memory_or_a_theme_that_is_gone_is_survived(state_folder: Path, state: bytes) -> None:
    state_folder.mkdir(parents=True)
    (state_folder / "state.toml").write_bytes(state)
    async with opened() as person:
        assert person.app.theme == "karabakh-dark"
        assert person.told == []


async def test_a_choice_that_cannot_be_remembered_is_told(state_folder: Path) -> None:
    state_folder.write_text("in the way")
    async with opened() as person:
        await person.press("t")
        assert person.app.theme == "karabakh-light"
        assert any("cannot be remembered" in words for words in person.told)


def test_starting_writes_nothing(state_folder: Path) -> None:
    app: App[int] = KarabakhApp(Reader(None, {}))
    assert app.theme == "karabakh-dark"
    assert not state_folder.exists()


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
async def test_in_the_colours_of_the_terminal_the_selected_link_of_another_pane_stays_a_link(name: str) -> None:
    async with opened() as person:
        person.app.theme = name
        looks = RoleStyles(person.app, Color.parse("#000000"))
        assert looks.selected_link("name", focused=True) == looks.cursor(True)
        remembered = looks.selected_link("name", focused=False)
        assert (remembered.color, remembered.bold, remembered.underline) == (looks.link("name").color, True, True)
