"""The local copies of sources: read from the files that the dossier or the reader names, and from no other."""

import os
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tui.dossier.files import Refused, decode, read_file
from tui.dossier.kinds import Source, Tables
from tui.dossier.problems import Problems, TreePath
from tui.dossier.sources.source_rules import COPY_CHANGED, TEXT_OUTSIDE, UNREADABLE_COPY
from tui.dossier.values.text import Safe, clean

MAX_BYTES = 8 << 20
"""Bytes of copies named by the dossier that are read in all: it may name the same large file a thousand times."""

_HASH_LENGTH = 64

Passages = dict[str, list[Safe]]
"""Source id -> its paragraphs; the first is paragraph 1."""

_DIVIDED_UNSEEN = re.compile("\u00ad[ \t]*\r?\n[ \t]*")
"""A soft hyphen at the end of a line, whose word goes on in the next."""


class CopiesRead(NamedTuple):
    """What was read: the paragraphs of sources, the hash and the bytes of each copy, and why a source has none."""

    passages: Passages
    hashes: dict[str, str]
    contents: dict[str, bytes]
    missing: dict[str, str]


def read_copies(
    tables: Tables,
    folder: str | None,
    named: Mapping[str, str],
    problems: Problems,
    packed: Mapping[str, bytes] = MappingProxyType({}),
) -> CopiesRead:
    """Return the local copies that can be read.

    `named` maps source ids to paths and takes precedence over `packed`, the copies in a bundle, and over the dossier's
    own `text`, which is relative to `folder` and may not lead out of it. A copy that is named but cannot be read is an
    error; one whose hash is not the one in the dossier is a warning.
    """
    passages: Passages = {}
    hashes: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    missing: dict[str, str] = {}
    bytes_left = MAX_BYTES
    by_path: dict[str, tuple[list[Safe], str]] = {}
    for number, record in tables["sources"]:
        if not isinstance(record, Source) or not record.id:
            continue
        position: TreePath = ("sources", number, "text")
        named_by_reader = record.id in named
        in_bundle = None if named_by_reader else packed.get(record.id)
        if in_bundle is not None:
            path: str | None = f"{record.id} in the bundle"
        else:
            path = named.get(record.id) or _path_in_folder(record, folder, position, problems)
        if path is None:
            missing[record.id] = "no local copy"
            continue
        try:
            data = in_bundle
            if data is None:
                data = read_file(path) if named_by_reader else read_file(path, bytes_left)
            if path not in by_path:
                by_path[path] = paragraphs(decode(data)), sha256(data)
        except Refused as refused:
            missing[record.id] = f"{os.path.basename(path)[:80]}: {refused.what}"
            if refused.code == "too-big" and not named_by_reader:
                missing[record.id] = f"its copies are larger than {MAX_BYTES >> 20} MiB in all"
            elif refused.code != "no-such-file" or named_by_reader:
                what = f"the local copy of “{record.id}”, {path}: {refused.what}"
                problems.report(UNREADABLE_COPY, position[:2] if named_by_reader else position, what, refused.hint)
            continue
        passages[record.id], hashes[record.id] = by_path[path]
        contents[record.id] = data
        bytes_left -= len(data) if in_bundle is None and not named_by_reader else 0
        if len(record.sha256) == _HASH_LENGTH and record.sha256.lower() != hashes[record.id]:
            problems.report(
                COPY_CHANGED,
                ("sources", number, "sha256"),
                f"the local copy of “{record.id}” is not the one that was pinned: its sha256 is {hashes[record.id]}",
                "see what changed in it; then check --pin writes the new hash",
            )
    return CopiesRead(passages, hashes, contents, missing)


def sha256(data: bytes) -> str:
    """Return the SHA-256 hash of the bytes of a copy, in lower-case hexadecimal digits."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def paragraphs(text: str) -> list[Safe]:
    """Return the paragraphs of a source, each cleaned and on one line; citations count them from 1.

    A paragraph is a block of lines separated from the next by blank lines.
    """
    blocks: list[list[str]] = [[]]
    if "\u00ad" in text:
        text = _DIVIDED_UNSEEN.sub("", text)
    for row in clean(text).split("\n"):
        words = row.split()
        if words:
            blocks[-1] += words
        elif blocks[-1]:
            blocks.append([])
    return [Safe(" ".join(block)) for block in blocks if block]


def _path_in_folder(source: Source, folder: str | None, position: TreePath, problems: Problems) -> str | None:
    """Return the path of the copy that a dossier names, with links resolved; None when it is not below `folder`."""
    if not source.text or folder is None:
        return None
    path = os.path.realpath(os.path.join(folder, source.text))
    if os.path.isabs(source.text) or os.path.relpath(path, os.path.realpath(folder)).split(os.sep)[0] == os.pardir:
        problems.report(
            TEXT_OUTSIDE,
            position,
            "`text` leads out of the dossier's folder and is not read",
            "use a path below the dossier, or --text",
        )
        return None
    return path
