"""The timelines of quotes and of everything: bars for spans, the moment marked, what is later dimmed."""

from __future__ import annotations

import pytest

from tests.dossier.test_dated import DOSSIER
from tests.dossiers import HEAD, dossier_of, loaded, record
from tests.pages.page_text import page_of, text_of
from tests.pages.views.test_timeline import catalog_of, event
from tui.dossier.values.dates import parse_date
from tui.dossier.values.vocabulary import VIEW_NAMES
from tui.pages.catalog import Catalog
from tui.pages.page import Page, Section
from tui.pages.timeline_blocks import TimelineEntry
from tui.pages.views.dated_timeline import TIMELINES, following_timeline
from tui.pages.views.registry import VIEWS
from tui.render.plain_text import plain_text


def shown(view: str, moment: str = "") -> Page:
    catalog = Catalog(DOSSIER)
    catalog.set_moment(parse_date(moment) if moment else None)
    return page_of(catalog, view)


def marked(page: Page) -> list[str]:
    """The marks of the entries, dim ones in brackets, and the heading that marks the moment."""
    marks = []
    for block in page.blocks:
        if isinstance(block, Section):
            marks.append(block.title)
        elif isinstance(block, TimelineEntry) and block.mark.text.strip():
            marks.append(f"({block.mark.text})" if block.mark.role == "dim" else block.mark.text)
    return marks


def bars(page: Page) -> list[str]:
    entries = [block for block in page.blocks if isinstance(block, TimelineEntry) and block.below]
    return ["".join(span.text for span in entry.below) for entry in entries]


@pytest.mark.parametrize(
    ("moment", "marks"),
    [
        ("1950", ["↑", "as of 1950", "(↑)", "(↓)", "(↓)", "(■)", "(↑)", "(■)"]),
        ("1957", ["↑", "↑", "↓", "↓", "■", "↑", "■", "as of 1957"]),
        ("1930", ["as of 1930", "(↑)", "(↑)", "(↓)", "(↓)", "(■)", "(↑)", "(■)"]),
        ("", ["↑", "↑", "↓", "↓", "■", "↑", "■"]),
    ],
)
def test_the_moment_stands_between_what_has_come_and_what_is_later(moment: str, marks: list[str]) -> None:
    assert marked(shown("timeline-all:", moment)) == marks


def test_a_span_has_one_bar_on_the_scale_of_the_page() -> None:
    pact, office, war = bars(shown("timeline-all:"))
    assert len(pact) == len(office) == len(war)
    assert pact.startswith("┄━")
    assert pact.endswith("·")
    assert war.strip("·") == "━"


def test_a_bar_is_thin_after_the_moment() -> None:
    pact, *_ = bars(shown("timeline-all:", "1945"))
    assert "━─" in pact
    assert "━" not in pact[pact.index("─") :]
    assert "not known to hold" in text_of(shown("timeline-all:", "1945"))
    assert "─" not in bars(shown("timeline-all:", "1957"))[0]


def test_the_bar_of_an_unsettled_tie_is_dotted_and_an_unknown_beginning_is_not_drawn_as_known() -> None:
    ties = record("alliances", id="past", between=["a", "b"], kind="aid", start="1940", end="1944", status="inferred")
    ties += record("alliances", id="until", between=["a", "b"], kind="rivalry", end="1942-01-01")
    text = HEAD + record("sources") + record("actors") + record("actors", id="b") + ties
    page = page_of(Catalog(loaded(text + record("quotes", date="1950"))), "timeline-all:")
    past, until = bars(page)
    assert "┉" in past
    assert "━" not in past
    assert until.rstrip("·").strip("┄") == "━"
    assert "┉ there, unsettled" in text_of(page)
    assert "┄ perhaps, or since when is not known" in text_of(page)


def test_the_years_of_the_scale_stand_over_the_bars() -> None:
    page = shown("timeline-all:")
    axis = next(block for block in page.blocks if isinstance(block, TimelineEntry))
    [years] = axis.spans
    assert len(years.text) == len(bars(page)[0])
    assert years.text.split() == ["1936", "1946", "1956"]
    rows = plain_text(page, 74).splitlines()
    at = next(row.index("1936") for row in rows if "1946  " in row and row.startswith("    "))
    assert [row[at] for row in rows if "━" in row and "there" not in row] == ["┄", "·", "·"]


def test_when_a_bar_ends_stands_below_its_date_and_not_beside_it() -> None:
    assert "until 1954 │  ┄━" in plain_text(shown("timeline-all:"), 74)


def test_what_has_no_date_is_said_to_be_missing() -> None:
    assert "Without a date, and not on it: 1 event, 1 tie, 1 office or role." in text_of(shown("timeline-all:"))


def test_offices_and_quotes_say_whose_they_are() -> None:
    assert "takes office: Keeper" in text_of(shown("timeline-all:"))
    assert marked(shown("timeline-quotes:")) == ["■"]


def test_the_timeline_of_events_marks_the_moment_where_something_is_later() -> None:
    catalog = catalog_of(event("one", date="1950"), event("two", date="1960"), event("three"))
    catalog.set_moment(parse_date("1955"))
    assert marked(page_of(catalog, "timeline:"))[1:4] == ["□", "as of 1955", "(□)"]
    catalog.set_moment(parse_date("1960"))
    assert "as of" not in text_of(page_of(catalog, "timeline:"))


def test_one_key_goes_round_all_timelines_and_begins_with_that_of_events() -> None:
    view = following_timeline(DOSSIER, "pact")
    round_of = [view]
    while (view := following_timeline(DOSSIER, view)) != round_of[0]:
        round_of.append(view)
    assert tuple(round_of) == TIMELINES


