"""The timeline: events on a rail, what is imprecise looks imprecise, what is undated says so."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, SMALL, loaded, record
from tests.pages.page_text import bundled, headings, page_of, text_of
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Page, Section
from tui.pages.timeline_blocks import BranchEntry, CountStrip, TimelineEntry
from tui.pages.views.timeline import MOST
from tui.render.plain_text import plain_text


def catalog_of(*records: str) -> Catalog:
    someone = record("actors", id="someone")
    return Catalog(loaded(HEAD + record("sources") + someone + "".join(records)))


def timeline(*records: str) -> Page:
    return page_of(catalog_of(*records), "timeline:")


def points(page: Page) -> list[TimelineEntry]:
    return [block for block in page.blocks if isinstance(block, TimelineEntry)]


def branches(page: Page) -> list[BranchEntry]:
    return [block for block in page.blocks if isinstance(block, BranchEntry)]


def tree(page: Page) -> list[str]:
    """The trees of a page as lines."""
    return plain_text(Page("x", tuple(entry._replace(tail=()) for entry in branches(page)))).splitlines()


def event(name: str, **keys: object) -> str:
    return record("events", **{"id": name, "title": f"Event {name}", **keys})


def when(point: TimelineEntry) -> str:
    return " · ".join("".join(span.text for span in part) for part in point.when)


def words(point: TimelineEntry) -> str:
    return "".join(span.text for span in (*point.spans, *point.below))


def test_no_line_joins_events_of_which_no_order_is_known() -> None:
    page = timeline(event("one"), event("two"), event("three", date="1990"), event("four", date="1991"))
    assert [(point.spans[0].link, point.rail) for point in points(page)] == [("three", "solid"), ("four", "")]
    assert [block.spans[0].link for block in page.blocks if isinstance(block, Entry)] == ["one", "two"]


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
    ],
)
def test_a_point_shows_how_well_its_date_is_known_by_mark_and_words(
    date: str | None, printed: str, mark: str, said: str
) -> None:
    [point] = points(timeline(event("e", date=date, date_text=printed)))
    assert (point.mark.text, when(point)) == (mark, said)


def test_undated_is_said_of_an_event_only_where_it_stands_among_the_dated() -> None:
    dated, apart = event("a", date="1977"), event("c", date_text="on Sunday")
    page = timeline(dated, event("b", after=["a"]), apart)
    assert [when(point) for point in points(page)] == ["1977", "undated"]
    [entry] = [block for block in page.blocks if isinstance(block, Entry)]
    assert "".join(span.text for span in entry.spans) == "Event c  “on Sunday”"


def test_a_point_has_its_place_its_status_and_its_cites_and_leads_to_its_event() -> None:
    page = timeline(event("e", date="1977", place="at the quay", status="contested", by=["someone"], cite="s#p3"))
    [point] = points(page)
    assert words(point) == "Event ewhere: at the quay"
    assert "".join(span.text for span in point.tail) == "≠ contested · Actor someone, ¶3"
    assert {"e", "s#p3"} <= set(page.links())


def test_every_event_is_on_the_timeline_once() -> None:
    catalog = Catalog(bundled())
    blocks = page_of(catalog, "timeline:").blocks
    events = [block.spans[0].link for block in blocks if isinstance(block, (TimelineEntry, BranchEntry, Entry))]
    assert sorted(events) == sorted(one.id for one in catalog.dossier.tables["events"])


# What is between them.


def test_gaps_stand_between_dated_events() -> None:
    page = timeline(event("b", date="1977-03-19"), event("a", date="1977-03-02"), event("c", date="1977-05"))
    assert ["".join(span.text for span in point.gap) for point in points(page)] == [
        "17 days later",
        "two months later",
        "",
    ]
    assert [point.rail for point in points(page)] == ["solid", "solid", ""]


def test_the_rail_is_broken_where_the_order_of_two_events_is_not_known_and_the_page_says_so() -> None:
    page = timeline(event("a", date="1977"), event("b", after=["a"]), event("c", after=["a"]))
    assert [(point.rail, "".join(span.text for span in point.gap)) for point in points(page)] == [
        ("solid", "then"),
        ("broken", ""),
        ("", ""),
    ]
    assert "┆ order unknown" in text_of(page)
    assert words(points(page)[2]) == "Event cafter Event a"
    assert "order unknown" not in text_of(timeline(event("a", date="1977"), event("b", after=["a"])))


# What only before and after place.


def test_what_follows_one_event_hangs_from_it_side_by_side() -> None:
    page = timeline(event("a"), event("b", after=["a"]), event("c", after=["a"]), event("d", after=["b"]))
    assert tree(page) == [
        "Event a",
        "│ then, in no known order",
        "├─ Event b",
        "│  │ then",
        "│  Event d",
        "└─ Event c",
    ]


def test_what_follows_alone_stands_below() -> None:
    page = timeline(event("a"), event("b", after=["a"]), event("c", after=["b"]))
    assert tree(page) == ["Event a", "│ then", "Event b", "│ then", "Event c"]


def test_an_event_after_several_hangs_from_the_last_and_names_the_others_unless_that_one_follows_them() -> None:
    page = timeline(event("a"), event("b"), event("c", after=["a", "b"]), event("d", after=["a", "c"]))
    assert tree(page) == ["Event a", "", "Event b", "│ then", "Event c", "│  after Event a", "│ then", "Event d"]
    assert page.links().count("a") == 2


def test_titles_with_commas_in_them_are_told_apart() -> None:
    page = timeline(event("a", title="Rain, then snow"), event("b"), event("e"), event("c", after=["a", "b", "e"]))
    assert "after Rain, then snow; Event b" in text_of(page)


def test_a_very_deep_tree_goes_on_in_trees_of_its_own_that_name_what_they_follow() -> None:
    events = [event("e0")]
    for level in range(1, 8):
        events += [event(f"e{level}", after=[f"e{level - 1}"]), event(f"f{level}", after=[f"e{level - 1}"])]
    page = timeline(*events)
    roots = [entry for entry in branches(page) if entry.joint == "root"]
    assert ["".join(span.text for span in root.below) for root in roots[:2]] == ["", "after Event e4"]
    assert len(branches(page)) == 15
    assert max(len(entry.stems) for entry in branches(page)) <= 4


def test_a_long_chain_takes_no_room_at_its_left() -> None:
    page = timeline(event("e0"), *(event(f"e{number}", after=[f"e{number - 1}"]) for number in range(1, 300)))
    assert {entry.stems for entry in branches(page)} == {()}
    assert [entry.spans[0].link for entry in branches(page)] == [f"e{number}" for number in range(300)]


def test_the_page_of_an_undated_event_has_what_it_follows_and_what_follows_it() -> None:
    catalog = catalog_of(event("a"), event("b", after=["a"]), event("c", after=["a"]), event("d", after=["b"]))
    assert tree(page_of(catalog, "b")) == ["Event a", "│ then", "Event b", "│ then", "Event d"]
    assert [entry.spans[0].link for entry in branches(page_of(catalog, "b"))] == ["a", "", "d"]
    assert "timeline:" in page_of(catalog, "b").links()


# How many there are when.


def strips(page: Page) -> list[CountStrip]:
    return [block for block in page.blocks if isinstance(block, CountStrip)]


DATED = [event("a", date="1977-03-02"), event("b", date="1977-05"), event("c", date="1978-01-09"), event("u")]


def test_dated_events_stand_under_a_strip_of_their_numbers() -> None:
    [strip] = strips(timeline(*DATED))
    assert [date.number for date in strip.dates] == [1, 1, 1]
    assert strip.noun == "event"
    assert strips(timeline(*DATED[:2])) == []


def test_a_bar_leads_to_the_first_event_of_its_date() -> None:
    later, sooner = event("later", date="1977-03-20"), event("sooner", date="1977-03-02")
    [strip] = strips(timeline(later, sooner, *DATED[1:]))
    assert [date.link for date in strip.dates] == ["sooner", "b", "c"]


def test_an_event_without_a_beginning_is_counted_but_in_no_bar() -> None:
    [strip] = strips(timeline(*DATED, event("d", date="../1980")))
    assert (strip.total, sum(date.number for date in strip.dates)) == (4, 3)


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
            "No event is dated. Of some it is known which came after which; otherwise no order is known.",
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
    assert headings(page) == ["By date", "Undated, partly ordered", "Undated, in no known order"]
    assert [block.number for block in page.blocks if isinstance(block, Section)] == [2, 2, 1]


def test_the_legend_has_the_marks_that_occur() -> None:
    text = text_of(timeline(event("a", date="1977"), event("b", after=["a"])))
    assert "□ imprecise" in text
    assert "undated" in text
    assert "• undated" not in text
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
    assert sum(isinstance(block, Entry) for block in page.blocks) == MOST
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
        "                   │  where: below Ilvane            ● reported gazette ¶1",
        "                   │  the next month",
        "from April 1977 on ▯  Pilots stay at home",
        "     “since April”       × denied · said by Ada Brenn · denied by Norrow ·",
        "                                                       source gazette ¶2–3",
        "",
    ]
