"""Claims in several mouths: who asserts, who denies or speaks against, each in its own words, and who is not heard."""

from __future__ import annotations

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.pages.page_text import headings
from tui import paths
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Fields, Page, Para, Section, Spans, Title
from tui.render.plain_text import plain_text


def _bundled() -> Catalog:
    with open(paths.content("karabakh.toml"), encoding="utf-8") as file:
        return Catalog(loaded(file.read()))


BUNDLED = _bundled()


def catalog_of(*records: str) -> Catalog:
    people = record("actors", id="x", name="Xanth"), record("actors", id="y", name="Ysmar")
    words = (
        record("quotes", id="qx", speaker="x", text="It rains."),
        record("quotes", id="qy", speaker="y", text="It is dry.", mode="indirect"),
    )
    return Catalog(loaded(dossier_of(*people, *words, *records)))


def claim(**keys: object) -> str:
    return record("claims", **{"by": ["x"], "status": "attributed", **keys})


def page_of(catalog: Catalog, name: str = "c") -> Page:
    page = catalog.page(name)
    assert page is not None
    return page


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def versions(page: Page) -> list[tuple[str, str]]:
    return [
        (said(who), said(words))
        for block in page.blocks
        if isinstance(block, Comparison)
        for who, words in block.versions
    ]


def facts(page: Page) -> dict[str, str]:
    return {label: said(spans) for block in page.blocks if isinstance(block, Fields) for label, spans in block.rows}


def test_each_version_stands_under_its_speaker_in_its_own_words() -> None:
    page = page_of(catalog_of(claim(status="denied", denied_by=["y"], quotes=["qx"], counter=["qy"])))
    assert versions(page) == [
        ("Asserted", "Xanth\n“It rains.” whole text"),
        ("Denied", "Ysmar\nreported: It is dry. whole text"),
    ]
    assert {"qx", "qy"} <= set(page.links())


def test_the_title_is_the_statement_with_its_names_as_links_and_none_of_them_underlined() -> None:
    page = page_of(catalog_of(claim(text="Of Ysmar it is true.")))
    title = page.blocks[0]
    assert isinstance(title, Title)
    assert [(span.text, span.role, span.link) for span in title.spans] == [
        ("Of ", "strong", ""),
        ("Ysmar", "strong", "y"),
        (" it is true.", "strong", ""),
    ]
    assert facts(page)["Said by"] == "Xanth"


def test_who_is_quoted_for_a_claim_is_not_said_to_assert_it() -> None:
    page = page_of(catalog_of(claim(status="contested", quotes=["qx", "qy"])))
    assert versions(page)[0] == (
        "Asserted",
        "Xanth\n“It rains.” whole text\n\nCited for it\nYsmar\nreported: It is dry. whole text",
    )
    assert "Who is cited for a claim does not necessarily assert it." in page.text()
    assert "necessarily" not in page_of(catalog_of(claim(status="contested", quotes=["qx"]))).text()


def test_who_speaks_for_one_that_asserts_a_claim_asserts_it_too() -> None:
    spokesman = record("actors", id="m", name="Mirren", kind="person", roles=[{"title": "minister", "of": "x"}])
    words = record("quotes", id="qm", speaker="m", text="It pours.")
    page = page_of(catalog_of(spokesman, words, claim(status="contested", quotes=["qm"])))
    assert "Mirren" in versions(page)[0][1]
    assert "Cited for it" not in versions(page)[0][1]


def test_who_denies_without_words_is_shown_as_one_who_denies() -> None:
    page = page_of(catalog_of(claim(status="denied", denied_by=["y"], quotes=["qx"])))
    assert versions(page)[1] == ("Denied", "Ysmar\ndenies it; not quoted")


def test_words_against_a_claim_are_not_called_a_denial() -> None:
    page = page_of(catalog_of(claim(quotes=["qx"], counter=["qy"])))
    assert versions(page)[1] == ("Contrasting quotes", "Ysmar\nreported: It is dry. whole text")
    assert "not necessarily a reply" in page.text()
    both = page_of(catalog_of(claim(status="denied", denied_by=["a"], counter=["qy"])))
    assert versions(both)[1][0] == "Denials and contrasting quotes"


def test_an_author_asserts_in_the_words_of_the_source() -> None:
    cite = [{"source": "s", "p": 2, "exact": "plainly wet"}]
    page = page_of(catalog_of(claim(by=["s"], status="judgement", cite=cite, counter=["qy"])))
    assert versions(page)[0] == ("Asserted", "the author\n“plainly wet” ¶2")


def test_exact_words_of_the_source_are_not_put_into_the_mouth_of_an_actor() -> None:
    cite = [{"source": "s", "p": 2, "exact": "plainly wet"}]
    assert "plainly" not in versions(page_of(catalog_of(claim(cite=cite, counter=["qy"]))))[0][1]


