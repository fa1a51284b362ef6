"""What every page says in the same words: cites, and what a statement rests on."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.kinds import Claim, Quote, Tie
from tui.dossier.reported_only import reported_only
from tui.pages.page import Spans
from tui.pages.phrases import kind_words, quoted
from tui.pages.span_builder import SpanBuilder


def builder_of(*records: str, sources: tuple[str, ...] = ("s",)) -> SpanBuilder:
    titles = (record("sources", id=name, title="Barges wait at the locks") for name in sources)
    return SpanBuilder(loaded("".join((HEAD, *titles, record("actors"), record("actors", id="b"), *records))))


def words_of(spans: Spans) -> str:
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    ("cite", "words"),
    [
        ("s#p3", "¶3"),
        (["s#p3", "s#p5-6"], "¶3 ¶5–6"),
        ("s", "whole text"),
        (["s", "s#p1"], "whole text and ¶1"),
        ({"source": "s", "exact": "wait at"}, "headline"),
        ([{"source": "s", "exact": "wait at"}, "s#p1"], "headline and ¶1"),
        ({"source": "s", "exact": "somewhere else"}, "whole text"),
    ],
)
def test_a_cite_of_the_only_source_is_its_paragraph_or_headline(cite: object, words: str) -> None:
    builder = builder_of(record("claims", cite=cite))
    [claim] = builder.dossier.records_of(Claim)
    spans = builder.cites(claim.cite)
    assert words_of(spans) == words
    assert {span.link.partition("#")[0] for span in spans if span.role == "cite"} == {"s"}


def test_a_place_is_named_once_however_many_of_its_words_are_cited() -> None:
    words = [{"source": "s", "p": 2, "exact": said} for said in ("wait at", "the locks")]
    disputed = {"source": "s", "p": 2, "stance": "disputes"}
    builder = builder_of(record("claims", cite=[*words, "s#p2", "t#p1", disputed]), sources=("s", "t"))
    [claim] = builder.dossier.records_of(Claim)
    names = "Barges wait at the locks (a)", "Barges wait at the locks (b)"
    assert words_of(builder.cites(claim.cite)) == f"{names[0]} ¶2; {names[1]} ¶1 · ≠ disputed in {names[0]} ¶2"
    assert words_of(builder.cites(claim.cite, 1)) == f"{names[0]} ¶2 and 2 more"
    assert builder.first_cite(claim.cite[:3]).text == f"{names[0]} ¶2"
    assert builder.first_cite(claim.cite).text == f"{names[0]} ¶2, 2 more"


def test_with_several_sources_each_cite_names_its_own() -> None:
    builder = builder_of(record("claims", cite=["s#p1", "t"]), sources=("s", "t"))
    [claim] = builder.dossier.records_of(Claim)
    assert (
        words_of(builder.cites(claim.cite))
        == "Barges wait at the locks (a) ¶1 and Barges wait at the locks (b) whole text"
    )


def test_with_several_sources_a_headline_is_named_with_its_source() -> None:
    builder = builder_of(record("claims", cite={"source": "t", "exact": "wait at"}), sources=("s", "t"))
    [claim] = builder.dossier.records_of(Claim)
    assert words_of(builder.cites(claim.cite)) == "Barges wait at the locks (b) headline"


@pytest.mark.parametrize(
    ("cite", "sources", "speaker"),
    [
        ({"source": "s", "exact": "wait at"}, ("s",), "the headline"),
        ({"source": "s", "exact": "wait at"}, ("s", "t"), "the headline of Barges wait at the locks (a)"),
        ([{"source": "s", "exact": "wait at"}, "s#p1"], ("s",), "the author"),
        ("s#p1", ("s",), "the author"),
    ],
)
def test_what_the_headline_alone_says_is_not_put_into_the_mouth_of_the_author(
    cite: object, sources: tuple[str, ...], speaker: str
) -> None:
    builder = builder_of(record("claims", cite=cite, by=["s"]), sources=sources)
    [claim] = builder.dossier.records_of(Claim)
    assert words_of(builder.speakers(claim.by, cites=claim.cite)) == speaker


def test_a_headline_is_known_by_its_words_whatever_the_quotation_marks() -> None:
    title = record("sources", id="s", title="Friends Air Grievances Against “Allies”")
    cite = [{"source": "s", "exact": 'Grievances Against "Allies"'}, "s#p1"]
    builder = SpanBuilder(loaded("".join((HEAD, title, record("actors"), record("claims", cite=cite)))))
    [claim] = builder.dossier.records_of(Claim)
    assert words_of(builder.backing("judgement", claim.cite, ["s"])) == "◇ judgement · the author, headline and ¶1"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Several media outlets", "several media outlets"),
        ("Some allies of Some Where", "some allies of Some Where"),
        ("Severalia", "Severalia"),
        ("Mostar", "Mostar"),
        ("Partners", "Partners"),
    ],
)
def test_a_name_that_begins_with_a_quantity_is_lower_case_inside_a_sentence(name: str, inside: str) -> None:
    builder = builder_of(record("actors", id="x", name=name))
    assert words_of(builder.speakers(["x"])) == inside
    assert words_of(builder.speakers(["x"], opening=True)) == name


def test_what_a_statement_rests_on_is_its_status_who_says_so_and_where() -> None:
    builder = builder_of(record("claims", cite=["s#p1", "s#p2"]))
    [claim] = builder.dossier.records_of(Claim)
    assert words_of(builder.backing("reported", claim.cite)) == "● reported ¶1 ¶2"
    assert words_of(builder.backing("attributed", claim.cite, ["b"])) == "» attributed · Actor b, ¶1 ¶2"
    assert words_of(builder.backing("judgement", claim.cite, ["s"])) == "◇ judgement · the author, ¶1 ¶2"
    assert words_of(builder.backing("judgement", None, ["s"])) == "◇ judgement · the author"


def test_whoever_denies_a_statement_is_named_with_those_who_make_it() -> None:
    builder = builder_of(record("claims", cite="s#p1"))
    [claim] = builder.dossier.records_of(Claim)
    assert (
        words_of(builder.backing("contested", claim.cite, ["a"], ["b"]))
        == "≠ contested · said by An actor · denied by Actor b · source ¶1"
    )
    assert words_of(builder.backing("denied", claim.cite, (), ["b"])) == "× denied · denied by Actor b · source ¶1"
    assert words_of(builder.backing("reported", claim.cite, (), ["b"])) == "● reported · denied by Actor b · source ¶1"


@pytest.mark.parametrize(
    ("title", "name", "whose"),
    [
        ("senior Armenian MP", "Armenia", True),
        ("President of Armenia", "Armenia", True),
        ("Kazakh envoy", "Kazakhstan", True),
        ("Azerbaijani minister", "Azerbaijan", True),
        ("Prime Minister", "Armenia", False),
        ("Defense Ministry spokesman", "Defense Ministry of Armenia", False),
        ("Australian envoy", "Austria", False),
        ("man of iron", "Iran", False),
    ],
)
def test_a_title_that_names_its_state_already_is_not_followed_by_it(title: str, name: str, whose: bool) -> None:
    builder = builder_of(
        record("actors", id="x", name=name), record("actors", id="y", roles=[{"title": title, "of": "x"}])
    )
    office = builder.office(builder.dossier.actor("y"))
    assert words_of(office) == (title if whose else f"{title}, {name}")
    assert "x" in {span.link for span in office}


@pytest.mark.parametrize(
    ("kind", "terms", "said"),
    [
        ("other", "Stressed two principles.", "Stressed two principles"),
        ("other", "word " * 40, "word word word …"),
        ("other", "", "other"),
        ("arms-supply", "At cost.", "arms supply"),
    ],
)
def test_a_tie_of_another_kind_is_named_by_its_terms(kind: str, terms: str, said: str) -> None:
    [tie] = builder_of(record("alliances", kind=kind, terms=terms)).dossier.records_of(Tie)
    assert kind_words(tie, 24 if terms.startswith("S") else 16) == said


def test_names_of_records_that_are_left_out_are_not_given() -> None:
    quotes = record("quotes", about=["t", "b"]), record("alliances", status="judgement")
    whole = builder_of(*quotes)
    [quote] = whole.dossier.records_of(Quote)
    assert {span.link for span in whole.names(quote.about)} - {""} == {"t", "b"}
    part = SpanBuilder(reported_only(whole.dossier))
    assert {span.link for span in part.names(quote.about)} == {"b"}


@pytest.mark.parametrize(
    ("aliases", "short"), [(["LLR"], "LLR"), (["Lena", "LLR"], "LLR"), (["Lena"], "Lower Rivers"), ([], "Lower Rivers")]
)
def test_the_short_name_of_an_actor_is_an_abbreviation_or_the_name(aliases: list[str], short: str) -> None:
    builder = builder_of(record("actors", id="l", name="Lower Rivers", aliases=aliases))
    assert builder.short("l") == short


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Rain", "“Rain”"),
        ("“Allies”", "‘“Allies”’"),
        ("Against “Allies”", "‘Against “Allies”’"),
        ("of “Allies” and others", "“of “Allies” and others”"),
    ],
)
def test_marks_around_printed_words_never_double_those_of_the_words(words: str, shown: str) -> None:
    assert quoted(words) == shown
