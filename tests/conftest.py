"""What every test relies on: the program remembers nothing of this machine and writes nothing to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("quick", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("thorough", derandomize=True, deadline=None)
settings.load_profile("quick")

_FOLDERS = count()


@pytest.fixture(scope="session")
def _state_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parent of every test's state folder: asking pytest for thousands of folders is slow."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture(autouse=True)
def state_folder(_state_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the program remembers things during one test; only its parent exists yet."""
    folder = _state_folders / str(next(_FOLDERS))
    folder.mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder / "karabakh-tui"


@pytest.fixture(autouse=True)
def nothing_for_the_gate() -> Iterator[None]:
    """The last filter before the screen had nothing to stop; a test that gives it something sets the count back."""
    yield
    gate = sys.modules.get("tui.terminal.gate")
    assert gate is None or gate.ControlGate.all_hits == 0
