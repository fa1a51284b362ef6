"""The ids of a file: which table each is in, and which one is nearest to an id that does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from tui.dossier.kinds import KINDS
from tui.dossier.problems import Problems, TreePath, did_you_mean

_COMPARED = 40_000
"""How many ids are compared to find the nearest ones: half a second's work, far more than a dossier needs."""


class Index(dict[str, tuple[str, TreePath]]):
    """Id -> (its table, its path)."""

    def __init__(self) -> None:
        super().__init__()
        self._left = _COMPARED
        self._known: dict[frozenset[str], list[str]] = {}
        self._answers: dict[tuple[str, frozenset[str]], str] = {}

    def nearest(self, word: str, targets: frozenset[str]) -> str:
        """`did you mean “x”?` for the id in the tables `targets` (`ANY` for all) nearest to `word`, or nothing.

        Comparing is slow; when a file names very many unknown ids, only the first of them get an answer.
        """
        if (answer := self._answers.get((word, targets))) is None:
            if targets not in self._known:
                self._known[targets] = [name for name, (table, _) in self.items() if not targets or table in targets]
            candidates = self._known[targets][: self._left]
            self._left -= len(candidates)
            answer = self._answers[word, targets] = did_you_mean(word, candidates)
        return answer


def index_of(tree: Mapping[str, object], problems: Problems) -> Index:
    """The ids in `tree`, including those of unreadable records; a repeated id is reported."""
    index = Index()
    for table in KINDS:
        rows = tree.get(table)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("id") if isinstance(row, dict) else None
            if not isinstance(name, str):
                continue
            path: TreePath = (table, number)
            if (first := index.get(name)) is None:
                index[name] = (table, path)
            else:
                problems.error(
                    (*path, "id"),
                    "duplicate-id",
                    f"the id “{name[:60]}” is already used by entry {int(first[1][1]) + 1} of `{first[0]}`",
                    "an id must be unique across all tables",
                )
    return index
