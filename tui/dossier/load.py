"""Loads a file as a dossier, or as the list of everything that is wrong with it.

The only way in: all text is cleaned here, once. Every failure is returned as data, none is raised.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from tui.dossier.dossier import Dossier, Verified
from tui.dossier.files import Refused, is_zip, read_file, read_stdin
from tui.dossier.files import decode as decode_text
from tui.dossier.format import rules
from tui.dossier.format.cite_rules import UNKNOWN_SOURCE
from tui.dossier.format.decode import Decoded, decode
from tui.dossier.format.excerpts import MOST, excerpts
from tui.dossier.format.notation import parse
from tui.dossier.kinds import Head, Source, Tables
from tui.dossier.kinds.references import without_repetition
from tui.dossier.problems import Places, Problem, Problems, Totals, TreePath, did_you_mean, in_order
from tui.dossier.progress import Progress
from tui.dossier.sources.copies import Passages, read_copies
from tui.dossier.sources.exact_words import unverified
from tui.dossier.values.text import Safe, line

STDIN = "-"


class Loaded(NamedTuple):
    """The result of loading a file. `dossier` is None when there is an error among the problems.

    `totals` counts all problems, also those too many to be among `problems`. `excerpts`: line number -> the beginning
    of the line, for the first problems. `copies`: the paths of local copies as the file names them, relative to its
    folder, whether or not they exist.
    """

    name: Safe
    dossier: Dossier | None
    problems: tuple[Problem, ...]
    notes: tuple[Safe, ...]
    excerpts: Mapping[int, Safe]
    totals: Totals
    copies: tuple[Safe, ...] = ()

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return self.totals.errors

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return self.totals.warnings


class Checked(NamedTuple):
    """What a file says by itself, whatever the copies of its sources say: its records, and its `problems` in order.

    `counted` are those that were noted, also where they are too many to be listed. `offsets` is as in `Parsed`.
    """

    head: Head
    tables: Tables
    problems: tuple[Problem, ...]
    counted: Totals
    offsets: dict[str, list[int]] | None


class Listener:
    """Hears from a load what is there already; this one does nothing about it."""

    wants_notes = True
    """Whether somebody reads the notes on words that are not verified."""

    def progress(self, progress: Progress) -> None:
        """So much is done."""

    def records(self, head: Head, tables: Tables) -> None:
        """These are the records, of which nothing is known to be wrong yet; the last that are told are right."""


class Readings(Protocol):
    """Where what files say by themselves is remembered; only files without errors are."""

    def find(self, data: bytes) -> Checked | None:
        """What is remembered of the file with these bytes."""

    def remember(self, data: bytes, checked: Checked) -> None:
        """Remember what the file with these bytes says."""


def load(
    path: str | os.PathLike[str],
    copies: Mapping[str, str] | None = None,
    readings: Readings | None = None,
    listener: Listener | None = None,
) -> Loaded:
    """Read the dossier at `path` (`-` for standard input). `copies`: source id -> path of a local copy of its text."""
    file = os.fspath(path)
    name = shown_name(file)
    try:
        data = read_stdin() if file == STDIN else read_file(file)
    except Refused as refused:
        return refusal(name, refused)
    folder = None if file == STDIN else os.path.dirname(os.path.abspath(file))
    return load_bytes(data, name, folder, copies, readings, listener)


def shown_name(file: str) -> Safe:
    """The name of the file in messages and titles: its path as it can be printed."""
    if file == STDIN:
        return Safe("standard input")
    return line(os.fsdecode(file)) or Safe("a file without a name")


def load_bytes(
    data: bytes,
    name: Safe,
    folder: str | None = None,
    copies: Mapping[str, str] | None = None,
    readings: Readings | None = None,
    listener: Listener | None = None,
) -> Loaded:
    """Read the dossier in `data`, or the one in the bundle that it is.

    Paths in a dossier are relative to `folder`, and are not followed when it is None.
    """
    listener = listener or Listener()
    if is_zip(data):
        return _load_bundle(data, name, copies or {}, readings, listener)
    return _load_dossier(data, name, folder, copies or {}, readings, listener)


def _load_bundle(
    data: bytes, name: Safe, copies: Mapping[str, str], readings: Readings | None, listener: Listener
) -> Loaded:
    """Read the dossier in a bundle with the copies in it. One that was altered since it was made does not open."""
    from tui.dossier.bundle import open_bundle

    try:
        bundle = open_bundle(data)
    except Refused as refused:
        return refusal(name, refused)
    loaded = _load_dossier(bundle.dossier, name, None, copies, readings, listener, bundle.copies)._replace(copies=())
    if bundle.problems:
        totals = Totals(loaded.errors + len(bundle.problems), loaded.warnings)
        return loaded._replace(dossier=None, problems=(*bundle.problems, *loaded.problems), totals=totals)
    return loaded._replace(notes=(bundle.note(data), *loaded.notes)) if listener.wants_notes else loaded


def _load_dossier(
    data: bytes,
    name: Safe,
    folder: str | None,
    copies: Mapping[str, str],
    readings: Readings | None,
    listener: Listener,
    packed: Mapping[str, bytes] = MappingProxyType({}),
) -> Loaded:
    """Read the dossier in `data`; `packed` are the copies that came with it in a bundle."""
    checked = readings.find(data) if readings is not None else None
    if checked is None:
        try:
            checked = check_bytes(data, listener)
        except Refused as refused:
            return refusal(name, refused, data.decode("utf-8", "replace"))
        if readings is not None and not checked.counted.errors:
            readings.remember(data, checked)
    else:
        listener.records(checked.head, checked.tables)
    return completed(checked, data, name, folder, copies, listener, packed)


def check_bytes(data: bytes, listener: Listener) -> Checked:
    """What the file with these bytes says by itself. Raises Refused when it cannot even be parsed."""
    size = len(data)
    tree, text, offsets, has_line_ends = parse(
        data, lambda done, all_: listener.progress(Progress("read", size * done // all_, size))
    )
    problems = Problems()
    decoded = decode(tree, problems, has_line_ends=has_line_ends)
    if not problems.counted.errors:
        listener.records(*decoded)
    rules.check(tree, decoded, problems, listener.progress)
    if problems.noted(rules.LISTED_TWICE):
        decoded = _without_repetition(decoded)
        listener.records(*decoded)
    listed = problems.listed(partial(_located, text, offsets))
    return Checked(decoded.head, decoded.tables, listed, problems.counted, offsets)


def _located(text: str, offsets: dict[str, list[int]] | None, paths: Collection[TreePath]) -> Places:
    if offsets is not None:
        from tui.dossier.format.entry_positions import entry_positions

        return entry_positions(text, paths, offsets)
    from tui.dossier.format.positions import positions

    return positions(text, paths)


def completed(
    checked: Checked,
    data: bytes,
    name: Safe,
    folder: str | None,
    copies: Mapping[str, str],
    listener: Listener,
    packed: Mapping[str, bytes] = MappingProxyType({}),
) -> Loaded:
    """What the file with these bytes says, and the copies of its sources say of it.

    `packed` are the copies, by their sources, that came with it in a bundle.
    """
    head, tables, listed, counted, offsets = checked
    problems = Problems(counted)
    _check_copies(copies, tables, problems)
    passages, _, _, missing = read_copies(tables, folder, copies, problems, packed)
    verified = _verified(tables, passages, problems, listener)
    notes = unverified(tables, missing, verified) if listener.wants_notes else []
    text = cache(partial(decode_text, data))
    if problems:
        listed = in_order((*listed, *problems.listed(lambda paths: _located(text(), offsets, paths))))
    totals = problems.totals(listed)
    dossier = None
    if not totals.errors:
        dossier = Dossier(head, tables, passages, warnings=totals.warnings, verified=verified)
    quoted = excerpts(text(), (problem.line for problem in listed[:MOST])) if listed else {}
    return Loaded(name, dossier, listed, tuple(notes), quoted, totals, named_copies(tables, copies))


def _verified(tables: Tables, passages: Passages, problems: Problems, listener: Listener) -> Verified:
    """What the copies of sources say about the exact words; without a copy, nothing that compares words is loaded."""
    if not passages:
        return Verified({}, {})
    from tui.dossier.sources.verify import verify

    listener.progress(Progress("compare", 0, 0))
    return verify(tables, passages, problems)


def named_copies(tables: Tables, named: Mapping[str, str]) -> tuple[Safe, ...]:
    """The paths of the copies that the sources name, but for those that `named` replaces."""
    sources = (record for _, record in tables[Source.TABLE] if isinstance(record, Source))
    return tuple(source.text for source in sources if source.text and source.id not in named)


def _without_repetition(decoded: Decoded) -> Decoded:
    """What was decoded, with every id once under each key that lists ids."""
    sides = tuple(dict.fromkeys(decoded.head.sides or ()))
    tables = {
        table: [(number, without_repetition(record)) for number, record in rows]
        for table, rows in decoded.tables.items()
    }
    return Decoded(replace(decoded.head, sides=sides), tables)


def _check_copies(copies: Mapping[str, str], tables: Tables, problems: Problems) -> None:
    """Note every copy that is named for a source the dossier does not have."""
    known = [record.id for _, record in tables[Source.TABLE] if record.id]
    for source in copies:
        if source not in known:
            what = f"--text names “{source}”, but the dossier has no such source"
            hint = did_you_mean(source, known) or "write it as SOURCE=PATH, with the id of a source"
            problems.report(UNKNOWN_SOURCE, (), what, hint)


def refusal(name: Safe, refused: Refused, text: str = "") -> Loaded:
    """A file that could not even be parsed, with that as its only problem."""
    problem = Problem(
        refused.line or 0, refused.column or 0, "error", refused.code, line(refused.what), line(refused.hint)
    )
    return Loaded(name, None, (problem,), (), excerpts(text, (problem.line,)), Totals(1, 0))
