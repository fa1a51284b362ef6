"""The page that compares actors: who speaks for whom, the words side by side, what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.pages.page_text import bundled, facts_of, headings, page_of, text_of
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.reported_only import reported_only
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Comparison
from tui.pages.page import Page
from tui.render.plain_text import plain_text

ACTORS = "".join(record("actors", id=name) for name in ("cape", "isle", "reef"))


@cache
def example() -> Dossier:
    with open(paths.content("sarn.toml"), encoding="utf-8") as file:
        return loaded(file.read())


def compared(*quotes: Mapping[str, object], moment: str = "") -> Page:
    """The page of cape and isle with some quotes."""
    records = "".join(record("quotes", **{"cite": "s#p1", **quote}) for quote in quotes)
    scope = DEFAULT_SCOPE._replace(moment=parse_date(moment)) if moment else None
    return page_of(Catalog(loaded(HEAD + record("sources") + ACTORS + records), scope), "compare:cape:isle")


def versions(page: Page) -> list[list[str]]:
    """The words side by side, band by band."""
    return [
        ["".join(span.text for span in (*who, *words)) for who, words in block.versions]
        for block in page.blocks
        if isinstance(block, Comparison)
    ]


def test_two_prime_ministers_on_the_same_ally() -> None:
    page = page_of(Catalog(bundled()), "compare:medvedev:abrahamyan")
    assert headings(page) == ["About Russia"], "they speak of Russia, Armenia and Azerbaijan in the same words"
    [[medvedev, abrahamyan]] = versions(page)
    assert "reported: Russia means to keep to its policy" in medvedev
    assert "“If we consider for a moment" in medvedev
    assert "“Russia is our strategic partner" in abrahamyan
    assert "¶6" in abrahamyan
    assert {"q-medvedev-policy", "q-abrahamyan-strategic-partner", "article#p6"} <= set(page.links())


def test_those_who_speak_for_a_state_are_named_with_the_number_of_their_words() -> None:
    page = page_of(Catalog(bundled()), "compare:armenia:russia")
    facts = facts_of(page)
    assert facts["Russia"] == "2 quotations, 3 reported statements: by Dmitry Medvedev 2, Dmitry Rogozin 2, Russia 1"
    assert "Hovik Abrahamyan · complaint · “on Saturday”" in text_of(page)
    assert {"said:armenia", "said:armenia:csto"} <= set(page.links()), "counts lead to the words"


def test_how_the_two_stand_to_each_other_is_said_with_its_status_and_leads_to_the_two() -> None:
    page = page_of(Catalog(bundled()), "compare:armenia:azerbaijan")
    assert "Armenia – Azerbaijan: − against hostility  » attributed" in text_of(page)
    assert "pair:armenia:azerbaijan" in page.links()
    assert "Belarus – Turkey: no tie" in text_of(page_of(Catalog(bundled()), "compare:belarus:turkey"))
    assert "no tie" not in text_of(page_of(Catalog(bundled()), "compare:medvedev:abrahamyan"))


def test_words_of_several_years_stand_year_by_year_with_those_who_speak_then() -> None:
    page = compared(
        {"id": "a", "speaker": "cape", "about": ["reef"], "date": "1957", "text": "Late."},
        {"id": "b", "speaker": "cape", "about": ["reef"], "date": "1956-11-01", "text": "Early."},
        {"id": "c", "speaker": "isle", "about": ["reef"], "date": "1956", "text": "Also."},
    )
    assert versions(page) == [
        ["Actor cape  19561 Nov 1956\n“Early.” ¶1", "Actor isle  19561956\n“Also.” ¶1"],
        ["Actor cape  19571957\n“Late.” ¶1"],
    ]


def test_long_words_shown_above_are_pointed_to_by_their_first_ones() -> None:
    long = "Word after word, " * 15
    page = compared(
        {"id": "a", "speaker": "cape", "about": ["reef", "cape"], "text": long},
        {"id": "b", "speaker": "isle", "about": ["reef"]},
        {"id": "c", "speaker": "isle", "about": ["reef", "cape"]},
    )
    [first, _], [second, _] = versions(page)
    assert len(first) > 250
    assert second == "Actor cape“Word after word, Word after word, Word” … as above ¶1"


def test_later_words_and_hidden_subjects_are_numbered() -> None:
    quotes = (
        {"id": "a", "speaker": "cape", "about": ["reef"], "date": "1956"},
        {"id": "b", "speaker": "isle", "about": ["reef"], "date": "1958"},
    )
    page = compared(*quotes, moment="1957")
    assert not versions(page)
    assert "No words of Actor isle are recorded." in text_of(page)
    assert "As of 1957: 1 later quote not shown" in text_of(page)
    part = page_of(Catalog(reported_only(example())), "compare:lowen:asker")
    assert "Reported only: " in text_of(part)


def test_what_only_one_speaks_of_is_counted_with_a_way_to_the_words() -> None:
    page = compared(
        {"id": "a", "speaker": "cape", "about": ["reef"]},
        {"id": "b", "speaker": "cape"},
        {"id": "c", "speaker": "isle"},
    )
    assert headings(page) == ["Spoken of only by Actor cape"]
    assert "said:cape:reef" in page.links()
    assert "no subject recorded 1" in text_of(page)


def test_quotes_without_a_subject_alone_are_no_subject_that_only_one_speaks_of() -> None:
    page = compared({"id": "a", "speaker": "cape"}, {"id": "b", "speaker": "isle"})
    assert headings(page) == []
    assert "1 quote by Actor cape: no subject is recorded" in text_of(page)


@pytest.mark.parametrize("name", ["compare:cape:cape", "compare:cape", "compare:cape:nobody", "compare:cape:isle:cape"])
def test_only_two_or_three_different_actors_are_compared(name: str) -> None:
    assert Catalog(loaded(HEAD + ACTORS)).page(name) is None


def test_three_may_be_compared() -> None:
    text = plain_text(page_of(Catalog(example()), "compare:orvane:tellmark:meriden"), 80)
    assert "Orvane, Tellmark, Meriden" in text
    assert "Orvane  year unknown   │ Tellmark  year unknown │ Meriden  year unknown" in text
    assert max(map(len, text.splitlines())) <= 80


def test_of_very_many_words_the_first_are_shown_and_the_rest_is_a_link() -> None:
    page = compared(
        *({"id": f"a{number}", "speaker": "cape", "about": ["reef"], "date": "1956"} for number in range(9)),
        *({"id": f"y{year}", "speaker": "isle", "about": ["reef"], "date": str(year)} for year in range(1950, 1970)),
    )
    assert "and 5 more" in text_of(page)
    assert "In 14 other years: Actor isle 14" in text_of(page)
    assert len(versions(page)) == 6
    assert any("1956" in who for who, *_ in versions(page)), "a year in which both speak is shown"
    assert "said:isle:reef" in page.links()
