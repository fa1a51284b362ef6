"""One record as an item on another record's page: how it reads from each end, and from outside."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tests.pages.page_text import facts_of, page_of
from tui.dossier.values.vocabulary import TieKind
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Role, Section, Spans
from tui.pages.records.sections import entry, section
from tui.render.plain_text import plain_text

SMALL_BOOK = Catalog(loaded(SMALL))


def catalog_of(*records: str) -> Catalog:
    people = record("actors", id="x", name="Xanth"), record("actors", id="y", name="Ysmar")
    return Catalog(loaded(dossier_of(*people, *records)))


def shown(catalog: Catalog, name: str, page: str = "") -> Entry:
    """The item of the record `name` on the page of the record `page`."""
    return entry(catalog.builder, catalog.dossier.records[name], page)


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def lines(entry: Entry) -> tuple[str, str, str, str]:
    """Mark, words, second line and tail."""
    return entry.mark.text, said(entry.spans), said(entry.below), said(entry.tail)


# Ties.

ENDS = {
    "defence-pact": ("defence pact to Ysmar", "defence pact from Xanth"),
    "arms-supply": ("arms supply to Ysmar", "arms supply from Xanth"),
    "aid": ("aid to Ysmar", "aid from Xanth"),
    "trade": ("trade to Ysmar", "trade from Xanth"),
    "base-hosting": ("base hosting for Ysmar", "base hosting by Xanth"),
    "diplomatic-support": ("diplomatic support for Ysmar", "diplomatic support by Xanth"),
    "rhetorical-support": ("rhetorical support for Ysmar", "rhetorical support by Xanth"),
    "hostility": ("hostility towards Ysmar", "hostility by Xanth"),
    "rivalry": ("rivalry towards Ysmar", "rivalry by Xanth"),
    "sanctions": ("sanctions on Ysmar", "sanctions by Xanth"),
    "bloc-membership": ("bloc membership in Ysmar", "bloc membership of Xanth"),
    "territorial-claim": ("territorial claim against Ysmar", "territorial claim by Xanth"),
    "mediation": ("mediation for Ysmar", "mediation by Xanth"),
}
"""A tie from Xanth to Ysmar: as it reads on the page of either."""


@pytest.mark.parametrize("kind", ENDS)
def test_a_directed_tie_reads_from_either_end(kind: str) -> None:
    catalog = catalog_of(record("alliances", between=None, from_="x", to="y", kind=kind))
    assert (said(shown(catalog, "t", "x").spans), said(shown(catalog, "t", "y").spans)) == ENDS[kind]


@pytest.mark.parametrize("kind", get_args(TieKind))
def test_a_tie_between_actors_is_with_the_others(kind: str) -> None:
    catalog = catalog_of(record("alliances", between=["x", "y", "a"], kind=kind))
    assert said(shown(catalog, "t", "y").spans) == f"{kind.replace('-', ' ')} with Xanth, An actor"


@pytest.mark.parametrize("keys", [{"between": ["x", "y"]}, {"between": None, "from": "x", "to": "y"}])
def test_a_tie_from_outside_names_both_ends(keys: dict[str, Any]) -> None:
    arrow = "–" if keys["between"] else "→"
    entry = shown(catalog_of(record("alliances", **keys, kind="aid")), "t", "s")
    assert said(entry.spans) == f"Xanth {arrow} Ysmar  aid"
    assert [span.link for span in entry.spans if span.link] == ["x", "y", "t"]


def test_a_tie_has_its_sign_its_terms_and_what_it_rests_on() -> None:
    tie = record("alliances", kind="aid", status="attributed", by=["x", "s"], terms="At cost.", cite=["s#p2", "s"])
    assert lines(shown(catalog_of(tie), "t", "a")) == (
        "+",
        "aid with Actor b",
        "At cost.",
        "» attributed · Xanth, the author, ¶2 and whole text",
    )


def test_a_tie_of_another_kind_has_its_terms_in_place_of_the_kind() -> None:
    tie = record("alliances", kind="other", between=None, **{"from": "x", "to": "y"}, terms="Sent two barges.")
    catalog = catalog_of(tie)
    assert lines(shown(catalog, "t", "y"))[1:3] == ("from Xanth: Sent two barges.", "")
    assert lines(shown(catalog, "t", "x"))[1:3] == ("to Ysmar: Sent two barges.", "")
    assert lines(shown(catalog, "t", "s"))[1:3] == ("Xanth → Ysmar: Sent two barges.", "")
    assert "t" in {span.link for span in shown(catalog, "t", "y").spans}


@pytest.mark.parametrize(
    ("kind", "status", "sign"),
    [
        ("aid", "reported", "+ with"),
        ("aid", "inferred", "+ with  if it holds; not counted"),
        ("trade", "inferred", "none"),
    ],
)
def test_the_page_of_a_tie_says_its_sign_or_that_it_has_none(kind: str, status: str, sign: str) -> None:
    catalog = catalog_of(record("alliances", kind=kind, status=status))
    assert facts_of(page_of(catalog, "t"))["Sign"] == sign


@pytest.mark.parametrize(("kind", "mark"), [("aid", "+"), ("sanctions", "−"), ("mediation", "∘")])
def test_the_mark_of_a_tie_is_its_sign(kind: str, mark: str) -> None:
    entry = shown(catalog_of(record("alliances", kind=kind)), "t", "a")
    assert (entry.mark.text, entry.mark.role) == (
        mark,
        {"+": "sign-with", "−": "sign-against", "∘": "sign-neither"}[mark],
    )


# Quotes.


def test_a_quote_has_its_words_then_who_to_whom_and_when() -> None:
    quote = record("quotes", speaker="x", to=["y", "a"], act="demand", date_text="at noon", cite="s#p4")
    assert lines(shown(catalog_of(quote), "q", "s")) == (
        " ",
        "“Words.”",
        "Xanth · demand · to Ysmar, An actor · “at noon”",
        "¶4",
    )


def test_a_quote_says_no_more_than_is_known() -> None:
    assert lines(shown(catalog_of(record("quotes", speaker="x")), "q")) == (" ", "“Words.”", "Xanth", "whole text")


def test_a_report_of_words_is_marked_and_stands_without_quotation_marks() -> None:
    entry = shown(catalog_of(record("quotes", mode="indirect")), "q")
    assert lines(entry)[:2] == ("›", "Words.")
    for mode in ("direct", "fragment"):
        assert lines(shown(catalog_of(record("quotes", mode=mode)), "q"))[:2] == (" ", "“Words.”")


def test_the_record_whose_page_it_is_is_no_link_there() -> None:
    catalog = catalog_of(record("quotes", speaker="x", to=["y"]))
    assert [span.link for span in shown(catalog, "q", "x").below if span.link] == ["y"]
    assert [span.link for span in shown(catalog, "q", "y").below if span.link] == ["x"]
    assert said(shown(catalog, "q", "x").below) == said(shown(catalog, "q", "y").below) == "Xanth · to Ysmar"


# Expectations.


@pytest.mark.parametrize(
    ("page", "words"),
    [("x", "to Ysmar: Rice."), ("y", "Xanth: Rice."), ("a", "Xanth to Ysmar: Rice."), ("", "Xanth to Ysmar: Rice.")],
)
def test_an_expectation_names_those_whose_page_it_is_not(page: str, words: str) -> None:
    row = record("ledger", expecting="x", of="y", expected="Rice.", voiced="request")
    entry = shown(catalog_of(row), "l", page)
    assert said(entry.spans) == words
    assert entry.spans[-1].link == "l"


@pytest.mark.parametrize(
    ("voiced", "words", "name"),
    [
        ("complaint", "Xanth about partners of x: Rice.", "complaint by Xanth about partners of x"),
        ("warning", "Xanth about partners of x: Rice.", "warning by Xanth about partners of x"),
        ("praise", "Xanth about partners of x: Rice.", "praise by Xanth about partners of x"),
        ("request", "Xanth to partners of x: Rice.", "request by Xanth to partners of x"),
        ("demand", "Xanth to partners of x: Rice.", "demand by Xanth to partners of x"),
        ("none", "Xanth expects of partners of x: Rice.", "what Xanth expects of partners of x"),
    ],
)
def test_an_expectation_reads_as_its_voice_has_it_in_its_entry_and_its_name(voiced: str, words: str, name: str) -> None:
    group = record("actors", id="g", name="Partners of x", kind="group")
    catalog = catalog_of(group, record("ledger", expecting="x", of="g", expected="Rice.", voiced=voiced))
    assert said(shown(catalog, "l", "").spans) == words
    assert catalog.dossier.name("l") == name


@pytest.mark.parametrize(
    ("voiced", "outcome", "mark", "below"),
    [
        ("complaint", "unmet", "!", "complaint → ↯ unmet"),
        ("request", "no-response", "?", "request → ◌ no response"),
        ("demand", "refused", "‼", "demand → ⊘ refused"),
        ("warning", "contested", "^", "warning → ≠ contested"),
        ("praise", "met", "*", "praise → ✓ met"),
        ("none", "none-recorded", "␣", "no speaker recorded → ␣ none recorded"),
        ("none", "partly", "␣", "no speaker recorded → ◐ partly"),
        ("none", "open", "␣", "no speaker recorded → ○ open"),
    ],
)
def test_an_expectation_tells_its_voice_and_what_came(voiced: str, outcome: str, mark: str, below: str) -> None:
    entry = shown(catalog_of(record("ledger", voiced=voiced, outcome=outcome)), "l")
    assert lines(entry)[0] == mark
    assert lines(entry)[2] == below


@pytest.mark.parametrize(
    ("outcome", "role"),
    [
        ("met", "good"),
        ("unmet", "bad"),
        ("refused", "bad"),
        ("no-response", "bad"),
        ("open", "open"),
        ("partly", "open"),
    ],
)
def test_an_outcome_has_the_role_of_how_good_it_is(outcome: str, role: str) -> None:
    entry = shown(catalog_of(record("ledger", outcome=outcome)), "l")
    assert entry.below[-1].role == f"outcome-{role}"


# Events and claims.


def test_an_event_has_its_title_then_when_and_where() -> None:
    event = record("events", date="1977-03", date_text="in March", place="Sill", status="contested", by=["x"])
    assert lines(shown(catalog_of(event), "e", "a")) == (
        "□",
        "An event",
        "March 1977 · “in March” as printed · Sill",
        "≠ contested · Xanth, whole text",
    )


DATED = record("events", id="dated", date="1977")


def test_an_event_without_a_date_has_a_bullet_because_a_blank_mark_means_that_none_is_recorded() -> None:
    undated = record("events", date_text="at noon")
    assert lines(shown(catalog_of(undated, DATED), "e"))[::2] == ("•", "“at noon” as printed")
    assert lines(shown(catalog_of(undated), "e"))[::2] == ("•", "“at noon” as printed")


@pytest.mark.parametrize(
    ("dates", "said"),
    [(["1977", None], "Events 2  1 undated"), ([None], "Events 1  undated"), (["1977"], "Events 1")],
)
def test_the_heading_over_events_says_once_how_many_are_undated(dates: list[str | None], said: str) -> None:
    events = [record("events", id=f"e{at}", date=date, actors=["x"]) for at, date in enumerate(dates)]
    assert said in plain_text(page_of(catalog_of(*events, DATED), "x"), 74)
    if dates == [None]:
        assert "undated" not in plain_text(page_of(catalog_of(*events), "x"), 74)


@pytest.mark.parametrize(
    ("date", "mark"),
    [
        (None, "•"),
        ("1977-03-02", "■"),
        ("1977-03-02?", "□"),
        ("1977-03", "□"),
        ("1977-03-02/..", "▯"),
        ("1977-03-02/1977-03-19", "▮"),
        ("1977-03/1977-04-19", "▯"),
        ("[1977-03-02..1977-03-19]", "□"),
    ],
)
def test_the_mark_of_an_event_is_how_well_its_date_is_known(date: str | None, mark: str) -> None:
    assert lines(shown(catalog_of(record("events", date=date), DATED), "e"))[0] == mark


def test_a_place_that_is_an_actor_is_a_link_except_on_its_own_page() -> None:
    catalog = catalog_of(record("events", place="x"))
    assert said(shown(catalog, "e").below) == "in Xanth"
    assert [span.link for span in shown(catalog, "e").below if span.link] == ["x"]
    assert [span.link for span in shown(catalog, "e", "x").below if span.link] == []


def test_a_claim_has_its_words_then_who_says_and_who_denies_it() -> None:
    claim = record("claims", by=["x", "s"], denied_by=["y"], status="denied", cite="s#p3")
    assert lines(shown(catalog_of(claim), "c", "a")) == (
        "×",
        "A statement.",
        "said by Xanth, the author · denied by Ysmar",
        "× denied ¶3",
    )
    assert lines(shown(catalog_of(record("claims", by=["x"])), "c"))[2] == "said by Xanth"


@pytest.mark.parametrize("status", ["reported", "attributed", "judgement", "contested", "denied", "inferred"])
def test_the_mark_of_a_claim_is_its_status(status: str) -> None:
    entry = shown(catalog_of(record("claims", status=status, by=["x"], denied_by=["y"])), "c")
    assert entry.mark.role == f"status-{status}"
    assert entry.tail[0].text == f"{entry.mark.text} {status}"


# Others, and all of them.


@pytest.mark.parametrize(("name", "words"), [("x", "Xanth"), ("s", "A source")])
def test_an_actor_or_a_source_is_its_name(name: str, words: str) -> None:
    entry = shown(catalog_of(), name)
    assert lines(entry) == ("•", words, "", "")
    assert entry.spans[0].link == name


@pytest.mark.parametrize("name", SMALL_BOOK.dossier.records)
def test_every_item_leads_to_its_record_and_has_one_mark(name: str) -> None:
    entry = shown(SMALL_BOOK, name)
    assert name in [span.link for span in entry.spans]
    assert len(entry.mark.text) == 1


@pytest.mark.parametrize("name", SMALL_BOOK.dossier.records)
def test_every_span_has_a_role_that_there_is(name: str) -> None:
    page = SMALL_BOOK.page(name)
    assert page is not None
    used = {span.role for block in (*page.blocks, shown(SMALL_BOOK, name)) for span in spans_of(block)}
    assert used - set(get_args(Role)) == set()


def test_a_section_has_its_count_and_leaves_out_the_page_itself_and_what_is_not_there() -> None:
    catalog = catalog_of(record("claims"), record("claims", id="d"))
    heading, *entries = section(catalog.builder, "Claims", ["c", "d", "nonesuch"], "d")
    assert heading == Section("Claims", 1)
    assert [said(entry.spans) for entry in entries if isinstance(entry, Entry)] == ["A statement."]
    assert section(catalog.builder, "Claims", ["d"], "d") == []
    assert section(catalog.builder, "Claims", [], "") == []
