"""How the person's editor is called: which one, with which words, and at which line."""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui import editor
from tui.editor import EditorCall, NoEditor, editor_call

PATH = "/home/a b/d.toml"


def call(environment: Mapping[str, str], line: int = 12, column: int = 1, installed: str = "") -> EditorCall:
    """The call in an environment where `installed` programs exist, or any when that is empty."""

    def which(name: str) -> str | None:
        return f"/bin/{name}" if not installed or name in installed.split() else None

    return editor_call(environment, PATH, line, column, which)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vi", ["+12", PATH]),
        ("vim", ["+12", PATH]),
        ("nvim", ["+12", PATH]),
        ("nano", ["+12,3", PATH]),
        ("emacs -nw", ["-nw", "+12:3", PATH]),
        ("emacsclient -t", ["-t", "+12:3", PATH]),
        ("hx", [f"{PATH}:12:3"]),
        ("code", ["--goto", f"{PATH}:12:3"]),
        ("code --wait", ["--wait", "--goto", f"{PATH}:12:3"]),
        ("code -w", ["-w", "--goto", f"{PATH}:12:3"]),
        ("subl", [f"{PATH}:12:3"]),
        ("ed", [PATH]),
        ("xdg-open", [PATH]),
        ("something-new --flag", ["--flag", "+12", PATH]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(command: str, words: list[str]) -> None:
    assert list(call({"EDITOR": command}, column=3).argv) == [f"/bin/{command.split()[0]}", *words]


@pytest.mark.parametrize(
    ("command", "words"),
    [("nano", ["+12", PATH]), ("emacs", ["+12", PATH]), ("hx", [f"{PATH}:12"]), ("code", ["--goto", f"{PATH}:12"])],
)
def test_the_first_column_is_left_out(command: str, words: list[str]) -> None:
    assert list(call({"EDITOR": command}).argv[1:]) == words


def test_an_editor_is_known_by_the_name_of_its_program_wherever_that_is() -> None:
    assert call({"EDITOR": "/opt/helix/HX"}).argv[1:] == (f"{PATH}:12",)
    assert call({"EDITOR": "/usr/local/bin/code.exe"}).argv[1] == "--goto"


@pytest.mark.parametrize(("line", "column"), [(0, 0), (-3, 1)])
def test_a_place_that_is_not_known_is_the_beginning(line: int, column: int) -> None:
    assert call({"EDITOR": "nano"}, line, column).argv[1:] == ("+1", PATH)


def test_quoted_words_stay_together_and_nothing_is_a_shell_command() -> None:
    found = call({"EDITOR": "'/opt/my editor/ed it' --title 'a b'; touch x $(id) `id` | cat > y"})
    assert found.argv[0] == "/bin//opt/my editor/ed it"
    assert found.argv[1:-2] == ("--title", "a b;", "touch", "x", "$(id)", "`id`", "|", "cat", ">", "y")


@pytest.mark.parametrize(
    ("environment", "program"),
    [
        ({"VISUAL": "hx", "EDITOR": "ed"}, "hx"),
        ({"VISUAL": "", "EDITOR": "ed"}, "ed"),
        ({"VISUAL": "  ", "EDITOR": "ed"}, "ed"),
        ({"VISUAL": "''", "EDITOR": "ed"}, "ed"),
        ({}, "sensible-editor"),
        ({"EDITOR": " "}, "sensible-editor"),
    ],
)
def test_visual_comes_before_editor_and_an_empty_one_counts_as_none(environment: dict[str, str], program: str) -> None:
    assert call(environment).name == program


@pytest.mark.parametrize("installed", ["sensible-editor editor nano vi", "editor nano vi", "nano vi", "vi"])
def test_without_either_the_first_usual_editor_that_is_installed_is_taken(installed: str) -> None:
    assert call({}, installed=installed).name == installed.split()[0]


@pytest.mark.parametrize(
    ("environment", "installed", "words"),
    [
        ({"EDITOR": "nowhere -x"}, "vi", "EDITOR names “nowhere”, which is not an installed program"),
        ({"VISUAL": "nowhere", "EDITOR": "vi"}, "vi", "VISUAL names “nowhere”, which is not an installed program"),
        ({"EDITOR": "vi 'x"}, "vi", "EDITOR is not a command line: no closing quotation"),
        ({}, "none-of-them", "No editor was found: set VISUAL or EDITOR to the one you use"),
        ({"EDITOR": "no\x1b[2Jwhere\n"}, "vi", "which is not an installed program"),
    ],
)
def test_an_editor_that_cannot_be_started_is_one_clear_line(
    environment: dict[str, str], installed: str, words: str
) -> None:
    with pytest.raises(NoEditor) as refused:
        call(environment, installed=installed)
    assert words in str(refused.value)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(("command", "windowed"), [("code --wait", True), ("gvim", True), ("vim", False), ("x", False)])
def test_editors_with_a_window_of_their_own_do_not_get_the_terminal(command: str, windowed: bool) -> None:
    assert call({"EDITOR": command}).windowed == windowed


# Starting one


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """An editor that notes how it was called and ends with status 3."""
    file = tmp_path / "my editor"
    file.write_text(
        f"#!{sys.executable}\nimport json, os, sys\n"
        f"open({str(tmp_path / 'called')!r}, 'w').write(json.dumps(sys.argv[1:]))\nsys.exit(3)\n"
    )
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


def test_the_words_arrive_as_they_are_and_the_status_comes_back(script: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "d; touch x.toml"
    found = editor_call({"EDITOR": f"'{script}' '*' '$HOME'"}, str(dossier), 7)
    assert editor.run(found) == 3
    assert (tmp_path / "called").read_text() == f'["*", "$HOME", "+7", "{dossier}"]'
    assert not (tmp_path / "x.toml").exists()


def test_a_program_that_the_system_refuses_is_an_error_that_can_be_told(tmp_path: Path) -> None:
    file = tmp_path / "no-program"
    file.write_bytes(b"\x7fELF")
    file.chmod(0o755)
    with pytest.raises(OSError, match="format"):
        editor.run(editor_call({"EDITOR": str(file)}, PATH, 1))


def test_a_window_is_opened_without_the_terminal(script: Path, tmp_path: Path) -> None:
    process = editor.open_window(EditorCall((str(script), PATH), "code", True))
    assert process.wait(30) == 3
    assert (tmp_path / "called").read_text() == f'["{PATH}"]'
