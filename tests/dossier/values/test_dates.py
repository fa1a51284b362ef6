"""Dates are parsed from EDTF and given in words."""

import contextlib
import copy
import datetime
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.dossier.values.dates import Date, date_words, day_number, parse_date, short_date
from tui.dossier.values.edtf import days_in_month

days = st.dates()
marks = st.sampled_from(["", "", "?", "~", "%"])
plain = st.builds(lambda day, length, mark: day.isoformat()[:length] + mark, days, st.sampled_from([4, 7, 10]), marks)
coarse = st.builds(
    lambda day, form: form.format(day.isoformat()), days, st.sampled_from(["{:.3}X", "{:.7}-XX", "-{:.4}"])
)
singles = plain | coarse


@st.composite
def spans(draw: st.DrawFn) -> str:
    one, other = sorted(draw(st.lists(singles, min_size=2, max_size=2)), key=lambda text: parse_date(text).earliest)
    interval = "/".join(draw(st.sampled_from([(one, other), (one, ".."), ("..", other)])))
    return draw(st.sampled_from([interval, f"[{one}..{other}]"])) if one != other else interval


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1974", (1974, 1, 1), (1974, 12, 31), "year"),
        ("1974-09", (1974, 9, 1), (1974, 9, 30), "month"),
        ("1974-09-14", (1974, 9, 14), (1974, 9, 14), "day"),
        ("1974-02", (1974, 2, 1), (1974, 2, 28), "month"),
        ("2000-02", (2000, 2, 1), (2000, 2, 29), "month"),
        ("1900-02", (1900, 2, 1), (1900, 2, 28), "month"),
        ("2016-02-29", (2016, 2, 29), (2016, 2, 29), "day"),
        ("0001/9999", (1, 1, 1), (9999, 12, 31), "span"),
        ("1974-08-30/1974-09-02", (1974, 8, 30), (1974, 9, 2), "span"),
        ("1974-08-30/1974", (1974, 8, 30), (1974, 12, 31), "span"),
        ("1974/..", (1974, 1, 1), None, "span"),
        ("../1974-09", (-10000, 1, 1), (1974, 9, 30), "span"),
        ("[1974-08-30..1974-09-02]", (1974, 8, 30), (1974, 9, 2), "span"),
        ("[1974-09..]", (1974, 9, 1), None, "span"),
        ("[..1974]", (-10000, 1, 1), (1974, 12, 31), "span"),
        ("1974-XX", (1974, 1, 1), (1974, 12, 31), "year"),
        ("1974-09-XX", (1974, 9, 1), (1974, 9, 30), "month"),
        ("156X", (1560, 1, 1), (1569, 12, 31), "decade"),
        ("15XX", (1500, 1, 1), (1599, 12, 31), "century"),
        ("0000-02", (0, 2, 1), (0, 2, 29), "month"),
        ("-0044", (-44, 1, 1), (-44, 12, 31), "year"),
        ("-9999", (-9999, 1, 1), (-9999, 12, 31), "year"),
        ("-004X", (-49, 1, 1), (-40, 12, 31), "decade"),
    ],
)
def test_a_date_reaches_from_its_earliest_to_its_latest_day(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int] | None, precision: str
) -> None:
    date = parse_date(text)
    assert (date.text, date.earliest, date.latest, date.precision) == (text, earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1974", False, False),
        ("1974?", True, False),
        ("1974-09~", False, True),
        ("1974-09-14%", True, True),
        ("1974~/1976?", True, True),
    ],
)
def test_a_mark_says_what_is_doubtful(text: str, uncertain: bool, approximate: bool) -> None:
    date = parse_date(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1974-09-14", "14 September 1974"),
        ("1974-09-04", "4 September 1974"),
        ("1974-09", "September 1974"),
        ("1974", "1974"),
        ("0476", "476"),
        ("0014-08", "August AD 14"),
        ("1974~", "about 1974"),
        ("1974-09?", "perhaps September 1974"),
        ("1974-09-14%", "perhaps about 14 September 1974"),
        ("1974-08-30/1974-09-02", "between 30 August and 2 September 1974"),
        ("1974-09-14/1974-09-20", "between 14 and 20 September 1974"),
        ("1974-12-30/1975-01-02", "between 30 December 1974 and 2 January 1975"),
        ("1974-08/1974-09", "between August and September 1974"),
        ("1974-08/1974-09-20", "between August and 20 September 1974"),
        ("1974-09/1974-09-20", "between September 1974 and 20 September 1974"),
        ("1974/1976", "between 1974 and 1976"),
        ("1974-08~/1974-09?", "between about August 1974 and perhaps September 1974"),
        ("1974-08/1974-09?", "between August and perhaps September 1974"),
        ("1974/1974", "1974"),
        ("1974/..", "1974 or later"),
        ("1974-09~/..", "about September 1974 or later"),
        ("../1974", "1974 or earlier"),
        ("[1974-08-30..1974-09-02]", "between 30 August and 2 September 1974"),
        ("[1974-09..]", "September 1974 or later"),
        ("[..1974]", "1974 or earlier"),
        ("2004?/2005~", "between perhaps 2004 and about 2005"),
        ("1974-09-XX", "September 1974"),
        ("1974-XX-XX", "1974"),
        ("156X", "the 1560s"),
        ("156X~", "about the 1560s"),
        ("156X/1572", "between the 1560s and 1572"),
        ("150X", "between 1500 and 1509"),
        ("15XX", "between 1500 and 1599"),
        ("15XX?", "perhaps 1500–1599"),
        ("15XX/1620", "between 1500–1599 and 1620"),
        ("004X", "between AD 40 and AD 49"),
        ("-0044", "45 BC"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-0043-03-15/-0043-03-20", "between 15 and 20 March 44 BC"),
        ("-0043/0014", "between 44 BC and AD 14"),
        ("2004?-06-11", "11 June 2004 (year uncertain)"),
        ("2004-06~-11", "11 June 2004 (year and month approximate)"),
        ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("2004-%06", "June 2004 (month uncertain and approximate)"),
        ("2004-06-~01/2004-06-~20", "between 1 June 2004 (day approximate) and 20 June 2004 (day approximate)"),
    ],
)
def test_a_date_is_given_in_plain_english(text: str, expected: str) -> None:
    assert date_words(parse_date(text)) == expected


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("2020-09-27/2020-11-10", "27 September to 10 November 2020", "27 Sep – 10 Nov 2020"),
        ("2020-09-14/2020-09-20", "14 to 20 September 2020", "14 – 20 Sep 2020"),
        ("1974/1976", "1974 to 1976", "1974 – 1976"),
        ("1974-05/1974", "May 1974 to 1974", "May 1974 – 1974"),
        ("1974~/1976?", "about 1974 to perhaps 1976", "~1974 – 1976?"),
        ("156X/1572", "the 1560s to 1572", "1560s – 1572"),
        ("-0044/0014", "45 BC to AD 14", "45 BC – AD 14"),
        ("1974-09/..", "from September 1974 on", "Sep 1974 –"),
        ("../1974", "until 1974", "– 1974"),
    ],
)
def test_what_lasts_is_dated_from_one_date_to_the_other(text: str, words: str, short: str) -> None:
    date = parse_date(text)
    assert date.is_interval
    assert (date_words(date, lasting=True), short_date(date, lasting=True)) == (words, short)


