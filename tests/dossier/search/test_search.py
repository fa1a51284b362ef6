"""What is found in a dossier, by which field and in which order, and that nothing is found twice or only at first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossiers import HEAD, SMALL, dossier_of, loaded, record
from tui.dossier.dossier import Dossier
from tui.dossier.search.fields import PASSAGES
from tui.dossier.search.filter import Filter
from tui.dossier.search.index import Index
from tui.dossier.search.matched_part import matched_parts
from tui.dossier.search.matched_words import matched_words
from tui.dossier.search.query import parse_query
from tui.dossier.search.search import Search
from tui.dossier.values.text import Safe

SMALL_DOSSIER = loaded(SMALL)


def search(query: str, dossier: Dossier = SMALL_DOSSIER) -> Search:
    index = Index(dossier)
    result = Search(index, Filter(dossier, parse_query(query)), index.tables)
    result.step()
    return result


def found(query: str, dossier: Dossier = SMALL_DOSSIER) -> list[str]:
    result = search(query, dossier)
    assert result.filter.error == ""
    return [item.id for table in result.counts for item in result.best(table)]


def parts(query: str, name: str, dossier: Dossier = SMALL_DOSSIER) -> list[tuple[str, str]]:
    index = Index(dossier)
    item = index.item(name)
    assert item is not None
    words = matched_words(parse_query(query))
    return [(part.label, part.text) for part in matched_parts(index.parts(item), words)]


# Words


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("above the locks", ["ilvane"]),
        ("envoy kind:actors", ["brenn"]),
        ('"port ilvane" kind:state', ["ilvane"]),
        ("LLR", ["league"]),
        ("none arrived", ["q-pilot"]),
        ("arrived promised", ["q-pilot"]),
        ("arrived -promised", []),
        ('"pilot came"', ["q-pilot"]),
        ('"came pilot"', []),
        ('"pilot cam"', []),
        ('"pilot cam', ["q-pilot"]),
        ("upstream", ["ilvane"]),
        ("ilvayne", ["ilvane"]),
        ("at the quay", ["q-pilot"]),
        ("nonesuch", []),
        ("shut.txt", []),
        ("Q4115189", []),
    ],
)
def test_words_are_found_wherever_they_are_read_and_in_no_path_or_code(query: str, names: list[str]) -> None:
    assert found(query) == names


def test_a_note_of_the_reader_is_found_with_what_it_is_about_and_said_to_be_theirs() -> None:
    dossier = loaded(SMALL)
    dossier.passages["gazette"] = [Safe("One."), Safe("Two.")]
    index = Index(dossier)

    def names(query: str) -> list[str]:
        result = Search(index, Filter(dossier, parse_query(query)), index.tables)
        result.step()
        return [item.id for table in result.counts for item in result.best(table)]

    assert names("zephyr") == []
    assert index.set_notes({"ilvane": "Zephyr?", "gazette#p2": "zéphyr", "gazette#p9": "Zephyr", "gone": "zephyr"})
    assert names("zephyr") == ["ilvane", "gazette", "gazette#p2"]
    item = index.item("ilvane")
    assert item is not None
    assert index.parts(item)[-1][1:] == ("note of yours", "Zephyr?")
    assert not index.set_notes({"gone": "zephyr", "gazette#p2": "zéphyr", "gazette#p9": "Zephyr", "ilvane": "Zephyr?"})
    assert index.set_notes({"gazette#p2": "west wind"})
    assert (names("zephyr"), names("wind west")) == ([], ["gazette#p2"])


def test_a_phrase_does_not_go_from_one_part_of_a_record_to_another() -> None:
    assert found('"ilvane port ilvane"') == []


# Fields


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("speaker:brenn kind:quotes", ["q-pilot", "q-twice"]),
        ("speaker:ada kind:quotes", ["q-pilot", "q-twice"]),
        ('speaker:"Ada Brenn" act:threaten', ["q-twice"]),
        ("to:norrow kind:quote", ["q-pilot"]),
        ("about:pilots kind:quote", ["q-pilot"]),
        ("about:c-gift kind:quotes", ["q-twice"]),
        ("kind:igo", ["league"]),
        ("kind:organisation", ["league"]),
        ("act:complain,threaten kind:quote", ["q-pilot", "q-twice"]),
        ("kind:quote -act:complain,threaten speaker:brenn", []),
        ("kind:actor side:ilvane", ["ilvane", "harbour-office", "brenn"]),
        ("side:ilvane kind:person,body", ["harbour-office", "brenn"]),
        ("source:almanac kind:state", ["ilvane"]),
        ("source:almanac kind:sources", ["almanac"]),
        ('tag:"to check"', ["ilvane"]),
        ("tag:up", ["ilvane"]),
        ("outcome:unmet", ["l-pilot"]),
        ("act:complain kind:ledger outcome:unmet", ["l-pilot"]),
        ("in:1977 kind:quotes speaker:brenn", ["q-pilot"]),
    ],
)
def test_fields_narrow_what_is_found(query: str, names: list[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("speaker:nobody", "speaker: no speaker here is called “nobody”"),
        ("act:complian", "act: no act here is called “complian”; did you mean “complain”?"),
        ('tag:"up"', "tag: no tag here is called “up”"),
    ],
)
def test_a_value_that_nothing_has_is_said_and_finds_nothing(query: str, error: str) -> None:
    result = search(f"ilvane {query}")
    assert (result.filter.error, result.counts) == (error, {})


def test_a_name_in_full_stands_for_itself_alone() -> None:
    dossier = loaded(
        HEAD
        + record("sources")
        + record("actors", id="oman", name="Oman")
        + record("actors", id="oman-radio", name="Oman Radio")
        + record("quotes", id="q-1", speaker="oman")
        + record("quotes", id="q-2", speaker="oman-radio")
    )
    assert found("speaker:oman kind:quote", dossier) == ["q-1"]
    assert found("speaker:oma kind:quote", dossier) == ["q-1", "q-2"]


# Passages


COPIED = Dossier(
    SMALL_DOSSIER.head,
    {table: list(enumerate(records)) for table, records in SMALL_DOSSIER.tables.items()},
    {"gazette": [Safe("The locks have been shut."), Safe("A barge sank.")]},
)


def test_a_passage_of_a_copy_is_found_by_its_words_and_its_source_and_as_a_kind() -> None:
    assert found("barge sank", COPIED) == ["gazette#p2"]
    assert found("kind:passage", COPIED) == ["gazette#p1", "gazette#p2"]
    assert found("kind:passage source:almanac", COPIED) == []
    assert found("sank -kind:passage", COPIED) == []
    assert search("barge", COPIED).counts[PASSAGES] == 1


# The order


def test_names_come_before_aliases_and_those_before_other_text() -> None:
    told = "They crossed the Tamber."
    dossier = loaded(
        HEAD
        + record("sources")
        + record("actors", id="text", name="One", summary=told, cite="s#p1")
        + record("actors", id="inside", name="Utamber")
        + record("actors", id="alias", name="Two", aliases=["Tamber"])
        + record("actors", id="word", name="Old Tamber")
        + record("actors", id="tamber", name="Tamber")
        + record("actors", id="first", name="Tamber Gate")
        + record("actors", id="later-text", name="Three", summary=told, cite="s#p1")
    )
    order = ["tamber", "word", "first", "inside", "alias", "text", "later-text"]
    assert found("tamber kind:actors", dossier) == order
    assert found("tamber crossed kind:actors", dossier) == ["text", "later-text"]


# In what it is found


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("ilvane", "ilvane", [("name", "Ilvane")]),
        ("port", "ilvane", [("alias", "Port Ilvane")]),
        ("arrived", "q-pilot", [("translation", "A pilot was promised, none arrived.")]),
        ("speaker", "brenn", [("office", "speaker")]),
        ("upstream", "ilvane", [("tag", "upstream")]),
        ("norrow", "q-pilot", [("to", "Norrow")]),
        ("complain", "q-pilot", [("act", "complaint")]),
        ("mib", "gazette", []),
        ("nib", "gazette", [("author", "M. Nib")]),
        (
            "arrived quay",
            "q-pilot",
            [("channel", "at the quay"), ("translation", "A pilot was promised, none arrived.")],
        ),
    ],
)
def test_it_is_known_in_what_the_words_are(query: str, name: str, expected: list[tuple[str, str]]) -> None:
    assert parts(query, name) == expected


# A slice at a time


WORDS = ("pilot", "il", "ilvane", "-norrow", "act:complain", '"pilot came"', "e", "kind:quote", "the")


@given(st.lists(st.sampled_from(WORDS), max_size=3), st.lists(st.sampled_from(WORDS), max_size=3))
def test_a_search_that_narrows_another_finds_what_it_finds_alone(one: list[str], more: list[str]) -> None:
    index = Index(SMALL_DOSSIER)
    wide = Search(index, Filter(SMALL_DOSSIER, parse_query(" ".join(one))), index.tables)
    alone = Search(index, Filter(SMALL_DOSSIER, parse_query(" ".join([*one, *more]))), index.tables)
    wide.step()
    alone.step()
    if alone.narrows(wide):
        narrow = Search(index, alone.filter, index.tables, wide)
        narrow.step()
        assert all(list(narrow.best(table)) == list(alone.best(table)) for table in index.tables)
        assert narrow.total == sum(wide.counts.values())


def test_many_are_looked_at_in_slices_and_counted_as_they_are_found() -> None:
    quotes = (record("quotes", id=f"q-{number}", speaker="a", text=f"Word {number}.") for number in range(5000))
    dossier = loaded(HEAD + record("sources") + record("actors", id="a") + "".join(quotes))
    index = Index(dossier)
    slow = Search(index, Filter(dossier, parse_query("word")), index.tables)
    counts = []
    while slow.step(0):
        counts.append(slow.count("quotes"))
        assert not slow.is_finished
        assert slow.done < slow.total
    assert counts == sorted(counts)
    assert len(counts) > 5
    assert slow.is_finished
    assert slow.ids("quotes") == [f"q-{number}" for number in range(5000)]


def test_of_very_many_paragraphs_the_first_are_searched_and_the_others_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = loaded(SMALL)
    dossier.passages["gazette"] = [Safe(f"Paragraph {number}.") for number in range(5)]
    monkeypatch.setattr("tui.dossier.search.index.MOST_PARAGRAPHS", 3)
    index = Index(dossier)
    assert len(index.texts[PASSAGES]) == 3
    assert index.unsearched == 2


@pytest.mark.parametrize("query", ["justify", "justification", "act:justify", "act:justification"])
def test_an_act_is_found_as_the_verb_of_the_format_and_as_the_noun_on_the_screen(query: str) -> None:
    dossier = loaded(dossier_of(record("quotes", id="q-1", act="justify"), record("quotes", id="q-2", act="deny")))
    assert found(query, dossier) == ["q-1"]
