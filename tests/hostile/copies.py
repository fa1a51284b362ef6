"""Local copies of sources, which a dossier names by path: no text, not below its folder, too much to compare."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.base import quoted, tree, write
from tests.hostile.case import Case, Expect

_NAME = "copy.txt"
_HEAD = """dossier = 1
title = "Copies"
[[sources]]
id = "s"
title = "S"
kind = "report"
text = "copy.txt"
[[actors]]
id = "a"
name = "A"
kind = "person"
"""


def _case(name: str, expect: Expect, maker: Callable[[Path], str]) -> Case:
    return Case(f"copy/{name}", "copy", expect, None, maker)


def _dossier(folder: Path, text: str) -> str:
    path = folder / "dossier.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _named(folder: Path, name: str = _NAME) -> str:
    made = tree()
    for row in made["sources"]:
        row["text"] = name
    return _dossier(folder, write(made).text)


def _quotes(folder: Path, copy: str, count: int, text: str, cite: str = "s") -> str:
    (folder / _NAME).write_text(copy, encoding="utf-8")
    row = f'speaker = "a"\ntext = {quoted(text)}\ncite = "{cite}"\n'
    return _dossier(folder, _HEAD + "".join(f'[[quotes]]\nid = "q-{number}"\n{row}' for number in range(count)))


def _exact(folder: Path, copy: str, count: int) -> str:
    (folder / _NAME).write_text(copy, encoding="utf-8")
    cite = '{ source = "s", exact = "words not there", prefix = "a", suffix = "b" }, '
    return _dossier(folder, f'{_HEAD}[[events]]\nid = "e"\ntitle = "E"\ncite = [{cite * count}]\n')


def _itself(folder: Path, sources: int) -> str:
    rows = (f'[[sources]]\nid = "s-{n}"\ntitle = "S"\nkind = "report"\ntext = "dossier.toml"\n' for n in range(sources))
    return _dossier(folder, 'dossier = 1\ntitle = "Itself"\n' + "".join(rows) + "#\n\n" * 200_000)


def _fifo(folder: Path) -> str:
    os.mkfifo(folder / _NAME)
    return _named(folder)


def _linked(folder: Path, target: str) -> str:
    (folder / _NAME).symlink_to(target)
    return _named(folder)


def _directory(folder: Path) -> str:
    (folder / _NAME).mkdir()
    return _named(folder)


def _of_bytes(folder: Path, data: bytes) -> str:
    (folder / _NAME).write_bytes(data)
    return _named(folder)


def _sparse(folder: Path) -> str:
    with (folder / _NAME).open("wb") as file:
        file.truncate(2 << 30)
    return _named(folder)


def cases() -> Iterator[Case]:
    """All of them."""
    yield _case("fifo", "refused", _fifo)
    yield _case("directory", "refused", _directory)
    yield _case("binary", "refused", lambda folder: _of_bytes(folder, bytes(range(256))))
    yield _case("utf-16", "refused", lambda folder: _of_bytes(folder, "Words".encode("utf-16")))
    yield _case("nothing-of-it", "refused", lambda folder: _of_bytes(folder, b"Other words.\n"))
    yield _case("escapes", "refused", lambda folder: _of_bytes(folder, b"\x1b]0;PWNED\x07\n\n\xc2\x9b31m\n" * 9))
    yield _case("sparse-2-gib", "opens", _sparse)
    for name in ("../up.txt", "/etc/passwd", "..", "a/../../b", "/dev/zero"):
        yield _case(f"outside-{name.replace('/', '-')}", "opens", lambda folder, name=name: _named(folder, name))  # type: ignore[misc]
    for name in ("/etc/passwd", "/dev/zero", "../up.txt", "/proc/self/environ"):
        yield _case(f"linked-{name.replace('/', '-')}", "opens", lambda folder, name=name: _linked(folder, name))  # type: ignore[misc]
    yield _case("linked-in-a-circle", "refused", lambda folder: _linked(folder, _NAME))
    yield _case("itself-1000-times", "opens", lambda folder: _itself(folder, 1000))
    short = "some words here\n\n"
    yield _case("many-quotes", "refused", lambda folder: _quotes(folder, short * 2000, 2000, "not there"))
    yield _case(
        "many-quotes-of-one", "refused", lambda folder: _quotes(folder, short * 2000, 2000, "not there", "s#p1")
    )
    yield _case("spans", "refused", lambda folder: _quotes(folder, short * 2000, 500, "not there", "s#p1-1000"))
    gaps = "words […] " * 20_000
    yield _case("gaps", "refused", lambda folder: _quotes(folder, gaps, 100, "not there " * 200, "s#p1"))
    yield _case(
        "gaps-in-both", "either", lambda folder: _quotes(folder, "a b […] " * 9000, 20, "a b c […] " * 900 + "z")
    )
    yield _case(
        "alike",
        "refused",
        lambda folder: _quotes(folder, "a" * 200_000 + " […] " + "a" * 200_000, 20, "a" * 9999 + "b"),
    )
    yield _case("exact", "refused", lambda folder: _exact(folder, short * 2000, 500))
    yield _case("one-paragraph", "refused", lambda folder: _quotes(folder, "word " * 200_000, 500, "not there", "s#p1"))
