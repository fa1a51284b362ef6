"""What a search has found, as JSON: an object for each record and passage, the best first under each kind."""

from __future__ import annotations

import json
from typing import Any

from tui.dossier.search.index import Index, Item
from tui.dossier.search.matched_part import matched_parts
from tui.dossier.search.matched_words import MatchedWords
from tui.dossier.search.search import Search
from tui.export.record_values import record_values


def as_json(index: Index, search: Search) -> str:
    """The results in the shape that `karabakh-tui search --format json` promises.

    `matches` says in which `field` the words are, in which `text`, and in which `columns` of it, counted from 0.
    """
    words = MatchedWords(search.filter.words)
    found = [_object(index, item, words) for table in search.counts for item in search.best(table)]
    return json.dumps(found, indent=2, allow_nan=False) + "\n"


def _object(index: Index, item: Item, words: MatchedWords) -> dict[str, Any]:
    matches = [
        {"field": part.label, "text": part.text, "columns": words.spans(part.text)}
        for part in matched_parts(index.parts(item), words)
    ]
    values = {"kind": item.table, "id": item.id, "name": index.dossier.name(item.record.id)}
    if item.paragraph:
        cited_by = index.dossier.links.citing(item.record.id).get(item.paragraph, ())
        return {**values, "cite": [item.id], "cited_by": list(cited_by), "matches": matches}
    return {**values, "cite": record_values(item.record).get("cite", []), "matches": matches}
