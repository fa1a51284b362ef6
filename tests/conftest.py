"""What every test relies on: the program remembers nothing of this machine and writes nothing to it."""

from __future__ import annotations

import atexit
import gc
import inspect
import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("quick", derandomize=True, deadline=None, max_examples=15)
settings.register_profile("thorough", derandomize=True, deadline=None, max_examples=200)
settings.load_profile("quick")

_NUMBERS = count()
_STRIDE = 16
_MANY = 24


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "quick: runs by default, whichever of many alike cases it is")


def default_cases(cases: Sequence[Collection[str]], *, opens_app: bool) -> list[int]:
    """The cases of a test that run by default, by number, of which `cases` has the names of their marks.

    A case marked `quick` always runs, one marked `long` never; of the others, if a test that opens the app has more
    than one of them, or any test has many, every sixteenth.
    """
    others = [number for number, marks in enumerate(cases) if not {"long", "quick"} & set(marks)]
    left_out = {number for at, number in enumerate(others) if at % _STRIDE} if len(others) > _MANY or opens_app else ()
    return [number for number, marks in enumerate(cases) if "long" not in marks and number not in left_out]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `long` the cases that do not run by default."""
    cases: dict[str, list[pytest.Function]] = {}
    for item in items:
        if isinstance(item, pytest.Function):
            cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for alike in cases.values():
        marks = [{mark.name for mark in item.iter_markers()} for item in alike]
        kept = set(default_cases(marks, opens_app=inspect.iscoroutinefunction(alike[0].obj)))
        for number, item in enumerate(alike):
            if number not in kept:
                item.add_marker("long")


def pytest_collection_finish() -> None:
    """Keep the thousands of tests themselves out of every garbage collection, and collect less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_sessionstart() -> None:
    """The terminal is one that has a clipboard, whatever the tests run in; no browser and no desktop are there."""
    os.environ["TERM"] = "xterm-256color"
    for name in ("TMUX", "STY", "VTE_VERSION", "TERM_PROGRAM", "BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        os.environ.pop(name, None)


# What every single test needs are hooks and not fixtures, which cost thousands of tests a millisecond each.


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """The program remembers things in a folder of each test's own; only its parent exists yet."""
    folder = _state_folders() / str(next(_NUMBERS))
    folder.mkdir()
    os.environ["XDG_STATE_HOME"] = str(folder)
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    os.environ["XDG_CONFIG_HOME"] = str(folder / "config")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """The last filter before the screen had nothing to stop; a test that gives it something sets the count back."""
    yield
    module = sys.modules.get("tui.terminal.output_sanitizer")
    assert module is None or module.OutputSanitizer.total_hits == 0


@cache
def _state_folders() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="karabakh-tui-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@pytest.fixture
def state_folder() -> Path:
    """The folder in which the program remembers things during one test."""
    return Path(os.environ["XDG_STATE_HOME"]) / "karabakh-tui"
