"""What opens and yet reads wrong is a warning, at its place and with what to do; what is right is left alone.

In a case the mark ▸ stands right before the place that the problem must name.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossier.format.test_rules import WARNING, Case, at, here, marked, row, top
from tests.dossiers import CAST, SMALL, Raw, codes_of, dossier_of, load_text, loaded, problems_of, record
from tui.dossier.format.rules import all_rules
from tui.dossier.kinds import Actor, Tie
from tui.dossier.values.vocabulary import VIEW_NAMES
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS

STATEMENTS = ("alliances", "ledger", "events", "claims")


def warning(code: str, text: str, what: str, hint: str) -> Case:
    return Case(code, text, what, hint, WARNING)


def denied(table: str, at: str = "", **keys: Any) -> str:
    return row(table, at, **{"status": "contested", "by": ["a"], **keys})


ISSUED = record("sources", id="paper", issued="1956-07-26")
SPOKEN = record("quotes", id="q-b", speaker="b") + record("quotes", id="q-a", speaker="a")
MINISTER = record("actors", id="m", kind="person", roles=[{"title": "minister", "of": "b"}])

CASES = [
    warning(
        "outcome-first",
        row("ledger", "outcome_date", date="1960", outcome_date="1959"),
        "the outcome comes before the expectation",
        "the earlier of the two",
    ),
    warning("expects-of-itself", row("ledger", "of", of="a"), "“a” expects something of itself", "two actors"),
    *(
        warning(
            "denied-by-its-speaker", denied(table, denied_by=["b", here("a")]), "“a” is in `by` and in `denied_", "one"
        )
        for table in STATEMENTS
    ),
    *(
        warning(
            "reported-and-denied",
            row(table, "status", status="reported", denied_by=["b"]),
            "the status is reported, but `denied_by` names somebody",
            'write status = "contested" or "denied"',
        )
        for table in STATEMENTS
    ),
    *(
        warning("judgement-without-by", row(table, "status", status="judgement"), "does not say whose", "add by = ")
        for table in ("alliances", "ledger", "events")
    ),
    *(
        warning("inferred-without-note", row(table, "status", status="inferred"), "no `note`", "add note = ")
        for table in STATEMENTS
    ),
    warning(
        "office-ends-before-start",
        row("actors", id="x", roles=[Raw(f"{{ title = 'T', since = '1957', {'▸'}until = '1956' }}")]),
        "the office “T” ends before it begins",
        "`since` must be the earlier",
    ),
    *(
        warning(
            "listed-twice", row(table, "", **{key: ["a", "b", here("a")]}), f"`{key}` lists “a” twice", "shown once"
        )
        for table, key in (("quotes", "to"), ("quotes", "about"), ("events", "actors"), ("claims", "about"))
    ),
    warning("listed-twice", top(sides=["a", here("a")], rest=CAST), "`sides` lists “a” twice", "leave the second out"),
    warning("listed-twice", denied("claims", by=["a", "b", here("a")]), "`by` lists “a” twice", "shown once"),
    warning("listed-twice", denied("claims", denied_by=["b", here("b")]), "`denied_by` lists “b” twice", "shown once"),
    warning("listed-twice", SPOKEN + row("claims", quotes=["q-a", here("q-a")]), "`quotes` lists “q-a” twice", "once"),
    warning(
        "after-a-later-event",
        record("events", id="late", date="1957") + row("events", id="e", date="1956", after=[here("late")]),
        "it comes after one dated later: “late” (1957) on line",
        "correct `after` or one of the dates",
    ),
    warning(
        "nothing-supports",
        row("claims", cite=at("stance", source="s", page=4, stance="disputes"), status="attributed"),
        "no cite supports this",
        "cite who says so",
    ),
    warning(
        "nothing-supports",
        row("actors", id="x", roles=[{"title": "T", "cite": at("stance", source="s", stance="mentions")}]),
        "no cite supports this",
        "without `stance` a cite supports",
    ),
    warning(
        "reported-and-disputed",
        row("alliances", "status", status="reported", cite=["s#p1", {"source": "s", "page": 4, "stance": "disputes"}]),
        "a source that is cited disputes it",
        'status = "contested"',
    ),
    warning(
        "duplicate-key",
        record("sources", id="one", key="Kyle 1991") + row("sources", "key", id="two", key="KYLE 1991"),
        "is also the `key` of “one” on line",
        "a short name of its own",
    ),
    *(
        warning("after-its-source", ISSUED + row(table, "date", date="1956-07-27", cite="paper"), "“paper”", "correct")
        for table in ("quotes", "events", "ledger")
    ),
    *(
        warning(
            "after-as-of",
            top(as_of="1956", sides=[], rest=CAST + row(table, key, **{key: "1957"})),
            f"`{key}` is later than the `as_of` of the dossier (1956)",
            "correct one of the two",
        )
        for table, key in (("quotes", "date"), ("events", "date"), ("alliances", "start"), ("ledger", "date"))
    ),
    warning(
        "shared-alias",
        record("actors", id="uk", name="Britain")
        + row("actors", id="eden", kind="person", aliases=["X", here("BRITAIN")]),
        "the alias “BRITAIN” is also a name of “uk” on line",
        "give it to one only",
    ),
    warning(
        "shared-alias",
        record("actors", id="x", aliases=["Whitehall"]) + row("actors", id="y", aliases=[here("Whitehall")]),
        "the alias “Whitehall” is also a name of “x”",
        "give it to one only",
    ),
    warning(
        "answer-in-quotes",
        SPOKEN + row("ledger", quotes=["q-a", here("q-b")]),
        "“q-b” is in words of “b”, which speaks for “b”, not for “a”",
        "an answer belongs in `counter`",
    ),
    warning(
        "answer-in-quotes",
        MINISTER + record("quotes", id="q-m", speaker="m") + row("ledger", quotes=[here("q-m")]),
        "“q-m” is in words of “m”, which speaks for “b”",
        "an answer belongs in `counter`",
    ),
    warning(
        "same-name",
        record("actors", id="x", name="Twin") + row("actors", "name", id="y", name="Twin"),
        "another state is called “Twin” too: “x” on line",
        "cannot tell them apart",
    ),
    warning(
        "bad-code", row("actors", "code", id="x", code="XX1"), "“XX1” is not a code of ISO 3166", "capital letters"
    ),
    warning("bad-code", row("actors", "code", id="x", code="uk"), "“uk” is not a code", "capital letters"),
    warning("bad-code", row("actors", "code", id="x", code="UK"), "“UK” is not a code", "leave it out"),
    warning("bad-wikidata", row("actors", "wikidata", id="x", wikidata="42"), "“42” is not an item", "such as Q42"),
    warning(
        "bad-wikidata",
        row("actors", "wikidata", id="x", wikidata="https://www.wikidata.org/wiki/Q42"),
        "is not an item of Wikidata",
        "write Q42",
    ),
    *(
        warning(
            "at-another-time",
            record("alliances", start="1950", end="1954") + record("events", date=date, **{key: [here("t")]}),
            what,
            "correct one of the two dates",
        )
        for key, date, what in (
            ("begins", "1951", "the event begins “t”, whose own `start` is another date (1950)"),
            ("ends", "1955-03", "the event ends “t”, whose own `end` is another date (1954)"),
        )
    ),
    warning(
        "at-another-time",
        record("alliances", start="1950") + record("events", date="1949", ends=[here("t")]),
        "the event ends “t”, which starts later (1950)",
        "correct one of the two dates",
    ),
    warning(
        "name-of-a-view",
        row("events", "id", id="overview"),
        "“overview” is also the name of a view",
        "show overview is the view, show record:overview the record",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.what}")
def test_what_reads_wrong_is_a_warning_where_it_is_with_what_to_do(case: Case) -> None:
    text, [place] = marked(case.file)
    [problem] = problems_of(text)
    assert (problem.code, problem.severity) == (case.code, WARNING)
    assert (problem.line, problem.column) == place
    assert case.what in problem.what
    assert case.hint in problem.hint
    assert load_text(text).dossier is not None


def test_every_rule_of_a_kind_has_a_case() -> None:
    from tests.dossier.format.test_rules import CASES as OTHERS

    reported = {case.code for case in (*CASES, *OTHERS)}
    assert {rule.code for rule in all_rules()} - reported - {"unreadable"} == set()


def test_a_rule_has_words_for_the_guide_and_no_two_have_one_code() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert all(rule.words and not rule.words.endswith(".") for rule in rules)


RIGHT = {
    "an answer in counter": SPOKEN + record("ledger", quotes=["q-a"], counter=["q-b"]),
    "the words of a third": record("actors", id="c") + record("quotes", speaker="c") + record("ledger", quotes=["q"]),
    "a place beside the state it names": record("actors", id="p", name="Port", kind="place")
    + record("actors", id="x", aliases=["Port"]),
    "a place that is also called like its state": record("actors", id="x", name="Egypt")
    + record("actors", id="p", kind="place", aliases=["Egypt"]),
    "one name for two kinds": record("actors", id="x", name="Twin")
    + record("actors", id="y", name="Twin", kind="media"),
    "an event after one in the same year": record("events", id="one", date="1956-09")
    + record("events", date="1956", after=["one"]),
    "words printed on the day": ISSUED + record("quotes", date="1956-07-26", cite="paper"),
    "words printed perhaps later": ISSUED + record("quotes", date="1957?", cite="paper"),
    "a tie that starts after its source": ISSUED + record("alliances", start="1957", cite="paper"),
    "an office of one year": record("actors", id="x", roles=[{"title": "T", "since": "1956-07", "until": "1956"}]),
    "a user-assigned code": record("actors", id="x", code="XK") + record("actors", id="y", code="ZZ"),
    **{f"the code {code}": record("actors", id="x", code=code) for code in ("AM", "AZE", "AZ-NX", "SU", "YUCS")},
    "a span of one day": record("events", date="2020-05-03/2020-05-03"),
    "a judgement of the author": record("alliances", status="judgement", by=["s"]),
    "an attributed tie that is denied": record("alliances", status="attributed", by=["a"], denied_by=["b"]),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert problems_of(dossier_of(text)) == []


def test_an_id_that_is_listed_twice_is_shown_once() -> None:
    text = top(sides=["a", "b", "a"], rest=CAST + record("events", actors=["b", "a", "b"]))
    dossier = loaded(text)
    assert dossier.head.sides == ("a", "b")
    [event] = dossier.tables["events"]
    assert event.actors == ("b", "a")  # type: ignore[attr-defined]


def test_the_names_of_views_are_those_of_views_and_panels() -> None:
    assert {*VIEWS, *PANELS} == VIEW_NAMES


def test_a_dossier_knows_how_many_warnings_its_file_has() -> None:
    assert loaded(SMALL).warnings == 0
    assert loaded(dossier_of(record("ledger", of="a"), record("alliances", status="inferred"))).warnings == 2


def test_a_fault_in_a_key_is_not_reported_by_the_rules_that_read_it() -> None:
    assert codes_of(dossier_of(record("alliances", status="contested", by="a"))) == ["wrong-type"]
    assert codes_of(dossier_of(record("alliances", between="a"))) == ["wrong-type"]
    assert codes_of(dossier_of(record("alliances", between=None, from_=["a"], to="b"))) == ["wrong-type"]
    assert codes_of(dossier_of(record("events", status="likely", denied_by=["b"]))) == ["unknown-word"]
    assert codes_of(dossier_of(record("claims", status="contested", by=[5]))) == ["wrong-type"]


def test_the_rules_read_records_and_do_not_change_them() -> None:
    dossier = loaded(SMALL)
    assert len(dossier.records_of(Actor)) == 9
    assert len(dossier.records_of(Tie)) == 6