def test_every_timeline_is_a_view_whose_name_is_reserved() -> None:
    names = {name.removesuffix(":") for name in TIMELINES}
    assert names <= VIEWS.keys()
    assert names <= VIEW_NAMES


def test_the_open_timeline_stands_at_the_head_of_the_list_of_events() -> None:
    catalog = Catalog(DOSSIER)
    for view in TIMELINES:
        assert catalog.list_groups("events", record=view)[0].ids == (view,)
    assert catalog.list_groups("events", record="outbreak")[0].ids == ("timeline:",)


def test_without_events_the_other_timelines_open_all_the_same() -> None:
    catalog = Catalog(loaded(dossier_of(record("quotes", date="1977"))))
    view = following_timeline(catalog.dossier, "someone")
    assert view == "timeline-quotes:"
    assert catalog.list_groups("events", record=view)[0].ids == (view,)
    assert following_timeline(catalog.dossier, TIMELINES[-1]) == view


def test_a_timeline_on_which_nothing_is_dated_is_passed_over() -> None:
    dossier = loaded(dossier_of(record("events"), record("quotes", date="1977")))
    assert following_timeline(dossier, "") == "timeline:", "undated events have an order too"
    assert following_timeline(dossier, "timeline:") == "timeline-quotes:"
    assert following_timeline(dossier, "timeline-ties:") == "timeline-quotes:"
    assert following_timeline(dossier, "timeline-quotes:") == "timeline:", "everything dated is the quotes"
    both = loaded(dossier_of(record("events", date="1976"), record("quotes", date="1977")))
    assert following_timeline(both, "timeline-quotes:") == "timeline-all:"
    assert following_timeline(both, "timeline-all:") == "timeline:"
    undated = loaded(dossier_of(record("events"), record("quotes")))
    assert following_timeline(undated, "") == "timeline:"
    assert following_timeline(undated, "timeline:") == ""
    assert following_timeline(undated, "timeline-ties:") == "timeline:"
    assert following_timeline(loaded(dossier_of(record("quotes"))), "") == ""


def test_a_step_in_time_makes_no_entry_anew() -> None:
    catalog = Catalog(DOSSIER)
    pages = []
    for moment in ("1950", "1957"):
        catalog.set_moment(parse_date(moment))
        page = page_of(catalog, "timeline-all:")
        pages.append({id(block) for block in page.blocks if isinstance(block, TimelineEntry)})
    before, after = pages
    assert before & after
    assert marked(shown("timeline-all:", "1950")) != marked(shown("timeline-all:", "1957"))


def test_a_dossier_without_events_lists_the_timelines_of_what_is_dated_instead() -> None:
    tie = record("alliances", id="pact", between=["norrow", "ilvane"], kind="aid", start="1950", end="1954")
    actors = "".join(record("actors", id=name, name=name.title()) for name in ("norrow", "ilvane"))
    catalog = Catalog(loaded(HEAD + record("sources") + actors + tie))
    [group] = catalog.list_groups("events")
    assert (group.heading, group.ids) == ("No events. What is dated:", ("timeline-ties:",))
    assert (catalog.count("events"), catalog.initial_record("events")) == (1, "timeline-ties:")
    assert "2 dates of 1 tie" in text_of(page_of(catalog, "timeline-ties:"))
    assert page_of(catalog, "timeline:").links() == ["timeline-ties:"]
    assert Catalog(loaded(HEAD + record("sources") + actors)).count("events") == 0


def test_where_an_end_is_said_the_beginning_is_above_it() -> None:
    ties = (
        record("alliances", id="t1", kind="hostility", start="1950-01-02", end="1951"),
        record("alliances", id="t2", kind="rivalry", start="1950-01-02", end="1953"),
        record("alliances", id="t3", kind="aid", start="1950-01-02"),
    )
    page = page_of(Catalog(loaded(dossier_of(*ties))), "timeline-all:")
    entries = [block for block in page.blocks if isinstance(block, TimelineEntry) and block.mark.text == "↑"]
    dates = [["".join(span.text for span in part) for part in entry.when] for entry in entries]
    assert dates == [["2 January 1950", "until 1951"], ["2 January 1950", "until 1953"], []]


def test_ties_that_are_dated_by_their_actors_alone_are_numbered_among_those_without_a_date() -> None:
    actor = record("actors", id="k", until="1950")
    ties = (
        record("alliances", between=["a", "k"]),
        record("alliances", id="t2"),
        record("alliances", id="t3", start="1940"),
    )
    page = page_of(Catalog(loaded(dossier_of(actor, *ties))), "timeline-ties:")
    assert "not on it: 2 ties (1 of them dated by their actors)." in text_of(page)


@pytest.mark.parametrize(
    ("view", "words", "target"),
    [
        ("timeline-ties:", "None of the 2 ties has a date.", "panel:alliances"),
        ("timeline-quotes:", "The only quotation has no date.", "panel:quotes"),
        ("timeline-offices:", "There is nothing of this sort in the dossier.", ""),
    ],
)
def test_where_nothing_is_dated_it_says_what_has_no_date_and_leads_to_its_list(
    view: str, words: str, target: str
) -> None:
    ties = (record("alliances", id=name, kind="aid", between=["a", "b"]) for name in ("t1", "t2"))
    page = page_of(Catalog(loaded(dossier_of(record("quotes", speaker="a"), *ties))), view)
    assert words in plain_text(page, 80)
    assert page.links() == ([target] if target else [])
