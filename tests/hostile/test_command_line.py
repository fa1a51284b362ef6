"""Every command over the whole set: an exit status, clean text, strict JSON and CSV, and not a byte anywhere else."""

from __future__ import annotations

import csv
import functools
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest
from rich.cells import cell_len

from tests.hostile import generator, watch
from tests.hostile.case import Case
from tests.hostile.families import ESCAPES, FAMILIES, OTHERS
from tests.hostile.test_loader import KINDS
from tests.hostile.watch import ROOT, all_of, unwanted
from tests.marks import mostly_long
from tui.cli import main
from tui.cli.problem_lines import problem_lines
from tui.dossier.dossier import Dossier
from tui.dossier.load import load
from tui.export.formats import FORMATS as EXPORT_FORMATS

SHARES = 40
"""Each kind is tested in this many shares; the first runs by default, the others are `long`."""
FORMATS = ("text", "json", "csv")
EXPORTS = tuple(name for name, each in EXPORT_FORMATS.items() if each.text and not each.is_folder)
IN_FULL = {"text", "all-texts", "key", "spelling", "path"}
"""Kinds of which every table is listed and shown; of the others some, in turn."""
STATUSES = {0, 1, 2, 141}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LONE_SIGNS = ("+", "-")


class Answer(NamedTuple):
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in with a home in it, both empty; they must still be when all is done."""
    for name in ("here", "here/home"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "here" / "home"))
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "here"


def written(empty: Path) -> list[str]:
    return [str(path.relative_to(empty)) for path in empty.rglob("*") if path.name != "home"]


class Commands:
    """Runs commands in this process, as `main` does; a file is parsed once for all that is asked about it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.load = functools.lru_cache(1)(load)
        patch.setattr("gc.disable", lambda: None)
        patch.setattr("tui.cli.reader.load", lambda file, *_: self.load(file))

    def __call__(self, *arguments: str) -> Answer:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        with self._patch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = main.main(arguments)
            out.flush()
            err.flush()
        return Answer(status, *(stream.buffer.getvalue().decode() for stream in (out, err)))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Commands:
    return Commands(monkeypatch)


def _constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


def strict_json(text: str) -> Any:
    """What is written, if it is JSON as everybody reads it."""
    return json.loads(text, parse_constant=_constant)


