"""The sanitizer lets clean lines through untouched and stops what would steer a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.widgets import Static

from tui.terminal.app import TerminalApp
from tui.terminal.output_sanitizer import FilterChain, OutputSanitizer

BLACK = Color(0, 0, 0)
BOLD = Style(bold=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "peace",
        "խաղաղություն",
        "Qarabağ İ ı",
        "მშვიდობა",
        "мир",
        "שלום",
        "صلح\u200cنامه",
        "平和",
        "a\u00a0b",
        "█▀╭─⠿",
        "\ue0b0",
    ],
)
def test_clean_lines_pass_untouched(text: str) -> None:
    sanitizer = OutputSanitizer()
    line = [Segment(text, BOLD), Segment(text), Segment("x", BOLD.update_link("https://example.org/a?b=c"))]
    assert sanitizer.apply(line, BLACK) is line or sanitizer.apply(line, BLACK) == line
    assert sanitizer.hits == 0


@pytest.mark.parametrize(
    "bad",
    [*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u2028\u2029\u202a\u202e\u2066\u2069\udc80\udcff"],
    ids=ascii,
)
def test_control_characters_are_stopped_and_columns_stay(bad: str) -> None:
    sanitizer = OutputSanitizer()
    before = OutputSanitizer.total_hits
    (segment,) = sanitizer.apply([Segment(f"a{bad}b", BOLD)], BLACK)
    assert bad not in segment.text
    assert cell_len(segment.text) == cell_len(f"a{bad}b")
    assert segment.style == BOLD
    assert (sanitizer.hits, OutputSanitizer.total_hits) == (1, before + 1)
    assert sanitizer.last_line.isascii()
    OutputSanitizer.total_hits = before


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "HTTPS",
        "https://",
        "https://a b",
        "https://a\x1b\\",
        "https://ա.am",
        "http:x",
    ],
)
def test_strange_links_are_dropped_and_their_text_stays(link: str) -> None:
    sanitizer = OutputSanitizer()
    before = OutputSanitizer.total_hits
    (segment,) = sanitizer.apply([Segment("here", BOLD.update_link(link))], BLACK)
    assert segment.text == "here"
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold
    assert sanitizer.hits == 1
    OutputSanitizer.total_hits = before


def test_control_segments_are_dropped() -> None:
    sanitizer = OutputSanitizer()
    before = OutputSanitizer.total_hits
    assert sanitizer.apply([Segment("a"), Control.home().segment, Segment("b")], BLACK) == [Segment("a"), Segment("b")]
    assert sanitizer.hits == 1
    OutputSanitizer.total_hits = before


class Hostile(TerminalApp):
    """Shows text that steers the terminal, in both kinds of text Textual knows."""

    def compose(self) -> ComposeResult:
        yield Static(Content("one\x1b]0;owned\x07\x9b31m"))
        yield Static(Text("two\x1b]52;c;b3duZWQ=\x1b\\"))


async def test_the_filter_chain_changes_with_the_theme() -> None:
    app = TerminalApp()
    async with app.run_test():
        (dark,) = app.get_line_filters()
        assert (dark,) == app.get_line_filters()
        app.theme = "ansi-dark"
        (plain,) = app.get_line_filters()
        assert dark is not plain
        assert isinstance(plain, FilterChain)
        assert plain.filters[-1] is app.output_sanitizer


async def test_the_output_of_every_widget_is_sanitized() -> None:
    before = OutputSanitizer.total_hits
    app = Hostile()
    async with app.run_test() as pilot:
        await pilot.pause()
        drawn = "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)
    assert "one" in drawn
    assert "two" in drawn
    assert drawn.isprintable()
    assert app.output_sanitizer.hits == 2
    OutputSanitizer.total_hits = before
