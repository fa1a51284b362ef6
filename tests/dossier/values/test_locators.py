"""Locators: the places of a source in its own terms, how they are printed and in which order they stand."""

from __future__ import annotations

import re

import pytest

from tui.dossier.values.cite import parse_cite
from tui.dossier.values.locators import LOCATORS, TEXTS, TIMES, fault, sort_key, value_pattern


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("page=412", "p. 412"),
        ("page=412-413", "pp. 412–413"),
        ("page=412–413", "pp. 412–413"),
        ("page=xii-xv", "pp. xii–xv"),
        ("page=A-12", "p. A-12"),
        ("chapter=3", "ch. 3"),
        ("column=1518", "col. 1518"),
        ("section=II.3", "§ II.3"),
        ("section=3-5", "§§ 3–5"),
        ("line=20", "l. 20"),
        ("folio=12r", "fol. 12r"),
        ("folio=12r-13v", "fols. 12r–13v"),
        ("paragraph=7", "para. 7"),
        ("sub-verbo=Weir, the", "s.v. Weir, the"),
        ("t=00:12:30", "12:30"),
        ("t=750", "12:30"),
        ("t=npt:1:02:03", "1:02:03"),
        ("t=10,20", "0:10–0:20"),
        ("t=,20", "0:00–0:20"),
        ("timestamp=12:30", "12:30"),
        ("p5&page=412", "¶5, p. 412"),
        ("page=412&line=20", "p. 412, l. 20"),
    ],
)
def test_a_locator_is_printed_as_a_scholar_does(written: str, printed: str) -> None:
    cite = parse_cite(f"book#{written}")
    assert cite.where == printed
    assert cite.short_form == f"book#{written}"


@pytest.mark.parametrize("locator", LOCATORS)
def test_every_locator_is_read_in_a_string_and_in_a_table_and_is_no_paragraph(locator: str) -> None:
    cites = parse_cite(f"book#{locator}=12"), parse_cite({"source": "book", locator: 12})
    assert cites[0] == cites[1]
    assert not cites[0].paragraphs
    assert (cites[0].target, cites[0].is_whole) == ("book", False)
    assert cites[0].where.endswith("12")


def test_a_paragraph_of_the_copy_may_stand_beside_the_page_and_is_where_the_link_leads() -> None:
    cite = parse_cite({"source": "book", "p": 5, "page": "412"})
    assert (cite.first, cite.locator, cite.target) == (5, "page=412", "book#p5")


@pytest.mark.parametrize(
    "in_order",
    [
        ["page=iv", "page=xii", "page=3", "page=12", "page=112"],
        ["folio=2v", "folio=12r", "folio=12v", "folio=13r"],
        ["section=II.3", "section=II.10", "section=IX", "section=X"],
        ["appendix=A", "appendix=B", "appendix=C", "appendix=D"],
        ["t=9", "t=00:10", "t=1:00:00"],
        ["page=12", "page=12-13", "page=13"],
    ],
    ids=lambda places: places[0],
)
def test_places_sort_by_number_and_numeral(in_order: list[str]) -> None:
    shuffled = in_order[::-1]
    assert sorted(shuffled, key=sort_key) == in_order


@pytest.mark.parametrize("locator", LOCATORS)
def test_a_value_is_refused_by_its_pattern_or_because_it_runs_backwards(locator: str) -> None:
    pattern = re.compile(value_pattern(locator))
    for value in ("412", "12-3", "20,10", "", " ", "a b", "p. 4", "x&y", "x#y", "1:75", "x" * 200, "§", "A-12"):
        backwards = "runs backwards" in fault(locator, value)
        assert bool(fault(locator, value)) == (pattern.fullmatch(value) is None or backwards)
        assert not backwards or locator not in TEXTS
    assert fault(locator, "1") == ""
    assert bool(fault(locator, "smpte:0:01")) == (locator in TIMES) or locator not in (*TIMES, *TEXTS)
