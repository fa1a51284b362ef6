"""The briefing: what it says of a dossier, and that nothing uncertain in it reads as a fact."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.dossiers import SMALL, content, dossier_of, loaded, record
from tests.export.briefing.parsed import briefing, section, tokens, with_footnotes, written
from tests.export.hostile_texts import TEXTS, hostile
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote
from tui.dossier.marks import Marks
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.values.dates import parse_date
from tui.dossier.values.text import Safe
from tui.export.briefing.inline import escaped
from tui.export.selection import select


def _bundled(name: str) -> Dossier:
    dossier = content(name).dossier
    assert dossier is not None
    return dossier


ARTICLE, EXAMPLE = _bundled(paths.BUNDLED), _bundled(paths.EXAMPLE)
DOSSIERS = {"article": ARTICLE, "example": EXAMPLE, "small": loaded(SMALL), "hostile": hostile()}
BRIEFINGS = {name: written(select(dossier)) for name, dossier in DOSSIERS.items()}
each = pytest.mark.parametrize("name", DOSSIERS)


@each
def test_each_footnote_is_there_once_and_in_the_order_in_which_they_are_met(name: str) -> None:
    body, _, notes = BRIEFINGS[name].partition("\n\n[^1]: ")
    met = [int(number) for number in re.findall(r"(?<!\\)\[\^(\d+)\]", body)]
    assert met == list(range(1, len(met) + 1))
    assert [int(number) for number in re.findall(r"^\[\^(\d+)\]: ", f"[^1]: {notes}", re.MULTILINE)] == met


@each
def test_a_parser_of_footnotes_finds_all_of_them(name: str) -> None:
    types = [token.type for token in tokens(BRIEFINGS[name], with_footnotes())]
    assert types.count("footnote_ref") == types.count("footnote_open") == BRIEFINGS[name].count("\n[^")


@each
def test_nothing_in_it_is_a_link_an_image_or_html_but_the_addresses_of_sources(name: str) -> None:
    found = list(tokens(BRIEFINGS[name]))
    assert not [token for token in found if token.type in ("image", "html_block", "html_inline", "code_block", "fence")]
    links = {str(token.attrs["href"]) for token in found if token.type == "link_open"}
    addresses = {address for source in DOSSIERS[name].tables["sources"] for address in (source.url, source.archive)}  # type: ignore[attr-defined]
    assert links <= addresses


def test_texts_of_a_hostile_dossier_stand_in_it_letter_for_letter() -> None:
    text = "".join(token.content for token in tokens(BRIEFINGS["hostile"]) if token.type.startswith("text"))
    for hostile_text in TEXTS:
        assert " ".join(hostile_text.split()) in text


@pytest.mark.parametrize("name", ["article", "example"])
def test_every_quotation_stands_in_it_to_the_letter_with_its_speaker(name: str) -> None:
    said = section(BRIEFINGS[name], "What was said")
    for quote in DOSSIERS[name].records_of(Quote):
        lead = "Reported: " if quote.mode == "indirect" else ""
        block = next(part for part in said.split("\n\n> ") if escaped(quote.text).removesuffix(".") in part)
        assert block.removeprefix("> ").startswith(lead or ("“", "‘"))
        assert escaped(DOSSIERS[name].name(quote.speaker)) in said


STATUSES = {
    "attributed": "Attributed to An actor",
    "judgement": "Judged by An actor",
    "contested": "Contested (said by An actor; denied by Actor b)",
    "denied": "Denied by Actor b (said by An actor)",
    "inferred": "Inferred by the editors",
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("alliances", {"terms": "The statement"}),
        ("ledger", {"expected": "The statement"}),
        ("events", {"title": "The statement"}),
        ("claims", {"text": "The statement"}),
    ],
)
def test_what_is_not_reported_says_so_before_it_is_said(table: str, words: dict[str, str], status: str) -> None:
    keys: dict[str, Any] = {**words, "status": status, "by": ["a"], "note": "Why."}
    if status in ("contested", "denied"):
        keys["denied_by"] = ["b"]
    text = briefing(dossier_of(record(table, id="it", **keys)))
    lines = [line for line in text.split("\n") if "The statement" in line]
    assert lines or table == "claims"  # an undisputed claim is in no section
    for line in lines:
        before = line.partition("The statement")[0]
        assert STATUSES[status] in before or f"{status.capitalize()}: " in before


@pytest.mark.parametrize("table", ["alliances", "ledger", "events"])
def test_what_is_reported_and_denied_is_not_shown_as_a_fact(table: str) -> None:
    text = briefing(dossier_of(record(table, id="it", denied_by=["b"], status="reported")))
    assert "*Reported, but denied by Actor b:*" in text


def test_what_a_source_reports_stands_without_a_remark() -> None:
    text = briefing(dossier_of(record("events", id="it", title="Ships sail")))
    assert "\n- Ships sail.[^1]\n" in text


def test_who_stands_where_is_told_as_of_the_moment() -> None:
    ties = (
        record("alliances", id="t-1", kind="treaty-alliance", start="1950", end="1954"),
        record("alliances", id="t-2", kind="rivalry", start="1960"),
        record("alliances", id="t-3", kind="trade"),
    )
    text = briefing(dossier_of(*ties, head='dossier = 1\ntitle = "D"\nsides = ["a"]\n'), scope=_as_of("1952"))
    side = section(text, "An actor")
    assert "**With:** Actor b." in side
    assert "- Treaty alliance with **Actor b**, from 1950 to 1954.[^" in side
    assert "Rivalry" not in side
    assert "- Rivalry between **An actor** and **Actor b** (against), since 1960 (not begun)." in section(
        text, "Not there at this time"
    )
    assert "As of 1952\\." in text or "As of 1952." in text


def _as_of(date: str) -> Any:
    return DEFAULT_SCOPE._replace(moment=parse_date(date))


def test_unsettled_ties_are_listed_and_not_counted() -> None:
    tie = record("alliances", id="t-1", kind="aid", from_="a", to="b", between=None, status="inferred", note="Why.")
    text = briefing(dossier_of(tie, head='dossier = 1\ntitle = "D"\nsides = ["a"]\n'))
    assert section(text, "An actor").strip() == "No tie of it is counted."
    unsettled = section(text, "Unsettled, and not counted")
    assert unsettled.strip().startswith("- *Inferred by the editors:* aid from **An actor** to **Actor b** (with).")


@pytest.mark.parametrize(
    ("outcome", "heading", "words"),
    [
        ("met", "Met", "Met: What came."),
        ("partly", "Partly met", "Partly met: What came."),
        ("unmet", "Not met", "Not met: What came."),
        ("refused", "Not met", "Refused: What came."),
        ("no-response", "Not met", "No response: What came."),
        ("open", "Open", "Open: What came."),
        ("contested", "The parties disagree about what came", "Contested: What came."),
        ("none-recorded", "No outcome recorded", "Expected: Something. What came."),
    ],
)
def test_grievances_stand_under_what_became_of_them(outcome: str, heading: str, words: str) -> None:
    row = record("ledger", id="it", outcome=outcome, voiced="complaint", response="What came.")
    part = section(briefing(dossier_of(row)), heading)
    assert "- **An actor about Actor b** (complaint)." in part
    assert words in part


def test_an_outcome_that_came_later_is_said_to_be_later() -> None:
    row = record("ledger", id="it", outcome="met", voiced="request", date="1970", outcome_date="1980", response="Help.")
    part = section(briefing(dossier_of(row), scope=_as_of("1975")), "Open")
    assert "Open at this time. Later: Met, 1980: Help.[^1]" in part


def test_what_the_editors_read_into_a_complaint_is_said_to_be_their_reading() -> None:
    text = briefing(dossier_of(record("ledger", id="it", stated=False)))
    assert "Expected, as the editors read it: Something." in text


def test_both_versions_of_what_is_contested_are_told_and_who_was_not_heard() -> None:
    part = section(BRIEFINGS["article"], "What is contested")
    assert "### 2\\. Contested: Turkmenistan was ready to support Azerbaijan in full, troops included" in part
    assert "- **Asserted** by several Azerbaijani media outlets: reported: " in part
    assert "- **Denied** by Arkady Dubnov: “a disinformation campaign" in part
    assert "- **Not heard:** no words on this are recorded from Turkmenistan or Azerbaijan." in part


def test_a_source_that_disputes_a_claim_is_named_as_itself() -> None:
    part = section(BRIEFINGS["example"], "What is contested")
    assert "- **Disputed** in Marrable: “The weather sheets of Port Isse" in part


def test_the_order_of_events_is_told_no_further_than_it_is_known() -> None:
    events = (
        record("events", id="e-1", title="First"),
        record("events", id="e-2", title="Second", after=["e-1"]),
        record("events", id="e-3", title="Other"),
        record("events", id="e-4", title="Another", after=["e-3"]),
        record("events", id="e-5", title="Alone"),
    )
    part = section(briefing(dossier_of(*events)), "Timeline")
    bare = re.sub(r"\[\^\d+\]", "", part)
    assert "- First.\n- Then: Second.\n\nThese too are in sequence" in bare
    assert "- Other.\n- Then: Another.\n" in bare
    alone = section(part, "Undated, in no known order").strip()
    assert alone == "For these the sources give neither a date nor an order.\n\n- Alone.[^5]"


def test_what_is_later_than_the_moment_is_set_apart() -> None:
    events = (record("events", id="e-1", date="1970"), record("events", id="e-2", title="Later one", date="1990"))
    part = section(briefing(dossier_of(*events), scope=_as_of("1980")), "Later than this date")
    assert "- **1990.** Later one." in part


def test_a_part_says_what_part_it_is() -> None:
    text = written(select(ARTICLE, chosen=["q-dubnov-disinformation"], query="speaker:dubnov"))
    assert "This is a part of the dossier: the 1 record that the query “speaker\\:dubnov” finds" in text
    assert "Medvedev" not in section(text, "What was said")


def test_what_is_reported_only_says_what_is_left_out() -> None:
    text = written(select(ARTICLE, reported=True))
    assert "Only what a source states in its own voice is here" in text
    assert "*Judged by" not in text
    assert "*Contested" not in text


def test_a_source_of_one_word_is_no_link_where_footnotes_are_unknown() -> None:
    cited = [record("events", id=f"e-{number}", cite="u") for number in range(2)]
    text = briefing(dossier_of(record("sources", id="u", title="Solo", key="Solo"), *cited))
    assert "\n[^2]: Solo, as a whole.\n" in text
    assert not [token for token in tokens(text) if token.type == "link_open"]


def test_a_date_that_was_asked_for_does_not_hide_that_summaries_know_more() -> None:
    text = written(select(EXAMPLE, scope=_as_of("1970"), moment_given=True))
    assert "It is told as of the date above; the summaries speak of the whole time." in text
    assert "the summaries speak" not in BRIEFINGS["example"]


def test_marks_and_notes_have_a_section_and_are_no_part_of_the_dossier() -> None:
    marks = Marks(frozenset({"q-dubnov-disinformation", "article#p3"}), {"armenia": Safe("Ask *again*.\n\nAnd again.")})
    part = section(written(select(ARTICLE, marks=marks)), "Marks and notes")
    assert "The reader’s own; they are not part of the dossier." in part
    assert "- “a disinformation campaign on the part of some Azerbaijani structures” — Arkady Dubnov" in part
    assert "\n\n  Note: Ask \\*again\\*.\n\n  And again." in part
    assert "## Marks and notes" not in BRIEFINGS["article"]


def test_an_empty_dossier_makes_a_briefing_that_says_so() -> None:
    text = briefing('dossier = 1\ntitle = "Nothing yet"\n')
    assert text.startswith("# Nothing yet\n")
    assert "The dossier records no ties." in text
    assert "The dossier has no events." in text


def test_ties_that_may_have_been_there_are_numbered_among_those_that_count() -> None:
    ties = (
        record("alliances", start="1950~"),
        record("alliances", id="t2", start="1950~", status="contested", by=["a"]),
        record("alliances", id="t3", end="1940", status="contested", by=["a"]),
    )
    scope = DEFAULT_SCOPE._replace(moment=parse_date("1950"))
    said = section(written(select(loaded(dossier_of(*ties)), scope=scope)), "What is counted")
    assert said.strip().split("\n") == [
        "- 1 tie: had ended.",
        "- 1 tie: may have been there, and count.",
        "- 1 tie not counted: contested.",
    ]
