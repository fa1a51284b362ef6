"""A part of a dossier is whole in itself: whatever a record in it refers to is in it too."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tests.pages.page_text import bundled, example
from tui.dossier.dossier import Dossier
from tui.dossier.kinds.references import cited, named
from tui.dossier.narrowed import narrowed, with_only

DOSSIERS = {"small": loaded(SMALL), "bundled": bundled(), "example": example()}


def missing(dossier: Dossier) -> set[str]:
    """What the records of a dossier refer to and it does not have."""
    targets = {str(target) for each in dossier.records.values() for _, target in named(each)}
    targets |= {str(cite.source) for each in dossier.records.values() for cite in cited(each)}
    return targets - dossier.records.keys()


@pytest.mark.parametrize("name", DOSSIERS)
def test_every_record_alone_leads_to_a_part_without_a_dangling_reference(name: str) -> None:
    dossier = DOSSIERS[name]
    for each in list(dossier.records)[:: 1 + len(dossier.records) // 40]:
        part = narrowed(dossier, [each])
        assert each in part.records
        assert not missing(part)
        assert set(dossier.head.sides) <= part.records.keys()


def test_a_part_has_the_order_of_the_file_and_less_than_the_whole() -> None:
    dossier = DOSSIERS["example"]
    part = narrowed(dossier, ["q-teske-asks"])
    assert 1 < len(part.records) < len(dossier.records)
    for table, records in part.tables.items():
        kept = [each.id for each in dossier.tables[table] if each.id in part.records]
        assert [each.id for each in records] == kept


def test_a_tie_brings_the_events_that_date_it_and_an_actor_not_all_of_its_ties() -> None:
    tie = record("alliances", id="t", between=["a", "b"])
    begun = record("events", id="e", date="1936", begins=["t"])
    other = record("events", id="other", date="1937")
    part = narrowed(loaded(dossier_of(tie, begun, other)), ["t"])
    assert "e" in part.records
    assert "other" not in part.records
    assert "t" not in narrowed(loaded(dossier_of(tie, begun)), ["a"]).records


def test_ids_of_no_record_are_passed_over() -> None:
    dossier = DOSSIERS["small"]
    assert narrowed(dossier, ["nobody"]).records.keys() == narrowed(dossier, []).records.keys()


def test_one_table_alone_can_be_reduced_and_the_rest_is_the_whole() -> None:
    dossier = DOSSIERS["example"]
    part = with_only(dossier, "events", {"e-accounts-note"})
    assert [each.id for each in part.tables["events"]] == ["e-accounts-note"]
    assert part.tables["quotes"] == dossier.tables["quotes"]
    assert part.whole is dossier
