"""Pins the copies of sources: writes the hash of each into the text of its dossier, and changes nothing else in it."""

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from tui.atomic_write import write_atomically
from tui.dossier.files import Refused, is_zip, read_file
from tui.dossier.format.decode import decode
from tui.dossier.format.notation import is_json, parse
from tui.dossier.format.positions import positions, string_end
from tui.dossier.kinds import Source
from tui.dossier.problems import Problems
from tui.dossier.sources.copies import read_copies

_KEY = "sha256"
_ASSIGNMENT = re.compile(r"([^=\n]*?)([ \t]*=[ \t]*)(?=[\"'])")


class Pinned(NamedTuple):
    """The ids of sources, in file order: pinned for the first time or anew, pinned already, and without a copy."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    without_copy: tuple[str, ...]


def pin(path: str, named: Mapping[str, str]) -> Pinned:
    """Write the hash of every copy that can be read into the dossier at `path`.

    `named` maps source ids to the paths of copies that the dossier does not name. The file is replaced in one step, and
    only if a hash changes. Raises Refused.
    """
    data = read_file(path)
    if is_zip(data):
        raise Refused("not-pinned", "a bundle is not changed", "unpack it, and pin the dossier in it")
    tree = parse(data).tree
    tables = decode(tree, Problems()).tables
    hashes = read_copies(tables, os.path.dirname(os.path.abspath(path)), named, Problems()).hashes
    sources = [(number, record) for number, record in tables[Source.TABLE] if isinstance(record, Source)]
    changed = {number: hashes[record.id] for number, record in sources if _is_stale(record, hashes)}
    if changed:
        _replace(path, pinned(data, changed))
    return Pinned(
        tuple(record.id for number, record in sources if number in changed),
        tuple(record.id for number, record in sources if record.id in hashes and number not in changed),
        tuple(record.id for _, record in sources if record.id not in hashes),
    )


def _replace(path: str, data: bytes) -> None:
    """Put `data` in place of what a file holds; a link stays a link. Raises Refused."""
    try:
        write_atomically(os.path.realpath(path), data, overwrite=True)
    except OSError as error:
        raise Refused("unwritable", f"it cannot be written: {(error.strerror or 'output error').lower()}") from None


def pinned(data: bytes, hashes: Mapping[int, str]) -> bytes:
    """Return a dossier with these hashes, by the index of the source, every other byte as it was.

    Raises Refused where a hash cannot be written without touching something else.
    """
    tree, text, *_ = parse(data)
    places = positions(text, {("sources", number, key) for number in hashes for key in (_KEY, "text", "id")})
    lines = [match.start() for match in re.finditer(r"^", text, re.MULTILINE)]
    edits: list[tuple[int, int, str]] = []
    for number, value in hashes.items():
        key = next((key for key in (_KEY, "text", "id") if ("sources", number, key) in places), None)
        if key is None:
            raise _refused(number)
        line, column = places["sources", number, key]
        edits.append(_edit(text, lines[line - 1], lines[line - 1] + column - 1, key, value, number))
    changed, done = [], 0
    for start, end, new in sorted(edits):
        changed += [text[done:start], new]
        done = end
    result = data[: len(data) - len(text.encode())] + "".join([*changed, text[done:]]).encode()
    for number, value in hashes.items():
        cast("Any", tree)["sources"][number][_KEY] = value
    if parse(result).tree != tree:
        raise _refused(min(hashes))
    return result


def _is_stale(source: Source, hashes: Mapping[str, str]) -> bool:
    return source.id in hashes and source.sha256.lower() != hashes[source.id]


def _edit(text: str, line: int, offset: int, key: str, value: str, number: int) -> tuple[int, int, str]:
    """Return what to put in place of what: the hash itself, or after the value of another key a key for it."""
    if is_json(text):
        return _edit_json(text, line, offset, key, value)
    assignment = _ASSIGNMENT.match(text, offset)
    if assignment is None:
        raise _refused(number)
    end = string_end(text, assignment.end())
    if key == _KEY:
        return assignment.end(), end, f'"{value}"'
    indent = text[line:offset]
    if indent.strip():
        return end, end, f', {_KEY} = "{value}"'
    name, equals = assignment.groups()
    blank = len(equals) - len(equals.lstrip())
    aligned = _KEY.ljust(max(len(name) + blank, len(_KEY) + min(blank, 1)))
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end - text.startswith("\r", line_end - 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    return line_end, line_end, f'{newline}{indent}{aligned}{equals.lstrip()}"{value}"'


def _edit_json(text: str, line: int, offset: int, key: str, value: str) -> tuple[int, int, str]:
    begin = text.index('"', text.index(":", offset + len(key)))
    end = string_end(text, begin)
    if key == _KEY:
        return begin, end, f'"{value}"'
    indent = text[line:offset]
    newline = "\r\n" if "\r\n" in text else "\n"
    return end, end, f',{" " if indent.strip() else newline + indent}"{_KEY}": "{value}"'


def _refused(number: int) -> Refused:
    what = f"the hash of source {number + 1} cannot be written without changing more of the file"
    return Refused("not-pinned", what, f'write {_KEY} = "…" by hand')
