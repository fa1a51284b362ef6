"""The page of the problems of a file: each with its place, its hint and the line that it is in."""

from __future__ import annotations

import pytest

from tests.dossiers import load_text
from tests.pages.page_text import text_of
from tui.pages.block_spans import spans_of
from tui.pages.page import Entry, Page, Para, Section
from tui.pages.views.problems import counts, problems_page

FILLER = "# " + "a comment " * 900
"""A line that is longer than what is searched for line ends at a time."""


def excerpts(page: Page) -> list[str]:
    """The lines of the file that are quoted, as `number │ line`."""
    lines = ("".join(span.text for span in spans_of(block)) for block in page.blocks if isinstance(block, Para))
    return [line for line in lines if "│" in line]


@pytest.mark.parametrize("filler", ["", f"{FILLER}\n", "\n" * 9_000, f"{FILLER}\n\n" * 3])
def test_the_line_of_each_problem_is_quoted_however_far_down_it_is(filler: str) -> None:
    head = 'dossier = 1\ntitle = "T"\n'
    page = problems_page(load_text(f"{head}colour = 1\n{filler}[[actors]]\n{filler}id = 5\nname = 6\n"))
    actors = 4 + filler.count("\n")
    row = actors + 1 + filler.count("\n")
    assert excerpts(page) == [
        "3 │ colour = 1",
        f"{actors} │ [[actors]]",
        f"{row} │ id = 5",
        f"{row + 1} │ name = 6",
    ]


def test_errors_and_warnings_differ_in_glyph_and_word_and_show_their_hints() -> None:
    page = problems_page(load_text('dossier = 1\ntitel = "T"\n'))
    entries = [block for block in page.blocks if isinstance(block, Entry)]
    assert [(entry.mark.text, entry.spans[0].text) for entry in entries] == [("⊠", "error"), ("⊡", "warning")]
    assert "→ did you mean “title”?" in text_of(page)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('dossier = 1\ntitle = "T"\n', "no problem"),
        ('dossier = 1\ntitle = "T"\ncolour = 1\n', "1 warning"),
        ("dossier = 1\ncolour = 1\nsize = 2\n", "1 error, 2 warnings"),
    ],
)
def test_problems_are_counted_by_how_serious_they_are(text: str, said: str) -> None:
    assert counts(load_text(text)) == said


def many(number: int) -> Page:
    """The page of a file with so many unknown keys and, last, one key without a value it may have."""
    keys = "".join(f"colour-{at} = 1\n" for at in range(number))
    return problems_page(load_text(f'dossier = 1\ntitle = "T"\n{keys}[[actors]]\nid = 5\nname = "N"\nkind = "state"\n'))


def test_few_problems_are_all_whole_and_in_the_order_of_the_file() -> None:
    page = many(3)
    assert not any(isinstance(block, Section) for block in page.blocks)
    assert len(excerpts(page)) == 4


def test_many_problems_are_by_kind_with_errors_first_one_example_whole_and_a_line_for_each_other() -> None:
    page = many(40)
    headings = [block.title for block in page.blocks if isinstance(block, Section)]
    assert [heading.partition(": ")[2] for heading in headings] == ["1 error", "40 warnings"]
    assert len(excerpts(page)) == 2
    lines = [block for block in page.blocks if isinstance(block, Entry) and block.mark.text == "•"]
    assert "".join(span.text for span in lines[0].spans).startswith("line  4  ")
    assert [span.link for span in lines[-1].spans if span.link] == ["line:42:1"]
    assert len(page.links()) == 41


def test_of_very_many_problems_the_first_are_listed_and_the_errors_whatever_stands_before_them() -> None:
    page = many(700)
    headings = [block for block in page.blocks if isinstance(block, Section)]
    assert [heading.title.partition(": ")[2] for heading in headings] == ["1 error", "700 warnings"]
    assert "".join(span.text for span in headings[1].note) == "the first 499 of 700"
    assert "… and 201 more; karabakh-tui check lists all of them." in text_of(page)
