"""What every test relies on: the program remembers nothing of this machine and writes nothing to it."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("quick", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("thorough", derandomize=True, deadline=None, max_examples=300)
settings.load_profile("quick")

_FOLDERS = count()
_STRIDE = 4


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `long` all but every fourth case of a test that opens the app: each case costs a tenth of a second."""
    cases: Counter[str] = Counter()
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj) and not _is_long(item):
            name = item.nodeid.partition("[")[0]
            if cases[name] % _STRIDE:
                item.add_marker("long")
            cases[name] += 1


def _is_long(item: pytest.Item) -> bool:
    return item.get_closest_marker("long") is not None


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
