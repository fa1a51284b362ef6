"""Two sides facing each other, each with those who stand beside it, and between them what joins and what parts them."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from tui.pages.page import Span, Spans, joined
from tui.pages.side_blocks import Between, TwoSides
from tui.render.allies import (
    LEAST_NAME,
    LONGEST_NAME,
    ally_row,
    arm_width,
    name_size,
    numbered,
    shortened,
    tally_size,
    undrawn,
)
from tui.render.columns import CENTRE, blank, in_reading_order, padded
from tui.render.lines import bend, dash
from tui.render.wrap import Links, Piece, Row, as_row_name, cells, width_of, wrap

_LEAST_WIDTH = 56
_DASHES = 2
"""The least length of a line, in cells."""
_WIDEST_MIDDLE = 40
"""With more room than this between the sides, the lines would lead nowhere."""
_BESIDE_NOTE = 3
"""The least cells between the picture and words beside it."""
_WITH_TIES = 96
"""The least width of a picture that tells the ties on its lines, in cells."""
_HALF, _WIDEST_WITH_TIES = 10, 56
"""The least room for the ties of one line between the sides, and the most between these where ties are told."""


class _Shape(NamedTuple):
    """The widths of the columns, in cells: names beside each side, the sides themselves, and what is between."""

    names: tuple[int, int]
    heads: tuple[int, int]
    middle: int
    has_status: tuple[bool, bool]
    kinds: tuple[int, int] = (0, 0)

    def arm(self, side: int) -> int:
        """The width of a name with its line: `Belarus ◇ + ╍`."""
        return arm_width(self.names[side], self.has_status[side], self.kinds[side])


def two_sides(picture: TwoSides, width: int, links: Links) -> list[Row] | None:
    """The picture in rows of at most `width` cells; None where there is no room for it."""
    shape = _shape_with_ties(picture, width) if width >= _WITH_TIES else None
    if shape is None:
        picture = _without_ties(picture)
        shape = _shape(picture, width) if width >= _LEAST_WIDTH else None
    if shape is None:
        return None
    own = Links()
    left, right = picture.allies
    lines = _middle_lines(picture, shape)
    hub = max(len(left) // 2, len(right) // 2, (len(lines) - 1) // 2)
    starts = hub - len(left) // 2, hub - len(right) // 2, hub - (len(lines) - 1) // 2
    below = any(picture.below)
    height = max(starts[0] + len(left), starts[1] + len(right), starts[2] + len(lines), hub + 1 + below)
    line_rows = [starts[2] + number for number, (_, is_line) in enumerate(lines) if is_line]
    rows: list[Row] = []
    for number in range(height):
        middle, is_line = lines[number - starts[2]] if 0 <= number - starts[2] < len(lines) else ((), False)
        row: list[Piece] = [*_arm(picture, 0, number - starts[0], number - hub, shape, own)]
        row += _head(picture, 0, number - hub, shape, own)
        row += _rail(line_rows, number, hub, outward=True)
        row += (
            padded(numbered(middle, own), shape.middle, CENTRE) if not is_line else as_row_name(numbered(middle, own))
        )
        row += _rail(line_rows, number, hub, outward=False)
        row += _head(picture, 1, number - hub, shape, own)
        row += _arm(picture, 1, number - starts[1], number - hub, shape, own)
        rows.append(tuple(row))
    rows, key = _with_legend(rows, picture.key, width, own)
    rows, legend = _with_legend(rows, picture.legend, width, own)
    rows = _with_notes(rows, (joined((key, legend), "  "), picture.note), width, own)
    return in_reading_order([*rows, *wrap(picture.ended, width, own)] if picture.ended else rows, own, links)


def _shape(picture: TwoSides, width: int) -> _Shape | None:
    """The columns at a width: names are shortened as far as they have to be, while tallies fit."""
    names = [max(map(name_size, allies), default=0) for allies in picture.allies]
    names = [min(size, LONGEST_NAME) for size in names]
    heads = [max(cells(head.text), _size(below)) for head, below in zip(picture.heads, picture.below, strict=True)]
    status = [any(ally.bond and ally.bond.status.text for ally in allies) for allies in picture.allies]
    least = [
        max(LEAST_NAME, *(tally_size(ally, has) for ally in allies), 0)
        for allies, has in zip(picture.allies, status, strict=True)
    ]
    needed = max(_size(picture.remark) + 2, *map(_size, map(_least, _lines_of(picture))), 0)
    while True:
        shape = _Shape((names[0], names[1]), (heads[0], heads[1]), 0, (status[0], status[1]))
        used = sum(shape.arm(side) + (3 if shape.names[side] else 0) + heads[side] for side in (0, 1)) + 4
        if width - used >= needed:
            return shape._replace(middle=min(width - used, max(needed, _WIDEST_MIDDLE)))
        if max(names) <= LEAST_NAME:
            return None
        above = [side for side in (0, 1) if names[side] > least[side]] or (0, 1)
        names[max(above, key=lambda side: names[side])] -= 1


def _shape_with_ties(picture: TwoSides, width: int) -> _Shape | None:
    """The columns where the ties are told: no name is shorter for them; None where there is no room, or no tie."""
    kinds = [max((_size(ally.kinds) for ally in allies), default=0) for allies in picture.allies]
    ties = [tie for middle in picture.between for part in middle.ties for tie in part]
    if not (any(kinds) or ties or picture.direct_ties) or (shape := _shape(_without_ties(picture), 10 * width)) is None:
        return None
    names = [
        max((name_size(ally) - (size + 1 if size and ally.bond is None else 0) for ally in allies), default=0)
        for allies, size in zip(picture.allies, kinds, strict=True)
    ]
    shape = shape._replace(kinds=(kinds[0], kinds[1]), names=(min(names[0], LONGEST_NAME), min(names[1], LONGEST_NAME)))
    used = sum(shape.arm(side) + (3 if shape.names[side] else 0) + shape.heads[side] for side in (0, 1)) + 4
    needed = max(2 * max(_HALF, *map(_size, ties)) + 4 if ties else 0, *map(_size, map(_least, _lines_of(picture))), 0)
    room = min(width - used, _WIDEST_WITH_TIES)
    return shape._replace(middle=room) if room >= needed else None


def _without_ties(picture: TwoSides) -> TwoSides:
    return picture._replace(
        allies=(
            tuple(ally._replace(kinds=()) for ally in picture.allies[0]),
            tuple(ally._replace(kinds=()) for ally in picture.allies[1]),
        ),
        between=tuple(middle._replace(ties=((), ())) for middle in picture.between),
        direct_ties=(),
    )


class _Line(NamedTuple):
    """A line of the middle: a dash at either end, and the words on it."""

    words: Spans
    dashes: tuple[str, str]
    roles: tuple[str, str]


def _lines_of(picture: TwoSides) -> list[_Line]:
    lines = [_through(middle) for middle in picture.between]
    if picture.direct is not None:
        bond = picture.direct
        words = (Span(" "), bond.sign, *_after(bond.status), *((Span(" "), *picture.direct_words)), Span(" "))
        lines.append(_Line(words, (dash(bond),) * 2, (bond.sign.role,) * 2))
    return lines


def _least(line: _Line) -> Spans:
    return (*line.words, Span("─" * (2 * _DASHES))) if line.dashes[0] else line.words[:1]


def _after(status: Span) -> Spans:
    return (Span(" "), status) if status.text else ()


def _before(status: Span) -> Spans:
    return (status, Span(" ")) if status.text else ()


def _through(middle: Between) -> _Line:
    """Somebody between the sides: ` + » Iran ◇ + `, or words without a line."""
    if middle.bonds is None:
        return _Line((middle.end, *middle.signs), ("", ""), ("", ""))
    left, right = middle.bonds
    words = (
        Span(" "),
        left.sign,
        *_after(left.status),
        Span(" "),
        middle.end,
        Span(" "),
        *_before(right.status),
        right.sign,
        Span(" "),
    )
    return _Line(words, (dash(left), dash(right)), (left.sign.role, right.sign.role))


def _middle_lines(picture: TwoSides, shape: _Shape) -> list[tuple[Spans, bool]]:
    """What is between the sides, and whether it is a line: those tied to both, remark, direct tie, blocs."""
    lines: list[tuple[Spans, bool]] = []
    drawn = [_drawn(line, shape.middle) for line in _lines_of(picture)]
    for line, middle in zip(drawn, picture.between, strict=False):
        lines += [line, *((row, False) for row in _under_line(middle.ties, shape.middle))]
    if picture.remark:
        lines.append((picture.remark, False))
    if picture.direct is not None:
        lines += [drawn[-1], *((row, False) for row in _packed(picture.direct_ties, shape.middle - 2))]
    if picture.shared:
        lines += [*([] if lines else [((), False)]), (_fitted(picture.shared, shape.middle), False)]
    return lines


def _under_line(ties: tuple[tuple[Spans, ...], tuple[Spans, ...]], width: int) -> list[Spans]:
    """The ties to the one side at the left, those to the other at the right, in rows of `width` cells."""
    half = width // 2 - 2
    left, right = (_packed(part, half) for part in ties)
    rows: list[Spans] = []
    for one, other in zip_longest(left, right, fillvalue=()):
        between = width - 2 - _size(one) - _size(other)
        rows.append((Span(" "), *one, Span(" " * between), *other, Span(" ")))
    return rows


def _packed(ties: Sequence[Spans], width: int) -> list[Spans]:
    """Ties side by side in rows of at most `width` cells; none is parted."""
    rows: list[Spans] = []
    for tie in ties:
        if rows and _size(rows[-1]) + 2 + _size(tie) <= width:
            rows[-1] = (*rows[-1], Span("  "), *tie)
        else:
            rows.append(tie)
    return rows


def _fitted(spans: Spans, width: int) -> Spans:
    """Words in at most `width` cells, of which the longest gives way."""
    longest = max(spans, key=lambda span: cells(span.text))
    rest = _size(spans) - cells(longest.text)
    return tuple(
        span._replace(text=shortened(span.text, max(1, width - rest))) if span is longest else span for span in spans
    )


def _drawn(line: _Line, width: int) -> tuple[Spans, bool]:
    if not line.dashes[0]:
        return undrawn(line.words[0], line.words[1:], width), False
    room = width - _size(line.words)
    ends = room // 2, room - room // 2
    before, after = (
        Span(mark * size, role)  # type: ignore[arg-type]
        for mark, size, role in zip(line.dashes, ends, line.roles, strict=True)
    )
    return (before, *line.words, after), True


def _rail(joined: list[int], number: int, hub: int, *, outward: bool) -> Row:
    """What joins a side to the lines in the middle: on the left `outward`, on the right mirrored."""
    if not joined:
        return blank(1)
    first, last = min(*joined, hub), max(*joined, hub)
    ends = (number == hub, number in joined)
    left, right = ends if outward else ends[::-1]
    return (Piece(bend(first < number <= last, first <= number < last, left, right), "rule"),)


def _head(picture: TwoSides, side: int, offset: int, shape: _Shape, own: Links) -> Row:
    """The name of a side on the row of its hub, joined to the lines on either hand, and the words below it."""
    spans = (picture.heads[side],) if offset == 0 else picture.below[side] if offset == 1 else ()
    has_allies, is_joined = bool(picture.allies[side]), bool(picture.between or picture.direct)
    before, after = (has_allies, is_joined) if side == 0 else (is_joined, has_allies)
    line = "─" if offset == 0 else " "
    text = numbered(spans, own) if offset else as_row_name(numbered(spans, own))
    free = shape.heads[side] - width_of(text)
    row: list[Piece] = []
    if side == 0 and has_allies:
        row.append(Piece(f"{line if before else ' '} ", "rule"))
    if side == 1:
        row.append(Piece(" ", "text"))
    row += text
    filled = " " + (line if after else " ") * (free - 1) if free else ""
    if side == 0:
        row.append(Piece((filled + (line if after and free else " ")), "rule"))
    elif has_allies:
        row.append(Piece(f"{filled}{line if free else ' '}{line}", "rule"))
    else:
        row.append(Piece(" " * free, "text"))
    return tuple(row)


def _arm(picture: TwoSides, side: int, place: int, offset: int, shape: _Shape, own: Links) -> Row:
    """Somebody beside a side with the line to it, and the rail that joins all of them."""
    allies, width = picture.allies[side], shape.arm(side)
    if not allies:
        return ()
    is_arm = 0 <= place < len(allies)
    first, last = -(len(allies) // 2), len(allies) - 1 - len(allies) // 2
    ends = (is_arm, offset == 0) if not side else (offset == 0, is_arm)
    rail = Piece(bend(min(first, 0) < offset <= max(last, 0), min(first, 0) <= offset < max(last, 0), *ends), "rule")
    columns = shape.names[side], shape.has_status[side]
    body = ally_row(allies[place], side, columns, own, shape.kinds[side]) if is_arm else blank(width)
    return (rail, *body) if side else (*body, rail)


def _size(spans: Spans) -> int:
    return sum(cells(span.text) for span in spans)


def _unpadded(row: Row) -> Row:
    """A row without the blank pieces at its end."""
    used = list(row)
    while used and not used[-1].text.strip():
        used.pop()
    return tuple(used)


def _with_legend(rows: list[Row], legend: Spans, width: int, own: Links) -> tuple[list[Row], Spans]:
    """The legend at the right of the first row that has room for it; else it is returned, to stand below."""
    pieces = numbered(legend, own)
    for number, row in enumerate(rows):
        used = _unpadded(row)
        if legend and (room := width - width_of(used) - width_of(pieces)) >= _BESIDE_NOTE:
            return [*rows[:number], (*used, *blank(room), *pieces), *rows[number + 1 :]], ()
    return rows, legend


def _with_notes(rows: list[Row], notes: Sequence[Spans], width: int, own: Links) -> list[Row]:
    """The notes where the last row is free, at its beginning or its end, or else below the picture, as wide as fits."""
    words = joined(notes, " · ")
    if not words:
        return rows
    last, size = _unpadded(rows[-1]), _size(words)
    before = width_of(rows[-1]) - width_of(_unpadded(rows[-1][::-1]))
    if (room := before - size) >= _BESIDE_NOTE:
        rest = _unpadded(last[::-1])[::-1]
        return [*rows[:-1], (*numbered(words, own), *blank(room), *rest)]
    if (room := width - width_of(last) - size) >= _BESIDE_NOTE:
        return [*rows[:-1], (*last, *blank(room), *numbered(words, own))]
    lines = [words] if size <= width else list(filter(None, notes))
    return [*rows, *(row for line in lines for row in wrap(line, width, own))]
