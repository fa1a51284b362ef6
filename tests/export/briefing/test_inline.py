"""Text of a dossier in Markdown: every character is there, and none of them is markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.dossier.values.text import clean
from tui.export.briefing.inline import escaped, listing, sentence, web_link

PARSERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": True, "typographer": True}))
"""CommonMark, and the parser that makes most of a text: tables, bare addresses, typographic marks."""
BEGINNINGS = ("", "- ", "> ", "# ", "words ")
PARTS = [
    *r"""\`*_{}[]<>#+-|&~^$@"':=%.!(),;?/ 1aw""",
    *("\n", "www.", "http://a.b", "a@b.co", "&amp;", "<b>", "![x](y)", "[x](y)", "1. ", "- ", "---", "...", ":100:"),
]


def read_back(text: str, beginning: str, parser: MarkdownIt) -> str:
    """The words that a parser finds in an escaped text, in which it finds nothing but words."""
    found = parser.parse(f"{beginning}{escaped(text)}")
    opened = {token.type for token in found if token.type.endswith("_open")}
    assert opened <= {"paragraph_open", "bullet_list_open", "list_item_open", "blockquote_open", "heading_open"}
    children = [child for token in found for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@given(st.one_of(st.lists(st.sampled_from(PARTS), max_size=12).map("".join), st.text(max_size=40)))
@example("](javascript:alert(1))")
@example("<script>alert(1)</script>")
@example("1) first")
@example("line\n===")
def test_a_text_reads_as_it_is_wherever_it_stands(text: str) -> None:
    cleaned = clean(text)
    words = re.sub("[ \t\n]+", " ", cleaned).strip(" ")
    for parser in PARSERS:
        for beginning in BEGINNINGS if words else ():
            lead = beginning if beginning == "words " else ""
            assert read_back(cleaned, beginning, parser).strip() == f"{lead}{words}".strip()


@pytest.mark.parametrize(
    "text",
    ["Russia, an ally (of Armenia), defends it: nothing changes.", "¶5–6, pp. 4–5, 12:30, 1:02:03", "Sarn – 1966; no?"],
)
def test_an_ordinary_sentence_needs_no_backslash(text: str) -> None:
    assert escaped(text) == text


def test_a_sentence_has_one_end() -> None:
    assert [sentence(text) for text in ("a", "a.", "a?”", "“a”")] == ["a.", "a.", "a?”", "“a”."]


def test_items_with_commas_are_separated_by_semicolons() -> None:
    assert listing(["a", "b", "c"]) == "a, b and c"
    assert listing(["a, of b", "c", "d"]) == "a, of b; c and d"
    assert (listing(["a"]), listing([])) == ("a", "")


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("https://user@example.org/", False),
        ("https://example.org/><b>", False),
        ("https://example.org/a b", False),
        ("https://exаmple.org/", False),
        (f"https://example.org/{'a' * 3000}", False),
    ],
)
def test_only_a_plain_web_address_is_a_link(address: str, is_link: bool) -> None:
    found = [child for token in PARSERS[0].parse(web_link(address)) for child in token.children or ()]
    assert any(child.type == "link_open" for child in found) == is_link
    assert "".join(child.content for child in found if child.type.startswith("text")) == address
