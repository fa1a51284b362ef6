"""The strip over the list of events: the numbers of what is listed, on the scale of all events."""

from __future__ import annotations

from tests.dossiers import HEAD, loaded, record
from tui.dossier.dossier import Dossier
from tui.pages.catalog import Catalog
from tui.pages.lists.list_strip import ListStrip, list_strip

DATES = {"quay": "1977-03-02", "harbour": "1977-05", "truce": "1978-01-09", "later": ""}


def dossier_of(dates: dict[str, str] = DATES) -> Dossier:
    events = (
        record("events", id=name, title=f"The {name}", cite="s#p1", **({"date": date} if date else {}))
        for name, date in dates.items()
    )
    return loaded(HEAD + record("sources") + "".join(events))


def strip_of(query: str = "") -> ListStrip:
    catalog = Catalog(dossier_of())
    strip = list_strip(catalog.dossier, catalog.list_groups("events", query))
    assert strip is not None
    return strip


def test_it_counts_what_is_listed_and_keeps_the_bars_of_everything() -> None:
    assert [date.number for date in strip_of().listed] == [1, 1, 1]
    narrowed = strip_of("harbour")
    assert [date.number for date in narrowed.listed] == [0, 1, 0]
    assert [date.number for date in narrowed.dates] == [1, 1, 1]


def test_it_knows_when_each_event_is() -> None:
    strip = strip_of()
    assert strip.months.get("harbour") == (12 * 1977 + 4, 12 * 1977 + 4)
    assert strip.months.get("later") is None
    assert [strip.words(name) for name in ("harbour", "later", "timeline:")] == ["May 1977", "undated", ""]


def test_there_is_none_where_few_events_are_dated() -> None:
    dossier = dossier_of({"quay": "1977-03-02", "harbour": "1977-05", "later": ""})
    assert list_strip(dossier, Catalog(dossier).list_groups("events")) is None
