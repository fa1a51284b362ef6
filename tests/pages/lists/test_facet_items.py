"""The facets of a list: which values stand under which field, with which mark, bar and number, and what they find."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import Scope
from tui.dossier.values.dates import parse_date
from tui.pages.lists.facet_items import FacetItems, bar
from tui.pages.lists.searches import Searches
from tui.pages.span_builder import SpanBuilder

WHOLE = loaded(SMALL)


def items_of(table: str, query: str = "", dossier: Dossier = WHOLE) -> FacetItems:
    items = FacetItems(SpanBuilder(dossier), Searches(dossier), (table,), query, table)
    items.step()
    items.groups()
    return items


def listed(items: FacetItems) -> dict[str, list[str]]:
    return {heading.split(" · ")[0]: [name.partition(":")[2] for name in ids] for heading, ids, *_ in items.groups()}


def text(items: FacetItems, name: str) -> str:
    line = items.line(name)
    return "".join(span.text for span in (line.mark, *line.spans, *line.remark))


def test_the_fields_that_tell_records_apart_stand_in_their_order_with_the_values_that_occur() -> None:
    found = listed(items_of("alliances"))
    assert list(found) == ["Kind", "Speaker", "About", "Status", "Sign", "Source", "Side", "Tag", "Year"]
    assert found["Sign"] == ["with", "against", "neither"]
    assert "alliances" not in found["Kind"], "what every record of the list has"


def test_a_line_has_a_mark_if_it_is_chosen_its_glyph_its_bar_and_its_number() -> None:
    items = items_of("alliances", "sign:against")
    assert text(items, "sign:against") == "▣− against━━━━━━━━━╸     2"
    assert text(items, "sign:neither") == "▢∘ no sign━━━━╸          1"
    assert text(items, "status:contested") == "▢≠ contested━━━━━━━━━━━━━━ 1", "among those of its field"
    assert items.line("about:corvath").spans[0].role == "side-two"
    assert not any(span.link for span in items.line("about:corvath").spans)


def test_a_heading_says_that_any_value_will_do_or_how_many_are_chosen() -> None:
    items = items_of("quotes")
    assert {group.heading.partition(" · ")[2] for group in items.groups()} == {"any"}
    items.toggle("act:complain")
    items.toggle("act:deny")
    headings = [group.heading for group in items.groups()]
    assert "Act · only the 2 chosen" in headings
    assert "Speaker · any" in headings


def test_a_choice_narrows_the_other_fields_and_not_its_own() -> None:
    items = items_of("quotes")
    items.toggle("act:complain")
    found = listed(items)
    assert found["Act"] == ["complain", "threaten", "justify", "deny"]
    assert found["Speaker"] == ["brenn"]
    assert items.summary() == "1 of 4 quotes"
    items.toggle("act:deny")
    assert listed(items)["Speaker"] == ["brenn", "norrow"]
    items.only("act:deny")
    assert listed(items)["Speaker"] == ["norrow"]


def test_what_is_chosen_stays_in_the_list_although_another_choice_leaves_none_of_it() -> None:
    items = items_of("quotes", "act:complain")
    items.toggle("speaker:norrow")
    assert listed(items)["Act"] == ["justify", "deny", "complain"]
    assert text(items, "act:complain").startswith("▣complain")
    assert text(items, "act:complain").endswith(" 0")
    items.reset()
    assert items.summary() == "4 of 4 quotes"


@pytest.mark.parametrize(
    ("query", "toggled", "after"),
    [
        ("pilot act:complain", (), "pilot act:complain"),
        ("pilot act:complain", ("tag:pilots",), "act:complain tag:pilots pilot"),
        ("pilot act:complain", ("act:complain",), "pilot"),
        ("speaker:ada", ("act:deny", "act:deny"), "speaker:ada"),
        ("", ("act:deny", "act:complain"), "act:complain,deny"),
    ],
)
def test_the_query_has_what_is_chosen_and_is_as_it_was_typed_if_nothing_else_is(
    query: str, toggled: tuple[str, ...], after: str
) -> None:
    items = items_of("quotes", query)
    for name in toggled:
        items.toggle(name)
    assert items.query == after


def test_reset_leaves_what_is_no_choice() -> None:
    items = items_of("quotes", "act:deny pilot -tag:pilots before:1978")
    items.reset()
    assert items.query == "pilot -tag:pilots before:1978"


def test_a_long_list_of_values_ends_with_how_many_more_there_are_and_is_listed_whole_when_asked() -> None:
    tags = [record("claims", id=f"c{n}", status="reported", tags=[f"t{n:02}"]) for n in range(12)]
    items = items_of("claims", "tag:t11", loaded(dossier_of(*tags)))
    assert listed(items)["Tag"] == [*(f"t{n:02}" for n in range(8)), "t11", ""]
    assert text(items, "tag:") == " and 3 more"
    items.only("tag:")
    assert items.query == "tag:t11", "it is no value"
    items.toggle("tag:")
    assert listed(items)["Tag"] == [f"t{n:02}" for n in range(12)]


def test_years_stand_in_their_order_the_most_frequent_of_many() -> None:
    dates = [1980, 1980, *range(1950, 1970)]
    events = [record("events", id=f"e{n}", date=str(year)) for n, year in enumerate(dates)]
    assert listed(items_of("events", "", loaded(dossier_of(*events))))["Year"] == [
        *map(str, range(1950, 1957)),
        "1980",
        "",
    ]


def test_bars_are_in_halves_of_a_cell_and_whatever_is_counted_has_one() -> None:
    assert [bar(count, 80) for count in (0, 1, 7, 8, 12, 80)] == ["", "╸", "━", "━╸", "━━", "━" * 14]
    assert bar(1, 100_000) == "╸"
    assert bar(0, 0) == ""


def test_no_number_looks_final_while_the_counting_goes_on() -> None:
    acts = ("complain", "deny") * 150
    dossier = loaded(dossier_of(*(record("quotes", id=f"q{n}", act=act) for n, act in enumerate(acts))))
    items = FacetItems(SpanBuilder(dossier), Searches(dossier), ("quotes",), "", "quotes")
    assert items.step(0)
    items.groups()
    assert text(items, "act:deny").endswith("50…")
    assert {span.role for span in items.line("act:deny").remark} == {"dim"}
    assert items.summary() == "300 of 300 quotes · counting: 33 %"
    items.step()
    items.groups()
    assert text(items, "act:deny").endswith("150")
    assert items.summary() == "300 of 300 quotes"


def test_a_wrong_rest_is_said_and_dropped_by_reset() -> None:
    items = items_of("quotes", "act:nonsense pilot")
    assert (listed(items), items.summary()) == ({}, "0 of 0 quotes")
    assert items.error.startswith("act: no act here is called “nonsense”")
    items.reset()
    items.step()
    assert items.summary() == "4 of 4 quotes"
    assert (items.error, items.query) == ("", "")


def test_a_name_of_any_length_is_one_line() -> None:
    long = record("actors", id="long", name="N" * 5_000)
    quote = record("quotes", speaker="long", cite="s")
    items = items_of("quotes", "", loaded(dossier_of(long, quote, record("quotes", id="q2"))))
    assert len(text(items, "speaker:long")) < 500


def test_ties_that_are_not_there_at_the_moment_are_said_to_be_among_those_counted() -> None:
    dossier = loaded(dossier_of(record("alliances", end="1950"), record("alliances", id="t2")))
    summaries = {}
    for moment in ("1940", "1960"):
        builder = SpanBuilder(dossier, Scope(moment=parse_date(moment)))
        items = FacetItems(builder, Searches(dossier), ("alliances",), "", "ties")
        items.step()
        summaries[moment] = items.summary()
    assert summaries == {"1940": "2 of 2 ties", "1960": "2 of 2 ties of any time"}
