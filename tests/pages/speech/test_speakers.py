"""Who speaks about whom: the table, its links, its bounds."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tests.pages.page_text import bundled, example, headings, page_of, text_of
from tui.dossier.dossier import Dossier
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.search.facets import Facets
from tui.dossier.search.index import Index
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.diagram_blocks import Grid
from tui.pages.glyph_bars import HEIGHTS
from tui.pages.page import Entry, Fields, Page, Para, Section, Span
from tui.render.plain_text import plain_text


def table(page: Page) -> dict[str, dict[str, tuple[str, str]]]:
    """Speaker -> label of the column -> the cell and where it leads, without the empty ones."""
    [grid] = (block for block in page.blocks if isinstance(block, Grid))
    labels = [label.text for label in grid.column_labels]
    return {
        name.text: {label: (cell.text, cell.link) for label, cell in zip(labels, row, strict=True) if cell.text}
        for name, row in grid.rows
    }


def test_each_number_is_the_number_of_the_words_that_it_leads_to() -> None:
    catalog = Catalog(bundled())
    rows = table(page_of(catalog, "speakers:"))
    assert rows["Ali Hasanov"] == {
        "all": ("2", "said:hasanov"),
        "AZ": ("▆2", "said:hasanov:azerbaijan"),
        "AM": ("▃1", "said:hasanov:armenia"),
        "IL": ("▆2", "said:hasanov:israel"),
    }
    for speaker, row in rows.items():
        for number, link in row.values():
            own: list[Entry] = []
            for block in page_of(catalog, link).blocks[2:]:
                if not isinstance(block, Entry):
                    break
                own.append(block)
            assert len(own) == int(number.lstrip(HEIGHTS)), f"{speaker}: {link}"


def test_who_speaks_most_and_who_is_most_spoken_of_come_first() -> None:
    page = page_of(Catalog(bundled()), "speakers:")
    assert next(iter(table(page))) == "Sergey Minasyan"
    assert list(table(page)["Sergey Minasyan"])[1] == "AZ"
    assert "AMArmenia  12 quotes" in text_of(page)
    assert "Only the" not in text_of(page)
    assert "Not in the columns: 1 quote without a recorded subject" in text_of(page)


def test_very_many_speakers_and_subjects_are_bounded_and_said() -> None:
    names = [f"x{number}" for number in range(60)]
    records = [record("actors", id=name) for name in names]
    records += [record("quotes", id=f"q-{name}", speaker=name, about=names[:50]) for name in names]
    page = page_of(Catalog(loaded(HEAD + record("sources") + "".join(records))), "speakers:")
    rows = table(page)
    assert len(rows) == 40
    assert len(rows["Actor x0"]) == 41
    above = text_of(page).partition("all")[0]
    assert "Only the 40 speakers with the most quotes of 60 and the 40 actors spoken of most of 50" in above
    assert "and 20 more speakers" in text_of(page)
    assert "and 10 more actors spoken of" in text_of(page)
    assert max(map(len, plain_text(page, 80).splitlines())) <= 80


def test_later_words_are_not_counted_but_numbered() -> None:
    of = loaded(HEAD + record("sources") + record("actors") + record("quotes", date="1958", about=["a"]))
    page = page_of(Catalog(of, DEFAULT_SCOPE._replace(moment=parse_date("1957"))), "speakers:")
    assert "No words recorded." in text_of(page)
    assert "As of 1957: 1 later quote not shown" in text_of(page)
    assert table(page_of(Catalog(of, DEFAULT_SCOPE), "speakers:"))["An actor"]["all"][0] == "1"


def test_words_about_a_tie_are_about_those_whom_it_joins() -> None:
    records = record("actors") + record("actors", id="b") + record("alliances") + record("quotes", about=["t", "a"])
    rows = table(page_of(Catalog(loaded(HEAD + record("sources") + records)), "speakers:"))
    assert [number for number, _ in rows["An actor"].values()] == ["1", "█1", "█1"]


@pytest.mark.parametrize("dossier", [bundled(), example()], ids=["bundled", "example"])
def test_as_many_quotes_are_about_an_actor_in_the_table_in_the_facets_and_on_its_page(dossier: Dossier) -> None:
    catalog = Catalog(dossier)
    spoken_of = {name.link: number for name, number in _spoken_of(page_of(catalog, "speakers:"))}
    facets = Facets(Index(dossier), ("quotes",), "", {})
    facets.step()
    assert spoken_of == {name: count for name, count in facets.counts("about", {}).items() if name in spoken_of}
    for actor, number in spoken_of.items():
        page = page_of(catalog, actor)
        assert len(_under(page, "Said about")) == number, actor


def _spoken_of(page: Page) -> list[tuple[Span, int]]:
    """The actors of the columns, with the number of quotes about each."""
    [legend] = (block for block in page.blocks if isinstance(block, Fields))
    return [(spans[0], int(spans[-1].text.split()[0])) for _, spans in legend.rows]


def _under(page: Page, heading: str) -> list[Entry]:
    """The entries under the first heading that begins so."""
    found: list[Entry] = []
    inside = False
    for block in page.blocks:
        if isinstance(block, Section):
            inside = block.title.startswith(heading)
        elif inside and isinstance(block, Entry):
            found.append(block)
    return found


def test_what_is_said_about_a_tie_is_told_on_the_pages_of_those_it_joins() -> None:
    records = [record("sources"), record("actors"), record("actors", id="b"), record("alliances", id="t")]
    quotes = [record("quotes", id="q1", about=["a"]), record("quotes", id="q2", about=["t"])]
    claim = record("claims", id="c", about=["t"])
    catalog = Catalog(loaded(HEAD + "".join((*records, *quotes, claim))))
    page = page_of(catalog, "a")
    assert "Said about An actor and its ties" in headings(page)
    assert "Related claims" in headings(page)
    assert "counted as about each actor" in text_of(page_of(catalog, "speakers:"))


def test_the_key_to_a_few_columns_stands_above_the_table_and_that_to_many_only_below() -> None:
    page = page_of(Catalog(bundled()), "speakers:")
    assert [type(block) for block in page.blocks[1:3]] == [Para, Grid]
    assert "SCA Some CSTO allies of Armenia  SC Several CSTO member states" in plain_text(page, 80).splitlines()
    names = [f"x{number}" for number in range(30)]
    records = [record("actors", id=name, name=f"Actor number {name}") for name in names]
    many = loaded(HEAD + record("sources") + "".join(records) + record("quotes", speaker="x0", about=names))
    assert isinstance(page_of(Catalog(many), "speakers:").blocks[1], Grid)


def test_it_says_that_a_quote_may_be_about_several_where_one_is() -> None:
    assert "20 quotes; one may be about several" in text_of(page_of(Catalog(bundled()), "speakers:"))
    one = loaded(HEAD + record("sources") + record("actors") + record("quotes", about=["a"]))
    assert "several" not in text_of(page_of(Catalog(one), "speakers:"))
