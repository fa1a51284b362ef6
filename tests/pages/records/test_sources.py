"""The page of a source that very many records cite shows some of each paragraph, and says how many more there are."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Page
from tui.pages.records import sources


def page_of(number: int, paragraphs: int) -> Page:
    """The page of a source that `number` actors cite: the first as a whole, the others a paragraph in turn."""
    cites = ["s", *(f"s#p{at % paragraphs + 1}" for at in range(number - 1))]
    actors = [record("actors", id=f"n-{at}", name=f"N {at}", cite=cite) for at, cite in enumerate(cites)]
    page = Catalog(loaded(dossier_of(*actors))).page("s")
    assert page is not None
    return page


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sources, "_MOST_CITING", 60)
    return 60


def listed(page: Page) -> int:
    return sum(isinstance(block, Entry) for block in page.blocks)


def test_all_are_shown_where_they_are_not_very_many(few: int) -> None:
    page = page_of(few - 10, 3)
    assert listed(page) >= few - 10
    assert "more records cite paragraph" not in page.text()


def test_of_very_many_some_of_each_paragraph_are_shown_and_all_are_counted(few: int) -> None:
    page = page_of(121, 3)
    assert listed(page) < 70
    text = page.text()
    assert text.count("40 records") == 3
    assert "and 25 more records cite paragraph 2" in text


def test_of_many_paragraphs_each_still_shows_some(few: int) -> None:
    assert listed(page_of(401, 20)) > 20 * 10
