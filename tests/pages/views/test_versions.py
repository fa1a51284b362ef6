"""Claims in dispute: all on one page, the others only counted, and how many are against each in its list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import headings, page_of, text_of
from tui.pages.catalog import Catalog
from tui.pages.page import Entry, Section


def catalog_of(*records: str) -> Catalog:
    actors = record("actors", id="x", name="Xanth"), record("actors", id="y", name="Ysmar")
    quotes = record("quotes", id="qx", speaker="x"), record("quotes", id="qy", speaker="y")
    return Catalog(loaded(dossier_of(*actors, *quotes, *records)))


def claim(id_: str = "c", **keys: object) -> str:
    return record("claims", **{"id": id_, "by": ["a"], "status": "attributed", **keys})


@pytest.mark.parametrize(
    ("keys", "remark"),
    [
        ({"status": "denied", "denied_by": ["x"]}, "1 denial"),
        ({"counter": ["qy"]}, "1 contrasting"),
        ({"status": "denied", "denied_by": ["x"], "counter": ["qy"]}, "1 denial, 1 contrasting"),
        ({"status": "denied", "denied_by": ["x"], "counter": ["qx"]}, "1 denial"),
        ({}, ""),
    ],
)
def test_a_claim_in_the_list_has_how_many_deny_it_or_are_quoted_in_contrast(keys: dict[str, Any], remark: str) -> None:
    line = catalog_of(claim(**keys)).line("c")
    assert "".join(span.text for span in line.remark) == remark


def test_claims_in_dispute_are_set_side_by_side_and_the_others_counted() -> None:
    claims = claim("c1", counter=["qy"]), claim("c2", text="It rains.", status="contested"), claim("c3")
    page = page_of(catalog_of(*claims), "versions:")
    assert headings(page) == ["≠ contested: It rains.", "» attributed: A statement."]
    assert "1 other claim, not recorded as contested or denied: » attributed 1" in text_of(page)


def test_claims_are_no_others_where_none_is_shown() -> None:
    assert "2 claims, not recorded as contested or denied: » attributed 2" in text_of(
        page_of(catalog_of(claim("c1"), claim("c2")), "versions:")
    )


def test_a_dossier_without_claims_says_so() -> None:
    assert "This dossier has no claims." in text_of(page_of(catalog_of(), "versions:"))
    assert "no other claims" in text_of(page_of(catalog_of(claim(counter=["qy"])), "versions:"))


@pytest.mark.parametrize(("number", "shown", "more"), [(200, 200, ""), (203, 200, "and 3 more in the other lists")])
def test_of_very_much_else_in_dispute_the_first_is_shown_and_all_of_it_counted(
    number: int, shown: int, more: str
) -> None:
    page = page_of(
        catalog_of(*(record("alliances", id=f"t{n}", status="contested", by=["a"]) for n in range(number))), "versions:"
    )
    [heading] = [block for block in page.blocks if isinstance(block, Section)]
    assert heading.number == number
    assert sum(isinstance(block, Entry) for block in page.blocks) == shown
    assert ("more in the other lists" in text_of(page)) == bool(more)
    assert more in text_of(page)
