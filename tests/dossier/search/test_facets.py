"""Facets: each value is counted as often as it is found once it is chosen, and a choice is read as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.load import load
from tui.dossier.search.facets import Choice, Facets, FieldIndex, can_be_written, joined_query, split_query
from tui.dossier.search.fields import FIELDS, PASSAGES
from tui.dossier.search.filter import Filter
from tui.dossier.search.index import Index
from tui.dossier.search.query import parse_query
from tui.dossier.search.search import Search
from tui.dossier.values.text import clean
from tui.paths import EXAMPLE, content

WHOLE = loaded(SMALL)
INDEX = Index(WHOLE)
TABLES = [(table,) for table in KINDS] + [INDEX.tables]


def chosen(**values: str) -> Choice:
    return {field: frozenset(written.split(",")) for field, written in values.items()}


def facets(*tables: str, rest: str = "", dossier: Dossier = WHOLE) -> Facets:
    found = Facets(Index(dossier), tables, rest, {})
    found.step()
    return found


def number_found(query: str, tables: tuple[str, ...]) -> int:
    search = Search(INDEX, Filter(WHOLE, parse_query(query)), tables)
    search.step()
    assert search.filter.error == ""
    return sum(search.counts.values())


@pytest.mark.parametrize("tables", TABLES, ids=lambda tables: tables[0] if len(tables) == 1 else "everything")
def test_every_value_is_counted_as_often_as_it_is_found_once_it_is_chosen(tables: tuple[str, ...]) -> None:
    counted = facets(*tables)
    for field in FIELDS:
        for value, count in counted.counts(field, {}).items():
            query = joined_query({field: frozenset((value,))})
            assert number_found(query, tables) == count, query
            assert counted.total({field: frozenset((value,))}) == count, query


@pytest.mark.parametrize("rest", ["", "norrow", "-contested", "before:1977"])
def test_a_value_is_counted_among_what_the_rest_and_the_other_fields_leave(rest: str) -> None:
    counted = facets("alliances", rest=rest)
    choice = chosen(sign="with,neither", source="gazette")
    assert counted.total(choice) == number_found(joined_query(choice, rest), ("alliances",))
    for field in FIELDS:
        for value, count in counted.counts(field, choice).items():
            query = joined_query({**choice, field: frozenset((value,))}, rest)
            assert number_found(query, ("alliances",)) == count > 0, query


def test_several_values_of_a_field_are_one_or_the_other_and_several_fields_hold_together() -> None:
    counted = facets("quotes")
    assert counted.total(chosen(act="complain,deny")) == 2
    assert counted.total(chosen(act="complain,deny", tag="pilots")) == 1
    assert list(counted.counts("act", chosen(act="complain"))) == ["complain", "threaten", "justify", "deny"]


def test_the_most_frequent_value_comes_first() -> None:
    assert list(facets("alliances").counts("sign", {}).items()) == [("with", 3), ("against", 2), ("neither", 1)]


def test_a_paragraph_of_a_local_copy_has_its_source_and_its_kind() -> None:
    dossier = load(content(EXAMPLE)).dossier
    assert dossier is not None
    counted = facets(PASSAGES, dossier=dossier)
    assert counted.counts("kind", {}) == {PASSAGES: counted.total({})}
    assert counted.counts("source", {}) == {name: len(texts) for name, texts in dossier.passages.items() if texts}


def test_counting_goes_on_where_it_stopped_and_what_is_counted_is_kept() -> None:
    records = [record("claims", id=f"c{n}", status="reported", tags=["odd" if n % 2 else "even"]) for n in range(450)]
    index = Index(loaded(dossier_of(*records)))
    kept: dict[str, FieldIndex] = {}
    counted = Facets(index, ("claims",), "", kept)
    steps = 1
    while counted.step(0):
        steps += 1
        assert 0 < counted.progress < 1
        assert counted.of_every_item("status", "reported"), "as far as it is known"
        assert sum(counted.counts("tag", {}).values()) < 450
    assert steps > 2
    assert counted.counts("tag", {}) == {"odd": 225, "even": 225}
    again = Facets(index, ("claims",), "", kept)
    assert again.progress == 1
    assert again.counts("tag", {}) == {"odd": 225, "even": 225}


def test_with_a_wrong_rest_nothing_is_found() -> None:
    counted = facets("quotes", rest="speaker:zzz")
    assert counted.error.startswith("speaker: no speaker here")
    assert (counted.total({}), counted.counts("act", {})) == (0, {})


# The choice in the query


@pytest.mark.parametrize(
    ("query", "choice", "rest"),
    [
        ("act:deny,complain pilot", chosen(act="deny,complain"), "pilot"),
        ('pilot tag:"to check" -act:deny', chosen(tag="to check"), "pilot -act:deny"),
        ("speaker:ada", chosen(speaker="brenn"), ""),
        ("act:deny act:complain", chosen(act="deny"), "act:complain"),
        ("before:1977 act:deny", chosen(act="deny"), "before:1977"),
        ("act:nonsense", {}, "act:nonsense"),
        ("act:", {}, "act:"),
        ('act:deny "no pil', chosen(act="deny"), '"no pil'),
    ],
)
def test_what_is_chosen_is_told_from_the_rest(query: str, choice: Choice, rest: str) -> None:
    assert split_query(WHOLE, query) == (choice, rest)
    assert split_query(WHOLE, joined_query(choice, rest)) == (choice, rest)


TAGS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=12).map(str.strip)


@given(TAGS.filter(lambda text: bool(clean(text).strip())))
def test_a_value_that_is_offered_is_read_as_it_is_written(tag: str) -> None:
    dossier = loaded(dossier_of(record("claims", id="c", status="reported", tags=[tag])))
    [kept] = dossier.tables["claims"][0].tags or ("",)
    if kept and can_be_written("tag", kept):
        assert split_query(dossier, joined_query({"tag": frozenset((kept,))}, "word")) == (chosen_one(kept), "word")


def chosen_one(tag: str) -> Choice:
    return {"tag": frozenset((tag,))}


# Signs and years


def test_an_id_stands_for_itself_before_a_name_that_is_the_same() -> None:
    actors = (
        record("actors", id="rada", name="The council"),
        record("actors", id="council", name="Rada"),
    )
    dossier = loaded(HEAD + "".join(actors))
    assert split_query(dossier, "about:rada")[0] == chosen(about="rada")


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("1956-10-29", ["1956"]),
        ("1956~", ["1956"]),
        ("1956-12/1957-01", ["1956"]),
        ("195X", [str(year) for year in range(1950, 1960)]),
        ("[1956..1957]", ["1956", "1957"]),
    ],
)
def test_an_event_has_the_years_in_which_it_may_have_begun(date: str, years: list[str]) -> None:
    dossier = loaded(dossier_of(record("events", id="e", date=date)))
    assert sorted(facets("events", dossier=dossier).counts("year", {})) == years


def test_a_tie_has_no_year_that_only_an_actor_of_it_gives() -> None:
    actors = (record("actors", id="north", since="1950"), record("actors", id="south", since="1960"))
    for start, years in ((None, []), ("1962", ["1962"])):
        tie = record("alliances", id="t", kind="trade", between=["north", "south"], start=start)
        counted = facets("alliances", dossier=loaded(dossier_of(*actors, tie)))
        assert list(counted.counts("year", {})) == years
