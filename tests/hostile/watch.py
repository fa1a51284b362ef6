"""What every text that comes out must be, how long a thing may take, and running one in a process of its own."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import indent
from types import FrameType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 2.0
"""What reading one hostile file may take of a processor."""
MEBIBYTES = 300
"""What it may take of the memory."""
_PATIENCE = 60
_LONGEST = 2000

_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control characters, line and paragraph separators, everything that turns the reading direction, half characters."""


class TooLong(Exception):
    """It was stopped after a minute."""


def unwanted(text: str, allowed: str = "\n") -> list[str]:
    """The characters of `text` that no output may hold."""
    return [ascii(found) for found in _UNWANTED.findall(text) if found not in allowed]


def one_clear_line(text: str) -> bool:
    """Whether a message is one line, not empty, printable and not endless."""
    return bool(text.strip()) and not unwanted(text, "") and len(text) <= _LONGEST


@contextmanager
def stopwatch(patience: int = _PATIENCE) -> Iterator[list[float]]:
    """The processor seconds that the block took, once it is over; TooLong after a minute."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(patience)
    spent: list[float] = []
    start = time.process_time()
    try:
        yield spent
    finally:
        spent.append(time.process_time() - start)
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class Measured(NamedTuple):
    """What a job said, "" if all is well, the processor seconds and the mebibytes it took."""

    name: str
    said: str
    seconds: float
    mebibytes: float


_MEASURE = """
import gc, json, os, resource, sys, time, traceback
{imports}

def start():
    global begun, held
    gc.collect()
    with open("/proc/self/statm") as file:
        held = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    begun = time.process_time()

def stop():
    global spent, taken
    spent = time.process_time() - begun
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - held) / (1 << 20)

def job(argument):
{code}

for argument in sys.argv[1:]:
    if child := os.fork():
        os.waitpid(child, 0)
        continue
    spent = taken = -1.0
    try:
        said = job(argument)
    except BaseException:
        said = traceback.format_exc()[-3000:]
    print(json.dumps([argument, str(said or ""), spent, taken]), flush=True)
    os._exit(0)
"""


def measured(imports: str, code: str, arguments: Sequence[str]) -> list[Measured]:
    """Run `code`, the body of a function of `argument`, in a process of its own for each of the arguments.

    What stands between its `start()` and `stop()` is measured. What it returns, or the traceback, is what it said.
    """
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE.format(imports=imports, code=indent(code, "    ")), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=3 * _PATIENCE,
        check=False,
    )
    found = [Measured(*json.loads(row)) for row in done.stdout.splitlines() if row.startswith("[")]
    lost = {*arguments} - {one.name for one in found}
    return [*found, *(Measured(name, f"it was killed; {done.stderr[-500:]}", 0.0, 0.0) for name in sorted(lost))]


def all_of(failures: Sequence[str]) -> str:
    """Failures as the message of an assertion: the first few, and how many there are."""
    return "\n".join([f"{len(failures)} failures", *failures[:25]])
