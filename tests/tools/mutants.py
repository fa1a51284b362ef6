"""Changes one thing at a time in a copy of the program and says which changes no test notices (mutation testing).

    python -m tests.tools.mutants [NAME ...] [--list] [--check] [--shard I/N] [--jobs N] [--near] [--results FILE]

The changes are in `mutants.toml`. Each is made in a copy in a temporary folder; the checkout is only read. The tests
nearest to the changed file run first, and the other default tests only while nothing has failed. A test that fails is
run again, with the change and without it: it counts if it fails with it and passes without it.

Exit status: 0 if every change was noticed (with `--check`: if every one applies), 1 if not, 2 if the call is wrong.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from shutil import copytree, ignore_patterns
from time import monotonic
from typing import Any, NamedTuple
from uuid import uuid4

import psutil  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_suffix(".toml")
NOTICED, UNNOTICED, INAPPLICABLE = "noticed", "not noticed", "does not apply"
LEFT_OUT = ("tests/project", "tests/tools")
"""Tests that read the code and do not run it: what they notice, no reader would."""
_IGNORED = (".*_cache", ".git", ".hypothesis", ".venv", "__pycache__", "build", "dist")
_TIMEOUT = 600.0
"""Seconds after which tests that still run count as failed: the change made something endless."""
_ENDLESS = "the time: tests do not end"
_MOST_UNSTEADY = 3
_PYTEST = ("-m", "pytest", "-x", "-q", "--tb=no", "-rfE", "-p", "no:cacheprovider", "-p", "no:xdist")
_MARK = "KARABAKH_MUTANT_RUN"
"""The environment variable by which processes that a test left behind are found."""


class Mutant(NamedTuple):
    """One change: `old`, which occurs once in `file`, becomes `new`; `shows` is what a reader would see.

    `tests` are the files or folders of tests nearest to it; those of the same name as `file` when there are none.
    """

    name: str
    file: str
    old: str
    new: str
    shows: str
    tests: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Identifies the change: a result holds for this very change only."""
        return hashlib.sha256("\0".join((self.file, self.old, self.new)).encode()).hexdigest()[:12]

    def applied_to(self, text: str) -> str:
        """The changed text of the file. Raises ValueError unless `old` occurs once and the result is still Python."""
        if (number := text.count(self.old)) != 1:
            raise ValueError(f"the old text occurs {number} times in {self.file}")
        changed = text.replace(self.old, self.new)
        if changed == text:
            raise ValueError("nothing changes")
        try:
            ast.parse(changed)
        except SyntaxError as error:
            raise ValueError(
                f"with the new text, {self.file} is not Python: {error.msg}, line {error.lineno}"
            ) from None
        return changed

    def fault(self, root: Path = ROOT) -> str:
        """Why the change does not apply to the checkout at `root`; empty when it does."""
        path = root / self.file
        if not path.is_file():
            return f"there is no {self.file}"
        if missing := [test for test in self.tests if not (root / test).exists()]:
            return f"there is no {missing[0]}"
        try:
            self.applied_to(path.read_text(encoding="utf-8"))
        except ValueError as error:
            return str(error)
        return ""


class Result(NamedTuple):
    """What became of one change: a verdict, and the test that noticed it or why it does not apply."""

    name: str
    digest: str
    verdict: str
    by: str
    seconds: float


