"""Writing a bundle: the dossier as it is with all its evidence, the same bytes for the same things."""

from __future__ import annotations

import io
import json
import time
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.dossiers import PASSAGES, SMALL
from tests.marks import mostly_long
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS
from tui.dossier.load import load, load_bytes
from tui.dossier.values.text import Safe
from tui.export.formats import FORMATS, NotExported
from tui.export.selection import Origin, select

EPOCH = "1700000000"


@pytest.fixture(autouse=True)
def _epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def read(path: str, copies: dict[str, str]) -> Dossier:
    dossier = load(path, copies).dossier
    assert dossier is not None
    return dossier


def bundled(path: str, copies: dict[str, str] | None = None, **options: Any) -> bytes:
    """The bundle of the dossier at a path, or of a part of it."""
    named = copies or {}
    selection = select(read(path, named), origin=Origin(path, named), **options)
    exported = FORMATS["bundle"].export(selection)
    assert isinstance(exported, bytes)
    return exported


def files_of(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The small dossier with the copy that it names."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "gazette.txt").write_text(PASSAGES)
    path = tmp_path / "The locks (1).toml"
    path.write_text(SMALL)
    return str(path)


@pytest.mark.parametrize("name", mostly_long([paths.BUNDLED, paths.EXAMPLE], paths.EXAMPLE))
def test_the_dossier_is_in_it_byte_for_byte_with_the_copies_at_their_places(name: str) -> None:
    path = paths.content(name)
    files = files_of(bundled(path))
    assert files[f"dossier/{name}"] == Path(path).read_bytes()
    texts = {source.text for source in read(path, {}).tables["sources"] if source.text}  # type: ignore[attr-defined]
    for text in texts:
        assert files[f"dossier/{text}"] == (Path(path).parent / text).read_bytes()
    assert files["briefing.md"].startswith(b"# ")
    assert ("page.html" in files) == ("html" in FORMATS)


def test_the_manifest_has_the_hash_of_every_other_file_and_says_of_what_and_when_it_is(small: str) -> None:
    files = files_of(bundled(small))
    manifest = json.loads(files.pop("manifest.json"))
    assert manifest["files"] == {name: sha256(content).hexdigest() for name, content in files.items()}
    assert (manifest["title"], manifest["created"]) == ("The locks on the Tamber", "2023-11-14T22:13:20Z")
    assert manifest["dossier"] == "dossier/The-locks-1.toml"
    assert manifest["copies"] == {"gazette": "dossier/texts/gazette.txt"}


def test_the_same_dossier_makes_the_same_bytes(small: str) -> None:
    assert bundled(small) == bundled(small)


def test_without_a_set_time_it_is_that_of_the_clock(small: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before = time.gmtime()
    created = json.loads(files_of(bundled(small))["manifest.json"])["created"]
    assert time.strftime("%Y-%m-%dT%H:%M:%SZ", before) <= created <= time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", str(10**20), "0"])
def test_a_time_that_is_none_is_said_in_one_line(small: str, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(NotExported, match="SOURCE_DATE_EPOCH is"):
        bundled(small)


def test_it_opens_again_as_the_same_dossier_and_bundles_again_to_the_same_bytes(small: str, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(first := bundled(small))
    dossier, again = read(small, {}), read(str(path), {})
    assert (again.head, again.tables, again.passages) == (dossier.head, dossier.tables, dossier.passages)
    assert bundled(str(path)) == first


def test_a_copy_named_by_the_reader_is_packed_and_found_again(tmp_path: Path) -> None:
    path, copy = tmp_path / "d.toml", tmp_path / "elsewhere.txt"
    path.write_text(SMALL)
    copy.write_text(PASSAGES)
    bundle = bundled(str(path), {"gazette": str(copy)})
    assert "dossier/texts/gazette.txt" in files_of(bundle)
    copy.write_text("Brenn, envoy, calls it “a trade and nothing more”.")
    almanac = bundled(str(path), {"almanac": str(copy)})
    assert files_of(almanac)["copies/almanac.txt"] == copy.read_bytes()
    loaded = load_bytes(almanac, Safe("b.zip"))
    assert loaded.dossier is not None
    assert list(loaded.dossier.passages) == ["almanac"]


def test_a_copy_that_the_dossier_names_outside_its_folder_is_packed_only_if_the_reader_names_it(tmp_path: Path) -> None:
    (folder := tmp_path / "in").mkdir()
    (tmp_path / "out.txt").write_text(PASSAGES)
    path = folder / "d.toml"
    path.write_text(SMALL.replace("texts/gazette.txt", "../out.txt"))
    assert not [name for name in files_of(bundled(str(path))) if name.endswith(".txt")]
    files = files_of(bundled(str(path), {"gazette": str(tmp_path / "out.txt")}))
    assert files["copies/gazette.txt"] == PASSAGES.encode()


def test_a_part_is_written_anew_with_the_copies_of_its_sources(small: str) -> None:
    files = files_of(bundled(small, chosen=["q-pilot"], query="pilot"))
    part = json.loads(files["dossier/dossier.json"])
    assert [quote["id"] for quote in part["quotes"]] == ["q-pilot"]
    assert files["dossier/texts/gazette.txt"] == PASSAGES.encode()


def test_what_came_from_no_file_is_written_anew() -> None:
    dossier = load_bytes(SMALL.encode(), Safe("standard input")).dossier
    assert dossier is not None
    exported = FORMATS["bundle"].export(select(dossier))
    assert isinstance(exported, bytes)
    written = json.loads(files_of(exported)["dossier/dossier.json"])
    assert {table: len(written[table]) for table in KINDS} == {table: len(dossier.tables[table]) for table in KINDS}


def test_what_has_changed_since_it_was_read_is_not_packed(small: str) -> None:
    selection = select(read(small, {}), origin=Origin(small, {}))
    Path(small).write_text(SMALL.replace("A pilot for the lower reach.", "Two pilots."))
    with pytest.raises(NotExported, match="the dossier has changed since it was read"):
        FORMATS["bundle"].export(selection)
    Path(small).write_text(SMALL)
    (Path(small).parent / "texts" / "gazette.txt").write_text(PASSAGES.replace("barges", "boats"))
    with pytest.raises(NotExported, match="a local copy has changed since the dossier was read"):
        FORMATS["bundle"].export(selection)
    Path(small).unlink()
    with pytest.raises(NotExported, match="cannot be read again"):
        FORMATS["bundle"].export(selection)
