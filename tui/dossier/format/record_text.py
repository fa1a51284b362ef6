"""Finds what the text of a dossier gives as one record, with the comments in it."""

from __future__ import annotations

from tui.dossier.format.positions import Broken, walk
from tui.dossier.format.record_line import id_pattern
from tui.dossier.problems import TreePath


def record_text(text: str, name: str) -> str:
    """Return what the text gives as the record with the id `name`, from its header on; empty where that is not found.

    Comments in it are kept, but not those between it and the next record.
    """
    text = text.replace("\r\n", "\n")
    if not name or name not in text:
        return ""
    record: TreePath = ()
    begins = statement = 0
    headers: dict[TreePath, int] = {}
    gives_id = id_pattern(name)
    try:
        for path, offset in walk(text):
            if not path:
                statement = offset
            elif record and len(path) >= len(record) and path[: len(record)] != record:
                return _without_what_follows(text[begins:statement])
            elif len(path) == 2:
                headers.setdefault(path, offset)
            elif not record and len(path) == 3 and path[2] == "id" and gives_id.match(text, offset):
                record, begins = path[:2], headers.get(path[:2], offset)
    except Broken:
        return ""
    return _without_what_follows(text[begins:]) if record else ""


def _without_what_follows(text: str) -> str:
    """Text up to its last line that is neither blank nor a comment; a long string may end in what looks like one."""
    lines = text.split("\n")
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    kept = "\n".join(lines)
    try:
        for _ in walk(kept):
            pass
    except Broken:
        return text.rstrip()
    return kept
