"""One thing wrong with a file, and the collector that gathers all of them.

May not know what the rules are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from tui.dossier.values.text import Safe, line

Path = tuple[str | int, ...]
"""Where something stands in the tree: `("quotes", 3, "speaker")`."""

Severity = Literal["error", "warning"]

MOST = 10_000
"""So many errors, and so many warnings, are told one by one."""

_LONGEST = 600


class Problem(NamedTuple):
    """One problem. `line` and `column` count from 1; 0 when the file as a whole is at fault."""

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
    """Gathers problems by path; positions are looked up once, when they are asked for."""

    def __init__(self) -> None:
        self._found: list[tuple[Path, Severity, str, str, str]] = []
        self._counts: dict[Severity, int] = {"error": 0, "warning": 0}

    def error(self, path: Path, code: str, what: str, hint: str = "") -> None:
        """Note an error at `path`."""
        self._note(path, "error", code, what, hint)

    def warning(self, path: Path, code: str, what: str, hint: str = "") -> None:
        """Note a warning at `path`."""
        self._note(path, "warning", code, what, hint)

    def _note(self, path: Path, severity: Severity, code: str, what: str, hint: str) -> None:
        self._counts[severity] += 1
        if self._counts[severity] <= MOST:
            self._found.append((path, severity, code, what, hint))

    def __bool__(self) -> bool:
        return bool(self._found)

    def listed(self, text: str) -> tuple[Problem, ...]:
        """All problems with their positions in `text`, in the order they stand in the file."""
        if not self._found:
            return ()
        from tui.dossier.format.positions import positions

        wanted = {path[:length] for path, *_ in self._found for length in range(1, len(path) + 1)}
        places = positions(text, wanted)
        found = [
            Problem(*_nearest(places, path), severity, code, _short(what), _short(hint))
            for path, severity, code, what, hint in self._found
        ]
        more = (
            Problem(0, 0, severity, "more", Safe(f"and {count - MOST:,} more {severity}s"), Safe(""))
            for severity, count in self._counts.items()
            if count > MOST
        )
        return (*sorted(dict.fromkeys(found), key=lambda problem: problem[:2]), *more)


def _short(words: str) -> Safe:
    """A message on one line, cut where no sentence of ours goes on."""
    return line(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")


def _nearest(places: dict[Path, tuple[int, int]], path: Path) -> tuple[int, int]:
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
    known, plainer = list(known), word.lower().replace("_", "-").replace(" ", "-")
    near = get_close_matches(word, known, 1, 0.6)
    if not near and plainer != word:
        near = get_close_matches(plainer, known, 1, 0.6)
    return f"did you mean “{near[0]}”?" if near else ""
