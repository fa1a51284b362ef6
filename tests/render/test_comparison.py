"""Versions of one matter: side by side where there is room, one below the other where there is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Page, Para, Section, Span, Spans
from tui.render.comparison import MIN_WIDTH, comparison
from tui.render.layout import lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import Links, cells, width_of

LETTERS = "abc.“”Հայ漢字e\u0301🙂 \n"
spans = st.lists(
    st.builds(Span, st.text(LETTERS, max_size=60), st.just("text"), st.sampled_from(["", "", "armenia"])), max_size=4
).map(tuple)
blocks = st.builds(Comparison, st.lists(st.tuples(spans, spans), max_size=6).map(tuple))


def two(left: str, right: str, heads: tuple[str, str] = ("One", "Other")) -> Comparison:
    words: tuple[Spans, ...] = ((Span(left),), (Span(right),))
    return Comparison(tuple(((Span(head),), said) for head, said in zip(heads, words, strict=True)))


def rows(block: Comparison, width: int) -> list[str]:
    return ["".join(piece.text for piece in row).rstrip() for row in comparison(block, width, Links())]


@given(blocks, st.integers(1, 200))
def test_no_version_loses_a_character_and_none_is_too_wide(block: Comparison, width: int) -> None:
    layout = comparison(block, width, Links())
    shown = "".join(sorted(re.sub(r"[ │]", "", "".join(piece.text for row in layout for piece in row))))
    held = "".join(
        sorted(re.sub(r"[ \n]", "", "".join(span.text for pair in block.versions for one in pair for span in one)))
    )
    assert shown == held
    assert [row for row in layout if width_of(row) > width and width > 1] == []


@given(blocks, st.integers(1, 200))
def test_links_are_numbered_version_by_version(block: Comparison, width: int) -> None:
    links = Links()
    comparison(block, width, links)
    assert links.targets == Page("x", (block,)).links()


@pytest.mark.parametrize("width", [1, 2, 20, MIN_WIDTH - 1])
def test_versions_stand_below_each_other_where_it_is_narrow(width: int) -> None:
    assert not any("│" in row for row in rows(two("yes", "no"), width))


def test_one_below_the_other_they_are_parted_by_a_blank_row() -> None:
    assert rows(two("yes", "no"), 40) == ["One", "yes", "", "Other", "no"]


@pytest.mark.parametrize("width", [MIN_WIDTH, 74, 200])
def test_two_versions_stand_beside_each_other_with_a_rule_between(width: int) -> None:
    found = rows(two("yes", "no"), width)
    assert [re.split(r" +│ ", row) for row in found] == [["One", "Other"], ["yes", "no"]]
    assert len({row.index("│") for row in found}) == 1


def test_the_words_begin_in_one_row_however_long_a_heading_is() -> None:
    found = rows(two("yes", "no", ("A very long heading that does not fit in one row", "Other")), 60)
    assert found[-1].startswith("yes")
    assert found[-1].endswith("no")


def test_the_rule_goes_down_to_the_end_of_the_longer_version() -> None:
    found = rows(two("word " * 30, "no"), 74)
    assert all("│" in row for row in found)


@pytest.mark.parametrize(
    ("number", "bands"), [(0, []), (1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (7, [2, 2, 3])]
)
def test_many_versions_are_parted_into_even_bands(number: int, bands: list[int]) -> None:
    block = Comparison(tuple((((Span(f"v{one}"),)), ((Span("said"),))) for one in range(number)))
    found = rows(block, 74)
    assert [len(row.split("│")) for row in found if row.startswith("v")] == bands
    assert sum(row == "" for row in found) == max(0, len(bands) - 1)


def test_a_remark_under_the_versions_belongs_to_them_when_it_is_indented() -> None:
    block, remark = two("yes", "no"), Para((Span("remark"),))
    assert plain_text(Page("x", (Section("s"), block, remark._replace(indent=2)))).split("\n")[-2:] == ["  remark", ""]
    assert "" not in plain_text(Page("x", (block, remark._replace(indent=2)))).split("\n")[:-1]
    assert "" in plain_text(Page("x", (block, remark))).split("\n")[:-1]


def test_a_link_in_either_column_is_found_on_its_row() -> None:
    left: Spans = (Span("word " * 20), Span("here", "name", "a"))
    layout = lay_out(Page("x", (Comparison((((), left), ((), (Span("there", "name", "b"),)))),)), 74)
    assert layout.links == ("a", "b")
    assert layout.link_rows[1] == 0 < layout.link_rows[0]
    assert all(cells("".join(piece.text for piece in row)) <= 74 for row in layout.rows)
