"""A triangle at any width: whole, not too wide, links in reading order; text where there is no room for a picture."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.pages.block_spans import spans_of
from tui.pages.diagram_blocks import Side, TriangleDiagram
from tui.pages.page import Page, Span
from tui.render.layout import MEASURE, lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import NO_LINK, cells, width_of

texts = st.one_of(st.text("ab é漢–\n", min_size=1, max_size=30), st.text("abc ", min_size=1, max_size=60)).filter(
    lambda text: bool(text.strip())
)
corners = st.builds(Span, texts, st.just("name"), st.sampled_from(["", "a", "b"]))
ties = st.tuples(st.builds(Span, texts, st.just("text"), st.sampled_from(["", "t1", "t2"])))
sides = st.builds(
    Side,
    st.sampled_from([Span("+"), Span("−"), Span("~"), Span("∘")]),
    st.lists(ties, max_size=5).map(tuple),
    st.sampled_from(["whole", "broken", "dotted"]),
)
triangles = st.builds(
    TriangleDiagram,
    st.tuples(corners, corners, corners),
    st.tuples(sides, sides, sides),
    st.just(Span("")),
    st.just(()),
)


def bare(text: str) -> str:
    """Only what a text says, in any order: without blanks, lines, and what stands between the names of a row."""
    return "".join(sorted(re.sub(r"[\s╱╲/\\.╌╍┈┉━─–:,]", "", text)))


@given(triangles, st.integers(1, 120))
def test_a_triangle_is_never_too_wide_and_loses_nothing(block: TriangleDiagram, width: int) -> None:
    found = lay_out(Page("x", (block,)), width)
    lines = ["".join(piece.text for piece in row) for row in found.rows]
    assert [
        line
        for row, line in zip(found.rows, lines, strict=True)
        if width_of(row) > min(width, MEASURE) and cells(line) > 2
    ] == []
    said = bare("".join(lines))
    for span in spans_of(block):
        assert not set(bare(span.text)) - set(said)


@given(triangles, st.integers(1, 120))
def test_its_links_are_numbered_in_reading_order(block: TriangleDiagram, width: int) -> None:
    found = lay_out(Page("x", (block,)), width)
    assert set(found.links) == {span.link for span in spans_of(block) if span.link}
    seen: list[int] = []
    for row in found.rows:
        seen += [piece.link for piece in row if piece.link not in (NO_LINK, *seen)]
    assert seen == list(range(len(found.links)))


def side(sign: str, *kinds: str) -> Side:
    return Side(Span(sign), tuple((Span("● "), Span(kind, "text", kind)) for kind in kinds))


SMALL = TriangleDiagram(
    (Span("Meriden"), Span("Orvane"), Span("Lowen")),
    (side("+", "aid", "arms"), side("+", "trade"), side("−", "rivalry")),
    Span("△"),
    (Span("+ with   − against"),),
)


def test_the_signs_are_on_the_sides_and_the_ties_beside_them() -> None:
    assert plain_text(Page("x", (SMALL,)), 46).splitlines() == [
        "                    Meriden",
        "               ● aid  ╱ ╲  ● trade",
        "             ● arms  ╱   ╲",
        "                    +     +",
        "                   ╱   △   ╲",
        "                  ╱         ╲",
        "            Orvane ─── − ─── Lowen",
        "                  ● rivalry",
        "",
        "+ with   − against",
    ]


def test_a_side_that_no_source_reports_is_a_broken_line_also_without_colour() -> None:
    broken = SMALL._replace(sides=(side("+", "aid", "arms")._replace(line="broken"), *SMALL.sides[1:]))
    rows = plain_text(Page("x", (broken,)), 46).splitlines()
    assert [row.strip("● aidrms") for row in rows[1:3]] == ["/ ╲  ● trade", "/   ╲"]


def test_where_it_is_narrow_each_side_is_a_line_of_text() -> None:
    assert plain_text(Page("x", (SMALL,)), 30).splitlines() == [
        "+ Meriden – Orvane: ● aid,",
        "  ● arms",
        "+ Meriden – Lowen: ● trade",
        "− Orvane – Lowen: ● rivalry",
        "+ with   − against",
    ]
