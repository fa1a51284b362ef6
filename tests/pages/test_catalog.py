"""What the catalog answers about what is open."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, load_text, loaded, record
from tui.dossier.network.signed_graph import counted_pairs
from tui.pages.catalog import Catalog


@pytest.mark.parametrize(
    ("view", "link", "record"),
    [
        ("ilvane", "q-pilot", "ilvane"),
        ("timeline:", "e-shut", "e-shut"),
        ("timeline:", "gazette#p1", "gazette"),
        ("timeline:", "panel:quotes", ""),
        ("ego:ilvane", "", "ilvane"),
        ("ego:ilvane", "a-pact", "a-pact"),
        ("pair:norrow:ilvane", "ego:ilvane", "norrow"),
        ("overview:", "", ""),
        ("", "", ""),
    ],
)
def test_the_record_to_edit_is_the_open_one_the_selected_one_or_the_actor_of_the_view(
    view: str, link: str, record: str
) -> None:
    dossier = load_text(SMALL).dossier
    assert dossier is not None
    assert Catalog(dossier).record_of(view, link) == record


def test_what_is_prepared_is_not_worked_out_again() -> None:
    catalog = Catalog(loaded(dossier_of(record("alliances", kind="aid"))))
    assert len(list(catalog.prepare())) > len(catalog.dossier.tables)
    known = counted_pairs(catalog.dossier, catalog.scope)
    assert counted_pairs(catalog.dossier, catalog.scope) is known
