"""The chart of the balance over time: its bars, the moment on it, and the changes beside the moment."""

from __future__ import annotations

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.network.balance import balance_over_time
from tui.dossier.network.scope import DEFAULT_SCOPE
from tui.dossier.values.dates import parse_date
from tui.pages.balance import cache
from tui.pages.balance.cache import History, Moments
from tui.pages.balance.history import history
from tui.pages.balance.views import balance_view, triangle_view
from tui.pages.block_spans import spans_of
from tui.pages.page import Fields, Page
from tui.pages.span_builder import SpanBuilder
from tui.pages.twins import twin


def builder(moment: str) -> SpanBuilder:
    """Three friends, two of whom are enemies in 1950 to 1960."""
    text = HEAD + record("sources") + "".join(record("actors", id=name) for name in "abc")
    ties = (
        ("ab", {"kind": "aid", "end": "1949-12-31"}),
        ("ab", {"kind": "hostility", "start": "1950-01-01", "end": "1959-12-31"}),
        ("bc", {"kind": "aid", "start": "1940-01-01"}),
        ("ac", {"kind": "aid"}),
    )
    text += "".join(record("alliances", id=f"t{n}", between=list(ends), **keys) for n, (ends, keys) in enumerate(ties))
    return SpanBuilder(loaded(text), DEFAULT_SCOPE._replace(moment=parse_date(moment) if moment else None))


def written(page: Page) -> str:
    """The words of a page as they stand on it."""
    return " ".join("".join(span.text for span in spans_of(block)) for block in page.blocks)


def chart(moment: str) -> list[str]:
    """The rows of the chart, without their words."""
    of = builder(moment)
    page = Page("balance:", tuple(history(of, Moments("change", tuple(balance_over_time(of.dossier))))))
    [fields] = [block for drawn in page.blocks for block in twin(drawn) if isinstance(block, Fields)]
    return ["".join(span.text for span in row)[:24] for _, row in fields.rows]


def test_a_bar_stands_where_there_is_something_to_balance() -> None:
    needed, years, unbalanced = chart("")
    assert needed == unbalanced
    assert (needed[:12], needed[12:23]) == ("·" * 12, "▆" * 11)
    assert years.split() == ["1940", "1945", "1950", "1955"]
    assert years.index("1950") == needed.index("▆"), "under the column in which it begins"


def test_the_moment_is_marked_without_colour_wherever_it_is() -> None:
    assert chart("1940-01-01")[3] == f"▲{'─' * 23}"
    assert chart("1955-01-01")[3].index("▲") == 18
    assert chart("1930")[3] == f"⇠{'─' * 23}"
    assert chart("1990")[3] == f"{'─' * 23}⇢"


def test_the_page_of_the_balance_follows_the_moment() -> None:
    of = builder("1955")
    words = written(balance_view(of))
    assert "Over time" in words
    assert "at its end, since 1 Jan 1950: 1 change needed, 1 of 1 triangle unbalanced" in words
    of.scope = DEFAULT_SCOPE._replace(moment=parse_date("1970"))
    assert "at its end, since 1 Jan 1960: 0 changes needed, no triangle" in written(balance_view(of))


def test_the_changes_before_and_after_the_moment_have_their_evidence() -> None:
    page = balance_view(builder("1955"))
    words = page.text()
    assert words.index("Last change") < words.index("turned") < words.index("Next change")
    assert {"t0", "t1"} <= set(page.links())


def test_the_balance_and_a_triangle_say_as_of_when_and_what_does_not_count() -> None:
    of = builder("1955")
    triangle = triangle_view(of, "a", "b", "c")
    assert triangle is not None
    for page in (balance_view(of), triangle):
        said = " ".join(page.text().split()).replace(" ; ", "; ")
        assert "As of 1955, of the signed ties: 1 ended, not counted; 1 undated, counted" in said


def test_the_chart_and_its_words_lead_to_the_moments_at_which_something_changes() -> None:
    page = balance_view(builder("1955"))
    charts = [dict(block.rows) for drawn in page.blocks for block in twin(drawn) if isinstance(block, Fields)]
    [needed] = [rows["Changes needed"] for rows in charts if "Changes needed" in rows]
    columns = [span.link for span in needed[:24]]
    assert (columns[0], columns[12], columns[23]) == ("moment:1940-01-01", "moment:1950-01-01", "moment:1960-01-01")
    assert set(columns) - {""} == set(columns[:1] + columns[12:13] + columns[23:])
    led = {span.text: span.link for block in page.blocks for span in spans_of(block) if span.link.startswith("moment:")}
    assert led["1 Jan 1950"] == led["1 January 1950"] == "moment:1950-01-01"
    assert led["1 January 1960"] == "moment:1960-01-01"


def test_of_very_many_changes_the_chart_is_of_the_ends_of_years_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_ROWS_AT_ONCE", 0)
    monkeypatch.setattr(cache, "_MOST_CHANGES", 1)
    of = builder("1955")
    wanted = History()
    assert of.balances.missing_history(of.scope) == wanted
    assert "Over time It is being worked out and will appear here." in balance_view(of).text()
    of.balances.compute_history(wanted, lambda: False)
    assert "of the last day of each year" in balance_view(of).text()
    assert of.balances.missing_history(of.scope) is None


def test_the_chart_has_its_scales_and_says_what_they_count() -> None:
    words = written(balance_view(builder("1955")))
    assert "the fewest pairs whose change would balance the network" in words
    assert words.count(" 0–1") == 2
    assert "Most changes needed: 1, first 1 Jan 1950; most unbalanced triangles: 1, first 1 Jan 1950." in words
