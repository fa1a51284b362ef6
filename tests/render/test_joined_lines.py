"""Text without the line breaks of its layout: paragraphs come back as they were, whatever the width."""

from __future__ import annotations

import pytest

from tests.dossiers import content
from tui import paths
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Block, Entry, Fields, Page, Para, Quotation, Section, Span, Title
from tui.pages.timeline_blocks import BranchEntry, TimelineEntry
from tui.render.joined_lines import joined_text, page_text
from tui.render.layout import lay_out

WORDS = "We have no reason to believe that this will happen soon"
CITE = (Span("¶5", "cite", "a#p5"),)


def page(*blocks: Block) -> Page:
    return Page("p", blocks)


def at(width: int, shown: Page) -> str:
    """All text of a page laid out at a width."""
    return joined_text(shown, lay_out(shown, width))


@pytest.mark.parametrize("width", [9, 20, 33, 74])
@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Para((Span(WORDS),)), WORDS),
        (Para((Span(WORDS),), CITE), f"{WORDS} ¶5"),
        (Para((Span("One line\nand  another, "), Span("linked", "name", "x"), Span(" here"))), None),
        (Para((Span("x" * 200),)), "x" * 200),
        (Quotation((Span(WORDS),)), f"“{WORDS}”"),
        (Section("Said by", 3, note=(Span("in all"),)), "Said by 3  in all"),
        (Entry(Span("+"), (Span(WORDS),), CITE), f"+ {WORDS} ¶5"),
        (Entry(Span("·"), (Span("Armenia"),), CITE, (Span(WORDS),)), f"· Armenia\n{WORDS} ¶5"),
        (Fields((("About", (Span(WORDS),)), ("Form", (Span("exact"),)))), None),
        (Title((Span("Armenia"),), (Span("state"),)), "Armenia  state"),
    ],
)
def test_a_paragraph_is_one_line_whatever_its_width(width: int, block: Block, text: str | None) -> None:
    shown = page(block)
    joined = at(width, shown)
    if text is None:
        spans = [span.text for span in getattr(block, "spans", ())]
        text = "".join(spans) or joined
    assert joined == text


def test_the_id_in_a_title_is_read_where_it_is_shown() -> None:
    shown = page(Title((Span("Armenia"),), (Span("state"),), id="armenia"))
    assert [at(width, shown) for width in (74, 33)] == ["Armenia  state  armenia"] * 2
    assert [at(width, shown) for width in (20, 9)] == ["Armenia  state"] * 2


def test_fields_have_a_line_each() -> None:
    shown = page(Fields((("About", (Span(WORDS),)), ("Form", (Span("exact"),)))))
    assert at(40, shown) == f"About  {WORDS}\nForm  exact"
    assert at(15, shown) == f"About: {WORDS}\nForm: exact"


def test_versions_side_by_side_are_read_one_after_the_other() -> None:
    versions = (((Span("Baku"),), (Span(WORDS),)), ((Span("Yerevan"),), (Span(f"{WORDS}, and yet it did"),)))
    shown = page(Comparison(versions))
    assert at(70, shown) == at(30, shown) == f"Baku\n{WORDS}\nYerevan\n{WORDS}, and yet it did"


def test_a_timeline_keeps_each_entry_together() -> None:
    when = ((Span("12 March 1957"),), (Span("“in the spring”"),))
    entry = TimelineEntry(Span("●"), when, (Span(WORDS),), CITE, rail="solid", gap=(Span("two years"),))
    assert at(74, page(entry)) == f"12 March 1957 “in the spring” ● {WORDS} ¶5\ntwo years"
    assert WORDS in at(40, page(entry))


def test_an_entry_of_a_tree_is_a_line_without_the_lines_beside_it() -> None:
    below = (Span("after the other one"),)
    entries = [BranchEntry((Span(WORDS),), CITE, below, joint, (True,)) for joint in ("branch", "next")]
    for width in (74, 40):
        assert at(width, page(*entries)) == f"{WORDS}\nafter the other one ¶5\nthen\n{WORDS}\nafter the other one ¶5"


def test_blank_rows_between_blocks_are_kept() -> None:
    assert at(20, page(Para((Span(WORDS),)), Para((Span("Then."),)))) == f"{WORDS}\n\nThen."


def test_a_part_of_a_paragraph_begins_and_ends_where_it_is_asked_to() -> None:
    shown = page(Para((Span("one two three four five six"),), CITE))
    layout = lay_out(shown, 10)
    assert [[piece.text for piece in row] for row in layout.rows[:2]] == [["one two"], ["three four"]]
    assert joined_text(shown, layout, (0, 4), (1, 5)) == "two three"
    assert joined_text(shown, layout, (1, 6), (9, 0)) == "four five six ¶5"
    assert joined_text(shown, layout, (0, 7), (0, 9)) == ""


def test_every_page_of_records_reads_the_same_at_every_width() -> None:
    dossier = content(paths.BUNDLED).dossier
    assert dossier is not None
    catalog = Catalog(dossier)
    for name in catalog.dossier.records:
        shown = catalog.page(name)
        assert shown is not None
        if any(isinstance(block, TimelineEntry) for block in shown.blocks):
            continue  # their dates are beside the words or before them
        wide = page_text(shown)
        for width in (40, 57):
            title, _, rest = at(width, shown).partition("\n\n")
            is_left_out = not title.endswith(f"  {name}")  # an id gives way where it has no room beside the title
            assert f"{title}{f'  {name}' if is_left_out else ''}\n\n{rest}" == wide, name
