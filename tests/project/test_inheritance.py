"""Inheritance stays shallow: a class is at most two levels of our own below one of Textual's."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from textual.widget import Widget

import tui

DEEPEST = 2


def classes() -> Iterator[type]:
    """Every class that a module of the package defines."""
    for info in pkgutil.walk_packages(tui.__path__, "tui."):
        if not info.name.endswith(".__main__"):
            module = import_module(info.name)
            yield from (value for _, value in inspect.getmembers(module, inspect.isclass) if is_ours(value, info.name))


def is_ours(value: type, module: str = "") -> bool:
    """Whether a class is defined in `module`, or anywhere in the package."""
    return value.__module__ == module if module else value.__module__.partition(".")[0] == "tui"


def is_textual(value: type) -> bool:
    """Whether a class has one of Textual's among its ancestors."""
    return any(ancestor.__module__.partition(".")[0] == "textual" for ancestor in value.__mro__)


def depth(value: type) -> int:
    """How many classes of ours the longest way up passes, the class itself included."""
    return 1 + max((depth(base) for base in value.__bases__ if is_ours(base)), default=0)


def test_no_class_is_deeper_than_two_below_textual() -> None:
    found = {f"{value.__module__}.{value.__name__}": depth(value) for value in classes() if is_textual(value)}
    assert len(found) > 10
    assert {name: levels for name, levels in found.items() if levels > DEEPEST} == {}


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_the_depth_of_a_class_counts_our_own_ancestors(levels: int) -> None:
    value: type = Widget
    for number in range(levels):
        value = type(f"Sample{number}", (value,), {"__module__": "tui.sample"})
    assert is_textual(value)
    assert depth(value) == levels
