"""The signs that occur in what is shown, with their meanings: the legend of a list and a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Protocol

from tui.dossier.dossier import Dossier
from tui.dossier.values.vocabulary import (
    EMPTY_CELL,
    ITSELF_GLYPH,
    MIXED_GLYPH,
    MOMENT_GLYPH,
    PARAGRAPH_GLYPH,
    SIGN_GLYPHS,
    WITHOUT_STATUS,
)
from tui.pages.glyphs import EVERY, FILLS, LINES, Glyph
from tui.pages.page import ARROW, Block, Entry, Fields, Role, Section, Span

TITLE = "Signs on the screen"
_PROSE = frozenset({"text", "name", "quote", "mention", "match", "side-one", "side-two"})
"""The roles of words of the dossier, in which a glyph is a sign only alone or right before its own word."""
_QUOTED = _PROSE - {"text"}
_LINES = str.maketrans("─╱╌/┈", "━━╍╍┉")
"""The other forms of the line of a tie: that of another sign, and in a triangle."""
_STROKES = tuple(line.glyph for line in LINES.glyphs[1:])
"""The lines of ties that nothing else is drawn with: before words they are signs in any role."""
_PLAIN = frozenset({"dim", "text", "strong", "label"})
"""The roles that say nothing about a glyph; one with another role has it wherever it is that sign."""
_ONLY_AS = {
    EMPTY_CELL: {"rule", "chart", "axis", "highlight"},
    ITSELF_GLYPH: {"dim"},
    WITHOUT_STATUS: {"dim"},
    PARAGRAPH_GLYPH: {"cite"},
    **{
        drawn.glyph: {"sign-with", "sign-against", "sign-mixed", "sign-neither"}
        for drawn in (*LINES.glyphs, *FILLS.glyphs)
    },
}
"""The roles in which a glyph that is punctuation or a stroke as well is a sign."""
_EMPTY = re.compile(rf"(?:  |{EMPTY_CELL}){EMPTY_CELL}|{EMPTY_CELL}[━┄]|^{EMPTY_CELL}\S")
"""An empty cell or time, and not a dot between two words."""
_TIE_SIGNS = frozenset((*SIGN_GLYPHS.values(), MIXED_GLYPH))
_GLYPHS: dict[str, list[Glyph]] = defaultdict(list)
for _glyph in (glyph for glyphs in EVERY for glyph in glyphs.glyphs):
    _GLYPHS[_glyph.glyph].append(_glyph)
_OWN: dict[str, set[str]] = defaultdict(set)
for _glyph in (glyph for declared in _GLYPHS.values() for glyph in declared if glyph.role not in _PLAIN):
    _OWN[_glyph.role].add(_glyph.glyph)
_SIDES: dict[Role, str] = {
    "side-one": "one side, and everybody on it",
    "side-two": "the other side, and everybody on it",
}


class Written(Protocol):
    """Text with a role, laid out or not."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def role(self) -> str:
        """The role, as of a span."""


def signs_in(dossier: Dossier, written: Iterable[Written]) -> tuple[Glyph, ...]:
    """The signs that occur in what is written, those that matter most first, the names of the two sides before all.

    A name stands in place of the glyph of a side, in the role in which names of the side are written.
    """
    shown = {(piece.text.rstrip(), piece.role) for piece in written}
    roles = {role for _, role in shown}
    found: dict[str, set[str]] = defaultdict(set)
    for text, role in shown:
        for glyph in _glyphs_of(text, role):
            found[glyph].update(_words_beside(glyph, text, role))
    sides = zip(dossier.head.sides[:2], _SIDES.items(), strict=False)
    signs = [Glyph(dossier.name(side), "", meaning, role) for side, (role, meaning) in sides if role in roles]
    for glyph, declared in _GLYPHS.items():
        if glyph in found:
            signs.append(_merged(declared, _in_company(glyph, found)))
    return tuple(signs)


