"""Views are called by a kind and the ids it is about; whatever else is asked for is no view."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, SMALL, codes_of, dossier_of, loaded, record
from tests.pages.page_text import bundled
from tui.dossier.dossier import Dossier
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS, ego_view_id, ids_in, pair_view_id, view_of

DOSSIERS = {"small": loaded(SMALL), "bundled": bundled()}
each = pytest.mark.parametrize("dossier", DOSSIERS.values(), ids=DOSSIERS)


def named(kind: str, dossier: Dossier) -> str:
    others = (record.id for record in dossier.tables["actors"] if record.id not in dossier.head.sides)
    actors = [str(name) for name in (*dossier.head.sides, *others)]
    return ":".join((kind, *actors[: VIEWS[kind].id_count])) if VIEWS[kind].id_count else f"{kind}:"


@each
@pytest.mark.parametrize("kind", VIEWS)
def test_every_kind_makes_a_page_that_bears_its_name(kind: str, dossier: Dossier) -> None:
    name = named(kind, dossier)
    page = Catalog(dossier).page(name)
    assert page is not None
    assert page.id == name
    assert page.blocks


@each
@pytest.mark.parametrize("kind", VIEWS)
def test_every_kind_is_shown_in_a_panel_and_has_a_line_in_a_list(kind: str, dossier: Dossier) -> None:
    name = named(kind, dossier)
    catalog = Catalog(dossier)
    assert catalog.panel_of(name) == VIEWS[kind].panel
    assert VIEWS[kind].panel in PANELS
    item = catalog.line(name)
    assert "".join(span.text for span in item.spans).strip()
    assert name not in "".join(span.text for span in item.spans)


@each
@pytest.mark.parametrize(
    "name",
    [
        *("", ":", "::", "nothing:", "overview", "Overview:", "overview:x", "ego:", "ego", "ego:nobody", "pair:"),
        *("pair:{one}", "pair:{one}:nobody", "pair:{one}:{two}:{one}", "path:{one}", "path:nobody:{two}"),
        *("matrix:{one}", "ego:{one}:{two}", "ego: {one}", "blocs:\n", "ego:{source}", "path:{one}:{source}"),
    ],
)
def test_a_wrong_name_is_the_name_of_no_view(name: str, dossier: Dossier) -> None:
    one, two = (str(side) for side in dossier.head.sides)
    asked = name.format(one=one, two=two, source=dossier.tables["sources"][0].id)
    assert Catalog(dossier).page(asked) is None
    assert Catalog(dossier).panel_of(asked) == ""


def test_the_summaries_of_the_panels_are_views_of_that_panel_as_a_whole() -> None:
    summaries = {panel.name: panel.summary for panel in PANELS.values()}
    for panel, summary in summaries.items():
        view = view_of(summary)
        assert (view is not None) == bool(summary)
        assert view is None or (view.panel == panel and view.id_count == 0)
    assert (summaries["events"], summaries["ledger"], summaries["actors"]) == ("timeline:", "grievances:", "")


def test_the_usage_of_a_view_names_what_it_takes() -> None:
    assert VIEWS["timeline"].usage == "timeline"
    assert VIEWS["pair"].usage == "pair:ACTOR:ACTOR"
    assert all(kind == view.kind for kind, view in VIEWS.items())


def test_a_pair_has_one_id_in_either_order() -> None:
    assert pair_view_id("b", "a") == pair_view_id("a", "b") == "pair:a:b"
    assert ego_view_id("a") == "ego:a"


def test_the_names_in_a_name() -> None:
    assert ids_in("path:a:b") == ("a", "b")
    assert ids_in("overview:") == ids_in("overview") == ()


@pytest.mark.parametrize("name", ["a:b", "ego:a", ":", "overview:"])
def test_no_id_holds_a_colon_so_no_record_is_taken_for_a_view(name: str) -> None:
    assert codes_of(HEAD + record("actors", id=name)) != []
    assert codes_of(dossier_of(record("actors", id="c"))) == []
