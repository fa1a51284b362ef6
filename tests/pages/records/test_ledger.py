"""The page of an expectation: in whose words it is voiced, and whether it is stated at all."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import facts_of, headings, page_of
from tui.pages.catalog import Catalog

EXACT, REPORTED = record("quotes", id="exact"), record("quotes", id="reported", mode="indirect")


def catalog_of(**keys: object) -> Catalog:
    return Catalog(loaded(dossier_of(EXACT, REPORTED, record("ledger", voiced="complaint", **keys))))


@pytest.mark.parametrize(
    ("quotes", "all_reported"), [(["exact"], False), (["exact", "reported"], False), (["reported"], True)]
)
def test_words_are_called_reported_only_where_none_of_them_is_exact(quotes: list[str], all_reported: bool) -> None:
    voiced = facts_of(page_of(catalog_of(quotes=quotes), "l"))["Voiced"]
    assert "An actor" in voiced
    assert ("reported" in voiced) == all_reported


def test_exact_words_and_reported_speech_are_listed_apart() -> None:
    page = page_of(catalog_of(quotes=["reported", "exact"]), "l")
    assert headings(page) == ["In these words", "Reported speech of An actor"]
    links = page.links()
    assert links.index("exact") < links.index("reported")


@pytest.mark.parametrize("stated", [True, False])
def test_it_is_said_whether_an_expectation_is_stated_or_inferred(stated: bool) -> None:
    facts = facts_of(page_of(catalog_of(stated=stated), "l"))
    assert facts["Expectation"].startswith("not stated") != stated


@pytest.mark.parametrize(("stated", "excepted"), [(True, False), (False, True), (None, False)])
def test_what_the_editor_reads_as_expected_is_not_said_to_be_reported(stated: bool | None, *, excepted: bool) -> None:
    keys = {} if stated is None else {"stated": stated}
    facts = facts_of(page_of(catalog_of(status="reported", **keys), "l"))
    assert facts["Status"].endswith("; but what was expected is the editor’s reading") == excepted
