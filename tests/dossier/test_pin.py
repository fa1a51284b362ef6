"""Pinning: the hash of each local copy is written into the dossier, and nothing else of it changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.dossier.files import Refused
from tui.dossier.load import load
from tui.dossier.pin import pin, pinned
from tui.dossier.sources.copies import sha256

COPY = b"The mill stood still.\n\nNobody would say why.\n"
HASH = sha256(COPY)
OTHER = "0" * 64

HEAD = 'dossier = 1\ntitle = "Mill"\n'
TABLE = '[[sources]]\nid = "m"\nkind = "book"\ntitle = "T"\ntext = "mill.txt"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mill.txt").write_bytes(COPY)
    return tmp_path


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "dossier.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


LINE = f'sha256 = "{HASH}"'
PINNED = {
    "after the path of the copy": (HEAD + TABLE, HEAD + TABLE + LINE + "\n"),
    "before a comment and the next table": (
        HEAD + TABLE + "# mine\n\n[[actors]]\nid = 'a'\nkind = 'person'\nname = 'A'  # his\n",
        HEAD + TABLE + LINE + "\n# mine\n\n[[actors]]\nid = 'a'\nkind = 'person'\nname = 'A'  # his\n",
    ),
    "after a comment on the line": (
        HEAD + TABLE.replace('mill.txt"', 'mill.txt" # "kept" = here'),
        HEAD + TABLE.replace('mill.txt"', 'mill.txt" # "kept" = here') + LINE + "\n",
    ),
    "indented and aligned as its neighbour": (
        HEAD + TABLE.replace("text =", "  text    ="),
        HEAD + TABLE.replace("text =", "  text    =") + f'  sha256  = "{HASH}"\n',
    ),
    "under a quoted key": (
        HEAD + TABLE.replace("text =", '"text" ='),
        HEAD + TABLE.replace("text =", '"text" =') + LINE + "\n",
    ),
    "after a value over two lines": (
        HEAD + TABLE.replace('"mill.txt"', '"""\nmill.txt"""'),
        HEAD + TABLE.replace('"mill.txt"', '"""\nmill.txt"""') + LINE + "\n",
    ),
    "in place of another hash": (
        HEAD + TABLE + f"sha256 = '{OTHER}'   # of May\nnote = 'x'\n",
        HEAD + TABLE + f"{LINE}   # of May\nnote = 'x'\n",
    ),
    "with the line ends of Windows": (
        (HEAD + TABLE).replace("\n", "\r\n"),
        (HEAD + TABLE + LINE + "\n").replace("\n", "\r\n"),
    ),
    "at the end of a file without a last line end": ((HEAD + TABLE).rstrip("\n"), HEAD + TABLE + LINE),
    "in an inline table": (
        HEAD + 'sources = [ { id = "m", kind = "book", text = "mill.txt", title = "T" } ]  # one\n',
        HEAD + f'sources = [ {{ id = "m", kind = "book", text = "mill.txt", {LINE}, title = "T" }} ]  # one\n',
    ),
    "in the second of two tables": (
        HEAD + '[[sources]]\nid = "n"\nkind = "book"\ntitle = "text = 1"\n' + TABLE,
        HEAD + '[[sources]]\nid = "n"\nkind = "book"\ntitle = "text = 1"\n' + TABLE + LINE + "\n",
    ),
    "behind a byte order mark": ("\ufeff" + HEAD + TABLE, "\ufeff" + HEAD + TABLE + LINE + "\n"),
    "beside letters of many bytes": (
        HEAD + TABLE.replace('"T"', '"Հայաստան – «é»"'),
        HEAD + TABLE.replace('"T"', '"Հայաստան – «é»"') + LINE + "\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), PINNED.values(), ids=PINNED)
def test_the_hash_is_written_and_every_other_byte_stays(folder: Path, before: str, after: str) -> None:
    path = written(folder, before)
    assert pin(str(path), {}).changed == ("m",)
    assert path.read_bytes() == after.encode()
    assert [problem for problem in load(path).problems if problem.code in ("copy-changed", "unknown-key")] == []


@pytest.mark.parametrize(("before", "after"), PINNED.values(), ids=PINNED)
def test_pinning_twice_changes_nothing_more(folder: Path, before: str, after: str) -> None:
    path = written(folder, after)
    stamp = os.stat(path)
    result = pin(str(path), {})
    assert (result.changed, result.unchanged) == ((), ("m",))
    assert (os.stat(path).st_ino, os.stat(path).st_mtime_ns) == (stamp.st_ino, stamp.st_mtime_ns)


def test_a_hash_in_capitals_is_the_same(folder: Path) -> None:
    path = written(folder, HEAD + TABLE + f'sha256 = "{HASH.upper()}"\n')
    assert pin(str(path), {}) == ((), ("m",), ())


def test_a_copy_that_the_reader_names_is_pinned_at_the_id(folder: Path) -> None:
    path = written(folder, HEAD + '[[sources]]\nid = "m"\nkind = "book"\ntitle = "T"\n')
    assert pin(str(path), {"m": str(folder / "mill.txt")}).changed == ("m",)
    assert f'id = "m"\n{LINE}\nkind' in path.read_text()


def test_a_source_without_a_copy_is_left_as_it_is(folder: Path) -> None:
    path = written(folder, HEAD + TABLE.replace("mill.txt", "gone.txt"))
    before = path.read_bytes()
    assert pin(str(path), {}) == ((), (), ("m",))
    assert path.read_bytes() == before


def test_a_link_stays_a_link_and_the_permissions_stay(folder: Path) -> None:
    path = written(folder, HEAD + TABLE)
    path.chmod(0o640)
    (folder / "link.toml").symlink_to("dossier.toml")
    pin(str(folder / "link.toml"), {})
    assert (folder / "link.toml").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert LINE in path.read_text()
    assert sorted(os.listdir(folder)) == ["dossier.toml", "link.toml", "mill.txt"]


def test_a_file_that_cannot_be_replaced_keeps_what_it_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder, HEAD + TABLE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Refused, match="it cannot be written: no space left"):
        pin(str(path), {})
    assert path.read_text() == HEAD + TABLE
    assert sorted(os.listdir(folder)) == ["dossier.toml", "mill.txt"]


def test_a_file_that_is_no_toml_is_refused(folder: Path) -> None:
    with pytest.raises(Refused):
        pinned(b"[[sources]\n", {0: HASH})
