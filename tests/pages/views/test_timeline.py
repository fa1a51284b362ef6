"""The timeline: events on a rail, what is imprecise looks imprecise, what is undated says so."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, SMALL, loaded, record
from tests.pages.page_text import bundled, headings, page_of, text_of
from tui.pages.catalog import Catalog
from tui.pages.page import Page, Section, TimelineEntry
from tui.pages.views.timeline import MOST
from tui.render.plain_text import plain_text


def catalog_of(*records: str) -> Catalog:
    someone = record("actors", id="someone")
    return Catalog(loaded(HEAD + record("sources") + someone + "".join(records)))


def timeline(*records: str) -> Page:
    return page_of(catalog_of(*records), "timeline:")


def points(page: Page) -> list[TimelineEntry]:
    return [block for block in page.blocks if isinstance(block, TimelineEntry)]


def event(name: str, **keys: object) -> str:
    return record("events", **{"id": name, "title": f"Event {name}", **keys})


def when(point: TimelineEntry) -> str:
    return " · ".join("".join(span.text for span in part) for part in point.when)


def words(point: TimelineEntry) -> str:
    return "".join(span.text for span in (*point.spans, *point.below))


def test_no_rail_joins_events_of_which_no_order_is_known() -> None:
    page = timeline(event("one"), event("two"), event("three", date="1990"), event("four", date="1991"))
    assert [(point.spans[0].link, point.rail) for point in points(page)] == [
        ("three", "solid"),
        ("four", ""),
        ("one", ""),
        ("two", ""),
    ]


# What a point says.


@pytest.mark.parametrize(
    ("date", "printed", "mark", "said"),
    [
        ("1977-03-02", "", "■", "2 March 1977"),
        ("1977-03-02", "on Sunday", "■", "2 March 1977 · “on Sunday”"),
        ("1977-03", "", "□", "March 1977"),
        ("1977~", "", "□", "about 1977"),
        ("1977-03-02?", "", "□", "perhaps 2 March 1977"),
        ("1977/..", "", "▯", "from 1977 on"),
        ("1977-03-02/1977-03-19", "", "▮", "2 to 19 March 1977"),
        ("1977-03/1977-05", "", "▯", "March to May 1977"),
        ("[1977-03-02..1977-03-19]", "", "□", "between 2 and 19 March 1977"),
        (None, "on Sunday", "␣", "“on Sunday” · undated"),
        (None, "", "␣", "undated"),
    ],
)
def test_a_point_shows_how_well_its_date_is_known_by_mark_and_words(
    date: str | None, printed: str, mark: str, said: str
) -> None:
    [point] = points(timeline(event("e", date=date, date_text=printed)))
    assert (point.mark.text, when(point)) == (mark, said)


def test_a_point_has_its_place_its_status_and_its_cites_and_leads_to_its_event() -> None:
    page = timeline(event("e", place="at the quay", status="contested", by=["someone"], cite="s#p3"))
    [point] = points(page)
    assert words(point) == "Event eat the quay"
    assert "".join(span.text for span in point.tail) == "≠ contested · Actor someone, ¶3"
    assert {"e", "s#p3"} <= set(page.links())


def test_every_event_is_on_the_timeline_once() -> None:
    catalog = Catalog(bundled())
    events = [point.spans[0].link for point in points(page_of(catalog, "timeline:"))]
    assert sorted(events) == sorted(one.id for one in catalog.dossier.tables["events"])


# What is between them.


def test_gaps_stand_between_dated_events() -> None:
    page = timeline(event("b", date="1977-03-19"), event("a", date="1977-03-02"), event("c", date="1977-05"))
    assert ["".join(span.text for span in point.gap) for point in points(page)] == [
        "17 days later",
        "some weeks later",
        "",
    ]
    assert [point.rail for point in points(page)] == ["solid", "solid", ""]


def test_the_rail_is_broken_where_the_order_of_two_events_is_not_known_and_the_page_says_so() -> None:
    page = timeline(event("a"), event("b", after=["a"]), event("c", after=["a"]))
    assert [(point.rail, "".join(span.text for span in point.gap)) for point in points(page)] == [
        ("solid", "then"),
        ("broken", ""),
        ("", ""),
    ]
    assert "┆ order unknown" in text_of(page)
    assert words(points(page)[2]) == "Event cafter Event a"
    assert "order unknown" not in text_of(timeline(event("a"), event("b", after=["a"])))


def test_an_event_after_several_names_them_all() -> None:
    page = timeline(event("a"), event("b"), event("c", after=["a", "b"]))
    assert words(points(page)[2]) == "Event cafter Event a; Event b"
    assert page.links().count("a") == page.links().count("b") == 2


def test_titles_with_commas_in_them_are_told_apart() -> None:
    page = timeline(event("a", title="Rain, then snow"), event("b"), event("c", after=["a", "b"]))
    assert words(points(page)[2]) == "Event cafter Rain, then snow; Event b"


def test_an_event_placed_only_by_what_follows_it_says_so() -> None:
    page = timeline(event("a"), event("b", date="1977", after=["a"]))
    assert words(points(page)[0]) == "Event abefore Event b"


def test_a_date_against_what_it_follows_is_marked() -> None:
    page = timeline(event("a", date="1980"), event("b", date="1970", after=["a"]))
    assert words(points(page)[1]) == "Event b⊡ its date is earlier than that of Event a, which it follows"


# What the page says of the whole.


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (
            [event("a"), event("b", after=["a"])],
            "No event is dated: the order is what the source tells of before and after",
        ),
        ([event("a"), event("b")], "No event is dated or said to come after another"),
        ([event("a", date="1977"), event("b", date="1978")], "Every event is dated."),
        ([event("a", date="1977"), event("b")], "1 dated, 1 undated."),
        (
            [event("a", date="1977"), event("b", after=["a"]), event("c")],
            "1 dated, 2 undated; 1 of these placed by what they come after or before.",
        ),
        ([], "This dossier has no events."),
    ],
)
def test_the_page_begins_with_what_its_order_rests_on(events: list[str], said: str) -> None:
    assert said in text_of(timeline(*events))


def test_parts_are_what_dates_reach_then_runs_then_what_nothing_places() -> None:
    page = timeline(event("x"), event("a"), event("b", after=["a"]), event("d", date="1977"), event("e", after=["d"]))
    assert headings(page) == ["By date", "In sequence", "In no known order"]
    assert [block.number for block in page.blocks if isinstance(block, Section)] == [2, 2, 1]


def test_the_legend_has_the_marks_that_occur() -> None:
    text = text_of(timeline(event("a", date="1977"), event("b")))
    assert "□ imprecise" in text
    assert "␣ undated" in text
    assert "to the day" not in text


def test_no_mark_of_the_legend_is_parted_from_its_word() -> None:
    page = timeline(
        *(event(f"e{n}", date=date) for n, date in enumerate(["1977/1978", "1979-01-01/1979-01-02", "1980"]))
    )
    for width in range(20, 60):
        rows = plain_text(page, width).split("\n")
        assert [row for row in rows if row.rstrip().endswith(("□", "▮", "▯"))] == []


def test_of_very_many_events_the_first_are_shown_and_the_rest_are_counted() -> None:
    page = timeline(*(event(f"e{number}") for number in range(MOST + 7)))
    assert len(points(page)) == MOST
    assert "and 7 more events; the list has them in the same order" in text_of(page)


# On the page of an event.


def test_the_page_of_an_event_has_its_neighbours_and_the_way_to_the_whole() -> None:
    catalog = catalog_of(event("a", date="1977-03-02"), event("b", date="1977-03-19"), event("c", date="1977-04-02"))
    page = page_of(catalog, "b")
    assert [span.text for point in points(page) for span in point.gap] == ["17 days later", "14 days later"]
    assert [point.spans[0].link for point in points(page)] == ["a", "", "c"]
    assert "timeline:" in page.links()
    assert [point.spans[0].link for point in points(page_of(catalog, "a"))] == ["", "b"]


def test_an_event_that_nothing_places_has_no_neighbours() -> None:
    assert points(page_of(catalog_of(event("a"), event("b", date="1977")), "a")) == []


def test_the_timeline_of_the_small_dossier_reads_well() -> None:
    assert plain_text(page_of(Catalog(loaded(SMALL)), "timeline:"), 74).split("\n") == [
        "Timeline" + " " * 58 + "2 events",
        "",
        "Every event is dated.",
        "",
        "■ to the day   ▯ lasting, imprecise",
        "",
        "By date 2 " + "─" * 64,
        "      2 March 1977 ■  The locks are shut",
        "                   │  below Ilvane                   ● reported gazette ¶1",
        "                   │  some weeks later",
        "from April 1977 on ▯  Pilots stay at home",
        "     “since April”        × denied · Ada Brenn · denied by Norrow, gazette",
        "                                                                      ¶2–3",
        "",
    ]
