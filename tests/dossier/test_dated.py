"""What is dated in a dossier: ties and offices as they begin and end, quotes, events, in the order of their dates."""

from __future__ import annotations

import pytest

from tests.dossier.test_as_of import tie
from tests.dossiers import HEAD, loaded, record
from tui.dossier.as_of import tie_lifetime
from tui.dossier.dated import Sort, occurrences, undated
from tui.dossier.kinds import Tie

DOSSIER = loaded(
    HEAD
    + record("sources")
    + record("actors", roles=[{"title": "Keeper", "since": "1951", "until": "1955"}, {"title": "Warden"}])
    + record("actors", id="b")
    + tie("pact", start="1936", end="1954")
    + tie("war")
    + tie("never")
    + record("events", id="outbreak", date="1956-10-31", begins=["war"])
    + record("events", id="somewhen")
    + record("quotes", id="said", date="1956-12-20")
)


def found(*sorts: Sort) -> list[tuple[str, str, str]]:
    return [(one.record.id, one.what, one.date.text) for one in occurrences(DOSSIER, sorts)]


def test_ties_begin_and_end_also_by_the_date_of_an_event() -> None:
    assert found("ties") == [
        ("pact", "begins", "1936"),
        ("pact", "ends", "1954"),
        ("war", "begins", "1956-10-31"),
    ]


def test_offices_are_taken_and_left() -> None:
    assert found("offices") == [("a", "begins", "1951"), ("a", "ends", "1955")]


def test_several_sorts_stand_in_one_order_and_an_event_before_what_it_begins() -> None:
    dates = [date for _, _, date in found("events", "ties", "quotes", "offices")]
    assert dates == sorted(dates)
    assert found("events", "ties", "quotes")[-3:] == [
        ("outbreak", "happens", "1956-10-31"),
        ("war", "begins", "1956-10-31"),
        ("said", "happens", "1956-12-20"),
    ]


@pytest.mark.parametrize(("sort", "count"), [("events", 1), ("ties", 1), ("quotes", 0), ("offices", 1)])
def test_what_has_no_date_is_counted(sort: Sort, count: int) -> None:
    assert len(undated(DOSSIER, sort)) == count


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ({"start": "1966-11"}, ("1966-11", "1971")),
        ({"start": "1966-11", "end": "1969"}, ("1966-11", "1969")),
        ({"start": "1966-11", "end": "1980"}, ("1966-11", "1971")),
        ({}, (None, "1971")),
    ],
)
def test_a_tie_is_not_there_after_one_of_its_two_actors_and_does_not_begin_with_it(
    keys: dict[str, str], there: tuple[str | None, str | None]
) -> None:
    dossier = loaded(
        HEAD
        + record("sources")
        + record("actors", since="1960", until="1971")
        + record("actors", id="b")
        + tie("treaty", **keys)
    )
    [treaty] = dossier.records_of(Tie)
    assert tuple(date and str(date.text) for date in tie_lifetime(dossier, treaty)) == there
    assert [one.date.text for one in occurrences(dossier, ("ties",))] == [*keys.values()]
    assert all(one.span == tie_lifetime(dossier, treaty) for one in occurrences(dossier, ("ties",)))
