"""Which notation a dossier is written in, by how it begins: TOML, or JSON with the same keys and values.

No TOML text begins with a brace, or with a bracket and a brace.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.dossier.files import decode
from tui.dossier.format import read_toml
from tui.dossier.format.read_toml import Parsed

if TYPE_CHECKING:
    from tui.dossier.format.alike_entries import Taker

_BLANK = " \t\r\n"
_MARK = b"\xef\xbb\xbf"


def is_json(text: str) -> bool:
    """Whether a text is to be read as JSON."""
    begun = text.lstrip(_BLANK)
    return begun.startswith("{") or (begun.startswith("[") and begun[1:].lstrip(_BLANK).startswith("{"))


def text_of(data: bytes) -> str:
    """The text of a file; Refused when it is none, or has what no parse is to be tried on."""
    if data.removeprefix(_MARK).lstrip(_BLANK.encode())[:1] in (b"{", b"[") and is_json(text := decode(data)):
        return text
    return read_toml.text_of(data)


def parse_text(
    text: str, told: Callable[[int, int], object] = lambda _, __: None, taker: Taker | None = None
) -> Parsed:
    """Return the tree of the text of a file as `text_of` gives it; Refused as `parse` does.

    While a large one in TOML is parsed, `told` and `taker` hear of it as in `read_toml.py`.
    """
    if is_json(text):
        from tui.dossier.format.read_json import parse_json

        return Parsed(parse_json(text), text)
    return read_toml.parse_text(text, told, taker)


def parse(data: bytes) -> Parsed:
    """Return the tree and the text of a dossier. Raises Refused, with line and column where they can be known."""
    return parse_text(text_of(data))
