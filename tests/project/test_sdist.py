"""The source distribution is complete: everything is in it, and its tests pass where nothing else is."""

from __future__ import annotations

import email
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from trove_classifiers import classifiers

import tui
from hatch_build import with_absolute_links
from tests.project import papers
from tests.project.code import ROOT

HONEST = (
    "tests/project/test_files.py",
    "tests/project/test_papers.py",
    "tests/project/test_imports.py",
    "tests/test_content_readme.py",
    "tests/test_karabakh.py",
    "tests/test_sarn.py",
    "tests/cli",
    "tests/frozen",
    "tests/nav",
    "tests/journeys/test_jumping.py",
)
"""A small part of the tests that needs the papers, the content, other processes, and the screen."""


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST"))}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked source distribution of this checkout."""
    folder = tmp_path_factory.mktemp("sdist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / f"karabakh_tui-{tui.VERSION}"


@pytest.mark.long
def test_every_file_is_in_it(sdist: Path) -> None:
    below = (
        path.relative_to(ROOT)
        for folder in ("tui", "content", "tests", ".ci", ".github")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    wanted = [*below, *map(Path, papers.PAPERS), *map(Path, ("CHANGELOG.md", "LICENSE", "pyproject.toml"))]
    assert [str(path) for path in wanted if not (sdist / path).is_file()] == []
    assert os.access(sdist / ".ci" / "run", os.X_OK)


@pytest.mark.long
def test_its_own_tests_pass(sdist: Path) -> None:
    printed = _run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *HONEST, cwd=sdist)
    assert " passed" in printed


@pytest.mark.long
def test_an_index_can_show_its_description(sdist: Path) -> None:
    metadata = email.message_from_string((sdist / "PKG-INFO").read_text(encoding="utf-8"))
    text = metadata.get_payload()
    assert isinstance(text, str)
    assert text.startswith("# karabakh-tui")
    assert "](tests/" not in text
    assert "](content/" not in text
    assert set(metadata.get_all("Classifier", ())) <= classifiers


README = "![a picture](tests/x.svg)\n\n[guide](content/README.md), [Textual](https://textual.example), [up](#top)\n"


def test_without_a_public_home_relative_links_become_words() -> None:
    assert with_absolute_links(README, "", "v1") == "\n\nguide, [Textual](https://textual.example), [up](#top)\n"


def test_with_a_public_home_relative_links_lead_to_the_release() -> None:
    text = with_absolute_links(README, "https://example.org/x", "v1")
    assert text.startswith("![a picture](https://example.org/x/raw/v1/tests/x.svg)")
    assert "[guide](https://example.org/x/blob/v1/content/README.md)" in text
