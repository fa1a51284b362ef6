"""What is wrong with a file, as a page: every problem with the line it is on, or of many those of a kind together."""

from __future__ import annotations

from tui.dossier.format.excerpts import MOST
from tui.dossier.load import Loaded
from tui.dossier.problems import Problem, Severity
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import PROBLEM_GLYPHS, count_noun
from tui.pages.page import BULLET, Block, Entry, Page, Para, Section, Span, Title
from tui.pages.truncation import brief

_FEW = 20
"""The most problems that are all shown whole, in file order."""
_LINE = 58
"""The most characters of a problem on a line."""
_LINK = "line"
"""What a link into the file begins with: `line:12:3` is line 12, column 3."""


def problems_page(loaded: Loaded) -> Page:
    """All problems of a file, errors and warnings, in file order; more than a few by their kind, errors first."""
    blocks: list[Block] = [Title((Span(loaded.name, "strong"),), (Span(counts(loaded), "dim"),))]
    if loaded.errors:
        these = "This error keeps" if loaded.errors == 1 else "These errors keep"
        saved = " opens it at the selected problem, and it is read again as soon as it is saved."
        advice = (Span(f"{these} the dossier from opening. Fix the file: "), Span("E", "label"), Span(saved))
        blocks.append(Para(advice))
    if len(loaded.problems) <= _FEW:
        for problem in loaded.problems:
            blocks += _problem(problem, loaded.excerpts.get(problem.line, Safe("")))
    else:
        blocks += _by_kind(loaded)
    shown = sum(isinstance(block, Entry) for block in blocks)
    if (rest := sum(loaded.totals) - shown) > 0:
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


def _by_kind(loaded: Loaded) -> list[Block]:
    """Under a heading for each kind of problem, with how many there are, the first one whole and a line for each other.

    Of more than `MOST` problems the first of each kind is there all the same.
    """
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in loaded.problems:
        kinds.setdefault((problem.severity, problem.code), []).append(problem)
    blocks: list[Block] = []
    room = MOST
    for severity, code in sorted(kinds, key=lambda kind: kind[0]):
        total = len(kinds[severity, code])
        first, *others = kinds[severity, code][: max(1, room)]
        room -= len(others) + 1
        note = (Span(f"the first {len(others) + 1:,} of {total:,}", "dim"),) if len(others) + 1 < total else ()
        role = problem_mark(first.severity).role
        blocks.append(Section(f"{code}: {count_noun(total, severity)}", note=note, role=role))
        blocks += _problem(first, loaded.excerpts.get(first.line, Safe("")))
        digits = max((len(str(other.line)) for other in others), default=0)
        blocks += [_line(other, digits) for other in others]
    return blocks


def _line(problem: Problem, digits: int) -> Entry:
    """`• line   12  what is wrong`, in a column of so many digits."""
    where = _where(problem)
    if problem.line:
        where = where._replace(text=f"line {problem.line:{digits}}")
    return Entry(BULLET, (where, Span(f"  {brief(problem.what, _LINE)}")))


def _where(problem: Problem) -> Span:
    if not problem.line:
        return Span("the whole file", "cite")
    link = f"{_LINK}:{problem.line}:{problem.column}"
    return Span(f"line {problem.line}, column {problem.column}", "cite", link)


def _problem(problem: Problem, excerpt: Safe) -> list[Block]:
    mark = problem_mark(problem.severity)
    spans = (Span(problem.severity, mark.role), Span(" "), Span(problem.what))
    hint = (Span(f"→ {problem.hint}", "text"),) if problem.hint else ()
    blocks: list[Block] = [Entry(mark, spans, (_where(problem),), hint)]
    if excerpt:
        blocks.append(Para((Span(f"{problem.line} │ ", "dim"), Span(excerpt, "quote")), (), 2))
    return blocks
