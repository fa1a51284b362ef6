"""What a quote is cited for and against, what it contrasts with, who disputes it; quotations and reports told apart."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import facts_of, headings, page_of
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Block, Entry, Page, Section, Span
from tui.pages.truncation import MANY


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


def numbers(page: Page) -> dict[str, int | None]:
    return {block.title: block.number for block in page.blocks if isinstance(block, Section)}


def note(page: Page, heading: str) -> str:
    """What follows a heading on its row."""
    [section] = [block for block in page.blocks if isinstance(block, Section) and block.title == heading]
    return "".join(span.text for span in section.note)


def test_a_quote_is_cited_against_only_what_its_speaker_denies() -> None:
    catalog = pages(
        record("actors", id="x"),
        record("quotes", speaker="b"),
        record("claims", id="c-denied", status="contested", denied_by=["b"], counter=["q"]),
        record("claims", id="c-denied-by-another", status="contested", denied_by=["x"], counter=["q"]),
        record("ledger", counter=["q"]),
        record("ledger", id="l-denied", status="contested", by=["a"], denied_by=["b"], counter=["q"]),
        record("alliances", quotes=["q"]),
    )
    page = page_of(catalog, "q")
    records = {"c-denied", "c-denied-by-another", "l", "l-denied", "t"}
    assert links(below(page, "Cited against")) & records == {"c-denied", "l-denied"}
    assert links(below(page, "Contrasts with")) & records == {"c-denied-by-another", "l"}
    assert links(below(page, "Cited for")) & records == {"t"}


def test_two_accusations_that_are_set_against_each_other_are_shown_once() -> None:
    catalog = pages(
        record("quotes"),
        record("quotes", id="r", speaker="b", text="No, they began it."),
        record("claims", quotes=["q"], counter=["r"]),
        record("claims", id="d", by=["b"], quotes=["r"], counter=["q"]),
    )
    page = page_of(catalog, "q")
    assert "d" in links(below(page, "Contrasts with"))
    assert below(page, "Contrasting quotes") == []


def test_whoever_denies_what_a_quote_is_cited_for_is_one_entry() -> None:
    catalog = pages(
        record("quotes"),
        record("quotes", id="r", speaker="b", text="Nothing of the sort."),
        record("alliances", status="denied", by=["a"], denied_by=["b"], quotes=["q", "r"]),
        record("claims", status="denied", denied_by=["b"], quotes=["q"], counter=["r"]),
        record("claims", id="d", status="denied", denied_by=["b"], quotes=["q"]),
    )
    [entry] = below(page_of(catalog, "q"), "Who disputes it")
    assert "Nothing of the sort." in "".join(span.text for span in spans_of(entry))


def test_a_heading_counts_all_who_dispute_though_only_the_first_are_shown() -> None:
    many = MANY + 100
    cast = [record("actors", id=f"x{n}") for n in range(many)]
    quotes = [record("quotes", id=f"r{n}", speaker=f"x{n}") for n in range(many)]
    denials = [
        record("claims", id=f"c{n}", status="denied", quotes=["q"], denied_by=[f"x{at}" for at in half])
        for n, half in enumerate((range(MANY + 50), range(MANY + 50, many)))
    ]
    contrasts = record("claims", quotes=["q"], counter=[f"r{n}" for n in range(many)])
    page = page_of(pages(*cast, record("quotes"), *quotes, *denials), "q")
    assert numbers(page)["Who disputes it"] == many
    assert numbers(page_of(pages(*cast, record("quotes"), *quotes, contrasts), "q"))["Contrasting quotes"] == many


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
        assert headings(page_of(catalog, f"{prefix}a"))[:2] == ["Member of", "Ties without a sign"]
        assert headings(page_of(catalog, f"{prefix}b"))[:1] == ["Members"]
    assert "∘ no sign 1" in page_of(catalog, "ego:a").text()
    assert "∘ no sign" not in page_of(catalog, "ego:b").text()
    assert "no tie with a sign" in page_of(catalog, "ego:b").text()
