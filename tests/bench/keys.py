"""Time every panel, view and dialog of a large signed network, key by key, on a real pseudo-terminal.

    python -m tests.bench.keys [--rounds N] [-- COMMAND …]

For each: the median and the longest time from a key to the last byte that follows it, and the longest without what the
program only waited for a processor that others used; which of these are over `BOUND`. Exit status is always 0.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.bench import DOWN, LEFT, RIGHT, ROOT, UP, quiet_environment
from tests.bench.signed_network import write
from tests.bench.terminal import NothingFollows, Terminal

BOUND = 100
"""Milliseconds within which a key is to be painted."""
ESCAPE, ENTER, TAB, END, HOME, PAGE_DOWN = b"\x1b", b"\r", b"\t", b"\x1b[F", b"\x1b[H", b"\x1b[6~"

PANELS = ("home", "actors", "quotes", "alliances", "ledger", "claims", "events", "sources", "network", "balance")
_IN_A_LIST = (("down", DOWN), ("end", END), ("home", HOME), ("page down", PAGE_DOWN), ("up", UP))
_IN_A_PAGE = (("open", ENTER), ("down", DOWN), ("end", END), ("other pane", TAB))
_VIEWS = (("ego", b"e"), ("blocs", b"b"), ("matrix", b"m"))
_IN_THE_MATRIX = (("down", DOWN), ("right", RIGHT), ("end", END), ("left", LEFT), ("next", b"."), ("top", HOME))

Step = tuple[str, bytes]
"""What a key is called in the result, and the key; one without a name only leads on."""

WHILE_COMPUTING: Sequence[Step] = (
    *(("balance", b"9"), ("actors", b"1"), ("down", DOWN), ("alliances", b"3"), ("down", DOWN), ("balance", b"9")),
    *(("network", b"8"), ("matrix", b"m"), ("right", RIGHT), ("blocs", b"b"), ("balance", b"9")),
)
"""Keys from the start on, while the first balance is computed, which takes seconds."""


def steps() -> list[Step]:
    """Every key that is timed, in one walk through the program.

    No dialog is closed with escape, which waits a tenth of a second for the rest of a longer sequence.
    """
    walk: list[Step] = []
    for number, panel in enumerate(PANELS):
        keys = _IN_A_PAGE[1:] if panel == "home" else (*_IN_A_LIST, *_IN_A_PAGE)
        walk += [(panel, b"%d" % number), *((f"{panel}: {name}", key) for name, key in keys)]
    for name, key in _VIEWS:
        walk += [(name, key), (f"{name}: u", b"u"), (f"{name}: u again", b"u")]
        walk += [(f"{name}: o", b"o"), (f"{name}: o again", b"o")]
        walk += [(f"{name}: {what}", key) for what, key in (_IN_THE_MATRIX if name == "matrix" else _IN_A_PAGE[1:3])]
        walk += [(f"{name}: f", b"f"), ("f: down", DOWN), ("f: tick", b" "), (f"{name}: f closed", b"f")]
        walk += [("", b"f"), ("f: reset", b"r"), (f"{name}: f reset", b"f")]
    walk += [("jump", b":"), *_typed("jump", "armenia 12"), ("jump: go", ENTER)]
    walk += [("path: ends", b"p"), *_typed("path: ends", "armenia 77"), ("path", ENTER)]
    walk += [("", b"1"), ("filter", b"/"), *_typed("filter", "armenia 4"), ("filter: keep", ENTER)]
    walk += [("back", b"["), ("forward", b"]")]
    for panel in ("actors", "alliances", "balance"):
        walk += [("", b"%d" % PANELS.index(panel)), (f"{panel}: u", b"u"), (f"{panel}: u again", b"u")]
        walk += [(f"{panel}: o", b"o"), (f"{panel}: o again", b"o")]
    return [*walk, ("help", b"?"), ("help: closed", b"?"), ("theme", b"t")]


def _typed(name: str, text: str) -> list[Step]:
    """The letters of a text, the first by itself."""
    return [(f"{name}: {'typing' if place else 'first letter'}", letter.encode()) for place, letter in enumerate(text)]


class Press(NamedTuple):
    """One key: seconds to its last byte, and for how many of these the program only waited for a processor."""

    last: float
    delayed: float

    @property
    def own(self) -> float:
        """What the program itself took."""
        return max(0.0, self.last - self.delayed)


Presses = dict[str, list[Press]]


def press(terminal: Terminal, key: bytes) -> Press:
    """Press a key and time it. Raises NothingFollows."""
    terminal.settle()
    before = terminal.delayed()
    _, last = terminal.key(key)
    return Press(last, terminal.delayed() - before)


def walk(command: Sequence[str], environment: dict[str, str]) -> Presses:
    """Press every key of the walk; then start again, and leave while a balance is computed."""
    presses: Presses = {}
    with contextlib.closing(Terminal(command, environment, ROOT)) as terminal:
        presses["start"] = [Press(terminal.until("Armenia"), 0.0)]
        terminal.settle(0.5)
        for name, key in steps():
            if name == "balance: down" and name not in presses:
                terminal.wait("the search was")
                terminal.settle(0.5)
            try:
                timed = press(terminal, key)
            except NothingFollows:  # the cursor was at the end already
                continue
            if name:
                presses.setdefault(name, []).append(timed)
        presses["quit"] = [Press(terminal.quit(), 0.0)]
    with contextlib.closing(Terminal(command, environment, ROOT)) as terminal:
        terminal.until("Armenia")
        terminal.settle(0.5)
        for name, key in WHILE_COMPUTING:
            presses.setdefault(f"{name}, computing", []).append(press(terminal, key))
        presses["quit, computing"] = [Press(terminal.quit(), 0.0)]
    return presses


def table(presses: Presses) -> str:
    """The result as a Markdown table."""
    lines = ["| key | median ms | longest ms | longest, alone | |", "| --- | ---: | ---: | ---: | --- |"]
    for name, timed in presses.items():
        last, own = [each.last * 1000 for each in timed], max(each.own for each in timed) * 1000
        over = "over" if own > BOUND and name != "start" else ""
        lines.append(f"| {name} | {median(last):.0f} | {max(last):.0f} | {own:.0f} | {over} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Milliseconds from a key to its last byte in a large signed network.")
    parser.add_argument("--rounds", type=int, default=3, help="how often the walk is made (3)")
    parser.add_argument("command", nargs="*", help="the program (python -m tui)")
    options = parser.parse_args(arguments)
    command = options.command or [sys.executable, "-m", "tui"]
    presses: Presses = {}
    with tempfile.TemporaryDirectory() as folder:
        file = str(write(Path(folder) / "network.toml"))
        for _ in range(max(options.rounds, 1)):
            for name, timed in walk([*command, file], quiet_environment(folder)).items():
                presses.setdefault(name, []).extend(timed)
    print(table(presses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
