"""A problem is reported once, and its hint leads to the fix: the id, the word or the date that is meant."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import codes_of, dossier_of, problems_of, record
from tui.dossier.format.date_hints import date_hint, typed_date
from tui.dossier.problems import did_you_mean
from tui.dossier.values import synonyms, vocabulary
from tui.dossier.values.dates import parse_date

VOCABULARIES = {
    name: value
    for name, value in vars(vocabulary).items()
    if get_args(value) and name[0].isupper() and all(isinstance(word, str) for word in get_args(value))
}


def hint_of(text: str) -> str:
    [problem] = problems_of(text)
    return problem.hint


# Ids and names


def test_a_misspelt_id_is_one_error_however_often_it_is_referred_to() -> None:
    sources = record("sources", id="eden_memoir")
    quotes = [record("quotes", id=f"q-{n}", cite=f"eden_memoir#p{n + 1}") for n in range(11)]
    more = record("events", cite=["s", {"source": "eden_memoir", "p": 1}]) + record("claims", by=["eden_memoir"])
    [problem] = problems_of(dossier_of(sources, *quotes, more))
    assert (problem.code, problem.line) == ("bad-id", dossier_of(sources).split("\n").index('id = "eden_memoir"') + 1)
    assert problem.hint.startswith('write id = "eden-memoir": an id has at most 60 characters')


def test_records_that_already_use_the_valid_spelling_are_at_no_fault_either() -> None:
    text = dossier_of(record("sources", id="Eden Memoir"), record("quotes", cite="eden-memoir#p1"))
    assert codes_of(text) == ["bad-id"]


def test_no_spelling_is_offered_that_another_record_has() -> None:
    assert 'write id = "x-y-2"' in hint_of(dossier_of(record("actors", id="x-y"), record("actors", id="X_y")))


def test_an_invalid_id_is_never_recommended() -> None:
    text = dossier_of(record("actors", id="North_land"), record("quotes", speaker="north_lan"))
    assert {problem.code: problem.hint[:30] for problem in problems_of(text)} == {
        "bad-id": 'write id = "north-land": an id',
        "dangling-reference": "did you mean “north-land”?",
    }


NASSER = record("actors", id="nasser", kind="person", name="Gamal Abdel Nasser", aliases=["the Rais", "Naser"])


@pytest.mark.parametrize(
    "written", ["Gamal Abdel Nasser", "gamal abdel nasser", "The Rais", "Gamal Abdul Nasser", "naser"]
)
def test_an_actor_is_found_by_its_name_and_its_aliases(written: str) -> None:
    assert hint_of(dossier_of(NASSER, record("quotes", speaker=written))) == "did you mean “nasser”?"


def test_the_bearer_of_a_name_is_meant_rather_than_one_whose_id_is_like_it() -> None:
    other = record("actors", id="gamal-abdel-naser", name="Somebody else")
    assert (
        hint_of(dossier_of(other, NASSER, record("quotes", speaker="Gamal Abdel Nasser"))) == "did you mean “nasser”?"
    )


def test_a_source_is_found_by_its_title() -> None:
    text = dossier_of(record("sources", id="times", title="The Times"), record("claims", by=["The Times"]))
    assert hint_of(text) == "did you mean “times”?"


def test_a_name_of_another_table_is_not_offered() -> None:
    text = dossier_of(record("sources", id="times", title="The Times"), record("quotes", speaker="The Times"))
    assert hint_of(text) == "it must be the id of an actor"


def test_the_first_of_two_records_with_one_id_is_named_by_its_line() -> None:
    text = dossier_of(record("events", id="z"), record("quotes", id="z"))  # quotes come before events in lists
    [problem] = problems_of(text)
    line = text.split("\n").index('id = "z"') + 1
    assert problem.what == f"the id “z” is already used by an event on line {line}"


# Types


def test_text_where_a_list_belongs_is_one_error() -> None:
    [problem] = problems_of(dossier_of(record("alliances", between="jordan")))
    assert (problem.what, problem.hint) == ("`between`: text where a list is needed", "put it in brackets: […]")


@pytest.mark.parametrize(
    "text",
    [
        record("alliances", between=None, from_=["a", "b"], to="b"),
        record("ledger", of=["a", "b"]),
        record("quotes", speaker=["a", "b"]),
        record("actors", id="x", part_of=["a", "b"]),
    ],
)
def test_a_list_where_one_id_belongs_says_so(text: str) -> None:
    [problem] = problems_of(dossier_of(text))
    assert problem.what.endswith("a list where one id is needed")
    assert problem.hint == "it takes one id; for several write one record each"


# Words


@pytest.mark.parametrize(
    ("table", "key", "word", "term"),
    [
        ("alliances", "kind", "war", "hostility"),
        ("actors", "kind", "organization", "igo"),
        ("actors", "kind", "Country", "state"),
        ("quotes", "mode", "paraphrase", "indirect"),
        ("quotes", "act", "criticise", "complain"),
        ("alliances", "kind", "military base", "base-hosting"),
        ("alliances", "status", "disputed", "contested"),
        ("ledger", "outcome", "ignored", "no-response"),
        ("ledger", "voiced", "appeal", "request"),
        ("alliances", "kind", "sanction", "sanctions"),
        ("alliances", "kind", "hostilty", "hostility"),
    ],
)
def test_an_everyday_word_leads_to_the_term(table: str, key: str, word: str, term: str) -> None:
    assert hint_of(dossier_of(record(table, id="z", **{key: word}))).startswith(
        f"did you mean “{term}”? allowed values:"
    )


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_vocabulary_has_synonyms_and_each_leads_to_a_term(name: str) -> None:
    terms = get_args(VOCABULARIES[name])
    table = synonyms.synonyms(terms)
    assert table
    assert set(table.values()) <= set(terms)
    assert not set(table) & set(terms)


@pytest.mark.parametrize(
    ("key", "near"),
    [("latitude", ""), ("titel", "title"), ("titles", "title"), ("subtitle", ""), ("sumary", "summary")],
)
def test_only_a_key_that_is_near_is_offered(key: str, near: str) -> None:
    [problem] = problems_of(f"dossier = 1\ntitle = 'T'\n{key} = 'x'\n")
    assert problem.hint == f"did you mean “{near}”?" if near else problem.hint.startswith("it is ignored; known keys")


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("denied", "denied_by", True),
        ("tilte", "title", True),
        ("speeker", "speaker", True),
        ("aa", "a", True),
        ("Defence Pact", "defence-pact", True),
        ("latitude", "title", False),
        ("name", "note", False),
    ],
)
def test_a_word_is_near_when_a_slip_or_two_of_the_pen_part_them(word: str, known: str, near: bool) -> None:
    assert did_you_mean(word, [known]) == (f"did you mean “{known}”?" if near else "")


# Dates


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("ca. 1954", 'write date = "1954~"'),
        ("c. 1954", 'write date = "1954~"'),
        ("circa July 1956", 'write date = "1956-07~"'),
        ("early July 1956", 'write date = "1956-07" and date_text = "early July 1956"'),
        ("summer 1956", 'write date = "1956" and date_text = "summer 1956"'),
        ("July 1956", 'write date = "1956-07"'),
        ("26 July 1956", 'write date = "1956-07-26"'),
        ("July 26th, 1956", 'write date = "1956-07-26"'),
        ("07/26/1956", 'write date = "1956-07-26"'),
        ("26.07.1956", 'write date = "1956-07-26"'),
        ("1956/07/26", 'write date = "1956-07-26"'),
        ("07/06/1956", 'write date = "1956-07-06" or "1956-06-07"'),
        ("193x", 'write date = "193X"'),
        ("193?", 'write date = "193X"'),
        ("the 1930s", 'write date = "193X"'),
        ("the 1900s", 'write date = "190X" or "19XX"'),
        ("19uu", 'write date = "19XX"'),
        ("16th century", 'write date = "[1501..1600]"'),
        ("1939–1945", 'write date = "[1939..1945]" for some day between, or "1939/1945" for an event that lasts'),
        ("1956-07-xx", 'write date = "1956-07-XX"'),
        ("1956-22", 'write a span of months, such as date = "[1956-06..1956-08]"'),
        ("1956-24~", 'write a span of months, such as date = "[1956-12..1957-02]"'),
        ("1956-30", 'write a span of months, such as date = "[1956-12..1957-02]"'),
        ("1956-31", 'write a span of months, such as date = "[1956-03..1956-05]"'),
        ("1956-38", 'write a span of months, such as date = "[1956-05..1956-08]"'),
        ("1956-41", 'write a span of months, such as date = "[1956-07..1956-12]"'),
        ("1956-21/1957-22", 'write a span of months, such as date = "1956-03/1957-08"'),
        ("1956-09/1956-21", "write a span of months"),
        ("1956-07/", 'write date = "1956-07/..", if the end is open'),
        ("1956/present", 'write date = "1956/.."'),
        ("1956..", 'write date = "[1956..]"'),
        ("1956..1957", 'write date = "[1956..1957]"'),
        ("[1956/1957]", 'write date = "[1956..1957]"'),
        ("[1956]", 'write date = "1956"'),
        ("-44", 'write date = "-0044" for 45 BC'),
        ("44 BC", 'write date = "-0043"'),
        ("1 B.C.", 'write date = "0000"'),
        ("AD 33", 'write date = "0033"'),
        ("33 CE", 'write date = "0033"'),
        ("Y1956", 'write date = "1956"'),
        ("Y17000", 'leave `date` out and write date_text = "Y17000"'),
        ("1956S3", 'write date = "195X"'),
        ("-156X-12", 'write date = "[-1569-12..-1560-12]"'),
        ("1956-02-2X", 'write date = "[1956-02-20..1956-02-29]"'),
        ("1957-02-3X", 'leave `date` out and write date_text = "1957-02-3X"'),
    ],
)
def test_a_date_as_people_write_it_leads_to_the_date_as_it_is_written_here(written: str, hint: str) -> None:
    assert hint_of(dossier_of(record("events", date=written))) == hint


@pytest.mark.parametrize("written", ["1956-21", "Y17000", "1956S3", "[1956,1958]", "{1956,1958}"])
def test_what_of_edtf_is_not_supported_is_said_to_be_so(written: str) -> None:
    [problem] = problems_of(dossier_of(record("events", date=written)))
    assert problem.what.startswith(f"`date`: “{written}”: ")
    assert problem.what.endswith("supported")


def test_where_there_is_no_date_text_the_words_go_into_the_note() -> None:
    assert 'issued = "1956" and note = "early 1956"' in hint_of(
        dossier_of(record("sources", id="x", issued="early 1956"))
    )


@pytest.mark.parametrize("written", ["soon", "ca.", "ca. ca. 1954", "ca " * 500, "31/02/1956", "May", "56", "476"])
def test_what_no_date_can_be_read_from_gets_the_forms_of_a_date(written: str) -> None:
    assert hint_of(dossier_of(record("events", date=written))).startswith('write "1974"') or written == "31/02/1956"


def test_only_the_date_of_an_event_is_offered_as_one_that_lasts() -> None:
    text = dossier_of(record("alliances", start="1939-1945"))
    assert hint_of(text) == 'write start = "[1939..1945]"'


@given(st.text("0123456789Xxu?~%-/.,[]{}TZ:ESY ", max_size=24))
def test_no_date_is_recommended_that_is_none(text: str) -> None:
    if (hint := date_hint(text, "date")) is not None:
        for date in re.findall(r' date = "([^"]*)"', hint[1]):
            parse_date(date)


def test_every_value_is_judged_where_it_stands() -> None:
    roles: list[dict[str, Any]] = [{"title": "T", "since": "ca. 1954"}]
    assert hint_of(dossier_of(record("actors", id="x", roles=roles))) == 'write since = "1954~"'


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Nov 1956", "type 1956-11"),
        ("2001-21", "type [2001-03..2001-05]"),
        ("spring 1956", "type 1956"),
        ("3/5/1956", "type 1956-03-05 or 1956-05-03"),
        ("1956-13", "there is no month 13"),
        ("soon", "“soon” is not a date"),
    ],
)
def test_a_date_typed_outside_of_a_file_is_answered_with_what_to_type(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)) as raised:
        typed_date(typed)
    assert "date =" not in str(raised.value)


def test_a_date_typed_outside_of_a_file_is_read_as_in_one() -> None:
    assert typed_date("1956-11~") == parse_date("1956-11~")
