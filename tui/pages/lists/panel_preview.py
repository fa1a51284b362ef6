"""The list of a panel as a page: the preview of a link that leads to the panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.pages.list_line import ListGroup, ListLine
from tui.pages.page import Block, Entry, Page, Para, Section, Spans, Title, text

_MOST = 100
"""The most records that are listed."""


def _numbered(title: str, ids: Sequence[str]) -> Section:
    return Section(title, len(ids))


def panel_preview_page(
    name: str,
    title: str,
    groups: Iterable[ListGroup],
    line: Callable[[str], ListLine],
    footer: str = "",
    heading: Callable[[str, Sequence[str]], Section] = _numbered,
) -> Page:
    """The first records of a list, each a link, under their headings, with `footer` below.

    `heading` makes a heading that says how many records are under it.
    """
    groups = list(groups)
    whole = heading(title, [name for group in groups for name in group.ids])
    count = sum(len(group.ids) for group in groups)
    blocks: list[Block] = [Title(text(title, "strong"), whole.note or text(f"{count:,}", "dim"))]
    room = _MOST
    for group in groups:
        ids, room = group.ids[:room], max(0, room - len(group.ids))
        if group.heading and ids:
            blocks.append(heading(group.heading, group.ids)._replace(role=group.role))
        blocks += [_entry(record, line(record)) for record in ids]
    if count > _MOST:
        blocks.append(Para(text(f"… and {count - _MOST:,} more", "dim")))
    if footer:
        blocks.append(Para(text(footer, "dim")))
    return Page(name, tuple(blocks))


def _entry(name: str, line: ListLine) -> Entry:
    spans: Spans = tuple(span._replace(link=name) for span in line.spans)
    return Entry(line.mark_under_heading, spans, line.remark)
