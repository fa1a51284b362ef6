"""The front page and the view about the dossier: one screen, every item a way in, nothing unsure told as a fact."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tests.pages.page_text import bundled, facts_of, headings, in_words, page_of
from tui.dossier.network.scope import Scope
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.chart_blocks import Bars
from tui.pages.page import Entry, Fields, Page, Section
from tui.pages.views.overview import opening
from tui.pages.views.registry import VIEWS
from tui.pages.when import moment_link
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text

BUNDLED, SMALL_CATALOG = Catalog(bundled()), Catalog(loaded(SMALL))
SHARE = re.compile(r"\S [\d,]+ (?:reported|attributed|judged|contested|denied|inferred)")
"""The numbers below the bar."""
PANELS = {
    f"panel:{one}" for one in ("actors", "quotes", "alliances", "ledger", "claims", "events", "sources", "network")
}


def front(catalog: Catalog) -> Page:
    return page_of(catalog, "overview:")


def catalog_of(*records: str, head: str = "") -> Catalog:
    sides = 'dossier = 1\ntitle = "A dossier"\nsides = ["a", "b"]\n'
    return Catalog(loaded(dossier_of(*records, head=head or sides)))


def rows_of(page: Page) -> list[str]:
    """What each of the sides is told to be tied to."""
    values = [spans for block in in_words(page) if isinstance(block, Fields) for _, spans in block.rows]
    return ["".join(span.text for span in spans) for spans in values]


def lines(page: Page) -> list[str]:
    """The entries of Home, without the numbers below the bar and the line that says where to start."""
    told = [
        f"{block.mark.text} {''.join(span.text for span in (*block.spans, *block.tail))}"
        for block in in_words(page)
        if isinstance(block, Entry) and not block.apart
    ]
    return [line for line in told if not SHARE.match(line)]


def shares(page: Page) -> str:
    """How many statements have each status."""
    [line] = [
        f"{before.text} {''.join(span.text for span in block.spans)}"
        for bar, block in pairwise(page.blocks)
        if isinstance(bar, Bars) and isinstance(block, Entry)
        for before in (block.mark,)
    ]
    return line


def notes(page: Page) -> dict[str, str]:
    """Heading -> what follows it on its row."""
    return {
        block.title: "".join(span.text for span in block.note) for block in page.blocks if isinstance(block, Section)
    }


def tie(name: str, kind: str, other: str, status: str = "reported") -> str:
    denied_by = ["b"] if status in ("contested", "denied") else None
    return record("alliances", id=name, between=["a", other], kind=kind, status=status, by=["a"], denied_by=denied_by)


def people(*names: str) -> tuple[str, ...]:
    return tuple(record("actors", id=name.lower(), name=name) for name in names)


def test_the_front_page_of_the_bundled_dossier_fits_the_smallest_screen() -> None:
    text = plain_text(front(BUNDLED), 74)
    assert len(lay_out(front(BUNDLED), 74, 21).rows) <= 21
    assert "…" not in text
    assert "and 1 more" not in text
    assert "• and" not in text


@pytest.mark.parametrize("catalog", [BUNDLED, SMALL_CATALOG], ids=["bundled", "small"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_leads_only_to_what_there_is(catalog: Catalog, view: str) -> None:
    page = catalog.page(f"{view}:")
    if page is None:
        return
    dates = [link.removeprefix("moment:") for link in page.links() if link.startswith("moment:")]
    moments = {moment_link(parse_date(date)) for date in dates}
    known = {*catalog.dossier.records, *PANELS, *(f"panel:{panel}" for panel in PANELS), *moments}
    assert [link for link in page.links() if link.partition("#")[0] not in known and catalog.page(link) is None] == []


@pytest.mark.parametrize(("status", "is_listed"), [("contested", True), ("denied", True), ("judgement", False)])
def test_a_claim_that_somebody_contests_or_denies_is_on_the_front_page(status: str, is_listed: bool) -> None:
    denied_by = ["b"] if status == "denied" else []
    page = front(catalog_of(record("claims", status=status, denied_by=denied_by)))
    assert ("c" in page.links()) == is_listed


def test_every_row_of_the_front_page_leads_on() -> None:
    for block in front(BUNDLED).blocks:
        match block:
            case Section():
                assert block.link
            case Entry():
                assert any(span.link for span in (*block.spans, *block.tail))
            case Fields():
                assert all(head.link for head in block.headings)


def test_it_says_who_stands_with_whom_against_whom_and_without_a_sign_in_glyph_and_word() -> None:
    catalog = catalog_of(
        *people("Friend", "Foe", "Bloc"),
        tie("t1", "aid", "friend"),
        tie("t2", "rivalry", "foe"),
        tie("t3", "trade", "bloc"),
    )
    assert rows_of(front(catalog))[0] == "+ with Friend  − against Foe  ∘ no sign Bloc"


def test_membership_is_told_as_such() -> None:
    catalog = catalog_of(
        record("actors", id="bloc", name="Bloc", kind="igo"),
        *people("Market"),
        record("alliances", id="t1", kind="bloc-membership", between=None, from_="a", to="bloc"),
        tie("t2", "trade", "market"),
    )
    assert rows_of(front(catalog))[0] == "∘ no sign Market  member of Bloc"


def test_a_membership_keeps_its_status_and_a_bloc_its_members() -> None:
    bloc = record("actors", id="bloc", name="Bloc", kind="igo")
    keys = {"kind": "bloc-membership", "between": None, "to": "bloc"}
    ties = (
        record("alliances", id="t1", from_="a", status="judgement", by=["b"], **keys),
        record("alliances", id="t2", from_="b", **keys),
    )
    head = 'dossier = 1\ntitle = "A dossier"\nsides = ["a", "bloc"]\n'
    rows = rows_of(front(catalog_of(bloc, *ties, head=head)))
    assert rows == ["member of ◇ judgement: Bloc", "members Actor b; ◇ judgement: An actor"]


def test_with_and_against_is_mixed_and_stands_under_neither_sign() -> None:
    page = front(catalog_of(*people("Both"), tie("t1", "aid", "both"), tie("t2", "rivalry", "both")))
    assert rows_of(page)[0] == "~ mixed Both"


def test_what_is_judged_or_said_by_somebody_has_its_status_beside_it() -> None:
    page = front(
        catalog_of(*people("One", "Two"), tie("t1", "aid", "one", "judgement"), tie("t2", "aid", "two", "attributed"))
    )
    assert rows_of(page)[0] == "+ with » attributed: Two; ◇ judgement: One"


@pytest.mark.parametrize("status", ["contested", "denied", "inferred"])
def test_a_tie_that_is_not_settled_is_left_out_and_the_row_says_so(status: str) -> None:
    catalog = catalog_of(*people("Other"), tie("t", "aid", "other", status))
    assert rows_of(front(catalog))[0] == "no settled tie; 1 unsettled"
    catalog.set_scope(Scope(statuses=frozenset()))
    assert f"{status}: Other" in plain_text(front(catalog), 50)
    assert "1 unsettled" not in front(catalog).text()


def test_a_dossier_without_sides_shows_who_has_the_most_ties() -> None:
    catalog = catalog_of(*people("Hub"), tie("t1", "aid", "hub"), head='dossier = 1\ntitle = "T"\nsides = []\n')
    assert headings(front(catalog))[0] == "Who has the most ties"
    assert {"hub", "a"} <= set(front(catalog).links())
    assert "Hub       +" in plain_text(front(catalog), 74)


def test_three_sides_have_a_row_each_and_of_many_the_others_are_named() -> None:
    names = [f"S{number}" for number in range(9)]
    head = f'dossier = 1\ntitle = "T"\nsides = [{", ".join(f"{chr(34)}{one.lower()}{chr(34)}" for one in names[:3])}]\n'
    assert list(facts_of(front(catalog_of(*people(*names), head=head)))) == names[:3]
    head = head.replace("]", "".join(f', "{one.lower()}"' for one in names[3:]) + "]")
    facts = facts_of(front(catalog_of(*people(*names), head=head)))
    assert list(facts) == [*names[:4], "And"]
    assert facts["And"] == "S4, S5, S6, S7, S8"


@pytest.mark.parametrize(
    ("outcome", "voiced", "told"),
    [
        ("unmet", "complaint", "! An actor about Actor b↯ unmet"),
        ("refused", "demand", "‼ An actor to Actor b⊘ refused"),
        ("none-recorded", "request", "? An actor to Actor b␣ none recorded"),
        ("open", "request", "? An actor to Actor b○ open"),
        ("met", "complaint", ""),
        ("unmet", "none", ""),
        ("unmet", "praise", ""),
    ],
)
def test_a_grievance_or_request_has_its_voice_and_what_came_of_it(outcome: str, voiced: str, told: str) -> None:
    page = front(catalog_of(record("ledger", outcome=outcome, voiced=voiced)))
    assert [line for line in lines(page) if line[0] in "!‼?"] == ([told] if told else [])
    assert ("Grievances and requests" in headings(page)) == bool(told)
    assert ("open" in page.text()) == (outcome == "open")
    assert ("l" in page.links()) == bool(told)


def test_complaint_request_and_demand_are_told_apart_in_the_heading() -> None:
    rows = (record("ledger", id=f"l-{one}", voiced=one) for one in ("request", "complaint", "demand"))
    assert notes(front(catalog_of(*rows)))["Grievances and requests"] == "! complaint, ‼ demand, ? request"


def test_an_inferred_grievance_is_not_among_the_others_and_the_heading_says_so() -> None:
    page = front(
        catalog_of(
            record("ledger", voiced="complaint", status="inferred"), record("ledger", id="l2", voiced="complaint")
        )
    )
    assert notes(page)["Grievances and requests"] == "! complaint; 1 unsettled row"
    assert "l" not in page.links()
    assert "l2" in page.links()


def test_alike_grievances_share_a_line_whose_outcome_leads_to_all_of_them() -> None:
    rows = [record("ledger", id=f"l{name}", expecting=name, of="o", voiced="complaint") for name in "ab"]
    page = front(catalog_of(*people("O"), *rows))
    assert [line for line in lines(page) if line[0] in "!‼?"] == ["! An actor, Actor b about O○ open"]
    assert not {"la", "lb"} & set(page.links())
    assert page.links().count("grievances:") == 2


def test_grievances_of_different_status_are_not_merged() -> None:
    statuses = {"a": "reported", "b": "judgement"}
    rows = [
        record("ledger", id=f"l{name}", expecting=name, of="o", voiced="complaint", status=status, by=["s"])
        for name, status in statuses.items()
    ]
    page = front(catalog_of(*people("O"), *rows))
    assert [line for line in lines(page) if line[0] in "!‼?"] == [
        "! An actor about O○ open",
        "! Actor b about O○ open ◇ judgement",
    ]
    assert {"la", "lb"} <= set(page.links())


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        (("reported", "reported"), "⊘ refused, ↯ unmet"),
        (("reported", "attributed"), "⊘ refused; ↯ unmet » attributed"),
        (("attributed", "judgement"), "⊘ refused » attributed; ↯ unmet ◇ judgement"),
        (("attributed", "attributed"), "⊘ refused, ↯ unmet » attributed"),
    ],
)
def test_each_outcome_has_the_mark_of_its_status_unless_it_is_reported(statuses: tuple[str, str], told: str) -> None:
    outcomes = zip(("refused", "unmet"), statuses, strict=True)
    rows = [
        record("ledger", id=f"l-{outcome}", voiced="complaint", outcome=outcome, status=status, by=["a"])
        for outcome, status in outcomes
    ]
    assert [line for line in lines(front(catalog_of(*rows))) if line[0] == "!"] == [f"! An actor about Actor b{told}"]


def test_each_outcome_of_merged_rows_has_the_mark_of_its_status() -> None:
    rows = [
        record("ledger", id=f"l-{name}", expecting=name, of="o", voiced="demand", status="attributed", by=[name])
        for name in "ab"
    ]
    page = front(catalog_of(*people("O"), *rows))
    assert [line for line in lines(page) if line[0] == "‼"] == ["‼ An actor, Actor b to O○ open » attributed"]


def test_who_speaks_for_another_is_named_and_with_each_outcome_where_they_differ() -> None:
    rows = [
        record("ledger", id=f"l-{by}", expecting="a", of="o", voiced="demand", status="attributed", by=[by])
        for by in "xy"
    ]
    told = [line for line in lines(front(catalog_of(*people("O", "X", "Y"), rows[0]))) if line[0] == "‼"]
    assert told == ["‼ An actor to O, said by X○ open » attributed"]
    told = [line for line in lines(front(catalog_of(*people("O", "X", "Y"), *rows))) if line[0] == "‼"]
    assert told == ["‼ An actor to O○ open » attributed, said by X; ○ open » attributed, said by Y"]


def test_a_group_is_named_with_a_small_letter_inside_a_line() -> None:
    group = record("actors", id="g", name="Partners of b", kind="group")
    page = front(catalog_of(group, record("ledger", of="g", voiced="demand")))
    assert "‼ An actor to partners of b○ open" in lines(page)


def test_of_many_grievances_nobody_is_left_out_for_the_sake_of_anothers_second() -> None:
    names = [f"N{number}" for number in range(20)]
    rows = [record("ledger", id=f"l{one.lower()}", of=one.lower(), voiced="complaint") for one in names]
    rows.append(record("ledger", id="last", expecting="b", of="a", voiced="complaint"))
    page = front(catalog_of(*people(*names), *rows))
    assert "last" in page.links()
    assert "• and 14 more of 21 rows" in lines(page)


def test_quotations_and_reports_of_what_was_said_are_counted_apart() -> None:
    modes = enumerate(("direct", "fragment", "indirect"))
    catalog = catalog_of(*(record("quotes", id=f"q{number}", mode=mode) for number, mode in modes))
    assert "2 quotations, 1 reported statement" in front(catalog).text()
    assert "quotes" not in front(catalog).text()
    assert "panel:quotes" in front(catalog).links()


def test_a_grievance_of_one_row_leads_to_it_and_the_outcomes_of_several_to_the_view() -> None:
    outcomes = {"l1": "refused", "l2": "unmet", "l3": "unmet"}
    rows = [record("ledger", id=name, outcome=outcome, voiced="complaint") for name, outcome in outcomes.items()]
    page = front(catalog_of(*rows))
    assert [line for line in lines(page) if line[0] in "!‼?"] == ["! An actor about Actor b⊘ refused, ↯ 2 unmet"]
    assert "l1" in page.links()
    assert not {"l2", "l3"} & set(page.links())


def blame(first: str = "contested", second: str = "contested") -> tuple[str, ...]:
    """Two parties that blame each other, each in a quote that contradicts what the other says."""
    words = (record("quotes", id=f"q-{name}", speaker=name) for name in "ab")
    claims = (
        record("claims", id="ca", text="B did it.", by=["a"], status=first, quotes=["q-a"], counter=["q-b"]),
        record("claims", id="cb", text="A did it.", by=["b"], status=second, quotes=["q-b"], counter=["q-a"]),
    )
    return (*words, *claims)


@pytest.mark.parametrize(("status", "glyph"), [("contested", "≠"), ("attributed", "»")])
def test_who_is_to_blame_is_told_by_both_parties(status: str, glyph: str) -> None:
    page = front(catalog_of(*blame(status, status)))
    assert lines(page)[:2] == [f"{glyph} B did it.said by An actor", f"{glyph} A did it.in contrast, by Actor b"]
    assert headings(page)[-1] == "How certain 2 records are, and what is contested"


def test_every_contested_matter_has_a_line_ties_and_events_too() -> None:
    sides = {"status": "contested", "by": ["a"], "denied_by": ["b"]}
    catalog = catalog_of(
        record("claims", text="It rained.", **sides),
        record("alliances", kind="aid", **sides),
        record("events", title="A meeting", **sides),
    )
    said = "said by An actor · denied by Actor b"
    assert lines(front(catalog))[:3] == [
        f"≠ It rained.{said}",
        f"≠ An actor – Actor b  aid{said}",
        f"≠ A meeting  event{said}",
    ]


def test_a_contested_tie_that_a_contested_claim_is_about_is_the_same_matter() -> None:
    sides = {"status": "contested", "by": ["a"], "denied_by": ["b"]}
    page = front(catalog_of(record("claims", about=["t"], **sides), record("alliances", kind="aid", **sides)))
    assert len([line for line in lines(page) if "said by" in line]) == 1


def test_what_is_contested_and_has_no_line_is_counted_in_the_heading_and_shown_on_the_view() -> None:
    sides = {"status": "contested", "by": ["a"], "denied_by": ["b"]}
    records = (
        record("quotes", speaker="b"),
        record("claims", id="c1", counter=["q"], about=["t"], **sides),
        record("claims", id="c2", text="A tale.", by=["b"], status="contested", quotes=["q"]),
        record("alliances", kind="aid", **sides),
    )
    page = front(catalog_of(*records))
    assert notes(page)["How certain 3 records are, and what is contested"] == "2 more contested"
    assert {"c1", "c2", "t"} <= set(page_of(catalog_of(*records), "versions:").links())
    assert notes(front(catalog_of(records[3])))["How certain 1 record is, and what is contested"] == ""


def test_what_is_not_there_at_the_moment_is_left_out_of_the_numbers_and_says_why() -> None:
    dates: tuple[dict[str, str], ...] = ({"start": "1950", "end": "1960"}, {"start": "1980"}, {})
    ties = (record("alliances", id=f"t{at}", kind="aid", **dated) for at, dated in enumerate(dates))
    catalog = catalog_of(*ties)
    catalog.set_moment(parse_date("1970"))
    assert notes(front(catalog))["How certain 1 record is"] == "2 ended or later, left out"
    catalog.set_moment(parse_date("1955"))
    assert notes(front(catalog))["How certain 2 records are"] == "1 later, left out"


def test_who_is_only_quoted_in_contrast_to_a_claim_is_named_with_the_place_of_these_words() -> None:
    claim = record("claims", status="attributed", counter=["q"])
    line = "» A statement.said by An actor · contrasting: Actor b"
    assert lines(front(catalog_of(record("quotes", speaker="b"), claim)))[0] == line
    at_place = record("quotes", speaker="b", cite="s#p2")
    assert lines(front(catalog_of(at_place, claim)))[0] == f"{line} ¶2"


def test_those_who_deny_a_claim_are_named_once_whatever_they_claim_instead() -> None:
    words = record("quotes", speaker="b")
    claims = (
        record("claims", id="c1", status="contested", denied_by=["b"], counter=["q"]),
        record("claims", id="c2", text="A tale.", by=["b"], status="contested", quotes=["q"]),
    )
    page = front(catalog_of(words, *claims))
    assert "c1" in page.links()
    assert "c2" not in page.links()
    assert "c2" in page_of(catalog_of(words, *claims), "versions:").links()


def test_what_is_contested_has_who_says_it_and_who_denies_it() -> None:
    claim = record("claims", text="It rained.", status="contested", by=["x"], denied_by=["y"])
    page = front(catalog_of(*people("X", "Y"), claim))
    assert "≠ It rained.said by X · denied by Y" in lines(page)
    assert "c" in page.links()


@pytest.mark.parametrize("status", ["reported", "attributed", "judgement", "inferred"])
def test_what_is_not_contested_is_not_told_as_such(status: str) -> None:
    page = front(catalog_of(record("claims", status=status)))
    assert "c" not in page.links()
    assert headings(page) == ["How certain 1 record is"]


def test_the_statements_are_counted_by_how_sure_they_are() -> None:
    assert shares(front(SMALL_CATALOG)) == (
        "● 3 reported  » 1 attributed  ◇ 2 judged  ≠ 1 contested  × 4 denied  ∴ 1 inferred"
    )


def test_an_empty_dossier_is_its_title_and_says_which_keys_to_press() -> None:
    page = front(Catalog(loaded('dossier = 1\ntitle = "Nothing yet"\n')))
    assert page.text().startswith("Nothing yet ")
    assert "? shows the keys" in page.text()
    assert page.links() == ["about:"]


def test_a_huge_dossier_has_a_front_page_of_bounded_length() -> None:
    names = [f"Actor{number}" for number in range(120)]
    ties = (tie(f"t{number}", "aid", name.lower()) for number, name in enumerate(names))
    claims = (record("claims", id=f"c{number}", status="contested", denied_by=["b"]) for number in range(50))
    page = front(catalog_of(*people(*names), *ties, *claims))
    assert plain_text(page, 74).count("\n") < 30
    assert "and 115 more" in page.text()
    assert "• and 47 more" in lines(page)


# The summary.


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("Short.", "Short."),
        ("One sentence here. " + "word " * 60, "One sentence here."),
        ("One here. Two here. " + "word " * 60, "One here. Two here."),
        (
            f"He met Dr. Low and the U.S. envoy {'word ' * 24}once. More.",
            f"He met Dr. Low and the U.S. envoy {'word ' * 24}once.",
        ),
        ("He said “enough.” " + "word " * 60, "He said “enough.”"),
        ("word " * 29 + "word", "word " * 29 + "word"),
    ],
)
def test_a_long_summary_is_shown_to_the_end_of_a_sentence(summary: str, shown: str) -> None:
    assert opening(summary) == shown


def test_a_summary_without_an_end_is_cut_at_a_word_and_says_so() -> None:
    shown = opening("word " * 500)
    assert shown.endswith("word …")
    assert len(shown) <= 152


# What the front page has no room for.


def test_the_view_about_the_dossier_has_the_whole_summary_and_who_made_it() -> None:
    page = page_of(SMALL_CATALOG, "about:")
    facts = facts_of(page)
    assert SMALL_CATALOG.dossier.head.summary in plain_text(page).replace("\n", " ")
    assert facts["Sides"] == "Ilvane, Corvath"
    assert facts["Contents"] == (
        "8 actors, 1 place, 3 quotations, 1 reported statement, 6 ties, 2 ledger rows, 2 claims, 2 events, 2 sources"
    )
    assert facts["Excluded"].startswith("3 unsettled ties: 1 ≠ contested, 1 × denied, 1 ∴ inferred")
    assert facts["Editors"] == "The testers, A. Second"
    assert facts["Licence"] == "CC0-1.0"
    assert "May 1977" in page.text()
    assert "about:" in front(SMALL_CATALOG).links()


def test_what_nobody_wrote_is_not_told_about_the_dossier() -> None:
    page = Catalog(loaded('dossier = 1\ntitle = "Nothing yet"\n')).page("about:")
    assert page is not None
    assert facts_of(page).keys() & {"Sides", "Editors", "Licence", "Excluded"} == set()
