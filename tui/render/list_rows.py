"""The list of a panel as plain text: the id of each record, then its line in the panel."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tui.pages.catalog import Catalog
from tui.pages.lists.orders import lead
from tui.render.wrap import cells


def rows(
    catalog: Catalog, table: str, only: Collection[str] | None = None, order: Sequence[str] | None = None
) -> Iterator[str]:
    """One line per record: id, words and remark, at least two spaces apart.

    With `only`, the ids of some records, those alone. `order` has the ids in their order; without it that is the order
    of the panel.
    """
    names = [name for group in catalog.record_groups(table) for name in group.ids] if order is None else order
    if only is not None:
        kept = frozenset(only)
        names = [name for name in names if name in kept]
    width = min(40, max(map(len, names), default=0))
    texts = []
    for name in names:
        line = catalog.line(name)
        stands_under = lead(catalog.builder, catalog.dossier.records[name])
        left = f"{line.mark.text} {stands_under}{''.join(span.text for span in line.spans)}".strip()
        texts.append((name, left, "".join(span.text for span in line.long_remark or line.remark).strip()))
    middle = min(60, max((cells(left) for _, left, _ in texts), default=0))
    for name, left, remark in texts:
        gap = " " * max(2, middle + 2 - cells(left)) if remark else ""
        yield f"{name:{width}}  {left}{gap}{remark}".rstrip()
