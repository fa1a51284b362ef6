"""From a file to a dossier, or to the list of everything that is wrong with it.

The only way in: text is cleaned here once. Every failure is data, none is an exception.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.format import read_toml, rules
from tui.dossier.format.decode import decode
from tui.dossier.problems import Problem, Problems, did_you_mean
from tui.dossier.sources import verify
from tui.dossier.values.text import Safe, line

STDIN = "-"


class Loaded(NamedTuple):
    """What became of one file. `dossier` is None when there is an error among the problems."""

    name: Safe
    dossier: Dossier | None
    problems: tuple[Problem, ...]
    notes: tuple[Safe, ...]
    text: str

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors


def load(path: str | os.PathLike[str], copies: Mapping[str, str] | None = None) -> Loaded:
    """Read the dossier at `path` (`-` for standard input). `copies`: source id -> path of a local copy of its text."""
    file = os.fspath(path)
    name = shown_name(file)
    try:
        data = read_toml.read_stdin() if file == STDIN else read_toml.read_file(file)
    except read_toml.Refused as refused:
        return refusal(name, refused)
    folder = None if file == STDIN else os.path.dirname(os.path.abspath(file))
    return load_bytes(data, name, folder, copies)


def shown_name(file: str) -> Safe:
    """What the file is called in messages and titles: its path as it can be printed."""
    if file == STDIN:
        return Safe("standard input")
    return line(os.fsdecode(file)) or Safe("a file without a name")


def load_bytes(data: bytes, name: Safe, folder: str | None = None, copies: Mapping[str, str] | None = None) -> Loaded:
    """Read the dossier in `data`; `folder` is where the paths in it start, None when they are not to be read."""
    try:
        parsed = read_toml.parse(data)
    except read_toml.Refused as refused:
        return refusal(name, refused, data.decode("utf-8", "replace"))
    problems = Problems()
    shaped = decode(parsed.tree, problems)
    rules.check(parsed.tree, shaped, problems)
    for source in copies or ():
        if not any(record.id == source for _, record in shaped.tables["sources"]):
            problems.error(
                (),
                "unknown-source",
                f"--text names “{source}”, and the dossier has no such source",
                did_you_mean(source, (record.id for _, record in shaped.tables["sources"] if record.id))
                or "write it as SOURCE=PATH, with the id of a source",
            )
    passages, notes = verify.read_copies(shaped, folder, copies or {}, problems)
    notes += verify.verify(shaped, passages, problems)
    found = problems.listed(parsed.text)
    good = not any(problem.severity == "error" for problem in found)
    return Loaded(
        name, Dossier(shaped.head, shaped.tables, passages) if good else None, found, tuple(notes), parsed.text
    )


def refusal(name: Safe, refused: read_toml.Refused, text: str = "") -> Loaded:
    """A file that could not even be parsed, as the one problem it has."""
    problem = Problem(
        refused.line or 0, refused.column or 0, "error", refused.code, line(refused.what), line(refused.hint)
    )
    return Loaded(name, None, (problem,), (), text)
