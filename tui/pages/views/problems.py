"""What is wrong with a file, as a page: every problem with the line it is on."""

from __future__ import annotations

from tui.dossier.format.excerpts import MOST
from tui.dossier.load import Loaded
from tui.dossier.problems import Problem, Severity
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import PROBLEM_GLYPHS, count_noun
from tui.pages.page import Block, Entry, Page, Para, Span, Title

_LINK = "line"
"""What a link into the file begins with: `line:12:3` is line 12, column 3."""


def problems_page(loaded: Loaded) -> Page:
    """All problems of a file, errors and warnings, in file order."""
    blocks: list[Block] = [Title((Span(loaded.name, "strong"),), (Span(counts(loaded), "dim"),))]
    if loaded.errors:
        these = "This error keeps" if loaded.errors == 1 else "These errors keep"
        saved = " opens it at the selected problem, and it is read again as soon as it is saved."
        advice = (Span(f"{these} the dossier from opening. Fix the file: "), Span("E", "label"), Span(saved))
        blocks.append(Para(advice))
    for problem in loaded.problems[:MOST]:
        blocks += _problem(problem, loaded.excerpts.get(problem.line, Safe("")))
    if (rest := sum(loaded.totals) - MOST) > 0:
        words = f"… and {rest:,} more; karabakh-tui check lists all of them."
        blocks.append(Para((Span(words, "dim"),)))
    return Page("", tuple(blocks))


def line_of_link(target: str) -> tuple[int, int]:
    """The line and column that a link on the page of problems leads to; the beginning of the file for any other."""
    scheme, _, place = target.partition(":")
    line, _, column = place.partition(":")
    return (int(line), int(column)) if scheme == _LINK else (1, 1)


def counts(loaded: Loaded) -> Safe:
    """`2 errors, 1 warning`."""
    numbers = ((loaded.errors, "error"), (loaded.warnings, "warning"))
    return Safe(", ".join(count_noun(count, noun) for count, noun in numbers if count) or "no problem")


def problem_mark(severity: Severity) -> Span:
    """The glyph of an error or a warning."""
    return Span(PROBLEM_GLYPHS[severity], "status-denied" if severity == "error" else "status-contested")


def _problem(problem: Problem, excerpt: Safe) -> list[Block]:
    mark = problem_mark(problem.severity)
    where = Span("the whole file", "cite")
    if problem.line:
        link = f"{_LINK}:{problem.line}:{problem.column}"
        where = Span(f"line {problem.line}, column {problem.column}", "cite", link)
    spans = (Span(problem.severity, mark.role), Span(" "), Span(problem.what))
    hint = (Span(f"→ {problem.hint}", "text"),) if problem.hint else ()
    blocks: list[Block] = [Entry(mark, spans, (where,), hint)]
    if excerpt:
        blocks.append(Para((Span(f"{problem.line} │ ", "dim"), Span(excerpt, "quote")), (), 2))
    return blocks
