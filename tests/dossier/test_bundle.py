"""A bundle: it opens as the dossier in it, and says which of its files were altered."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest

from tests.dossier.test_zip_reader import zipped
from tests.dossiers import PASSAGES, SMALL
from tui.dossier.bundle import MANIFEST, VERSION
from tui.dossier.load import Loaded, load_bytes
from tui.dossier.values.text import Safe

COPY = PASSAGES.encode()
FILES = {"dossier/d.toml": SMALL.encode(), "copies/gazette.txt": COPY, "page.html": b"<!doctype html>"}


def bundle_of(packed: dict[str, bytes] = FILES, /, **manifest: Any) -> bytes:
    """A bundle of some files; `manifest` are keys of the manifest that differ from what they are."""
    values = {
        "bundle": VERSION,
        "program": "karabakh-tui 0.1.0",
        "created": "2026-01-02T03:04:05Z",
        "dossier": "dossier/d.toml",
        "copies": {"gazette": "copies/gazette.txt"},
        "files": {name: sha256(content).hexdigest() for name, content in packed.items()},
        **manifest,
    }
    return zipped([(MANIFEST, json.dumps(values).encode()), *packed.items()])


def opened(data: bytes, **copies: str) -> Loaded:
    return load_bytes(data, Safe("d.zip"), None, copies)


def problems_of(data: bytes) -> list[str]:
    return [problem.text("d.zip") for problem in opened(data).problems]


HASHES = {name: sha256(content).hexdigest() for name, content in FILES.items()}


def test_a_bundle_opens_as_the_dossier_in_it_with_the_copies_in_it() -> None:
    loaded = opened(bundle_of())
    assert loaded.dossier is not None
    assert loaded.dossier.title == "The locks on the Tamber"
    assert len(loaded.dossier.passages["gazette"]) == 5
    assert loaded.copies == ()


def test_it_is_said_that_nothing_was_altered_and_what_the_hash_of_the_whole_is() -> None:
    data = bundle_of()
    assert opened(data).notes[0] == (
        "a bundle, made 2026-01-02T03:04:05Z by karabakh-tui 0.1.0; its 3 files are as its manifest has them; "
        f"its own SHA-256 is {sha256(data).hexdigest()}"
    )


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_changed_is_named_and_the_bundle_does_not_open(name: str) -> None:
    data = bundle_of({**FILES, name: FILES[name] + b"\n# more"}, files=HASHES)
    assert opened(data).dossier is None
    assert opened(data).problems[0].text("d.zip").startswith(f"d.zip: error: “{name}” of this bundle was changed after")


def test_a_file_that_is_missing_is_named() -> None:
    without = {name: content for name, content in FILES.items() if name != "page.html"}
    assert problems_of(bundle_of(without, files=HASHES)) == [
        "d.zip: error: “page.html” of this bundle is missing; ask for the bundle as it was made"
    ]


def test_a_file_that_was_added_is_named() -> None:
    [problem] = problems_of(bundle_of({**FILES, "more.txt": b"x"}, files=HASHES))
    assert "“more.txt” of this bundle was added after it was made" in problem


def test_a_copy_that_was_changed_is_named_and_what_it_does_to_the_quotations() -> None:
    changed = COPY.replace(b"no pilot came", b"a pilot came")
    codes = [
        problem.code for problem in opened(bundle_of({**FILES, "copies/gazette.txt": changed}, files=HASHES)).problems
    ]
    assert codes[0] == "bundle-changed"
    assert "quote-not-found" in codes
    assert "copy-changed" in codes


def test_a_copy_that_the_reader_names_comes_first(tmp_path: Any) -> None:
    path = tmp_path / "other.txt"
    path.write_text("Another text.")
    codes = [problem.code for problem in opened(bundle_of(), gazette=str(path)).problems]
    assert "copy-changed" in codes


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zipped([("word/document.xml", b"<x/>")]), "no bundle: there is no manifest.json in it"),
        (zipped([]), "no bundle: there is no manifest.json in it"),
        (zipped([(MANIFEST, b"{")]), "its manifest.json is not that of a bundle"),
        (zipped([(MANIFEST, b"[" * 90_000)]), "its manifest.json is not that of a bundle"),
        (zipped([(MANIFEST, b'{"bundle": 1}')]), "its manifest.json is not that of a bundle"),
        (zipped([(MANIFEST, b"\xff")]), "its manifest.json is not that of a bundle"),
        (bundle_of(bundle=2), "a bundle of version 2; version 1 is read"),
        (bundle_of(dossier="dossier/x.toml"), "“dossier/x.toml”, is missing"),
        (bundle_of()[:-40], "damaged or cut off"),
        (bundle_of({**FILES, "../x": b""}), "leads out of it"),
    ],
)
def test_what_is_no_bundle_is_refused_in_one_line(data: bytes, why: str) -> None:
    [problem] = problems_of(data)
    assert why in problem


def test_a_bundle_in_a_bundle_is_no_dossier() -> None:
    files = {**FILES, "dossier/d.toml": bundle_of()}
    assert opened(bundle_of(files)).dossier is None


def test_problems_of_the_dossier_have_their_lines() -> None:
    broken = SMALL.replace('speaker = "brenn"', 'speaker = "nobody"').encode()
    problems = opened(bundle_of({**FILES, "dossier/d.toml": broken})).problems
    assert any(problem.line > 1 and problem.code == "dangling-reference" for problem in problems)
