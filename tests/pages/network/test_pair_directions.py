"""Everything between two actors, in whichever direction it goes."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import page_of
from tui.pages.catalog import Catalog

RECORDS = (
    record("actors", id="c"),
    record("alliances", id="tie", quotes=["of-the-tie"]),
    record("alliances", id="elsewhere", between=["a", "c"], quotes=["of-another"]),
    record("quotes", id="of-the-tie", speaker="c"),
    record("quotes", id="of-another", speaker="c"),
    record("quotes", id="about-the-tie", speaker="c", about=["tie"]),
    record("quotes", id="a-to-b", speaker="a", to=["b"]),
    record("quotes", id="a-about-b", speaker="a", about=["b"]),
    record("quotes", id="b-to-a", speaker="b", to=["a"]),
    record("quotes", id="b-about-a", speaker="b", about=["a"]),
    record("quotes", id="a-about-c", speaker="a", about=["c"]),
    record("ledger", id="a-of-b", expecting="a", of="b"),
    record("ledger", id="b-of-a", expecting="b", of="a"),
    record("ledger", id="a-of-c", expecting="a", of="c"),
    record("claims", id="about-both", about=["b", "a"]),
    record("claims", id="about-the-pair", about=["tie"]),
    record("claims", id="about-one", about=["a"]),
)
CATALOG = Catalog(loaded(dossier_of(*RECORDS)))


@pytest.mark.parametrize("view", ["pair:a:b", "pair:b:a"])
def test_what_each_says_and_expects_of_the_other_is_there(view: str) -> None:
    page = page_of(CATALOG, view)
    links = set(page.links()) & set(CATALOG.dossier.records)
    assert links - {"a", "b", "c", "s"} == {
        "tie",
        "of-the-tie",
        "about-the-tie",
        "a-to-b",
        "a-about-b",
        "b-to-a",
        "b-about-a",
        "a-of-b",
        "b-of-a",
        "about-both",
        "about-the-pair",
    }


def test_a_pair_has_one_page() -> None:
    assert page_of(CATALOG, "pair:a:b").blocks == page_of(CATALOG, "pair:b:a").blocks
    assert CATALOG.page("pair:a:a") is None
    assert CATALOG.page("pair:a:nobody") is None
