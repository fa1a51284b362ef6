"""Where the underline of a link begins and ends."""

from __future__ import annotations

from rich.style import Style

from tui.pages.glyph_bars import HEIGHTS

_PLAIN = Style(underline=False)


def underlined_words(text: str, style: Style) -> list[tuple[str, Style]]:
    """Divide `text`, so that in an underlined `style` no sign before or behind its words is underlined.

    An underlined `+` cannot be told from `±`, nor `−` from `=`. Beside a bar nothing is: `▁` and the line would be one.
    """
    if not style.underline:
        return [(text, style)]
    if text.startswith(tuple(HEIGHTS)):
        return [(text, style + _PLAIN)]
    letters = [at for at, character in enumerate(text) if character.isalnum()]
    start, end = (letters[0], letters[-1] + 1) if letters else (len(text), len(text))
    parts = (text[:start], style + _PLAIN), (text[start:end], style), (text[end:], style + _PLAIN)
    return [part for part in parts if part[0]]
