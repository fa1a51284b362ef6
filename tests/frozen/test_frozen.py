"""Every frozen dossier opens without an error, and all its records are there."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from tests.marks import mostly_long
from tui.dossier.kinds import KINDS, Quote
from tui.dossier.load import load
from tui.dossier.sources.coverage import coverage
from tui.pages.catalog import Catalog
from tui.pages.views.registry import VIEWS
from tui.render.layout import lay_out
from tui.render.wrap import width_of

FOLDER = Path(__file__).parent
FILES = sorted(path.name for path in FOLDER.glob("*.toml"))
MAY_BECOME_ERRORS = {"quote-not-found", "exact-not-found"}
"""The codes of a quotation that turns out not to stand in its source."""
KEYS_OF_VERSION_1 = {
    "sources": 13,
    "actors": 12,
    "quotes": 15,
    "alliances": 18,
    "events": 13,
    "ledger": 18,
    "claims": 10,
}
"""How many keys a record of each table could have when `odd.toml` was frozen."""


@pytest.mark.parametrize("name", FILES)
def test_a_frozen_dossier_opens_without_an_error_and_every_record_has_its_page(name: str) -> None:
    loaded = load(FOLDER / name)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert [problem.text(name) for problem in errors if problem.code not in MAY_BECOME_ERRORS] == []
    if errors:
        return
    assert loaded.dossier is not None
    written = tomli.loads((FOLDER / name).read_text(encoding="utf-8-sig"))
    catalog = Catalog(loaded.dossier)
    for table in KINDS:
        ids = [row["id"] for row in written.get(table, ())]
        assert [record.id for record in loaded.dossier.tables[table]] == ids
        assert [id_ for id_ in ids if catalog.page(id_) is None] == []


@pytest.mark.parametrize("name", mostly_long(FILES, "weir.toml"))
def test_every_view_of_a_frozen_dossier_is_drawn_at_any_width(name: str) -> None:
    dossier = load(FOLDER / name).dossier
    catalog = Catalog(dossier) if dossier is not None else None
    pages = [page for view in VIEWS if catalog is not None and (page := catalog.page(f"{view}:")) is not None]
    assert len(pages) > 10 or catalog is None
    for page in pages:
        for width, height in ((2, 10), (44, 22), (78, 22), (118, 38), (200, None)):
            assert max(map(width_of, lay_out(page, width, height).rows), default=0) <= width


def test_a_frozen_bundle_opens_as_the_dossier_that_was_packed() -> None:
    packed, file = load(FOLDER / "weir.zip"), load(FOLDER / "weir.toml")
    assert [problem.text("weir.zip") for problem in packed.problems if problem.severity == "error"] == []
    assert packed.dossier is not None
    assert file.dossier is not None
    assert packed.dossier.tables == file.dossier.tables
    assert packed.dossier.passages == file.dossier.passages


@pytest.mark.parametrize("table", KEYS_OF_VERSION_1)
def test_the_odd_one_has_every_key_of_version_1(table: str) -> None:
    rows = tomli.loads((FOLDER / "odd.toml").read_text(encoding="utf-8-sig"))[table]
    known = set(KINDS[table].record_type.__struct_encode_fields__)
    assert len({key for row in rows for key in row} & known) == KEYS_OF_VERSION_1[table]


def test_every_quotation_of_the_frozen_example_is_found_in_its_frozen_copies() -> None:
    loaded = load(FOLDER / "sarn.toml")
    assert [problem.text("sarn.toml") for problem in loaded.problems if problem.severity == "error"] == []
    assert loaded.dossier is not None
    exact = sum(quote.mode != "indirect" for quote in loaded.dossier.records_of(Quote))
    assert coverage(loaded.dossier).quotations == (exact, exact, 0)


def test_the_readme_names_every_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in FILES if f"`{name}`" not in readme] == []
