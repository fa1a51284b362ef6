"""The filters over a dossier: each key changes its own and leaves the others as they are."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, load_text
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.vocabulary import STATUSES, UNSETTLED
from tui.pages.catalog import Catalog
from tui.screens.active_filters import ActiveFilters

SETTLED = [status for status in STATUSES if status not in UNSETTLED]


def filters(scope: Scope = DEFAULT_SCOPE) -> ActiveFilters:
    dossier = load_text(SMALL).dossier
    assert dossier is not None
    return ActiveFilters(Catalog(dossier, scope))


@pytest.mark.parametrize("status", SETTLED)
def test_unsettled_ties_come_and_go_and_what_else_is_left_out_stays_left_out(status: str) -> None:
    scope = Scope(kinds=frozenset({"trade"}), statuses=frozenset({status}) | UNSETTLED, sides=frozenset({"ilvane"}))
    active = filters(scope)
    active.toggle_unsettled()
    assert active.catalog.scope == scope._replace(statuses=frozenset({status}))
    active.toggle_unsettled()
    assert active.catalog.scope == scope


@pytest.mark.parametrize("status", sorted(UNSETTLED))
def test_where_only_some_unsettled_ties_count_the_others_are_counted_too(status: str) -> None:
    active = filters(Scope(statuses=frozenset({"judgement", status})))
    active.toggle_unsettled()
    assert active.catalog.scope.statuses == {"judgement"}
    active.toggle_unsettled()
    assert active.catalog.scope.statuses == {"judgement"} | UNSETTLED


def test_reported_only_keeps_the_scope_and_a_new_reading_keeps_both() -> None:
    scope = Scope(kinds=frozenset({"trade"}))
    active = filters(scope)
    active.toggle_reported_only()
    assert active.reported_only
    assert active.catalog.scope == scope
    active.use(filters().catalog.dossier)
    assert active.reported_only
    assert active.catalog.scope == scope
    active.toggle_reported_only()
    assert not active.reported_only
    assert active.catalog.scope == scope
