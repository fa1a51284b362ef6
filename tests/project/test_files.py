"""The files that a newcomer looks for, and their size."""

from __future__ import annotations

import os
import re
import tomllib
import warnings
from typing import Any

import pytest

import tui
from tests.project import code

LONG = 400
"""A file of more lines than this is a place to look: one idea, or two?"""


def _project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((code.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def test_a_long_file_is_a_warning() -> None:
    for path in code.files():
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LONG:
            warnings.warn(f"{path.relative_to(code.ROOT)} has {length} lines: one idea, or two?", stacklevel=1)


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "LICENSE", "tests/requirements.lock"])
def test_a_newcomer_finds(name: str) -> None:
    assert (code.ROOT / name).read_text(encoding="utf-8").strip()


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    assert _project()["version"] == tui.VERSION
    assert f"## [{tui.VERSION}]" in (code.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_lock_holds_a_version_and_hashes_of_each_dependency() -> None:
    lock = (code.ROOT / "tests" / "requirements.lock").read_text(encoding="utf-8")
    held = re.findall(r"^([a-z0-9-]+)==\S+.*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert {re.split(r"[<>=]", wanted)[0] for wanted in _project()["dependencies"]} <= set(held)
    assert re.findall(r"^(?![a-z0-9-]+==|    --hash=|    #|#).+", lock, re.MULTILINE) == []


def test_the_lock_names_no_place_of_its_own() -> None:
    lock = (code.ROOT / "tests" / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|(?<!\S)/\S+", lock) == []


def test_the_run_of_all_checks_can_be_started() -> None:
    assert os.access(code.ROOT / ".ci" / "run", os.X_OK)
