"""What every test may rely on: the program remembers nothing of this machine, and writes nothing to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program remembers things during one test: an empty one."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder / "karabakh-tui"


@pytest.fixture(autouse=True)
def nothing_to_sanitize() -> Iterator[None]:
    """The last filter before the screen had nothing to stop; a test that gives it something sets the count back."""
    yield
    module = sys.modules.get("tui.terminal.output_sanitizer")
    assert module is None or module.OutputSanitizer.total_hits == 0
