"""Long work that goes on, as a bar that says how much of it is done."""

from typing import Final, NamedTuple

from tui.pages.page import Span, Spans

BAR: Final = 24
"""The cells of a bar where there is room."""
_SHORT, _SHORTEST = 12, 8
_MOVING: Final = 3
"""The cells that are full in a bar that says only that the work goes on."""


class Work(NamedTuple):
    """What is done, how much of that is done already (0 to 1, None when that is unknown), and the same in words."""

    name: str
    share: float | None = None
    amount: str = ""


def progress_bar(share: float, width: int = BAR) -> Spans:
    """A bar that is full in proportion; it is told from an empty one without colours."""
    full = int(width * min(1.0, max(0.0, share)))
    return (Span("━" * full, "strong"), Span("─" * (width - full), "dim"))


def _moving_bar(frame: int, width: int) -> Spans:
    """A bar of which a part is full that moves from picture to picture."""
    start = frame % (width - _MOVING + 1)
    return (Span("─" * start, "dim"), Span("━" * _MOVING, "strong"), Span("─" * (width - start - _MOVING), "dim"))


def work_spans(work: Work, room: int, frame: int = 0) -> Spans:
    """The name, the bar and the amount in as much of `room` cells as they need; the least of it is a short bar.

    `frame` is the number of the picture, for a bar that moves because nobody knows how much there is to do.
    """

    def bar(width: int) -> Spans:
        return progress_bar(work.share, width) if work.share is not None else _moving_bar(frame, width)

    amount = f"  {work.amount}" if work.amount else ""
    for width in (BAR, _SHORT):
        if len(work.name) + 1 + width + len(amount) <= room:
            return (Span(f"{work.name} "), *bar(width), Span(amount))
    for width in (_SHORT, _SHORTEST):
        if len(work.name) + 1 + width <= room:
            return (Span(f"{work.name} "), *bar(width))
    return bar(_SHORTEST)
