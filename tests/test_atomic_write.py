"""A file is written as a whole or not at all, and nothing is replaced unless that was asked for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui.atomic_write import write_atomically


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    file = tmp_path / "d"
    before = os.umask(0o027)
    try:
        write_atomically(str(file), b"x", overwrite=False)
    finally:
        assert os.umask(before) == 0o027
    assert file.read_bytes() == b"x"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_there_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    file = tmp_path / "d"
    file.write_bytes(b"mine")
    file.chmod(0o600)
    with pytest.raises(FileExistsError):
        write_atomically(str(file), b"x", overwrite=False)
    assert file.read_bytes() == b"mine"
    write_atomically(str(file), b"x", overwrite=True)
    assert file.read_bytes() == b"x"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_appears_at_the_last_moment_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "d"
    file.write_bytes(b"mine")
    monkeypatch.setattr(os.path, "lexists", lambda path: False)
    for link in (os.link, _no_links):
        monkeypatch.setattr(os, "link", link)
        with pytest.raises(FileExistsError):
            write_atomically(str(file), b"x", overwrite=False)
    assert file.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_system_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _no_links)
    write_atomically(str(tmp_path / "d"), b"x", overwrite=False)
    assert (tmp_path / "d").read_bytes() == b"x"


def _no_links(*_: object) -> None:
    raise PermissionError(1, "not here")


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space"):
        write_atomically(str(tmp_path / "d"), b"x", overwrite=True)
    assert list(tmp_path.iterdir()) == []
