"""What a quote is cited for, what it contradicts, and what it only answers; quotations and reports told apart."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import facts_of, headings, page_of
from tui.pages.catalog import Catalog
from tui.pages.page import Block, Entry, Page, Section, Span, spans_of


def pages(*records: str) -> Catalog:
    return Catalog(loaded(dossier_of(*records)))


def below(page: Page, heading: str) -> list[Block]:
    """The blocks under a heading."""
    found: list[Block] = []
    current = ""
    for block in page.blocks:
        if isinstance(block, Section):
            current = block.title
        elif current == heading:
            found.append(block)
    return found


def links(blocks: list[Block]) -> set[str]:
    return {span.link for block in blocks for span in spans_of(block)}


def note(page: Page, heading: str) -> str:
    """What follows a heading on its row."""
    [section] = [block for block in page.blocks if isinstance(block, Section) and block.title == heading]
    return "".join(span.text for span in section.note)


def test_only_what_a_quote_contradicts_stands_under_evidence_against() -> None:
    catalog = pages(
        record("quotes", speaker="b"),
        record("claims", counter=["q"]),
        record("ledger", counter=["q"]),
        record("alliances", quotes=["q"]),
    )
    page = page_of(catalog, "q")
    assert "c" in links(below(page, "Evidence against"))
    assert "l" not in links(below(page, "Evidence against"))
    assert "l" in links(below(page, "Answers or disputes"))
    assert "t" in links(below(page, "Cited for"))


def test_whatever_cites_a_quote_is_not_called_evidence() -> None:
    page = page_of(pages(record("quotes"), record("claims", quotes=["q"])), "q")
    assert headings(page) == ["Cited for"]


def test_the_quotes_of_an_actor_are_counted_as_quotations_and_reports() -> None:
    modes = ("direct", "indirect", "indirect")
    quotes = [record("quotes", id=f"q{n}", mode=mode, about=["b"], to=["b"]) for n, mode in enumerate(modes)]
    catalog = pages(*quotes)
    assert note(page_of(catalog, "a"), "Said") == "1 quotation, 2 reported statements"
    assert note(page_of(catalog, "b"), "Said to Actor b") == "1 quotation, 2 reported statements"
    assert note(page_of(catalog, "b"), "Said about Actor b") == "1 quotation, 2 reported statements"


def test_the_panel_of_quotes_is_counted_so_in_its_preview() -> None:
    quotes = [record("quotes", id=f"q{n}", mode=mode) for n, mode in enumerate(("fragment", "indirect"))]
    page = pages(*quotes).preview_page("panel:quotes")
    assert page is not None
    assert page.text().startswith("Quotes 1 quotation, 1 reported statement")
    assert note(page, "An actor") == "1 quotation, 1 reported statement"


@pytest.mark.parametrize(("mode", "said"), [("direct", False), ("fragment", False), ("indirect", True)])
def test_reported_speech_says_that_it_is(mode: str, said: bool) -> None:
    page = page_of(pages(record("quotes", mode=mode), record("claims", quotes=["q"])), "a")
    [entry] = [block for block in below(page, "Said") if isinstance(block, Entry)]
    assert (Span("reported speech", "dim") in entry.below) == said


def test_the_reported_speech_that_a_complaint_rests_on_is_not_called_words() -> None:
    rows = record("ledger", voiced="complaint", quotes=["q"])
    assert (
        facts_of(page_of(pages(record("quotes", mode="indirect"), rows), "l"))["Voiced"]
        == "! complaint in the reported speech of An actor"
    )
    assert facts_of(page_of(pages(record("quotes"), rows), "l"))["Voiced"] == "! complaint in the words of An actor"


def test_a_membership_has_a_heading_of_its_own_on_the_pages_of_both_ends() -> None:
    joined = record("alliances", kind="bloc-membership", between=None, from_="a", to="b")
    catalog = pages(record("actors", id="x"), joined, record("alliances", id="t2", between=["a", "x"], kind="trade"))
    for prefix in ("", "ego:"):
        assert headings(page_of(catalog, f"{prefix}a"))[:2] == ["Member of", "Neither with nor against"]
        assert headings(page_of(catalog, f"{prefix}b"))[:1] == ["Members"]
    assert "neither 1" in page_of(catalog, "ego:a").text()
    assert "neither" not in page_of(catalog, "ego:b").text()
    assert "no tie with a sign" in page_of(catalog, "ego:b").text()
