"""The ids of a file: which table each is in, and which one is nearest to an id that is not there.

May not know what refers to them.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.dossier.problems import Path, Problems, did_you_mean

SINGULAR = {
    "sources": "a source",
    "actors": "an actor",
    "quotes": "a quote",
    "alliances": "a tie",
    "events": "an event",
    "ledger": "a ledger row",
    "claims": "a claim",
}
"""Table -> what an entry of it is called."""

_COMPARED = 40_000
"""How many ids are compared in search of the nearest ones: half a second's work, and far more than a dossier needs."""


class Index(dict[str, tuple[str, Path]]):
    """Id -> (its table, its path)."""

    def __init__(self) -> None:
        super().__init__()
        self._left = _COMPARED
        self._known: dict[frozenset[str], list[str]] = {}
        self._answers: dict[tuple[str, frozenset[str]], str] = {}

    def nearest(self, word: str, targets: frozenset[str]) -> str:
        """`did you mean “x”?` for the id in the tables `targets` nearest to `word`, or nothing.

        Comparing is slow; when a file names very many ids that are not there, only the first of them get an answer.
        """
        if (answer := self._answers.get((word, targets))) is None:
            if targets not in self._known:
                self._known[targets] = [known for known, (table, _) in self.items() if table in targets]
            candidates = self._known[targets][: self._left]
            self._left -= len(candidates)
            answer = self._answers[word, targets] = did_you_mean(word, candidates)
        return answer


def index_of(tree: Mapping[str, object], problems: Problems) -> Index:
    """The ids in `tree`, those of unreadable records too; an id that is given twice is noted."""
    index = Index()
    for table in SINGULAR:
        rows = tree.get(table)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            name = row.get("id") if isinstance(row, dict) else None
            if not isinstance(name, str):
                continue
            path: Path = (table, number)
            if (first := index.get(name)) is None:
                index[name] = (table, path)
            else:
                problems.error(
                    (*path, "id"),
                    "duplicate-id",
                    f"the id “{name[:60]}” is taken by entry {int(first[1][1]) + 1} of `{first[0]}`",
                    "ids are unique across all tables",
                )
    return index
