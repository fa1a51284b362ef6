"""The wheel, built from the checkout and installed where the checkout is out of reach. Needs no network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

import tui
from tests.project import code

pytestmark = pytest.mark.long

Run = Callable[..., str]


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"XDG_STATE_HOME": str(cwd), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with the tools that are here."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=code.ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def run(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a command of a new environment that holds the wheel, in a folder outside the checkout.

    Its dependencies are those of the environment of the tests, which it sees through a path file.
    """
    folder = tmp_path_factory.mktemp("installed")
    home, elsewhere = folder / "venv", folder / "elsewhere"
    elsewhere.mkdir()
    own_pip = find_spec("pip") is None
    venv.create(home, symlinks=True, with_pip=own_pip)
    python = home / "bin" / "python"
    pip = (str(python), "-m", "pip") if own_pip else (sys.executable, "-m", "pip", "--python", str(python))
    _run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=elsewhere)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(
        "\n".join(sorted({sysconfig.get_path(name) for name in ("purelib", "platlib")})), encoding="utf-8"
    )
    return lambda command, *rest: _run(home / "bin" / command, *rest, cwd=elsewhere)


def test_the_wheel_holds_the_program_and_its_content_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"tui", f"karabakh_tui-{tui.VERSION}.dist-info"}
    assert {"tui/_content/karabakh.toml", "tui/_content/sarn.toml", "tui/_content/texts/courier.txt"} <= set(names)
    assert {"tui/py.typed", "tui/screens/browse.tcss"} <= set(names)
    assert [name for name in names if {"tests", "__pycache__"} & set(name.split("/")) or "/test_" in name] == []
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    package = code.ROOT / code.PACKAGE
    there = {
        str(path.relative_to(code.ROOT))
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert there <= set(zipfile.ZipFile(wheel).namelist())


def test_the_installed_program_knows_its_version(run: Run) -> None:
    assert run("karabakh-tui", "--version") == f"karabakh-tui {tui.VERSION}\n"
    assert run("python", "-m", "tui", "--version") == f"karabakh-tui {tui.VERSION}\n"


def test_the_installed_program_is_not_the_checkout(run: Run) -> None:
    where = run("python", "-c", "from tui import paths; print(paths.content('karabakh.toml'))").strip()
    assert "/site-packages/tui/_content/" in where
    assert Path(where).is_file()
    assert str(code.ROOT) not in run("python", "-c", "import sys; print(sys.path)").replace(sys.prefix, "")


def test_the_installed_program_checks_and_shows_the_bundled_dossier(run: Run) -> None:
    assert "karabakh.toml" in run("karabakh-tui", "check")
    assert "Armenia" in run("karabakh-tui", "show", "armenia")


def test_the_installed_example_opens_with_its_texts(run: Run) -> None:
    assert "The Sarn strait" in run("karabakh-tui", "--example")
    assert "/_content/sarn.toml: no problem" in run("karabakh-tui", "check", "--strict", "--example")
    assert "every paragraph is cited" in run("karabakh-tui", "show", "coverage", "--example")


def test_the_installed_program_writes_a_web_page(run: Run) -> None:
    page = run("karabakh-tui", "export", "--format", "html")
    assert page.startswith("<!doctype html>")
    assert "prefers-color-scheme: dark" in page
    assert "page:search-data" in page


def test_without_a_terminal_the_installed_program_prints_an_overview(run: Run) -> None:
    assert "Armenia" in run("karabakh-tui")


def test_the_installed_app_can_be_built(run: Run) -> None:
    made = "from tui.cli import reader; from tui.app import KarabakhApp; print(KarabakhApp(reader.Reader(None, {})))"
    assert "KarabakhApp" in run("python", "-c", made)


def test_the_installed_program_writes_the_starter(run: Run) -> None:
    assert run("karabakh-tui", "new", "-").startswith("#:schema ./dossier.schema.json\n")


def test_the_bundled_dossier_of_the_installed_program_is_not_to_be_edited(run: Run) -> None:
    asked = "from tui.cli.reader import Reader; print(Reader(None, {}).not_editable)"
    told = run("python", "-c", asked)
    assert "part of the program" in told
    assert "karabakh.toml" in told
