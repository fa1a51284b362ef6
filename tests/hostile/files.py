"""What is no ordinary file, and names that are no names."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.base import tree, write
from tests.hostile.case import Case, Expect
from tests.hostile.families import ESCAPES, FAMILIES

_LONGEST = 255


def _case(name: str, expect: Expect, maker: Callable[[Path], str]) -> Case:
    return Case(f"file/{name}", "file", expect, None, maker)


def _fifo(folder: Path) -> str:
    os.mkfifo(folder / "pipe.toml")
    return str(folder / "pipe.toml")


def _socket(folder: Path) -> str:
    here = os.getcwd()
    os.chdir(folder)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("socket.toml")
    finally:
        os.chdir(here)
    return str(folder / "socket.toml")


def _loop(folder: Path) -> str:
    (folder / "loop.toml").symlink_to("loop.toml")
    return str(folder / "loop.toml")


def _dangling(folder: Path) -> str:
    (folder / "link.toml").symlink_to("nothing.toml")
    return str(folder / "link.toml")


def _to_fifo(folder: Path) -> str:
    (folder / "link.toml").symlink_to(_fifo(folder))
    return str(folder / "link.toml")


def _unreadable(folder: Path) -> str:
    path = folder / "closed.toml"
    path.write_text(write(tree()).text, encoding="utf-8")
    path.chmod(0)
    return str(path)


def _below_a_file(folder: Path) -> str:
    (folder / "file").touch()
    return str(folder / "file" / "case.toml")


def _big(folder: Path) -> str:
    with (folder / "big.toml").open("wb") as file:
        file.truncate(2 << 30)
    return str(folder / "big.toml")


def _good(folder: Path, name: bytes) -> str:
    path = os.path.join(os.fsencode(folder), name)
    with open(path, "wb") as file:
        file.write(write(tree()).text.encode())
    return os.fsdecode(path)


def _special() -> Iterator[Case]:
    yield _case("fifo", "refused", _fifo)
    yield _case("link-to-fifo", "refused", _to_fifo)
    yield _case("socket", "refused", _socket)
    yield _case("loop", "refused", _loop)
    yield _case("dangling-link", "refused", _dangling)
    yield _case("directory", "refused", str)
    yield _case("missing", "refused", lambda folder: str(folder / "missing.toml"))
    yield _case("below-a-file", "refused", _below_a_file)
    yield _case("unreadable", "refused" if os.geteuid() else "either", _unreadable)
    yield _case("sparse-2-gib", "refused", _big)
    for name in ("/dev/zero", "/dev/null", "/dev/full", "/dev/tty", "/dev/random", "/proc/self/mem", "/proc/self/maps"):
        if os.path.exists(name):
            yield _case(f"device-{name.replace('/', '-')}", "refused", lambda _, name=name: str(name))  # type: ignore[misc]


def _names() -> Iterator[Case]:
    for name, words in {"nul": "a\0b", "empty": "", "long": "x" * 5000, "surrogate": "\ud800", "slash": "/"}.items():
        yield _case(f"name-{name}", "refused", lambda folder, words=words: words)  # type: ignore[misc]
    for name, words in FAMILIES.items():
        kept = words.replace("/", "-").replace("\0", "-").encode()[:_LONGEST]
        yield _case(f"named-{name}", "opens", lambda folder, kept=kept: _good(folder, kept))  # type: ignore[misc]
    for name, words in ESCAPES.items():
        gone = f"no-{words}".replace("\0", "-")
        yield _case(f"gone-{name}", "refused", lambda folder, gone=gone: str(folder / gone))  # type: ignore[misc]
    yield _case("named-bytes", "opens", lambda folder: _good(folder, b"\xff\xfe\x80\x9b31m\x1b]0;PWNED\x07.toml"))


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _special()
    yield from _names()
