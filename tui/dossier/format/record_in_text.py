"""Finds a record in the text of a dossier, also of one that does not open: the line at which it begins, its text."""

from __future__ import annotations

import re

from tui.dossier.format.positions import Broken, walk
from tui.dossier.problems import TreePath


def record_line(text: str, name: str) -> int:
    """Return the line, from 1, of the table header of the record with the id `name`; 1 when there is no such record.

    Stops at the record. Past a place where the text is not TOML, a line that gives the id counts as the record's.
    """
    text = text.replace("\r\n", "\n")
    if not name or name not in text:
        return 1
    gives_id = _gives_id(name)
    headers: dict[TreePath, int] = {}
    broken = -1
    try:
        for path, offset in walk(text):
            if len(path) == 2:
                headers.setdefault(path, offset)
            elif len(path) == 3 and path[2] == "id" and gives_id.match(text, offset):
                return _line(text, headers.get(path[:2], offset))
    except Broken as fault:
        broken = fault.offset
    found = re.compile(rf"^[ \t]*{gives_id.pattern}", re.MULTILINE).search(text, broken) if broken >= 0 else None
    return _line(text, found.start()) if found else 1


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
    gives_id = _gives_id(name)
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


def _gives_id(name: str) -> re.Pattern[str]:
    return re.compile(rf"""(?:id|"id"|'id')[ \t]*=[ \t]*(["']){re.escape(name)}\1""")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
