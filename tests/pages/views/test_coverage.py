"""The coverage view and the passages of a source: what rests on what, and the cited words highlighted."""

from __future__ import annotations

import pytest

from tests.dossier.sources.test_coverage import with_copy
from tests.dossiers import PASSAGES, SMALL, dossier_of, loaded, record
from tests.pages.page_text import facts_of, headings, page_of, text_of
from tui.pages.block_spans import spans_of
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Page, Para, Section, Span, Spans
from tui.pages.records.passages import highlighted
from tui.pages.views import coverage


def catalog_of(*records: str, copy: str = "") -> Catalog:
    dossier = loaded(dossier_of(*records))
    return Catalog(with_copy(dossier, s=copy) if copy else dossier)


def view(*records: str, copy: str = "") -> Page:
    return page_of(catalog_of(*records, copy=copy), "coverage:")


def bars(page: Page) -> list[str]:
    return [
        "".join(span.text for span in block.spans).strip()
        for block in page.blocks
        if isinstance(block, Entry) and block.mark.text == " "
    ]


# The view.


def test_of_one_source_the_page_says_that_everything_rests_on_it_and_lists_nothing() -> None:
    page = view(record("claims"), record("actors", id="d", cite="s"))
    assert "2 records on one source, with no second one to check by; 2 on none." in text_of(page)
    assert headings(page) == ["A source", "Rest on no source"]
    only = Catalog(loaded('dossier=1\ntitle="T"\n' + record("sources") + record("actors", cite="s#p1")))
    assert "Everything rests on one source: 1 record," in text_of(page_of(only, "coverage:"))


def test_of_several_sources_the_records_that_rest_on_one_alone_are_listed() -> None:
    page = page_of(Catalog(loaded(SMALL)), "coverage:")
    assert headings(page) == [
        "Barges wait",
        "Almanac of the lower rivers",
        "On Barges wait alone",
        "On Almanac of the lower rivers alone",
        "Rest on no source",
    ]
    assert "3 records on two sources or more, 16 on one only, 6 on none." in text_of(page)
    assert {"a-league", "c-gift", "norrow"} <= set(page.links())


def test_records_that_each_rest_on_two_sources_rest_on_something() -> None:
    page = view(record("sources", id="s2"), record("claims", cite=["s", "s2"]))
    assert "1 record on two sources or more, 0 on one only" in text_of(page)


def test_the_uncited_paragraphs_of_a_copy_are_links_to_them() -> None:
    page = view(record("claims", cite="s#p2"), copy="One.\n\nTwo.\n\nThree.\n\nFour.")
    assert facts_of(page)["Uncited"] == "¶1  ¶3–4  (3 of 4)"
    assert facts_of(page)["Paragraphs"] == "4, counted in the local copy"
    assert {"s#p1", "s#p2", "s#p3"} <= set(page.links())
    assert "none: every paragraph is cited" in text_of(view(record("claims", cite="s#p1"), copy="One."))


def test_without_a_copy_the_page_says_how_far_it_knows_and_leads_to_no_paragraph_that_is_not_shown() -> None:
    page = view(record("claims", cite="s#p3"))
    assert facts_of(page)["Paragraphs"] == "known up to ¶3, the highest cited; without a copy there may be more"
    assert facts_of(page)["Uncited"] == "¶1–2  (2 of 3)"
    assert [link for link in page.links() if "#" in link] == ["s#p3"]


def test_cites_of_the_headline_are_no_cites_of_the_whole() -> None:
    headline = record("claims", cite=[{"source": "s", "exact": "source"}, "s#p1"])
    assert facts_of(view(headline, record("events", cite="s")))["Cited by"] == (
        "2 records, 1 of them its headline, 1 of them it as a whole"
    )


def test_each_paragraph_has_a_bar_and_a_number() -> None:
    rows = [record("claims", id=f"c{number}", cite="s#p1") for number in range(3)]
    assert bars(view(*rows, record("events", cite="s#p3"))) == [
        "¶1  ●●● 3 records",
        "¶2  nothing cites it",
        "¶3  ● 1",
    ]


def test_a_bar_has_a_glyph_for_each_record_that_says_its_status_and_a_legend() -> None:
    rows = (
        record("claims", id="judged", status="judgement", cite="s#p1"),
        record("claims", id="denied", denied_by=["b"], cite="s#p1"),
        record("quotes", cite="s#p1"),
        record("actors", id="c", cite="s#p1"),
        record("events", cite="s#p1"),
    )
    page = view(*rows)
    assert bars(page) == ["¶1  ●◇≠== 5 records"]
    assert "● reported   ◇ judgement   ≠ contested   = no status, such as a quote" in text_of(page)


def test_a_bar_is_no_longer_than_there_is_room_for() -> None:
    rows = [record("claims", id=f"c{number}", cite="s#p1") for number in range(100)]
    assert bars(view(*rows, record("events", cite="s#p2"))) == ["¶1  " + "●" * 24 + " 100 records", "¶2  ● 1"]
    assert "24 glyphs for 100 records" in text_of(view(*rows))


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        ("", "2 with exact words not checked: no copy is available"),
        ("One and two.", "all 2 with exact words occur in the copy where they are cited"),
        ("One and 2.", "1 of 2 with exact words occur in a copy where they are cited; ⊡ 1 do not occur there"),
    ],
)
def test_the_page_says_how_many_quotations_stand_in_the_copy(copy: str, said: str) -> None:
    quotes = [record("quotes", text="One", cite="s#p1"), record("quotes", id="r", text="two", cite="s#p1")]
    assert facts_of(view(*quotes, copy=copy))["Quotations"] == said


