"""A legend has the signs that occur in what is shown, each once, and no punctuation."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from tests.pages.page_text import bundled, example
from tui.dossier.dossier import Dossier
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.glyphs import EVERY
from tui.pages.legend import TITLE, legend_in_columns, narrow_legend, signs_in
from tui.pages.page import Fields, Role, Section, Span
from tui.render.layout import lay_out


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return bundled()


def told(dossier: Dossier, written: Iterable[Span]) -> list[str]:
    return [f"{sign.glyph} {sign.word}".strip() for sign in signs_in(dossier, written)]


@pytest.mark.parametrize(
    ("text", "role", "signs"),
    [
        ("● reported", "status-reported", ["● reported"]),
        (" ≠", "status-contested", ["≠ contested"]),
        ("●●≠", "status-contested", ["● reported", "≠ contested"]),
        ("1 × denied", "status-denied", ["× denied"]),
        ("+◇", "sign-with", ["◇ judgement", "+ with"]),
        ("−1", "sign-against", ["− against"]),
        ("− ties", "label", ["− against"]),
        ("! ", "dim", ["! complaint"]),
        ("! complaint, ‼ demand", "dim", ["! complaint", "‼ demand"]),
        ("◌", "outcome-bad", ["◌ no response"]),
        ("␣ none recorded", "outcome-open", ["␣ none recorded"]),
        ("␣ no speaker recorded", "dim", ["␣ no speaker recorded"]),
        ("␣", "dim", ["␣ no speaker recorded"]),
        ("  ·   ·", "rule", ["· empty"]),
        ("·≠", "dim", ["≠ contested", "· empty"]),
        ("┄ perhaps   · not there", "dim", ["· empty"]),
        ("···━━━┄·", "text", ["· empty"]),
        ("23 perhaps there (≈), 4 undated", "text", ["≈ perhaps"]),
        ("2 +++, 17 ++−", "text", ["+ with", "− against"]),
        ("╲", "dim", ["╲ itself"]),
        ("──▲▲──", "chart", ["▲ moment"]),
        ("› ", "dim", ["› reported speech"]),
        ("Courier ¶6", "cite", ["¶ paragraph"]),
    ],
)
def test_a_sign_is_found_where_it_stands(dossier: Dossier, text: str, role: Role, signs: list[str]) -> None:
    assert told(dossier, [Span(text, role)]) == signs


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (" · ", "dim"),
        ("· a row that begins after a word", "dim"),
        (" · request · to ", "dim"),
        ("…", "dim"),
        ("Who was it ? Nobody * knows +1", "quote"),
        ("? what", "text"),
        ("a − pair within one", "dim"),
        ("¶ 5 of the decree", "quote"),
        ("Kyle ¶2, 1 more", "name"),
        ("╲", "sign-with"),
        ("He said (!) and (?)", "quote"),
    ],
)
def test_punctuation_and_the_words_of_a_source_are_no_signs(dossier: Dossier, text: str, role: Role) -> None:
    assert told(dossier, [Span(text, role)]) == []


def test_what_is_not_told_has_the_word_of_the_kind_of_sign_it_stands_among(dossier: Dossier) -> None:
    assert "␣ none recorded" in told(dossier, [Span("␣", "outcome-open"), Span("⊘", "outcome-bad")])
    assert "␣ no speaker recorded" in told(dossier, [Span("␣", "dim"), Span("! ", "dim")])


def test_the_sides_come_first_each_written_as_it_is_on_the_screen(dossier: Dossier) -> None:
    written = [Span("+ ", "sign-with"), Span("Baku", "side-two"), Span("Yerevan", "side-one")]
    first, second, _ = signs_in(dossier, written)
    assert (first.glyph, first.role) == (dossier.name(dossier.head.sides[0]), "side-one")
    assert (second.glyph, second.role) == (dossier.name(dossier.head.sides[1]), "side-two")
    assert [sign.role for sign in signs_in(dossier, written[:2])] == ["side-two", "sign-with"]


@pytest.mark.parametrize("dossier_of", [bundled, example])
def test_on_every_page_each_glyph_stands_in_the_legend_once(dossier_of: Callable[[], Dossier]) -> None:
    catalog = Catalog(dossier_of())
    statuses = {glyph.glyph for glyph in EVERY[0].glyphs}
    for name in ("alliances:", "ledger:", "claims:", "balance:", "coverage:", "timeline:", "home:", "matrix:"):
        if (page := catalog.page(name)) is None:
            continue
        pieces = [piece for row in lay_out(page, 74).rows for piece in row]
        glyphs = [sign.glyph for sign in signs_in(catalog.dossier, pieces)]
        assert len(glyphs) == len(set(glyphs))
        assert {piece.text.strip() for piece in pieces} & statuses <= set(glyphs)


def test_the_legend_says_the_meaning_beside_each_sign(dossier: Dossier) -> None:
    signs = signs_in(dossier, [Span("● reported", "status-reported"), Span("Armenia", "side-one")])
    heading, fields = legend_in_columns(signs, 26)
    assert isinstance(heading, Section)
    assert isinstance(fields, Fields)
    assert heading.title == TITLE
    assert [label.role for label in fields.labels] == ["side-one", "status-reported"]
    narrow = [" ".join(span.text.strip() for span in spans_of(entry)) for entry in narrow_legend(signs)[1:]]
    assert narrow[1] == "● reported the source states it in its own voice"


def test_where_nothing_occurs_there_is_no_legend(dossier: Dossier) -> None:
    assert legend_in_columns((), 26) == narrow_legend(()) == []
    assert signs_in(dossier, [Span("nothing but words")]) == ()
