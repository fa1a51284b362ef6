"""Where the links of the pages lead inside the web page.

The anchor of a record is its id, that of a paragraph `source.p5`, that of a view or a chapter the name with a colon by
which the program knows it. Ids of records hold neither colon nor full stop, so no two are alike.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tui.dossier.dossier import Dossier
from tui.pages.views.registry import ids_in, view_of

_PART = re.compile("[a-z0-9-]+")
_NETWORK = "panel:network"
_VIEWS_OF_ONE = ("ego", "said", "pair")
"""The views in whose place the page of their first actor is shown, where they are not on the page themselves."""


def part_anchor(page: str, part: str) -> str:
    """The anchor of a part of a page, such as a paragraph of a source; empty for a part that can have none."""
    return f"{page}.{part}" if _PART.fullmatch(part) else ""


class Anchors:
    """The anchors of a web page: of every record of the dossier, of some `views`, and of `parts` by record.

    `parts`: id -> the names of the parts of its page that have an anchor.
    """

    def __init__(self, dossier: Dossier, views: Collection[str], parts: Mapping[str, Collection[str]]) -> None:
        self._dossier = dossier
        self._views = frozenset(views)
        self._parts = parts
        self._chapters = {f"panel:{table}": f"panel:{table}" for table, rows in dossier.tables.items() if rows}
        if "matrix:" in self._views:
            self._chapters[_NETWORK] = "matrix:"

    def fragment(self, target: str) -> str:
        """The anchor that a link of a page leads to; empty when what it leads to is not on the web page."""
        name, _, part = target.partition("#")
        if self._dossier.get(name) is not None:
            return part_anchor(name, part) if part in self._parts.get(name, ()) else name
        if name in self._views:
            return name
        if name in self._chapters:
            return self._chapters[name]
        view = view_of(name)
        if view is not None and view.kind in _VIEWS_OF_ONE:
            return next(filter(self._dossier.get, ids_in(name)), "")
        return ""
