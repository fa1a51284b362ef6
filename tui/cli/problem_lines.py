"""The problems of a file as lines of text, in which equal ones are grouped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.dossier.problems import grouped

if TYPE_CHECKING:
    from tui.dossier.load import Loaded


def problem_lines(loaded: Loaded, *, errors_only: bool = False) -> Iterator[str]:
    """One line per problem; of equal ones the first five, and how many more there are."""
    problems = [problem for problem in loaded.problems if not errors_only or problem.severity == "error"]
    for problem, more in grouped(problems):
        yield problem.text(loaded.name)
        if more:
            yield f"{loaded.name}: {problem.severity}: and {more:,} more of these"
    for severity, total in (("error", loaded.errors), ("warning", 0 if errors_only else loaded.warnings)):
        if unlisted := total - sum(problem.severity == severity for problem in problems):
            yield f"{loaded.name}: {severity}: and {unlisted:,} more {severity}s, too many to list"
