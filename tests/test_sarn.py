"""The bundled example, an invented conflict: every statement leads to its passage, and time changes what holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import start_process
from tests.marks import mostly_long
from tests.pages.page_text import facts_of, page_of, text_of
from tui import paths
from tui.cli.reader import Reader
from tui.dossier.as_of import as_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Actor, Event, Quote, Source, Tie
from tui.dossier.kinds.references import cites
from tui.dossier.load import load
from tui.dossier.network.balance import compute_balance
from tui.dossier.sources.coverage import coverage
from tui.dossier.sources.highlights import highlights
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Comparison

FILE = paths.content(paths.EXAMPLE)


def _loaded() -> Dossier:
    dossier = load(FILE, {}).dossier
    assert dossier is not None
    return dossier


DOSSIER = _loaded()
CATALOG = Catalog(DOSSIER)


def _statements() -> Iterator[str]:
    yield from (record.id for record in DOSSIER.records.values() if not isinstance(record, Source))


def test_it_says_on_its_first_line_in_its_title_and_in_its_summary_that_it_is_fiction() -> None:
    assert Path(FILE).read_text(encoding="utf-8").startswith("# Fiction: ")
    assert "(fiction)" in DOSSIER.head.title
    assert DOSSIER.head.summary.startswith("Fiction")
    assert all(source.note.startswith("Invented.") for source in DOSSIER.records_of(Source))


def test_it_has_no_problem_not_even_a_warning() -> None:
    loaded = load(FILE, {})
    assert (loaded.problems, loaded.notes) == ((), ())


def test_every_kind_of_record_is_in_it() -> None:
    assert all(DOSSIER.tables[table] for table in KINDS)


def test_every_record_cites_a_paragraph_of_a_copy_and_no_paragraph_is_left_out() -> None:
    found = coverage(DOSSIER)
    assert found.none == ()
    assert [(source.has_copy, source.uncited, source.whole) for source in found.sources] == [(True, (), 0)] * 4
    for name in _statements():
        assert all(cite.first for cite, _ in cites(DOSSIER.records[name])), name


def test_every_quotation_occurs_where_it_is_cited() -> None:
    quotations = [quote for quote in DOSSIER.records_of(Quote) if quote.mode != "indirect"]
    assert coverage(DOSSIER).quotations == (len(quotations), len(quotations), 0)


def test_every_copy_is_pinned_as_it_is_shipped() -> None:
    assert all(re.fullmatch("[0-9a-f]{64}", source.sha256) for source in DOSSIER.records_of(Source))


def test_every_statement_leads_to_words_that_are_lit() -> None:
    lit = DOSSIER.verified.quotations.keys() | DOSSIER.verified.exact.keys()
    assert [name for name in _statements() if name not in lit] == []
    for source in DOSSIER.records_of(Source):
        marked = highlights(DOSSIER, source.id)
        for name in _statements():
            cited = [cite for cite, _ in cites(DOSSIER.records[name]) if cite.source == source.id]
            assert not cited or any(number in marked for cite in cited for number in cite.paragraphs), name


@pytest.mark.parametrize(
    ("moment", "unbalanced"),
    [
        ("1967-12", {("orvane", "meriden", "keld-union")}),
        ("1969-12", {("orvane", "meriden", "keld-union"), ("orvane", "tellmark", "keld-union")}),
        ("1970-12", {("orvane", "meriden", "keld-union"), ("orvane", "tellmark", "meriden")}),
        ("1973-12", {("orvane", "tellmark", "meriden")}),
        ("1974-12-31", set()),
    ],
)
def test_a_triangle_is_unbalanced_for_some_years_and_balanced_later(
    moment: str, unbalanced: set[tuple[str, ...]]
) -> None:
    found = {
        frozenset(triangle.actors) for triangle in compute_balance(DOSSIER, moment=parse_date(moment)).census.unbalanced
    }
    assert found == set(map(frozenset, unbalanced))


@pytest.mark.parametrize(
    ("tie", "before", "during", "after"),
    [
        ("a-friendship", "1966-03-02", "1970-11-11", "1970-11-13"),
        ("a-pact", "1968-05-01", "1975-02-18", "1975-02-20"),
        ("a-embargo", "1969-10-19", "1971-12-30", "1972-01-01"),
        ("a-coal", "", "1970", "1972"),
        ("a-keld-ansa-pact", "1973-11-14", "1975", ""),
    ],
)
def test_a_tie_has_the_dates_of_its_events_and_of_its_actors(tie: str, before: str, during: str, after: str) -> None:
    def state(moment: str) -> str:
        return as_of(DOSSIER, parse_date(moment)).state(tie)

    assert state(during) in ("holds", "perhaps")
    assert not before or state(before) == "not begun"
    assert not after or state(after) == "ended"


def test_something_begins_or_ends_in_every_year() -> None:
    years = {event.date.earliest[0] for event in DOSSIER.records_of(Event) if event.date is not None}
    assert years == set(range(1966, 1976))


def test_it_has_offices_that_change_hands_dates_of_every_sort_and_a_state_that_is_no_more() -> None:
    assert any(len(actor.roles) > 1 for actor in DOSSIER.records_of(Actor))
    assert next(actor for actor in DOSSIER.records_of(Actor) if actor.id == "keld-union").until is not None
    written = {str(event.date.text) for event in DOSSIER.records_of(Event) if event.date is not None}
    assert any(".." in date for date in written)
    assert any("/" in date for date in written)
    assert {"contested", "denied", "inferred"} <= {tie.status for tie in DOSSIER.records_of(Tie)}


def test_its_sources_are_of_four_kinds_and_its_actors_two_dozen_or_more() -> None:
    assert len({source.kind for source in DOSSIER.records_of(Source)}) == 4
    assert len([actor for actor in DOSSIER.records_of(Actor) if actor.kind != "place"]) >= 24


def test_every_cite_is_of_words_that_are_lit_also_that_of_an_office() -> None:
    dark = {
        record.id
        for record in DOSSIER.records.values()
        for cite, _ in cites(record)
        if not cite.exact and not (isinstance(record, Quote) and record.mode != "indirect")
    }
    assert dark == set()
    offices = [role for actor in DOSSIER.records_of(Actor) for role in actor.roles]
    assert all(role.cite for role in offices)


def test_every_locator_agrees_with_the_mark_in_the_copy() -> None:
    marks = {
        "narrow-water": (r"\[p\. (\d+)\]", "page"),
        "house": (r"\[Column (\d+)\]", "column"),
        "long-wave": (r"\[([\d:]+)\]", "t"),
    }
    expected: dict[tuple[str, int], str] = {}
    for name, (mark, label) in marks.items():
        latest = ""
        for number, paragraph in enumerate(DOSSIER.passages[name], 1):
            found = re.match(mark, paragraph)
            latest = f"{label}={found[1]}" if found else latest
            expected[name, number] = latest
    for record in DOSSIER.records.values():
        for cite, _ in cites(record):
            assert cite.locator == expected.get((cite.source, cite.first), ""), (record.id, cite)


def test_a_statement_cites_one_paragraph_at_a_time() -> None:
    several = [record.id for record in DOSSIER.records.values() for cite, _ in cites(record) if cite.last != cite.first]
    assert several == []


def test_a_claim_that_two_sources_tell_differently_says_which_one_disputes_it_and_where() -> None:
    page = page_of(CATALOG, "c-fog")
    facts = facts_of(page)
    assert facts["Supported by"].endswith("¶16, p. 68")
    assert facts["Disputed by"].startswith("≠ Marrable, The Turning of Friends ¶16, p. 68; Long Wave, ")
    assert facts["Disputed by"].endswith("¶8, 6:44")
    words = text_of(page).splitlines()
    assert "“There was no fog”≠ disputed in Long Wave ¶8, 6:44" in words
    weather = (
        "“The weather sheets of Port Isse, which I have seen, record no fog in the first three weeks of that month”"
    )
    assert words[words.index("Marrable") + 1] == f"{weather} ≠ disputed in Marrable ¶16, p. 68"
    assert len({cite.source for cite, _ in cites(DOSSIER.records["c-rifles"])}) == 4


def test_who_is_quoted_with_a_denial_denies_and_not_the_paper_that_prints_it() -> None:
    [versions] = [block for block in page_of(CATALOG, "c-rifles").blocks if isinstance(block, Comparison)]
    title, words = ("".join(span.text for span in spans) for spans in versions.versions[1])
    assert title == "Denied"
    assert "Ministry of Supply\n“Never a single rifle” Courier ¶7" in words
    assert "Vasse" not in words


@pytest.mark.parametrize(
    ("quote", "office"),
    [
        ("q-still-waiting", "Foreign Minister, Tellmark; later Prime Minister, Tellmark"),
        ("q-neighbour", "Prime Minister, Tellmark; earlier Foreign Minister, Tellmark"),
        ("q-two-doors", "Prime Minister, Meriden"),
        ("q-sign-again", "Member for Harbour North, House of Meriden (undated); earlier Prime Minister, Meriden"),
        ("q-no-rifles", "Minister of Supply, Meriden"),
        ("q-right-to-ask", "earlier Commissioner for the Strait, Orvane"),
    ],
)
def test_a_speaker_has_the_office_of_the_day_of_the_words(quote: str, office: str) -> None:
    assert text_of(page_of(CATALOG, quote)).splitlines()[1].startswith(office)


@pytest.mark.parametrize(
    ("row", "asked", "met"),
    [
        ("l-accounts", "9 May 1969", "7 April 1975"),
        ("l-help", "31 August 1974", "16 December 1974"),
    ],
)
def test_a_grievance_that_is_met_late_says_when_it_was_voiced_and_when_it_was_met(
    row: str, asked: str, met: str
) -> None:
    page = page_of(CATALOG, row)
    facts = facts_of(page)
    assert facts["Outcome"] == f"✓ met, {met}"
    assert facts["When"] == asked
    assert met in facts["Response"]
    assert "Met late" in text_of(page)


@pytest.mark.parametrize(
    ("moment", "signs"),
    [("1966-01", ""), ("1969", "+"), ("1972", "-"), ("1974-08-31", "-"), ("1975-06", "")],
)
def test_the_two_sides_are_friends_then_rivals_then_neither(moment: str, signs: str) -> None:
    then = as_of(DOSSIER, parse_date(moment))
    between = [tie for tie in DOSSIER.records_of(Tie) if set(tie.ends) == {"orvane", "tellmark"}]
    assert {tie.polarity for tie in then.ties(between)} - {""} == set(signs)


@pytest.mark.parametrize(
    ("call", "shown"),
    mostly_long(
        [
            (("--example",), "The Sarn strait"),
            (("show", "lowen", "--example"), "Anna Löwen"),
            (("list", "events", "--example"), "e-lomar"),
            (("balance", "--example"), "Balance"),
            (("check", "--example", "--strict"), ""),
        ],
        (("--example",), "The Sarn strait"),
        (("check", "--example", "--strict"), ""),
        unpack=True,
    ),
)
def test_example_names_it_in_every_command_that_reads_a_dossier(call: tuple[str, ...], shown: str) -> None:
    result = start_process(*call)
    assert result.returncode == 0
    assert shown in result.stdout


@pytest.mark.parametrize(
    "call", [("--example", "x"), ("check", "--example", "x"), ("show", "x", "--example", "-d", "y")]
)
def test_example_is_not_for_a_call_that_names_a_dossier_too(call: tuple[str, ...]) -> None:
    result = start_process(*call)
    assert result.returncode == 2
    assert "--example" in result.stderr


def test_the_app_follows_its_texts_too() -> None:
    reader = Reader(FILE, {})
    followed = reader.files(reader.read())
    assert [Path(path).name for path in followed[1:]] == [
        "narrow-water.txt",
        "courier.txt",
        "house.txt",
        "long-wave.txt",
    ]
    assert all(Path(path).is_file() for path in followed)
