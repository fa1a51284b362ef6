"""Verifies that quotations occur where they are cited, against local copies of the sources.

Reads the copies that the dossier or the reader names, and no other file.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping

from tui.dossier.files import Refused, decode, read_file
from tui.dossier.kinds import Quote, Source, Tables
from tui.dossier.kinds.references import cites
from tui.dossier.problems import Problems, TreePath
from tui.dossier.sources.copies import Copies, OverBudget, Passages
from tui.dossier.sources.quote_match import paragraphs
from tui.dossier.values.cite import Cite
from tui.dossier.values.text import Safe, line

_MAX_NOTES = 5
"""Up to this many sources without a copy get a note each; more share one."""

_QUOTE, _SELECTOR = "quote-not-found", "exact-not-found"

MAX_BYTES = 8 << 20
"""Bytes of copies named by the dossier that are read in all: it may name the same large file a thousand times."""

BUDGET = 1_000_000
"""Short paragraphs that are compared with quotations before the rest stay unverified: about a second's work."""

_MAX_CITES = 20
"""The most cites that the message of a problem names."""
_MAX_ELSEWHERE = 5
"""The most paragraphs that a hint names."""


def read_copies(
    tables: Tables, folder: str | None, named: Mapping[str, str], problems: Problems
) -> tuple[Passages, list[Safe]]:
    """Return the local copies that can be read, and a note for each source whose exact words stay unverified.

    `named` maps source ids to paths and takes precedence over the dossier's own `text`, which is relative to `folder`
    and may not lead out of it. A copy that is named but cannot be read is an error; one that is missing is a note.
    """
    passages: Passages = {}
    unverified: list[tuple[str, int, str]] = []
    exact_counts = _count_exact_words(tables)
    bytes_left = MAX_BYTES
    copies_by_path: Passages = {}
    for number, record in tables["sources"]:
        if not isinstance(record, Source) or not record.id:
            continue
        position: TreePath = ("sources", number, "text")
        named_by_reader = record.id in named
        path = named.get(record.id) or _path_in_folder(record, folder, position, problems)
        reason = "no local copy"
        if path is not None:
            try:
                data = read_file(path) if named_by_reader else read_file(path, bytes_left)
                if path not in copies_by_path:
                    copies_by_path[path] = paragraphs(decode(data))
                passages[record.id] = copies_by_path[path]
                bytes_left -= 0 if named_by_reader else len(data)
                continue
            except Refused as refused:
                reason = f"{os.path.basename(path)[:80]}: {refused.what}"
                if refused.code == "too-big" and not named_by_reader:
                    reason = f"its copies are larger than {MAX_BYTES >> 20} MiB in all"
                elif refused.code != "no-such-file" or named_by_reader:
                    what = f"the local copy of “{record.id}”, {path}: {refused.what}"
                    problems.error(position[:2] if named_by_reader else position, "unreadable-copy", what, refused.hint)
        if count := exact_counts.get(record.id):
            unverified.append((record.id, count, reason))
    return passages, _notes(unverified)


def _notes(unverified: list[tuple[str, int, str]]) -> list[Safe]:
    if len(unverified) > _MAX_NOTES:
        total = sum(count for _, count, _ in unverified)
        return [line(f"{_exact_passages(total)} of {len(unverified):,} sources not verified: no readable local copy")]
    return [
        line(f"{_exact_passages(count)} of “{source}” not verified: {reason} (--text {source}=PATH names one)")
        for source, count, reason in unverified
    ]


def _exact_passages(count: int) -> str:
    return "1 quotation or exact passage" if count == 1 else f"{count:,} quotations and exact passages"


def _path_in_folder(source: Source, folder: str | None, position: TreePath, problems: Problems) -> str | None:
    """Return the path of the copy that a dossier names, with links resolved; None when it is not below `folder`."""
    if not source.text or folder is None:
        return None
    path = os.path.realpath(os.path.join(folder, source.text))
    if os.path.isabs(source.text) or os.path.relpath(path, os.path.realpath(folder)).split(os.sep)[0] == os.pardir:
        problems.warning(
            position,
            "text-outside",
            "`text` leads out of the dossier's folder and is not read",
            "use a path below the dossier, or --text",
        )
        return None
    return path


def _exact_words(tables: Tables) -> Iterator[tuple[str, tuple[Cite, ...], TreePath, str]]:
    """Yield the words that must occur in a source, the cites that say where, their position, and the problem code."""
    for table, rows in tables.items():
        for number, record in rows:
            if isinstance(record, Quote) and record.mode != "indirect" and record.text and record.cite:
                yield record.text, record.cite, (table, number, "text"), _QUOTE
            for cite, path in cites(record):
                if cite.exact:
                    yield cite.exact, (cite,), (table, number, *path), _SELECTOR


def _count_exact_words(tables: Tables) -> dict[str, int]:
    """Return source -> number of quotations and exact passages that cite it."""
    counts: dict[str, int] = {}
    for _, cited, _, _ in _exact_words(tables):
        for source in {cite.source for cite in cited}:
            counts[source] = counts.get(source, 0) + 1
    return counts


def verify(tables: Tables, passages: Passages, problems: Problems) -> list[Safe]:
    """Report quotations and exact passages that do not occur where they are cited, and paragraphs that do not exist.

    Returns a note when there is so much to compare that some stay unverified.
    """
    if not passages:
        return []
    _check_paragraphs(tables, passages, problems)
    copies = Copies(passages, BUDGET)
    unverified = 0
    for words, cited, position, code in _exact_words(tables):
        if not copies.has(cited):
            continue
        matches = copies.selector(cited[0]) if code == _SELECTOR else copies.quotation(words)
        try:
            if copies.contain(matches, cited):
                continue
        except OverBudget:
            unverified += 1
            continue
        elsewhere: list[str] = []
        with contextlib.suppress(OverBudget):
            for number, passage in enumerate(copies.paragraphs(cited[0].source), 1):
                if matches(passage):
                    elsewhere.append(str(number))
        hint = (
            f"it occurs in paragraph {', '.join(elsewhere[:_MAX_ELSEWHERE])}"
            if elsewhere
            else "compare it with the source, character by character"
        )
        where = ", ".join(f"{cite.source} {cite.where}".strip() for cite in cited[:_MAX_CITES])
        problems.error(position, code, f"these words do not occur in {where}", hint)
    if not unverified:
        return []
    return [line(f"{_exact_passages(unverified)} not verified: there is too much to compare; cite single paragraphs")]


def _check_paragraphs(tables: Tables, passages: Passages, problems: Problems) -> None:
    """Report cites of a paragraph that a source does not have."""
    for table, rows in tables.items():
        for number, record in rows:
            for cite, path in cites(record):
                copy = passages.get(cite.source)
                if copy is not None and cite.last > len(copy):
                    problems.error(
                        (table, number, *path),
                        "no-such-paragraph",
                        f"“{cite.source}” has {len(copy)} paragraphs, and {cite.where} is cited",
                        "paragraphs are separated by blank lines and count from 1",
                    )
