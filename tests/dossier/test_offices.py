"""The offices of a speaker are those of the day the words were spoken; others are said to be of another time."""

from __future__ import annotations

import pytest

from tests.cli.test_as_of import EDEN
from tests.dossier.test_as_of import ENDED_TIES
from tests.dossiers import loaded, record
from tests.pages.page_text import text_of
from tui.dossier.dossier import Dossier
from tui.dossier.offices import offices_at
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog


def spoken(date: str = "") -> Dossier:
    quote = record("quotes", speaker="eden", **({"date": date} if date else {}))
    return loaded(ENDED_TIES + EDEN + quote)


@pytest.mark.parametrize(
    ("date", "offices"),
    [
        ("1956-12-20", [("Prime Minister", "held"), ("Foreign Secretary", "earlier")]),
        ("1953", [("Foreign Secretary", "held"), ("Prime Minister", "later")]),
        ("1955-04-05", [("Foreign Secretary", "perhaps"), ("Prime Minister", "perhaps")]),
        ("1960", [("Foreign Secretary", "earlier"), ("Prime Minister", "earlier")]),
        ("", [("Foreign Secretary", "undated"), ("Prime Minister", "undated")]),
    ],
)
def test_those_held_at_the_date_come_first(date: str, offices: list[tuple[str, str]]) -> None:
    eden = spoken().actor("eden")
    assert eden is not None
    then = offices_at(eden, parse_date(date) if date else None)
    assert [(office.role.title, office.when) for office in then] == offices


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1956-12-20", "Prime Minister, Actor uk; earlier Foreign Secretary, Actor uk · 20 December 1956"),
        ("1953", "Foreign Secretary, Actor uk; later Prime Minister, Actor uk · 1953"),
        ("", "Foreign Secretary, Actor uk (Oct 1951 – Apr 1955); Prime Minister, Actor uk (Apr 1955 – Jan 1957)"),
    ],
)
def test_the_page_of_a_quote_says_of_which_time_an_office_is(date: str, words: str) -> None:
    page = Catalog(spoken(date)).page("q")
    assert page is not None
    assert words in text_of(page)
