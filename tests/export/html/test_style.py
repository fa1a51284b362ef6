"""The colours of the page: legible on every ground that they stand on, in the light and in the dark, and printed."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = files("tui.export.html").joinpath("style.css").read_text(encoding="utf-8")
INKS = ("ink", "dim", "link", "label", "with", "against", "neither", "doubt", "one", "two")
GROUNDS = ("paper", "wash")


def _palettes() -> dict[str, dict[str, str]]:
    """The variables of each `:root` rule, those of the first one wherever another has none."""
    rules = [
        dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6});", rule)) for rule in re.findall(r":root \{(.*?)\}", STYLE, re.S)
    ]
    light, dark, printed = rules
    return {"light": light, "dark": {**light, **dark}, "printed": {**light, **printed}}


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", ["light", "dark", "printed"])
def test_every_ink_can_be_read_on_every_ground(palette: str) -> None:
    colours = _palettes()[palette]
    for ground in GROUNDS:
        assert {ink: round(ratio, 2) for ink in INKS if (ratio := _contrast(colours[ink], colours[ground])) < 4.5} == {}


@pytest.mark.parametrize("palette", ["light", "dark", "printed"])
def test_words_and_links_can_be_read_where_they_are_lit(palette: str) -> None:
    colours = _palettes()[palette]
    for ink in ("ink", "link"):
        assert _contrast(colours[ink], colours["lit"]) >= 4.5, ink


def test_no_colour_is_named_outside_the_palettes() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.S)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rules) == []
