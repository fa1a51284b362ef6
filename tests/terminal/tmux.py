"""A tmux server of a test's own: a terminal that tells where its cursor is and which modes it is in."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable
from itertools import count

from tests.terminal.pty_harness import TIMEOUT

_number = count()


class Tmux:
    """One tmux server of our own with one window that runs bash."""

    def __init__(self) -> None:
        self.command = ["tmux", "-u", "-L", f"ours-{os.getpid()}-{next(_number)}", "-f", "/dev/null"]
        self("new-session", "-d", "-x", "100", "-y", "24", "env PS1='$ ' bash --norc --noprofile -i")

    def __call__(self, *words: str) -> str:
        return subprocess.run([*self.command, *words], check=True, capture_output=True, text=True).stdout

    def type(self, text: str) -> None:
        self("send-keys", "-l", text)

    def wait_for(self, pattern: str) -> None:
        """Wait until the pane shows what matches."""
        self.wait_until(lambda: re.search(pattern, self("capture-pane", "-p"), re.MULTILINE))

    def wait_until(self, happens: Callable[[], object]) -> None:
        """Wait for something; fail with what the pane shows."""
        end = time.monotonic() + TIMEOUT
        while not happens():
            assert time.monotonic() < end, f"waited in vain; tmux shows\n{self('capture-pane', '-p')}"
            time.sleep(0.02)

    def modes(self) -> str:
        return self(
            "display", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{wrap_flag} #{mouse_sgr_flag}"
        ).strip()
