"""Finds the line at which a record begins in the text of a dossier, also in one that does not open."""

from __future__ import annotations

import re

from tui.dossier.format.notation import is_json
from tui.dossier.format.positions import Broken, walk_text
from tui.dossier.problems import TreePath


def record_line(text: str, name: str) -> int:
    """Return the line, from 1, of the table header of the record with the id `name`; 1 when there is no such record.

    In JSON it is the line of its opening brace. Stops at the record. Past a place where the text is not TOML, a line
    that gives the id counts as the record's.
    """
    text = text.replace("\r\n", "\n")
    if not name or name not in text:
        return 1
    gives_id = id_pattern(name)
    headers: dict[TreePath, int] = {}
    broken = 0 if is_json(text) else -1  # it ends without a word where it is not JSON
    try:
        for path, offset in walk_text(text):
            if len(path) == 2:
                headers.setdefault(path, offset)
            elif len(path) == 3 and path[2] == "id" and gives_id.match(text, offset):
                return _line(text, headers.get(path[:2], offset))
    except Broken as fault:
        broken = fault.offset
    found = re.compile(rf"^[ \t]*{gives_id.pattern}", re.MULTILINE).search(text, broken) if broken >= 0 else None
    return _line(text, found.start()) if found else 1


def id_pattern(name: str) -> re.Pattern[str]:
    """What gives a record the id `name`, in TOML or JSON."""
    return re.compile(rf"""(?:id|"id"|'id')[ \t]*[=:][ \t]*(["']){re.escape(name)}\1""")


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
