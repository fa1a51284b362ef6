"""The examples of the EDTF specification have the bounds that edtf.js gives, or are refused with what to write."""

from __future__ import annotations

import re

import jsonschema  # type: ignore[import-untyped]
import pytest

from tests.dossier.values.edtf_examples import ACCEPTED, REFUSED
from tests.dossiers import dossier_of, load_text, problems_of, record
from tui.dossier.format.schema import json_schema
from tui.dossier.values.dates import Day, parse_date
from tui.dossier.values.edtf import parse_single

PATTERN = re.compile(json_schema()["$defs"]["Date"]["pattern"])


def day(text: str | None) -> Day | None:
    if text is None:
        return None
    year, month, day_of_month = text.rsplit("-", 2)
    return int(year), int(month), int(day_of_month)


@pytest.mark.parametrize(("text", "first", "last"), ACCEPTED)
def test_an_example_that_is_read_has_its_bounds(text: str, first: str | None, last: str | None) -> None:
    date = parse_date(text)
    assert (None if date.open_start else date.earliest) == day(first)
    assert date.latest == day(last)
    assert PATTERN.search(text)
    assert parse_date(date.text) == date


@pytest.mark.parametrize(("text", "hint"), REFUSED)
def test_an_example_that_is_not_supported_is_one_error_at_its_line_that_says_what_to_write(
    text: str, hint: str
) -> None:
    dossier = dossier_of(record("events", date=text))
    [problem] = problems_of(dossier)
    assert (problem.code, problem.hint) == ("bad-date", hint)
    assert problem.line == dossier.split("\n").index(f'date = "{text}"') + 1
    assert not PATTERN.search(text)


@pytest.mark.parametrize("hint", [hint for _, hint in REFUSED if "such as" in hint or "write date =" in hint])
def test_what_a_hint_says_to_write_is_a_date(hint: str) -> None:
    [text] = re.findall(r'date = "([^"]*)"', hint)
    assert load_text(dossier_of(record("events", date=text))).problems == ()


def test_the_schema_alone_knows_a_date_from_what_is_none() -> None:
    schema = jsonschema.Draft202012Validator(json_schema()["$defs"]["Date"])
    assert [text for text, *_ in ACCEPTED if not schema.is_valid(text)] == []
    assert [text for text, _ in REFUSED if schema.is_valid(text)] == []


@pytest.mark.parametrize(
    ("text", "doubts", "widest"),
    [
        ("2004", (0,), ""),
        ("2004-06-11%", (3, 3, 3), "day"),
        ("2004-06~-11", (2, 2, 0), "month"),
        ("2004?-06-11", (1, 0, 0), "year"),
        ("?2004-06-~11", (1, 0, 2), "year"),
        ("2004-%06-11", (0, 3, 0), "month"),
        ("2004?-06-~11?", (1, 1, 3), "year"),
        ("156X~", (2,), "decade"),
        ("1560-06-XX?", (1, 1), "month"),
    ],
)
def test_a_mark_before_a_part_is_of_that_part_and_one_after_it_of_all_before_it(
    text: str, doubts: tuple[int, ...], widest: str
) -> None:
    parts = parse_single(text)
    assert (parts.doubts, parts.widest_doubt) == (doubts, widest)


@pytest.mark.parametrize(
    "text",
    [
        *("~156X", "1974~-XX", "1974-XX-04", "201X-06", "1974-09-XXT07:30:00", "X974", "1X74", "197X-9"),
        *("-0000", "-000", "12345", "-12345", "1974-0X", "1974-XX-", "2004?-06-11T07:30:00", "1974-09-14T07:30:00?"),
        *("1974-09-14T24:00", "1974-09-14T07", "1974-09-14T0730", "1974-09-14T07:30+04:75", "1974-09T07:30"),
        *("[1974]", "[]", "[..]", "[1974/1975]", "1974..1975", "[1974..1975", "[1974..1975..1976]", "{1974..1975}"),
        *("[[1974..1975]..1976]", "1974/[1975..1976]", "[1974...1975]", "1974/1975/1976", "//", "/", "../", "/.."),
    ],
)
def test_what_only_looks_like_a_date_is_refused_by_schema_and_parser_alike(text: str) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        parse_date(text)
    assert not PATTERN.search(text)