def read_list(path: Path = LIST) -> list[Mutant]:
    """The changes listed in a file, in its order. Raises ValueError when a name is given twice or a key is wrong."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["mutant"]
    try:
        mutants = [Mutant(**{**row, "tests": tuple(row.get("tests", ()))}) for row in rows]
    except TypeError as error:
        raise ValueError(f"{path.name}: {error}") from None
    names = [mutant.name for mutant in mutants]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"{path.name}: two changes are called {twice[0]}")
    return mutants


def stages(mutant: Mutant, root: Path = ROOT, *, near: bool = False) -> list[list[str]]:
    """The tests to run, one stage after the other: the nearest, those of the area, and unless `near` all the others."""
    folder, name = Path("tests", *Path(mutant.file).parts[1:-1]), Path(mutant.file).name
    while not (root / folder).is_dir():
        folder = folder.parent
    nearest = list(mutant.tests)
    if not nearest and (root / folder / f"test_{name}").is_file():
        nearest = [str(folder / f"test_{name}")]
    area = [str(Path(*folder.parts[:2]))]
    if area == ["tests"]:
        area = [str(path.relative_to(root)) for path in sorted((root / "tests").glob("test_*.py"))]
    found = [nearest, area] if nearest else [area]
    return found if near else [*found, ["tests"]]


class Copy:
    """A copy of the checkout in which changes are made, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mark = uuid4().hex
        self._stopped = False
        copytree(ROOT, folder, ignore=ignore_patterns(*_IGNORED))
        # Compiled once, and compared with the source at every import, so that no change can be missed.
        compile_all = ("-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "tui", "tests")
        subprocess.run([sys.executable, *compile_all], cwd=folder, check=True)

    def judge(self, mutant: Mutant, *, near: bool = False) -> Result:
        """Make a change, run tests until one notices it, and undo the change."""
        began = monotonic()
        if fault := mutant.fault(self.folder):
            return Result(mutant.name, mutant.digest, INAPPLICABLE, fault, 0.0)
        by, done = "", set[str]()
        for tests in stages(mutant, self.folder, near=near):
            if by := self._noticed_by(mutant, tests, done):
                break
            done.update(tests)
        return Result(mutant.name, mutant.digest, NOTICED if by else UNNOTICED, by, round(monotonic() - began, 1))

    def stop(self) -> None:
        """End what is running here; `judge` then raises CancelledError."""
        self._stopped = True
        self._end_processes()

    def _noticed_by(self, mutant: Mutant, tests: list[str], done: set[str]) -> str:
        """The first of `tests` that fails because of the change; empty when none does."""
        unsteady: list[str] = []
        while len(unsteady) < _MOST_UNSTEADY:
            left_out = (f"--ignore={path}" for path in (*LEFT_OUT, *done))
            selected = [*tests, *left_out, *(f"--deselect={test}" for test in unsteady)]
            with self._changed(mutant):
                failed = self._first_failure(selected)
                fails_again = bool(failed) and (failed == _ENDLESS or self._first_failure([failed]) != "")
            if not failed:
                return ""
            if fails_again and not self._first_failure(selected if failed == _ENDLESS else [failed]):
                return failed
            unsteady.append(failed)
        return ""

    @contextmanager
    def _changed(self, mutant: Mutant) -> Iterator[None]:
        path = self.folder / mutant.file
        text = path.read_text(encoding="utf-8")
        path.write_text(mutant.applied_to(text), encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(text, encoding="utf-8")

    def _first_failure(self, arguments: list[str]) -> str:
        """The id of the first test that fails, `_ENDLESS` when they do not end, empty when all pass."""
        process = subprocess.Popen(
            [sys.executable, *_PYTEST, *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", _MARK: self._mark},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        try:
            output, _ = process.communicate(timeout=_TIMEOUT)
        except subprocess.TimeoutExpired:
            return _ENDLESS
        finally:
            self._end_processes()
            process.wait()
        if self._stopped:
            raise CancelledError
        if process.returncode in (0, 5):  # all pass, or none is selected
            return ""
        lines = [line for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        return failed_test(lines[0]) if lines else arguments[0]

    def _end_processes(self) -> None:
        """End the tests, and whatever they started and left running."""
        for process in psutil.process_iter():
            with suppress(psutil.Error, OSError):
                if process.environ().get(_MARK) == self._mark or Path(process.cwd()).is_relative_to(self.folder):
                    process.kill()


def failed_test(line: str) -> str:
    """The id in a line of pytest's summary: `FAILED tests/test_a.py::test_b[1 - 2] - AssertionError`."""
    words = line.split(" ", 1)[1]
    parts = words.split(" - ")
    for number in range(1, len(parts)):
        test = " - ".join(parts[:number])
        if "[" not in test or test.endswith("]"):
            return test
    return words


def judge_all(
    mutants: Iterable[Mutant], jobs: int, report: Callable[[Result], None], *, near: bool = False
) -> list[Result]:
    """Judge all changes in `jobs` copies at a time; `report` is called with each result as it comes."""
    copies: SimpleQueue[Copy] = SimpleQueue()

    def judged(mutant: Mutant) -> Result:
        copy = copies.get()
        try:
            result = copy.judge(mutant, near=near)
        finally:
            copies.put(copy)
        report(result)
        return result

    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, ThreadPoolExecutor(jobs) as pool:
        made = [Copy(Path(folder, str(number))) for number in range(jobs)]
        for copy in made:
            copies.put(copy)
        try:
            return list(pool.map(judged, mutants))
        except KeyboardInterrupt:
            for copy in made:
                copy.stop()
            raise


def known_results(path: Path | None) -> dict[str, Result]:
    """Digest -> the latest result in a file of results, one JSON object a line."""
    if path is None or not path.exists():
        return {}
    results = (Result(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())
    return {result.digest: result for result in results}


def _report_to(path: Path | None) -> Callable[[Result], None]:
    def report(result: Result) -> None:
        print(f"{result.verdict:14} {result.seconds:6.1f} s  {result.name:36} {result.by}", flush=True)
        if path is not None:
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(result._asdict())}\n")

    return report


def _summary(mutants: list[Mutant], results: dict[str, Result]) -> str:
    """How many changes were noticed, and each that was not, with what a reader would see."""
    verdicts = [results[mutant.digest].verdict for mutant in mutants]
    lines = [", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in (NOTICED, UNNOTICED, INAPPLICABLE))]
    for mutant, verdict in zip(mutants, verdicts, strict=True):
        if verdict != NOTICED:
            lines += ["", f"{verdict}: {mutant.name} ({mutant.file})", f"    {mutant.shows}"]
    return "\n".join(lines)


def _shard(value: str) -> tuple[int, int]:
    index, _, number = value.partition("/")
    if not (index.isdecimal() and number.isdecimal() and 1 <= int(index) <= int(number)):
        raise argparse.ArgumentTypeError("write it as 1/4, 2/4 and so on")
    return int(index), int(number)


def _options(arguments: list[str]) -> Any:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.mutants", description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these changes, or those of a file or folder")
    parser.add_argument("--list", action="store_true", help="only list the changes")
    parser.add_argument("--check", action="store_true", help="only check that every change still applies")
    parser.add_argument("--shard", type=_shard, default=(1, 1), metavar="I/N", help="every Nth change from the Ith on")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many changes to try at a time (2)")
    parser.add_argument("--near", action="store_true", help="run only the tests of the area of each change")
    parser.add_argument(
        "--results",
        type=Path,
        metavar="FILE",
        help="append results to FILE; changes with one there are not tried again",
    )
    parser.add_argument("--again", action="store_true", help="try again what was not noticed according to --results")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Run the command. Returns the exit status."""
    options = _options(arguments)
    mutants = read_list()
    if options.names:
        known = {name for name in options.names for mutant in mutants if _is_named(mutant, name)}
        if unknown := [name for name in options.names if name not in known]:
            print(f"no change is called {unknown[0]}", file=sys.stderr)
            return 2
        mutants = [mutant for mutant in mutants if any(_is_named(mutant, name) for name in options.names)]
    first, step = options.shard
    mutants = mutants[first - 1 :: step]
    if options.list:
        for mutant in mutants:
            print(f"{mutant.name:36} {mutant.file:44} {mutant.shows}")
        return 0
    if options.check:
        faults = [(mutant.name, fault) for mutant in mutants if (fault := mutant.fault())]
        print("\n".join(f"{name}: {fault}" for name, fault in faults) or f"all {len(mutants)} apply")
        return int(bool(faults))
    results = known_results(options.results)
    final = (NOTICED,) if options.again else (NOTICED, UNNOTICED)
    tried = {digest for digest, result in results.items() if result.verdict in final}
    untried = [mutant for mutant in mutants if mutant.digest not in tried]
    for result in judge_all(untried, options.jobs, _report_to(options.results), near=options.near):
        results[result.digest] = result
    print(f"\n{_summary(mutants, results)}")
    return int(any(results[mutant.digest].verdict != NOTICED for mutant in mutants))


def _is_named(mutant: Mutant, name: str) -> bool:
    return mutant.name == name or mutant.file == name or mutant.file.startswith(f"{name.rstrip('/')}/")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
