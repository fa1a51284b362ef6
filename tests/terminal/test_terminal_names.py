"""The name of a terminal tells whether there is a screen to draw on."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from tui.terminal import tty_check


@pytest.mark.parametrize(
    ("term", "is_refused"),
    [("dumb", True), (" Unknown", True), ("", True), ("xterm", False), ("screen-256color", False)],
)
def test_a_terminal_without_a_full_screen_is_refused_by_its_name(
    term: str, is_refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(sys, "__stdin__", terminal)
    monkeypatch.setattr(sys, "__stderr__", terminal)
    monkeypatch.setenv("TERM", term)
    assert ("TERM" in (tty_check.no_terminal_reason() or "")) == is_refused
