"""What the bars show: the keys that can act where the reader is, and the panels."""

from __future__ import annotations

import pytest

from tui.keys import KEYS
from tui.pages.lists.panels import PANELS, SEARCH
from tui.screens.keybar import FILTER_KEYS, MAX_KEYS, key_items, keys_for, pane_items, panel_items, titles
from tui.widgets.bars import fit_items


@pytest.mark.parametrize("pane", ["list", "page", "filter"])
@pytest.mark.parametrize("panel", [*PANELS, SEARCH])
def test_every_pane_of_every_panel_has_keys_that_fit_and_end_with_help_and_quit(panel: str, pane: str) -> None:
    names = keys_for(panel, "armenia", pane)
    assert len(names) <= MAX_KEYS
    assert names[-2:] == ("app.help", "app.quit")


def test_while_a_filter_is_typed_no_key_is_offered_that_would_be_typed_into_it() -> None:
    shown = [item.key for item in pane_items(KEYS, "filter", FILTER_KEYS, {})]
    assert shown == ["enter", "esc", "tab", "ctrl+p", "F1", "ctrl+q"]
    assert [item.key for item in pane_items(KEYS, "list", FILTER_KEYS, {})] == ["enter", "esc", "tab", ":", "?", "q"]


def test_a_key_that_cannot_act_is_dimmed() -> None:
    items = pane_items(KEYS, "list", ("list.open", "go.back"), {"go.back": False, "list.open": True})
    assert [(item.label, item.dimmed) for item in items] == [("Open", False), ("Back", True)]
    assert [item.dimmed for item in key_items(KEYS, ("go.back",), ("go.back",))] == [True]


def test_the_open_panel_is_selected_and_those_without_records_are_dimmed() -> None:
    items = panel_items(KEYS, "quotes", lambda panel: int(panel != "events"))
    assert [item.label for item in items if item.selected] == ["Quotes"]
    assert [item.label for item in items if item.dimmed] == ["Events"]
    assert [item.key for item in items] == list("0123456789")


def test_the_title_stands_beside_the_panels_where_it_fits_whole_or_else_beside_the_keys() -> None:
    assert titles("A dossier", 200, "brief") == ("A dossier", "")
    assert titles("A dossier", 40, "brief") == ("", "brief")
    assert titles("A dossier", 40) == ("", "A dossier")


@pytest.mark.parametrize("panel", ["home", "balance"])
def test_help_and_quit_keep_their_words_beside_the_active_filter_at_80_columns(panel: str) -> None:
    items = pane_items(KEYS, "page", keys_for(panel, "overview:", "page"), {}, ["app.reported"])
    shown = {item.key: item.label for item in fit_items(items, 80 - len("reported only") - 2)}
    assert (shown["o"], shown["?"], shown["q"]) == ("Show all", "Help", "Quit")


def test_a_key_that_is_on_says_what_it_does_next() -> None:
    assert [item.label for item in key_items(KEYS, ["app.reported", "app.help"])] == ["Reported only", "Help"]
    assert [item.label for item in key_items(KEYS, ["app.reported"], on=["app.reported"])] == ["Show all"]
