"""A terminal agrees with us on how many columns a cleaned text takes: tmux is asked where its cursor is."""

from __future__ import annotations

import os
from functools import partial

from tests.dossier.values.test_text import PROSE
from tests.hostile.families import FAMILIES
from tests.terminal.tmux import Tmux
from tui.dossier.values.text import line
from tui.render.wrap import cells

LANGUAGES = ("Armenian", "Azerbaijani", "Georgian", "Russian", "Hebrew", "Arabic", "Persian", "CJK", "Turkish")
STRANGE = (
    "bidi-override",
    "bidi-isolates",
    "line-ends",
    "zero-width",
    "emoji-zwj",
    "tags",
    "variation-supplement",
    "zalgo",
    "marks-first",
    "fillers",
    "noncharacters",
    "c1-all",
    "c0-all",
    "feeds",
    "wide",
    "right-to-left",
    "looks-alike",
)
"""Families on whose columns terminals would disagree if they were not cleaned."""


def test_a_cleaned_text_is_as_wide_as_we_count(tmux: Tmux) -> None:
    texts = {name: PROSE[name] for name in LANGUAGES} | {name: FAMILIES[name] for name in STRANGE}
    tmux.wait_for(r"^\$")
    pane = os.open(tmux("display", "-p", "#{pane_tty}").strip(), os.O_WRONLY | os.O_NOCTTY)
    try:
        for text in texts.values():
            shown = line(text)[:40]
            os.write(pane, f"\r\x1b[2K{shown}".encode())
            tmux.wait_until(partial(at_column, tmux, cells(shown)))
    finally:
        os.close(pane)


def at_column(tmux: Tmux, column: int) -> bool:
    return tmux("display", "-p", "#{cursor_x}").strip() == str(column)
