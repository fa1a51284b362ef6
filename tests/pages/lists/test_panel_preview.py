"""Where a link leads to a panel, what the panel opens is shown: its own view, or what it lists."""

from __future__ import annotations

from tests.pages.lists.test_panels import catalog_of
from tests.screens.opened import browsing, opened
from tui.cli.reader import read
from tui.dossier.reported_only import reported_only
from tui.pages.catalog import Catalog
from tui.pages.list_line import ListGroup, ListLine
from tui.pages.lists.panel_preview import panel_preview_page
from tui.pages.page import Section, Span


def bundled() -> Catalog:
    dossier = read(None, {}).dossier
    assert dossier is not None
    return Catalog(dossier)


def test_a_panel_without_a_view_shows_every_record_of_its_list_as_a_link_in_its_order() -> None:
    catalog = bundled()
    page = catalog.preview_page("panel:quotes")
    assert page is not None
    listed = [name for group in catalog.list_groups("quotes") for name in group.ids]
    assert list(dict.fromkeys(link for link in page.links() if "#" not in link)) == listed
    headings = [block.title for block in page.blocks if isinstance(block, Section)]
    assert headings == [group.heading for group in catalog.list_groups("quotes")]


def test_a_panel_with_a_view_of_its_own_shows_the_view() -> None:
    catalog = bundled()
    for panel, view in (("ledger", "grievances:"), ("sources", "coverage:"), ("home", "overview:")):
        assert catalog.preview_page(f"panel:{panel}") == catalog.page(view)


def test_a_record_shows_its_page_and_what_does_not_exist_nothing() -> None:
    catalog = bundled()
    assert catalog.preview_page("russia") == catalog.page("russia")
    assert catalog.preview_page("panel:nothing") is None
    assert catalog.preview_page("nobody") is None


def test_an_empty_panel_says_that_there_is_none() -> None:
    page = catalog_of().preview_page("panel:quotes")
    assert page is not None
    assert page.text() == "Quotes 0"


def test_of_a_long_list_the_beginning_is_named_and_the_rest_is_counted() -> None:
    groups = [
        ListGroup("Some", tuple(f"a-{n}" for n in range(90))),
        ListGroup("More", tuple(f"b-{n}" for n in range(30))),
    ]
    page = panel_preview_page("panel:x", "Things", groups, lambda name: ListLine(Span(" "), (Span(name),)))
    assert page.links() == [*groups[0].ids, *groups[1].ids[:10]]
    assert page.text().endswith("… and 20 more")
    assert [block.number for block in page.blocks if isinstance(block, Section)] == [90, 30]


def test_with_only_what_is_reported_it_says_what_is_left_out() -> None:
    catalog = bundled()
    facts = Catalog(reported_only(catalog.dossier))
    page = facts.preview_page("panel:alliances")
    assert page is not None
    assert page.text().endswith(facts.list_footer("alliances"))
    assert facts.list_footer("alliances")


async def test_in_a_wide_terminal_the_third_pane_is_not_empty_while_a_link_to_a_panel_is_selected() -> None:
    async with opened(size=(200, 50), start="home") as person:
        await person.press("right")
        assert browsing(person).detail.target == "panel:quotes"
        shown = "\n".join(person.pane("#preview"))
        assert "Quotes" in shown
        assert "Armenia" in shown
