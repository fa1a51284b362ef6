"""Marks on the signs of pairs: what a sign rests on, and pairs whose ties are all unsettled."""

from __future__ import annotations

import pytest

from tests.pages.network.test_network import ALL, CATALOGS, catalog_of, tie, words_of
from tests.pages.page_text import page_of
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Grid
from tui.pages.network.matrix import cell_glyph
from tui.pages.network.matrix_cells import cell_lines
from tui.pages.network.network_lists import sign_table

VIEWS = ("matrix:", "blocs:")


def cells(catalog: Catalog, name: str) -> list[str]:
    """The cells of the table of a view."""
    blocks = page_of(catalog, name).blocks
    return [span.text for block in blocks if isinstance(block, Grid) for _, row in block.rows for span in row]


@pytest.mark.parametrize(
    ("status", "mark"),
    [("attributed", "»"), ("judgement", "◇"), ("contested", "≠"), ("denied", "×"), ("inferred", "∴")],
)
@pytest.mark.parametrize(("name", "sign"), [("matrix:", "+"), ("blocs:", "+ with ")])
def test_a_sign_that_no_source_states_itself_is_marked_as_in_the_ego_diagram(
    name: str, sign: str, status: str, mark: str
) -> None:
    unsure = tie("t1", "a", "b", status=status, by=["k"], denied_by=["k"])
    page = page_of(catalog_of(unsure, tie("t2", "a", "k"), scope=ALL, sides="a"), name)
    signs = [span.text for block in page.blocks if isinstance(block, Grid) for _, row in block.rows for span in row]
    assert f"{sign}{mark}" in signs
    assert sign.strip() in signs
    assert f"{mark} {status}" in words_of(page)


def test_a_sign_is_as_firm_as_the_firmest_tie_that_gives_it() -> None:
    ties = tie("t1", "a", "b", status="judgement", by=["k"]), tie("t2", "a", "b", "arms-supply")
    assert "◇" not in words_of(page_of(catalog_of(*ties), "matrix:"))
    assert "◇" not in words_of(page_of(catalog_of(*ties, sides="a"), "blocs:"))


def test_of_the_bundled_dossier_every_sign_that_is_not_reported_is_marked() -> None:
    catalog = CATALOGS["bundled"]
    ties = [tie for tie in catalog.scope.ties(catalog.dossier) if tie.polarity]
    for name in ("matrix:", "blocs:"):
        for block in page_of(catalog, name).blocks:
            for span in (
                span for _, row in getattr(block, "rows", ()) for span in row if span.link.startswith("pair:")
            ):
                joined = [tie for tie in ties if {*span.link.split(":")[1:]} <= {*tie.ends}]
                if joined:
                    assert any(tie.status == "reported" for tie in joined) == (span.text[-1] not in "»◇"), span


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("kind", ["aid", "trade"])
def test_a_pair_with_nothing_but_unsettled_ties_of_any_kind_is_not_said_to_have_none(name: str, kind: str) -> None:
    unsettled = tie("t3", "b", "k", kind, status="inferred")
    catalog = catalog_of(tie("t1", "a", "b"), tie("t2", "a", "k"), unsettled, sides="ab")
    assert "·∴" in cells(catalog, name)
    assert "·∴ only unsettled ties" in words_of(page_of(catalog, name))
    assert "pair:b:k" in page_of(catalog, name).links()


@pytest.mark.parametrize("name", VIEWS)
def test_where_a_settled_tie_without_a_sign_joins_them_only_the_sign_is_said_to_be_missing(name: str) -> None:
    ties = tie("t1", "a", "b"), tie("t2", "a", "k"), tie("t3", "b", "k", "trade")
    catalog = catalog_of(*ties, tie("t4", "b", "k", status="inferred"), sides="ab")
    assert "∘∴" in cells(catalog, name)
    assert "∘∴ only unsettled signs" in words_of(page_of(catalog, name))
    unsigned = catalog_of(*ties, tie("t4", "b", "k", "other", status="inferred"), sides="ab")
    assert "·∴" not in cells(unsigned, name)


@pytest.mark.parametrize("name", VIEWS)
def test_ties_without_a_sign_are_told_from_no_tie_at_all_by_the_glyph_of_no_sign(name: str) -> None:
    ties = tie("t1", "a", "b"), tie("t2", "a", "k")
    without = catalog_of(*ties, sides="ab")
    assert not any(cell.startswith("∘") for cell in cells(without, name))
    assert "∘ only" not in words_of(page_of(without, name))
    catalog = catalog_of(*ties, tie("t3", "b", "k", "trade"), sides="ab")
    words = words_of(page_of(catalog, name))
    assert {"matrix:": "∘", "blocs:": "∘ no sign"}[name] in cells(catalog, name)
    assert "∘ only ties without a sign   · no tie" in words
    assert "pair:b:k" in page_of(catalog, name).links()


def test_the_matrix_on_the_screen_draws_them_and_says_so_of_the_cell_of_its_cursor() -> None:
    catalog = catalog_of(tie("t1", "a", "b"), tie("t2", "a", "k"), tie("t3", "b", "k", "trade"))
    table = sign_table(catalog.builder)
    row, column = table.ids.index("b"), table.ids.index("k")
    assert set(table.unsigned) == {(row, column), (column, row)}
    assert "∘ no tie with a sign" in "".join(
        span.text for span in cell_lines(catalog.builder, table)(row, column, 1)[0]
    )
    own = table.ids.index("a")
    assert [cell_glyph("", diagonal=at == own, unsigned=at != own) for at in (own, column)] == ["╲", "∘"]
