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

from tests.bench.large import write as write_large
from tests.bench.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
FLOOR = (sys.executable, str(Path(__file__).with_name("floor_app.py")))
UP, DOWN, RIGHT, LEFT, BACKTAB = b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[Z"
PRESSES, IDLE = 18, 5.0
"""Cursor keys in a run, and seconds of being idle."""

Samples = dict[str, list[float]]


class Walk(NamedTuple):
    """Keys that are timed one by one, after others that only lead there."""

    name: str
    before: Sequence[bytes]
    keys: Sequence[bytes]


class Side(NamedTuple):
    """What is measured. `ready` is shown when it has started; without it the whole process is timed."""

    command: Sequence[str]
    ready: str = ""
    walks: Sequence[Walk] = ()
    resting: bool = False
    animations: str | None = None

    def walk(self, environment: dict[str, str]) -> Samples:
        """Start it, use it, leave it: what each measure gave, in seconds, percent or MiB."""
        if self.animations is not None:
            environment = environment | {"TEXTUAL_ANIMATIONS": self.animations}
        if not self.ready:
            started = time.perf_counter()
            subprocess.run(self.command, env=environment, cwd=ROOT, capture_output=True, check=True)
            return {"whole": [time.perf_counter() - started]}
        samples: Samples = {}
        with contextlib.closing(Terminal(self.command, environment, ROOT)) as terminal:
            samples["start"] = [terminal.until(self.ready)]
            terminal.settle(0.5)
            for name, before, keys in self.walks:
                for key in before:
                    terminal.key(key)
                presses = [terminal.key(key) for key in keys]
                samples[f"{name} first"], samples[f"{name} last"] = ([press[at] for press in presses] for at in (0, 1))
            if self.resting:
                terminal.settle(0.5)
                samples |= {"idle": [terminal.idle(IDLE)], "memory": [terminal.memory()]}
            samples["quit"] = [terminal.quit()]
        return samples


CURSOR = Walk("cursor", [b"1"], [DOWN] * PRESSES)
PANELS = Walk("panel", [], [*(b"%d" % number for number in (*range(2, 10), 0, 1))] * 2)
LISTS = (("quotes", b"2"), ("alliances", b"3"), ("ledger", b"4"), ("claims", b"5"), ("events", b"6"))
"""Panels whose cursor is timed, but for Actors, with their keys. Only one source is in the bundled dossier."""
DIAGRAMS = (
    Walk("view", [b"8", b"m", b"b", b"e"], [b"m", b"b", b"e"] * 3),
    Walk("matrix", [b"m"], [DOWN, RIGHT, DOWN, RIGHT, LEFT, UP] * 3),
    Walk("ego", [b"b", b"e"], [DOWN] * 5),
)
OTHER_LISTS = [Walk(name, [key], [DOWN] * 6) for name, key in LISTS]
TRIANGLES = Walk("triangles", [b"9"], [DOWN] * 6)


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


KEY, LARGE_KEY = 1.15, 1.5
"""The most a cursor key to the last byte may take, as a multiple of the floor app's, and in a large dossier."""

TABLE = (
    Row("start to the first actor's name", "program", "start", 1.0),
    Row("cursor key to the first byte", "program", "cursor first", 0.7),
    Row("cursor key to the last byte", "program", "cursor last", KEY),
    Row("panel key to the first byte", "program", "panel first"),
    Row("panel key to the last byte", "program", "panel last", 0.1),
    Row("... with the floor's animation off", "program", "panel last", floor="still floor"),
    Row("view key (matrix, blocs, ego)", "program", "view last", 0.5, floor_measure="panel last"),
    Row("cursor key in the matrix", "program", "matrix last", KEY, floor_measure="cursor last"),
    Row("cursor key among the links of an ego", "program", "ego last", KEY, floor_measure="cursor last"),
    *(Row(f"cursor key in {name}", "program", f"{name} last", KEY, floor_measure="cursor last") for name, _ in LISTS),
    Row("200 actors: panel key", "large", "panel last", 0.5),
    Row("200 actors: view key", "large", "view last", 0.5, floor_measure="panel last"),
    Row("200 actors: cursor key", "large", "cursor last", LARGE_KEY),
    Row("200 actors: cursor key in the matrix", "large", "matrix last", LARGE_KEY, floor_measure="cursor last"),
    Row("200 actors: cursor key in an ego", "large", "ego last", LARGE_KEY, floor_measure="cursor last"),
    *(
        Row(f"200 actors: cursor key in {name}", "large", f"{name} last", LARGE_KEY, floor_measure="cursor last")
        for name, _ in LISTS
    ),
    Row("200 actors: cursor key in Balance", "large", "triangles last", LARGE_KEY, floor_measure="cursor last"),
    Row("idle", "program", "idle", 0.5),
    Row("memory", "program", "memory", 1.15),
    Row("quit", "program", "quit"),
    Row("check, whole process", "check", "whole", 0.35, floor_measure="start"),
    Row("show armenia, whole process", "show", "whole", 0.35, floor_measure="start"),
)
UNITS = {"memory": ("MiB", 1), "idle": ("% of a core", 1)}


def quiet_environment(state: str) -> dict[str, str]:
    """The environment without what would change the screen or the start, with a folder for the state of the program."""
    names = {"LINES", "COLUMNS", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in names and not name.startswith("TEXTUAL")}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_STATE_HOME": state, "XDG_CACHE_HOME": state}


def measure(sides: Mapping[str, Side], rounds: int) -> dict[str, Samples]:
    """Every side once in each round, after one round that only warms the caches."""
    measured: dict[str, Samples] = {name: {} for name in sides}
    with tempfile.TemporaryDirectory() as state:
        environment = quiet_environment(state)
        for number in range(rounds + 1):
            for name, side in sides.items():
                try:
                    samples = side.walk(environment)
                except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
                    print(f"round {number}, {name}: {error}", file=sys.stderr)
                    continue
                for label, values in samples.items() if number else ():
                    measured[name].setdefault(label, []).extend(values)
            print(f"round {number} of {rounds}", file=sys.stderr)
    return measured


class Result(NamedTuple):
    """A row with its medians, in `unit`. Without medians nothing could be measured."""

    title: str
    unit: str = ""
    program: float | None = None
    floor: float | None = None
    ratio: float | None = None
    bound: float | None = None
    verdict: str = "not measured"


def results(measured: Mapping[str, Samples]) -> Iterator[Result]:
    """Medians, ratios and whether they are within their bounds."""
    for row in TABLE:
        ours = measured[row.side].get(row.measure)
        floors = measured[row.floor].get(row.floor_measure or row.measure)
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
    tabs = Walk("panel", [BACKTAB], [RIGHT, RIGHT, LEFT, LEFT])
    floor = Side(FLOOR, "shelf number 1", [Walk("cursor", [], [DOWN] * PRESSES), tabs], resting=True)
    with tempfile.TemporaryDirectory() as folder:
        large = [*command, str(write_large(Path(folder) / "large.toml"))]
        sides = {
            "floor": floor,
            "program": Side(command, "Armenia", [CURSOR, PANELS, *DIAGRAMS, *OTHER_LISTS], resting=True),
            "still floor": floor._replace(walks=[tabs], resting=False, animations="none"),
            "large": Side(large, "Armenia", [CURSOR, PANELS, *DIAGRAMS, *OTHER_LISTS, TRIANGLES]),
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
