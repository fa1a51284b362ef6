"""What the pages of a dossier say: all that is known of a record, names that lead on, statements with sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.dossiers import PASSAGES, SMALL, dossier_of, load_text, loaded, record
from tests.pages.page_text import facts_of, headings, text_of
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Claim, Event, Expectation, Quote, Record, Source, Tie
from tui.dossier.kinds.references import cites, references
from tui.dossier.sources.copies import paragraphs
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.vocabulary import (
    OUTCOME_GLYPHS,
    SIGN_GLYPHS,
    STATUS_GLYPHS,
    UNSETTLED,
    act_words,
    count_noun,
    words,
)
from tui.export.record_values import record_values
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Block, Entry, Fields, Page, Para, Quotation, Section, Title
from tui.pages.views.registry import view_of


class Shown(NamedTuple):
    """A record, its page and the dossier that it is from."""

    dossier: Dossier
    record: Record
    page: Page


def _bundled() -> str:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return file.read()


CATALOGS = {"small": Catalog(loaded(SMALL)), "bundled": Catalog(loaded(_bundled()))}
SMALL_CATALOG = CATALOGS["small"]
SHOWN = {
    f"{catalog}: {name}": Shown(pages.dossier, record, page)
    for catalog, pages in CATALOGS.items()
    for name, record in pages.dossier.records.items()
    if (page := pages.page(name)) is not None
}

every_page = pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)


def page_of(name: str, catalog: Catalog = SMALL_CATALOG) -> Page:
    page = catalog.page(name)
    assert page is not None
    return page


def catalog_of(*records: str) -> Catalog:
    return Catalog(loaded(dossier_of(*records)))


def linked(page: Page) -> set[str]:
    """Ids of the records that the page leads to."""
    return {link.partition("#")[0] for link in page.links()}


def words_of(block: Block) -> str:
    return "".join(span.text for span in spans_of(block))


def part(page: Page, title: str) -> list[Block]:
    """The blocks under the heading `title`; none when there is no such heading."""
    blocks = list(page.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Section) and block.title == title:
            rest = blocks[place + 1 :]
            ends = [number for number, block in enumerate(rest) if isinstance(block, Section)]
            return rest[: ends[0]] if ends else rest
    return []


# Everything known of a record is on its page.


def test_every_record_has_a_page() -> None:
    assert len(SHOWN) == sum(len(catalog.dossier.records) for catalog in CATALOGS.values())
    assert {shown.page.id for shown in SHOWN.values()} == {shown.record.id for shown in SHOWN.values()}


def test_what_is_no_record_has_none() -> None:
    assert SMALL_CATALOG.page("nonesuch") is None


@every_page
def test_a_page_links_every_record_that_this_one_refers_to(shown: Shown) -> None:
    named = {reference.id for reference in references(shown.record)}
    assert named - {shown.record.id} - linked(shown.page) == set()


@every_page
def test_a_page_links_every_record_that_refers_to_this_one(shown: Shown) -> None:
    me = shown.record.id
    back = {name for names in shown.dossier.links.relations(me).values() for name in names}
    back |= {name for names in shown.dossier.links.citing(me).values() for name in names}
    assert back - linked(shown.page) == set()


@every_page
def test_a_page_links_every_passage_that_its_record_rests_on(shown: Shown) -> None:
    passages = {f"{cite.source}#p{cite.first}" if cite.first else cite.source for cite, _ in cites(shown.record)}
    assert passages - set(shown.page.links()) == set()


@every_page
def test_a_page_leads_only_to_what_there_is(shown: Shown) -> None:
    anchors = {
        f"{source.id}#{block.anchor}"
        for source in shown.dossier.tables["sources"]
        for block in page_of(source.id, Catalog(shown.dossier)).blocks
        if block.anchor
    }
    known = {*anchors, *shown.dossier.records}
    assert [link for link in shown.page.links() if link not in known and view_of(link) is None] == []


def _texts(record: Record) -> Iterator[str]:
    """The words of a record that a reader should find on its page, as the file has them."""
    elsewhere = {
        "id",
        "cite",
        *VOCABULARY_KEYS,
        *(reference.path[0] for reference in references(record) if len(reference.path) < 3),
    }
    if isinstance(record, Source):
        elsewhere.add("text")  # the path of the copy, which a reader sees by its paragraphs
    for key, value in record_values(record).items():
        if key in elsewhere or isinstance(getattr(record, key, None), Date):
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (element["title"] if isinstance(element, dict) else element for element in value)
    yield from (cite.exact for cite, _ in cites(record) if cite.exact)


VOCABULARY_KEYS = {"act", "attribution", "mode", "outcome", "provisions", "sign", "status", "voiced", "stated", "kind"}


@every_page
def test_a_page_has_every_text_of_its_record(shown: Shown) -> None:
    page = text_of(shown.page)
    assert [text for text in _texts(shown.record) if text not in page] == []


@every_page
def test_a_page_has_every_date_of_its_record_in_words(shown: Shown) -> None:
    record = shown.record
    dates = [getattr(record, field) for field in record.__struct_fields__]
    dates += [date for role in getattr(record, "roles", ()) for date in (role.since, role.until)]
    page = text_of(shown.page)
    lasting = isinstance(record, Event)
    assert [date for date in dates if isinstance(date, Date) and date_words(date, lasting=lasting) not in page] == []


@every_page
def test_a_page_has_the_words_of_the_vocabularies_that_its_record_uses(shown: Shown) -> None:
    record, page = shown.record, text_of(shown.page)
    used = [getattr(record, key, None) for key in ("outcome", "voiced", "kind")]
    used += getattr(record, "provisions", ())
    in_words = [words(term) for term in used if term]
    if act := getattr(record, "act", None):
        in_words.append(act_words(act))
    assert [word for word in in_words if word not in page] == []


@every_page
def test_a_status_is_shown_as_glyph_and_word(shown: Shown) -> None:
    status = getattr(shown.record, "status", None)
    if status is not None:
        assert f"{STATUS_GLYPHS[status]} {status}" in facts_of(shown.page)["Status"]


@every_page
def test_every_statement_on_a_page_has_its_status_and_its_passage(shown: Shown) -> None:
    records = shown.dossier.records
    for block in shown.page.blocks:
        if not isinstance(block, Entry):
            continue
        about = [records[span.link] for span in block.spans if span.link in records]
        stated = [statement for statement in about if isinstance(statement, Tie | Event | Expectation | Claim)]
        for statement in stated[:1]:
            tail = "".join(span.text for span in block.tail)
            if tail:  # an item that only points there says less
                assert f"{STATUS_GLYPHS[statement.status]} {statement.status}" in tail
                assert {span.link for span in block.tail if span.role == "cite"} == {
                    f"{cite.source}#p{cite.first}" if cite.first else cite.source for cite in statement.cite
                }


@every_page
def test_a_heading_counts_what_is_under_it(shown: Shown) -> None:
    blocks = list(shown.page.blocks)
    for place, block in enumerate(blocks):
        if isinstance(block, Section) and block.number is not None:
            entries = 0
            for following in blocks[place + 1 :]:
                if isinstance(following, Section):
                    break
                entries += isinstance(following, Entry)
            assert (block.title, block.number) == (block.title, entries)


@every_page
def test_no_heading_stands_over_nothing(shown: Shown) -> None:
    blocks = list(shown.page.blocks)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Section):
            assert following is not None
            assert not isinstance(following, Section)


@every_page
def test_a_page_begins_with_its_title_and_what_it_is(shown: Shown) -> None:
    first = shown.page.blocks[0]
    assert isinstance(first, Title)
    assert words_of(first)
    assert first.kind
    assert sum(isinstance(block, Title) for block in shown.page.blocks) == 1


# Quotes.


@pytest.mark.parametrize(
    "shown",
    [shown for shown in SHOWN.values() if isinstance(shown.record, Quote)],
    ids=lambda shown: str(shown.record.id),
)
def test_the_words_of_a_quote_appear_letter_for_letter(shown: Shown) -> None:
    quote = shown.record
    assert isinstance(quote, Quote)
    blocks = [block for block in shown.page.blocks if isinstance(block, Quotation)]
    assert words_of(blocks[0]) == quote.text
    assert blocks[0].marks == (("", "") if quote.mode == "indirect" else ("“", "”"))
    assert [words_of(block) for block in blocks[1:]] == [quote.translation] * bool(quote.translation)


@pytest.mark.parametrize(
    "words", ["[b]arms[/b] [to Baku]", "a  b", "[@click=app.quit]x[/]", "Orts’ “q” \\ \\n", "ա՛ Ա՜"]
)
def test_no_character_of_prose_is_taken_for_anything_else(words: str) -> None:
    catalog = catalog_of(record("quotes", text=words), record("claims", text=words), record("events", title=words))
    for name in "qce":
        assert words in text_of(page_of(name, catalog))


def test_a_quotes_page_tells_who_spoke_in_which_office_to_whom_when_and_how() -> None:
    page = page_of("q-pilot")
    assert words_of(page.blocks[0]) == "Ada Brenncomplaintq-pilot"
    assert words_of(page.blocks[1]) == (
        "perhaps speaker, Harbour Office of Ilvane; envoy, League of the Lower Rivers (undated) · "
        "1 May 1977 · “on Sunday” as printed"
    )
    facts = facts_of(page)
    assert facts["To"] == "Norrow"
    assert facts["About"] == "Norrow, Pilots on strike"
    assert facts["Form"] == "exact words; in ilv"
    assert facts["Source"] == "gazette, Barges wait ¶2"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("q-pilot", "exact words; in ilv"),
        ("q-twice", "exact words; continues the previous quotation"),
        ("q-trade", "exact words inside the author’s sentence; attributed by the dossier’s editor"),
        ("q-denial", "reported, in the dossier’s words; attributed by a pronoun or a description in the source"),
    ],
)
def test_the_form_of_a_quote_is_told_in_words(name: str, form: str) -> None:
    assert facts_of(page_of(name))["Form"] == form


def test_a_quotes_page_tells_what_it_is_evidence_for_and_who_disputes_that() -> None:
    page = page_of("q-pilot")
    assert [block.spans[0].text for block in part(page, "Cited for") if isinstance(block, Entry)]
    assert {"a-pact", "l-pilot"} <= linked(Page("", tuple(part(page, "Cited for"))))
    disputing = part(page, "Who disputes it")
    assert "q-trade" in linked(Page("", tuple(disputing)))
    assert all(isinstance(block, Entry) for block in disputing)


def test_nobody_disputes_himself_and_a_denial_is_no_evidence_for_what_it_denies() -> None:
    catalog = catalog_of(
        record("quotes", speaker="b"),
        record("quotes", id="r", speaker="b", text="More of the same."),
        record("alliances", status="denied", by=["a"], denied_by=["b"], quotes=["q"]),
        record("claims", by=["b"], quotes=["q"], counter=["r"]),
    )
    page = page_of("q", catalog)
    assert linked(Page("", tuple(part(page, "Cited against")))) >= {"t"}
    assert "t" not in linked(Page("", tuple(part(page, "Cited for"))))
    assert part(page, "Who disputes it") == []
    assert part(page, "Contrasting quotes") == []


def test_words_set_against_a_claim_are_not_called_a_dispute() -> None:
    catalog = catalog_of(
        record("quotes"),
        record("quotes", id="r", speaker="b", text="Something else."),
        record("claims", by=["a"], quotes=["q"], counter=["r"]),
    )
    page = page_of("q", catalog)
    assert part(page, "Who disputes it") == []
    [entry] = part(page, "Contrasting quotes")
    assert "Something else." in words_of(entry)


def test_a_contrast_that_the_editor_infers_is_said_to_be_inferred() -> None:
    catalog = catalog_of(
        record("quotes"),
        record("quotes", id="r", speaker="b", text="Something else."),
        record("ledger", status="inferred", quotes=["q"], counter=["r"]),
    )
    for page in (page_of("q", catalog), page_of("l", catalog)):
        assert part(page, "Contrasting quotes") == []
        [entry] = part(page, "Contrasting quotes, by inference")
        assert "Something else." in words_of(entry)


def test_a_denial_without_a_quote_is_told_too() -> None:
    catalog = catalog_of(
        record("quotes"),
        record("alliances", kind="aid", status="denied", by=["a"], denied_by=["b"], quotes=["q"]),
    )
    [entry] = part(page_of("q", catalog), "Who disputes it")
    assert words_of(entry) == "×Actor b denies the tie An actor – Actor b (aid)"
    assert linked(Page("", (entry,))) == {"b", "t"}


def test_a_long_quote_is_cut_where_it_is_only_pointed_to_and_whole_on_its_own_page() -> None:
    catalog = catalog_of(record("quotes", text="word " * 100 + "end"))
    assert "end" in text_of(page_of("q", catalog))
    [entry] = part(page_of("a", catalog), "Said")
    assert "end" not in words_of(entry)
    assert "word” …" in words_of(entry), "what is between the marks is as recorded"


# Actors.


def test_ties_stand_with_against_or_neither() -> None:
    page = page_of("ilvane")
    assert [words_of(block) for block in part(page, "+ ties")] == [
        "+defence pact with Norrow9 Jul 1951 – 1981● reported gazette ¶3"
    ]
    assert [words_of(block) for block in part(page, "− ties")] == [
        "−hostility with Corvathsince 2 Mar 1977● reported gazette ¶1"
    ]
    assert part(page, "Ties without a sign") == []


def test_a_tie_reads_from_the_end_on_whose_page_it_is() -> None:
    assert words_of(part(page_of("norrow"), "+ ties")[1]).startswith("+trade to Corvath")
    assert words_of(part(page_of("corvath"), "+ ties")[0]).startswith("+trade from Norrow")


@pytest.mark.parametrize("status", sorted(UNSETTLED))
@pytest.mark.parametrize("kind", ["aid", "rivalry", "trade"])
def test_an_unsettled_tie_is_listed_apart_and_counted_nowhere(status: str, kind: str) -> None:
    tie = record("alliances", status=status, kind=kind, by=["a"], denied_by=["b"])
    settled = record("alliances", id="t2", kind=kind)
    for name in "ab":
        page = page_of(name, catalog_of(tie, settled))
        stands = {"aid": "+ ties", "rivalry": "− ties", "trade": "Ties without a sign"}[kind]
        assert len(part(page, stands)) == 1
        assert len(part(page, "Unsettled (not counted)")) == 1
        assert linked(Page("", tuple(part(page, "Unsettled (not counted)")))) >= {"t"}
        assert "t2" not in linked(Page("", tuple(part(page, "Unsettled (not counted)"))))


def test_an_unsettled_tie_of_another_time_is_counted_with_those_of_other_times_as_in_diagrams() -> None:
    ties = (
        record("alliances", status="contested", by=["a"]),
        record("alliances", id="t2", status="contested", by=["a"], end="1940"),
        record("alliances", id="t3", end="1941"),
        record("alliances", id="t4", start="1950"),
    )
    catalog = catalog_of(*ties)
    sections = {block.title: block.number for block in page_of("a", catalog).blocks if isinstance(block, Section)}
    assert (sections["Unsettled (not counted)"], sections["At other times (not counted)"]) == (1, 2)
    assert {"1 unsettled tie not counted: ", "2 ended, not counted"} <= {
        span.text for block in page_of("ego:a", catalog).blocks for span in spans_of(block)
    }


def test_the_page_of_an_actor_says_how_many_of_its_ties_count_at_the_moment_without_a_date() -> None:
    def said(*ties: str) -> str:
        catalog = catalog_of(*ties)
        return text_of(page_of("a", catalog))

    dated = record("alliances", id="t2", start="1950"), record("alliances", id="t3", start="1949", end="1950")
    undated = record("alliances"), record("alliances", id="t4", status="contested", by=["a"])
    assert "1 of these 3 ties is undated, and counted as of 1950." in said(*dated, *undated)
    assert "undated" not in said(*dated)
    assert "undated" not in said(*undated), "where there is no moment"


@pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)
def test_no_unsettled_tie_is_among_the_settled_ones(catalog: Catalog) -> None:
    for actor in catalog.dossier.tables["actors"]:
        page = page_of(actor.id, catalog)
        for title in ("+ ties", "− ties", "Ties without a sign"):
            ties = linked(Page("", tuple(part(page, title)))) & {tie.id for tie in catalog.dossier.tables["alliances"]}
            assert {catalog.dossier.tie(name).status for name in ties} & UNSETTLED == set()


def test_the_sections_of_an_actor_say_whose_words_and_expectations_these_are() -> None:
    assert headings(page_of("norrow")) == [
        "+ ties",
        "Unsettled (not counted)",
        "Said",
        "Said to Norrow",
        "Said about Norrow and its ties",
        "Expected of Norrow",
        "Related claims",
        "Events",
    ]


def test_an_office_has_its_holder_its_time_and_its_passage() -> None:
    page = page_of("brenn")
    [facts] = [block for block in page.blocks if isinstance(block, Fields)]
    first = "".join(span.text for span in facts.rows[0][1])
    assert facts.rows[0][0] == "Offices"
    assert first == "speaker, Harbour Office of Ilvane from 1975 until about 1977  gazette ¶2"
    people = part(page_of("harbour-office"), "Officials, bodies and groups")
    assert [words_of(block) for block in people] == ["•Ada Brenn  speaker"]


def test_the_parts_of_an_actor_and_those_on_its_side_are_told_once() -> None:
    page = page_of("ilvane")
    assert linked(Page("", tuple(part(page, "Officials, bodies and groups")))) == {"harbour-office"}
    assert linked(Page("", tuple(part(page, "Also of IV")))) == {"brenn"}


def test_what_an_actor_asserts_of_the_ties_of_others_is_on_its_page() -> None:
    page = page_of("herald")
    assert "a-gift" in linked(page)
    assert "c-gift" in linked(page)


def test_what_an_actor_says_and_what_it_denies_of_others_are_told_apart() -> None:
    cast = record("actors", id="x"), record("actors", id="y")
    gift = record("alliances", kind="aid", status="contested", by=["x"], denied_by=["y"])
    catalog = catalog_of(*cast, gift)
    [said] = part(page_of("x", catalog), "Also said by Actor x")
    [denied] = part(page_of("y", catalog), "Denied by Actor y")
    assert words_of(said) == words_of(denied)
    assert "contested · said by Actor x · denied by Actor y" in words_of(said)
    assert part(page_of("x", catalog), "Denied by Actor x") == part(page_of("y", catalog), "Also said by Actor y") == []


@pytest.mark.parametrize(
    ("status", "by", "listed", "named"),
    [
        ("attributed", [], True, True),
        ("reported", [], True, False),
        ("inferred", [], False, False),
        ("attributed", ["a"], False, False),
    ],
)
def test_the_complaint_that_a_speaker_voices_is_on_the_speakers_page(
    status: str, by: list[str], listed: bool, named: bool
) -> None:
    row = record("ledger", status=status, by=by, quotes=["q"], voiced="complaint")
    catalog = catalog_of(record("actors", id="x"), record("quotes", speaker="x"), row)
    assert (
        "l" in linked(Page("", tuple(part(page_of("x", catalog), "Complaints and requests voiced by Actor x"))))
    ) == listed
    [entry] = part(page_of("b", catalog), "Expected of Actor b")
    assert ("Actor x" in words_of(entry)) == named


def test_the_ties_of_a_sign_are_counted_with_the_actors_they_join() -> None:
    ties = [record("alliances", id=f"t{n}", kind="aid", between=["a", other]) for n, other in enumerate("bbx")]
    page = page_of("a", catalog_of(record("actors", id="x"), *ties))
    [heading] = [block for block in page.blocks if isinstance(block, Section)]
    assert (heading.title, words_of(Para(heading.note))) == ("+ ties", "3, with 2 actors")


@pytest.mark.parametrize(
    ("roles", "label", "first"),
    [
        ([{"title": "analyst"}], "Role", "analyst"),
        ([{"title": "minister", "of": "b"}], "Office", "minister, Actor b"),
        ([{"title": "minister", "of": "b"}, {"title": "poet"}], "Roles", "minister, Actor b"),
    ],
)
def test_a_title_without_a_body_is_a_role_and_no_office(roles: list[dict[str, str]], label: str, first: str) -> None:
    page = page_of("x", catalog_of(record("actors", id="x", roles=roles)))
    assert next(iter(facts_of(page).items())) == (label, first)


def test_an_actor_without_a_summary_still_says_where_it_stands() -> None:
    assert facts_of(page_of("corvath"))["Source"] == "gazette ¶1"


def test_an_actor_that_is_a_side_says_so() -> None:
    assert facts_of(page_of("ilvane"))["Side"] == "one of the sides of this dossier"
    assert facts_of(page_of("brenn"))["Side"] == "Ilvane"


# Who says so.


def test_a_source_that_speaks_is_shown_as_its_author() -> None:
    assert facts_of(page_of("c-old"))["Said by"] == "T. Quill, M. Nib"
    assert words_of(page_of("c-old").blocks[0]).startswith("The locks are perhaps only old.")
    assert facts_of(page_of("l-silence"))["Said by"] == "T. Quill, M. Nib"


def test_a_source_without_an_author_is_shown_as_the_author_of_it() -> None:
    assert facts_of(page_of("c-old"))["Denied by"] == "the author of almanac"
    assert facts_of(page_of("a-coolness"))["Said by"] == "the author of almanac, Ada Brenn"


def test_the_only_source_needs_no_name() -> None:
    assert facts_of(page_of("c-turkey-words", CATALOGS["bundled"]))["Said by"] == "the author"
    catalog = catalog_of(record("claims", by=["s"]))
    assert facts_of(page_of("c", catalog))["Said by"] == "the author"


def test_what_a_sources_author_says_is_on_the_page_of_the_source() -> None:
    page = page_of("gazette")
    assert linked(Page("", tuple(part(page, "Said by its author or headline")))) >= {"c-old", "l-silence"}
    assert linked(Page("", tuple(part(page_of("almanac"), "Denied by its author or headline")))) >= {"c-old"}


def test_an_outcome_and_a_sign_are_glyph_and_word() -> None:
    assert facts_of(page_of("l-pilot"))["Outcome"] == f"{OUTCOME_GLYPHS['unmet']} unmet, 2 May 1977"
    assert facts_of(page_of("l-silence"))["Outcome"].startswith("␣ none recorded; no answer")
    assert facts_of(page_of("a-quarrel"))["Sign"].startswith(f"{SIGN_GLYPHS['-']} against")
    assert facts_of(page_of("a-lamps"))["Sign"].startswith("+ with")


def test_whether_an_expectation_was_stated_is_told() -> None:
    assert facts_of(page_of("l-pilot"))["Expectation"] == "stated by the one who expects"
    assert facts_of(page_of("l-silence"))["Expectation"].startswith("not stated; ")
    assert "Expectation" not in facts_of(page_of("l", catalog_of(record("ledger"))))


# Ties.


def test_a_ties_page_names_both_ends_and_the_direction() -> None:
    assert words_of(page_of("a-lamps").blocks[0]) == "Norrow → Corvathtradea-lamps"
    assert words_of(page_of("a-pact").blocks[0]) == "Ilvane – Norrowdefence pacta-pact"
    facts = facts_of(page_of("a-lamps"))
    assert (facts["From"], facts["To"]) == ("Norrow", "Corvath")
    assert facts_of(page_of("a-pact"))["Between"] == "Ilvane, Norrow"


def test_a_ties_page_tells_terms_level_pledges_and_time() -> None:
    assert facts_of(page_of("a-lamps"))["Terms"] == "Lamps at the price of the day."
    assert facts_of(page_of("a-lamps"))["Level"] == "all its lamps"
    facts = facts_of(page_of("a-pact"))
    assert facts["Pledges"] == "defense, consultation"
    assert facts["Since"] == "9 July 1951 · “of 1951” as printed"
    assert facts["Until"] == "1981"
    assert facts_of(page_of("a-lamps"))["Since"] == "the dossier gives no date"


def test_a_tie_without_a_date_has_that_of_the_event_that_begins_it() -> None:
    assert facts_of(page_of("a-quarrel"))["Since"] == "2 March 1977, with The locks are shut"
    assert facts_of(page_of("e-shut"))["Begins"] == "Ilvane – Corvath (hostility)"
    assert facts_of(page_of("e-strike"))["Ends"] == "Norrow → Corvath (aid)"


def test_an_actor_says_from_when_to_when_it_is_there() -> None:
    facts = facts_of(page_of("league"))
    assert (facts["Since"], facts["Until"]) == ("1950", "about 1990")


def test_the_tags_of_a_record_end_its_page() -> None:
    assert page_of("ilvane").text().endswith("Tags:  upstream, to check")


def test_a_ties_page_has_the_other_ties_of_the_same_pair() -> None:
    assert linked(Page("", tuple(part(page_of("a-lamps"), "Other ties of the same pair")))) >= {"a-gift"}
    assert "a-lamps" not in linked(Page("", tuple(part(page_of("a-lamps"), "Other ties of the same pair"))))
    assert part(page_of("a-quarrel"), "Other ties of the same pair") == []


def test_membership_of_a_bloc_is_a_tie_to_the_bloc_alone() -> None:
    catalog = catalog_of(
        record("actors", id="bloc", kind="igo"),
        record("alliances", id="t1", between=None, from_="a", to="bloc", kind="bloc-membership"),
        record("alliances", id="t2", between=None, from_="b", to="bloc", kind="bloc-membership"),
    )
    assert "b" not in linked(page_of("a", catalog))
    assert linked(page_of("bloc", catalog)) >= {"a", "b", "t1", "t2"}


def test_a_grievance_is_no_tie() -> None:
    catalog = catalog_of(record("ledger", voiced="complaint", outcome="refused"))
    assert headings(page_of("a", catalog)) == ["Expected by An actor"]
    assert headings(page_of("b", catalog)) == ["Expected of Actor b"]


# Sources.


def _with_copy() -> Catalog:
    result = load_text(SMALL)
    assert result.dossier is not None
    head, tables = result.dossier.head, result.dossier.tables
    return Catalog(Dossier(head, {name: list(enumerate(rows)) for name, rows in tables.items()}, {"gazette": COPY}))


COPY = paragraphs(PASSAGES)


def test_a_source_shows_its_paragraphs_with_what_rests_on_each() -> None:
    page = page_of("gazette", _with_copy())
    assert [block.anchor for block in page.blocks if block.anchor] == [f"p{number}" for number in range(1, 6)]
    for number, passage in enumerate(COPY, 1):
        expected = set(_with_copy().dossier.links.citing("gazette")[number])
        blocks = part(page, f"Paragraph {number} · {count_noun(len(expected), 'record')}")
        assert words_of(blocks[0]) == passage
        assert expected <= linked(Page("", tuple(blocks)))


def test_a_source_shows_where_it_is_archived_and_which_copy_was_pinned() -> None:
    facts = facts_of(page_of("gazette"))
    assert facts["Archived"] == "https://archive.example/gazette/barges"
    assert re.fullmatch("[0-9a-f]{64}", facts["SHA-256"])


def test_a_source_without_a_copy_shows_the_paragraphs_that_are_cited() -> None:
    page = page_of("gazette")
    assert [block.anchor for block in page.blocks if block.anchor] == [f"p{number}" for number in range(1, 6)]
    assert "No copy of the text is at hand" in text_of(page)
    assert linked(Page("", tuple(part(page_of("almanac"), "Cited as a whole by")))) >= {"ilvane", "brenn", "q-trade"}


def test_those_who_cite_the_headline_are_told_from_those_who_cite_the_source_as_a_whole() -> None:
    headline = {"source": "s", "exact": "source"}
    catalog = catalog_of(
        record("claims", cite=[headline, "s#p1"]),
        record("events", cite="s"),
        record("quotes", cite=[headline, "s"]),
    )
    page = page_of("s", catalog)
    assert linked(Page("", tuple(part(page, "Headline cited by")))) >= {"c"}
    assert linked(Page("", tuple(part(page, "Cited as a whole by")))) >= {"e", "q"}
    assert "c" not in linked(Page("", tuple(part(page, "Cited as a whole by"))))


def test_a_long_quotation_is_under_its_paragraph_where_there_is_no_copy() -> None:
    page = page_of("s", catalog_of(record("quotes", text="word " * 90, cite="s#p2"), record("events", cite="s#p1")))
    assert "long ones in part" in text_of(page)
    assert f"“{'word ' * 59}word” …" in words_of(part(page, "Paragraph 2 · 1 record")[0])


def test_a_paragraph_that_nothing_cites_says_so() -> None:
    catalog = catalog_of(record("quotes", cite="s#p2"))
    tables = {name: list(enumerate(rows)) for name, rows in catalog.dossier.tables.items()}
    page = page_of("s", Catalog(Dossier(catalog.dossier.head, tables, {"s": paragraphs("One.\n\nTwo.")})))
    assert "nothing in the dossier cites it" in words_of(part(page, "Paragraph 1")[-1])
    assert "q" in linked(Page("", tuple(part(page, "Paragraph 2 · 1 record"))))


def test_a_cite_names_its_source_where_there_are_several() -> None:
    assert facts_of(page_of("q-trade"))["Source"] == "gazette, Barges wait ¶3; Almanac of the lower rivers whole text"
    only = page_of("q", catalog_of(record("quotes", cite=["s#p5", "s#p6-8"])))
    assert facts_of(only)["Source"] == "A source ¶5 ¶6–8"


# What a record is called.


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("brenn", "Ada Brenn"),
        ("gazette", "Barges wait"),
        ("e-shut", "The locks are shut"),
        ("q-twice", "We shall not ask twice."),
        ("c-old", "The locks are perhaps only old."),
        ("a-lamps", "Norrow → Corvath"),
        ("a-pact", "Ilvane – Norrow"),
        ("l-pilot", "complaint by Ilvane about Norrow"),
        ("nonesuch", "nonesuch"),
    ],
)
def test_a_record_is_called_by_its_name_its_title_or_its_words(name: str, called: str) -> None:
    assert SMALL_CATALOG.dossier.name(name) == called


@pytest.mark.parametrize(("words", "called"), [("one\ntwo", "one two"), ("a " * 200, "a " * 149 + "a…"), ("b", "b")])
def test_what_a_record_is_called_is_short_and_on_one_line(words: str, called: str) -> None:
    assert catalog_of(record("claims", text=words)).dossier.name("c") == called


def test_words_of_just_the_length_are_not_cut() -> None:
    assert catalog_of(record("claims", text="x" * 300)).dossier.name("c") == "x" * 300
    assert catalog_of(record("claims", text="x" * 301)).dossier.name("c") == "x" * 300 + "…"


# Names in prose.


def test_a_name_in_prose_is_a_way_to_the_actor_once_and_the_words_stay_as_they_are() -> None:
    page = page_of("ilvane")
    summary = next(block for block in page.blocks if isinstance(block, Para))
    assert "".join(span.text for span in summary.spans) == "Lies above the locks, and is bound to Norrow by a pact."
    assert [(span.text, span.link) for span in summary.spans if span.link] == [("Norrow", "norrow")]


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Norrow and Corvath, and Norrow again.", ["norrow", "corvath"]),
        ("Norrower, Norrows and norrow are others.", []),
        ("Norrow’s and “Corvath” and (Ilvane)", ["norrow", "corvath", "ilvane"]),
        ("Port Ilvane, IV and Ilvane are one.", ["ilvane"]),
        ("The Harbour Office of Ilvane.", ["harbour-office"]),
        ("The Harbour Office of Ilvane. The Harbour Office of Ilvane.", ["harbour-office"]),
        ("The Harbour Office of Corvath.", ["corvath"]),
        ("Norrow1 and NorrowIV and Norrow", ["norrow"]),
        ("Corvath", ["corvath"]),
        ("Corvath Herald", ["herald"]),
        ("Corvath Heralds", ["corvath"]),
        ("xCorvath", []),
        ("", []),
    ],
)
def test_a_name_matches_whole_words_and_the_longest_name(prose: str, names: list[str]) -> None:
    spans = SMALL_CATALOG.builder.prose(prose)
    assert [span.link for span in spans if span.link] == names
    assert "".join(span.text for span in spans) == prose


def test_a_huge_field_is_cut_and_says_so() -> None:
    page = page_of("q", catalog_of(record("quotes", text="word " * 40_000)))
    [words] = [words_of(block) for block in page.blocks if isinstance(block, Quotation)]
    assert len(words) < 70_000
    assert "more characters" in words
