"""Who speaks about whom as CSV."""

from __future__ import annotations

import csv
import io

from tests.dossiers import HEAD, loaded, record
from tui.dossier.values.dates import parse_date
from tui.export.formats import VIEW_TABLES, view_as_csv
from tui.pages.views.registry import VIEWS

DOSSIER = loaded(
    HEAD
    + record("sources")
    + record("actors", name="=A")
    + record("actors", id="b")
    + record("events")
    + record("quotes", about=["b", "e"], date="1957-03")
    + record("quotes", id="r", mode="indirect", about=["b"], date="1956")
    + record("quotes", id="u", speaker="b")
)


def rows(moment: str = "") -> list[list[str]]:
    text, _ = view_as_csv("speakers", DOSSIER, parse_date(moment) if moment else None)
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_row_says_who_about_whom_how_often_when_and_in_which_quotes() -> None:
    assert rows()[1:] == [
        ["a", "'=A", "b", "Actor b", "actors", "1", "1", "1956", "1957-03", "q; r"],
        ["a", "'=A", "e", "An event", "events", "1", "0", "1957-03", "1957-03", "q"],
        ["b", "Actor b", "", "", "", "1", "0", "", "", "u"],
    ]


def test_words_after_the_moment_are_left_out() -> None:
    assert [row[-1] for row in rows("1956")[1:]] == ["r", "u"]
    _, remark = view_as_csv("speakers", DOSSIER, parse_date("1956"))
    assert remark == "1 quote after the date left out; --as-of all counts them"
    assert view_as_csv("speakers", DOSSIER, None)[1] == ""


def test_every_table_is_a_view() -> None:
    assert set(VIEW_TABLES) <= set(VIEWS)
