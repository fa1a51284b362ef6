"""The ids of a file: which table each is in, which one is nearest to an id that does not exist, and misspelt ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.dossier.format.shape_rules import BAD_ID
from tui.dossier.kinds import KINDS, Tables
from tui.dossier.kinds.record import ID_LENGTH, ID_PATTERN
from tui.dossier.problems import Problems, Rule, nearest_word

if TYPE_CHECKING:
    from tui.dossier.format.decode import Decoded

DUPLICATE_ID = Rule("duplicate-id", "error", "an id that is used twice, in whatever tables")

_COMPARED = 40_000
"""How many ids and names are compared to find the nearest ones: half a second's work, far more than a dossier needs."""


class Index(dict[str, tuple[str, int]]):
    """Id -> its table and its number there. A misspelt id is in it twice: as it is written, and in valid spelling."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._tables = tables
        self._left = _COMPARED
        self._known: dict[frozenset[str], list[str]] = {}
        self._names: dict[frozenset[str], dict[str, str]] = {}
        self._answers: dict[tuple[str, frozenset[str]], str] = {}

    def nearest(self, word: str, targets: frozenset[str]) -> str:
        """`did you mean “x”?` for the id in the tables `targets` (`ANY` for all) that `word` may stand for, or nothing.

        That is the id of a record with that name or alias, or else the nearest id, or that of the nearest name.
        Comparing is slow; when a file names very many unknown ids, only the first of them get an answer.
        """
        if (answer := self._answers.get((word, targets))) is None:
            near = self._nearest(word, targets)
            answer = self._answers[word, targets] = f"did you mean “{near}”?" if near else ""
        return answer

    def _nearest(self, word: str, targets: frozenset[str]) -> str:
        from tui.dossier.values.fold import fold

        if targets not in self._known:
            tables = targets or frozenset(KINDS)
            self._known[targets] = [name for name, (table, _) in self.items() if table in tables and is_id(name)]
            self._names[targets] = {fold(name): id_ for name, id_ in _names(self._tables, tables)}
        names = self._names[targets]
        if named := names.get(fold(word)):
            return named
        ids = self._known[targets][: self._left]
        self._left -= len(ids)
        if near := nearest_word(word, ids):
            return near
        candidates = list(names)[: self._left]
        self._left -= len(candidates)
        return names.get(nearest_word(fold(word), candidates), "")


def index_of(tree: Mapping[str, object], decoded: Decoded, problems: Problems) -> Index:
    """The ids in `tree`, including those of unreadable records; a repeated id is reported.

    Where everything could be read they are taken from the records; `tree` need not have them then.
    """
    index = Index(decoded.tables)
    for name, path in _ids_of(tree, decoded.tables) if decoded.is_whole else _ids(tree):
        if (first := index.get(name)) is None:
            index[name] = path
        else:
            problems.report(
                DUPLICATE_ID,
                (*path, "id"),
                f"the id “{name[:60]}” is already used by {KINDS[first[0]].singular_with_article}",
                "an id must be unique across all tables",
                (*first, "id"),
            )
    if problems.noted(BAD_ID):
        for name, spelling in misspelt_ids(tree).items():
            index.setdefault(spelling, index[name])
    return index


def is_id(name: str) -> bool:
    """Whether `name` is spelt as an id must be."""
    return len(name) <= ID_LENGTH and re.fullmatch(ID_PATTERN, name) is not None


def misspelt_ids(tree: Mapping[str, object]) -> dict[str, str]:
    """Each id in `tree` that is not a valid one -> a valid spelling that no other record has; none where no letter is.

    `eden_memoir` -> `eden-memoir`.
    """
    names = [name for name, _ in _ids(tree)]
    taken = {name for name in names if is_id(name)}
    spellings: dict[str, str] = {}
    for name in names:
        if name not in taken and name not in spellings and (spelling := _valid_spelling(name, taken)):
            spellings[name] = spelling
            taken.add(spelling)
    return spellings


def _valid_spelling(name: str, taken: set[str]) -> str:
    from tui.dossier.values.fold import fold

    plain = re.sub("[^a-z0-9]+", "-", fold(name[: 4 * ID_LENGTH])).strip("-")
    plain = plain[:ID_LENGTH].rstrip("-")
    spelling, number = plain, 2
    while spelling in taken:
        spelling, number = f"{plain[: ID_LENGTH - 8]}-{number}", number + 1
    return spelling


def _ids_of(tree: Iterable[str], tables: Tables) -> Iterator[tuple[str, tuple[str, int]]]:
    """As `_ids`, of a tree whose rows are all records."""
    for table in filter(KINDS.__contains__, tree):
        for number, record in tables[table]:
            yield record.id, (table, number)


def _ids(tree: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Every id that is text and not empty, with the path of its record, table by table in the order of the file."""
    for table in filter(KINDS.__contains__, tree):
        rows = tree[table]
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("id") if isinstance(row, dict) else None
            if isinstance(name, str) and name:
                yield name, (table, number)


def _names(tables: Tables, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The names and aliases of the records of some tables, as far as they can be read, each with the record's id."""
    for table in KINDS:
        kind = KINDS[table]
        for _, record in tables[table] if table in wanted else ():
            if not record.id:
                continue
            title = getattr(record, "name", None) or getattr(record, "title", None)
            for name in (title, *(kind.aliases(record) or ())):
                if isinstance(name, str):
                    yield name, record.id
