"""Calling the command line in tests: what a call returns, and the dossiers it is called with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.dossiers import dossier_of, record

ROOT = Path(__file__).resolve().parents[2]
BROKEN = dossier_of(record("quotes", speaker="nobody"), record("claims", id="c-1", by=["a"], status="denied"))
"""A dossier with two errors."""
WARNED = dossier_of(record("quotes", speeker="a"))
"""A dossier with one warning."""


class Result(NamedTuple):
    """How a call ended and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]
"""Calls the command in this process."""
Write = Callable[..., str]
"""Writes a dossier and returns its path."""


def start_process(
    *arguments: str, encoding: str = "utf-8", env: dict[str, str] | None = None, timeout: float = 60, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command as a process without a terminal."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if "input" not in options:
        streams["stdin"] = subprocess.DEVNULL
    process: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        encoding=encoding,
        timeout=timeout,
        start_new_session=True,  # so that it has no controlling terminal
        check=False,
        **(streams | options),
    )
    return process


def is_clean(text: str) -> bool:
    """Whether a terminal would show the text and do nothing else."""
    return all(line.isprintable() for line in text.split("\n"))
