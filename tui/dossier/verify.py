"""Do the quotations occur where they are cited? Checked against local copies of the sources.

May read the copies that the dossier or the person names, nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from tui.dossier.cite import Cite
from tui.dossier.model import Quote, Source
from tui.dossier.passages import occurs, paragraphs
from tui.dossier.problems import Path, Problems
from tui.dossier.reading import Refused, decode, read_file
from tui.dossier.references import cites
from tui.dossier.shape import Shaped
from tui.dossier.text import Safe, line

_NOTED = 5
"""Up to so many sources without a copy are noted one by one."""

Passages = dict[str, list[Safe]]
"""Source id -> its paragraphs; the first is paragraph 1."""


def read_copies(
    shaped: Shaped, folder: str | None, named: Mapping[str, str], problems: Problems
) -> tuple[Passages, list[Safe]]:
    """The local copies there are, and a note for each source whose exact words stay unverified.

    `named` maps source ids to paths and goes before the dossier's own `text`, which is relative to `folder`
    and may not lead out of it. A copy that is named but cannot be read is an error; one that is merely not
    there is a note.
    """
    passages: Passages = {}
    unverified: list[tuple[str, int, str]] = []
    exact = _count_exact(shaped)
    for number, record in shaped.tables["sources"]:
        if not isinstance(record, Source) or not record.id:
            continue
        where: Path = ("sources", number, "text")
        path = named.get(record.id) or _inside(record, folder, where, problems)
        reason = "no local copy"
        if path is not None:
            try:
                passages[record.id] = paragraphs(decode(read_file(path)))
                continue
            except Refused as refused:
                reason = f"{os.path.basename(path)}: {refused.what}"
                if refused.code != "no-such-file" or record.id in named:
                    what = f"the local copy of “{record.id}”, {path}: {refused.what}"
                    problems.error(
                        where if record.id not in named else where[:2], "unreadable-copy", what, refused.hint
                    )
        if count := exact.get(record.id):
            unverified.append((record.id, count, reason))
    return passages, _notes(unverified)


def _notes(unverified: list[tuple[str, int, str]]) -> list[Safe]:
    if len(unverified) > _NOTED:
        count = sum(number for _, number, _ in unverified)
        return [line(f"{_exact_passages(count)} of {len(unverified):,} sources not verified: no readable local copy")]
    return [
        line(f"{_exact_passages(count)} of “{source}” not verified: {reason} (--text {source}=PATH names one)")
        for source, count, reason in unverified
    ]


def _exact_passages(count: int) -> str:
    return "1 quotation or exact passage" if count == 1 else f"{count:,} quotations and exact passages"


def _inside(source: Source, folder: str | None, where: Path, problems: Problems) -> str | None:
    """The path of the copy that a dossier names: below its own folder, or nothing."""
    if not source.text or folder is None:
        return None
    path = os.path.normpath(os.path.join(folder, source.text))
    if os.path.isabs(source.text) or os.path.relpath(path, folder).split(os.sep)[0] == os.pardir:
        problems.warning(
            where,
            "text-outside",
            "`text` leads out of the dossier's folder and is not read",
            "use a path below the dossier, or --text",
        )
        return None
    return path


def _exact_words(shaped: Shaped) -> Iterator[tuple[str, tuple[Cite, ...], Path, str]]:
    """Every text that must stand in a source: (words, cites, path, code)."""
    for table, rows in shaped.tables.items():
        for number, record in rows:
            if isinstance(record, Quote) and record.mode != "indirect" and record.text and record.cite:
                yield record.text, record.cite, (table, number, "text"), "quote-not-found"
            for cite, below in cites(record):
                if cite.exact:
                    yield cite.exact, (cite,), (table, number, *below), "exact-not-found"


def _count_exact(shaped: Shaped) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, places, _, _ in _exact_words(shaped):
        if len(places) == 1:
            counts[places[0].source] = counts.get(places[0].source, 0) + 1
            continue
        for source in {cite.source for cite in places}:
            counts[source] = counts.get(source, 0) + 1
    return counts


def verify(shaped: Shaped, passages: Passages, problems: Problems) -> None:
    """Note quotations and exact passages that do not occur where they are cited, and paragraphs that are not there."""
    if not passages:
        return
    for table, rows in shaped.tables.items():
        for number, record in rows:
            for cite, below in cites(record):
                known = passages.get(cite.source)
                if known is not None and cite.last > len(known):
                    what = f"“{cite.source}” has {len(known)} paragraphs, and {cite.where} is cited"
                    problems.error(
                        (table, number, *below),
                        "no-such-paragraph",
                        what,
                        "paragraphs are parted by blank lines and count from 1",
                    )
    for words, places, path, code in _exact_words(shaped):
        held = [cite for cite in places if cite.source in passages]
        if not held or any(occurs(words, passage) for cite in held for passage in _cited(cite, passages)):
            continue
        if len(held) < len(places):
            continue
        where = ", ".join(f"{cite.source} {cite.where}".strip() for cite in held)
        elsewhere = [
            str(number) for number, passage in enumerate(passages[held[0].source], 1) if occurs(words, passage)
        ]
        hint = (
            f"it stands in paragraph {', '.join(elsewhere[:5])}"
            if elsewhere
            else "compare it with the source, character by character"
        )
        problems.error(path, code, f"these words do not occur in {where}", hint)


def _cited(cite: Cite, passages: Passages) -> list[Safe]:
    """The passages a cite points at: each paragraph, and a span of them joined."""
    known = passages[cite.source]
    if not cite.first:
        return known
    some = known[cite.first - 1 : cite.last]
    return [*some, Safe(" ".join(some))] if len(some) > 1 else some
