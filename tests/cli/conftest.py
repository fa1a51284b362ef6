"""Fixtures for calling the command line."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import Result, Run, Write
from tests.dossiers import SMALL
from tui.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Call the command in this process; `stdin` is what is piped in."""

    def call(*arguments: str, stdin: str = "") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8"))))
        status = main.main(list(arguments))
        return Result(status, *capsys.readouterr())

    yield call
    gc.enable()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a dossier and return its path."""

    def write_dossier(text: str, name: str = "d.toml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write_dossier


@pytest.fixture
def small(write: Write) -> str:
    """The path of the small dossier."""
    return write(SMALL, "small.toml")
