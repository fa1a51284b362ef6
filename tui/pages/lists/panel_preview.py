"""What a panel lists, as a page: shown where a link leads to the panel. May not know which panel it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Block, Entry, Page, Para, Section, Spans, Title, text

_MOST = 100
"""So many records are named."""


def panel_preview_page(
    name: str, title: str, groups: Iterable[ListGroup], item: Callable[[str], ListLine], end: str = ""
) -> Page:
    """The first records of a list, each a link, under their headings; `end` is said below."""
    groups = list(groups)
    count = sum(len(group.ids) for group in groups)
    blocks: list[Block] = [Title(text(title, "strong"), text(f"{count:,}", "dim"))]
    left = _MOST
    for group in groups:
        shown, left = group.ids[:left], max(0, left - len(group.ids))
        if group.heading and shown:
            blocks.append(Section(group.heading, len(group.ids)))
        blocks += [_entry(one, item(one)) for one in shown]
    if count > _MOST:
        blocks.append(Para(text(f"… and {count - _MOST:,} more", "dim")))
    if end:
        blocks.append(Para(text(end, "dim")))
    return Page(name, tuple(blocks))


def _entry(name: str, item: ListLine) -> Entry:
    spans: Spans = tuple(span._replace(link=name) for span in item.spans)
    return Entry(item.mark, spans, item.remark)
