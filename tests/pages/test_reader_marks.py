"""The reader's own marks and notes wear a glyph and a word, and nobody takes a note for the dossier's."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.dossiers import SMALL, loaded
from tests.pages.page_text import headings, page_of, text_of
from tui.dossier.dossier import Dossier
from tui.dossier.marks import NO_MARKS, Marks
from tui.dossier.reported_only import reported_only
from tui.dossier.values.text import Safe
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Para, Section, Span
from tui.pages.reader_marks import mark_target, whole_target_words
from tui.screens.active_filters import ActiveFilters

COPY = [
    Safe("The locks are shut."),
    Safe("“We shall not ask twice.”"),
    *[Safe("More.")] * 3,
    Safe("Nobody cites this."),
]
"""A copy of the gazette."""


def dossier_with_copy() -> Dossier:
    dossier = loaded(SMALL)
    dossier.passages["gazette"] = COPY
    return dossier


def catalog_with(*marked: str, notes: Mapping[str, str] | None = None, dossier: Dossier | None = None) -> Catalog:
    """The small dossier, or another, with marks and notes."""
    catalog = Catalog(loaded(SMALL) if dossier is None else dossier)
    catalog.set_marks(Marks(frozenset(marked), {name: Safe(note) for name, note in (notes or {}).items()}))
    return catalog


def words(catalog: Catalog, name: str) -> str:
    return "".join(span.text for span in catalog.line(name).spans)


def test_a_marked_record_wears_a_glyph_in_lists_and_glyph_and_word_beside_its_title() -> None:
    plain, catalog = Catalog(loaded(SMALL)), catalog_with("ilvane")
    assert words(catalog, "ilvane") == f"★ {words(plain, 'ilvane')}"
    assert words(catalog, "corvath") == words(plain, "corvath")
    assert "★ marked" in text_of(page_of(catalog, "ilvane")).splitlines()[0]
    assert "★" not in text_of(page_of(catalog, "corvath"))


def test_a_marked_record_wears_its_glyph_among_others_on_a_page_and_as_the_centre_of_its_ties() -> None:
    catalog = catalog_with("q-pilot")
    assert "★" in text_of(page_of(catalog, "brenn")), "the page of the speaker lists the quote"
    assert words(catalog_with("ilvane"), "ego:ilvane").startswith("★ ")


def test_a_note_has_a_glyph_in_lists_and_stands_under_a_heading_that_says_whose_it_is() -> None:
    catalog = catalog_with(notes={"ilvane": "Which locks?\nAsk the [b]archive[/b]."})
    assert words(catalog, "ilvane").startswith("✎ ")
    page = page_of(catalog, "ilvane")
    place = next(number for number, block in enumerate(page.blocks) if isinstance(block, Section))
    heading, note = page.blocks[place], page.blocks[place + 1]
    assert heading == Section("Your note", note=(Span("not part of the dossier", "dim"),))
    assert note == Para((Span("Which locks?\nAsk the [b]archive[/b]."),))


def test_nothing_else_on_a_page_changes() -> None:
    plain = page_of(Catalog(loaded(SMALL)), "ilvane")
    noted = page_of(catalog_with(notes={"ilvane": "x"}), "ilvane")
    added = [block for block in noted.blocks if block not in plain.blocks]
    assert len(added) == 2
    assert [block for block in noted.blocks if block not in added] == list(plain.blocks)


def test_a_paragraph_of_a_source_has_its_mark_at_its_heading_and_its_note_below_its_text() -> None:
    notes = {"gazette#p2": "Compare the almanac.", "gazette#p6": "Why not?"}
    catalog = catalog_with("gazette#p2", notes=notes, dossier=dossier_with_copy())
    lines = text_of(page_of(catalog, "gazette")).splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("Paragraph 2 "))
    assert lines[place].endswith("★ marked")
    assert lines[place + 1 : place + 3] == [COPY[1], "✎ Your note: Compare the almanac."]
    assert lines[lines.index(COPY[-1]) + 1 :][:2] == ["nothing in the dossier cites it", "✎ Your note: Why not?"]
    assert sum("★" in line for line in lines) == 1


def test_every_paragraph_of_a_copy_can_be_selected() -> None:
    blocks = page_of(Catalog(dossier_with_copy()), "gazette").blocks
    by_link = {block.anchor: block.link for block in blocks if isinstance(block, Section) and block.anchor}
    assert {name: link for name, link in by_link.items() if link} == {"p6": "gazette#p6"}


def test_marks_that_change_are_shown_at_once_and_last_through_reported_only() -> None:
    catalog = catalog_with("ilvane")
    assert "★" in words(catalog, "ilvane")
    filters = ActiveFilters(catalog)
    filters.toggle_reported_only()
    assert "★" in words(filters.catalog, "ilvane")
    catalog.set_marks(NO_MARKS)
    assert "★" not in words(catalog, "ilvane")
    assert "★" not in text_of(page_of(catalog, "ilvane"))


# The view of them


def test_the_view_lists_marks_and_notes_by_kind_each_as_one_link_and_the_note_with_it() -> None:
    catalog = catalog_with("q-pilot", "corvath", "gazette#p2", notes={"ilvane": "Which?"}, dossier=dossier_with_copy())
    page = page_of(catalog, "marks:")
    assert headings(page) == ["Actors", "Quotes", "Paragraphs"]
    assert page.links() == ["ilvane", "corvath", "q-pilot", "gazette#p2"]
    assert [block.anchor for block in page.blocks if isinstance(block, Entry)] == page.links()
    lines = text_of(page).splitlines()
    assert lines[0].endswith("3 marks, 1 note")
    assert lines[lines.index("✎ Your note: Which?") - 1].startswith("✎  Ilvane")
    assert any("Ada Brenn: " in line for line in lines), "whose words they are"
    assert lines[-1].endswith(f"¶2  {COPY[1]}")


def test_what_is_not_in_the_dossier_any_more_is_listed_and_can_be_selected() -> None:
    page = page_of(catalog_with("gone", notes={"gone#p3": "Was it ¶3?"}), "marks:")
    assert headings(page) == ["Not in the dossier"]
    assert page.links() == ["marks:#gone", "marks:#gone#p3"]
    assert "✎ Your note: Was it ¶3?" in text_of(page)


def test_without_marks_the_view_says_how_to_mark() -> None:
    assert "Nothing is marked. In the app a record or a paragraph" in text_of(page_of(catalog_with(), "marks:"))


def test_under_reported_only_the_view_says_how_many_marks_are_left_out() -> None:
    dossier = reported_only(loaded(SMALL))
    assert dossier.whole is not None
    missing = next(name for name in dossier.whole.records if dossier.get(name) is None)
    lines = text_of(page_of(catalog_with(missing, "ilvane", dossier=dossier), "marks:")).splitlines()
    assert lines[-1] == "Reported only: 1 more marked or noted, left out."


# What a key is about


@pytest.mark.parametrize(
    ("name", "link", "part", "target"),
    [
        ("ilvane", "", "", "ilvane"),
        ("ilvane", "corvath", "", "ilvane"),
        ("gazette", "", "", "gazette"),
        ("gazette", "ilvane", "p2", "gazette#p2"),
        ("gazette#p3", "", "", "gazette#p3"),
        ("gazette#p3", "ilvane", "p1", "gazette#p1"),
        ("ilvane", "", "p2", "ilvane"),
        ("overview:", "q-pilot", "", "q-pilot"),
        ("overview:", "gazette#p2", "", "gazette#p2"),
        ("overview:", "panel:quotes", "", ""),
        ("overview:", "", "", ""),
        ("ego:ilvane", "", "", "ilvane"),
        ("ego:ilvane", "ego:corvath", "", "corvath"),
        ("ego:ilvane", "corvath", "", "corvath"),
        ("pair:corvath:ilvane", "", "", ""),
        ("pair:corvath:ilvane", "a-pact", "", "a-pact"),
        ("marks:", "ilvane", "q-pilot", "q-pilot"),
        ("marks:", "marks:#gone", "gone", "gone"),
        ("", "", "", ""),
    ],
)
def test_what_a_mark_is_about(name: str, link: str, part: str, target: str) -> None:
    assert mark_target(loaded(SMALL), name, link, part) == target


def test_a_notice_calls_what_is_marked_by_its_whole_name_or_by_what_it_is() -> None:
    dossier = loaded(SMALL)
    quote = next(name for name in dossier.records if name.startswith("q"))
    assert whole_target_words(dossier, "ilvane", 6) == "Ilvane"
    assert whole_target_words(dossier, "ilvane", 5) == "an actor"
    assert whole_target_words(dossier, quote, 5) == "a quote"
    assert whole_target_words(dossier, "gazette#p6", 80) == f"¶6 of {dossier.name('gazette')}"
    assert whole_target_words(dossier, "gazette#p6", 8) == "¶6"
