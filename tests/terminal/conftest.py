"""Fixtures that start the sample program on a pty, with its own state folder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.pty_harness import Terminal
from tests.terminal.tmux import Tmux

LONG_GRACE_PERIOD = "600"
"""Seconds that no test waits for: a program that ends within them exited in an orderly way."""
SHORT_GRACE_PERIOD = "0.5"
"""Seconds for a program that is never going to exit in an orderly way."""
HERE = Path(__file__).parent
SAMPLE = (sys.executable, str(HERE / "sample_app.py"))
SHELL = (sys.executable, str(HERE / "job_shell.py"))

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start the sample program and wait until it shows `ready`; `from_shell` puts a job control shell above it."""
    with ExitStack() as stack:

        def run(*, from_shell: bool = False, ready: str = "READY", **options: Any) -> Terminal:
            environment = {
                "XDG_STATE_HOME": str(tmp_path / "state"),
                "SAMPLE_MARK": str(tmp_path / "mark"),
                "SAMPLE_GRACE": LONG_GRACE_PERIOD,
            }
            options["environment"] = environment | options.get("environment", {})
            terminal = stack.enter_context(Terminal((*SHELL, *SAMPLE) if from_shell else SAMPLE, **options))
            if ready:
                terminal.wait_for(ready)
            return terminal

        yield run


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The path of the sample program's log of internal errors."""
    return tmp_path / "state" / "karabakh-tui" / "crash.log"


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    """A tmux server for one test."""
    if shutil.which("tmux") is None or shutil.which("bash") is None:
        pytest.skip("tmux and bash are needed to see a real terminal at work")
    server = Tmux()
    try:
        yield server
    finally:
        server("kill-server")
