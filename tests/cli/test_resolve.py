"""What may be asked for by `show`: records by id, name and alias, and the sheets of the panels."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.dossiers import SMALL, loaded
from tui.cli.resolve import resolve
from tui.dossier.kinds import Actor
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS

DOSSIER = loaded(SMALL)
ACTORS = [str(record.id) for record in DOSSIER.tables["actors"]]


@pytest.mark.parametrize("kind", VIEWS)
def test_every_kind_of_sheet_can_be_asked_for(kind: str) -> None:
    names = ACTORS[: VIEWS[kind].names]
    asked = ":".join((kind, *names))
    assert resolve(DOSSIER, asked) == [asked if names else f"{kind}:"]


@pytest.mark.parametrize("panel", [panel.name for panel in PANELS.values() if panel.summary])
def test_a_panel_stands_for_the_sheet_it_opens_with(panel: str) -> None:
    opened = PANELS[panel].summary if panel != "network" else f"ego:{DOSSIER.head.sides[0]}"
    assert resolve(DOSSIER, panel) == [opened]


def test_the_actors_of_a_sheet_may_be_called_by_name_and_alias() -> None:
    for record in DOSSIER.records_of(Actor):
        for called in (record.name, record.name.upper(), *record.aliases):
            assert resolve(DOSSIER, f"ego:{called}") == [f"ego:{record.id}"]


@pytest.mark.parametrize(
    "asked", ["ego:", "ego:nobody", "path:x", f"ego:{ACTORS[0]}:{ACTORS[1]}", "nosuch:", ":", "a:b"]
)
def test_what_names_no_sheet_is_none(asked: str) -> None:
    assert [one for one in resolve(DOSSIER, asked) if ":" in one] in ([], ["ego:" + DOSSIER.head.sides[0]])


def test_a_record_comes_before_a_sheet_of_the_same_name() -> None:
    dossier = loaded(
        'dossier = 1\ntitle = "x"\n[[sources]]\nid = "timeline"\nkind = "book"\ntitle = "A book"\n'
        '[[sources]]\nid = "s"\nkind = "book"\ntitle = "Other"\n'
    )
    assert resolve(dossier, "timeline") == ["timeline"]


def test_show_prints_a_sheet_and_only_what_is_reported_when_asked() -> None:
    def printed(*arguments: str) -> str:
        command = [sys.executable, "-m", "tui", "show", "overview", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    whole, part = printed(), printed("--reported")
    assert "left out." in part.splitlines()[-1]
    assert "judgement" in whole
    assert "judgement" not in part
