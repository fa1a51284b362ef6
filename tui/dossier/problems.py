"""One thing wrong with a file, and the collector of all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Literal, NamedTuple

from tui.dossier.values.text import Safe, line

TreePath = tuple[str | int, ...]
"""The way from the top of the tree to a value: `("quotes", 3, "speaker")`."""

Places = Mapping[TreePath, tuple[int, int]]
"""TreePath -> line and column, both from 1."""

Severity = Literal["error", "warning"]

MOST = 10_000
"""The most errors, and the most warnings, that are listed one by one."""

_LONGEST = 600
"""The longest message, in characters."""


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
    """Collects problems by path; their positions are looked up once, when they are listed."""

    def __init__(self) -> None:
        self._noted: list[tuple[TreePath, Severity, str, str, str]] = []
        self._counts: dict[Severity, int] = {"error": 0, "warning": 0}

    def error(self, path: TreePath, code: str, what: str, hint: str = "") -> None:
        """Note an error at `path`."""
        self._note(path, "error", code, what, hint)

    def warning(self, path: TreePath, code: str, what: str, hint: str = "") -> None:
        """Note a warning at `path`."""
        self._note(path, "warning", code, what, hint)

    def _note(self, path: TreePath, severity: Severity, code: str, what: str, hint: str) -> None:
        self._counts[severity] += 1
        if self._counts[severity] <= MOST:
            self._noted.append((path, severity, code, what, hint))

    def __bool__(self) -> bool:
        return bool(self._noted)

    def listed(self, locate: Callable[[Collection[TreePath]], Places]) -> tuple[Problem, ...]:
        """All problems in the order of the file; `locate` finds the positions of paths in its text."""
        if not self._noted:
            return ()
        places = locate({path[:length] for path, *_ in self._noted for length in range(1, len(path) + 1)})
        problems = [
            Problem(*_nearest(places, path), severity, code, _cut(what), _cut(hint))
            for path, severity, code, what, hint in self._noted
        ]
        more = (
            Problem(0, 0, severity, "more", Safe(f"and {count - MOST:,} more {severity}s"), Safe(""))
            for severity, count in self._counts.items()
            if count > MOST
        )
        return (*sorted(dict.fromkeys(problems), key=lambda problem: problem[:2]), *more)


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
    """`did you mean “x”?` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    word = word[:80]
    if len(word) < 2:
        return ""
    known, normalized = list(known), word.lower().replace("_", "-").replace(" ", "-")
    near = get_close_matches(word, known, 1, 0.6)
    if not near and normalized != word:
        near = get_close_matches(normalized, known, 1, 0.6)
    return f"did you mean “{near[0]}”?" if near else ""