@pytest.mark.parametrize("text", ["1974", "1974-09-14~", "[1974-08-30..1974-09-02]", "[..1974]", "[1974..]", "156X"])
def test_what_does_not_last_is_dated_alike_for_an_event_and_for_anything_else(text: str) -> None:
    date = parse_date(text)
    assert not date.is_interval
    assert date_words(date, lasting=True) == date_words(date)
    assert short_date(date, lasting=True) == short_date(date)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1974-08/1974-09~", "1974-08", "1974-09~"),
        ("[1974-08..1974-09~]", "1974-08", "1974-09~"),
        ("../1974", None, "1974"),
        ("[1974..]", "1974", None),
        ("156X", "156X", "156X"),
        ("1974-09-14T07:30", "1974-09-14T07:30:00", "1974-09-14T07:30:00"),
    ],
)
def test_a_span_starts_and_ends_with_dates_of_their_own(text: str, start: str | None, end: str | None) -> None:
    date = parse_date(text)
    assert (date.start, date.end) == (start and parse_date(start), end and parse_date(end))
    assert date.open_start == (start is None)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("1974", ""),
        ("1974-09-14~", "day"),
        ("1974-09?", "month"),
        ("1974?-09-14", "year"),
        ("156X~", "decade"),
        ("15XX%", "century"),
        ("1974-09-14~/1976", "day"),
        ("[1974-09-14?..1976~]", "year"),
    ],
)
def test_the_coarsest_part_in_doubt_is_known(text: str, doubt: str) -> None:
    assert parse_date(text).doubt == doubt


