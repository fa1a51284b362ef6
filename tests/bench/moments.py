"""Time a reader who steps from year to year through a network of two centuries, on a real pseudo-terminal.

    python -m tests.bench.moments [--size whole|orderly|small] [--steps N] [-- COMMAND …]

For each panel and diagram with the strip of time open: the median and the longest time from a key to the last byte that
follows it, and the longest without what the program only waited for a processor that others used; which are over the
bound of `tests.bench.keys`. The sizes are those of `tests/bench/dated_network.py`. Exit status is always 0.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.bench import DOWN, ROOT, UP, quiet_environment
from tests.bench.dated_network import ORDERLY, SMALL, WHOLE, write
from tests.bench.keys import PANELS, Presses, press, table
from tests.bench.terminal import NothingFollows, Terminal

_PLACES = (
    *((panel, b"%d" % PANELS.index(panel)) for panel in ("home", "actors", "quotes", "alliances", "network")),
    *(("ego", b"e"), ("blocs", b"b"), ("matrix", b"m"), ("timeline", b"T"), ("timeline of all", b"T")),
    ("balance", b"%d" % PANELS.index("balance")),
)
"""Where the reader steps, and the key that leads there. Of a balance only what is certain at once is timed."""
_SIZES = {"whole": WHOLE, "orderly": ORDERLY, "small": SMALL}


def walk(command: Sequence[str], environment: dict[str, str], steps: int) -> Presses:
    """Step back and forth in every place, at the end with the changes marked."""
    presses: Presses = {}
    with contextlib.closing(Terminal(command, environment, ROOT)) as terminal:
        terminal.until("Two centuries")
        terminal.settle(0.5)
        terminal.key(b"a")
        for _ in range(3):  # decades, to where most ties are
            terminal.key(b"\x1b[5~")
        for marks in ("", ", marked"):
            if marks:
                terminal.key(b"x")
            for place, key in _PLACES:
                with contextlib.suppress(NothingFollows):
                    terminal.key(key)
                terminal.settle(0.5)
                for step in range(steps):
                    timed = press(terminal, UP if step % 4 else DOWN)
                    presses.setdefault(f"{place}: year{marks}", []).append(timed)
    return presses


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Milliseconds from a step in time to its last byte.")
    parser.add_argument("--size", choices=_SIZES, default="small", help="the dossier (small)")
    parser.add_argument("--steps", type=int, default=12, help="how many years in each place (12)")
    parser.add_argument("command", nargs="*", help="the program (python -m tui)")
    options = parser.parse_args(arguments)
    command = options.command or [sys.executable, "-m", "tui"]
    with tempfile.TemporaryDirectory() as folder:
        file = str(write(Path(folder) / "dated.toml", _SIZES[options.size]))
        print(table(walk([*command, file], quiet_environment(folder), options.steps)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
