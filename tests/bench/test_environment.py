"""What is measured starts as it does for a person, whatever the shell of whoever measures says."""

from __future__ import annotations

import pytest

from tests.bench.bench import quiet_environment


@pytest.mark.parametrize("name", ["LINES", "NO_COLOR", "TEXTUAL_ANIMATIONS", "PYTHONDONTWRITEBYTECODE"])
def test_what_would_change_the_screen_or_the_start_is_left_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    monkeypatch.setenv("LANG", "C")
    environment = quiet_environment("folder")
    assert name not in environment
    assert environment["LANG"] == "C"
