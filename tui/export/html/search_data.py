"""What the search box of the page looks through: the same parts of the same records as the search of the program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.search.documents import NAME
from tui.dossier.search.index import Index, Item
from tui.dossier.values.fold import LETTERS, MARKS, fold
from tui.export.html.anchors import Anchors

_ESCAPES = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
"""What could end a script or begin a comment where JSON stands in HTML; JSON has another spelling for each."""


def search_data(dossier: Dossier, anchors: Anchors) -> str:
    """What is searched, as JSON that can stand in HTML: records, and paragraphs of local copies that are on the page.

    `items`: anchor, what it is, its name, and all else that is searched of it; `folds`: character -> what it is
    searched as, of all that a browser would fold in another way.
    """
    items = list(_items(dossier, anchors))
    texts = "".join(part for item in items for part in item[2:])
    data = {"items": items, "folds": _folds(texts)}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


def _items(dossier: Dossier, anchors: Anchors) -> Iterator[tuple[str, str, str, str]]:
    index = Index(dossier)
    for table, kind in KINDS.items():
        for record in dossier.tables[table]:
            parts = index.parts(Item(record.id, record))
            name = next((part.text for part in parts if part.section == NAME), "") or dossier.name(record.id)
            others = dict.fromkeys(part.text for part in parts if part.text != name)
            yield record.id, kind.category_of(record), name, "\n".join(others)
    for source, passages in dossier.passages.items():
        for number, passage in enumerate(passages, 1):
            anchor = anchors.fragment(f"{source}#p{number}")
            if anchor not in ("", source):
                yield anchor, f"passage, ¶{number}", dossier.name(source), passage


def _folds(texts: Iterable[str]) -> dict[str, str]:
    """How characters are folded: those that occur, and those that somebody may type in their place."""
    used = {char for char in texts if not char.isascii()} | LETTERS.keys() | MARKS.keys()
    return {char: folded for char in sorted(used) if (folded := fold(char)) != char}
