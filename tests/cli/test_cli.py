"""The command line: stdout is data, stderr is narration, and the exit status tells whose fault it is."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import tui
from tests.dossiers import HEAD, MINIMAL, PASSAGES, SMALL, Raw, dossier_of, loaded, record, tree_of
from tests.networks import GAMA, GAMA_TRIBES, tables_of
from tui import paths
from tui.cli import main, printing
from tui.dossier.format.schema import schema_text
from tui.dossier.kinds import KINDS
from tui.dossier.network.balance.result import balance, compared_with
from tui.export.records import record_values as as_written
from tui.pages.balance.overview import balance_page
from tui.pages.catalog import Catalog
from tui.pages.span_builder import SpanBuilder
from tui.render.plain_text import plain_text

ROOT = Path(__file__).resolve().parents[2]
FINE, DATA, CALL = 0, 1, 2
BROKEN = dossier_of(record("quotes", speaker="nobody"), record("claims", id="c-1", by=["a"], status="denied"))
WARNED = dossier_of(record("quotes", speeker="a"))


class Ran(NamedTuple):
    """How a call ended and what it wrote."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Call the command in this process; `stdin` is what is piped in."""

    def call(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8"))))
        status = main.main(list(arguments))
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    yield call
    gc.enable()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], str]:
    """Write a dossier and return its path."""

    def write(text: str, name: str = "d.toml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


Write = Callable[..., str]


@pytest.fixture
def small(file: Write) -> str:
    return file(SMALL, "small.toml")


def start(
    *arguments: str, encoding: str = "utf-8", env: dict[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """Run the command as a process without a terminal."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    if "input" not in options:
        streams["stdin"] = subprocess.DEVNULL
    ran: subprocess.CompletedProcess[str] = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        encoding=encoding,
        timeout=60,
        start_new_session=True,  # so that there is no terminal to be found
        check=False,
        **(streams | options),
    )
    return ran


def is_clean(text: str) -> bool:
    """Whether a terminal would show the text and do nothing else."""
    return all(line.isprintable() for line in text.split("\n"))


# check


def test_check_of_a_good_dossier_prints_nothing_and_says_so(run: Run, small: str) -> None:
    ran = run("check", small)
    assert (ran.status, ran.out) == (FINE, "")
    assert ran.err.startswith(f"{small}: no problem\n")


def test_check_of_nothing_in_particular_is_of_the_bundled_dossier(run: Run) -> None:
    ran = run("check")
    assert (ran.status, ran.out) == (FINE, "")
    assert f"{paths.content('karabakh.toml')}: no problem\n" in ran.err


def test_check_prints_a_line_for_each_problem_and_counts_them_on_stderr(run: Run, file: Write) -> None:
    name = file(BROKEN)
    ran = run("check", name)
    assert ran.status == DATA
    lines = ran.out.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert re.fullmatch(re.escape(name) + r":\d+:\d+: error: [^;]+; .+", line)
    assert "names “nobody”" in lines[0]
    assert ran.err.startswith(f"{name}: 2 errors\n")


def test_warnings_are_printed_and_allowed(run: Run, file: Write) -> None:
    ran = run("check", file(WARNED))
    assert ran.status == FINE
    assert re.search(r":\d+:1: warning: unknown key “speeker” .*; did you mean “speaker”\?$", ran.out)
    assert ": 1 warning\n" in ran.err


def test_several_files_are_all_checked_and_one_error_is_enough(run: Run, file: Write, small: str) -> None:
    broken, warned = file(BROKEN, "broken.toml"), file(WARNED, "warned.toml")
    ran = run("check", small, broken, warned)
    assert ran.status == DATA
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == [broken, broken, warned]
    assert [line for line in ran.err.splitlines() if "verified" not in line] == [
        f"{small}: no problem",
        f"{broken}: 2 errors",
        f"{warned}: 1 warning",
    ]


def test_check_reads_standard_input(run: Run) -> None:
    assert run("check", "-", stdin=SMALL).status == FINE
    ran = run("check", "-", stdin=BROKEN)
    assert ran.status == DATA
    assert ran.out.startswith("standard input:")


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"dossier = 1\ntitle = \n", ":2:9: error: "),
        (b'dossier = 1\ntitle = "caf\xe9"\n', ":2:13: error: "),
        (b"\xff\xfed\0o\0", ": error: "),
        (b"", ":1:1: error: "),
    ],
)
def test_a_file_that_is_no_toml_is_one_clear_line(run: Run, tmp_path: Path, data: bytes, where: str) -> None:
    (tmp_path / "d.toml").write_bytes(data)
    ran = run("check", str(tmp_path / "d.toml"))
    assert ran.status == DATA
    assert where in ran.out.splitlines()[0]


def test_a_file_that_is_not_there_is_one_line_without_a_position(run: Run, tmp_path: Path) -> None:
    ran = run("check", str(tmp_path / "gone.toml"))
    assert (ran.status, ran.out) == (DATA, f"{tmp_path}/gone.toml: error: there is no such file\n")


def test_a_folder_is_no_dossier(run: Run, tmp_path: Path) -> None:
    ran = run("check", str(tmp_path))
    assert (ran.status, ran.out) == (DATA, f"{tmp_path}: error: this is a directory, not a file\n")


def test_check_as_json_is_the_files_with_their_problems(run: Run, file: Write, small: str) -> None:
    broken = file(BROKEN, "broken.toml")
    ran = run("check", small, broken, "--format", "json")
    assert ran.status == DATA
    report = json.loads(ran.out)
    assert list(report) == ["files"]
    assert [list(one) for one in report["files"]] == [["file", "problems"]] * 2
    assert [one["file"] for one in report["files"]] == [small, broken]
    assert report["files"][0]["problems"] == []
    for problem in report["files"][1]["problems"]:
        assert list(problem) == ["line", "column", "severity", "code", "what", "hint"]
        assert [type(value) for value in problem.values()] == [int, int, str, str, str, str]
    assert [(one["severity"], one["code"]) for one in report["files"][1]["problems"]] == [
        ("error", "dangling-reference"),
        ("error", "missing-denied-by"),
    ]


def test_json_and_text_tell_the_same(run: Run, file: Write) -> None:
    name = file(BROKEN + WARNED.partition("[[quotes]]")[0].replace("dossier = 1", ""))
    [told] = json.loads(run("check", name, "--format", "json").out)["files"]
    lines = [
        f"{name}:{one['line']}:{one['column']}: {one['severity']}: {one['what']}; {one['hint']}"
        for one in told["problems"]
    ]
    assert run("check", name).out.splitlines() == lines


def test_json_without_a_problem_is_json_all_the_same(run: Run, small: str) -> None:
    assert json.loads(run("check", "--format=json", small).out) == {"files": [{"file": small, "problems": []}]}


def test_json_of_a_file_that_cannot_be_read_has_line_0(run: Run, tmp_path: Path) -> None:
    [one] = json.loads(run("check", "--format", "json", str(tmp_path)).out)["files"]
    assert one["problems"] == [
        {
            "line": 0,
            "column": 0,
            "severity": "error",
            "code": "directory",
            "what": "this is a directory, not a file",
            "hint": "",
        }
    ]


def test_unverified_quotations_are_narrated(run: Run, small: str) -> None:
    ran = run("check", small)
    assert "of “gazette” not verified" in ran.err
    assert "--text gazette=PATH" in ran.err


def test_text_names_a_local_copy(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PASSAGES, encoding="utf-8")
    (tmp_path / "bad.txt").write_text("Something else.", encoding="utf-8")
    good = run("check", small, "--text", f"gazette={tmp_path}/good.txt")
    assert (good.status, good.out) == (FINE, "")
    assert "gazette" not in good.err.replace(small, "")
    bad = run("check", small, "--text", f"gazette={tmp_path}/bad.txt")
    assert bad.status == DATA
    assert "these words do not occur in gazette ¶2" in bad.out


def test_text_may_be_given_for_each_source(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PASSAGES, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Brenn, envoy of the League: a trade and nothing more.", encoding="utf-8")
    ran = run("check", small, "--text", f"gazette={tmp_path}/a.txt", "--text", f"almanac={tmp_path}/b.txt")
    assert (ran.status, ran.out, ran.err) == (FINE, "", f"{small}: no problem\n")


# show


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("brenn", "brenn"),
        ("Ada Brenn", "brenn"),
        ("ada  brenn", "brenn"),
        ("Port Ilvane", "ilvane"),
        ("llr", "league"),
        ("a-pact", "a-pact"),
        ("Ilvane – Norrow", "a-pact"),
        ("gazette#p2", "gazette"),
        ("Barges wait", "gazette"),
        ("We shall not ask twice.", "q-twice"),
        ("the locks are shut", "e-shut"),
    ],
)
def test_show_prints_the_page_of_an_id_a_name_or_an_alias(run: Run, small: str, asked: str, name: str) -> None:
    page = Catalog(loaded(SMALL)).page(name)
    assert page is not None
    assert run("show", asked, "-d", small) == Ran(FINE, plain_text(page, 80), "")


@pytest.mark.parametrize("name", loaded(SMALL).records)
def test_show_prints_every_record(run: Run, small: str, name: str) -> None:
    ran = run("show", name, "--dossier", small, "--width", "40")
    assert (ran.status, ran.err) == (FINE, "")
    assert ran.out
    assert max(map(len, ran.out.splitlines())) <= 40
    assert is_clean(ran.out)


def test_show_is_of_the_bundled_dossier_unless_told_otherwise(run: Run) -> None:
    assert run("show", "armenia").out.startswith("Armenia")


def test_show_reads_standard_input(run: Run) -> None:
    assert run("show", "brenn", "-d", "-", stdin=SMALL).out.startswith("Ada Brenn")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("bren", "did you mean “brenn”?"),
        ("BREN", "did you mean “brenn”?"),
        ("xyzzy", "karabakh-tui list actors prints ids, show --help names the views"),
        ("", "karabakh-tui list actors prints ids, show --help names the views"),
    ],
)
def test_show_of_what_is_not_there_is_a_wrong_call_and_names_the_nearest(
    run: Run, small: str, asked: str, said: str
) -> None:
    ran = run("show", asked, "-d", small)
    assert (ran.status, ran.out) == (CALL, "")
    assert ran.err == f"karabakh-tui show: no record has the id or name “{asked}”; {said}\n"


def test_show_of_a_name_that_several_have_names_them(run: Run, small: str) -> None:
    ran = run("show", "norrow → corvath", "-d", small)
    assert (ran.status, ran.out) == (CALL, "")
    assert ran.err == "karabakh-tui show: “norrow → corvath” may be a-lamps, a-gift\n"


def test_an_id_goes_before_a_name(run: Run, file: Write) -> None:
    name = file(dossier_of(record("actors", id="x", name="B's namesake", aliases=["b"])))
    assert run("show", "b", "-d", name).out.startswith("An actor")


@pytest.mark.parametrize("command", [("show", "a"), ("list", "actors"), ("balance",)])
def test_a_broken_dossier_is_not_shown_and_its_errors_are_told_on_stderr(
    run: Run, file: Write, command: tuple[str, ...]
) -> None:
    ran = run(*command, "-d", file(BROKEN))
    assert (ran.status, ran.out) == (DATA, "")
    assert [line.partition(": ")[2][:5] for line in ran.err.splitlines()] == ["error", "error"]


@pytest.mark.parametrize("command", [("show", "a"), ("list", "actors"), ("balance",)])
def test_a_dossier_with_warnings_is_shown(run: Run, file: Write, command: tuple[str, ...]) -> None:
    ran = run(*command, "-d", file(WARNED))
    assert (ran.status, ran.err) == (FINE, "")
    assert ran.out


def test_show_takes_a_local_copy_of_a_source(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(PASSAGES, encoding="utf-8")
    ran = run("show", "gazette", "-d", small, "--text", f"gazette={tmp_path}/copy.txt")
    assert "Perhaps the locks are only old." in ran.out


# list


@pytest.mark.parametrize("kind", MINIMAL)
def test_list_prints_a_line_for_each_record_with_its_id_first(run: Run, small: str, kind: str) -> None:
    ran = run("list", kind, "-d", small)
    assert (ran.status, ran.err) == (FINE, "")
    ids = [line.split()[0] for line in ran.out.splitlines()]
    assert sorted(ids) == sorted(row["id"] for row in tree_of(SMALL)[kind])


@pytest.mark.parametrize("kind", MINIMAL)
def test_list_as_json_has_each_record_as_it_is_written(run: Run, small: str, kind: str) -> None:
    ran = run("list", kind, "-d", small, "--format", "json")
    assert (ran.status, ran.err) == (FINE, "")
    rows = json.loads(ran.out, parse_constant=pytest.fail)
    assert rows == [as_written(one) for one in loaded(SMALL).tables[kind]]
    for row, written in zip(rows, tree_of(SMALL)[kind], strict=True):
        for key, value in written.items():
            if key in ("cite", "roles"):
                continue
            assert row[key] == (value if isinstance(value, str | list | bool) else str(value))


def test_json_has_cites_in_one_form_and_dates_as_text(run: Run, small: str) -> None:
    rows = {row["id"]: row for row in json.loads(run("list", "alliances", "-d", small, "--format", "json").out)}
    assert rows["a-pact"]["cite"] == ["gazette#p3"]
    assert rows["a-pact"]["start"] == "1951-07-09"
    assert rows["a-lamps"]["cite"] == [
        "gazette#p3-4",
        {"source": "gazette", "p": 3, "exact": "sells Corvath its lamps"},
    ]
    assert rows["a-lamps"]["from"] == "norrow"
    assert "between" not in rows["a-lamps"]


def test_json_can_be_written_back_and_means_the_same(run: Run, small: str, file: Write) -> None:
    rows = {kind: json.loads(run("list", kind, "-d", small, "--format", "json").out) for kind in MINIMAL}
    head = SMALL.partition("[[")[0]
    again = file(
        head + "".join(record(kind, **_only(row, kind)) for kind in MINIMAL for row in rows[kind]), "again.toml"
    )
    assert run("check", again).out == ""
    for kind in MINIMAL:
        assert json.loads(run("list", kind, "-d", again, "--format", "json").out) == rows[kind]


def _only(row: dict[str, Any], kind: str) -> dict[str, Any]:
    return {**dict.fromkeys(MINIMAL[kind]), **row}


@pytest.mark.parametrize("kind", MINIMAL)
def test_list_as_csv_reads_back(run: Run, small: str, kind: str) -> None:
    ran = run("list", kind, "-d", small, "--format", "csv")
    assert (ran.status, ran.err) == (FINE, "")
    header, *rows = csv.reader(io.StringIO(ran.out, newline=""), strict=True)
    assert header == list(KINDS[kind].record_type.__struct_encode_fields__)
    assert [len(row) for row in rows] == [len(header)] * len(rows)
    written = tree_of(SMALL)[kind]
    assert [row[header.index("id")] for row in rows] == [one["id"] for one in written]
    for row, one in zip(rows, written, strict=True):
        for key, value in one.items():
            cell = row[header.index(key)]
            if isinstance(value, str) and key not in ("cite", "sign"):
                assert cell == value
            elif isinstance(value, bool):
                assert cell == str(value).lower()
            elif isinstance(value, list) and all(isinstance(part, str) for part in value):
                assert cell == "; ".join(value)


def test_csv_tells_offices_and_exact_words_in_words(run: Run, small: str) -> None:
    actors = {
        row["id"]: row for row in csv.DictReader(io.StringIO(run("list", "actors", "-d", small, "--format", "csv").out))
    }
    assert actors["brenn"]["roles"] == "speaker, harbour-office; envoy, league"
    assert actors["corvath"]["cite"] == "gazette#p1 “have been shut”"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_of_csv_is_a_formula(run: Run, file: Write, begin: str) -> None:
    text = f'{begin}cmd|" /C calc"!A0, and\nmore'
    name = file(dossier_of(record("claims", text=text, note=f"{begin}1+1")))
    [row] = csv.DictReader(io.StringIO(run("list", "claims", "-d", name, "--format", "csv").out, newline=""))
    assert row["text"] == f"'{text}"
    assert row["note"] == f"'{begin}1+1"


def test_an_empty_kind_is_an_empty_list(run: Run, file: Write) -> None:
    name = file('dossier = 1\ntitle = "T"\n')
    assert run("list", "quotes", "-d", name).out == ""
    assert json.loads(run("list", "quotes", "-d", name, "--format", "json").out) == []
    assert run("list", "quotes", "-d", name, "--format", "csv").out.splitlines() == [
        ",".join(KINDS["quotes"].record_type.__struct_encode_fields__)
    ]


# balance


def test_balance_prints_the_page_of_the_balance(run: Run, small: str) -> None:
    ran = run("balance", "-d", small)
    assert (ran.status, ran.err) == (FINE, "")
    dossier = loaded(SMALL)
    found = balance(dossier)
    assert ran.out == plain_text(balance_page(SpanBuilder(dossier), found, compared_with(dossier, found)))


def test_balance_of_nothing_in_particular_is_of_the_bundled_dossier(run: Run) -> None:
    assert "Russia is with both Armenia and Azerbaijan, who are against each other" in run("balance").out


def test_balance_as_json_has_the_promised_shape(run: Run, file: Write) -> None:
    name = file(HEAD + record("sources") + tables_of(GAMA_TRIBES, GAMA))
    ran = run("balance", "-d", name, "--format", "json")
    assert (ran.status, ran.err) == (FINE, "")
    told = json.loads(ran.out, parse_constant=pytest.fail)
    assert list(told) == [
        *("actors", "ties", "left_out", "mixed_pairs", "triangles", "balanced", "frustration", "camps"),
    ]
    assert (told["actors"], told["ties"], sum(told["triangles"].values())) == (16, 58, 68)
    frustration = told["frustration"]
    assert (frustration["exact"], frustration["low"], frustration["high"]) == (True, 7, 7)
    assert [len(change) for change in frustration["changes"]] == [7]


def test_balance_switches_in_what_is_asked_for(run: Run, small: str) -> None:
    def told(*more: str) -> Any:
        return json.loads(run("balance", "-d", small, "--format", "json", *more).out)

    assert (told()["left_out"], told()["mixed_pairs"]) == ({"contested": 1, "denied": 1}, [])
    switched = told("--include", "contested, inferred")
    assert (switched["left_out"], switched["mixed_pairs"]) == ({"denied": 1}, [["ilvane", "norrow"]])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("contestd", "“contestd” is no status that is left out; did you mean “contested”?"),
        ("denied,reported", "“reported” is no status that is left out; write contested, denied, inferred"),
        ("", "“” is no status that is left out; write contested, denied, inferred"),
    ],
)
def test_balance_of_a_wrong_status_is_a_wrong_call(run: Run, small: str, asked: str, said: str) -> None:
    ran = run("balance", "-d", small, "--include", asked)
    assert (ran.status, ran.out) == (CALL, "")
    assert said in ran.err


def test_balance_says_on_stderr_when_not_every_smallest_change_is_listed(run: Run, file: Write) -> None:
    names = [f"{one}{part}" for part in range(7) for one in "abc"]
    ties = [(f"{one}{part}", f"{two}{part}", "-") for part in range(7) for one, two in ("ab", "ac", "bc")]
    ran = run("balance", "-d", file(HEAD + record("sources") + tables_of(names, ties)), "--format", "json")
    assert len(json.loads(ran.out)["frustration"]["changes"]) == 1000
    assert ran.err == "karabakh-tui balance: there are more smallest changes than are listed\n"


def test_balance_of_too_many_pairs_is_one_line(run: Run, small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dossier.network.signed_graph.MOST_PAIRS", 1)
    ran = run("balance", "-d", small)
    assert (ran.status, ran.out) == (DATA, "")
    assert ran.err == "karabakh-tui balance: the ties join more than 1 pairs of actors\n"


# schema, version, help, wrong calls


def test_schema_prints_the_schema(run: Run) -> None:
    assert run("schema") == Ran(FINE, schema_text(), "")


def test_the_version_is_told_on_stdout(run: Run) -> None:
    assert run("--version") == Ran(FINE, f"karabakh-tui {tui.VERSION}\n", "")


def test_help_is_told_on_stdout_and_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert (ran.status, ran.err) == (FINE, "")
    for command in main.COMMANDS:
        assert f"karabakh-tui {command}" in ran.out
    for word in ("--text", "--version", "stdout", "stderr", "Exit status"):
        assert word in ran.out
    assert run("-h").out == ran.out


@pytest.mark.parametrize("command", main.COMMANDS)
def test_every_command_has_help_of_its_own(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert (ran.status, ran.err) == (FINE, "")
    assert ran.out.startswith(f"usage: karabakh-tui {command}")


@pytest.mark.parametrize(
    "call",
    [
        ("--colour",),
        ("a.toml", "b.toml"),
        ("check", "--format", "xml"),
        ("check", "--form", "json"),
        ("check", "--text", "gazette"),
        ("check", "--text", "=x"),
        ("check", "--text", "gazette="),
        ("check", "--text"),
        ("show",),
        ("show", "a", "b"),
        ("show", "a", "--width", "wide"),
        ("show", "a", "--width", "5"),
        ("show", "a", "--width", "-40"),
        ("list",),
        ("list", "pacts"),
        ("list", "actors", "--format", "yaml"),
        ("list", "actors", "extra"),
        ("balance", "extra"),
        ("balance", "--format", "csv"),
        ("balance", "--include", "\x1b[31mred"),
        ("balance", "--include"),
        ("schema", "extra"),
        ("check", "--evil\x1b]0;x\x07"),
        ("list", "\x1b[31mred"),
    ],
)
def test_a_wrong_call_is_one_line_that_says_where_help_is(run: Run, call: tuple[str, ...]) -> None:
    ran = run(*call)
    assert (ran.status, ran.out) == (CALL, "")
    assert re.fullmatch(r"karabakh-tui( \w+)?: .+ \(--help shows how to call it\)\n", ran.err)
    assert is_clean(ran.err)


def test_a_wrong_kind_is_told_the_right_ones(run: Run) -> None:
    assert all(kind in run("list", "pacts").err for kind in MINIMAL)


# Names and texts that would do something to a terminal.

EVIL = "e\x1b]52;c;ZXZpbA==\x07\x9b31m\u202e\nx"


@pytest.mark.parametrize("command", [("check",), ("check", "--format", "json"), ("list", "actors", "-d"), ()])
@pytest.mark.parametrize("text", [SMALL, BROKEN, "broken ["])
def test_a_file_name_with_control_characters_is_cleaned(
    run: Run, file: Write, command: tuple[str, ...], text: str
) -> None:
    ran = run(*command, file(text, f"{EVIL}.toml"))
    assert ran.status == (FINE if text is SMALL else DATA)
    assert is_clean(ran.out)
    assert is_clean(ran.err)
    if text is BROKEN and command == ("check",):
        assert "e␛]52;c;ZXZpbA==␇�31m� x.toml:" in ran.out


def test_a_file_name_that_is_not_utf_8_is_told_without_a_fault(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/d\xff.toml")
    ran = run("check", name)
    assert ran.status == DATA
    assert ran.out.endswith("d�.toml: error: there is no such file\n")


def test_a_name_with_a_nul_is_no_file_name(run: Run) -> None:
    ran = run("check", "a\0b")
    assert (ran.status, ran.out) == (DATA, "a␀b: error: this is not a valid file name\n")


def test_asking_for_something_hostile_is_answered_in_plain_text(run: Run, small: str) -> None:
    ran = run("show", EVIL, "-d", small)
    assert ran.status == CALL
    assert is_clean(ran.err)


@pytest.mark.parametrize(
    "command", [("show", "q"), ("list", "quotes"), ("list", "quotes", "--format", "csv"), ("check",)]
)
def test_hostile_words_reach_stdout_as_plain_text(run: Run, file: Write, command: tuple[str, ...]) -> None:
    words = r'"\u001b]52;c;x\u0007 \u202e \u009b31m [red]x[/red]"'
    name = file(dossier_of(record("quotes", text=Raw(words), **{"\u00e9vil": 1} if command == ("check",) else {})))
    ran = run(*command, *([name] if command == ("check",) else ["-d", name]))
    assert is_clean(ran.out)
    assert is_clean(ran.err)


# Without a terminal.


def test_without_a_terminal_the_plain_command_prints_the_overview(small: str) -> None:
    ran = start(small)
    assert ran.returncode == FINE
    assert ran.stdout.startswith("The locks on the Tamber")
    assert "Open grievances" in ran.stdout
    assert "9 actors, 4 quotes" in ran.stdout
    assert "Editors    The testers, A. Second" in ran.stdout
    assert "not a terminal" in ran.stderr
    assert "karabakh-tui show ID" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_the_bundled_dossier_is_opened_without_any_argument(run: Run) -> None:
    ran = run()
    assert ran.status == FINE
    assert ran.out.startswith("Nagorno Karabakh")


def test_a_broken_file_without_a_terminal_is_its_problems(small: str, file: Write) -> None:
    name = file(BROKEN)
    ran = start(name)
    assert (ran.returncode, ran.stdout) == (DATA, "")
    assert [line.partition(": ")[2][:5] for line in ran.stderr.splitlines()] == ["error", "error"]


def test_standard_input_is_read_once_and_shown_without_a_terminal() -> None:
    ran = start("-", input=SMALL)
    assert ran.returncode == FINE
    assert ran.stdout.startswith("The locks on the Tamber")


def test_the_app_takes_a_local_copy_too(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("Something else.", encoding="utf-8")
    ran = run(small, "--text", f"gazette={tmp_path}/bad.txt")
    assert ran.status == DATA
    assert "these words do not occur in gazette" in ran.err


# stdout and stderr that are not there.


@pytest.mark.parametrize(
    "command", [("show", "armenia"), ("list", "quotes"), ("schema",), ("check", "gone"), ("--help",), ()]
)
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_closed_pipe_ends_the_command_quietly(command: tuple[str, ...], unbuffered: str) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        ran = start(*command, stdout=write, env={"PYTHONUNBUFFERED": unbuffered})
    finally:
        os.close(write)
    assert ran.returncode == 141
    assert ran.stderr == ""


@pytest.mark.parametrize("command", [("show", "armenia"), ("schema",), ("check", "gone")])
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_full_disk_is_one_line(command: tuple[str, ...], unbuffered: str) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = start(*command, stdout=full, env={"PYTHONUNBUFFERED": unbuffered})
    assert ran.returncode == 1
    assert ran.stderr == "karabakh-tui: the output could not be written: no space left on device\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-"])
def test_a_stream_that_is_closed_is_no_fault(closed: str, small: str) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-m", "tui", "list", "actors", "-d", small],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (FINE, "")
    assert bool(ran.stdout) == (">&-" not in closed.replace("2>&-", ""))


def test_stderr_that_is_full_does_not_spoil_the_data(small: str) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = start("check", "--format", "json", small, stderr=full)
    assert ran.returncode == FINE
    assert json.loads(ran.stdout)["files"][0]["problems"] == []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_without_our_letters_writes_them_as_escapes(encoding: str, file: Write) -> None:
    name = file(dossier_of(record("actors", id="x", name="Հայաստան – é")))
    ran = start("show", "x", "-d", name, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}, encoding="latin-1")
    assert ran.returncode == FINE
    assert ran.stdout.startswith(r"\u0540\u0561\u0575\u0561\u057d\u057f\u0561\u0576 \u2013 ")
    assert ran.stderr == ""


def test_ctrl_c_ends_the_command_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(printing, "run", interrupted)
    assert run("schema") == Ran(130, "", "")


def test_the_command_does_not_run_what_lies_in_the_folder_where_it_is_called(tmp_path: Path, small: str) -> None:
    for name in ("tomli", "csv", "msgspec", "argparse"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a stranger ran')", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "tui", "check", small],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == FINE
    assert "stranger" not in ran.stderr