@pytest.mark.parametrize(
    ("day", "number"),
    [((1, 1, 1), 1), ((0, 12, 31), 0), ((1974, 9, 14), datetime.date(1974, 9, 14).toordinal()), ((0, 2, 29), -306)],
)
def test_days_are_numbered_across_the_birth_of_christ(day: tuple[int, int, int], number: int) -> None:
    assert day_number(day) == number


def test_every_day_of_eight_hundred_years_has_the_number_after_that_of_the_day_before() -> None:
    days = [
        (year, month, day)
        for year in range(-400, 401, 100)
        for month in range(1, 13)
        for day in range(1, days_in_month(year, month) + 1)
    ]
    numbers = [day_number(day) for day in days]
    assert all(later - earlier == 1 for earlier, later in pairwise(numbers) if later - earlier < 10_000)
    assert len(set(numbers)) == len(days)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1974-02-30", "there is no 30 February 1974; that month has 28 days"),
        ("1900-02-29", "there is no 29 February 1900; that month has 28 days"),
        ("1974-09-00", "there is no 0 September 1974; that month has 30 days"),
        ("1974-13", "there is no month 13; months run from 01 to 12"),
        ("-0000", "there is no year -0000; write 0000 for 1 BC"),
        ("-0044-02-30", "there is no 30 February 45 BC; that month has 29 days"),
        ("1974-9-4", "months and days have two digits; write 1974-09-04"),
        ("1974-09-14T25:00:00", "“25:00:00” is not a time of day; write it as in 1974-09-14T07:30"),
        ("1974-09-14T7:00", "“7:00” is not a time of day; write it as in 1974-09-14T07:30"),
        ("1974-09-14T12:00~", "a date with a time of day takes no mark; leave out the ~"),
        ("1974?-09-14T12:00", "a date with a time of day takes no mark; leave out the ?"),
        ("1974?~", "a date takes one mark; write % for both uncertain and approximate"),
        ("1975/1974", "the span ends before it begins; write 1974/1975 if it is the other way round"),
        ("../..", "a span that is open at both ends says nothing; leave the date out"),
        *[
            (text, f"“{part}” is not a date; write")
            for text, part in [
                *[("14.9.1974", "14.9.1974"), ("1974/09/14", "09/14"), ("..", ".."), ("19740", "19740"), ("74", "74")],
                *[
                    ("last week", "last week"),
                    ("١٩٧٤", "١٩٧٤"),
                    ("1974-", "1974-"),
                    ("156X-12", "156X-12"),
                    ("[1974]", "[1974]"),
                    ("[1974..soon]", "soon"),
                ],
            ]
        ],
        ("", "the date is missing; write"),
        ("1974/", "“1974/” has an end that is missing; write .. for an open end"),
        ("/1974", "“/1974” has an end that is missing; write .. for an open end"),
        ("[..]", "a span that is open at both ends says nothing; leave the date out"),
        ("[1975..1974]", "the span ends before it begins; write [1974..1975] if it is the other way round"),
    ],
)
def test_what_is_no_date_is_refused_in_one_plain_line(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(why)}[^\n]*$"):
        parse_date(text)


def test_a_number_is_not_a_date() -> None:
    with pytest.raises(ValueError, match="a date must be quoted"):
        parse_date(1974)  # type: ignore[arg-type]


def test_native_dates_are_the_day_they_name() -> None:
    assert parse_date(datetime.date(1974, 9, 14)) == parse_date("1974-09-14")
    assert parse_date(datetime.date(14, 9, 1)).text == "0014-09-01"


ZONE = datetime.timezone(datetime.timedelta(hours=4))


@pytest.mark.parametrize(
    ("quoted", "native", "words"),
    [
        ("1974-09-14T07:32", datetime.datetime(1974, 9, 14, 7, 32), "14 September 1974, 07:32"),
        ("1974-09-14 07:32:05", datetime.datetime(1974, 9, 14, 7, 32, 5), "14 September 1974, 07:32:05"),
        (
            "1974-09-14T23:59Z",
            datetime.datetime(1974, 9, 14, 23, 59, tzinfo=datetime.UTC),
            "14 September 1974, 23:59 UTC",
        ),
        (
            "1974-09-14T23:59:00+04:00",
            datetime.datetime(1974, 9, 14, 23, 59, tzinfo=ZONE),
            "14 September 1974, 23:59 UTC+04:00",
        ),
    ],
)
def test_a_time_of_day_is_kept_and_shown_whether_it_is_quoted_or_not(
    quoted: str, native: datetime.datetime, words: str
) -> None:
    date = parse_date(quoted)
    assert date == parse_date(native) == parse_date(date.text)
    assert date_words(date) == words
    assert (date.earliest, date.latest, date.exact) == ((1974, 9, 14), (1974, 9, 14), True)
    assert short_date(date) == "14 Sep 1974"


