"""Time every panel, view and dialog of a large signed network, key by key, on a real pseudo-terminal.

    python -m tests.bench.keys [--rounds N] [-- COMMAND …]

For each: the median and the longest time from a key to the last byte that follows it, in milliseconds, and which are
over `BOUND`. Exit status is always 0, as of the other measures: a busy machine is slow.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench.bench import DOWN, LEFT, RIGHT, ROOT, UP
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


def walk(command: Sequence[str], environment: dict[str, str]) -> dict[str, list[float]]:
    """Press every key of the walk, and leave while a balance is computed: milliseconds by name."""
    samples: dict[str, list[float]] = {}
    with contextlib.closing(Terminal(command, environment, ROOT)) as terminal:
        samples["start"] = [terminal.until("Armenia") * 1000]
        terminal.settle(0.5)
        for name, key in steps():
            try:
                _, last = terminal.key(key)
            except NothingFollows:  # the cursor was at the end already
                continue
            if name:
                samples.setdefault(name, []).append(last * 1000)
        samples["quit"] = [terminal.quit() * 1000]
    with contextlib.closing(Terminal(command, environment, ROOT)) as terminal:
        terminal.until("Armenia")
        terminal.settle(0.5)
        samples["balance, at the start"] = [terminal.key(b"9")[1] * 1000]
        samples["quit while a balance is computed"] = [terminal.quit() * 1000]
    return samples


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Milliseconds from a key to its last byte in a large signed network.")
    parser.add_argument("--rounds", type=int, default=3, help="how often the walk is made (3)")
    parser.add_argument("command", nargs="*", help="the program (python -m tui)")
    options = parser.parse_args(arguments)
    command = options.command or [sys.executable, "-m", "tui"]
    names = {"LINES", "COLUMNS", "NO_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in names and not name.startswith("TEXTUAL")}
    samples: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        environment = kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_STATE_HOME": folder}
        file = str(write(Path(folder) / "network.toml"))
        for _ in range(max(options.rounds, 1)):
            for name, values in walk([*command, file], environment).items():
                samples.setdefault(name, []).extend(values)
    print("| key | median ms | longest ms | |\n| --- | ---: | ---: | --- |")
    for name, values in samples.items():
        over = "" if name in ("start",) or median(values) <= BOUND else "over"
        print(f"| {name} | {median(values):.0f} | {max(values):.0f} | {over} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
