"""Which of many like cases run every time, and which only with the long tests: every case runs in CI."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def mostly_long(values: Iterable[Any], *always: Any, ids: Iterable[str] | None = None) -> list[Any]:
    """Parameters of which those in `always` run every time and all others are marked `long`. `ids` name them."""
    known = list(values)
    names = list(ids) if ids is not None else [None] * len(known)
    marks = (() if value in always else (pytest.mark.long,) for value in known)
    return [pytest.param(value, marks=mark, id=name) for value, mark, name in zip(known, marks, names, strict=True)]
