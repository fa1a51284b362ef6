"""Bars made of glyphs: one glyph for each of what is counted, so that a bar says what it is made of without colours."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.pages.page import Span, Spans

HEIGHTS = "▁▂▃▄▅▆▇█"
"""Bars of one cell, from the lowest to the highest."""


class Part(NamedTuple):
    """One sort of what is counted: its glyph, and how many there are."""

    glyph: Span
    number: int


def glyph_bar(parts: tuple[Part, ...], most: int, width: int) -> Spans:
    """A bar as long as its parts are together, where `most` is the longest of several bars.

    One glyph stands for one, unless the longest bar would need more than `width` cells; then all bars are shorter
    in proportion, and each part that there is keeps one glyph at least.
    """
    shown = [part for part in parts if part.number]
    if not shown:
        return ()
    total = sum(part.number for part in shown)
    length = total if most <= width else max(1, round(width * total / most))
    sizes = [max(1, part.number * length // total) for part in shown]
    while sum(sizes) < length:
        behind = max(range(len(shown)), key=lambda at: shown[at].number * length / total - sizes[at])
        sizes[behind] += 1
    while sum(sizes) > max(length, len(shown)):
        sizes[sizes.index(max(sizes))] -= 1
    return tuple(part.glyph._replace(text=part.glyph.text * size) for part, size in zip(shown, sizes, strict=True))


def height_bar(number: int, most: int) -> str:
    """A bar of one cell as high as a number is to the most there are; empty for none."""
    return HEIGHTS[-(-number * len(HEIGHTS) // most) - 1] if number else ""


def parts_of(glyphs: Mapping[str, Span], numbers: Mapping[str, int]) -> tuple[Part, ...]:
    """The parts of a bar in the order of the glyphs."""
    return tuple(Part(glyph, numbers.get(term, 0)) for term, glyph in glyphs.items())
