"""Where a record says it comes from: the forms of a cite, and what is refused."""

from __future__ import annotations

import pytest

from tui.dossier.values.cite import Cite, parse_cite, parse_cites
from tui.dossier.values.text import Safe

BOOK = Safe("book")


@pytest.mark.parametrize(
    ("written", "first", "last", "where"),
    [
        ("book", 0, 0, ""),
        ("book#p5", 5, 5, "¶5"),
        ("book#p5-6", 5, 6, "¶5–6"),
        ("book#p5-5", 5, 5, "¶5"),
        ({"source": "book"}, 0, 0, ""),
        ({"source": "book", "p": 5}, 5, 5, "¶5"),
        ({"source": "book", "p": "5"}, 5, 5, "¶5"),
        ({"source": "book", "p": "5-6"}, 5, 6, "¶5–6"),
    ],
)
def test_a_cite_names_a_source_a_paragraph_or_a_span(written: object, first: int, last: int, where: str) -> None:
    cite = parse_cite(written)
    assert cite == Cite(BOOK, first, last)
    assert cite.where == where
    assert list(cite.paragraphs) == (list(range(first, last + 1)) if first else [])


def test_a_selector_gives_the_words_and_what_is_around_them() -> None:
    table = {"source": "book", "p": 5, "exact": "the words", "prefix": "before ", "suffix": " after"}
    assert parse_cite(table) == Cite(BOOK, 5, 5, Safe("the words"), Safe("before "), Safe(" after"))


def test_several_cites_keep_their_order() -> None:
    assert [cite.first for cite in parse_cites(["book#p7", {"source": "book", "p": 2}])] == [7, 2]


@pytest.mark.parametrize("around", [{"prefix": "before"}, {"suffix": "after"}, {"prefix": "b", "suffix": "a"}])
def test_words_around_nothing_are_refused(around: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="need `exact`"):
        parse_cite({"source": "book", "p": 1, **around})


@pytest.mark.parametrize(
    "written",
    [
        "Book",
        "book#5",
        "book#p0",
        "book#p6-5",
        "book#p1234567",
        "",
        5,
        True,
        [],
        {"p": 5},
        {"source": "book#p5"},
        {"source": "book", "p": 0},
        {"source": "book", "p": True},
        {"source": "book", "p": 1_000_000},
        {"source": "book", "p": "6-5"},
        "book#page=",
        "book#pg=4",
        "book#page=12-3",
        "book#page=p. 4",
        "book#page=p.4",
        "book#page=12,15",
        "book#page=4&p5",
        "book#page=4&page=5",
        "book#t=smpte:00:01:00:00",
        "book#t=20,10",
        "book#t=1:75",
        {"source": "book", "page": ""},
        {"source": "book", "page": 4.5},
        {"source": "book", "page": True},
        {"source": "book", "stance": "against"},
        {"source": "book", "stance": []},
        {"source": "book", "grade": 2},
        {"source": "book", "exact": " "},
        {"source": "book", "exact": 5},
    ],
    ids=repr,
)
def test_anything_else_is_refused_with_what_to_write(written: object) -> None:
    with pytest.raises(ValueError, match=r"; (write|add|allowed values)|; it may have"):
        parse_cites(written)
