"""What the search box of the page looks through, and how it folds what is typed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.dossiers import dossier_of, loaded, record
from tests.export.html.pages import dossier
from tui.dossier.dossier import Dossier
from tui.dossier.values.fold import fold
from tui.export.html.anchors import Anchors
from tui.export.html.search_data import search_data

NAMES = ("İlham Əliyev", "Հայաստան", "ŁÓDŹ", "Straße", "“quoted” – text")


def _searched(whole: Dossier) -> Any:
    return json.loads(search_data(whole, Anchors(whole, (), {})))


def _data() -> dict[str, Any]:
    actors = (record("actors", id=f"actor-{number}", name=name) for number, name in enumerate(NAMES))
    data: dict[str, Any] = _searched(loaded(dossier_of(*actors)))
    return data


def _folded(text: str, folds: dict[str, str]) -> str:
    """As the script folds a text of which it knows every character that is not ASCII."""
    return "".join(folds.get(char, char.lower()) for char in text)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_folded_as_the_program_folds_it(name: str) -> None:
    folds = _data()["folds"]
    assert _folded(name, folds) == fold(name)


def test_what_people_type_who_lack_a_letter_is_known_even_where_it_does_not_occur() -> None:
    folds = _searched(loaded(dossier_of()))["folds"]
    assert folds["ə"] == "a"
    assert folds["ł"] == "l"


def test_a_record_is_searched_by_its_names_its_words_and_whom_it_is_about() -> None:
    items = {item[0]: item for item in _searched(dossier("karabakh"))["items"]}
    _, _, name, rest = items["q-abrahamyan-strategic-partner"]
    assert "Russia is our strategic partner" in name + rest
    assert {"Hovik Abrahamyan", "complain"} <= set(rest.split("\n"))
    assert items["csto"][2] == "Collective Security Treaty Organization"
    assert "CSTO" in items["csto"][3]


def test_nothing_in_it_can_end_the_script_that_it_stands_in() -> None:
    attacking = loaded(dossier_of(record("actors", id="actor-1", name="</script><!--\u2028&")))
    hostile = search_data(attacking, Anchors(attacking, (), {}))
    assert not set("<>&\u2028\u2029") & set(hostile)
    assert "</script>" in "".join(item[2] for item in json.loads(hostile)["items"])
