"""A line says in what a query has found its record, and nothing twice."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, loaded
from tui.pages.catalog import Catalog
from tui.pages.lists.matched_lines import cite_in_short
from tui.pages.lists.panels import SEARCH
from tui.pages.page import Span, Spans

CATALOG = Catalog(loaded(SMALL))
PILOT = "Ada Brenn: They promised us a pilot, and no pilot came,"
TRANSLATION = "translation: … promised, none arrived."


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def matches(spans: Spans) -> list[str]:
    return [span.text for span in spans if span.role == "match"]


@pytest.mark.parametrize(
    ("panel", "name", "query", "words", "brief", "full"),
    [
        ("actors", "ilvane", "ilv", "Ilvane", "", ""),
        ("actors", "ilvane", "port", "Ilvane", "alias: Port Ilvane", "alias: Port Ilvane"),
        ("actors", "ilvane", "locks", "Ilvane", "in a summary", "summary: Lies above the locks, and is"),
        ("actors", "brenn", "envoy", "Ada Brenn", "office: envoy", "office: envoy"),
        ("actors", "ilvane", "upstream locks", "Ilvane", "in a summary, tag: upstream", ""),
        (
            "quotes",
            "q-pilot",
            "arrived",
            "They promised us",
            "in a translation",
            "translation: … promised, none arrived.",
        ),
        ("quotes", "q-pilot", "brenn", "They promised us", "", ""),
        ("quotes", "q-pilot", "strike", "They promised us", "about: Pilots on strike", ""),
        ("quotes", "q-pilot", "act:complain", "They promised us", "", ""),
        ("network", "ego:ilvane", "port", "Ilvane", "alias: Port Ilvane", ""),
    ],
)
def test_a_filtered_line_tells_what_it_does_not_show(
    panel: str, name: str, query: str, words: str, brief: str, full: str
) -> None:
    line = CATALOG.found_line(panel, name, query)
    assert words in said(line.spans)
    if brief:
        assert said(line.remark) == brief
    else:
        assert ": " not in said(line.remark)
    if full:
        assert said(line.long_remark).startswith(full)


@pytest.mark.parametrize(
    ("name", "query", "expected"),
    [
        ("ilvane", "ilvane", "Ilvane  state  Lies above the locks, and is bound to Norrow by a pact."),
        ("ilvane", "locks", "Ilvane  state  summary: Lies above the locks, and is bound to Norrow by a pact."),
        ("q-pilot", "pilot", "Ada Brenn: … promised us a pilot, and no pilot came,"),
        (
            "q-pilot",
            "arrived",
            f"Ada Brenn: {TRANSLATION}  They promised us a pilot",
        ),
        ("q-pilot", "brenn", PILOT),
        ("a-pact", "kind:alliances", "Ilvane – Norrow  defence pact"),
        ("gazette", "kind:sources", "Barges wait"),
    ],
)
def test_a_result_is_told_with_its_context(name: str, query: str, expected: str) -> None:
    line = CATALOG.found_line(SEARCH, name, query)
    assert said(line.spans).startswith(expected)


def test_the_words_are_marked_in_the_line_and_in_what_it_tells() -> None:
    line = CATALOG.found_line("actors", "ilvane", "ilv locks")
    assert matches(line.spans) == ["Ilv"]
    assert matches(line.long_remark) == ["locks"]
    assert matches(CATALOG.found_line(SEARCH, "q-pilot", "pilot brenn").spans) == ["Brenn", "pilot", "pilot"]


@pytest.mark.parametrize(
    ("cite", "place"),
    [
        ("Report 42: demand envoy 2002 ¶29", "Report 42: de… ¶29"),
        ("gazette ¶4", "gazette ¶4"),
        ("¶4", "¶4"),
    ],
)
def test_where_the_name_of_a_source_would_cut_the_words_it_is_cut_and_the_place_is_whole(cite: str, place: str) -> None:
    assert cite_in_short(Span(cite, "cite")).text == place
