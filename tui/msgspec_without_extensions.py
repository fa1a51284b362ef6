"""Loads msgspec as Python does where `typing_extensions` is not installed: `typing` has all that our types need."""

from __future__ import annotations

import importlib
import sys


def import_msgspec_without_extensions() -> None:
    """Import msgspec without `typing_extensions`, and so without `inspect`: a tenth of a command that prints.

    Whoever imports `typing_extensions` later gets it. Does nothing when either is imported already.
    """
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # as the import system documents it: it fails
    try:
        importlib.import_module("msgspec")
    finally:
        del sys.modules["typing_extensions"]
