"""All words of an actor about a subject, by speaker."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.pages.page_text import bundled, headings, page_of, text_of
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog


def test_own_words_come_first_then_those_of_whoever_speaks_for_the_actor() -> None:
    page = page_of(Catalog(bundled()), "said:armenia:russia")
    assert headings(page) == ["Armenia", "Hovik Abrahamyan", "Artsrun Hovhannisyan"]
    assert "Armenia about Russia" in text_of(page)
    assert "said:russia:armenia" in page.links(), "the other direction is a link away"


def test_without_a_subject_all_words_are_shown() -> None:
    page = page_of(Catalog(bundled()), "said:hasanov")
    assert {"q-hasanov-expects-comment", "q-hasanov-asks-israel"} <= set(page.links())


def test_a_subject_may_be_any_record() -> None:
    page = page_of(Catalog(bundled()), "said:dubnov:e-turkmenistan-reports")
    assert "q-dubnov-disinformation" in page.links()


def test_words_that_are_later_are_numbered() -> None:
    quote = record("quotes", date="1958", about=["b"])
    of = loaded(HEAD + record("sources") + record("actors") + record("actors", id="b") + quote)
    page = page_of(Catalog(of, DEFAULT_SCOPE._replace(moment=parse_date("1957"))), "said:a:b")
    assert "No words recorded." in text_of(page)
    assert "As of 1957: 1 later quote not shown" in text_of(page)


@pytest.mark.parametrize("name", ["said:nobody", "said:q-armenia-complains", "said:armenia:nothing"])
def test_it_is_about_an_actor_and_a_record(name: str) -> None:
    assert Catalog(bundled()).page(name) is None
