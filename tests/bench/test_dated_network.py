"""The generated dossier of two centuries has the shape that it promises, and its views step from year to year."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import process_time

import pytest

from tests.bench import dated_network
from tui.dossier.as_of import as_of
from tui.dossier.kinds import Actor, Tie
from tui.dossier.load import load
from tui.dossier.network.balance import balance_over_time
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.network.network_lists import sign_table

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    file: Path = dated_network.write(tmp_path_factory.mktemp("dated") / "dated.toml")
    dossier = load(str(file)).dossier
    assert dossier is not None
    return Catalog(dossier)


def test_its_ties_begin_and_end_all_through_two_centuries(catalog: Catalog) -> None:
    dossier = catalog.dossier
    ties = dossier.records_of(Tie)
    assert (len(dossier.records_of(Actor)), len(ties)) == dated_network.WHOLE[:2]
    names = [tie.id for tie in ties]
    states = {year: as_of(dossier, parse_date(str(year))).states(names) for year in (1850, 1950, 2018)}
    assert states[1850]["not begun"] > states[1950]["not begun"] > states[2018]["not begun"]
    assert all(counts["undated"] and counts["perhaps"] for counts in states.values())
    assert states[2018]["ended"] > states[1950]["ended"] > states[1850]["ended"] > 50
    assert states[2018]["holds"] > 2_000


def test_the_balance_at_the_end_of_each_year_takes_less_than_a_minute(catalog: Catalog) -> None:
    began = process_time()
    rows = list(balance_over_time(catalog.dossier, by="year"))
    assert process_time() - began < 60
    assert len(rows) > 200
    assert sum(row.exact for row in rows) > 50


def test_the_balance_at_each_of_its_changes_takes_less_than_two_minutes_and_its_ranges_are_narrow(
    catalog: Catalog,
) -> None:
    began = process_time()
    rows = list(balance_over_time(catalog.dossier))
    assert process_time() - began < 120
    assert len(rows) > 7_000
    assert median(row.high - row.low for row in rows) < 100


def test_a_step_in_balance_with_two_thousand_ties_says_at_once_what_is_certain(tmp_path: Path) -> None:
    dossier = load(str(dated_network.write(tmp_path / "small.toml", dated_network.SMALL))).dossier
    assert dossier is not None
    catalog = Catalog(dossier)
    seconds: list[float] = []
    for year in range(1990, 2010):
        catalog.set_moment(parse_date(str(year)))
        began = process_time()
        catalog.list_groups("balance")
        page = catalog.page("balance:")
        seconds.append(process_time() - began)
        assert page is not None
        assert "To balance" in page.text()
    assert median(seconds) < 0.1


@pytest.mark.parametrize("view", ["overview:", "ego:state-0", "blocs:", "path:state-0:state-1", "matrix:"])
def test_a_step_to_the_next_year_takes_no_time(view: str, catalog: Catalog) -> None:
    seconds: list[float] = []
    for year in range(1990, 2010):
        catalog.set_moment(parse_date(str(year)))
        began = process_time()
        if view == "matrix:":
            assert sign_table(catalog.builder).ids
        else:
            assert catalog.page(view) is not None
        seconds.append(process_time() - began)
    assert median(seconds) < 0.1
