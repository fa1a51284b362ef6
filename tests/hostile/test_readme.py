"""The README of this folder has a row for every duty, and names only tests and modules that exist."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.hostile.watch import ROOT

_README = (ROOT / "tests" / "hostile" / "README.md").read_text(encoding="utf-8")
_MOST = {0: 7, 1: 9, 2: 16, 3: 15, 4: 17, 5: 17}
"""The number of duties in each part of the list of hazards."""
_ROWS = re.findall(r"^\| (\d\.\d.*?) \| (.+) \|$", _README, re.MULTILINE)


def test_every_test_that_is_named_exists() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    functions = {name for source in sources for name in re.findall(r"^ *(?:async )?def (\w+)\(", source, re.MULTILINE)}
    named = {name for _, proof in _ROWS for name in re.findall(r"`((?:test|nothing)_\w+)`", proof)}
    assert len(named) > 50
    assert named - functions == set()


def test_every_duty_has_its_row() -> None:
    duties = [number for duty, _ in _ROWS for number in re.findall(r"\d\.\d+", duty)]
    wanted = [f"{part}.{number}" for part, most in _MOST.items() for number in range(1, most + 1)]
    assert Counter(duties) == Counter(wanted)


def test_every_module_that_is_named_exists() -> None:
    for name in re.findall(r"`(\w+\.py)`", _README):
        assert (Path(__file__).parent / name).exists(), name
