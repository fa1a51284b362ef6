"""Loads asyncio as Python does where it was built without TLS: nothing here opens a connection."""

from __future__ import annotations

import importlib
import sys


def import_asyncio_without_tls() -> None:
    """Import asyncio without the libraries of TLS, which take 4 MiB of memory.

    asyncio then has no TLS; whoever imports `ssl` later gets it. Does nothing when either is imported already.
    """
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # as the import system documents it: the import fails
    try:
        importlib.import_module("asyncio")
    finally:
        del sys.modules["ssl"]
