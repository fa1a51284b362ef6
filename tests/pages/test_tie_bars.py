"""Bars of the signs of ties: what a source reports in full weight, the rest paler, and in figures how much it is."""

from __future__ import annotations

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import page_of
from tui.pages.catalog import Catalog
from tui.pages.chart_blocks import Bars
from tui.pages.page import Section, Spans


def catalog_of(*statuses: str) -> Catalog:
    people = (record("actors", id=name, name=name.title()) for name in ("hub", "end", "one", "two"))
    ties = (
        record("alliances", id=f"t{at}", kind="aid", between=["hub", "end"], status=status, by=["one"])
        for at, status in enumerate(statuses)
    )
    return Catalog(loaded(dossier_of(*people, *ties)))


def words(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def test_a_reported_tie_has_the_colour_of_its_sign_and_others_are_dim_after_it() -> None:
    line = catalog_of("attributed", "reported", "judgement").line("hub")
    assert [(span.text, span.role) for span in line.bar[:2]] == [("+", "sign-with"), ("++", "dim")]
    assert words(line.bar[2:]).strip() == "● 1"
    assert [(span.text, span.role) for span in line.remark] == [("+3", "sign-with")]


def test_a_number_of_which_nothing_is_reported_is_dim() -> None:
    line = catalog_of("judgement").line("hub")
    assert [(span.text, span.role) for span in line.remark] == [("+1", "dim")]
    assert "●" not in words(line.bar)


def test_where_all_ties_are_reported_the_bars_have_no_further_number() -> None:
    assert words(catalog_of("reported", "reported").line("hub").bar).strip() == "++"


def test_a_bar_of_many_ties_is_a_whole_line_and_a_broken_one() -> None:
    assert words(catalog_of(*["reported"] * 12, *["judgement"] * 12).line("hub").bar[:2]) == "━━━━━━╍╍╍╍╍╍"


def test_home_says_how_many_ties_of_an_actor_are_reported() -> None:
    page = page_of(catalog_of("attributed", "reported"), "overview:")
    bars = next(block for block in page.blocks if isinstance(block, Bars) and block.rows[0].label.text == "Hub")
    assert [(glyph.role, number) for glyph, number in bars.rows[0].parts] == [("sign-with", 1), ("dim", 1)]
    assert words(bars.rows[0].tail) == "2 ties ● 1"
    [heading] = [block for block in page.blocks if isinstance(block, Section) and "most ties" in block.title]
    assert "● reported" in words(heading.note)
