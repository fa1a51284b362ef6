"""How the lines of pictures are drawn by the status of the ties they stand for, and what that means in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from tui.dossier.kinds import Tie
from tui.dossier.kinds.settled import counted_as
from tui.dossier.network.alignment import firmness
from tui.dossier.values.vocabulary import STATUS_GLYPHS, UNSETTLED
from tui.pages.page import LineStyle, Span, Spans, joined
from tui.pages.span_builder import status_role

LINE_GLYPHS: Mapping[LineStyle, str] = MappingProxyType({"whole": "━", "broken": "╍", "dotted": "┉"})
_WORDS: Mapping[LineStyle, str] = MappingProxyType(
    {"whole": "reported", "broken": "attributed or judged", "dotted": "unsettled"}
)


def line_of(status: str) -> LineStyle:
    """How the line of a tie with this status is drawn."""
    return "whole" if status == "reported" else "dotted" if status in UNSETTLED else "broken"


def line_of_tie(tie: Tie) -> LineStyle:
    """How the line of one tie is drawn: that of what is reported and denied like that of what is contested."""
    return line_of(counted_as(tie))


def drawn_by(ties: Collection[Tie]) -> tuple[LineStyle, Span]:
    """How the line of some ties of one sign is drawn, by the firmest of them, and the glyph of its status if any."""
    status = firmness(ties)
    return line_of(status), Span("") if status == "reported" else Span(STATUS_GLYPHS[status], status_role(status))


def line_legend(lines: Iterable[LineStyle]) -> Spans:
    """What the lines of a picture mean: those that occur, the whole one always; nothing where no other occurs."""
    used = {"whole", *lines}
    if len(used) == 1:
        return ()
    return joined(
        ((Span(f"{LINE_GLYPHS[line]} {words}", "dim"),) for line, words in _WORDS.items() if line in used), "  "
    )


def there_in_words(lines: Collection[LineStyle]) -> Iterator[str]:
    """What the bars of what lasts mean where it is there: the whole one always, and the others that occur."""
    yield f"{LINE_GLYPHS['whole']} there"
    for line, words in _WORDS.items():
        if line != "whole" and line in lines:
            yield f"{LINE_GLYPHS[line]} there, {words}"
