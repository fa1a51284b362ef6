"""What is wrong with a file, as a page: every problem with the line it is on."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.format.read_toml import source_line
from tui.dossier.load import Loaded
from tui.dossier.problems import Problem
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import count_noun
from tui.pages.page import Block, Entry, Page, Para, Span, Title

MOST = 500
"""The most problems listed."""

_LINK = "line"
"""What a link into the file begins with: `line:12:3` is line 12, column 3."""
_CHUNK = 4096
"""How many characters are searched for line ends at a time."""
_EXCERPT = 1000
"""How many characters of a line are taken."""


def problems_page(loaded: Loaded) -> Page:
    """All problems of a file, errors and warnings, in file order."""
    blocks: list[Block] = [Title((Span(loaded.name, "strong"),), (Span(counts(loaded), "dim"),))]
    if loaded.errors:
        these = "This error keeps" if loaded.errors == 1 else "These errors keep"
        saved = " opens it at the selected problem, and it is read again as soon as it is saved."
        advice = (Span(f"{these} the dossier from opening. Fix the file: "), Span("E", "label"), Span(saved))
        blocks.append(Para(advice))
    lines = _lines(loaded.text, {problem.line for problem in loaded.problems[:MOST]})
    for problem in loaded.problems[:MOST]:
        blocks += _problem(problem, lines.get(problem.line, ""))
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


def _lines(text: str, wanted: Iterable[int]) -> dict[int, str]:
    """The beginnings of the wanted lines by number, found without splitting the text, which may be only line ends."""
    lines: dict[int, str] = {}
    offset, number = 0, 1  # `offset` is in line `number`
    for line in sorted(wanted):
        while offset + _CHUNK < len(text) and number + (ends := text.count("\n", offset, offset + _CHUNK)) < line:
            offset, number = offset + _CHUNK, number + ends
        while number < line and (end := text.find("\n", offset)) >= 0:
            offset, number = end + 1, number + 1
        if number == line:
            start = text.rfind("\n", 0, offset) + 1
            lines[line] = text[start : start + _EXCERPT]
    return lines


def _problem(problem: Problem, line: str) -> list[Block]:
    error = problem.severity == "error"
    mark = Span("×" if error else "△", "status-denied" if error else "status-contested")
    where = Span("the whole file", "cite")
    if problem.line:
        link = f"{_LINK}:{problem.line}:{problem.column}"
        where = Span(f"line {problem.line}, column {problem.column}", "cite", link)
    spans = (Span(problem.severity, mark.role), Span(" "), Span(problem.what))
    hint = (Span(f"→ {problem.hint}", "text"),) if problem.hint else ()
    blocks: list[Block] = [Entry(mark, spans, (where,), hint)]
    if line and (excerpt := source_line(line, 1)):
        blocks.append(Para((Span(f"{problem.line} │ ", "dim"), Span(excerpt, "quote")), (), 2))
    return blocks
