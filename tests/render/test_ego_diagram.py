"""An ego diagram at any width: whole, not too wide, signs on every line, links in reading order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pages.diagram_blocks import Arm, EgoDiagram
from tui.pages.page import Page, Span, Spans
from tui.render.ego_diagram import MIN_WIDTH, ego_diagram
from tui.render.layout import MEASURE, PageLayout, lay_out
from tui.render.plain_text import plain_text
from tui.render.wrap import NO_LINK, Links, Row, cells, width_of

texts = st.one_of(st.text("ab é漢–\n", min_size=1, max_size=40), st.text("abc ", min_size=1, max_size=120)).filter(
    lambda text: bool(text.strip())
)
ends = st.builds(Span, texts, st.just("strong"), st.sampled_from(["", "ego:a", "b"]))
words = st.lists(st.builds(Span, texts, st.just("text"), st.sampled_from(["", "t1", "t2"])), max_size=3).map(tuple)
lines = st.sampled_from([("whole", Span("")), ("broken", Span("◇", "status-judgement")), ("dotted", Span("∴"))])
arms = st.lists(st.builds(lambda end, said, line: Arm(end, said, *line), ends, words, lines), max_size=6).map(tuple)
fans = st.builds(EgoDiagram, st.builds(Span, texts), arms, arms)


def words_of(row: Row) -> str:
    return "".join(piece.text for piece in row)


def bare(text: str) -> str:
    """Only what a text says: without blanks, lines and signs, in any order, as columns mix what is read in one go."""
    return "".join(sorted(re.sub(r"[\s╌╍━┈┉◇∴−+─│┌┐└┘├┤┬┴┼]", "", text)))


def spans_in(block: EgoDiagram) -> Spans:
    return (block.centre, *(span for arm in (*block.left, *block.right) for span in (arm.end, *arm.words)))


def layout_of(block: EgoDiagram, width: int) -> PageLayout:
    return lay_out(Page("x", (block,)), width)


@given(fans, st.integers(1, 200))
def test_an_ego_diagram_is_whole_and_never_too_wide(block: EgoDiagram, width: int) -> None:
    rows = layout_of(block, width).rows
    narrow = min(width, MEASURE)
    assert [words_of(row) for row in rows if width_of(row) > narrow and sum(map(cells, words_of(row))) > 2] == []
    titles = "".join(title for title, some in zip(block.titles, (block.left, block.right), strict=True) if some)
    assert bare("".join(map(words_of, rows))) == bare("".join(span.text for span in spans_in(block)) + titles)


@given(fans, st.integers(1, 200))
def test_links_are_numbered_row_by_row_and_all_are_there(block: EgoDiagram, width: int) -> None:
    found = layout_of(block, width)
    assert sorted(found.links) == sorted(span.link for span in spans_in(block) if span.link)
    seen: list[int] = []
    for row in found.rows:
        for piece in row:
            if piece.link != NO_LINK and piece.link not in seen:
                seen.append(piece.link)
    assert seen == list(range(len(found.links)))
    assert list(found.link_rows) == sorted(found.link_rows)


def arm(name: str, *kinds: str) -> Arm:
    return Arm(Span(name, "strong", f"ego:{name}"), tuple(Span(kind, "text", f"t-{kind}") for kind in kinds))


SMALL = EgoDiagram(
    Span("Meriden"), (arm("Orvane", "hostility"), arm("Sarn")), (arm("Lowen", "aid"), arm("Isse", "trade pact"))
)


def test_the_box_is_in_the_middle_where_both_sides_need_more_than_half() -> None:
    long = "words that go on and on " * 4
    block = EgoDiagram(Span("Meriden"), (arm("Orvane", long),), (arm("Lowen", long),))
    box = next(row for row in plain_text(Page("x", (block,)), 74).splitlines() if "┌" in row)
    assert box.index("┌") == (74 - len(box.strip())) // 2


def test_those_against_stand_left_and_those_with_stand_right_of_the_box() -> None:
    assert plain_text(Page("x", (SMALL,)), 74) == (
        "− against                           + with\n"
        "   Orvane ─ − ─┐ ┌─────────┐ ┌━ + ━ Lowen  aid\n"
        "hostility      ├─┤ Meriden ├─┤\n"
        "               │ └─────────┘ └━ + ━ Isse   trade pact\n"
        "     Sarn ─ − ─┘\n"
    )


def test_a_row_of_the_picture_is_read_from_left_to_right() -> None:
    assert [link.removeprefix("ego:") for link in layout_of(SMALL, 74).links][:4] == [
        *("Orvane", "Lowen", "t-aid"),
        "t-hostility",
    ]


def test_where_there_is_no_room_the_sides_stand_above_and_below() -> None:
    assert plain_text(Page("x", (SMALL,)), 40) == (
        "− against\n"
        "┌─ − Orvane\n"
        "│      hostility\n"
        "├─ − Sarn\n"
        "├─────────┐\n"
        "│ Meriden │\n"
        "├─────────┘\n"
        "│ + with\n"
        "├━ + Lowen\n"
        "│      aid\n"
        "└━ + Isse\n"
        "       trade pact\n"
    )


@pytest.mark.parametrize("width", [MIN_WIDTH, MIN_WIDTH - 1, 30, 12])
def test_every_arm_has_its_sign_so_that_none_needs_colour(width: int) -> None:
    text = plain_text(Page("x", (SMALL,)), width)
    lines = text.split("\n")
    for name, sign in (("Orvane", "−"), ("Sarn", "−"), ("Lowen", "+"), ("Isse", "+")):
        assert any(sign in line for line in lines if name in line)


@pytest.mark.parametrize("width", [30, 74])
def test_a_side_without_arms_is_not_drawn(width: int) -> None:
    text = plain_text(Page("x", (SMALL._replace(left=()),)), width)
    assert "against" not in text
    assert "−" not in text
    assert "┤" not in text.replace("├─┤", "")


def test_one_arm_on_each_side_makes_one_line() -> None:
    block = EgoDiagram(Span("Meriden"), (arm("Orvane"),), (arm("Lowen"),))
    assert "Orvane ─ − ───┤ Meriden ├──━ + ━ Lowen" in plain_text(Page("x", (block,)), 74)


def test_what_is_judged_or_said_is_a_broken_line_with_its_glyph_whether_with_or_against() -> None:
    said, judged = Span("»", "status-attributed"), Span("◇", "status-judgement")
    left = arm("Orvane")._replace(line="broken", status=said)
    block = EgoDiagram(Span("Meriden"), (left,), (arm("Lowen")._replace(line="broken", status=judged),))
    assert "Orvane » − ╌──┤ Meriden ├──╍ + ◇ Lowen" in plain_text(Page("x", (block,)), 74)
    assert "┌╌ − » Orvane" in (narrow := plain_text(Page("x", (block,)), 40))
    assert "└╍ + ◇ Lowen" in narrow


def test_a_title_stands_over_its_side_however_short_the_names_are() -> None:
    block = EgoDiagram(Span("M"), (arm("O"),), (arm("Lowen"),))
    title, *rows = plain_text(Page("x", (block,)), 74).split("\n")
    assert title.startswith("− against ")
    assert title.index("+ with") == next(row.index("Lowen") for row in rows if "Lowen" in row)


def test_with_very_many_arms_the_box_stays_near_the_top() -> None:
    block = EgoDiagram(Span("Meriden"), (arm("Orvane"),), tuple(arm(f"State {number}", "aid") for number in range(200)))
    lines = plain_text(Page("x", (block,)), 74).split("\n")
    assert next(number for number, line in enumerate(lines) if "Meriden" in line) < 20
    assert len(lines) < 260


def test_an_ego_diagram_alone_numbers_its_links_after_those_before_it() -> None:
    links = Links()
    links.number(Span("x", "text", "before"))
    rows = ego_diagram(SMALL, 74, links)
    assert min(piece.link for row in rows for piece in row if piece.link != NO_LINK) == 1
