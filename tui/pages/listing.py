"""What a list shows: groups of records under a heading, and one line for each record.

May not know which records these are.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.pages.page import Span, Spans


class Item(NamedTuple):
    """A record in one line: a mark, the words, and a remark at the right, the long one where there is room."""

    mark: Span
    spans: Spans
    remark: Spans = ()
    long_remark: Spans = ()


class Group(NamedTuple):
    """Records under one heading (`""` for none)."""

    heading: str
    ids: tuple[str, ...]
