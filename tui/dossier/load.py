"""Loads a file as a dossier, or as the list of everything that is wrong with it.

The only way in: all text is cleaned here, once. Every failure is returned as data, none is raised.
"""

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from functools import cache, partial
from types import MappingProxyType
from typing import NamedTuple, NewType, Protocol

from msgspec.structs import replace

from tui.dossier.dossier import Dossier, Verified
from tui.dossier.files import Refused, is_zip, read_file, read_stdin
from tui.dossier.files import decode as decode_text
from tui.dossier.format import read_toml, rules
from tui.dossier.format.cite_rules import UNKNOWN_SOURCE
from tui.dossier.format.decode import Decoded, decode
from tui.dossier.format.excerpts import MOST, excerpts
from tui.dossier.format.notation import is_json, parse_text, text_of
from tui.dossier.kinds import Head, Record, Source, Tables
from tui.dossier.kinds.references import without_repetition
from tui.dossier.problems import Places, Problem, Problems, Totals, TreePath, around, did_you_mean, in_order
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

    def begin(self, head: Head) -> None:
        """The records begin, of which nothing is known to be wrong yet; any that came before are void."""

    def rows(self, table: str, records: list[Record]) -> None:
        """These are the next records of a table."""

    def whole(self) -> None:
        """These are all."""


Key = NewType("Key", str)
"""What a file is remembered by."""


class Readings(Protocol):
    """Where what files say by themselves is remembered; only files without errors are."""

    def find(self, data: bytes) -> Checked | None:
        """What is remembered of the file with these bytes."""

    def key(self, data: bytes) -> Key | None:
        """What the file with these bytes is remembered by; None when it is not to be remembered."""

    def remember(self, key: Key, checked: Checked) -> None:
        """Remember what the file with that key says."""


def load(
    path: str | os.PathLike[str],
    copies: Mapping[str, str] | None = None,
    readings: Readings | None = None,
    listener: Listener | None = None,
) -> Loaded:
    """Read the dossier at `path` (`-` for standard input). `copies`: source id -> path of a local copy of its text."""
    file = os.fspath(path)
    name = shown_name(file)
    folder = None if file == STDIN else os.path.dirname(os.path.abspath(file))
    try:
        return load_bytes(
            read_stdin() if file == STDIN else read_file(file), name, folder, copies, readings, listener
        )  # which is alone in holding the bytes, and lets go of them
    except Refused as refused:
        return refusal(name, refused)


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
    given = [data]
    del data  # so that what reads the dossier is alone in holding its bytes, and can let go of them
    return _load_dossier(given.pop(), name, folder, copies or {}, readings, listener)


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
    if checked is not None:
        tell_records(listener, checked.head, checked.tables)
        return completed(checked, partial(decode_text, data), name, folder, copies, listener, packed)
    try:
        text, size = text_of(data), len(data)
    except Refused as refused:
        return refusal(name, refused, data.decode("utf-8", "replace"))
    key = readings.key(data) if readings is not None else None
    del data  # of a large file it takes as much as its records
    try:
        checked = check_text(text, size, listener)
    except Refused as refused:
        return refusal(name, refused, text)
    if readings is not None and key is not None and not checked.counted.errors:
        readings.remember(key, checked)
    return completed(checked, lambda: text, name, folder, copies, listener, packed)


def tell_records(listener: Listener, head: Head, tables: Tables) -> None:
    """Tell a listener of all records at once."""
    listener.begin(head)
    for table, rows in tables.items():
        listener.rows(table, [record for _, record in rows])
    listener.whole()


def check_text(text: str, size: int, listener: Listener) -> Checked:
    """What a file of `size` bytes with this text says by itself. Raises Refused when it cannot even be parsed."""
    problems = Problems()
    decoded, tree, offsets = _decoded(text, size, problems, listener)
    rules.check(tree, decoded, problems, listener.progress)
    del tree
    if problems.noted(rules.LISTED_TWICE):
        decoded = _without_repetition(decoded)
        tell_records(listener, decoded.head, decoded.tables)
    listed = problems.listed(partial(_located, text, offsets))
    return Checked(decoded.head, decoded.tables, listed, problems.counted, offsets)


def _decoded(
    text: str, size: int, problems: Problems, listener: Listener
) -> tuple[Decoded, Mapping[str, object], dict[str, list[int]] | None]:
    """The records of a text, of a valid large one while it is parsed; with its tree and offsets, as in `Parsed`."""
    told = 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if done > told:  # a file that is not valid is parsed twice
            told = done
            listener.progress(Progress("read", size * done // total, size))

    if len(text) >= read_toml.LARGE and not is_json(text):
        from tui.dossier.format.decode_slices import OutOfOrder, SliceDecoder

        slices = SliceDecoder(listener)
        with suppress(OutOfOrder):
            parsed = parse_text(text, tell, slices)
            if parsed.offsets is not None and (decoded := slices.decoded()) is not None:
                listener.whole()
                return decoded, parsed.tree, parsed.offsets
    parsed = parse_text(text, tell)
    decoded = decode(parsed.tree, problems, has_line_ends=parsed.has_line_ends)
    if not problems.counted.errors:
        tell_records(listener, decoded.head, decoded.tables)
    return decoded, parsed.tree, parsed.offsets


def _located(text: str, offsets: dict[str, list[int]] | None, paths: Collection[TreePath]) -> Places:
    if offsets is not None:
        from tui.dossier.format.entry_positions import entry_positions

        places = entry_positions(text, paths, offsets)
        missing = [path for path in paths if path not in places]
        return {**entry_positions(text, around(missing), offsets), **places} if missing else places
    from tui.dossier.format.positions import positions

    return positions(text, around(paths))


def completed(
    checked: Checked,
    read_text: Callable[[], str],
    name: Safe,
    folder: str | None,
    copies: Mapping[str, str],
    listener: Listener,
    packed: Mapping[str, bytes] = MappingProxyType({}),
) -> Loaded:
    """What a file says by itself, and the copies of its sources say of it. `read_text` gives its text.

    `packed` are the copies, by their sources, that came with it in a bundle.
    """
    head, tables, listed, counted, offsets = checked
    problems = Problems(counted)
    _check_copies(copies, tables, problems)
    passages, _, _, missing = read_copies(tables, folder, copies, problems, packed)
    verified = _verified(tables, passages, problems, listener)
    notes = unverified(tables, missing, verified) if listener.wants_notes else []
    text = cache(read_text)
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
    return verify(tables, passages, problems, lambda done, total: listener.progress(Progress("compare", done, total)))


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
    return decoded._replace(head=replace(decoded.head, sides=sides), tables=tables)


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