def test_an_author_is_given_no_words_of_another_source() -> None:
    cite = [{"source": "s", "exact": "plainly wet"}, {"source": "s2", "exact": "rather dry"}]
    page = page_of(catalog_of(record("sources", id="s2"), claim(by=["s"], cite=cite, counter=["qy"])))
    assert "plainly wet" in versions(page)[0][1]
    assert "rather dry" not in versions(page)[0][1]


def test_a_claim_with_nobody_against_it_has_its_words_and_no_versions() -> None:
    page = page_of(catalog_of(claim(quotes=["qx"], about=["y"])))
    assert versions(page) == []
    assert "In these words" in [block.title for block in page.blocks if isinstance(block, Section)]
    assert "Response" not in facts(page)


def test_a_contested_claim_that_nobody_answers_says_so() -> None:
    assert versions(page_of(catalog_of(claim(status="contested"))))[1] == ("Contrasting quotes", "none in this dossier")


def test_of_whom_no_words_are_recorded_is_said_on_the_page_of_the_claim() -> None:
    page = page_of(catalog_of(claim(status="contested", about=["a", "x"], denied_by=["y"])))
    assert facts(page)["Response"] == "no words on this recorded from An actor"


def test_a_group_that_only_a_claim_speaks_of_is_not_taken_to_exist() -> None:
    group = record("actors", id="g", name="Some officers", kind="group")
    page = page_of(catalog_of(group, claim(status="contested", about=["g"])))
    assert facts(page)["Response"] == "no words on this recorded from “some officers”"


def test_a_group_of_which_others_speak_too_is_named_as_any_other() -> None:
    group = record("actors", id="g", name="Some officers", kind="group")
    about = {"status": "contested", "about": ["g"]}
    records = group, claim(**about), claim(id="c2", by=["y"], about=["g"])
    assert facts(page_of(catalog_of(*records), "c"))["Response"] == "no words on this recorded from some officers"


def test_turkmenistan_and_azerbaijan_have_no_words_on_what_is_said_of_them() -> None:
    facts_of_claim = facts(page_of(BUNDLED, "c-turkmenistan-ready"))
    assert facts_of_claim["Response"] == "no words on this recorded from Turkmenistan, Azerbaijan"


def test_every_quote_of_a_disputed_claim_is_reached_from_its_page() -> None:
    quotes = [record("quotes", id=f"q{number}", speaker="x") for number in range(60)]
    page = page_of(catalog_of(*quotes, claim(counter=["qy"], quotes=[f"q{number}" for number in range(60)])))
    assert {f"q{number}" for number in range(60)} <= set(page.links())


# The view.


def test_the_view_has_every_claim_that_somebody_is_against_those_in_dispute_first() -> None:
    catalog = catalog_of(
        claim(id="c1", counter=["qy"]),
        claim(id="c2"),
        claim(id="c3", status="contested"),
        claim(id="c4", denied_by=["y"]),
    )
    page = page_of(catalog, "versions:")
    assert [block.link for block in page.blocks if isinstance(block, Section)] == ["c3", "c4", "c1"]
    assert "1 other claim" in page.text()
    assert "c2" not in page.links()


def test_a_claim_on_the_view_begins_with_its_status_in_glyph_and_word() -> None:
    page = page_of(BUNDLED, "versions:")
    titles = headings(page)
    sections = [block for block in page.blocks if isinstance(block, Section)]
    assert [span.role for span in sections[0].lead][:1] == ["status-contested"]
    assert not any(span.link for section in sections for span in section.lead)
    assert any(title.startswith("≠ contested: Turkmenistan") for title in titles)
    assert titles.pop() == "Also contested or denied"
    assert all(title.startswith(("≠ contested: ", "» attributed: ")) for title in titles)


def test_no_quote_of_the_bundled_dossier_is_cut_on_the_view() -> None:
    assert "…" not in plain_text(page_of(BUNDLED, "versions:"))


def test_of_whom_no_words_are_recorded_is_said_for_each_claim() -> None:
    page = page_of(catalog_of(claim(about=["a"], counter=["qy"])), "versions:")
    assert "No words on this recorded from An actor" in [
        said(block.spans) for block in page.blocks if isinstance(block, Para)
    ]


@pytest.mark.parametrize(("records", "words"), [((), "has no claims"), ((claim(counter=["qy"]),), "no other claims")])
def test_the_view_says_when_there_is_nothing_else(records: tuple[str, ...], words: str) -> None:
    assert words in page_of(catalog_of(*records), "versions:").text()


def test_a_view_of_very_many_claims_is_bounded_and_says_so() -> None:
    page = page_of(catalog_of(*(claim(id=f"c{number}", counter=["qy"]) for number in range(300))), "versions:")
    assert "and 260 more in the list" in page.text()
    assert len(page.blocks) < 150
