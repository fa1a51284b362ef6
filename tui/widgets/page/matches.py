"""Where the words of a search are in the rows of a page, also where a row ends between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.style import Style

from tui.render.wrap import Row

Columns = Sequence[tuple[int, int]]
FindMatches = Callable[[str], Columns]
"""Returns the columns of the matches in a text, each from the first to before the last."""
_LEAD = " ▎│┆"
"""What a row may begin with that is not of its text: the margin, the bar beside a quotation, a rail."""
_CONTEXT = 3
"""The rows before and after a row that its matches may go over."""
_ABOVE = 2
"""The rows shown above the first match."""


def matches_in_row(rows: Sequence[Row], index: int, find: FindMatches) -> Columns:
    """The columns of the matches in row `index`; of one that goes over rows, the part in that row."""
    text = _text(rows, index)
    body = text.lstrip(_LEAD)
    if not body:
        return ()
    before = " ".join(_text(rows, index - step).strip(_LEAD) for step in range(_CONTEXT, 0, -1))
    after = " ".join(_text(rows, index + step).strip(_LEAD) for step in range(1, _CONTEXT + 1))
    start = len(before) + 1
    shift = len(text) - len(body) - start
    end = start + len(body.rstrip())
    found = find(f"{before} {body.rstrip()} {after}")
    return [
        (max(first, start) + shift, min(last, end) + shift) for first, last in found if first < end and last > start
    ]


def first_match(rows: Sequence[Row], find: FindMatches, height: int) -> int:
    """The line to begin a view of `height` rows at, so that the first match is in it; the first where it is anyway."""
    for index in range(len(rows)):
        if matches_in_row(rows, index, find):
            return 0 if index < height else index + 1 - _ABOVE
    return 0


def _text(rows: Sequence[Row], index: int) -> str:
    return "".join(piece.text for piece in rows[index]) if 0 <= index < len(rows) else ""


def marked(
    pieces: Iterable[tuple[str, Style]], columns: Columns, style_of: Callable[[Style], Style]
) -> list[tuple[str, Style]]:
    """`pieces` of a row divided at `columns`; what is inside has the style that `style_of` makes of its own."""
    divided: list[tuple[str, Style]] = []
    offset = 0
    for text, style in pieces:
        at = 0
        for first, last in columns:
            start, end = max(first - offset, at), min(last - offset, len(text))
            if start < end:
                divided += [(text[at:start], style), (text[start:end], style_of(style))]
                at = end
        divided.append((text[at:], style))
        offset += len(text)
    return [piece for piece in divided if piece[0]]
