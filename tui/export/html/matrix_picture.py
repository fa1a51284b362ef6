"""The ties by sign as a picture: a row and a column for each actor, a field for each pair, a link to what it rests on.

A field of a pair that is with each other has a solid frame, one against each other a broken one, a mixed one a dotted
one; each has its sign, the glyph of its status, and both in words in its title.
"""

from __future__ import annotations

from html import escape

from tui.dossier.values.vocabulary import AGAINST, MIXED_GLYPH, SIGN_GLYPHS, SIGN_WORDS, WITH
from tui.export.html.anchors import Anchors
from tui.export.html.ego_picture import shortened
from tui.export.html.lines import lines
from tui.pages.network.matrix import Matrix, cell_glyph
from tui.pages.network.tie_signs import MOST, uncounted_words
from tui.pages.page import Role
from tui.pages.views.registry import ego_view_id, pair_view_id

_CELL = 32
"""The side of a field. All lengths are in the units of the picture, about a pixel."""
_LONGEST = 18
_CHARACTER = 8
_HEAD = 30
_FITTING = 12
"""A picture of so many actors is made smaller where there is little room; a larger one scrolls."""
_SIGNS: dict[str, tuple[str, Role, str]] = {
    WITH: (SIGN_GLYPHS[WITH], "sign-with", SIGN_WORDS[WITH]),
    AGAINST: (SIGN_GLYPHS[AGAINST], "sign-against", SIGN_WORDS[AGAINST]),
    MIXED_GLYPH: (MIXED_GLYPH, "sign-mixed", "mixed"),
}


def matrix_picture(table: Matrix, anchors: Anchors) -> str:
    """The picture as SVG, of the first `MOST` actors."""
    number = min(MOST, len(table.actors))
    names = [shortened(name, _LONGEST) for name in table.names[:number]]
    edge = max(map(len, names), default=0) * _CHARACTER + 14
    kind = "matrix fitting" if number <= _FITTING else "matrix"
    width, height = edge + number * _CELL + 2, _HEAD + number * _CELL + 2
    parts = [f'<rect class="ground" x="{edge}" y="{_HEAD}" width="{number * _CELL}" height="{number * _CELL}"/>']
    for place in range(number):
        at = place * _CELL + _CELL / 2
        link = f'href="#{escape(anchors.fragment(ego_view_id(table.actors[place])))}"'
        name, label = escape(table.names[place]), escape(table.labels[place])
        parts.append(
            f'<a {link}><text class="row" x="{edge - 8}" y="{_HEAD + at + 5:g}">{escape(names[place])}</text></a>'
            f'<a {link} aria-label="{label}, {name}"><text class="column" x="{edge + at:g}" '
            f'y="{_HEAD - 9}"><title>{name}</title>{label}</text></a>'
        )
        parts.append(_diagonal(edge + place * _CELL, _HEAD + place * _CELL))
    parts += [_group_line(start, edge, number) for start in table.starts if 0 < start < number]
    cells = sorted({*table.signs, *table.unsigned, *table.marked})
    parts += [_cell(table, cell, edge, anchors) for cell in cells if max(cell) < number]
    return (
        f'<svg class="{kind}" role="group" aria-labelledby="matrix:.picture-title matrix:.picture-words" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<title id="matrix:.picture-title">Ties by sign</title><desc id="matrix:.picture-words">{number} actors in '
        "rows and columns, the sign of each pair in its field; the same as a table below the picture</desc>\n"
        f"{lines(parts)}\n</svg>"
    )


def _diagonal(x: float, y: float) -> str:
    return f'<path class="diagonal" d="M{x + 9:g} {y + 9:g}L{x + _CELL - 9:g} {y + _CELL - 9:g}"/>'


def _group_line(start: int, edge: int, number: int) -> str:
    """The lines at which a group of one camp and bloc begins."""
    at, end = start * _CELL, number * _CELL
    return f'<path class="group" d="M{edge} {_HEAD + at}h{end}M{edge + at} {_HEAD}v{end}"/>'


def _cell(table: Matrix, cell: tuple[int, int], edge: int, anchors: Anchors) -> str:
    row, column = cell
    x, y = edge + column * _CELL, _HEAD + row * _CELL
    pair = f"{table.names[row]} and {table.names[column]}"
    mark = table.mark(cell)
    if cell in table.signs:
        glyph, role, word = _SIGNS[table.signs[cell]]
        status = f", {table.statuses[cell]}" if cell in table.statuses else ""
        changed = f", {table.changes[cell]}" if cell in table.changes else ""
        words = f"{pair}: {glyph} {word}{status}{changed}"
        frame = f'<rect class="{role}" x="{x + 3}" y="{y + 3}" width="{_CELL - 6}" height="{_CELL - 6}" rx="4"/>'
    else:
        glyph, role, frame = cell_glyph("", unsigned=cell in table.unsigned), "dim", ""
        if cell in table.uncounted:
            told = uncounted_words(table.uncounted[cell])
        else:
            told = table.changes.get(cell, "only ties without a sign")
        words = f"{pair}: {told}"
    target = anchors.fragment(pair_view_id(table.actors[row], table.actors[column]))
    small = f'<tspan class="status">{escape(mark)}</tspan>' if mark else ""
    return (
        f'<a href="#{escape(target)}" aria-label="{escape(words)}">{frame}<text class="{role} glyph" '
        f'x="{x + _CELL / 2:g}" y="{y + _CELL / 2 + 5:g}"><title>{escape(words)}</title>{glyph}{small}</text></a>'
    )
