"""Reads a bundle: one zip file with a dossier, the copies of its sources, and a manifest with the hash of each file."""

import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import msgspec

from tui.dossier.files import Refused
from tui.dossier.problems import Problem
from tui.dossier.values.text import Safe, line
from tui.dossier.zip_reader import read_zip

VERSION = 1
"""The version of the form of bundles."""
MANIFEST = "manifest.json"
"""The name of the manifest, the one file whose hash is not in it."""
_HINTS = {
    "changed": "ask for the bundle as it was made; unpack it to read what it holds as it is",
    "missing": "ask for the bundle as it was made",
    "added": "what was added is not part of the bundle; unpack it to read the rest",
}


class Manifest(msgspec.Struct):
    """What the manifest says: the version of the form, which file is the dossier, and the SHA-256 of every other file.

    `copies`: id of a source -> the file that is the copy of it. `title`, `program` and `created`, a date and time in
    UTC, are for people.
    """

    bundle: int
    dossier: str
    files: dict[str, str]
    copies: dict[str, str] = {}
    title: str = ""
    program: str = ""
    created: str = ""


class Bundle(NamedTuple):
    """A dossier with the copies of its sources, by their ids, and as `problems` what was altered since it was made."""

    manifest: Manifest
    dossier: bytes
    copies: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    def note(self, data: bytes) -> Safe:
        """In one sentence when the bundle of these bytes was made, that nothing was altered, and its own hash."""
        from hashlib import sha256

        number = len(self.manifest.files)
        files = (
            "its 1 file is as its manifest has it"
            if number == 1
            else f"its {number:,} files are as its manifest has them"
        )
        made = f"a bundle, made {self.manifest.created} by {self.manifest.program}"
        return line(f"{made}; {files}; its own SHA-256 is {sha256(data).hexdigest()}")


def unpacked_size(path: str | os.PathLike[str]) -> int:
    """Return how many bytes the files of the bundle at `path` say they have; 0 when it cannot be read."""
    from zipfile import BadZipFile, ZipFile

    with suppress(BadZipFile, NotImplementedError, ValueError, OSError, struct.error), ZipFile(path) as packed:
        return sum(info.file_size for info in packed.infolist())
    return 0


def open_bundle(data: bytes) -> Bundle:
    """Return what is in the bundle with these bytes. Raises Refused when it is none, or has no dossier."""
    contents = read_zip(data)
    manifest = _manifest(contents.pop(MANIFEST, None))
    problems = tuple(_problems(manifest, contents))
    if manifest.dossier not in contents:
        raise Refused(
            "bundle-missing", f"the dossier of this bundle, “{manifest.dossier}”, is missing", _HINTS["missing"]
        )
    copies = {source: contents[name] for source, name in manifest.copies.items() if name in contents}
    return Bundle(manifest, contents[manifest.dossier], copies, problems)


def _manifest(data: bytes | None) -> Manifest:
    if data is None:
        hint = "karabakh-tui export --format bundle writes one"
        raise Refused("not-a-bundle", f"this is a zip file, but no bundle: there is no {MANIFEST} in it", hint)
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Refused("not-a-bundle", f"this is a zip file, but its {MANIFEST} is not that of a bundle") from None
    if manifest.bundle != VERSION:
        what = f"this is a bundle of version {manifest.bundle}; version {VERSION} is read"
        raise Refused("not-a-bundle", what, "open it with the program that made it")
    return manifest


def _problems(manifest: Manifest, contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is not as the manifest has it, in its order; what was added comes last."""
    from hashlib import sha256

    for name, expected in manifest.files.items():
        if name not in contents:
            yield _problem(name, "missing")
        elif sha256(contents[name]).hexdigest() != expected.lower():
            yield _problem(name, "changed")
    for name in contents:
        if name not in manifest.files:
            yield _problem(name, "added")


def _problem(name: str, how: str) -> Problem:
    what = f"“{name}” of this bundle {'is missing' if how == 'missing' else f'was {how} after it was made'}"
    return Problem(0, 0, "error", f"bundle-{how}", line(what), Safe(_HINTS[how]))
