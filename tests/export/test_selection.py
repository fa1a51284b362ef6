"""What is exported: everything, or what was chosen with all that it refers to, as of a moment, or only as reported."""

from __future__ import annotations

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import example
from tui.dossier.network.scope import DEFAULT_SCOPE, present_scope
from tui.dossier.values.dates import parse_date
from tui.export.selection import select

EXAMPLE = example()


def test_without_a_choice_it_is_the_dossier_as_it_is_read() -> None:
    selection = select(EXAMPLE)
    assert selection.dossier is EXAMPLE
    assert selection.scope == present_scope(EXAMPLE)
    assert selection.chosen is None
    assert not selection.is_reported_only


def test_a_choice_is_told_from_what_it_refers_to() -> None:
    selection = select(EXAMPLE, chosen=["q-teske-asks"], query="embargo")
    assert selection.chosen == frozenset({"q-teske-asks"})
    assert "teske" in " ".join(selection.dossier.records)
    assert len(selection.dossier.records) > 1


def test_a_part_is_read_as_of_the_moment_of_the_whole() -> None:
    dated = loaded(
        dossier_of(
            record("events", id="e", date="1950"),
            record("events", id="late", date="1999"),
        )
    )
    part = select(dated, chosen=["e"])
    assert part.scope.moment == parse_date("1999")
    given = select(dated, chosen=["e"], scope=DEFAULT_SCOPE._replace(moment=parse_date("1940")), moment_given=True)
    assert given.scope.moment == parse_date("1940")


def test_reported_only_holds_in_a_part_as_in_the_whole() -> None:
    whole = select(EXAMPLE, reported=True)
    assert whole.is_reported_only
    assert {getattr(each, "status", "reported") for each in whole.dossier.records.values()} == {"reported"}
    claims = [each.id for each in EXAMPLE.tables["claims"]]
    part = select(whole.dossier, chosen=claims)
    assert part.is_reported_only
    assert {each.id for each in part.dossier.tables["claims"]} == {each.id for each in whole.dossier.tables["claims"]}
