"""What a reader types is parsed once, in one way, for every place in which something is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dossier.search.query import FIELD_NAMES, Term, Value, parse_query
from tui.pages.query_help import QUERY_HELP


def terms(text: str) -> list[Term]:
    query = parse_query(text)
    assert query.error == ""
    return list(query.terms)


def word(*folded: str, without: bool = False) -> Term:
    return Term(tuple(map(Value, folded)), "", without)


def phrase(folded: str, *, without: bool = False, is_open: bool = False) -> Term:
    return Term((Value(folded, exact=True, open=is_open),), "", without)


def field(name: str, *values: str, without: bool = False) -> Term:
    return Term(tuple(map(Value, values)), name, without)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("   ", []),
        ("Əliyev  SUMMIT", [word("aliyev"), word("summit")]),
        ('"Balance of power" envoy', [phrase("balance of power"), word("envoy")]),
        ("“Balance  of power”", [phrase("balance of power")]),
        ("«мир»", [phrase("мир")]),
        ('"balance of', [phrase("balance of", is_open=True)]),
        ('"', []),
        ('""', []),
        ('צה"ל', [word('צה"ל')]),
        ("-envoy", [word("envoy", without=True)]),
        ('-"two words"', [phrase("two words", without=True)]),
        ("- -", [word("-"), word("-")]),
        ("to-check", [word("to-check")]),
        ("speaker:Kesh", [field("speaker", "kesh")]),
        ("SPEAKER:kesh,Vasse", [field("speaker", "kesh", "vasse")]),
        ('tag:"to check",gas', [Term((Value("to check", exact=True), Value("gas")), "tag")]),
        ("-status:denied", [field("status", "denied", without=True)]),
        ("speaker: kesh", [word("kesh")]),
        ("speaker:", []),
        ("act:deny,", [field("act", "deny")]),
        ("one,two", [word("one,two")]),
        ("http://example.org", [word("http://example.org")]),
        ("note: this", [word("note:"), word("this")]),
        ("10:30 2:1", [word("10:30"), word("2:1")]),
        ('"speaker:kesh"', [phrase("speaker:kesh")]),
    ],
)
def test_words_and_fields(text: str, found: list[Term]) -> None:
    assert terms(text) == found


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "speker:kesh",
            "“speker:” is not a field; did you mean “speaker”? To search for it, put it in quotation marks",
        ),
        ("canal qqq:x", "“qqq:” is not a field. To search for it, put it in quotation marks"),
        ("before:1956-13", "before: there is no month 13"),
        ("in:then after:now", "in: “then” is not a date"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(text: str, error: str) -> None:
    assert parse_query(text).error.startswith(error)
    assert "\n" not in parse_query(text).error


@given(st.text(st.one_of(st.sampled_from('-:," “”»az\n'), st.characters()), max_size=40))
def test_anything_can_be_typed(text: str) -> None:
    query = parse_query(text)
    assert all(value.folded for term in query.terms for value in term.values)
    assert query == parse_query(f"  {text} ") or query.error or '"' in text or "“" in text or "”" in text or "»" in text


@given(st.lists(st.sampled_from(["canal", "-envoy", "act:deny", '"two words"', "before:1956"]), max_size=6))
def test_every_term_counts_whatever_stands_before_it(written: list[str]) -> None:
    assert terms(" ".join(written)) == [term for each in written for term in terms(each)]


def test_the_help_names_every_field() -> None:
    text = " ".join(written for written, _ in QUERY_HELP)
    assert [name for name in FIELD_NAMES if f"{name}:" not in text] == []


def test_the_fields_are_those_that_are_promised() -> None:
    promised = [
        "speaker",
        "about",
        "to",
        "kind",
        "act",
        "status",
        "source",
        "side",
        "tag",
        "before",
        "after",
        "in",
        "at",
    ]
    assert set(promised) <= set(FIELD_NAMES)
