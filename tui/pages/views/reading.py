"""How far the reading of a large file is, as a page: one line for each phase, with a bar while it goes on."""

from __future__ import annotations

from tui.dossier.progress import PHASES, Phase, Progress
from tui.pages.page import Fields, Page, Para, Span, Spans, Title
from tui.pages.work import Work, progress_bar

_NAMES: dict[Phase, str] = {"read": "Reading", "check": "Checking", "compare": "Comparing", "prepare": "Preparing"}
_MEGABYTE = 1_000_000
_LABEL_WIDTH = 10


def reading_page(progress: Progress) -> Page:
    """The phases up to the one that goes on."""
    at = PHASES.index(progress.phase)
    rows: list[tuple[str, Spans]] = [(_NAMES[phase], (Span("done", "dim"),)) for phase in PHASES[:at]]
    rows.append((_NAMES[PHASES[at]], _amount(progress)))
    return Page(
        "",
        (
            Title((Span("Reading the dossier …", "strong"),)),
            Para((Span("It is large, so this takes a moment. The screen opens when all of it has been checked."),)),
            Fields(tuple(rows), _LABEL_WIDTH),
        ),
    )


def _amount(progress: Progress) -> Spans:
    work = reading_work(progress)
    if work.share is None:
        return (Span("quotations with the copies of their sources" if progress.phase == "compare" else "…"),)
    return (*progress_bar(work.share), Span(f"  {work.amount}"))


def reading_work(progress: Progress) -> Work:
    """The phase that goes on, and how far it is."""
    name = _NAMES[progress.phase]
    if not progress.total:
        return Work(name)
    done = min(progress.done, progress.total)
    noun = "quotations" if progress.phase == "compare" else "records"
    amount = f"{done:,} of {progress.total:,} {noun}"
    if progress.phase == "read":
        amount = f"{done / _MEGABYTE:.1f} of {progress.total / _MEGABYTE:.1f} MB"
    return Work(name, done / progress.total, amount)
