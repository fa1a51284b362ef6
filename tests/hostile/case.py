"""One hostile file: how it is made, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

Expect = Literal["opens", "refused", "either"]


class Case(NamedTuple):
    """`make` writes what is needed into a folder and returns the path to load; `data` is there when it is a file.

    `line` tells where an error must stand, if one line is at fault. A `big` case is loaded in a process of its own,
    where its time and memory are measured.
    """

    name: str
    kind: str
    expect: Expect
    data: Callable[[], bytes] | None
    maker: Callable[[Path], str] | None = None
    line: Callable[[], int] | None = None
    big: bool = False

    def make(self, folder: Path) -> str:
        """The path of the case, made in `folder`."""
        if self.maker is not None:
            return self.maker(folder)
        assert self.data is not None
        path = folder / "case.toml"
        path.write_bytes(self.data())
        return str(path)


def of_text(
    kind: str, name: str, expect: Expect, text: str, line: int | None = None, *, codec: str = "utf-8", big: bool = False
) -> Case:
    """A case that is a text file."""
    return Case(f"{kind}/{name}", kind, expect, lambda: text.encode(codec), None, _always(line), big)


def of_bytes(kind: str, name: str, expect: Expect, data: bytes, line: int | None = None) -> Case:
    """A case that is a file of these bytes."""
    return Case(f"{kind}/{name}", kind, expect, lambda: data, None, _always(line))


def _always(line: int | None) -> Callable[[], int] | None:
    return None if line is None else lambda: line
