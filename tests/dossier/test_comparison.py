"""Actors compared by their words: the same matters, the same years, and what only one of them speaks of."""

from __future__ import annotations

from tests.dossiers import HEAD, loaded, record
from tui.dossier.comparison import CompareResult, compare, periods
from tui.dossier.dossier import Dossier
from tui.dossier.reported_only import reported_only

CAST = (
    "".join(record("actors", id=name) for name in ("cape", "isle", "reef", "moon"))
    + record("sources", id="book", kind="book")
    + record("actors", id="ministry", kind="body", part_of="cape")
    + record(
        "actors",
        id="minister",
        kind="person",
        roles=[{"title": "minister", "of": "ministry", "since": "1956", "until": "1957"}],
    )
)


def said(id: str, speaker: str, about: tuple[str, ...] = (), date: str = "") -> str:
    keys = {"date": date} if date else {}
    return record("quotes", id=id, speaker=speaker, about=list(about), cite="book", **keys)


def dossier(*records: str) -> Dossier:
    return loaded(HEAD + CAST + "".join(records))


def compared(of: Dossier, *actors: str) -> CompareResult:
    return compare(of, actors, lambda name: not name.startswith("later"))


def matters(result: CompareResult) -> list[tuple[tuple[str, ...], list[list[str]]]]:
    """The subjects, and the ids of the words of each actor about them."""
    return [(matter.subjects, [[quote.id for quote in words] for words in matter.words]) for matter in result.shared]


def test_what_several_speak_of_is_shared_and_what_one_speaks_of_is_counted() -> None:
    of = dossier(said("a", "cape", ("reef",)), said("b", "isle", ("reef",)), said("c", "isle", ("moon",)))
    result = compared(of, "cape", "isle")
    assert matters(result) == [(("reef",), [["a"], ["b"]])]
    assert result.alone == ({}, {"moon": 1})


def test_words_are_in_the_order_of_their_dates_and_undated_ones_last() -> None:
    of = dossier(
        said("none", "cape", ("reef",)),
        said("second", "cape", ("reef",), "1957"),
        said("first", "cape", ("reef",), "1956-11"),
        said("other", "isle", ("reef",)),
    )
    assert matters(compared(of, "cape", "isle"))[0][1][0] == ["first", "second", "none"]


def test_who_holds_an_office_speaks_for_the_whole_on_the_days_of_it() -> None:
    of = dossier(
        said("in-office", "minister", ("reef",), "1956"),
        said("out", "minister", ("reef",), "1959"),
        said("b", "isle", ("reef",)),
    )
    assert matters(compared(of, "cape", "isle")) == [(("reef",), [["in-office"], ["b"]])]


def test_words_stand_for_the_nearer_of_two_who_are_compared() -> None:
    of = dossier(said("own", "cape", ("reef",)), said("his", "minister", ("reef",), "1956"))
    assert matters(compared(of, "cape", "minister")) == [(("reef",), [["own"], ["his"]])]
    assert matters(compared(of, "minister", "cape")) == [(("reef",), [["his"], ["own"]])]


def test_subjects_of_the_same_words_are_one_matter_with_actors_first() -> None:
    of = dossier(
        record("events", id="storm", cite="book"),
        said("a", "cape", ("storm", "reef")),
        said("b", "isle", ("storm", "reef")),
    )
    assert matters(compared(of, "cape", "isle")) == [(("reef", "storm"), [["a"], ["b"]])]


def test_words_about_a_tie_are_about_those_whom_it_joins() -> None:
    tie = record("alliances", id="pact", between=["reef", "moon"], cite="book")
    result = compared(dossier(tie, said("a", "cape", ("pact",)), said("b", "isle", ("moon",))), "cape", "isle")
    assert matters(result) == [(("moon",), [["a"], ["b"]])]
    assert result.alone == ({"pact": 1, "reef": 1}, {})


def test_what_all_three_speak_of_comes_before_what_two_do() -> None:
    of = dossier(
        *(said(f"m{number}", speaker, ("moon",)) for number, speaker in enumerate(("cape", "cape", "isle"))),
        *(said(f"r-{speaker}", speaker, ("reef",)) for speaker in ("cape", "isle", "reef")),
    )
    assert [subjects for subjects, _ in matters(compared(of, "cape", "isle", "reef"))] == [("reef",), ("moon",)]


def test_words_without_a_subject_are_nobodys_in_common() -> None:
    result = compared(dossier(said("a", "cape"), said("b", "isle")), "cape", "isle")
    assert not result.shared
    assert result.alone == ({"": 1}, {"": 1})


def test_later_words_are_counted_and_left_out() -> None:
    of = dossier(said("later-1", "cape", ("reef",)), said("b", "isle", ("reef",)))
    result = compared(of, "cape", "isle")
    assert (result.later, result.shared) == (1, ())


def test_a_subject_that_only_a_judgement_states_is_hidden_where_only_reports_count() -> None:
    judged = record("claims", id="guess", status="judgement", by=["isle"], cite="book")
    of = dossier(judged, said("a", "cape", ("guess", "reef")), said("b", "isle", ("guess",)))
    assert [subjects for subjects, _ in matters(compared(of, "cape", "isle"))] == [("guess",)]
    part = compared(reported_only(of), "cape", "isle")
    assert (part.shared, part.alone, part.hidden) == ((), ({"reef": 1}, {}), 1)


def test_periods_are_years_and_words_of_no_known_year_come_last() -> None:
    of = dossier(
        said("a", "cape", ("reef",), "1957-02"),
        said("b", "isle", ("reef",), "1956-11"),
        said("c", "isle", ("reef",), "1957-03-01"),
        said("d", "cape", ("reef",)),
        said("e", "isle", ("reef",), "1956/1958"),
        said("f", "isle", ("reef",), "1956/.."),
    )
    [matter] = compared(of, "cape", "isle").shared
    found = [(period.year, [len(words) for words in period.words]) for period in periods(matter.words)]
    assert found == [(1956, [0, 1]), (1957, [1, 1]), (None, [1, 2])]
