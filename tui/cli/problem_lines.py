"""The problems of a file as lines of text, or as commands to GitHub, in which equal ones are grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.dossier.problems import Problem, Severity, Totals, grouped

if TYPE_CHECKING:
    from tui.dossier.load import Loaded


_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})
"""What would end a message or a property of a workflow command, and how it is written in one."""


def problem_lines(loaded: Loaded, *, errors_only: bool = False) -> Iterator[str]:
    """One line per problem; of equal ones the first five, and how many more there are."""
    problems = [problem for problem in loaded.problems if not errors_only or problem.severity == "error"]
    for problem, more in grouped(problems):
        yield problem.text(loaded.name)
        if more:
            yield f"{loaded.name}: {problem.severity}: {_more(more)}"
    totals = Totals(loaded.errors, 0 if errors_only else loaded.warnings)
    for severity, unlisted in _unlisted(totals, problems):
        yield f"{loaded.name}: {severity}: {unlisted}"


def workflow_commands(loaded: Loaded, *, in_file: bool = True) -> Iterator[str]:
    """The same as workflow commands of GitHub Actions, which shows them at the lines of the file, if there is one."""
    file = loaded.name if in_file else ""
    for problem, more in grouped(loaded.problems):
        message = f"{problem.what}; {problem.hint}" if problem.hint else problem.what
        place = {"line": str(problem.line), "col": str(problem.column)} if problem.line else {}
        yield _command(problem.severity, {"file": file, **place, "title": problem.code}, message)
        if more:
            yield _command(problem.severity, {"file": file, "title": problem.code}, f"{_more(more)}: {message}")
    for severity, unlisted in _unlisted(loaded.totals, loaded.problems):
        yield _command(severity, {"file": file, "title": "more"}, unlisted)


def _command(severity: Severity, properties: Mapping[str, str], message: str) -> str:
    written = ",".join(f"{name}={value.translate(_IN_PROPERTY)}" for name, value in properties.items() if value)
    return f"::{severity} {written}::{message.translate(_IN_MESSAGE)}"


def _more(number: int) -> str:
    return f"and {number:,} more of these"


def _unlisted(totals: Totals, problems: Iterable[Problem]) -> Iterator[tuple[Severity, str]]:
    """Of each severity how many problems there are beside those that are listed, in words."""
    listed = Counter(problem.severity for problem in problems)
    severities: tuple[tuple[Severity, int], ...] = (("error", totals.errors), ("warning", totals.warnings))
    for severity, total in severities:
        if unlisted := total - listed[severity]:
            yield severity, f"and {unlisted:,} more {severity}s, too many to list"
