"""The list of small changes that the tests should notice fits the program as it is, and the tool says what it finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools import mutants
from tests.tools.mutants import Mutant

MUTANTS = mutants.read_list()


def test_every_change_applies_once_and_leaves_python() -> None:
    faults = [f"{mutant.name}: {fault}" for mutant in MUTANTS if (fault := mutant.fault())]
    assert not faults, "\n".join(faults)


def test_at_least_a_hundred_changes_reach_every_part_of_the_program() -> None:
    assert len(MUTANTS) >= 100
    parts = {"/".join(Path(mutant.file).parts[:2]) for mutant in MUTANTS}
    folders = {"cli", "dossier", "export", "nav", "pages", "render", "screens", "terminal", "widgets"}
    assert {f"tui/{folder}" for folder in folders} <= parts
    assert {"tui/app.py", "tui/garbage.py", "tui/keys.py", "tui/state.py", "tui/theme.py"} <= parts


def test_nothing_is_changed_in_the_checkout_and_a_copy_is_as_before(tmp_path: Path) -> None:
    file = tmp_path / "tui" / "a.py"
    file.parent.mkdir()
    file.write_text("x = 1\ny = 1\n", encoding="utf-8")
    mutant = Mutant("m", "tui/a.py", "x = 1", "x = 2", "two for one")
    assert mutant.fault(tmp_path) == ""
    assert mutant.applied_to("x = 1\n") == "x = 2\n"
    assert file.read_text(encoding="utf-8") == "x = 1\ny = 1\n"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"old": " = 1"}, "occurs 2 times"),
        ({"old": "z"}, "occurs 0 times"),
        ({"new": "x = 1"}, "nothing changes"),
        ({"new": "x ="}, "is not Python"),
        ({"file": "tui/b.py"}, "there is no tui/b.py"),
        ({"tests": ("tests/test_a.py",)}, "there is no tests/test_a.py"),
    ],
)
def test_a_change_that_does_not_apply_says_why(change: dict[str, Any], why: str, tmp_path: Path) -> None:
    file = tmp_path / "tui" / "a.py"
    file.parent.mkdir()
    file.write_text("x = 1\ny = 1\n", encoding="utf-8")
    assert why in Mutant("m", "tui/a.py", "x = 1", "x = 2", "two for one")._replace(**change).fault(tmp_path)


def test_the_nearest_tests_run_first_then_those_of_the_area_and_then_all() -> None:
    def stages(file: str, *tests: str) -> list[list[str]]:
        return mutants.stages(Mutant("m", file, "", "", "", tests))

    assert stages("tui/dossier/values/dates.py") == [
        ["tests/dossier/values/test_dates.py"],
        ["tests/dossier"],
        ["tests"],
    ]
    assert stages("tui/widgets/matrix/drawing.py") == [["tests/widgets"], ["tests"]]
    assert stages("tui/cli/commands/show.py", "tests/cli/test_show.py") == [
        ["tests/cli/test_show.py"],
        ["tests/cli"],
        ["tests"],
    ]
    first, *_ = stages("tui/state.py")
    assert first == ["tests/test_state.py"]


@pytest.mark.parametrize(
    ("line", "test"),
    [
        ("FAILED tests/test_a.py::test_b - AssertionError: a - b", "tests/test_a.py::test_b"),
        ("FAILED tests/test_a.py::test_b[1 - 2] - assert 1", "tests/test_a.py::test_b[1 - 2]"),
        ("FAILED tests/test_a.py::test_b[[x]]", "tests/test_a.py::test_b[[x]]"),
        ("ERROR tests/test_a.py - NameError", "tests/test_a.py"),
    ],
)
def test_the_test_that_failed_is_read_from_the_summary_of_pytest(line: str, test: str) -> None:
    assert mutants.failed_test(line) == test


def test_results_are_resumed_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    assert mutants.known_results(path) == mutants.known_results(None) == {}
    path.write_text(
        '{"name": "m", "digest": "d", "verdict": "not noticed", "by": "", "seconds": 1.0}\n'
        '{"name": "m", "digest": "d", "verdict": "noticed", "by": "tests/test_a.py", "seconds": 2.0}\n',
        encoding="utf-8",
    )
    assert mutants.known_results(path)["d"].verdict == mutants.NOTICED


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--check", *(mutant.name for mutant in MUTANTS[:3])], 0, "all 3 apply"),
        (["--list", "tui/export"], 0, "tui/export/csv.py"),
        (["--list", "--shard", "2/7", MUTANTS[0].name, MUTANTS[1].name], 0, MUTANTS[1].name),
        (["nothing-of-the-sort"], 2, "no change is called nothing-of-the-sort"),
    ],
)
def test_the_list_is_shown_and_checked(
    arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert mutants.main(arguments) == status
    assert said in "".join(capsys.readouterr())
