"""What is said where something is not shown: below a list, on a page, on a picture."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.dossier.network.scope import Scope
from tui.dossier.reported_only import reported_only
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.network import network_lists
from tui.pages.omissions import KEY, list_omissions, record_omissions, view_omissions
from tui.pages.page import Block, Page
from tui.pages.truncation import having, part_of

WHOLE = loaded(SMALL)
PART = reported_only(WHOLE)


def words_of(blocks: Page | list[Block]) -> str:
    return "".join(
        span.text for block in (blocks.blocks if isinstance(blocks, Page) else blocks) for span in spans_of(block)
    )


def last_words(name: str) -> str:
    page = Catalog(PART).page(name)
    assert page is not None
    return words_of([page.blocks[-1]])


def test_the_whole_leaves_nothing_out_and_says_nothing() -> None:
    assert record_omissions(WHOLE, "ilvane") == []
    assert view_omissions(WHOLE, "overview:") == []
    assert list_omissions(WHOLE, "alliances") == ""
    assert Catalog(WHOLE).list_footer("alliances") == ""


@pytest.mark.parametrize(("table", "count"), [("alliances", 4), ("events", 1), ("ledger", 2), ("claims", 2)])
def test_below_a_list_stands_how_many_are_left_out_and_the_key_that_shows_them(table: str, count: int) -> None:
    assert list_omissions(PART, table) == f"{count} left out; {KEY} shows all"
    assert Catalog(PART).list_footer(table) == list_omissions(PART, table)


@pytest.mark.parametrize("panel", ["actors", "quotes", "sources", "home", "network", "balance"])
def test_below_a_list_of_which_nothing_is_missing_stands_nothing(panel: str) -> None:
    assert list_omissions(PART, panel) == ""


def test_a_page_counts_the_statements_about_its_record_that_are_left_out() -> None:
    gone = {
        one for ids in WHOLE.links.relations("norrow").values() for one in ids if WHOLE.get(one) and not PART.get(one)
    }
    assert len(gone) > 1
    assert last_words("norrow") == f"Reported only: {len(gone)} more statements about it are left out."


def test_one_statement_is_said_to_be_one() -> None:
    alone = next(
        name for name in PART.records if words_of(record_omissions(PART, name)).startswith("Reported only: 1 ")
    )
    assert "1 more statement about it is left out." in last_words(alone)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("aid", "aid An actor – Actor b: Grain, when asked"), ("other", "An actor – Actor b: Grain, when asked")],
)
def test_a_tie_that_is_left_out_is_named_with_its_terms(kind: str, said: str) -> None:
    tie = record("alliances", kind=kind, terms="Grain, when asked.", status="inferred")
    page = Catalog(loaded(dossier_of(tie))).page("ego:a")
    assert page is not None
    assert f"1 unsettled tie not counted: 1 ∴ inferred ({said})" in words_of(page)


def test_a_page_of_which_nothing_is_missing_says_nothing() -> None:
    assert record_omissions(PART, "a-quarrel") == []
    assert "left out" not in last_words("a-quarrel")


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("overview:", "9 more statements are"),
        ("coverage:", "9 more statements are"),
        ("about:", "9 more statements are"),
        ("timeline:", "1 more event is"),
        ("grievances:", "2 more ledger rows are"),
        ("versions:", "2 more claims are"),
        ("matrix:", "4 more ties are"),
        ("blocs:", "4 more ties are"),
        ("ego:corvath", "2 more ties are"),
        ("pair:ilvane:norrow", "2 more statements are"),
        ("pair:norrow:ilvane", "2 more statements are"),
        ("path:ilvane:corvath", "4 more ties are"),
    ],
)
def test_a_view_counts_what_is_left_out_of_what_it_is_about(view: str, words: str) -> None:
    assert last_words(view) == f"Reported only: {words} left out."


@pytest.mark.parametrize("view", ["ego:tamber", "pair:ilvane:corvath"])
def test_a_view_of_which_nothing_is_missing_says_nothing(view: str) -> None:
    page = Catalog(PART).page(view)
    assert page is not None
    assert "Reported only" not in words_of(page)


def test_the_matrix_on_the_screen_says_it_too_beside_what_the_filters_leave_out() -> None:
    told = "".join(span.text for span in network_lists.sign_table(Catalog(PART).builder).left_out)
    assert told == "Reported only: 4 more ties are left out."
    builder = Catalog(PART, Scope(kinds=frozenset({"hostility"}))).builder
    told = "".join(span.text for span in network_lists.sign_table(builder).left_out)
    assert told.startswith("1 tie not counted: 1 of excluded kinds\nReported only: 4 more ties")


def reported_page(name: str, *records: str) -> str:
    page = Catalog(reported_only(loaded(dossier_of(*records)))).page(name)
    assert page is not None
    return words_of(page)


@pytest.mark.parametrize(("view", "said"), [("pair:a:b", "no reported tie"), ("ego:a", "no reported tie")])
def test_ties_that_are_not_reported_are_not_said_to_be_missing_from_the_dossier(view: str, said: str) -> None:
    hidden = reported_page(view, record("alliances", status="judgement", by=["s"]))
    assert said in hidden
    assert "The dossier records no tie" not in hidden
    assert "The dossier records no tie" in reported_page(view)


def test_the_legends_say_reported_while_only_that_is_shown() -> None:
    ties = (
        record("alliances", kind="aid"),
        record("actors", id="k"),
        record("alliances", id="t2", kind="aid", between=["b", "k"]),
    )
    bloc = (
        record("actors", id="bloc", kind="igo"),
        record("alliances", id="t3", kind="bloc-membership", between=["a", "bloc"]),
    )
    for view, words in (("matrix:", "no tie with a sign"), ("blocs:", "no sign, nor membership in a bloc")):
        assert f"· {words} reported" in reported_page(view, *ties, *bloc)
        page = Catalog(loaded(dossier_of(*ties, *bloc))).page(view)
        assert page is not None
        assert f"· {words} recorded" in words_of(page)


def test_of_two_actors_all_that_stands_between_them_is_counted() -> None:
    left_out = (
        record("alliances", status="judgement", by=["s"]),
        record("ledger", expecting="a", of="b", status="inferred"),
        record("claims", about=["a", "b"], status="judgement", by=["s"]),
        record("claims", id="c2", about=["b"], by=["a"], status="attributed"),
    )
    assert "4 more statements are left out" in reported_page("pair:a:b", *left_out)


def test_the_denial_of_a_report_stands_beside_it_though_what_is_denied_is_left_out() -> None:
    records = (
        record("quotes", id="report", speaker="a", about=["b"]),
        record("quotes", id="denial", speaker="b", text="Nothing of it is true."),
        record(
            "claims",
            about=["a", "b"],
            by=["a"],
            denied_by=["b"],
            status="contested",
            quotes=["report"],
            counter=["denial"],
        ),
    )
    assert "Nothing of it is true." in reported_page("pair:a:b", *records)
    assert "Who disputes it" in reported_page("report", *records)


def test_a_sign_that_is_hidden_is_not_said_to_be_missing() -> None:
    bloc = record("actors", id="bloc", kind="igo"), record("alliances", kind="bloc-membership", between=["a", "bloc"])
    hidden = record("alliances", id="t2", kind="aid", status="judgement", by=["s"])
    assert "Its reported ties are memberships" in reported_page("ego:a", *bloc, hidden)
    assert "Its ties are memberships" in reported_page("ego:a", *bloc)


def test_of_three_actors_only_the_ties_between_them_are_counted() -> None:
    actors = record("actors", id="k"), record("actors", id="far")
    between = record("alliances", kind="aid", status="judgement", by=["s"])
    beyond = record("alliances", id="t2", kind="aid", between=["k", "far"], status="judgement", by=["s"])
    assert "1 more tie is left out" in reported_page("triangle:a:b:k", *actors, between, beyond)


def test_a_diagram_says_how_many_ties_the_facets_leave_out_beside_those_that_are_not_settled() -> None:
    ties = ["a-pact", "a-lamps", "a-quarrel"]
    page = Catalog(WHOLE, Scope(facets="kind:defence-pact,rivalry,trade")).page("blocs:")
    assert page is not None
    assert "outside “kind:defence-pact,rivalry,trade”" in words_of(page)
    assert [tie.id for tie in Scope(facets="kind:defence-pact").ties(WHOLE)] == ties[:1]
    assert "outside" not in words_of(Catalog(WHOLE).page("blocs:") or [])


def test_a_view_says_how_many_of_the_ties_it_leaves_out_it_would_have_shown() -> None:
    ties = (
        record("alliances", status="inferred"),
        record("alliances", id="t2", status="inferred", kind="aid"),
        record("alliances", id="t3", kind="hostility"),
    )
    catalog = Catalog(loaded(dossier_of(*ties).replace("sides = []", 'sides = ["a"]')))
    for view, words in (
        ("matrix:", "2 unsettled ties not counted: 2 ∴ inferred (1 of the 2 has a sign)"),
        ("blocs:", "2 unsettled ties not counted: 2 ∴ inferred (1 of the 2 has a place in this table)"),
        ("balance:", "2 unsettled ties: 2 ∴ inferred (1 of the 2 has a sign)"),
    ):
        page = catalog.page(view)
        assert page is not None
        assert words in words_of(page), view


def test_of_which_ties_a_part_is_told_is_said_in_words() -> None:
    assert [part_of(part, 2, "signed") for part in range(3)] == [
        "none of them signed",
        "1 of them signed",
        "all of them signed",
    ]
    assert [part_of(part, 1, "signed") for part in range(2)] == ["not signed", "signed"]


def test_how_many_have_what_a_view_shows_is_told_beside_all_of_them() -> None:
    assert [having(part, 4, "a sign") for part in range(5)] == [
        "none of the 4 has a sign",
        "1 of the 4 has a sign",
        "2 of the 4 have a sign",
        "3 of the 4 have a sign",
        "",
    ]
    assert [having(part, 1, "a sign") for part in range(2)] == ["without a sign", ""]


def test_the_numbers_of_what_is_left_out_add_up_to_the_number_before_them_in_every_view() -> None:
    ties = [
        record("alliances", id=f"t{number}", kind=kind, status=status, **more)
        for number, (kind, status, more) in enumerate(
            [
                ("aid", "contested", {"by": ["s"]}),
                ("trade", "inferred", {}),
                ("rivalry", "inferred", {}),
                ("trade", "inferred", {}),
                ("trade", "denied", {"by": ["s"], "denied_by": ["b"]}),
            ]
        )
    ]
    catalog = Catalog(loaded(dossier_of(*ties).replace("sides = []", 'sides = ["a"]')))
    for view in ("matrix:", "blocs:", "balance:"):
        page = catalog.page(view)
        assert page is not None
        [line] = [each for each in words_of(page).splitlines() if "5 unsettled ties" in each]
        parts = line.partition("5 unsettled ties")[2].partition(": ")[2].partition(" (")[0].split(", ")
        assert sum(int(part.split()[0]) for part in parts) == 5, line
        assert " (2 of the 5 have " in line, view
