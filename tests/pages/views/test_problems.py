"""The page of the problems of a file: each with its place, its hint and the line that it is in."""

from __future__ import annotations

import pytest

from tests.dossiers import load_text
from tests.pages.page_text import text_of
from tui.pages.block_spans import spans_of
from tui.pages.page import Entry, Page, Para
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
