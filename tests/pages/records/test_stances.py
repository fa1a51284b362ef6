"""Where sources disagree: one record says who supports, disputes and mentions it, and no dispute counts as support."""

from __future__ import annotations

from typing import Any

from tests.dossiers import codes_of, dossier_of, load_text, loaded, record
from tests.pages.page_text import facts_of, page_of
from tui.dossier.disputes import disputes
from tui.dossier.kinds import Claim, Source, Tie, is_settled
from tui.dossier.load import load_bytes
from tui.dossier.responses import is_disputed
from tui.dossier.sources.coverage import coverage
from tui.dossier.sources.highlights import Excerpts
from tui.dossier.values.text import Safe
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Comparison
from tui.pages.lists.record_groups import record_line
from tui.pages.page import Section
from tui.pages.passage_links import first_passage
from tui.pages.span_builder import SpanBuilder

SOURCES = (
    record("sources", id="kyle", title="Suez", author=["Keith Kyle"], issued="1991"),
    record("sources", id="hansard", title="Debates", container="Hansard", issued="1956"),
)
KYLE = {"source": "kyle", "page": "412-413"}
HANSARD = {"source": "hansard", "column": 1518, "stance": "disputes", "grade": "B2"}
EDEN = {"source": "s", "p": 3, "stance": "mentions"}


def text_with(table: str, *cites: Any, **keys: Any) -> str:
    return dossier_of(*SOURCES, record(table, cite=list(cites), **keys))


def words_of(spans: Any) -> str:
    return "".join(span.text for span in spans)


DISPUTED = text_with("alliances", KYLE, HANSARD, EDEN)


def test_the_page_of_a_record_says_which_source_supports_disputes_and_mentions_it() -> None:
    facts = facts_of(page_of(Catalog(loaded(DISPUTED)), "t"))
    assert facts["Supported by"] == "Kyle 1991, Suez pp. 412–413"
    assert facts["Disputed by"] == "≠ Hansard 1956, Debates col. 1518 graded B2"
    assert facts["Mentioned in"] == "A source ¶3"
    assert facts["Status"] == "● reported  disputed by a source; not counted as settled"


def test_an_entry_says_which_cite_disputes() -> None:
    builder = SpanBuilder(loaded(DISPUTED))
    [tie] = builder.dossier.records_of(Tie)
    expected = "Kyle 1991 pp. 412–413 · ≠ disputed in Hansard 1956 col. 1518 · mentioned in A source ¶3"
    assert words_of(builder.cites(tie.cite)) == expected
    assert words_of(builder.cites(tie.cite[1:2])) == "≠ disputed in Hansard 1956 col. 1518"


def test_no_source_that_supports_a_denied_tie_stands_among_those_who_deny_it() -> None:
    text = text_with("alliances", KYLE, {"source": "s", "p": 3}, HANSARD, status="contested", by=["a"], denied_by=["b"])
    builder = SpanBuilder(loaded(text))
    [tie] = builder.dossier.records_of(Tie)
    assert words_of(builder.backing(tie.status, tie.cite, tie.by, tie.denied_by)).split(" · ") == [
        "≠ contested",
        "said by An actor",
        "denied by Actor b",
        "sources Kyle 1991 pp. 412–413; A source ¶3",
        "≠ disputed in Hansard 1956 col. 1518",
    ]
    against = tie.cite[2:]
    assert words_of(builder.backing("denied", against, (), tie.denied_by)).endswith(
        "denied by Actor b · ≠ disputed in Hansard 1956 col. 1518"
    )


def test_what_is_reported_and_disputed_is_unsettled_and_a_matter_in_dispute() -> None:
    [tie] = loaded(DISPUTED).records_of(Tie)
    assert not is_settled(tie)
    assert [matter.records for matter in disputes(loaded(DISPUTED))] == [(tie,)]
    assert codes_of(DISPUTED) == ["reported-and-disputed"]
    assert codes_of(text_with("alliances", KYLE, HANSARD, status="contested", by=["a"])) == []
    assert codes_of(text_with("alliances", HANSARD)) == ["nothing-supports"]
    assert codes_of(text_with("alliances", KYLE, EDEN)) == []


def test_a_claim_that_a_source_disputes_is_shown_in_versions_with_its_words() -> None:
    cite = {**HANSARD, "exact": "there was not"}
    dossier = loaded(text_with("claims", KYLE, cite, status="contested"))
    [claim] = dossier.records_of(Claim)
    assert is_disputed(claim)
    [versions] = [block for block in page_of(Catalog(dossier), "c").blocks if isinstance(block, Comparison)]
    assert words_of(versions.versions[1][0]) == "Disputed"
    assert words_of(versions.versions[1][1]) == "Hansard 1956\n“there was not” ≠ disputed in Hansard 1956 col. 1518"
    assert "1 source disputes it" in words_of(record_line(SpanBuilder(dossier), "c").remark)


