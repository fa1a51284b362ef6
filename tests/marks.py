"""Marks the parameters of a test that run only with the long tests; CI runs every one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def mostly_long(
    values: Iterable[Any], *always: Any, ids: Iterable[str] | None = None, unpack: bool = False
) -> list[Any]:
    """Parameters of which those in `always` run every time and all others are marked `long`.

    `ids` are their names. `unpack` is for a test with several arguments, where each value is a tuple of them.
    """
    known = list(values)
    names = list(ids) if ids is not None else [None] * len(known)
    return [
        pytest.param(*(value if unpack else (value,)), marks=() if value in always else pytest.mark.long, id=name)
        for value, name in zip(known, names, strict=True)
    ]
