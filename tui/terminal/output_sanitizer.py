"""Strips control characters and links other than http(s) from everything written to the screen.

Text is cleaned when it is loaded; this is the second line of defence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

__all__ = ["FilterChain", "OutputSanitizer"]

# Isolates too: they would keep counts in place beside names in right-to-left scripts, but only on a terminal that
# reorders text. No query tells whether one does, and what TERM or VTE_VERSION suggest does not hold inside tmux, or
# where the reader has turned reordering off. Elsewhere an isolate may take a cell, and it can hide text.
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")
_LINK: Final = re.compile(r"https?://[!-~]+")


class OutputSanitizer(LineFilter):
    """Removes C0, DEL, C1, line separators, bidirectional overrides, surrogates, and links that are not plain http(s).

    `hits` counts the lines this instance changed, `total_hits` those of every instance; both are 0 in a healthy
    program, and tests insist on it. `last_line` is the last line changed, escaped, for a test's message.
    """

    total_hits: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.hits = 0
        self.last_line = ""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without anything unsafe; the same list when there is nothing to remove."""
        text = "".join([segment[0] for segment in segments])
        # isprintable() is many times faster than the search, and false for few clean lines (joiners, no-break spaces).
        if text.isprintable() or _CONTROL.search(text) is None:
            for _, style, control in segments:
                if control is not None or (style is not None and style.link is not None):
                    break
            else:
                return segments
        cleaned = [
            Segment(_CONTROL.sub(_replacement, text), _without_unsafe_link(style))
            for text, style, control in segments
            if control is None
        ]
        if cleaned != segments:
            self.hits += 1
            OutputSanitizer.total_hits += 1
            self.last_line = ascii(text)
        return cleaned


class FilterChain(LineFilter):
    """Several filters in one, because Textual builds a new strip for every line and filter."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = tuple(filters)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Pass the segments through each filter in turn."""
        for line_filter in self.filters:
            segments = line_filter.apply(segments, background)
        return segments


def _replacement(match: re.Match[str]) -> str:
    # As wide as what it replaces, so that the rest of the line stays in its columns.
    return "\ufffd" * cell_len(match[0])


def _without_unsafe_link(style: Style | None) -> Style | None:
    if style is None or style.link is None or _LINK.fullmatch(style.link):
        return style
    return style.update_link(None)
