"""The list of a panel as plain text: the id of each record, then its line in the panel."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui.pages.catalog import Catalog
from tui.pages.records.record_view import record_view
from tui.render.wrap import cells


def rows(catalog: Catalog, table: str, only: Collection[str] | None = None) -> Iterator[str]:
    """One line per record, in the panel's order: id, words and remark, at least two spaces apart.

    With `only`, the ids of some records, those alone.
    """
    names = [(name, group.heading) for group in catalog.record_groups(table) for name in group.ids]
    if only is not None:
        kept = frozenset(only)
        names = [(name, heading) for name, heading in names if name in kept]
    width = min(40, max((len(name) for name, _ in names), default=0))
    texts = []
    for name, heading in names:
        line = catalog.line(name)
        lead = record_view(table).lead.format(heading)
        left = f"{line.mark.text} {lead}{''.join(span.text for span in line.spans)}".strip()
        texts.append((name, left, "".join(span.text for span in line.long_remark or line.remark).strip()))
    middle = min(60, max((cells(left) for _, left, _ in texts), default=0))
    for name, left, remark in texts:
        gap = " " * max(2, middle + 2 - cells(left)) if remark else ""
        yield f"{name:{width}}  {left}{gap}{remark}".rstrip()
