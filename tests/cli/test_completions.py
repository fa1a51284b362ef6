"""Completion: the end of a command line becomes what the parsers declare, or what is in the dossier."""

from __future__ import annotations

import subprocess

import pytest

from tests.cli.calls import Run, Write
from tests.cli.test_arguments import modules_loaded_by
from tests.dossiers import SMALL
from tui.cli import OK
from tui.cli.commands.registry import COMMANDS, load_command
from tui.cli.completions import completions
from tui.cli.declared import declared
from tui.cli.shell_scripts import SCRIPTS
from tui.dossier.kinds import KINDS
from tui.export.formats import FORMATS


def words(line: str) -> list[str]:
    """What the end of a line may become."""
    return [candidate.word for candidate in completions(f"karabakh-tui {line}").words]


def test_the_first_word_is_a_command_or_a_file() -> None:
    found = completions("karabakh-tui ")
    assert {each.word: each.meaning for each in found.words} == {name: load_command(name).SUMMARY for name in COMMANDS}
    assert found.files
    assert words("sho") == ["show"]
    assert words("-") == [flag for option in declared().options for flag in option.flags]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_every_command_is_offered(command: str) -> None:
    flags = [flag for option in declared(command).options for flag in option.flags]
    assert words(f"{command} -") == flags
    assert "--help" in flags


def test_an_option_that_was_given_is_not_offered_again_unless_it_may_be_repeated() -> None:
    assert "--strict" not in words("check --strict -")
    assert "--text" in words("check --text a=b -")
    assert "-d" not in words("show --dossier x.toml -")
    assert words("show -- -") == []


@pytest.mark.parametrize("line", ["export --format ", "export -d x.toml --format ", "export --format '"])
def test_the_value_of_an_option_is_one_of_its_choices(line: str) -> None:
    assert words(line) == list(FORMATS)


def test_a_value_may_follow_an_equals_sign() -> None:
    assert words("export --format=gr") == ["--format=graphml"]


def test_a_positional_argument_is_one_of_its_choices() -> None:
    assert words("list ") == list(KINDS)
    assert words("list quotes ") == []
    assert words("completion ") == list(SCRIPTS)


@pytest.mark.parametrize(
    "line", ["check ", "check a.toml b", "show -d ", "export -o ", "new ", "", "check --text a=b", "show --dossier=a"]
)
def test_files_are_left_to_the_shell(line: str) -> None:
    assert completions(f"karabakh-tui {line}").files


def test_ids_and_views_are_those_of_the_dossier_that_is_named(write: Write, small: str) -> None:
    assert words(f"show -d {small} nor") == ["norrow"]
    assert words(f"show --dossier={small} nor") == ["norrow"]
    assert words("show lowe") == []
    assert {"ego:", "timeline", "pair:"} <= set(words(f"show -d {small} "))
    assert words(f"show -d {small} ego:co") == ["ego:corvath"]
    assert words(f"show -d {small} pair:ilvane:co") == ["pair:ilvane:corvath"]
    assert words(f"show -d {small} ego:ilvane:") == []
    assert words("show arm")[0] == "armenia"
    with_space = write(SMALL, "a b.toml")
    assert words(f"show -d '{with_space}' nor") == ["norrow"]


@pytest.mark.parametrize("named", ["gone.toml", "-", "/", "'\\0'"])
def test_a_dossier_that_cannot_be_read_offers_no_ids(named: str) -> None:
    assert words(f"show -d {named} arm") == []


def test_a_dossier_that_takes_long_to_read_offers_no_ids(write: Write) -> None:
    large = write(SMALL + "#" * (2 << 20))
    assert words(f"show -d {large} nor") == []


def test_a_query_is_completed_like_in_the_app(small: str) -> None:
    assert words(f"list quotes -d {small} --where spea") == ["speaker:"]
    assert words(f"list quotes -d {small} --where act:th") == ["act:threaten"]
    assert words(f"search -d {small} -sta") == []


def test_sources_dates_and_statuses_are_offered(small: str) -> None:
    assert words(f"show -d {small} --text ") == ["gazette=", "almanac="]
    assert words("show --as-of ") == ["all"]
    assert words("balance --include ") == ["contested", "denied", "inferred"]


@pytest.mark.parametrize("line", ["", "x", "karabakh-tui", "karabakh-tui 'a \"b", 'karabakh-tui "', "karabakh-tui \\"])
def test_any_line_has_an_answer(line: str) -> None:
    completions(line)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_of_a_shell_asks_the_program(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert (result.status, result.out) == (OK, SCRIPTS[shell])
    assert f"karabakh-tui completion {shell} --line=" in result.out
    assert run("completion", shell, "--line=karabakh-tui sch").out == (
        f"files\tsch\nschema\t{load_command('schema').SUMMARY}\n"
    )


def test_no_completion_loads_textual_and_that_of_a_command_no_dossier() -> None:
    modules = modules_loaded_by("completion", "bash", "--line=karabakh-tui show arm")
    assert "tui.dossier.load" in modules
    assert "textual" not in modules
    assert "tui.dossier.load" not in modules_loaded_by("completion", "bash", "--line=karabakh-tui sho")


def test_a_script_is_what_its_shell_can_read() -> None:
    process = subprocess.run(["bash", "-n"], input=SCRIPTS["bash"], text=True, capture_output=True, check=False)
    assert (process.returncode, process.stderr) == (0, "")
