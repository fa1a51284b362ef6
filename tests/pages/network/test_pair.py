"""Two actors: whatever either, and whoever speaks for it, said of the other."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import bundled, example, headings, page_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor
from tui.dossier.speech import about, words_of
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Page, Section

CAST = (
    record("actors", id="ministry", kind="body", part_of="a"),
    record("actors", id="minister", kind="person", roles=[{"title": "minister", "of": "ministry"}]),
    record("actors", id="envoy", kind="person", roles=[{"title": "envoy", "of": "b"}]),
    record("actors", id="paper", kind="media", side="a"),
    record("actors", id="z"),
)
HEAD = 'dossier = 1\ntitle = "T"\nsides = ["a", "b"]\n'


def pair(*records: str) -> Page:
    return page_of(Catalog(loaded(dossier_of(*CAST, *records, head=HEAD))), "pair:a:b")


def listed(page: Page, heading: str) -> list[str]:
    """The ids of the records under a heading."""
    links: list[str] = []
    current = ""
    for block in page.blocks:
        if isinstance(block, Section):
            current = block.title
        elif isinstance(block, Entry) and current == heading:
            links.append(next(span.link for span in block.spans if span.link[:1] in ("q", "c", "l")))
    return links


def test_quotes_by_those_who_speak_for_either_about_or_to_the_other_are_listed() -> None:
    page = pair(
        record("quotes", id="q-minister", speaker="minister", about=["b"]),
        record("quotes", id="q-envoy", speaker="envoy", to=["a"]),
        record("quotes", id="q-of-the-envoy", speaker="ministry", about=["envoy"]),
        record("quotes", id="q-elsewhere", speaker="minister", about=["z"]),
        record("quotes", id="q-paper", speaker="paper", about=["b"]),
    )
    assert listed(page, "Quotes that concern the two") == ["q-minister", "q-envoy", "q-of-the-envoy"]


def test_quotes_of_anybody_about_both_are_listed() -> None:
    page = pair(
        record("quotes", id="q-both", speaker="z", about=["a", "z", "b"]),
        record("quotes", id="q-one", speaker="z", about=["a"]),
    )
    assert listed(page, "Quotes that concern the two") == ["q-both"]


def test_quotations_and_reports_between_the_two_are_counted_apart() -> None:
    quotes = (record("quotes", id=f"q{n}", about=["b"], mode="indirect" if n else "direct") for n in range(3))
    [heading] = [block for block in pair(*quotes).blocks if isinstance(block, Section)]
    assert (heading.title, heading.number) == ("Quotes that concern the two", None)
    assert "".join(span.text for span in heading.note) == "1 quotation, 2 reported statements"


def test_claims_by_one_about_the_other_are_listed_apart_from_those_about_both() -> None:
    page = pair(
        record("claims", id="c-blame", by=["minister"], about=["b"]),
        record("claims", id="c-blame-back", by=["envoy"], about=["a"]),
        record("claims", id="c-denial", by=["z"], denied_by=["envoy"], about=["ministry"], status="denied"),
        record("claims", id="c-both", by=["minister"], about=["a", "b"]),
        record("claims", id="c-itself", by=["minister"], about=["a"]),
        record("claims", id="c-third", by=["z"], about=["b"]),
    )
    assert listed(page, "Claims about both") == ["c-both"]
    assert listed(page, "Claims of one that concern the other") == ["c-blame", "c-blame-back", "c-denial"]


def test_a_claim_about_a_tie_of_the_other_is_about_the_other() -> None:
    tie = record("alliances", between=["b", "z"], kind="aid")
    assert listed(
        pair(tie, record("claims", by=["minister"], about=["t"])), "Claims of one that concern the other"
    ) == ["c"]


@pytest.mark.parametrize(("expecting", "of"), [("ministry", "b"), ("b", "minister"), ("a", "envoy")])
def test_what_those_who_speak_for_them_expect_of_each_other_is_listed(expecting: str, of: str) -> None:
    assert listed(pair(record("ledger", expecting=expecting, of=of)), "Expected by one of the other") == ["l"]


def test_where_each_expects_something_the_heading_says_so() -> None:
    rows = record("ledger", id="l1", expecting="minister", of="b"), record("ledger", id="l2", expecting="b", of="a")
    assert listed(pair(*rows), "Expected of each other") == ["l1", "l2"]


def test_the_quotes_that_voice_and_answer_what_one_expects_of_the_other_are_listed() -> None:
    page = pair(
        record("quotes", id="q-complaint", speaker="a", about=["z"]),
        record("quotes", id="q-answer", speaker="b", about=["z"]),
        record("quotes", id="q-elsewhere", speaker="b", about=["z"]),
        record("ledger", expecting="a", of="b", quotes=["q-complaint"], counter=["q-answer"]),
        record("ledger", id="l2", expecting="a", of="z", counter=["q-elsewhere"]),
    )
    assert listed(page, "Quotes that concern the two") == ["q-complaint", "q-answer"]


@pytest.mark.parametrize(
    ("statement", "heading"),
    [
        (("ledger", {"expecting": "a", "of": "b", "status": "inferred"}), "Quotes linked by judgement or inference"),
        (("ledger", {"expecting": "a", "of": "b", "status": "reported"}), "Quotes that concern the two"),
        (("claims", {"about": ["a", "b"], "status": "judgement"}), "Quotes linked by judgement or inference"),
        (("claims", {"about": ["a", "b"], "status": "attributed"}), "Quotes that concern the two"),
    ],
)
def test_quotes_that_only_a_judgement_or_an_inference_links_to_the_two_are_apart(
    statement: tuple[str, dict[str, object]], heading: str
) -> None:
    table, keys = statement
    page = pair(record("quotes", speaker="z"), record(table, quotes=["q"], **keys))
    headed = {title: listed(page, title) for title in headings(page) if title.startswith("Quotes")}
    assert headed == {heading: ["q"]}


def test_a_quote_is_listed_once_where_it_concerns_the_two_anyway() -> None:
    page = pair(
        record("quotes", speaker="a", about=["b"]),
        record("ledger", expecting="a", of="b", quotes=["q"], status="inferred"),
    )
    assert [title for title in headings(page) if title.startswith("Quotes")] == ["Quotes that concern the two"]


@pytest.mark.parametrize(
    ("other", "answer", "heading"),
    [
        ("russia", "q-russia-justifies", "Quotes that concern the two"),
        ("belarus", "q-belarus-principles", "Quotes linked by judgement or inference"),
    ],
)
def test_in_the_bundled_dossier_a_complaint_of_armenia_has_the_answer_beside_it(
    other: str, answer: str, heading: str
) -> None:
    page = page_of(Catalog(bundled()), f"pair:armenia:{other}")
    assert answer in listed(page, heading)


def test_what_is_expected_among_the_parts_of_one_is_not() -> None:
    assert headings(pair(record("ledger", expecting="ministry", of="a"))) == []


def test_in_the_bundled_dossier_armenians_and_an_analyst_speak_of_russia() -> None:
    page = page_of(Catalog(bundled()), "pair:armenia:russia")
    speakers = {"hovhannisyan", "abrahamyan", "minasyan", "medvedev", "rogozin"}
    assert speakers <= set(page.links())


def test_in_the_bundled_dossier_the_two_sides_blame_each_other() -> None:
    page = page_of(Catalog(bundled()), "pair:armenia:azerbaijan")
    assert {"c-azerbaijan-aggressor", "c-armenian-provocation"} <= set(
        listed(page, "Claims of one that concern the other")
    )


def test_who_had_left_office_is_not_said_to_speak_for_the_body_or_to_expect_for_it() -> None:
    former = record("actors", id="former", kind="person", roles=[{"title": "m", "of": "a", "until": "1956"}])
    page = pair(
        former,
        record("quotes", id="q-then", speaker="former", about=["b"], date="1955"),
        record("quotes", id="q-later", speaker="former", about=["b"], date="1958"),
        record("ledger", id="l-then", expecting="former", of="b", date="1955"),
        record("ledger", id="l-later", expecting="former", of="b", date="1958"),
    )
    assert listed(page, "Quotes that concern the two") == ["q-then"]
    assert listed(page, "Expected by one of the other") == ["l-then"]


@pytest.mark.parametrize("dossier", [bundled(), example()], ids=["bundled", "example"])
def test_a_pair_has_all_that_the_words_of_one_about_the_other_have(dossier: Dossier) -> None:
    catalog = Catalog(dossier)
    states = [actor.id for actor in dossier.records_of(Actor) if actor.kind == "state"]
    for one, other in permutations(states, 2):
        quotes = {quote.id for quote in about(dossier, words_of(dossier, one), other)}
        assert quotes <= set(page_of(catalog, f"pair:{one}:{other}").links()), f"{one} about {other}"
