"""What a name on the command line stands for: records by id, name and alias, and views."""

from __future__ import annotations

import pytest

from tests.dossiers import SMALL, dossier_of, loaded, record
from tui.cli.resolve import missing_actors, resolve
from tui.dossier.kinds import Actor
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS

DOSSIER = loaded(SMALL)
ACTORS = DOSSIER.records_of(Actor)
TWINS = loaded(dossier_of(*(record("actors", id=actor, name="Twin", aliases=["pair"]) for actor in ("x", "y"))))
"""A dossier in which two actors have the same name."""


@pytest.mark.parametrize("kind", VIEWS)
def test_every_kind_of_view_has_a_name(kind: str) -> None:
    actors = [str(actor.id) for actor in ACTORS[: VIEWS[kind].id_count]]
    name = ":".join((kind, *actors))
    assert resolve(DOSSIER, name) == [name if actors else f"{kind}:"]


@pytest.mark.parametrize("panel", [panel.name for panel in PANELS.values() if panel.summary])
def test_a_panel_stands_for_the_view_it_opens_with(panel: str) -> None:
    opened = PANELS[panel].summary if panel != "network" else f"ego:{DOSSIER.head.sides[0]}"
    assert resolve(DOSSIER, panel) == [opened]


def test_the_actors_of_a_view_may_be_named_by_name_and_alias() -> None:
    for actor in ACTORS:
        for name in (actor.name, actor.name.upper(), *actor.aliases):
            assert resolve(DOSSIER, f"ego:{name}") == [f"ego:{actor.id}"]


@pytest.mark.parametrize(
    "name", ["ego:nobody", "path:x", f"ego:{ACTORS[0].id}:{ACTORS[1].id}", "pair:nobody:x", "nosuch:", ":", "a:b"]
)
def test_what_is_not_the_name_of_a_view_stands_for_nothing(name: str) -> None:
    assert resolve(DOSSIER, name) == []


def test_a_view_of_an_actor_without_the_actor_is_not_a_view() -> None:
    assert resolve(DOSSIER, "ego:") == []


def test_every_record_with_the_name_is_a_candidate() -> None:
    assert resolve(TWINS, "twin") == ["x", "y"]


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("ego:twin", ["ego:x", "ego:y"]),
        ("ego:pair", ["ego:x", "ego:y"]),
        ("ego:x", ["ego:x"]),
        ("pair:a:twin", ["pair:a:x", "pair:a:y"]),
        ("pair:twin:b", ["pair:x:b", "pair:y:b"]),
        ("pair:twin:twin", ["pair:x:x", "pair:x:y", "pair:y:x", "pair:y:y"]),
        ("path:twin:nobody", []),
    ],
)
def test_an_ambiguous_actor_in_a_view_is_never_guessed(name: str, candidates: list[str]) -> None:
    assert resolve(TWINS, name) == candidates


def test_a_view_comes_before_a_record_of_the_same_name_or_id() -> None:
    by_name = loaded(dossier_of(record("actors", id="x", name="Timeline", aliases=["Coverage"])))
    assert resolve(by_name, "timeline") == ["timeline:"]
    assert resolve(by_name, "coverage") == ["coverage:"]
    by_id = loaded(dossier_of(record("actors", id="timeline")))
    assert resolve(by_id, "timeline") == ["timeline:"]
    assert resolve(by_id, "timeline:") == ["timeline:"]
    assert resolve(by_id, "record:timeline") == ["timeline"]
    assert resolve(by_name, "record:Timeline") == ["x"]


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("path:ilvane:italy", ("italy",)),
        ("path:serbia:italy", ("serbia", "italy")),
        ("ego:Ilvane", ()),
        ("nosuch:italy", ()),
    ],
)
def test_the_actors_that_a_view_lacks_are_known(name: str, missing: tuple[str, ...]) -> None:
    assert missing_actors(DOSSIER, name) == missing
