"""What is wrong with a file, as a page: every problem with the line it stands on."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.format.read_toml import source_line
from tui.dossier.load import Loaded
from tui.dossier.problems import Problem
from tui.dossier.values.text import Safe
from tui.pages.page import Block, Entry, Page, Para, Span, Title

SHOWN = 500
"""The most problems a page lists."""

_STRIDE = 4096
_BEGINNING = 1000


def problems_page(loaded: Loaded) -> Page:
    """All problems of a file, errors and warnings, in the order they stand in it."""
    blocks: list[Block] = [Title((Span(loaded.name, "strong"),), (Span(counts(loaded), "dim"),))]
    if loaded.errors:
        many = "This error keeps" if loaded.errors == 1 else "These errors keep"
        blocks.append(
            Para(
                (
                    Span(f"{many} the dossier from opening. Mend the file, then press "),
                    Span("r", "label"),
                    Span(" to read it again."),
                )
            )
        )
    lines = _lines(loaded.text, {problem.line for problem in loaded.problems[:SHOWN]})
    for problem in loaded.problems[:SHOWN]:
        blocks += _problem(problem, lines.get(problem.line, ""))
    if len(loaded.problems) > SHOWN:
        rest = f"… and {len(loaded.problems) - SHOWN:,} more; karabakh-tui check lists all of them."
        blocks.append(Para((Span(rest, "dim"),)))
    return Page("", tuple(blocks))


def counts(loaded: Loaded) -> Safe:
    """`2 errors, 1 warning`."""
    found = []
    for count, word in ((loaded.errors, "error"), (loaded.warnings, "warning")):
        if count:
            found.append(f"{count} {word}{'s' if count > 1 else ''}")
    return Safe(", ".join(found) or "no problem")


def _lines(text: str, wanted: Iterable[int]) -> dict[int, str]:
    """The beginnings of the wanted lines of a text, without taking all of it apart: it may be nothing but line ends."""
    found: dict[int, str] = {}
    place, number = 0, 1  # `place` is in line `number`
    for line in sorted(wanted):
        while place + _STRIDE < len(text) and number + (ends := text.count("\n", place, place + _STRIDE)) < line:
            place, number = place + _STRIDE, number + ends
        while number < line and (end := text.find("\n", place)) >= 0:
            place, number = end + 1, number + 1
        if number == line:
            begun = text.rfind("\n", 0, place) + 1
            found[line] = text[begun : begun + _BEGINNING]
    return found


def _problem(problem: Problem, row: str) -> list[Block]:
    error = problem.severity == "error"
    mark = Span("×" if error else "△", "status-denied" if error else "status-contested")
    where = f"line {problem.line}, column {problem.column}" if problem.line else "the whole file"
    spans = (Span(problem.severity, mark.role), Span(" "), Span(problem.what))
    hint = (Span(f"→ {problem.hint}", "text"),) if problem.hint else ()
    found: list[Block] = [Entry(mark, spans, (Span(where, "cite"),), hint)]
    if row and (shown := source_line(row, 1)):
        found.append(Para((Span(f"{problem.line} │ ", "dim"), Span(shown, "quote")), (), 2))
    return found