@pytest.mark.parametrize(
    ("grade", "said"),
    [
        ("B2", "B2  usually reliable, probably true"),
        ("F6", "F6  reliability not known, truth not known"),
        ("good", "good"),
        ("B", "B"),
        ("Z9", "Z9"),
        ("", "not given"),
    ],
)
def test_a_grade_is_told_with_its_meaning_where_it_is_one(grade: str, said: str) -> None:
    catalog = Catalog(loaded('dossier=1\ntitle="T"\n' + record("sources", grade=grade)))
    assert facts_of(page_of(catalog, "coverage:"))["Grade"].strip() == said


def test_an_empty_dossier_has_a_coverage_too() -> None:
    page = page_of(Catalog(loaded('dossier = 1\ntitle = "T"\n')), "coverage:")
    assert "names no source" in text_of(page)
    assert "No record cites a source." in text_of(view())


def test_a_large_dossier_is_not_listed_whole() -> None:
    claims = [record("claims", id=f"c{number}", cite=f"s#p{2 * number + 1}") for number in range(300)]
    sources = [record("sources", id=f"s{number}") for number in range(coverage.SOURCES + 5)]
    page = view(*claims, *sources)
    assert len(bars(page)) == coverage.PARAGRAPHS
    assert "and 6 more sources, not shown here" in text_of(page)
    assert f"and {299 - coverage.RANGES} more ranges  (299 of 599)" in facts_of(page)["Uncited"]
    assert f"and {300 - coverage.LISTED} more" in text_of(page)
    assert [block.number for block in page.blocks if isinstance(block, Section) and block.number] == [300, 2]


# The passages of a source.


def highlighted_words(page: Page) -> list[str]:
    return [span.text for block in page.blocks for span in spans_of(block) if span.role == "highlight"]


def test_the_words_that_are_cited_are_highlighted_and_the_names_around_them_stay_links() -> None:
    page = page_of(Catalog(with_copy(loaded(SMALL), gazette=PASSAGES)), "gazette")
    cited = "".join(highlighted_words(page))
    for words in ("have been shut", "We shall not ask twice", "sells Corvath its lamps", "free of charge"):
        assert words in cited
    assert "wait above them" not in cited
    linked = [(span.text, span.role) for block in page.blocks for span in spans_of(block) if span.link == "corvath"]
    assert ("Corvath", "highlight") in linked
    assert ("Corvath", "mention") in linked


def test_the_words_of_the_record_asked_look_different_from_those_that_only_others_cite() -> None:
    page = Catalog(with_copy(loaded(SMALL), gazette=PASSAGES)).page("gazette", asked="q-twice")
    assert page is not None
    spans = [span for block in page.blocks if isinstance(block, Para) for span in spans_of(block)]
    own, others = (
        "".join(span.text for span in spans if span.role == role) for role in ("highlight", "highlight-other")
    )
    assert own == "We shall not ask twice"
    assert "We shall not ask twice" not in others
    assert "sells Corvath its lamps" in others


def test_without_a_copy_the_exact_words_stand_under_their_paragraph() -> None:
    page = page_of(Catalog(loaded(SMALL)), "gazette")
    assert "“sells Corvath its lamps”" in highlighted_words(page)
    assert "--text gazette=PATH" in text_of(page)


SPANS: Spans = (Span("one ", "quote"), Span("two", "quote", "x"), Span(" three", "quote"))


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ([], "one |two|three"),
        ([(0, 3)], "[one]| |two| three"),
        ([(1, 2)], "o|[n]|e |two| three"),
        ([(2, 6)], "on|[e ]|[tw]|o| three"),
        ([(0, 13)], "[one ]|[two]|[ three]"),
        ([(0, 1), (2, 5), (7, 8)], "[o]|n|[e ]|[t]|wo|[ ]|three"),
        ([(3, 4), (12, 99)], "one|[ ]|two| thre|[e]"),
        ([(50, 60)], "one |two| three"),
    ],
)
def test_lighting_changes_no_character_and_no_link(where: list[tuple[int, int]], said: str) -> None:
    spans = highlighted(SPANS, where)
    assert "".join(span.text for span in spans) == "one two three"
    assert {span.link for span in spans if set(span.text) & set("tw") and "thre" not in span.text} <= {"x", ""}
    shown = "|".join(f"[{span.text}]" if span.role == "highlight" else span.text for span in spans)
    assert shown == (said if where else "one |two| three")


def test_many_sources_share_the_page() -> None:
    sources = [record("sources", id=f"s{number}") for number in range(90)]
    claims = [
        record("claims", id=f"c{number}-{source}", cite=f"s{source}#p{number + 1}")
        for source in range(90)
        for number in range(12)
    ]
    page = view(*sources, *claims)
    assert len(bars(page)) == 90 * 8
    assert len(page.blocks) < 3_000
