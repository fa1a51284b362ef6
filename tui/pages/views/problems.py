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

_CHUNK = 4096
"""How many characters are searched for line ends at a time."""
_EXCERPT = 1000
"""How many characters of a line are taken."""


def problems_page(loaded: Loaded) -> Page:
    """All problems of a file, errors and warnings, in file order."""
    blocks: list[Block] = [Title((Span(loaded.name, "strong"),), (Span(counts(loaded), "dim"),))]
    if loaded.errors:
        these = "This error keeps" if loaded.errors == 1 else "These errors keep"
        advice = (Span(f"{these} the dossier from opening. Fix the file, then press "), Span("r", "label"), Span("."))
        blocks.append(Para(advice))
    lines = _lines(loaded.text, {problem.line for problem in loaded.problems[:MOST]})
    for problem in loaded.problems[:MOST]:
        blocks += _problem(problem, lines.get(problem.line, ""))
    if (rest := sum(loaded.totals) - MOST) > 0:
        words = f"… and {rest:,} more; karabakh-tui check lists all of them."
        blocks.append(Para((Span(words, "dim"),)))
    return Page("", tuple(blocks))


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
    where = f"line {problem.line}, column {problem.column}" if problem.line else "the whole file"
    spans = (Span(problem.severity, mark.role), Span(" "), Span(problem.what))
    hint = (Span(f"→ {problem.hint}", "text"),) if problem.hint else ()
    blocks: list[Block] = [Entry(mark, spans, (Span(where, "cite"),), hint)]
    if line and (excerpt := source_line(line, 1)):
        blocks.append(Para((Span(f"{problem.line} │ ", "dim"), Span(excerpt, "quote")), (), 2))
    return blocks
