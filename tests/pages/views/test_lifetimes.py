"""The timelines of ties and offices: one row each, what is not there at the moment dim, what has not begun below."""

from __future__ import annotations

from tests.dossier.test_dated import DOSSIER
from tests.dossiers import HEAD, loaded, record
from tests.pages.page_text import page_of, text_of
from tui.dossier.values.dates import parse_date
from tui.pages.catalog import Catalog
from tui.pages.page import Page
from tui.pages.timeline_blocks import LifetimeChart
from tui.pages.views.dated_timeline import MOST
from tui.render.plain_text import plain_text

OPEN = loaded(
    HEAD
    + record("sources")
    + record("actors")
    + record("actors", id="b")
    + record("alliances", id="open", between=["a", "b"], kind="aid", start="1950")
    + record("alliances", id="past", between=["a", "b"], kind="trade", start="1940", end="1944")
    + record("alliances", id="until", between=["a", "b"], kind="rivalry", end="1930")
)


def shown(view: str, moment: str = "", catalog: Catalog | None = None) -> Page:
    catalog = catalog or Catalog(DOSSIER)
    catalog.set_moment(parse_date(moment) if moment else None)
    return page_of(catalog, view)


def chart_of(page: Page) -> LifetimeChart:
    [chart] = [block for block in page.blocks if isinstance(block, LifetimeChart)]
    return chart


def rows(page: Page, width: int = 74) -> list[str]:
    return plain_text(page, width).splitlines()


def test_each_tie_has_one_row_with_its_bar_its_dates_and_its_status() -> None:
    [pact, war] = [row for row in rows(shown("timeline-ties:")) if row.endswith("●")]
    assert "1936–1954" in pact
    assert "since 1956" in war
    assert pact.index("━") < pact.index("·") < pact.index("1936")
    assert war.index("·") < war.index("━")


def test_what_lies_after_the_moment_is_thin_and_the_legend_says_so() -> None:
    page = shown("timeline-ties:", "1955", Catalog(OPEN))
    row = next(row for row in rows(page) if "since 1950" in row)
    assert "━" in row
    assert "─ afterwards, not known to hold" in text_of(page)
    assert "┊ as of 1955" in text_of(page)
    whole = shown("timeline-ties:", "", Catalog(OPEN))
    assert "─ afterwards" not in text_of(whole)


def test_what_is_not_there_at_the_moment_is_dim_and_what_has_not_begun_is_below_a_heading() -> None:
    chart = chart_of(shown("timeline-ties:", "1945", Catalog(OPEN)))
    assert [(row.when, row.absent) for row in chart.rows] == [
        ("until 1930", True),
        ("1940–1944", True),
        ("since 1950", True),
    ]
    assert chart.later == 2
    assert {span.role for span in chart.rows[0].words if span.text.strip()} == {"dim"}
    [at] = [
        number
        for number, row in enumerate(rows(shown("timeline-ties:", "1945", Catalog(OPEN))))
        if "not begun as" in row
    ]
    assert "since 1950" in rows(shown("timeline-ties:", "1945", Catalog(OPEN)))[at + 1]


def test_the_bar_of_an_unsettled_tie_is_dotted_its_status_is_never_dimmed_and_the_legend_says_so() -> None:
    said = {"status": "contested", "by": ["a"], "denied_by": ["b"]}
    ties = record("alliances", id="past", between=["a", "b"], kind="aid", start="1940", end="1944", **said)
    ties += record(
        "alliances", id="told", between=["a", "b"], kind="trade", start="1940", status="attributed", by=["a"]
    )
    dossier = loaded(HEAD + record("sources") + record("actors") + record("actors", id="b") + ties)
    page = shown("timeline-ties:", "1950", Catalog(dossier))
    [past, told] = chart_of(page).rows
    assert (past.line, past.absent, past.status[0].role) == ("dotted", True, "status-contested")
    assert (told.line, told.absent) == ("broken", False)
    assert "╍ there, attributed or judged" in text_of(page)
    assert "┉ there, unsettled" in text_of(page)
    assert "unsettled" not in text_of(shown("timeline-ties:", "", Catalog(OPEN)))


def test_a_beginning_that_is_not_known_is_not_drawn_as_known_and_the_legend_says_so() -> None:
    page = shown("timeline-ties:", "", Catalog(OPEN))
    [until] = [row for row in rows(page) if "until 1930" in row]
    assert "┄" in until or until.count("━") == 1
    assert "┄ perhaps, or since when is not known" in text_of(page)


def test_offices_say_whose_they_are() -> None:
    assert "Keeper" in text_of(shown("timeline-offices:"))
    assert "1951–1955" in text_of(shown("timeline-offices:"))


def test_where_there_is_no_room_the_words_are_above_their_bar_and_without_any_they_are_entries() -> None:
    page = shown("timeline-ties:")
    narrow = rows(page, 45)
    at = next(number for number, row in enumerate(narrow) if "1936–1954" in row)
    assert "━" in narrow[at]
    assert "–" in narrow[at - 1]
    assert not any("━━" in row for row in rows(page, 24))
    assert any("1936–1954" in row for row in rows(page, 24))


def test_of_very_many_ties_the_page_says_how_many_more_there_are() -> None:
    ties = "".join(
        record("alliances", id=f"t{number}", between=["a", "b"], kind="trade", start=f"{1000 + number}")
        for number in range(MOST + 7)
    )
    dossier = loaded(HEAD + record("sources") + record("actors") + record("actors", id="b") + ties)
    page = shown("timeline-ties:", "", Catalog(dossier))
    assert len(chart_of(page).rows) == MOST
    assert "and 7 more in the list of ties" in text_of(page)
    assert page.links()[-1] == "panel:alliances"