def faults(case: Case, number: int, path: str, run: Commands) -> Iterator[str]:
    """What is wrong with what the commands say of a case."""
    loaded = run.load(path)
    told: list[tuple[str, Answer]] = []

    def ask(*arguments: str) -> Answer:
        told.append((" ".join(arguments[:-1]), answer := run(*arguments)))
        return answer

    full = case.kind in IN_FULL
    expected = 0 if loaded.dossier is not None else 1
    if full or number % 2:
        answer = ask("check", path)
        if answer.status != expected or answer.out.count("\n") != len(list(problem_lines(loaded))):
            yield f"check ends with {answer.status} and {answer.out.count(chr(10))} lines"
    if full or not number % 2:
        answer = ask("check", "--format", "json", path)
        report = strict_json(answer.out)
        if answer.status != expected or len(report["files"][0]["problems"]) != len(loaded.problems):
            yield f"check --format json ends with {answer.status}"
    if loaded.dossier is None:
        if number % 5 == 0:
            for answer in (ask("list", "actors", "-d", path), ask("show", "ac-0", "-d", path)):
                if answer.status != 1 or answer.out:
                    yield f"a file that does not open ends with {answer.status} and {answer.out[:40]!r}"
    else:
        if full or not number % 3:
            yield from wrong_search(loaded.dossier, ask("search", " -nonesuch", "--format", "json", "-d", path))
            ask("search", "e", "-d", path)
        if number % 3 == 0:
            form = EXPORTS[number // 3 % len(EXPORTS)]
            if (answer := ask("export", "--format", form, "-d", path)).status:
                yield f"export --format {form} ends with {answer.status}: {answer.err}"
        for place, table in enumerate(loaded.dossier.tables):
            if full or (number + place) % 3 == 0:
                form = FORMATS[(number + place) % 3]
                yield from wrong_list(loaded.dossier, table, form, ask("list", table, "--format", form, "-d", path))
            records = loaded.dossier.tables[table]
            if records and (full or (number + place) % 7 == 0):
                width = (10, 40, 80)[number % 3]
                name = records[0].id
                answer = ask("show", name, "--width", str(width), "-d", path)
                if any(cell_len(line) > width for line in answer.out.split("\n")):
                    yield f"show {name} is wider than {width}"
                if answer.status:
                    yield f"show {name} ends with {answer.status}: {answer.err}"
    for command, answer in told:
        if answer.status not in STATUSES:
            yield f"{command} ends with {answer.status}"
        if bad := unwanted(answer.out + answer.err):
            yield f"{command} prints {bad[:3]}"


def wrong_search(dossier: Dossier, answer: Answer) -> Iterator[str]:
    """What is wrong with a search for everything: each record is found once."""
    found = [row["id"] for row in strict_json(answer.out) if row["kind"] in dossier.tables]
    if answer.status or found != [record.id for records in dossier.tables.values() for record in records]:
        yield f"the search ends with {answer.status} and finds {found[:5]}"


def wrong_list(dossier: Dossier, table: str, form: str, answer: Answer) -> Iterator[str]:
    """What is wrong with a list: each record is there once, and what it says can be read back."""
    ids = [record.id for record in dossier.tables[table]]
    match form:
        case "json":
            found = [row["id"] for row in strict_json(answer.out)]
        case "csv":
            rows = list(csv.DictReader(io.StringIO(answer.out, newline=""), strict=True))
            found = [row["id"] for row in rows]
            for row in rows:
                if None in row or None in row.values():
                    yield f"a row of {table} in CSV has too many or too few cells"
                formulas = [
                    cell for cell in row.values() if cell and cell.startswith(_FORMULA) and cell not in _LONE_SIGNS
                ]
                if formulas:
                    yield f"a spreadsheet would compute {formulas[0][:40]!r}"
        case _:
            found = [row.split()[0] for row in answer.out.splitlines()]
            ids, found = sorted(ids), sorted(found)
    if found != ids or answer.status:
        yield f"the list of {table} as {form} ends with {answer.status} and holds {found[:5]}"


@pytest.mark.long
@pytest.mark.parametrize("share", mostly_long(range(SHARES), 0))
@pytest.mark.parametrize("kind", KINDS)
def test_every_command_on_every_case(kind: str, share: int, run: Commands, empty: Path, tmp_path: Path) -> None:
    failures = []
    for number, case in enumerate(list(generator.of_kind(kind))[share::SHARES]):
        folder = tmp_path / str(number) if case.maker is not None else tmp_path
        folder.mkdir(exist_ok=True)
        path = case.make(folder)
        run.load.cache_clear()
        with watch.stopwatch():
            failures += [f"{case.name}: {fault}" for fault in faults(case, number, path, run)]
    assert not failures, all_of(failures)
    assert written(empty) == []


# The same through real processes


def program(*arguments: str | bytes, stdin: bytes = b"", **environment: str) -> Answer:
    """Run the command in a process of its own, without a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        env={"PATH": os.defpath, "HOME": os.environ["HOME"], "PYTHONPATH": str(ROOT), **environment},
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


SAMPLE = ("text/osc-clipboard", "text/bidi-override", "key/osc-title", "bytes/codec-utf-16", "toml/deep-100000")


def _ended_well(answer: Answer) -> None:
    assert answer.status in STATUSES, answer.err
    assert not unwanted(answer.out + answer.err)
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("name", mostly_long(SAMPLE, "text/osc-clipboard", "bytes/codec-utf-16", "toml/deep-100000"))
def test_a_real_process_prints_the_same(name: str, empty: Path, tmp_path: Path) -> None:
    [case] = [case for case in generator.cases() if case.name == name]
    path = case.make(tmp_path)
    expected = 1 if case.expect == "refused" else 0
    for arguments in (["check", path], [path]):
        answer = program(*arguments)
        _ended_well(answer)
        assert answer.status == expected
    assert case.data is not None
    answer = program("check", "-", stdin=case.data(), PYTHONIOENCODING="ascii", LC_ALL="C")
    _ended_well(answer)
    assert answer.out.isascii()
    assert written(empty) == []


CALLS: tuple[tuple[str, ...], ...] = (
    ("show", "\x1b]0;PWNED\x07"),
    ("show", "\x9b31m\u202e"),
    ("list", "\x1b]0;PWNED\x07"),
    ("check", "\x1b]52;c;x\x07"),
    ("check", "a\nb\r\u2028c"),
    ("check", "\udcff\udc9b\x1b[31m"),
    ("check", "--format", "\x1b[2J"),
    ("--\x1b]0;PWNED\x07",),
    ("-\x9b",),
    ("show", "armenia", "--width", "٤٠\x1b[2J"),
    ("list", "actors", "-d", ""),
    ("list", "actors", "-d", "\x1b]0;PWNED\x07"),
    ("check", ""),
    ("show", ""),
)


def test_what_is_typed_in_the_call_is_printed_clean(run: Commands, empty: Path) -> None:
    for arguments in CALLS:
        answer = run(*arguments)
        assert answer.status in (1, 2), arguments
        assert not unwanted(answer.out + answer.err), arguments
        assert answer.err.strip() or answer.out.strip(), arguments
    assert written(empty) == []


@pytest.mark.parametrize(
    "arguments",
    [
        [b"\xff\x9b\x1b]0;PWNED\x07"],
        [b"--\x1b[31m"],
        ["check", "--text", "\x1b]0;PWNED\x07=\x1b[2J"],
        ["show", "armenia", "--text", "article=\x1b]0;PWNED\x07"],
    ],
    ids=["name", "option", "source", "copy"],
)
def test_a_real_process_prints_its_call_clean(arguments: list[str | bytes], empty: Path) -> None:
    answer = program(*arguments)
    _ended_well(answer)
    assert answer.status in (1, 2)
    assert written(empty) == []


def test_a_record_is_asked_for_by_any_text(run: Commands, empty: Path) -> None:
    for name, words in (ESCAPES | OTHERS).items():
        answer = run("show", "--", words)
        assert answer.status == 2, name
        assert not unwanted(answer.err), name
        assert answer.err.count("\n") == 1, name


@pytest.mark.long
def test_a_reader_who_leaves_early_ends_it_quietly(empty: Path, tmp_path: Path) -> None:
    case = next(case for case in generator.cases() if case.name == "size/wrong-words-10000")
    path = case.make(tmp_path)
    ran = f"{sys.executable} -m tui check {path} | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", ran], capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.count(b"\n")) == (141, 1)
    assert b"Traceback" not in done.stderr


def test_there_is_a_family_for_every_duty() -> None:
    assert len(FAMILIES) > 80
