"""Nothing is cut without a mark: a list of many, and a long text in a line, say that there is more."""

from __future__ import annotations

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import page_of, text_of
from tui.pages.catalog import Catalog
from tui.pages.list_line import one_line
from tui.pages.span_builder import FEW
from tui.render.list_rows import rows
from tui.render.plain_text import plain_text

MANY = 28
PEOPLE = [f"p{number}" for number in range(MANY)]
CROWD = tuple(record("actors", id=name, name=name.upper()) for name in PEOPLE)
MORE = f"and {MANY - FEW} more"


def catalog(*records: str) -> Catalog:
    return Catalog(loaded(dossier_of(*CROWD, *records)))


def test_a_tie_of_many_says_in_the_list_how_many_more_there_are() -> None:
    pact = catalog(record("alliances", between=PEOPLE, kind="defence-pact"))
    [line] = rows(pact, "alliances")
    assert "P0 – P1 – " in line
    assert f"P11 {MORE}" in line
    assert "P12" not in line
    [few] = rows(catalog(record("alliances", between=PEOPLE[:FEW])), "alliances")
    assert "more" not in few


def test_a_tie_of_many_that_is_left_out_says_so_too() -> None:
    page = page_of(catalog(record("alliances", between=PEOPLE, status="inferred")), "ego:p0")
    assert MORE in text_of(page)


def test_an_event_after_many_names_the_first_and_counts_the_others() -> None:
    before = [record("events", id=f"e{number}", title=f"Event {number}") for number in range(MANY)]
    last = record("events", after=[f"e{number}" for number in range(MANY)])
    assert "and 15 more" in text_of(page_of(catalog(*before, last), "timeline:")), "beside the one it hangs from"


def test_of_many_offices_in_one_body_the_others_are_counted() -> None:
    offices = [{"title": f"office {number}", "of": "a"} for number in range(MANY)]
    page = page_of(Catalog(loaded(dossier_of(record("actors", id="x", kind="person", roles=offices)))), "a")
    assert f"office 11 {MORE}" in text_of(page)


def test_many_who_assert_or_deny_a_claim_are_counted_beside_each_other() -> None:
    claim = record("claims", by=PEOPLE, denied_by=[*PEOPLE, "a"], status="denied")
    page = page_of(catalog(claim), "versions:")
    assert f"{MORE} who assert it" in text_of(page)
    assert f"and {MANY + 1 - FEW} more who deny it" in text_of(page)


def test_a_long_text_in_a_line_is_cut_with_a_mark() -> None:
    assert one_line("word " * 20) == ("word " * 20).strip()
    assert one_line("word " * 1000).endswith("word …")
    [line] = rows(catalog(record("claims", text="word " * 1000)), "claims")
    assert "word …" in line


def test_what_is_contested_besides_claims_is_on_the_view_of_versions() -> None:
    page = page_of(catalog(record("alliances", status="contested", by=["a"])), "versions:")
    assert "Also contested or denied 1" in plain_text(page)
    assert "t" in page.links()
