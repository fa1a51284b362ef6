"""Lists and pages by id: what a list begins with, what a filter leaves of it, and which passage `s` goes to."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListLine, truncated
from tui.pages.page import Span

SMALL_CATALOG = Catalog(loaded(SMALL))


def names(panel: str, query: str = "") -> list[str]:
    return [name for group in SMALL_CATALOG.list_groups(panel, query) for name in group.ids]


def test_a_list_begins_with_the_view_of_its_panel_unless_nothing_is_found() -> None:
    assert names("events") == ["timeline:", "e-shut", "e-strike"]
    assert names("events", "stay home") == ["timeline:", "e-strike"]
    assert names("events", "nowhere") == []
    assert names("quotes")[0] == "q-pilot"


@pytest.mark.parametrize(
    ("queries", "found"),
    [
        (("pilot", "pilot once"), []),
        (("pilot", "lamps"), ["q-denial"]),
        (("pilot", "norrow pil"), ["q-pilot"]),
        (("norrow", "n"), ["q-pilot", "q-twice", "q-trade", "q-denial"]),
        (("nowhere", ""), ["q-pilot", "q-twice", "q-trade", "q-denial"]),
    ],
)
def test_a_filter_finds_the_same_whatever_was_typed_before(queries: tuple[str, ...], found: list[str]) -> None:
    for query in queries[:-1]:
        names("quotes", query)
    assert names("quotes", queries[-1]) == found


def test_every_part_of_a_line_in_a_list_is_cut_however_long_its_field_is() -> None:
    long = (Span("ab " * 1_000_000),)
    line = truncated(ListLine(Span("·"), long, long, (*long, *long)))
    assert max(sum(len(span.text) for span in part) for part in line.parts) < 1_000
    assert line.spans[0].text.endswith(" …")


def test_a_title_of_any_length_is_one_short_line_of_its_list() -> None:
    catalog = Catalog(loaded(dossier_of(record("sources", id="long", title="word " * 100_000))))
    assert sum(len(span.text) for span in catalog.line("long").spans) < 1_000
