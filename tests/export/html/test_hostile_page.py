"""A dossier that attacks the page: all of its text is text, wherever it stands."""

from __future__ import annotations

import pytest

from tests.export.html.pages import ATTACKS, dossier, elements, search_data, tag, tree, words
from tests.hostile.families import FAMILIES
from tests.marks import mostly_long
from tui.dossier.kinds import Source

OURS = frozenset(
    (
        *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section", "article"),
        *("div", "p", "span", "a", "abbr", "mark", "br", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure"),
        *("details", "summary", "table", "thead", "tbody", "tr", "th", "td", "label", "input", "script"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "svg", "desc", "g", "path", "rect", "circle", "text", "tspan"),
    )
)
"""Every element that the page has; none of them does anything by itself."""
_FEW = ("script", "url-script")


@pytest.mark.parametrize("name", mostly_long((*ATTACKS, *FAMILIES), *_FEW))
def test_a_text_adds_no_element_and_no_attribute_to_the_page(name: str) -> None:
    root = tree(name)
    assert {tag(each) for each in elements(root)} <= OURS
    scripts = [each.get("type") for each in elements(root, "script")]
    assert scripts == ["application/json", None]
    assert len(list(elements(root, "style"))) == 1
    attributes = {key for each in elements(root) for key in each.attrib}
    assert [key for key in attributes if key.startswith("on") or key in ("style", "src", "srcdoc", "action")] == []
    assert len(list(elements(root, "meta"))) == len(list(elements(tree("small"), "meta")))


@pytest.mark.parametrize("name", mostly_long((*ATTACKS, *FAMILIES), *_FEW))
def test_every_link_leads_to_a_place_of_the_page_or_to_the_web(name: str) -> None:
    root = tree(name)
    anchors = {each.get("id") for each in elements(root)}
    for each in elements(root, "a"):
        link = each.get("href", "")
        assert link[1:] in anchors if link.startswith("#") else link.startswith(("https://", "http://")), link


@pytest.mark.parametrize("name", mostly_long(ATTACKS, "script", "entity"))
def test_a_text_is_shown_letter_for_letter_and_searched_as_it_is(name: str) -> None:
    whole = dossier(name)
    shown = words(tree(name))
    searched = "\n".join(part for item in search_data(tree(name))["items"] for part in item[2:])
    for quote in whole.tables["quotes"]:
        text = str(getattr(quote, "text", ""))
        assert " ".join(text.split()) in shown
        assert text in searched


def test_an_address_that_is_none_of_the_web_is_shown_and_is_no_link() -> None:
    root = tree("url-script")
    urls = {source.url for source in dossier("url-script").records_of(Source)}
    assert any(url.startswith("javascript:") for url in urls)
    assert "javascript:alert(1)" in words(root)
    assert not [each for each in elements(root, "a") if "javascript" in each.get("href", "")]
