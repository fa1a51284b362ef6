"""The ties of one actor as a picture: the actor in the middle, those against it left, those with it right.

A reported tie is a solid line, one that is attributed, judged or unsettled a broken line; both have their sign, and a
word in their title.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from unicodedata import east_asian_width

from tui.dossier.values.vocabulary import STATUS_GLYPHS
from tui.export.html.lines import lines
from tui.export.html.spans import SpanWriter, class_of
from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.pages.page import Role, Span, Spans

_ROW = 30
"""The height of one arm. All lengths are in the units of the picture, about a pixel."""
_ARM = 84
"""The width of the lines to the names of one side."""
_CHARACTER = 8
"""About the width of a character."""
_LONGEST, _SHORTEST = 20, 9
"""The most characters of a name, and the fewest for which there is room."""
_TOP = 30
"""The height of the titles over both sides."""
_SIGNS: tuple[tuple[str, Role, str], ...] = (("−", "sign-against", "against"), ("+", "sign-with", "with"))


def ego_picture(diagram: EgoDiagram, page: str, spans: SpanWriter) -> str:
    """The picture as SVG. `page` is the id of the page that it is on."""
    name = shortened(diagram.centre.text, _LONGEST)
    box = max(70, _width(name) * (_CHARACTER + 1) + 24)
    rows = max(len(diagram.left), len(diagram.right), 1)
    height = _TOP + rows * _ROW + 8
    left = _room(diagram.left)
    width = left + box + _room(diagram.right)
    middle = _TOP + rows * _ROW / 2
    parts = [
        *_side(diagram, 0, left, middle, rows, spans),
        *_side(diagram, 1, left + box, middle, rows, spans),
        f'<rect class="centre" x="{left}" y="{middle - 17:g}" width="{box}" height="34" rx="6"/>',
        f'<text class="centre" x="{left + box / 2:g}" y="{middle + 5:g}">{escape(name)}</text>',
    ]
    label, told = f"{page}.ego-title", f"{page}.ego-words"
    counts = [f"{len(arms)} {word}" for arms, word in ((diagram.left, "against"), (diagram.right, "with")) if arms]
    return (
        f'<svg role="group" aria-labelledby="{label} {told}" '
        f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">'
        f'<title id="{label}">{escape(diagram.centre.text)} and its ties</title>'
        f'<desc id="{told}">{", ".join(counts)} it; in words below the picture</desc>\n'
        f"{lines(parts)}\n</svg>"
    )


def _room(arms: Sequence[Arm]) -> int:
    """The width of the arms of one side with the names at their ends."""
    if not arms:
        return 4
    longest = max(_width(arm.end.text) + 2 * len(_statuses(arm.words)) for arm in arms)
    return _ARM + _CHARACTER * max(_SHORTEST, min(_LONGEST, longest)) + 8


def _side(diagram: EgoDiagram, number: int, edge: float, middle: float, rows: int, spans: SpanWriter) -> list[str]:
    """The arms of one side, of which the centre has its edge at `edge`: 0 is the left one, 1 the right one."""
    arms = (diagram.left, diagram.right)[number]
    glyph, role, word = _SIGNS[number]
    if not arms:
        return []
    outward = 1 if number else -1
    end, anchor = edge + outward * _ARM, "start" if number else "end"
    parts = [
        f'<text class="{role} side" x="{end + outward * 4:g}" y="14" text-anchor="{anchor}">'
        f"{glyph} {escape(diagram.titles[number])}</text>"
    ]
    top = middle - len(arms) * _ROW / 2
    for place, arm in enumerate(arms):
        y = top + place * _ROW + _ROW / 2
        bend, meet = edge + outward * _ARM * 0.45, end - outward * 9
        title = f"{diagram.centre.text} {glyph} {word} {arm.end.text}: {_in_words(arm)}"
        parts.append(
            f"<g><title>{escape(title)}</title>"
            f'<path class="{role} {arm.line}" d="M{edge:g} {middle:g}C{bend:g} {middle:g} {bend:g} {y:g} '
            f'{meet - outward * 9:g} {y:g}H{meet:g}"/>'
            f'<circle class="{role}" cx="{meet - outward * 7:g}" cy="{y:g}" r="8"/>'
            f'<text class="{role} glyph" x="{meet - outward * 7:g}" y="{y + 4.5:g}">{glyph}</text>'
            f"{_name(arm, end + outward * 4, y + 5, anchor, spans)}</g>"
        )
    return parts


def _name(arm: Arm, x: float, y: float, anchor: str, spans: SpanWriter) -> str:
    """The name at the end of an arm, a link, and the glyphs of the statuses on which it rests."""
    marks = [f"<tspan{class_of(span.role)}> {escape(span.text)}</tspan>" for span in _statuses(arm.words)]
    name = spans.write((arm.end._replace(text=shortened(arm.end.text, _LONGEST - 2 * len(marks)), role="text"),))
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{name}{"".join(marks)}</text>'


def _statuses(words: Spans) -> Sequence[Span]:
    """The glyphs of the statuses of the ties of an arm; none where one of them is reported."""
    lines: list[list[Span]] = [[]]
    for span in words:
        if span.text == "\n":
            lines.append([])
        elif span.role.startswith("status-"):
            lines[-1].append(span._replace(text=span.text.strip()))
    if not all(lines):
        return ()
    used = {span.text: span for line in lines for span in line}
    return [used[glyph] for glyph in STATUS_GLYPHS.values() if glyph in used]


def _in_words(arm: Arm) -> str:
    return "".join(span.text for span in arm.words).replace("\n", "; ").strip()


def shortened(text: str, most: int) -> str:
    """A name cut to a width of `most` characters; one of a wide script counts two."""
    if _width(text) <= most:
        return text
    kept, width = "", 0
    for char in text[:most]:
        width += _width(char)
        if width >= most:
            break
        kept += char
    return f"{kept.rstrip()}…"


def _width(text: str) -> int:
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)