def test_a_dispute_that_somebody_is_quoted_with_is_in_that_mouth_and_not_in_that_of_the_source() -> None:
    dispute = {"source": "hansard", "p": 2, "exact": "there was not", "stance": "disputes"}
    quote = record("quotes", id="q2", speaker="b", text="There was not!", cite={"source": "hansard", "p": 2})
    claim = record("claims", cite=[KYLE, dispute], status="denied", by=["a"], denied_by=["b"], counter=["q2"])
    [versions] = [
        block
        for block in page_of(Catalog(loaded(dossier_of(*SOURCES, quote, claim))), "c").blocks
        if isinstance(block, Comparison)
    ]
    title, words = map(words_of, versions.versions[1])
    assert title == "Denied"
    assert words.endswith("“There was not!” Hansard 1956 ¶2")
    assert "≠" not in words


def test_the_words_of_an_author_who_disputes_are_not_his_own_assertion() -> None:
    cite = {"source": "kyle", "exact": "no such thing", "stance": "disputes"}
    dossier = loaded(text_with("claims", "s", cite, by=["kyle"], status="contested"))
    [versions] = [block for block in page_of(Catalog(dossier), "c").blocks if isinstance(block, Comparison)]
    assert "no such thing" not in words_of(versions.versions[0][1])


def test_a_record_rests_only_on_sources_that_support_it() -> None:
    counts = coverage(loaded(text_with("alliances", KYLE, HANSARD)))
    assert counts.single == {"kyle": ("t",)}
    assert coverage(loaded(text_with("alliances", HANSARD))).none == ("a", "b", "t")
    by_source = {str(covered.source.id): covered for covered in counts.sources}
    assert (by_source["hansard"].located, by_source["hansard"].disputed) == (1, 1)
    assert (by_source["kyle"].located, by_source["kyle"].whole, by_source["kyle"].paragraphs) == (1, 0, 0)


def test_s_leads_to_the_passage_that_supports() -> None:
    dispute = {"source": "hansard", "p": 2, "stance": "disputes"}
    catalog = Catalog(loaded(text_with("alliances", dispute, "s#p4", status="contested", by=["a"])))
    assert first_passage(catalog.dossier, "t") == "s#p4"
    assert first_passage(loaded(text_with("alliances", "s#page=4")), "t") == "s"


def test_a_quotation_is_looked_for_only_where_a_source_supports_it(tmp_path: Any) -> None:
    (tmp_path / "s.txt").write_text("He said: we asked for water.\n\nThe other half.", "utf-8")
    (tmp_path / "h.txt").write_text("He said nothing.", "utf-8")
    text = dossier_of(
        record("sources", id="one", text="s.txt"),
        record("sources", id="two", text="h.txt"),
        record(
            "quotes", text="we asked for water", cite=["one#page=9", {"source": "two", "p": 1, "stance": "disputes"}]
        ),
    )
    result = load_bytes(text.encode(), Safe("x.toml"), str(tmp_path))
    assert result.problems == ()
    assert result.dossier is not None
    assert [place.paragraph for place in result.dossier.verified.quotations["q"]] == [1]
    assert not Excerpts(result.dossier, "two").of(1)


def test_a_source_lists_the_places_cited_in_their_order_apart_from_paragraphs() -> None:
    places = ["kyle#page=112", "kyle#page=9", "kyle#page=iv", "kyle#p2&page=5", "kyle"]
    records = [record("claims", id=f"c{n}", cite=cite) for n, cite in enumerate(places)]
    page = page_of(Catalog(loaded(dossier_of(*SOURCES, *records))), "kyle")
    headings = [block.title for block in page.blocks if isinstance(block, Section)]
    assert headings == [
        "Cited as a whole by",
        "Cited at p. iv",
        "Cited at p. 9",
        "Cited at p. 112",
        "Paragraph 2 · 1 record",
    ]


def test_lists_name_the_source_where_there_are_several() -> None:
    quote = record("quotes", cite=[{"source": "hansard", "p": 1, "stance": "disputes"}, KYLE])
    builder = SpanBuilder(loaded(dossier_of(*SOURCES, quote, record("ledger", cite=KYLE))))
    assert words_of(record_line(builder, "q").remark) == "Kyle 1991 pp. 412–413, 1 more"
    assert words_of(record_line(builder, "l").long_remark).endswith("  Kyle 1991 pp. 412–413")
    assert words_of(record_line(builder, "kyle").spans) == "Kyle 1991  Suez"
    [only] = SpanBuilder(loaded(dossier_of(record("quotes", cite="s#page=4")))).dossier.records_of(Source)
    builder = SpanBuilder(load_text(dossier_of(record("quotes", cite="s#page=4"))).dossier)  # type: ignore[arg-type]
    assert words_of(record_line(builder, "q").remark) == "p. 4"
    assert words_of(record_line(builder, only.id).spans) == "A source"
