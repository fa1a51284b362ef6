"""One thing wrong with a file, and the collector of all of them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from tui.dossier.values.text import Safe, line

TreePath = tuple[str | int, ...]
"""The way from the top of the tree to a value: `("quotes", 3, "speaker")`."""

Places = Mapping[TreePath, tuple[int, int]]
"""TreePath -> line and column, both from 1."""

Severity = Literal["error", "warning"]

InSchema = Literal["yes", "partly", "no"]
"""Whether the JSON Schema finds a breach too, so that an editor marks it."""

MOST = 100_000
"""The most errors, and the most warnings, that are listed one by one; the others are counted."""

SHOWN = 5
"""Of equal problems, how many are shown with their positions when they are grouped."""

_LONGEST = 600
"""The longest message, in characters."""


class Rule(NamedTuple):
    """A rule of the format: the code and the severity of a breach, and in `words` what the guide says a breach is.

    `words` are Markdown, a phrase without a full stop. `in_schema` says whether JSON Schema can find it.
    """

    code: str
    severity: Severity
    words: str
    in_schema: InSchema = "no"


class Totals(NamedTuple):
    """How many errors and how many warnings."""

    errors: int
    warnings: int


class _Noted(NamedTuple):
    """A problem before its position is known. `first`: the place whose line completes `what`, if there is one."""

    path: TreePath
    severity: Severity
    code: str
    what: str
    hint: str
    first: TreePath | None


class Problem(NamedTuple):
    """One problem. `line` and `column` count from 1; both are 0 when the file as a whole is at fault."""

    line: int
    column: int
    severity: Severity
    code: str
    what: Safe
    hint: Safe

    def text(self, name: str) -> Safe:
        """The problem in one line: `name:line:column: severity: what; hint`."""
        place = f"{name}:{self.line}:{self.column}" if self.line else name
        hint = f"; {self.hint}" if self.hint else ""
        return line(f"{place}: {self.severity}: {self.what}{hint}")


class Problems:
    """Collects problems by path; their positions are looked up once, when they are listed.

    `before` is how many were noted by another collector, whose problems these follow.
    """

    def __init__(self, before: Totals | None = None) -> None:
        self._noted: list[_Noted] = []
        self._counts: Counter[Severity] = Counter()
        if before is not None:
            self._counts.update(error=before.errors, warning=before.warnings)

    def report(self, rule: Rule, path: TreePath, what: str, hint: str = "", first: TreePath | None = None) -> None:
        """Note a breach of `rule` at `path`. With `first`, the line of that place is added to `what`: “… on line 4”."""
        self._counts[rule.severity] += 1
        if self._counts[rule.severity] <= MOST:
            self._noted.append(_Noted(path, rule.severity, rule.code, what, hint, first))

    def __bool__(self) -> bool:
        return bool(self._noted)

    def at_fault(self) -> frozenset[TreePath]:
        """Every path at which there is an error, and the paths around it."""
        errors = (noted.path for noted in self._noted if noted.severity == "error")
        return frozenset(path[:length] for path in errors for length in range(1, len(path) + 1))

    def noted(self, rule: Rule) -> bool:
        """Whether a breach of `rule` was noted."""
        return any(noted.code == rule.code for noted in self._noted)

    def listed(self, locate: Callable[[Collection[TreePath]], Places]) -> tuple[Problem, ...]:
        """All problems in the order of the file, at most `MOST` of a severity.

        `locate` finds the positions of paths in its text; of one that is not written, those of the paths around it.
        """
        if not self._noted:
            return ()
        paths = (path for noted in self._noted for path in (noted.path, noted.first or ()))
        places = locate(dict.fromkeys(paths))
        cut = cache(_cut)  # many problems have the same hint
        problems = (_placed(noted, places, cut) for noted in self._noted)
        return in_order(problems)

    @property
    def counted(self) -> Totals:
        """How many were noted, by this collector and before, also those that are too many to be listed."""
        return Totals(self._counts["error"], self._counts["warning"])

    def totals(self, listed: Iterable[Problem]) -> Totals:
        """How many problems there are: those `listed`, and those too many to be listed."""
        counts = Counter(problem.severity for problem in listed)
        beyond = {severity: max(0, count - MOST) for severity, count in self._counts.items()}
        return Totals(
            counts["error"] + beyond.get("error", 0),
            counts["warning"] + beyond.get("warning", 0),
        )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of the file, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem[:2]))


def grouped(problems: Iterable[Problem]) -> Iterator[tuple[Problem, int]]:
    """The problems of a list without repetition: of equal ones at other places only the first `SHOWN`.

    Each comes with the number of further equal ones that are left out after it, which is 0 for all but the last shown.
    """
    problems = tuple(problems)
    left = Counter(problem[2:] for problem in problems)
    shown: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        equal = problem[2:]
        shown[equal] += 1
        left[equal] -= 1
        if shown[equal] <= SHOWN:
            yield problem, left[equal] if shown[equal] == SHOWN else 0


def around(paths: Iterable[TreePath]) -> set[TreePath]:
    """Some paths, and all that they are in."""
    return {path[:length] for path in paths for length in range(1, len(path) + 1)}


def _placed(noted: _Noted, places: Places, cut: Callable[[str], Safe]) -> Problem:
    what = noted.what
    if noted.first is not None:
        what = f"{what} on line {_nearest(places, noted.first)[0]}"
    return Problem(*_nearest(places, noted.path), noted.severity, noted.code, cut(what), cut(noted.hint))


def _cut(message: str) -> Safe:
    """A message on one line, cut when it is far longer than any of ours."""
    return line(message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…")


def _nearest(places: Places, path: TreePath) -> tuple[int, int]:
    """The position of `path`, or of the innermost table around it that has one."""
    while path:
        if (place := places.get(path)) is not None:
            return place
        path = path[:-1]
    return 1, 1


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean “x”?` for the nearest known word, or nothing when none is near."""
    near = nearest_word(word, known)
    return f"did you mean “{near}”?" if near else ""


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word that differs from `word` by a slip or two, in case or in its joints; "" if none does."""
    from difflib import get_close_matches

    word = word[:80]
    if len(word) < 2:
        return ""
    known = list(known)
    for spelling in dict.fromkeys((word, word.lower().replace("_", "-").replace(" ", "-"))):
        for near in get_close_matches(spelling, known, 3, 0.6):
            if _is_slip(spelling, near):
                return near
    return ""


def _is_slip(word: str, known: str) -> bool:
    """Whether one word begins with the other, or becomes it by few insertions, deletions, changes and swaps."""
    if min(len(word), len(known)) > 3 and (word.startswith(known) or known.startswith(word)):
        return True
    shorter = min(len(word), len(known))
    return _distance(word, known) <= (1 if shorter < 4 else 2 if shorter < 9 else 3)


def _distance(word: str, other: str) -> int:
    """The fewest letters to insert, delete, change or swap with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        before, last, row = row, before, [i]
        for j, another in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == another:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
