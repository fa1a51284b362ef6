"""Do the quotations occur where they are cited? Checked against local copies of the sources.

May read the copies that the dossier or the person names, nothing else.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tui.dossier.files import Refused, decode, read_file
from tui.dossier.kinds import Quote, Source, Tables
from tui.dossier.kinds.references import cites
from tui.dossier.problems import Path, Problems
from tui.dossier.sources.quote_match import find_span, normalized, occurs_in, paragraphs, quotation_pieces
from tui.dossier.values.cite import Cite
from tui.dossier.values.text import Safe, line

_NOTED = 5
"""Up to so many sources without a copy are noted one by one."""

Passages = dict[str, list[Safe]]
"""Source id -> its paragraphs; the first is paragraph 1."""

_QUOTE, _SELECTOR = "quote-not-found", "exact-not-found"

MOST_READ = 8 << 20
"""So many bytes of copies that the dossier names are read in all: it may name the same large file a thousand times."""

_WORK = 1_000_000
"""So many short paragraphs are compared with quotations before the rest stay unverified: about a second's work."""


def read_copies(
    tables: Tables, folder: str | None, named: Mapping[str, str], problems: Problems
) -> tuple[Passages, list[Safe]]:
    """The local copies there are, and a note for each source whose exact words stay unverified.

    `named` maps source ids to paths and goes before the dossier's own `text`, which is relative to `folder`
    and may not lead out of it. A copy that is named but cannot be read is an error; one that is merely not
    there is a note.
    """
    passages: Passages = {}
    unverified: list[tuple[str, int, str]] = []
    exact = _count_exact(tables)
    left = MOST_READ
    read: Passages = {}
    for number, record in tables["sources"]:
        if not isinstance(record, Source) or not record.id:
            continue
        where: Path = ("sources", number, "text")
        own = record.id in named
        path = named.get(record.id) or _inside(record, folder, where, problems)
        reason = "no local copy"
        if path is not None:
            try:
                data = read_file(path) if own else read_file(path, left)
                if path not in read:
                    read[path] = paragraphs(decode(data))
                passages[record.id] = read[path]
                left -= 0 if own else len(data)
                continue
            except Refused as refused:
                reason = f"{os.path.basename(path)[:80]}: {refused.what}"
                if refused.code == "too-big" and not own:
                    reason = f"its copies are larger than {MOST_READ >> 20} MiB in all"
                elif refused.code != "no-such-file" or own:
                    what = f"the local copy of “{record.id}”, {path}: {refused.what}"
                    problems.error(where[:2] if own else where, "unreadable-copy", what, refused.hint)
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
    """The path of the copy that a dossier names: below its own folder, links followed, or nothing."""
    if not source.text or folder is None:
        return None
    path = os.path.realpath(os.path.join(folder, source.text))
    if os.path.isabs(source.text) or os.path.relpath(path, os.path.realpath(folder)).split(os.sep)[0] == os.pardir:
        problems.warning(
            where,
            "text-outside",
            "`text` leads out of the dossier's folder and is not read",
            "use a path below the dossier, or --text",
        )
        return None
    return path


def _exact_words(tables: Tables) -> Iterator[tuple[str, tuple[Cite, ...], Path, str]]:
    """Every text that must stand in a source: (words, cites, path, code)."""
    for table, rows in tables.items():
        for number, record in rows:
            if isinstance(record, Quote) and record.mode != "indirect" and record.text and record.cite:
                yield record.text, record.cite, (table, number, "text"), _QUOTE
            for cite, below in cites(record):
                if cite.exact:
                    yield cite.exact, (cite,), (table, number, *below), _SELECTOR


def _count_exact(tables: Tables) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, places, _, _ in _exact_words(tables):
        if len(places) == 1:
            counts[places[0].source] = counts.get(places[0].source, 0) + 1
            continue
        for source in {cite.source for cite in places}:
            counts[source] = counts.get(source, 0) + 1
    return counts


def verify(tables: Tables, passages: Passages, problems: Problems) -> list[Safe]:
    """Note quotations and exact passages that do not occur where they are cited, and paragraphs that are not there.

    Return a note when there is so much to compare that some stay unverified.
    """
    if not passages:
        return []
    for table, rows in tables.items():
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
    copies = _Copies(passages)
    unverified = 0
    for words, places, path, code in _exact_words(tables):
        if any(cite.source not in passages for cite in places):
            continue
        holds = copies.selecting(places[0]) if code == _SELECTOR else copies.quoting(words)
        try:
            if any(holds(passage) for cite in places for passage in copies.cited(cite)):
                continue
        except _Enough:
            unverified += 1
            continue
        where = ", ".join(f"{cite.source} {cite.where}".strip() for cite in places[:20])
        elsewhere: list[str] = []
        with contextlib.suppress(_Enough):
            for number, passage in enumerate(copies.of(places[0].source), 1):
                if holds(passage):
                    elsewhere.append(str(number))
        hint = (
            f"it stands in paragraph {', '.join(elsewhere[:5])}"
            if elsewhere
            else "compare it with the source, character by character"
        )
        problems.error(path, code, f"these words do not occur in {where}", hint)
    if not unverified:
        return []
    return [line(f"{_exact_passages(unverified)} not verified: there is too much to compare; cite single paragraphs")]


class _Enough(Exception):
    """There is no more time for comparing."""


class _Passage(NamedTuple):
    """A paragraph as it is, as it is compared, whether words are lost in it, and what comparing it takes."""

    own: str
    plain: str
    broken: bool
    price: int


def _ready(own: str, compared: str) -> _Passage:
    lost = compared.count("…") + compared.count("...") + compared.count(". . .")
    return _Passage(own, compared, lost > 0, 1 + len(compared) // 200 + 50 * min(lost, 1000))


class _Copies:
    """The paragraphs of each source made ready to be compared, and how much may still be compared."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._ready: dict[str, list[_Passage]] = {}
        self._left = _WORK

    def of(self, source: str) -> list[_Passage]:
        """The paragraphs of a source."""
        if source not in self._ready:
            self._ready[source] = [_ready(own, normalized(own)) for own in self._passages[source]]
        return self._ready[source]

    def cited(self, cite: Cite) -> list[_Passage]:
        """What a cite points at: each paragraph, and a span of them joined."""
        known = self.of(cite.source)
        if not cite.first:
            return known
        some = known[cite.first - 1 : cite.last]
        if len(some) < 2:
            return some
        return [*some, _ready(" ".join(one.own for one in some), " ".join(one.plain for one in some))]

    def quoting(self, words: str) -> Callable[[_Passage], bool]:
        """Whether a passage holds the words of a quotation."""
        pieces = quotation_pieces(words)

        def holds(passage: _Passage) -> bool:
            self._pay(passage.price * (len(pieces) if passage.broken else 1))
            if not passage.broken and pieces and pieces[0] not in passage.plain:
                return False
            return occurs_in(pieces, passage.plain)

        return holds

    def selecting(self, cite: Cite) -> Callable[[_Passage], bool]:
        """Whether a passage holds the exact words of a cite, between its prefix and its suffix."""

        def holds(passage: _Passage) -> bool:
            self._pay(20 + len(passage.own) // 3)
            return find_span(cite.exact, passage.own, cite.prefix, cite.suffix) is not None

        return holds

    def _pay(self, price: int) -> None:
        self._left -= price
        if self._left < 0:
            raise _Enough
