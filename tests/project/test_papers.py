"""Every path, command and link that the papers name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project import code, papers
from tests.project.code import ROOT
from tui.dossier.load import load_bytes
from tui.dossier.values.text import Safe


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", papers.PAPERS)
def test_every_path_exists(name: str) -> None:
    assert list(papers.missing_paths(_read(name), (ROOT / name).parent)) == []


@pytest.mark.parametrize("name", [name for name in papers.PAPERS if name.endswith(".md")])
def test_every_command_exists_and_takes_its_options(name: str) -> None:
    assert list(papers.wrong_commands(_read(name))) == []


@pytest.mark.parametrize("name", [name for name in papers.PAPERS if name.endswith(".md")])
def test_every_relative_link_leads_somewhere(name: str) -> None:
    assert list(papers.missing_targets(_read(name), (ROOT / name).parent)) == []


@pytest.mark.parametrize("name", [name for name in papers.PAPERS if name.endswith(".md")])
def test_nothing_is_said_twice(name: str) -> None:
    paragraphs = [part.strip() for part in _read(name).split("\n\n") if len(part) > 150]
    assert [part for part in paragraphs if paragraphs.count(part) > 1] == []


def test_every_recipe_of_the_justfile_runs_what_exists() -> None:
    lines = papers.recipe_lines(_read("justfile"))
    assert "python" in lines
    assert list(papers.wrong_commands(lines)) == []


def test_the_justfile_has_the_recipes_of_a_contributor() -> None:
    assert {"run", "test", "long", "lint", "types", "bench", "pictures", "ci"} <= papers.recipes(_read("justfile"))


def test_the_hooks_use_the_version_of_ruff_that_the_tests_use() -> None:
    assert f"rev: v{papers.pinned('ruff')}\n" in _read(".pre-commit-config.yaml")


def test_ci_runs_everything_on_every_version_of_python_that_is_promised() -> None:
    workflow = _read(".github/workflows/ci.yml")
    matrix = re.search(r"python: \[(.+)\]", workflow)
    assert matrix is not None
    assert re.findall(r'"(.+?)"', matrix[1]) == papers.classifier_versions()
    assert re.search(r"^ +- run: \.ci/run$", workflow, re.MULTILINE)
    assert {"ubuntu-latest", "macos-latest"} <= set(re.findall(r"[\w-]+", workflow))


def test_the_architecture_names_every_folder_and_every_module_of_the_top() -> None:
    text = _read("ARCHITECTURE.md")
    folders = {f"{path.parent.relative_to(ROOT)}/" for path in code.files() if path.name == "__init__.py"}
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / code.PACKAGE).glob("[a-z]*.py")}
    named = set(re.findall(r"`([\w./]+)`", text)) | {
        # `balance/` in the row of tui/dossier/network/, `page/` in that of tui/widgets/
        f"{row[0]}{below}"
        for row in re.findall(r"^\| `(tui/[\w/]+/)`(.*)$", text, re.MULTILINE)
        for below in re.findall(r"`(\w+/)`", row[1])
    }
    hidden = {folder for folder in folders if folder.endswith("/solver/")}
    assert folders - hidden - named - {"tui/"} == set()
    assert modules - named == set()


def test_the_dossier_of_the_readme_opens_and_is_frozen() -> None:
    [example] = re.findall(r"^```toml\n(.*?)^```$", _read("README.md"), re.MULTILINE | re.DOTALL)
    assert load_bytes(example.encode(), Safe("README.md")).problems == ()
    assert _read("tests/frozen/first-lines.toml").endswith(example)


# The checks find what they must


@pytest.mark.parametrize(
    "text",
    [
        "see tui/pages/invented.py",
        "`tui/invented/` holds nothing",
        "`tests/project/test_invented.py`",
        "in `.ci/invented`",
        "`invented.py`, `invented.tcss`",
        "| `tui/cli/`, `content/invented.toml` |",
        "a new kind is `tui/dossier/invented/treaties.py`",
    ],
)
def test_an_invented_path_is_found(text: str) -> None:
    assert list(papers.missing_paths(text))


@pytest.mark.parametrize(
    "text",
    [
        "`karabakh-tui invent --this`",
        "`karabakh-tui list treaties`",
        "`karabakh-tui balance --include everything`",
        "    karabakh-tui check [FILE…] --invented          says what is wrong\n",
        "```sh\nkarabakh-tui show\n```\n",
        "`python -m tests.tools.invented`",
        "`.venv/bin/python -m tests.bench.bench --invented`",
        "`python -m tui invent this`",
        "`.venv/bin/python -m invented`",
        "`just invent`",
        "`list KIND --format invented`",
        "`--invented`",
    ],
)
def test_an_invented_command_is_found(text: str) -> None:
    assert list(papers.wrong_commands(text))


@pytest.mark.parametrize("text", ["[x](tui/invented.py)", "[x](#invented)", "![x](tests/pictures/invented.svg)"])
def test_a_broken_link_is_found(text: str) -> None:
    assert list(papers.missing_targets(text))


def test_what_exists_is_left_alone() -> None:
    text = (
        "# A heading\n[x](#a-heading) [y](README.md) `tui/app.py`, `keys.py`, `karabakh-tui show ID`, `just run show x`"
    )
    assert [*papers.missing_paths(text), *papers.wrong_commands(text), *papers.missing_targets(text)] == []


def test_the_recipes_of_a_justfile_are_found() -> None:
    assert papers.recipes('x := "y"\n\n# words: more\nrun *rest:\n    @echo a: b\n\nall: run\n') == {"run", "all"}
    assert Path(ROOT, "justfile").is_file()
