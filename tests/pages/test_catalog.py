"""What the catalog answers about what is open."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, load_text, loaded, record
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


def test_the_diagrams_of_many_ties_are_prepared_piece_by_piece_and_anew_after_a_change_of_scope() -> None:
    ties = (record("alliances", id=f"t{number}", kind="aid") for number in range(1000))
    catalog = Catalog(loaded(dossier_of(*ties)))

    def pieces() -> int:
        return sum(1 for _ in iter(catalog.prepare_diagrams, False))

    assert pieces() > 2
    assert pieces() == 0
    catalog.set_scope(catalog.scope._replace(kinds=frozenset({"aid"})))
    assert pieces() > 2


def test_the_diagrams_of_few_ties_need_no_preparation() -> None:
    assert not Catalog(loaded(dossier_of(record("alliances")))).prepare_diagrams()
