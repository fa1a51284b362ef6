"""One zip file with a dossier and all its evidence: the local copies, the page, the briefing, and a manifest.

The manifest has the SHA-256 of every other file, so that anybody can tell that nothing was changed. The bytes of a
bundle depend on nothing but what is packed and the time at which it is made, which SOURCE_DATE_EPOCH sets.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import time
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO

from tui import VERSION
from tui.dossier.bundle import MANIFEST, open_bundle
from tui.dossier.bundle import VERSION as FORM
from tui.dossier.files import LIMIT, Refused, is_zip, read_file
from tui.dossier.kinds import Source
from tui.dossier.load import load_bytes
from tui.dossier.problems import Problems
from tui.dossier.sources.copies import read_copies
from tui.dossier.values.text import Safe
from tui.dossier.zip_reader import MOST_FILES, fault_of_name
from tui.export.formats import FORMATS, NotExported
from tui.export.selection import Selection

_FOLDER = "dossier"
"""Where the dossier lies, with the copies that it names at the places where it names them."""
_COPIES = "copies"
"""Where the other copies lie."""
_READABLE = {"html": "page.html", "markdown": "briefing.md"}
"""The formats that are packed for people to read -> the names of their files."""
_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""The years that a zip file can say."""
_PLAIN_MODE = 0o100644
_UNIX = 3


def export(selection: Selection) -> bytes:
    """The bundle. Raises NotExported."""
    name, dossier, copies = _evidence(selection)
    files = {f"{_FOLDER}/{name}": dossier}
    places: dict[str, str] = {}
    for source in selection.dossier.records_of(Source):
        if (copy := copies.get(source.id)) is not None:
            places[source.id] = place = _place(source, copy, files)
            files[place] = copy
    for format_name, readable in _READABLE.items():
        if format_name in FORMATS:
            exported = FORMATS[format_name].export(selection)
            files[readable] = exported if isinstance(exported, bytes) else b""
    created = _created()
    manifest = {
        "bundle": FORM,
        "title": selection.dossier.title,
        "program": f"karabakh-tui {VERSION}",
        "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", created),
        "dossier": f"{_FOLDER}/{name}",
        "copies": places,
        "files": {each: sha256(files[each]).hexdigest() for each in sorted(files)},
    }
    written = json.dumps(manifest, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return _packed({MANIFEST: written.encode(), **{each: files[each] for each in sorted(files)}}, created)


def _evidence(selection: Selection) -> tuple[str, bytes, Mapping[str, bytes]]:
    """The name and the bytes of the dossier, and the copies of its sources by their ids, all as they were read.

    A part of a dossier is written anew; the whole is the file itself.
    """
    dossier, origin = selection.dossier, selection.origin
    if origin is None:
        return *_written(selection), {}
    try:
        data = read_file(origin.path)
        packed: Mapping[str, bytes] = {}
        name, folder = os.path.basename(origin.path), os.path.dirname(os.path.abspath(origin.path))
        if is_zip(data):
            bundle = open_bundle(data)
            name, data, packed, folder = bundle.manifest.dossier, bundle.dossier, bundle.copies, ""
    except Refused as refused:
        raise NotExported(f"the dossier cannot be read again: {refused.what}") from None
    tables = {table: list(enumerate(records)) for table, records in dossier.tables.items()}
    read = read_copies(tables, folder or None, origin.copies, Problems(), packed)
    known = {source.id: dossier.passages.get(source.id) for source in dossier.records_of(Source)}
    if any(read.passages.get(source) != passages for source, passages in known.items()):
        raise NotExported("a local copy has changed since the dossier was read; read it again")
    if not selection.is_whole:
        return *_written(selection), read.contents
    again = load_bytes(data, Safe("")).dossier
    if again is None or (again.head, again.tables) != (dossier.head, dossier.tables):
        raise NotExported("the dossier has changed since it was read; read it again")
    return _plain_name(posixpath.basename(name)), data, read.contents


def _written(selection: Selection) -> tuple[str, bytes]:
    exported = FORMATS["json"].export(selection)
    return "dossier.json", exported if isinstance(exported, bytes) else b""


def _plain_name(name: str) -> str:
    """The name of a file in letters, digits and hyphens, with its suffix."""
    stem, suffix = os.path.splitext(os.fsdecode(name))
    plain = re.sub("[^A-Za-z0-9]+", "-", stem).strip("-")[:60]
    return f"{plain or 'dossier'}{suffix.lower() if suffix.lower() in ('.toml', '.json') else '.toml'}"


def _place(source: Source, copy: bytes, files: Mapping[str, bytes]) -> str:
    """Where a copy lies: where the dossier names it, so that it is found there too when the bundle is unpacked."""
    named = f"{_FOLDER}/{posixpath.normpath(source.text)}" if source.text else ""
    if named and not source.text.startswith("/") and not fault_of_name(named) and files.get(named, copy) == copy:
        return named
    return f"{_COPIES}/{source.id}.txt"


def _created() -> time.struct_time:
    """The time at which the bundle is made, in UTC: now, or the one that SOURCE_DATE_EPOCH sets."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        created = time.gmtime(int(seconds) if seconds else None)
    except (ValueError, OverflowError, OSError):
        raise NotExported(f"SOURCE_DATE_EPOCH is “{seconds[:40]}”, which is no number of seconds") from None
    if not _FIRST_YEAR <= created.tm_year <= _LAST_YEAR:
        raise NotExported(f"SOURCE_DATE_EPOCH is in the year {created.tm_year}, which a zip file cannot say")
    return created


def _packed(files: Mapping[str, bytes], created: time.struct_time) -> bytes:
    if len(files) > MOST_FILES or sum(map(len, files.values())) > LIMIT:
        raise NotExported(
            f"the bundle would be larger than the {LIMIT >> 20} MiB or {MOST_FILES:,} files that are read"
        )
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, created[:6])
            info.create_system, info.external_attr = _UNIX, _PLAIN_MODE << 16
            packed.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return written.getvalue()
