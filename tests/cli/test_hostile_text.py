"""File names, arguments and dossiers reach stdout and stderr without control characters."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.calls import BROKEN, Run, Write, is_clean
from tests.dossiers import SMALL, Raw, dossier_of, record
from tui.cli import DATA_ERROR, OK, USAGE_ERROR

EVIL = "e\x1b]52;c;ZXZpbA==\x07\x9b31m\u202e\nx"


@pytest.mark.parametrize("command", [("check",), ("check", "--format", "json"), ("list", "actors", "-d"), ()])
@pytest.mark.parametrize("text", [SMALL, BROKEN, "broken ["])
def test_a_file_name_with_control_characters_is_cleaned(
    run: Run, write: Write, command: tuple[str, ...], text: str
) -> None:
    result = run(*command, write(text, f"{EVIL}.toml"))
    assert result.status == (OK if text is SMALL else DATA_ERROR)
    assert is_clean(result.out)
    assert is_clean(result.err)
    if text is BROKEN and command == ("check",):
        assert "e␛]52;c;ZXZpbA==␇�31m� x.toml:" in result.out


def test_a_file_name_that_is_not_utf_8_is_printed_without_an_error(run: Run, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/d\xff.toml")
    result = run("check", name)
    assert result.status == DATA_ERROR
    assert result.out.endswith("d�.toml: error: there is no such file\n")


def test_a_name_with_a_nul_is_not_a_file_name(run: Run) -> None:
    result = run("check", "a\0b")
    assert (result.status, result.out) == (DATA_ERROR, "a␀b: error: this is not a valid file name\n")


def test_a_hostile_argument_is_repeated_in_plain_text(run: Run, small: str) -> None:
    result = run("show", EVIL, "-d", small)
    assert result.status == USAGE_ERROR
    assert is_clean(result.err)


@pytest.mark.parametrize(
    "command", [("show", "q"), ("list", "quotes"), ("list", "quotes", "--format", "csv"), ("check",)]
)
def test_hostile_words_reach_stdout_as_plain_text(run: Run, write: Write, command: tuple[str, ...]) -> None:
    words = r'"\u001b]52;c;x\u0007 \u202e \u009b31m [red]x[/red]"'
    name = write(dossier_of(record("quotes", text=Raw(words), **{"\u00e9vil": 1} if command == ("check",) else {})))
    result = run(*command, *([name] if command == ("check",) else ["-d", name]))
    assert is_clean(result.out)
    assert is_clean(result.err)
