"""Wordings that pages share."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.pages.page import Span
from tui.pages.phrases import part_about, quoted_part
from tui.pages.span_builder import SpanBuilder

LONG = f"{'The council met early. ' * 16}At noon Vessel Owners spoke of the tolls. {'It met again. ' * 20}".strip()


def test_a_text_that_is_short_enough_is_not_cut() -> None:
    assert part_about("Few words", 20, ("words",)) == ("", "Few words", "")


def test_a_long_text_is_cut_behind_a_word_with_the_ellipsis_outside_the_marks() -> None:
    assert quoted_part("One two three, four", 16) == "“One two three” …"
    assert quoted_part("One two three, four", 13) == "“One two three” …"


@pytest.mark.parametrize("most", [120, 160, 300])
def test_a_long_text_is_cut_around_the_name_for_whose_sake_it_is_shown(most: int) -> None:
    before, part, after = part_about(LONG, most, ("Nobody", "Vessel Owners"))
    assert (before, after) == ("… ", " …")
    assert "Vessel Owners spoke" in part
    assert len(part) <= most
    start = LONG.index(part)
    assert LONG[start - 1] == " "
    assert not LONG[start + len(part)].isalnum()


def test_what_is_named_near_the_beginning_or_the_end_is_cut_at_the_other_end_only() -> None:
    assert part_about(f"Vessel Owners spoke. {LONG}", 100, ("Vessel Owners",))[::2] == ("", " …")
    assert part_about(f"{LONG} Harbour", 100, ("Harbour",))[::2] == ("… ", "")


def test_a_quote_is_cut_around_what_it_is_wanted_about() -> None:
    dossier = loaded(
        HEAD
        + record("sources")
        + record("actors")
        + record("actors", id="b", name="The Owners", aliases=["Vessel Owners"])
        + record("quotes", text=LONG, speaker="a")
    )
    builder = SpanBuilder(dossier)
    [quote] = dossier.tables["quotes"]
    before, words, after = builder.excerpt(dossier.quote(quote.id), 150, about="b")
    assert (before, after) == (Span("… ", "dim"), Span(" …", "dim"))
    assert words.text[0] + words.text[-1] == "“”"
    assert "Vessel Owners" in words.text
    assert builder.excerpt(dossier.quote(quote.id), 150, about="a")[0].text.startswith("“The council met")
