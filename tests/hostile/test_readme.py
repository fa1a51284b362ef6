"""The table of duties in the README of this folder has every duty, and names only tests that there are."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.hostile.watch import ROOT

_README = (ROOT / "tests" / "hostile" / "README.md").read_text(encoding="utf-8")
_MOST = {0: 7, 1: 9, 2: 16, 3: 15, 4: 17, 5: 17}
"""How many duties there are in each part."""


@cache
def functions() -> Counter[str]:
    """Every function of the tests, and how often there is one of its name."""
    found: Counter[str] = Counter()
    for path in (ROOT / "tests").rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        found.update(node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return found


def named(text: str) -> list[str]:
    return re.findall(r"`((?:test|nothing)_\w+)`", text)


ROWS = re.findall(r"^\| (\d\.\d.*?) \| (.+) \|$", _README, re.MULTILINE)


@pytest.mark.parametrize(("duty", "proved"), ROWS, ids=[duty for duty, _ in ROWS])
def test_every_test_that_is_named_is_there(duty: str, proved: str) -> None:
    assert [name for name in named(proved) if not functions()[name]] == []


def test_every_duty_has_its_row() -> None:
    duties = [number for duty, _ in ROWS for number in re.findall(r"\d\.\d+", duty)]
    wanted = [f"{part}.{number}" for part, most in _MOST.items() for number in range(1, most + 1)]
    assert Counter(duties) == Counter(wanted)


def test_every_module_that_is_named_is_there() -> None:
    for name in re.findall(r"`(\w+\.py)`", _README):
        assert (Path(__file__).parent / name).exists(), name