def test_a_span_of_one_date_is_that_date() -> None:
    date = parse_date("2020-05-03/2020-05-03")
    assert date == parse_date("2020-05-03")
    assert (date.precision, date.exact) == ("day", True)


def test_space_around_a_date_does_not_count() -> None:
    assert parse_date(" 1974 / 1975\n").text == "1974/1975"
    assert parse_date(" [ 1974 .. 1975 ] ").text == "[1974..1975]"
    assert parse_date("[1974 .. 1974]").text == "1974"


@given(singles | spans())
def test_what_was_read_reads_the_same_again(text: str) -> None:
    date = parse_date(text)
    start, _, end = text.partition("/")
    assert date.text == (start if start == end else text)
    assert parse_date(date.text) == date == copy.deepcopy(date)
    assert hash(parse_date(text)) == hash(date)
    assert date.latest is None or date.earliest <= date.latest
    assert date_words(date).isprintable()
    assert "/" not in date_words(date)
    assert "/" not in date_words(date, lasting=True)


@given(st.text(st.sampled_from("0123456789X-/.?~%[] T")) | st.text())
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_date(parse_date(text).text).text


@given(days, days)
@settings(deadline=None)
def test_days_sort_as_the_calendar_does(one: datetime.date, other: datetime.date) -> None:
    assert (parse_date(one) < parse_date(other)) == (one < other)


def test_dates_sort_by_their_earliest_and_then_by_their_latest_day() -> None:
    texts = [
        "../1974",
        "-0044",
        "-0043",
        "0000",
        "0001",
        "196X",
        "1973-12-31",
        "1974-01-01",
        "1974-01",
        "1974",
        "1974/1975",
        "1974/..",
        "1974-01-02",
    ]
    dates = [parse_date(text) for text in reversed(texts)]
    assert [date.text for date in sorted(dates)] == texts
    assert sorted(dates, key=lambda date: date.order) == sorted(dates)


def test_a_date_does_not_change() -> None:
    date = parse_date("1974")
    with pytest.raises(AttributeError):
        date.text = "1975"
    with pytest.raises(AttributeError):
        del date.text
    assert not hasattr(date, "__dict__")
    assert {date, parse_date("1974"), parse_date("1974~")} == {parse_date("1974~"), date}
    assert date != "1974"
    assert isinstance(eval(repr(date), {"parse_date": parse_date}), Date)  # noqa: S307


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1974", "1974"),
        ("1974-09", "Sep 1974"),
        ("1974-09-04", "4 Sep 1974"),
        ("1974~", "~1974"),
        ("1974-09?", "Sep 1974?"),
        ("1974-09-04%", "~4 Sep 1974?"),
        ("1974-09/..", "Sep 1974 or later"),
        ("../1974", "1974 or earlier"),
        ("1974-08-30/1974-09-02", "between 30 Aug and 2 Sep 1974"),
        ("1973/1974-09", "between 1973 and Sep 1974"),
        ("1974~/1974-09", "between ~1974 and Sep 1974"),
        ("1974-05/1974", "between May 1974 and 1974"),
        ("[1974-09-14..1974-09-20]", "between 14 and 20 Sep 1974"),
        ("156X", "1560s"),
        ("15XX~", "~1500–1599"),
        ("-0044-03-15", "15 Mar 45 BC"),
        ("2004?-06-~11", "~11 Jun 2004?"),
        ("1974/1974", "1974"),
        ("0033", "AD 33"),
    ],
)
def test_a_date_has_a_short_form_that_shows_how_exact_it_is(text: str, expected: str) -> None:
    assert short_date(parse_date(text)) == expected


@given(st.one_of(singles, spans()))
def test_the_short_form_of_any_date_has_its_doubts(text: str) -> None:
    short = short_date(parse_date(text))
    assert ("~" in short) == ("~" in text or "%" in text)
    assert ("?" in short) == ("?" in text or "%" in text)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("1974-09-04", True),
        ("1974-09-04?", False),
        ("1974-09-04~", False),
        ("1974-09", False),
        ("1974-09-04/..", False),
    ],
)
def test_only_a_day_without_a_doubt_is_exact(text: str, exact: bool) -> None:
    assert parse_date(text).exact == exact
