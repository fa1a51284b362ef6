"""Starting the sample program on a pty, with a state folder of its own."""

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

IN_ORDER = "600"
"""Seconds of grace that no test waits for: what ends within them has left in good order, on however slow a machine."""
BY_FORCE = "0.5"
"""Seconds of grace for what is never going to leave in good order."""
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
                "SAMPLE_GRACE": IN_ORDER,
            }
            options["environment"] = environment | options.get("environment", {})
            terminal = stack.enter_context(Terminal((*SHELL, *SAMPLE) if from_shell else SAMPLE, **options))
            if ready:
                terminal.wait_for(ready)
            return terminal

        yield run


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where the sample program logs an internal error."""
    return tmp_path / "state" / "karabakh-tui" / "crash.log"


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    """A tmux server of the test's own."""
    if shutil.which("tmux") is None or shutil.which("bash") is None:
        pytest.skip("tmux and bash are needed to see a real terminal at work")
    server = Tmux()
    try:
        yield server
    finally:
        server("kill-server")
