"""Whether what became of a hostile file is what must become of it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case
from tests.hostile.watch import one_clear_line, unwanted
from tui.dossier.load import Loaded


def faults(case: Case, loaded: Loaded) -> Iterator[str]:
    """What is wrong with what became of a case."""
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if (loaded.dossier is None) != bool(errors):
        yield f"{len(errors)} errors, and a dossier: {loaded.dossier is not None}"
    if case.expect != "either" and (case.expect == "opens") != (loaded.dossier is not None):
        yield f"{case.expect} was expected: {[problem.text('') for problem in errors[:2]]}"
    if case.expect == "refused" and case.line and not any(problem.line == case.line() for problem in errors):
        yield f"no error on line {case.line()}: {[problem.text('') for problem in errors[:2]]}"
    texts = [text for problem in loaded.problems for text in (problem.what, problem.hint)]
    unclear = [text for text in (*texts, *loaded.notes) if text and not one_clear_line(text)]
    unclear += [
        text
        for text in (loaded.name, *(problem.text(loaded.name) for problem in loaded.problems))
        if not text or unwanted(text, "")
    ]
    for text in unclear[:1]:
        yield f"this is not one clear line: {text[:200]!a} ({len(text)} characters)"
    if not all(problem.what for problem in loaded.problems):
        yield "a problem without words"
    for problem in loaded.problems:
        if problem.line < 0 or (problem.line > 0) != (problem.column > 0):
            yield f"no position: {problem.line}:{problem.column}"
