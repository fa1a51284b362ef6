"""What a search of the whole dossier has found, by kind: the list of the search panel."""

from __future__ import annotations

from itertools import islice

from tui.dossier.kinds import KINDS
from tui.dossier.search.search import Search
from tui.pages.list_line import ListGroup
from tui.pages.truncation import MANY


def result_groups(search: Search) -> list[ListGroup]:
    """What is found so far, under its kind with how many there are, the best first; of very many the best."""
    return [
        ListGroup(heading(table, count), tuple(item.id for item in islice(search.best(table), MANY)))
        for table, count in search.counts.items()
    ]


def heading(table: str, count: int, most: int = MANY) -> str:
    """The name of a table with how many are found in it: `Quotes · 23`."""
    title = KINDS[table].title if table in KINDS else "Passages"
    return f"{title} · {count:,}{f', the best {most:,}' if count > most else ''}"
