"""The short names of sources: their keys, or made from author and year, and never two alike."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dossiers import HEAD, loaded, record
from tui.dossier.kinds import Source
from tui.dossier.source_names import begins_alike, source_names


def names_of(*sources: dict[str, Any]) -> list[str]:
    """The short names of these sources, in their order."""
    text = HEAD + "".join(record("sources", **{"id": f"s{n}", **keys}) for n, keys in enumerate(sources))
    dossier = loaded(text)
    names = source_names(dossier.records_of(Source))
    return [names[source.id] for source in dossier.records_of(Source)]


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ({"author": ["Keith Kyle"], "issued": "1991"}, "Kyle 1991"),
        ({"author": ["Kyle, Keith"], "issued": "1991-05"}, "Kyle 1991"),
        ({"author": ["K. Kyle", "Peter Lowe"], "issued": "1991"}, "Kyle and Lowe 1991"),
        ({"author": ["K. Kyle", "P. Lowe", "A. Third"], "issued": "1991"}, "Kyle et al. 1991"),
        ({"author": ["Charles de Gaulle"], "issued": "1970"}, "de Gaulle 1970"),
        ({"author": ["Henry Louis Gates Jr."], "issued": "1991"}, "Gates 1991"),
        ({"author": ["United Nations"], "issued": "1956"}, "United Nations 1956"),
        ({"author": ["Ministry of Water"], "issued": "1956"}, "Ministry of Water 1956"),
        ({"author": ["Keith Kyle"]}, "Kyle"),
        ({"author": ["Keith Kyle"], "issued": "../1991"}, "Kyle 1991"),
        ({"container": "Hansard", "issued": "1956-12-20"}, "Hansard 1956"),
        ({"title": "Almanac of the lower rivers and all that feed them"}, "Almanac of the lower…"),
        ({"key": "The Blue Book", "author": ["Keith Kyle"], "issued": "1991"}, "The Blue Book"),
    ],
)
def test_a_source_is_named_by_its_key_or_by_author_and_year(keys: dict[str, Any], name: str) -> None:
    assert names_of(keys) == [name]


def test_names_that_would_be_alike_get_a_letter_in_the_order_of_their_dates() -> None:
    kyle = {"author": ["Keith Kyle"]}
    later, earlier = {**kyle, "issued": "1991-09"}, {**kyle, "issued": "1991-02"}
    assert names_of(later, earlier) == ["Kyle 1991b", "Kyle 1991a"]
    assert names_of(kyle, kyle) == ["Kyle (a)", "Kyle (b)"]


def test_a_key_is_kept_whatever_the_others_are_called() -> None:
    kyle = {"author": ["Keith Kyle"], "issued": "1991"}
    assert names_of(kyle, {"key": "kyle 1991"}) == ["Kyle 1991a", "kyle 1991"]
    assert names_of(kyle, kyle, {"key": "Kyle 1991a"}) == ["Kyle 1991b", "Kyle 1991c", "Kyle 1991a"]


def test_one_key_of_two_sources_is_told_apart_too() -> None:
    assert names_of({"key": "Kyle"}, {"key": "KYLE"}) == ["Kyle (a)", "KYLE (b)"]


def test_many_alike_are_told_apart() -> None:
    names = names_of(*[{"author": ["Keith Kyle"], "issued": "1991"}] * 60)
    assert len(set(names)) == 60
    assert (names[0], names[26]) == ("Kyle 1991a", "Kyle 1991aa")


@pytest.mark.parametrize(
    ("short", "title", "alike"),
    [
        ("Report 25: summit… 2005", "Report 25: summit territory withdrawal", True),
        ("Waters 1956", "Waters", True),
        ("The Blue Book", "the blue book", True),
        ("Kyle 1991", "Suez", False),
        ("BBC 1956", "BBC news of the night", False),
    ],
)
def test_a_short_name_that_its_title_begins_with_says_no_more_than_the_title(
    short: str, title: str, alike: bool
) -> None:
    assert begins_alike(short, title) == alike
