"""A bundle on the command line: it is a file like any dossier, and `check` says whether it was altered."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.calls import ROOT, Run
from tests.export.test_bundle import bundled
from tests.marks import mostly_long
from tui import paths
from tui.cli import DATA_ERROR, OK
from tui.cli.reader import LARGE_FILE, Reader


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A bundle of the example."""
    path = tmp_path_factory.mktemp("bundle") / "sarn.zip"
    path.write_bytes(bundled(paths.content(paths.EXAMPLE)))
    return str(path)


def altered(example: str, folder: Path, name: str, content: bytes | None) -> str:
    """The path of a bundle with one file replaced or, without `content`, removed."""
    path = folder / "altered.zip"
    with zipfile.ZipFile(example) as packed, zipfile.ZipFile(path, "w") as written:
        for each in packed.namelist():
            if each != name:
                written.writestr(each, packed.read(each))
        if content is not None:
            written.writestr(name, content)
    return str(path)


def test_check_tells_a_stranger_that_nothing_was_changed(run: Run, example: str) -> None:
    result = run("check", example)
    assert (result.status, result.out) == (OK, "")
    assert "files are as its manifest has them; its own SHA-256 is " in result.err


@pytest.mark.parametrize("name", ["dossier/sarn.toml", "dossier/texts/house.txt", "briefing.md"])
def test_check_names_the_file_that_was_changed(run: Run, example: str, tmp_path: Path, name: str) -> None:
    result = run("check", altered(example, tmp_path, name, b"# nothing"))
    assert result.status == DATA_ERROR
    assert f"error: “{name}” of this bundle was changed after it was made" in result.out
    assert "as its manifest has" not in result.err


def test_check_names_what_is_missing_and_what_was_added(run: Run, example: str, tmp_path: Path) -> None:
    assert (
        "“briefing.md” of this bundle is missing" in run("check", altered(example, tmp_path, "briefing.md", None)).out
    )
    assert "“more.md” of this bundle was added" in run("check", altered(example, tmp_path, "more.md", b"x")).out


@pytest.mark.parametrize(
    "call",
    mostly_long(
        [
            ("show", "orvane", "-d"),
            ("show", "narrow-water", "-d"),
            ("list", "quotes", "--format", "json", "-d"),
            ("search", "rifles", "-d"),
            ("balance", "-d"),
            ("export", "--format", "markdown", "-d"),
        ],
        ("show", "orvane", "-d"),
        ("search", "rifles", "-d"),
        ("export", "--format", "markdown", "-d"),
    ),
)
def test_every_command_reads_the_dossier_and_the_copies_in_it(run: Run, example: str, call: tuple[str, ...]) -> None:
    assert run(*call, example).out == run(*call[:-1], "--example").out


def test_where_the_app_cannot_run_home_is_printed_of_it(run: Run, example: str) -> None:
    assert run(example).out == run("--example").out


def test_an_altered_bundle_does_not_open(run: Run, example: str, tmp_path: Path) -> None:
    result = run("show", "orvane", "-d", altered(example, tmp_path, "dossier/sarn.toml", b"dossier = 1"))
    assert result.status == DATA_ERROR
    assert result.out == ""
    assert "“dossier/sarn.toml” of this bundle was changed after it was made" in result.err


def test_a_bundle_is_not_pinned(run: Run, example: str) -> None:
    before = Path(example).read_bytes()
    result = run("check", "--pin", example)
    assert result.status == DATA_ERROR
    assert "not pinned: a bundle is not changed" in result.err
    assert Path(example).read_bytes() == before


def test_a_bundle_is_not_edited_and_says_why(example: str) -> None:
    reader = Reader(example, {})
    assert reader.not_editable.startswith("This dossier is in a bundle, which is not changed. Unpack it to edit")
    assert reader.files(reader.read()) == [example]


def test_a_bundle_is_as_large_as_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("dossier/d.toml", b"#" * LARGE_FILE)
    assert path.stat().st_size < LARGE_FILE / 10
    assert Reader(str(path), {}).is_large


@pytest.mark.long
@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_unpacked_it_is_a_dossier_with_its_copies(run: Run, example: str, tmp_path: Path) -> None:
    subprocess.run(["unzip", "-q", example, "-d", str(tmp_path)], check=True, cwd=ROOT)
    unpacked = run("show", "narrow-water", "-d", str(tmp_path / "dossier" / "sarn.toml"))
    assert unpacked.out == run("show", "narrow-water", "--example").out
