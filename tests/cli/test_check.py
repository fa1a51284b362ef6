"""`check` prints every problem with its place, counts them on stderr, and ends with 1 if there is an error."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.calls import BROKEN, WARNED, Run, Write
from tests.dossiers import PASSAGES, SMALL, dossier_of, record
from tui import paths
from tui.cli import DATA_ERROR, OK
from tui.dossier import problems


def test_a_dossier_without_problems_prints_nothing_and_a_message(run: Run, small: str) -> None:
    result = run("check", small)
    assert (result.status, result.out) == (OK, "")
    assert result.err.startswith(f"{small}: no problem\n")


def test_check_without_a_file_is_of_the_bundled_dossier(run: Run) -> None:
    result = run("check")
    assert (result.status, result.out) == (OK, "")
    assert f"{paths.content('karabakh.toml')}: no problem\n" in result.err


def test_check_prints_a_line_for_each_problem_and_counts_them_on_stderr(run: Run, write: Write) -> None:
    name = write(BROKEN)
    result = run("check", name)
    assert result.status == DATA_ERROR
    lines = result.out.splitlines()
    assert len(lines) == 2
    for line in lines:
        assert re.fullmatch(re.escape(name) + r":\d+:\d+: error: [^;]+; .+", line)
    assert "names “nobody”" in lines[0]
    assert result.err.startswith(f"{name}: 2 errors\n")


def test_warnings_are_printed_and_allowed(run: Run, write: Write) -> None:
    result = run("check", write(WARNED))
    assert result.status == OK
    assert re.search(r":\d+:1: warning: unknown key “speeker” .*; did you mean “speaker”\?$", result.out)
    assert ": 1 warning\n" in result.err


def test_several_files_are_all_checked_and_one_error_is_enough(run: Run, write: Write, small: str) -> None:
    broken, warned = write(BROKEN, "broken.toml"), write(WARNED, "warned.toml")
    result = run("check", small, broken, warned)
    assert result.status == DATA_ERROR
    assert [line.partition(":")[0] for line in result.out.splitlines()] == [broken, broken, warned]
    assert [line for line in result.err.splitlines() if "verified" not in line] == [
        f"{small}: no problem",
        f"{broken}: 2 errors",
        f"{warned}: 1 warning",
    ]


def test_check_reads_standard_input(run: Run) -> None:
    assert run("check", "-", stdin=SMALL).status == OK
    result = run("check", "-", stdin=BROKEN)
    assert result.status == DATA_ERROR
    assert result.out.startswith("standard input:")


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
    result = run("check", str(tmp_path / "d.toml"))
    assert result.status == DATA_ERROR
    assert where in result.out.splitlines()[0]


def test_a_file_that_is_not_there_is_one_line_without_a_position(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "gone.toml"))
    assert (result.status, result.out) == (DATA_ERROR, f"{tmp_path}/gone.toml: error: there is no such file\n")


def test_a_folder_is_no_dossier(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert (result.status, result.out) == (DATA_ERROR, f"{tmp_path}: error: this is a directory, not a file\n")


def test_check_as_json_is_the_files_with_their_problems(run: Run, write: Write, small: str) -> None:
    broken = write(BROKEN, "broken.toml")
    result = run("check", small, broken, "--format", "json")
    assert result.status == DATA_ERROR
    report = json.loads(result.out)
    assert list(report) == ["files"]
    assert [list(file) for file in report["files"]] == [["file", "errors", "warnings", "problems"]] * 2
    assert [(file["errors"], file["warnings"]) for file in report["files"]] == [(0, 0), (2, 0)]
    assert [file["file"] for file in report["files"]] == [small, broken]
    assert report["files"][0]["problems"] == []
    for problem in report["files"][1]["problems"]:
        assert list(problem) == ["line", "column", "severity", "code", "what", "hint"]
        assert [type(value) for value in problem.values()] == [int, int, str, str, str, str]
    assert [(problem["severity"], problem["code"]) for problem in report["files"][1]["problems"]] == [
        ("error", "dangling-reference"),
        ("error", "missing-denied-by"),
    ]


def test_json_and_text_report_the_same_problems(run: Run, write: Write) -> None:
    name = write(BROKEN + WARNED.partition("[[quotes]]")[0].replace("dossier = 1", ""))
    [report] = json.loads(run("check", name, "--format", "json").out)["files"]
    lines = [
        f"{name}:{problem['line']}:{problem['column']}: {problem['severity']}: {problem['what']}; {problem['hint']}"
        for problem in report["problems"]
    ]
    assert run("check", name).out.splitlines() == lines


def test_equal_problems_are_grouped_in_text_and_all_in_json(run: Run, write: Write) -> None:
    name = write(dossier_of(*(record("actors", id=f"x-{number}", kind="war") for number in range(30))))
    result = run("check", name)
    lines = result.out.splitlines()
    assert len(lines) == 6
    assert all("“war” is not an allowed value" in line for line in lines[:5])
    assert lines[5] == f"{name}: error: and 25 more of these"
    assert result.err.startswith(f"{name}: 30 errors\n")
    [report] = json.loads(run("check", name, "--format", "json").out)["files"]
    assert len(report["problems"]) == report["errors"] == 30


def test_the_totals_are_true_where_not_all_problems_are_listed(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(problems, "MOST", 10)
    name = write("".join(f"k{number} = 0\n" for number in range(12)) + "dossier = 1\ntitle = 'T'\n")
    result = run("check", name)
    assert result.out.splitlines()[-1] == f"{name}: warning: and 2 more warnings, too many to list"
    assert result.err == f"{name}: 12 warnings\n"
    [report] = json.loads(run("check", name, "--format", "json").out)["files"]
    assert (report["warnings"], len(report["problems"])) == (12, 10)


def test_strict_takes_warnings_as_errors(run: Run, write: Write, small: str) -> None:
    name = write(WARNED)
    result = run("check", "--strict", name)
    assert result.status == DATA_ERROR
    assert ": error: unknown key “speeker”" in result.out
    assert ": 1 error\n" in result.err
    assert run("check", "--strict", small).status == OK
    [report] = json.loads(run("check", "--strict", "--format", "json", name).out)["files"]
    assert (report["errors"], report["warnings"], report["problems"][0]["severity"]) == (1, 0, "error")


def test_json_of_a_dossier_without_problems_is_an_empty_list(run: Run, small: str) -> None:
    assert json.loads(run("check", "--format=json", small).out) == {
        "files": [{"file": small, "errors": 0, "warnings": 0, "problems": []}]
    }


def test_json_of_a_file_that_cannot_be_read_has_line_0(run: Run, tmp_path: Path) -> None:
    [report] = json.loads(run("check", "--format", "json", str(tmp_path)).out)["files"]
    assert report["problems"] == [
        {
            "line": 0,
            "column": 0,
            "severity": "error",
            "code": "directory",
            "what": "this is a directory, not a file",
            "hint": "",
        }
    ]


def test_unverified_quotations_are_mentioned_on_stderr(run: Run, small: str) -> None:
    result = run("check", small)
    assert "of “gazette” not verified" in result.err
    assert "--text gazette=PATH" in result.err


def test_text_names_a_local_copy(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(PASSAGES, encoding="utf-8")
    (tmp_path / "bad.txt").write_text("Something else.", encoding="utf-8")
    good = run("check", small, "--text", f"gazette={tmp_path}/good.txt")
    assert (good.status, good.out) == (OK, "")
    assert "gazette" not in good.err.replace(small, "")
    bad = run("check", small, "--text", f"gazette={tmp_path}/bad.txt")
    assert bad.status == DATA_ERROR
    assert "these words do not occur in gazette ¶2" in bad.out


def test_text_may_be_given_for_each_source(run: Run, small: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PASSAGES, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Brenn, envoy of the League: a trade and nothing more.", encoding="utf-8")
    result = run("check", small, "--text", f"gazette={tmp_path}/a.txt", "--text", f"almanac={tmp_path}/b.txt")
    assert (result.status, result.out, result.err) == (OK, "", f"{small}: no problem\n")
