"""The web page as a whole: well formed, complete, self-contained, and in an order that can be read aloud."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from tests.dossiers import dossier_of, load_text, loaded, record
from tests.export.html.pages import (
    by_id,
    dossier,
    elements,
    exported,
    page,
    parsed,
    search_data,
    tag,
    tree,
    words,
)
from tests.marks import mostly_long
from tui.dossier.kinds import Source
from tui.dossier.marks import Marks
from tui.dossier.values.dates import parse_date
from tui.dossier.values.text import Safe
from tui.export.selection import select

DOSSIERS = ("karabakh", "sarn", "small")
some = pytest.mark.parametrize("name", mostly_long(DOSSIERS, "karabakh", "small"))


@some
def test_it_is_parsed_without_a_fault(name: str) -> None:
    assert page(name).startswith("<!doctype html>\n")
    assert tag(tree(name)) == "html"


@some
def test_no_two_things_have_the_same_anchor_and_every_link_inside_leads_to_one(name: str) -> None:
    anchors = [each.get("id") for each in elements(tree(name)) if each.get("id")]
    links = {each.get("href", "") for each in elements(tree(name), "a")}
    assert len(anchors) == len(set(anchors))
    assert {link for link in links if link.startswith("#") and link[1:] not in anchors} == set()


@some
def test_every_record_has_an_article_under_its_id_with_its_name(name: str) -> None:
    articles = {each.get("id", ""): words(each) for each in elements(tree(name), "article")}
    assert articles.keys() == dossier(name).records.keys()
    unnamed = {record for record in articles if " ".join(dossier(name).name(record).split()) not in articles[record]}
    assert {dossier(name).records[record].TABLE for record in unnamed} <= {"alliances", "ledger", "quotes", "claims"}


@some
def test_every_quotation_stands_in_it_letter_for_letter(name: str) -> None:
    text = words(tree(name))
    for quote in dossier(name).tables["quotes"]:
        assert " ".join(getattr(quote, "text", "").split()) in text, quote.id


@some
def test_nothing_is_loaded_from_anywhere(name: str) -> None:
    loading = {"src", "srcset", "data", "poster", "action", "formaction", "background", "ping", "manifest"}
    for each in elements(tree(name)):
        assert tag(each) not in ("link", "img", "iframe", "object", "embed", "base", "form", "audio", "video")
        assert not loading & set(each.attrib), each.attrib
    style = words(next(elements(tree(name), "style")))
    assert not re.search(r"url\(|@import|https?:|expression", style)


@some
def test_only_addresses_of_sources_lead_out_of_it(name: str) -> None:
    sources = dossier(name).records_of(Source)
    addresses = {address for source in sources for address in (source.url, source.archive) if address}
    out = [each for each in elements(tree(name), "a") if not each.get("href", "").startswith("#")]
    assert {each.get("href") for each in out} == addresses
    for each in out:
        assert words(each) == each.get("href")
        assert {"noopener", "noreferrer"} <= set(each.get("rel", "").split())


@some
def test_the_policy_allows_its_own_script_and_style_and_nothing_else(name: str) -> None:
    meta = next(each for each in elements(tree(name), "meta") if each.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in meta.get("content", "").split("; "))
    scripts = [each for each in elements(tree(name), "script") if each.get("type") is None]
    [script], [style] = scripts, list(elements(tree(name), "style"))
    assert rules == {
        "default-src": "'none'",
        "script-src": _hash(script.text or ""),
        "style-src": _hash(style.text or ""),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not [
        each.attrib for each in elements(tree(name)) for key in each.attrib if key == "style" or key[:2] == "on"
    ]


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@some
def test_headings_come_in_order_below_one_title(name: str) -> None:
    levels = [int(tag(each)[1]) for each in elements(tree(name), *(f"h{level}" for level in range(1, 7)))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@some
def test_it_has_landmarks_a_language_and_a_way_past_the_contents(name: str) -> None:
    root = tree(name)
    assert root.get("lang") == "en"
    assert [tag(each) for each in elements(root, "header", "nav", "main", "footer")] == [
        "header",
        "nav",
        "main",
        "footer",
    ]
    first = next(elements(root, "a"))
    assert by_id(root, first.get("href", "")[1:]).get("tabindex") == "-1"
    assert by_id(root, "page:query").get("type") == "search"
    assert next(each for each in elements(root) if each.get("role") == "search").get("hidden") is not None


def test_what_is_said_of_the_dossier_is_the_same_as_on_the_screen() -> None:
    shown = words(by_id(tree("karabakh"), "versions:"))
    assert "≠ contested: Azerbaijan is an “aggressor”." in shown
    assert "denied by" in words(by_id(tree("karabakh"), "overview:"))
    assert "To balance 1 change is enough; 3 options" in words(by_id(tree("karabakh"), "balance:"))
    grievances = words(by_id(tree("karabakh"), "grievances:"))
    assert "! Russia, said by Armenia ● reported (read by the editor) That an ally should not arm" in grievances


def test_the_record_is_linked_from_what_refers_to_it_and_back() -> None:
    article = by_id(tree("karabakh"), "q-abrahamyan-strategic-partner")
    speaker = by_id(tree("karabakh"), "abrahamyan")
    assert "#abrahamyan" in [each.get("href") for each in elements(article, "a")]
    assert "#q-abrahamyan-strategic-partner" in [each.get("href") for each in elements(speaker, "a")]


@pytest.mark.long
def test_the_cited_words_of_a_copy_are_lit_in_their_paragraph() -> None:
    whole = dossier("sarn")
    citing = whole.links.citing("courier")[7]
    article = by_id(parsed(exported(select(whole, chosen=citing))), "courier")
    lit = "".join(words(each) for each in elements(article, "mark"))
    assert "Never a single rifle" in lit
    assert by_id(article, "courier.p7").text


def test_a_part_says_at_its_top_what_was_found_and_holds_only_that_and_what_it_refers_to() -> None:
    part = select(dossier("karabakh"), chosen=("c-azerbaijan-aggressor",), query="aggressor")
    root = parsed(exported(part))
    top = words(next(elements(root, "header")))
    assert "1 record found for “aggressor”, and" in top
    assert {each.get("id") for each in elements(root, "article")} == part.dossier.records.keys()
    assert len(part.dossier.records) < 20


def test_a_query_that_finds_nothing_says_so() -> None:
    top = words(next(elements(parsed(exported(select(dossier("karabakh"), chosen=(), query="zebra"))), "header")))
    assert "Nothing was found for “zebra”." in top


def test_it_says_that_only_what_is_reported_is_left() -> None:
    part = select(dossier("karabakh"), reported=True)
    top = words(next(elements(parsed(exported(part)), "header")))
    assert re.search(r"Reported only: \d+ statements left out that no source reports in its own voice\.", top)


def test_it_says_as_of_when_it_counts_and_draws_what_is_there_then() -> None:
    whole = dossier("sarn")
    scope = select(whole).scope._replace(moment=parse_date("1970-11-13"))
    then = exported(select(whole, scope=scope, moment_given=True))
    assert "Counts and pictures are as of 13 November 1970." in then
    assert _picture(then, "orvane") != _picture(page("sarn"), "orvane")


def _picture(text: str, actor: str) -> str:
    return text.partition(f'id="ego:{actor}"')[2].partition("</figure>")[0]


def test_a_reader_finds_the_marks_and_notes_that_were_exported_and_that_they_are_not_the_dossier() -> None:
    marks = Marks(frozenset({"armenia"}), {"q-medvedev-policy": Safe("compare <b>2014</b>")})
    text = exported(select(dossier("karabakh"), chosen=marks.names, marks=marks))
    chapter = text.partition('<section id="marks:">')[2].partition("</section>")[0]
    assert "Your own, kept on this computer; they are not part of the dossier." in chapter
    assert "compare &lt;b&gt;2014&lt;/b&gt;" in chapter
    assert 'href="#armenia"' in chapter
    assert "marks:" not in page("karabakh")


def test_what_is_not_settled_is_said_to_be_left_out() -> None:
    assert "4 unsettled ties not counted: 1 ≠ contested, 3 ∴ inferred" in words(
        next(elements(tree("karabakh"), "header"))
    )


def test_an_empty_dossier_is_a_page_too() -> None:
    empty = load_text('dossier = 1\ntitle = "Nothing yet"').dossier
    assert empty is not None
    root = parsed(exported(select(empty)))
    assert words(next(elements(root, "h1"))) == "Nothing yet"
    assert "No record is written" in words(next(elements(root, "header")))
    assert [words(each) for each in elements(root, "h2")] == ["About this dossier"]


def test_no_key_of_the_program_is_named_where_there_are_no_blocs() -> None:
    root = parsed(exported(select(loaded(dossier_of(record("alliances", status="reported"))))))
    assert "Alliances" in words(by_id(root, "page:contents"))
    assert "Blocs and sides" not in words(root)
    assert "Press " not in words(root)


def test_a_language_that_is_none_is_not_believed() -> None:
    opened = load_text('dossier = 1\ntitle = "x"\nlang = "e\\" onload=\\"x"').dossier
    assert opened is not None
    assert parsed(exported(select(opened))).get("lang") == "en"


@some
def test_the_search_looks_through_every_record_and_every_paragraph_of_a_copy(name: str) -> None:
    items = search_data(tree(name))["items"]
    passages = sum(map(len, dossier(name).passages.values()))
    assert len(items) == len(dossier(name).records) + passages
    assert {item[0] for item in items} <= {each.get("id") for each in elements(tree(name))}
