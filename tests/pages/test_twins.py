"""What a picture says as text, for where none is drawn."""

from __future__ import annotations

from tui.pages.block_spans import spans_of
from tui.pages.diagram_blocks import Side, TriangleDiagram
from tui.pages.page import Block, Para, Span
from tui.pages.timeline_blocks import BranchEntry, CountStrip, Dated
from tui.pages.twins import twin


def words(block: Block) -> list[str]:
    return ["".join(span.text for span in spans_of(same)) for same in twin(block)]


def test_a_triangle_is_three_pairs_with_sign_and_ties() -> None:
    ties = ((Span("● "), Span("aid", "text", "t1")), (Span("◇ "), Span("arms", "text", "t2")))
    sides = Side(Span("+"), ties), Side(Span("+"), ()), Side(Span("−"), ())
    triangle = TriangleDiagram((Span("A"), Span("B"), Span("C")), sides, Span("△"), (Span("+ with"),))
    assert words(triangle) == ["+A – B: ● aid, ◇ arms", "+A – C", "−B – C", "+ with"]
    assert {span.link for same in twin(triangle) for span in spans_of(same)} == {"", "t1", "t2"}


def test_an_entry_of_a_tree_names_what_it_hangs_from() -> None:
    entry = BranchEntry((Span("Second"),), below=(Span("the quay"),), hangs_from=(Span("First", "dim", "first"),))
    assert words(entry) == ["•Secondafter First · the quay"]


def test_a_strip_tells_the_number_of_each_year_or_decade() -> None:
    dates = tuple(Dated(12 * year, 12 * year + 11, 2) for year in (1950, 1951, 1951))
    assert words(CountStrip(dates, 6, "event")) == ["19502 events19514 events"]
    far = (Dated(12 * 1900, 12 * 1900, 1), Dated(12 * 1999, 12 * 1999, 1))
    assert words(CountStrip(far, 2, "event")) == ["1900–19091 event1990–19991 event"]


def test_each_period_of_a_strip_leads_to_the_first_thing_in_it() -> None:
    dates = (
        Dated(12 * 1950, 12 * 1950, 1, "a"),
        Dated(12 * 1950 + 1, 12 * 1950 + 1, 1, "b"),
        Dated(24000, 24000, 1, "c"),
    )
    [fields] = twin(CountStrip(dates, 3, "event"))
    assert [(span.text, span.link) for span in spans_of(fields) if span.link] == [("1950", "a"), ("2000", "c")]


def test_what_is_no_picture_is_its_own_twin() -> None:
    assert twin(Para((Span("words"),))) == (Para((Span("words"),)),)
