"""Measure the program against the floor app on a real pseudo-terminal; print medians and ratios.

    python -m tests.bench.bench [--rounds N] [--json FILE] [-- COMMAND …]

COMMAND is how the program is started (`python -m tui` of this checkout when none is given). Exit status is always 0:
on a machine that others use either side may be slow, so no bound here is a test.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
FLOOR = (sys.executable, str(Path(__file__).with_name("floor_app.py")))
DOWN, RIGHT, LEFT, BACKTAB = b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[Z"
PRESSES, IDLE = 18, 5.0
"""Cursor keys in a run, and seconds of being idle."""

Samples = dict[str, list[float]]


class Side(NamedTuple):
    """What is measured. `ready` is shown when it has started; `setup` is typed before the keys that switch panels."""

    command: Sequence[str]
    ready: str = ""
    setup: bytes = b""
    panels: Sequence[bytes] = ()
    only_panels: bool = False
    animations: str | None = None

    def walk(self, environment: dict[str, str]) -> Samples:
        """Start it, use it, leave it: what each measure gave, in seconds, percent or MiB."""
        if self.animations is not None:
            environment = environment | {"TEXTUAL_ANIMATIONS": self.animations}
        if not self.ready:
            started = time.perf_counter()
            subprocess.run(self.command, env=environment, cwd=ROOT, capture_output=True, check=True)
            return {"whole": [time.perf_counter() - started]}
        found: Samples = {}
        with contextlib.closing(Terminal(self.command, environment, ROOT)) as terminal:
            found["start"] = [terminal.until(self.ready)]
            terminal.settle(0.5)
            for name, keys in (("cursor", [DOWN] * PRESSES), ("panel", self.panels)):
                if name == "panel" and self.setup:
                    terminal.key(self.setup)
                presses = [terminal.key(key) for key in keys if name == "panel" or not self.only_panels]
                found[f"{name} first"], found[f"{name} last"] = ([press[at] for press in presses] for at in (0, 1))
            if not self.only_panels:
                terminal.settle(0.5)
                found |= {"idle": [terminal.idle(IDLE)], "memory": [terminal.memory()]}
            found["quit"] = [terminal.quit()]
        return found


class Row(NamedTuple):
    """One line of the result: a measure of one side, what it is compared with, and the most the ratio may be.

    The bound of `idle` is one of the measure itself.
    """

    title: str
    side: str
    measure: str
    bound: float | None = None
    floor: str = "floor"
    floor_measure: str = ""


TABLE = (
    Row("start to the first actor's name", "program", "start", 1.0),
    Row("cursor key to the first byte", "program", "cursor first", 0.5),
    Row("cursor key to the last byte", "program", "cursor last", 1.0),
    Row("panel key to the first byte", "program", "panel first"),
    Row("panel key to the last byte", "program", "panel last", 0.5),
    Row("... with the floor's animation off", "program", "panel last", floor="still floor"),
    Row("idle", "program", "idle", 0.5),
    Row("memory", "program", "memory", 1.15),
    Row("quit", "program", "quit"),
    Row("check, whole process", "check", "whole", 0.35, floor_measure="start"),
    Row("show armenia, whole process", "show", "whole", 0.35, floor_measure="start"),
)
UNITS = {"memory": ("MiB", 1), "idle": ("% of a core", 1)}


def measure(sides: Mapping[str, Side], rounds: int) -> dict[str, Samples]:
    """Every side once in each round, after one round that only warms the caches."""
    names = {"LINES", "COLUMNS", "NO_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in names and not name.startswith("TEXTUAL")}
    found: dict[str, Samples] = {name: {} for name in sides}
    with tempfile.TemporaryDirectory() as state:
        environment = kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_STATE_HOME": state}
        for number in range(rounds + 1):
            for name, side in sides.items():
                try:
                    samples = side.walk(environment)
                except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
                    print(f"round {number}, {name}: {error}", file=sys.stderr)
                    continue
                for label, values in samples.items() if number else ():
                    found[name].setdefault(label, []).extend(values)
            print(f"round {number} of {rounds}", file=sys.stderr)
    return found


class Result(NamedTuple):
    """A row with its medians, in `unit`. Without medians nothing could be measured."""

    title: str
    unit: str = ""
    program: float | None = None
    floor: float | None = None
    ratio: float | None = None
    bound: float | None = None
    verdict: str = "not measured"


def results(found: Mapping[str, Samples]) -> Iterator[Result]:
    """Medians, ratios and whether they are within their bounds."""
    for row in TABLE:
        ours = found[row.side].get(row.measure)
        floors = found[row.floor].get(row.floor_measure or row.measure)
        if not ours or not floors:
            yield Result(row.title)
            continue
        unit, scale = UNITS.get(row.measure, ("ms", 1000))
        mine, floor = median(ours) * scale, median(floors) * scale
        if row.measure == "idle":
            yield Result(row.title, unit, mine, floor, None, row.bound, _verdict(mine, row.bound))
        else:
            yield Result(row.title, unit, mine, floor, mine / floor, row.bound, _verdict(mine / floor, row.bound))


def _verdict(value: float, bound: float | None) -> str:
    return "" if bound is None else "ok" if value <= bound else "over"


def table(rows: Sequence[Result]) -> str:
    """The results as a Markdown table."""
    lines = [
        "| measure | unit | program | floor | ratio | bound | |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for title, unit, *numbers, verdict in rows:
        shown = ("" if number is None else format(number, ".3g") for number in numbers)
        lines.append(f"| {title} | {unit} | {' | '.join(shown)} | {verdict} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Medians of the program and of the floor app, and their ratios.")
    parser.add_argument("--rounds", type=int, default=10, help="how often each side is measured (10)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the medians and ratios there")
    parser.add_argument("command", nargs="*", help="the program (python -m tui)")
    options = parser.parse_args(arguments)
    command = options.command or [sys.executable, "-m", "tui"]
    floor = Side(FLOOR, "shelf number 1", BACKTAB, (RIGHT, RIGHT, LEFT, LEFT))
    sides = {
        "floor": floor,
        "program": Side(command, "Armenia", b"", (b"2", b"3", b"1")),
        "still floor": floor._replace(only_panels=True, animations="none"),
        "check": Side([*command, "check"]),
        "show": Side([*command, "show", "armenia"]),
    }
    rows = list(results(measure(sides, max(options.rounds, 1))))
    print(table(rows))
    if options.json:
        options.json.write_text(json.dumps([row._asdict() for row in rows], indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
