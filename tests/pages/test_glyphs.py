"""A glyph has one meaning, and is declared once."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from tests.project import code
from tui.dossier.values import vocabulary
from tui.pages.glyphs import EVERY
from tui.render.wrap import cells

GLYPHS = [glyph for glyphs in EVERY for glyph in glyphs.glyphs]
ELSEWHERE = "→·+−=!?*^~»↓“¶╲━╍┉"
"""Glyphs that are punctuation, part of words or strokes of a drawing as well."""


def test_a_glyph_has_one_meaning_wherever_it_stands() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for glyph in GLYPHS:
        meanings[glyph.glyph].add(glyph.meaning)
    assert {glyph: told for glyph, told in meanings.items() if len(told) > 1} == {}


@pytest.mark.parametrize("alike", ["×✗✕✖✘╳", "⊘∅⌀ø", "–—−¬", "◦∘°", "◊◇⋄", "≠≢≭"])
def test_of_glyphs_that_look_alike_only_one_has_a_meaning(alike: str) -> None:
    assert len({glyph.glyph for glyph in GLYPHS} & {*alike}) <= 1


def test_the_signs_of_ties_are_operators_which_fonts_draw_in_one_size() -> None:
    signs = (*vocabulary.SIGN_GLYPHS.values(), vocabulary.MIXED_GLYPH)
    assert {sign: unicodedata.category(sign) for sign in signs} == dict.fromkeys(signs, "Sm")


def test_no_two_glyphs_that_are_told_apart_mean_the_same() -> None:
    by_meaning: dict[str, set[str]] = defaultdict(set)
    for glyph in GLYPHS:
        by_meaning[glyph.meaning].add(glyph.glyph)
    assert {meaning: told for meaning, told in by_meaning.items() if len(told) > 1} == {}


def test_every_vocabulary_with_glyphs_is_in_the_table() -> None:
    declared: set[str] = set()
    for name, declaration in vars(vocabulary).items():
        if name.endswith("GLYPHS"):
            declared |= set(declaration.values())
        elif name.endswith("GLYPH"):
            declared.add(declaration)
    assert declared | {vocabulary.EMPTY_CELL, vocabulary.NOTHING_RECORDED} <= {glyph.glyph for glyph in GLYPHS}


def test_a_glyph_takes_one_cell() -> None:
    assert [glyph.glyph for glyph in GLYPHS if len(glyph.glyph) != 1 or cells(glyph.glyph) != 1] == []


def test_a_glyph_is_written_where_it_is_declared_and_nowhere_else() -> None:
    declared = {glyph.glyph for glyph in GLYPHS if glyph.glyph not in ELSEWHERE}
    found: dict[str, list[str]] = defaultdict(list)
    for folder in ("pages", "render", "widgets", "screens"):
        for path in sorted((code.ROOT / "tui" / folder).rglob("*.py")):
            for glyph in declared & set("".join(_strings(path))):
                found[glyph].append(path.name)
    own = {"★", "✎", "↑", "↓", "⇄", "≈", "†", "•"}
    assert {glyph: paths for glyph, paths in found.items() if glyph not in own or len(paths) > 1} == {}


def _strings(path: Path) -> list[str]:
    """The strings of a module that are no docstrings, if there is a glyph anywhere in it, or an escape for one."""
    text = path.read_text(encoding="utf-8")
    if not {glyph.glyph for glyph in GLYPHS} & set(text) and not re.search(r"\\[uUNx]", text):
        return []
    tree = code.tree(path)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    ]
