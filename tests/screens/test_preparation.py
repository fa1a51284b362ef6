"""What the panels of a large dossier show is worked out aside: opening one finds it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import CAST, HEAD, record
from tests.screens.opened import browsing, opened, reads_again
from tui.dossier.change_points import change_points
from tui.dossier.load import load
from tui.dossier.reported_only import reported_only
from tui.dossier.speakers import speakers
from tui.pages.balance.cache import choice_of
from tui.pages.catalog import Catalog
from tui.pages.lists.record_groups import groups_of_tables
from tui.pages.preparations import preparations
from tui.pages.span_builder import SpanBuilder
from tui.screens import preparation


@pytest.fixture(autouse=True)
def even_small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparation, "LARGE", 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "d.toml"
    path.write_text(
        HEAD + CAST + record("quotes", date="1990") + record("claims", status="judgement"), encoding="utf-8"
    )
    return path


def prepared(catalog: Catalog) -> set[str]:
    """The tables whose lists are there."""
    return {*groups_of_tables(SpanBuilder(catalog.dossier))}


async def test_all_lists_are_prepared_and_so_is_what_a_filter_leads_to(file: Path) -> None:
    async with opened(file, start="home") as person:
        catalog = browsing(person).catalog
        await person.until(lambda: prepared(catalog) == {*catalog.dossier.tables})
        other = next(browsing(person).places.filters.other_catalogs())
        await person.until(lambda: prepared(other) == {*catalog.dossier.tables})
        await person.press("o")
        assert browsing(person).catalog.dossier is other.dossier, "which is made once"
        await person.press("o")
        assert browsing(person).catalog.dossier is catalog.dossier


async def test_a_file_that_is_read_again_is_prepared_before_it_is_shown(file: Path) -> None:
    async with opened(file) as person:
        file.write_text(file.read_text(encoding="utf-8") + record("events"), encoding="utf-8")
        await reads_again(person)
        catalog = browsing(person).catalog
        assert catalog.dossier.tables["events"]
        assert prepared(catalog) == {*catalog.dossier.tables}


async def test_under_a_filter_it_is_what_the_filter_lets_through(file: Path) -> None:
    async with opened(file) as person:
        await person.press("o")
        file.write_text(file.read_text(encoding="utf-8") + record("events"), encoding="utf-8")
        await reads_again(person)
        catalog = browsing(person).catalog
        assert catalog.dossier.whole is not None
        assert catalog.dossier.tables == reported_only(catalog.dossier.whole).tables
        assert prepared(catalog) == {*catalog.dossier.tables}


async def test_a_small_dossier_is_prepared_when_it_is_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparation, "LARGE", 1_000)
    async with opened(file) as person:
        assert prepared(browsing(person).catalog) == {"actors"}


def test_views_are_prepared_in_steps_and_find_it_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = load(file).dossier
    assert dossier is not None
    builder = SpanBuilder(dossier)
    steps = list(preparations(builder))
    assert len(steps) > 10, "so that a key waits for none of them"
    for step in steps:
        step()

    def not_again(*_: object) -> None:
        raise AssertionError("it is there")

    monkeypatch.setattr("tui.dossier.speakers.ids_about", not_again)
    monkeypatch.setattr("tui.dossier.change_points.lifetimes_of", not_again)
    monkeypatch.setattr("tui.pages.balance.cache.compute_balance", not_again)
    assert speakers(dossier, builder.scope.moment).said
    assert change_points(dossier) is not None
    assert builder.balances.so_far(choice_of(builder.scope)) is not None