def _glyphs_of(text: str, role: str) -> Iterable[str]:
    """The glyphs that are signs in a piece of text: at its beginning, alone or several without a blank between.

    In brackets they are signs too, and so are several signs of ties in one word (`+−−`).
    """
    if role.startswith("sign-"):
        text = text.translate(_LINES)
    first, _, rest = text.strip().partition(" ")
    if MOMENT_GLYPH in text and role not in _PROSE:
        yield MOMENT_GLYPH
    if role == "cite" and PARAGRAPH_GLYPH in text:
        yield PARAGRAPH_GLYPH
    if role not in _PROSE:
        yield from (stroke for stroke in _STROKES if f" {stroke} " in f" {text} ")
    run = first.rstrip("0123456789") if role not in _PROSE else first
    leads = bool(run) and all(char in _GLYPHS for char in run)
    if role not in _QUOTED and f" {ARROW.text} " in f" {text} ":
        yield ARROW.text
    signs = {char for word in text.replace(",", " ").split() if _is_row_of_signs(word) for char in word}
    for glyph in set(text) & _GLYPHS.keys():
        if glyph == EMPTY_CELL and _EMPTY.search(text):
            yield glyph
        if role not in _ONLY_AS.get(glyph, {role}) or glyph == PARAGRAPH_GLYPH:
            continue
        if role not in _QUOTED and (glyph in signs or f"({glyph})" in text):
            yield glyph
        alone = leads and glyph in run and (role not in _PROSE or not rest)
        if alone or (glyph in _OWN.get(role, ()) and glyph in text.split()) or _says_its_word(glyph, text):
            yield glyph


def _is_row_of_signs(word: str) -> bool:
    return len(word) > 1 and set(word) <= _TIE_SIGNS


def _says_its_word(glyph: str, text: str) -> bool:
    return any(f" {declared.glyph} {declared.word}" in f" {text}" for declared in _GLYPHS[glyph])


def _words_beside(glyph: str, text: str, role: str) -> set[str]:
    """The words of a glyph that has several, by the word beside it or else by its role; all where neither tells."""
    declared = _GLYPHS[glyph]
    beside = {each.word for each in declared if f" {glyph} {each.word}" in f" {text}"}
    return beside or {each.word for each in declared if each.role == role} or {each.word for each in declared}


def _in_company(glyph: str, found: Mapping[str, Set[str]]) -> Set[str]:
    """The words of a glyph that is found; of several those of which other glyphs of the same kind are found too."""
    words = found[glyph]
    kinds = [kind.glyphs for kind in EVERY if any(each.glyph == glyph and each.word in words for each in kind.glyphs)]
    beside = [kind for kind in kinds if any(each.glyph != glyph and each.glyph in found for each in kind)]
    if len(kinds) < 2 or not beside:
        return words
    return {each.word for kind in beside for each in kind if each.glyph == glyph} & words


def _merged(declared: list[Glyph], said: Set[str]) -> Glyph:
    words = dict.fromkeys(each.word for each in declared if each.word in said)
    first = next(each for each in declared if each.word in said)
    return first._replace(word=" or ".join(words))


def legend_in_columns(signs: Iterable[Glyph], column: int) -> list[Block]:
    """A legend as wide as a page: the signs in a column of `column` cells, their meanings beside it."""
    signs = tuple(signs)
    labels = tuple(Span(_label(sign), sign.role) for sign in signs)
    rows = tuple((label.text, (Span(sign.meaning),)) for label, sign in zip(labels, signs, strict=True))
    return [Section(TITLE), Fields(rows, column, headings=labels)] if rows else []


def narrow_legend(signs: Iterable[Glyph]) -> list[Block]:
    """A legend for little width: each sign with its word, its meaning after it."""
    entries: list[Block] = []
    for sign in signs:
        named = Span(sign.word, sign.role) if sign.word else Span(sign.glyph, sign.role)
        mark = Span(sign.glyph, sign.role) if sign.word else Span(" ")
        entries.append(Entry(mark, (named, Span(f"  {sign.meaning}", "dim"))))
    return [Section(TITLE), *entries] if entries else []


def _label(sign: Glyph) -> str:
    return f"{sign.glyph} {sign.word}".strip()
