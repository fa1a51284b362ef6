"""The order of events: dates and `after` are kept, nothing else is claimed, and odd data orders too."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.kinds import Event
from tui.dossier.timeline import Moment, Timeline
from tui.dossier.values.cite import Cite, Cites
from tui.dossier.values.dates import parse_date
from tui.dossier.values.durations import duration_words
from tui.dossier.values.intervals import relation_words
from tui.dossier.values.text import Safe

DATES = [
    "-0044",
    "1977",
    "[1976..1978]",
    "1977-03-01/1977-03-20",
    "1977-03",
    "1977-03-02",
    "1977-03-19",
    "1977-04/..",
    "../1977-03",
    "1951~",
    "1977-03-02?",
    "1976/1978",
]


def event(name: str, date: str | None = None, *after: str) -> Event:
    return Event(
        id=Safe(name),
        title=Safe(name),
        cite=Cites((Cite(Safe("s")),)),
        date=parse_date(date) if date else None,
        after=tuple(map(Safe, after)),
    )


def order(*events: Event) -> list[str]:
    return [str(moment.event.id) for moment in Timeline(events).moments]


def moment_of(name: str, *events: Event) -> Moment:
    return Timeline(events).moment(name)


@st.composite
def dossiers(draw: st.DrawFn, *, sound: bool = False) -> list[Event]:
    """Events with any dates. `after` may lead anywhere, in circles too, unless it is to be `sound`."""
    count = draw(st.integers(0, 12))
    places = draw(st.permutations(range(count)))
    events = []
    for number in range(count):
        earlier = [f"e{other}" for other in range(count) if not sound or places[other] < places[number]]
        more = [] if sound else ["nonesuch"]
        after = draw(st.lists(st.sampled_from([*earlier, *more]), max_size=3)) if [*earlier, *more] else []
        events.append(event(f"e{number}", draw(st.sampled_from([None, None, *DATES])), *after))
    return events


# What holds for any events.


@given(dossiers())
def test_every_event_has_one_place_whatever_the_data(events: list[Event]) -> None:
    assert sorted(order(*events)) == sorted(str(event.id) for event in events)
    assert Timeline(events).moments == Timeline(events).moments


@given(dossiers(sound=True))
def test_no_event_stands_before_one_that_it_comes_after(events: list[Event]) -> None:
    position = Timeline(events).position
    assert [(event.id, name) for event in events for name in event.after if position[name] >= position[event.id]] == []


@given(dossiers(sound=True))
def test_dates_never_run_backwards_but_where_it_is_marked(events: list[Event]) -> None:
    latest = (-10001, 1, 1)
    for moment in Timeline(events).moments:
        if (date := moment.event.date) is not None:
            backwards = date.latest is not None and date.latest < latest
            assert bool(moment.contradicts) == backwards
            latest = max(latest, date.earliest)


@given(dossiers(sound=True))
def test_what_is_said_to_be_known_is_known(events: list[Event]) -> None:
    moments = Timeline(events).moments
    for number, moment in enumerate(moments):
        if moment.order_known:
            before = moments[number - 1].event
            assert before.id in moment.event.after or begun_before(before, moment.event)


def begun_before(one: Event, other: Event) -> bool:
    """Whether the first event has begun on any of the days that it may before the second has on any of its."""
    first, second = ((event.date.start if event.date.is_interval else event.date) for event in (one, other))  # type: ignore[union-attr]
    if second is None:
        return False
    known = first.latest if first is not None else one.date and one.date.latest
    return bool(known and known < second.earliest)


@given(dossiers(sound=True))
def test_a_run_stands_together_and_all_dates_are_in_one(events: list[Event]) -> None:
    moments = Timeline(events).moments
    runs = [moment.run for moment in moments]
    assert runs == sorted(runs, key=lambda run: run if run >= 0 else len(events) + 1)
    assert {moment.run for moment in moments if moment.event.date} <= {0}
    for moment in moments:
        alone = moment.event.date is None and not moment.event.after
        alone = alone and not any(moment.event.id in event.after for event in events)
        assert (moment.placed == "unplaced") == (moment.run < 0) == alone


# How events are placed.


def test_dates_order_events_and_the_file_orders_the_rest() -> None:
    events = [event("d", "1978"), event("x"), event("c", "1977-04-01"), event("b", "1977"), event("a")]
    assert order(*events) == ["b", "c", "d", "x", "a"]


def test_an_undated_event_stands_right_behind_the_one_that_it_comes_after() -> None:
    events = [event("1977", "1977-03-02"), event("1978", "1978-03-02"), event("between", None, "1977")]
    assert order(*events) == ["1977", "between", "1978"]
    assert moment_of("between", *events).placed == "related"
    assert moment_of("between", *events).order_known


def test_an_undated_event_stands_right_before_the_one_that_comes_after_it() -> None:
    events = [event("before"), event("1977", "1977-03-02"), event("1978", "1978-03-02", "before")]
    assert order(*events) == ["1977", "before", "1978"]
    assert not moment_of("before", *events).order_known
    assert moment_of("1978", *events).order_known


def test_an_event_stays_near_the_undated_one_that_it_comes_after() -> None:
    events = [event("u"), event("1977", "1977", "u"), event("1978", "1978"), event("v", None, "u")]
    assert order(*events) == ["u", "1977", "v", "1978"]


def test_events_that_only_follow_each_other_are_runs_of_their_own() -> None:
    events = [event("b", None, "a"), event("d", None, "c"), event("a"), event("c"), event("x"), event("1977", "1977")]
    assert order(*events) == ["1977", "a", "b", "c", "d", "x"]
    assert [moment.run for moment in Timeline(events).moments] == [0, 1, 1, 2, 2, -1]


def test_after_goes_before_a_date_that_says_otherwise_and_that_is_marked() -> None:
    events = [event("late", "1980"), event("early", "1970", "late"), event("next", "1981")]
    assert order(*events) == ["late", "early", "next"]
    assert moment_of("early", *events).contradicts == "late"
    assert moment_of("early", *events).gap == ""
    assert moment_of("next", *events).gap == "the next year, after 1980"


def test_a_contradiction_is_found_through_what_is_undated() -> None:
    events = [event("late", "1980"), event("between", None, "late"), event("early", "1970", "between")]
    assert moment_of("early", *events).contradicts == "late"


@pytest.mark.parametrize("date", ["1980-05", "1980-05-10", "1980", "1979/.."])
def test_dates_that_may_be_right_are_no_contradiction(date: str) -> None:
    events = [event("one", "1980-05-10"), event("two", date, "one")]
    assert order(*events) == ["one", "two"]
    assert moment_of("two", *events).contradicts == ""


@pytest.mark.parametrize(
    "events",
    [
        [event("a", None, "a")],
        [event("a", None, "b"), event("b", None, "a")],
        [event("a", "1980", "b"), event("b", "1970", "c"), event("c", None, "a"), event("d", None, "c")],
        [event("a", None, "nonesuch", "nonesuch")],
        [],
    ],
)
def test_circles_and_what_is_not_there_are_passed_over(events: list[Event]) -> None:
    assert sorted(order(*events)) == [str(event.id) for event in events]


@pytest.mark.parametrize(
    ("one", "two", "known"),
    [
        ("1977", "1978", True),
        ("1977", "1977-05", False),
        ("1977/..", "1978", True),
        ("1976/1978", "1977", True),
        ("1976/1978", "1976-05", False),
        ("../1978", "1977", False),
        ("../1976", "1977", True),
        ("1976", "../1977", False),
        ("1976", "[..1977]", False),
        ("[1976..1978]", "1977", False),
        ("[1976..]", "1977", False),
        ("1951~", "1952-05", False),
        ("1951~", "1953", True),
        ("1977-03-02?", "1977-03-03", True),
        ("1977-03~", "1977-04", False),
    ],
)
def test_a_date_is_known_to_be_earlier_only_when_it_cannot_be_otherwise(one: str, two: str, known: bool) -> None:
    assert moment_of("two", event("one", one), event("two", two)).order_known == known


def test_neighbours_are_those_of_the_same_run_and_unplaced_events_have_none() -> None:
    line = Timeline(
        [
            *(event("1977", "1977"), event("1978", "1978")),
            *(event("a"), event("b", None, "a")),
            *(event("x"), event("y"), event("z")),
        ]
    )
    names = {
        name: [neighbour and str(neighbour.event.id) for neighbour in line.neighbours(name)]
        for name in ("1977", "1978", "a", "b", "x", "y", "z", "?")
    }
    assert names == {
        "1977": [None, "1978"],
        "1978": ["1977", None],
        "a": [None, "b"],
        "b": ["a", None],
        "x": [None, None],
        "y": [None, None],
        "z": [None, None],
        "?": [None, None],
    }


@pytest.mark.parametrize("chain", [True, False])
def test_five_thousand_events_are_ordered_in_no_time(chain: bool) -> None:
    events = [
        event(f"e{number}", DATES[number % len(DATES)] if number % 3 else None, f"e{number - 1 if chain else 0}")
        for number in range(5000)
    ]
    began = time.process_time()
    assert len(Timeline(events).moments) == 5000
    assert time.process_time() - began < 1  # a fifth of a second, and room for a slow machine


# Gaps in words.


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("1974-01-01", "1974-01-01", "on the same day"),
        ("1974-01-01", "1974-01-02", "the next day"),
        ("1974-01-01", "1974-01-03", "two days later"),
        ("1974-01-01", "1974-01-18", "17 days later"),
        ("1974-01-01", "1974-02-15", "45 days later"),
        ("1974-01-01", "1974-03-05", "about two months later"),
        ("1974-01-01", "1981-03-05", "about seven years later"),
        ("1974-02-28", "1974-03-01", "the next day"),
        ("1976-02-28", "1976-03-01", "two days later"),
        # Where either is imprecise, no number of days is given.
        ("1974-01-01~", "1974-01-18", "about two weeks later"),
        ("1974-01-01", "1974-01-18?", "about two weeks later"),
        ("1974-03-02", "1974-04", "the next month"),
        ("1974-03-02", "1974-12", "nine months later"),
        # One day or 23 months: of dates known by their years only the years are counted.
        ("1988", "1989", "the next year"),
        ("1988-12-31", "1989", "the next year"),
        ("1974", "1977", "three years later"),
        ("1974-03", "1976-01", "22 months later"),
        ("1974-03", "1990-05", "about 16 years later"),
        ("197X", "1985", "the next decade"),
        ("18XX", "2003", "two centuries later"),
        ("1914", "1974", "60 years later"),
        ("1974-03-02", "1974-04/..", "at least four weeks later"),
        ("../1974", "1980", "at least five years later"),
        # Where they may be the same.
        ("1974-05", "1974-05-20", "in the same month"),
        ("1974", "1974-05", "in the same year"),
        ("1974", "1974", "in the same year"),
        ("1974~", "1974", "perhaps in the same year"),
        ("1951~", "1952-05", "perhaps the next year"),
        ("1951~", "1977", "about 26 years later"),
        ("1974?-09-14", "1974-10-01", "perhaps in the same year"),
        ("1974?-09-14", "1976-03-02", "about two years later"),
        # Some day of a span: between which bounds.
        ("[1974-01-01..1974-03-01]", "1974-03-05", "four days to three months later"),
        ("[1974..1976]", "1978", "twelve months to five years later"),
        ("1974-01-01?", "1974-01-01", "perhaps on the same day"),
        ("1974/1976", "1975", "perhaps at the same time"),
        ("1974/..", "1980", "perhaps at the same time"),
        # And where the later is not later.
        ("1980", "1974", ""),
    ],
)
def test_a_gap_is_given_as_exactly_as_the_dates_allow(earlier: str, later: str, expected: str) -> None:
    assert duration_words(parse_date(earlier), parse_date(later)) == expected


def test_a_gap_names_the_date_that_it_counts_from_when_another_event_stands_between() -> None:
    one, two = parse_date("1974-01-01"), parse_date("1974-01-18")
    assert duration_words(one, two, "1 January 1974") == "17 days after 1 January 1974"
    assert duration_words(one, parse_date("1974-01-02"), "then") == "the day after then"
    assert duration_words(one, one, "then") == "on the same day as then"
    events = [event("1", "1974-01-01"), event("u", None, "1"), event("2", "1974-01-18"), event("3", "1974-01-20")]
    gaps = [moment.gap for moment in Timeline(events).moments]
    assert gaps == ["", "", "17 days after 1 January 1974", "two days later"]


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?", "/.."]))
def test_any_two_dates_have_a_gap_in_words_when_the_second_can_be_later(
    one: object, two: object, length: int, mark: str
) -> None:
    first, second = sorted(parse_date(str(date)[:length] + mark) for date in (one, two))
    assert duration_words(first, second)
    assert not duration_words(first, second).startswith(("some ", "about 0", "no "))


# What lasts.


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        # within what lasts
        ("2020-09-27/2020-11-10", "2020-10-05", "during it"),
        ("2020-09-27/2020-11-10", "2020-09-27", "during it"),
        ("2020-09-27/2020-11-10", "2020-11-10", "during it"),
        ("2020-09-27/2020-11-10", "2020-10", "during it"),
        ("2020-09-27/2020-11-10", "[2020-10-01..2020-10-05]", "during it"),
        ("2020-09-27/2020-11-10", "2020-10-05/2020-10-09", "during it"),
        ("1974/1976", "1975", "during it"),
        ("2020-09-27/2020-11-10", "2020-11", "perhaps during it"),
        ("2020-09-27/2020-11-10", "2020-10~", "perhaps during it"),
        ("2020-09/2020-11", "2020-09-15", "perhaps during it"),
        ("2020-09-27/..", "2020-10-05", "perhaps during it"),
        ("../2020-11-10", "2020-10-05", "perhaps during it"),
        # overlapping it
        ("2020-09-27/2020-11-10", "2020-10-05/2020-12-01", "begins before its end"),
        ("2020-09-27/2020-11-10", "2020-10-05/2020-11", "begins before its end"),
        ("2020-09-27/2020-11-10", "2020-10-05/..", "perhaps at the same time"),
        ("2020-09-27/2020-11-10", "2020-11/2020-12", "perhaps at the same time"),
        ("2020-09-27/2020-11-10", "../2020-12", "perhaps at the same time"),
        # after it
        ("2020-09-27/2020-11-10", "2020-11-11", "the day after its end"),
        ("2020-09-27/2020-11-10", "2020-11-27", "17 days after its end"),
        ("2020-09-27/2020-11-10", "2020-11-27/2020-12-01", "17 days after its end"),
        ("1974/1976", "1978", "two years after its end"),
        ("../2020-11-10", "2020-11-27/..", "17 days after its end"),
        # and what lasts after what happens
        ("2020-09-10", "2020-09-27/2020-11-10", "17 days later"),
        ("2020-09-27", "2020-09-27/2020-11-10", "on the same day"),
        ("2020", "2020-09-27/2020-11-10", "in the same year"),
        ("2020", "../2020-11-10", "perhaps at the same time"),
        # where it is not later
        ("2020-09-27/2020-11-10", "2020-09-01", ""),
        ("2020-09-10", "2020-09-01/2020-11-10", ""),
    ],
)
def test_what_lasts_is_told_from_what_happens(earlier: str, later: str, expected: str) -> None:
    assert relation_words(parse_date(earlier), parse_date(later)) == expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("2020-09-27/2020-11-10", "2020-10-05", "within 27 September to 10 November 2020"),
        ("2020-09-27/2020-11-10", "2020-11", "perhaps within 27 September to 10 November 2020"),
        ("2020-09-27/2020-11-10", "2020-11-27", "17 days after 10 November 2020"),
        ("2020-09-27/2020-11-10", "2020-10-05/2020-12-01", "begins within 27 September to 10 November 2020"),
        ("2020-09-10", "2020-09-27/2020-11-10", "17 days after 10 September 2020"),
        ("2020", "../2020-11-10", "perhaps at the same time as 2020"),
    ],
)
def test_what_lasts_is_named_by_its_dates_when_another_event_stands_between(
    earlier: str, later: str, expected: str
) -> None:
    assert relation_words(parse_date(earlier), parse_date(later), adjacent=False) == expected


def test_a_day_in_an_event_that_lasts_comes_after_it_and_is_during_it() -> None:
    events = [event("truce", "2020-10-10"), event("war", "2020-09-27/2020-11-10"), event("after", "2020-11-27")]
    moments = Timeline(events).moments
    assert [(moment.event.id, moment.gap, moment.order_known) for moment in moments] == [
        ("war", "", False),
        ("truce", "during it", True),
        ("after", "about seven weeks later", True),
    ]


def test_some_unknown_day_of_a_span_is_perhaps_at_the_same_time_as_a_day_of_it() -> None:
    assert moment_of("day", event("day", "2020-10-05"), event("some", "[2020-09-27..2020-11-10]")).gap == (
        "perhaps at the same time"
    )


def test_events_before_christ_come_first() -> None:
    events = [event("ad", "0014"), event("bc", "-0044-03-15"), event("one", "0000"), event("decade", "-004X")]
    assert order(*events) == ["decade", "bc", "one", "ad"]
    assert moment_of("ad", event("bc", "-0043-03-15"), event("ad", "0014-03-15")).gap == "about 57 years later"
