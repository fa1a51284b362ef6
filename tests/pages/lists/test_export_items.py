"""What can be exported from where the reader is."""

from __future__ import annotations

from tests.dossiers import SMALL, loaded
from tui.dossier.marks import NO_MARKS, Marks
from tui.dossier.values.text import Safe
from tui.pages.catalog import Catalog
from tui.pages.lists.export_items import ExportItems, Part, parts

CATALOG = Catalog(loaded(SMALL))
MARKS = Marks(frozenset({"q-twice", "gazette#p2"}), {"ilvane": Safe("mine")})


def offered(
    panel: str = "quotes", target: str = "q-pilot", query: str = "", marks: Marks = NO_MARKS
) -> dict[str, Part]:
    listed = [name for group in CATALOG.list_groups(panel, query) for name in group.ids]
    page = CATALOG.page(target)
    return parts(CATALOG.builder, panel=panel, listed=listed, query=query, page=page, target=target, marks=marks)


def test_the_list_the_record_the_page_and_the_whole_are_offered() -> None:
    found = offered()
    assert list(found) == ["list", "record", "page", "whole"]
    assert found["list"].words == "The list: 4 quotes"
    assert found["list"].ids == ("q-pilot", "q-twice", "q-trade", "q-denial")
    assert found["record"].ids == ("q-pilot",)
    assert {"q-pilot", "brenn", "norrow", "gazette"} <= set(found["page"].ids or ())
    assert found["whole"].ids is None


def test_a_list_is_exported_as_it_is_narrowed() -> None:
    part = offered(query="speaker:brenn")["list"]
    assert part.words == "The list: 2 quotes, narrowed to speaker:brenn"
    assert (part.ids, part.query) == (("q-pilot", "q-twice"), "speaker:brenn")


def test_marks_go_with_their_notes_and_a_marked_paragraph_with_its_source() -> None:
    part = offered(marks=MARKS)["marks"]
    assert part.ids == ("gazette", "ilvane", "q-twice")
    assert part.with_marks


def test_a_view_is_offered_by_the_records_that_it_shows() -> None:
    found = offered("network", "ego:ilvane")
    assert "norrow" in (found["page"].ids or ())
    assert found["page"].title.endswith("ego:ilvane")


def test_one_part_and_one_format_are_chosen_at_a_time() -> None:
    items = ExportItems(offered(), {"json": "all", "csv": "tables"}, "record", "gone")
    assert (items.part_name, items.format_name) == ("record", "json")
    items.choose("what:whole")
    items.choose("format:csv")
    assert (items.part_name, items.format_name) == ("whole", "csv")
    marked = [line for group in items.groups() for line in group.ids if items.line(line).mark.text == "▣"]
    assert marked == ["what:whole", "format:csv"]
