"""Which notation a dossier is written in, by how it begins: TOML, or JSON with the same keys and values.

No TOML text begins with a brace, or with a bracket and a brace.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.dossier.files import decode
from tui.dossier.format.read_toml import Parsed, parse_toml

_BLANK = " \t\r\n"
_MARK = b"\xef\xbb\xbf"


def is_json(text: str) -> bool:
    """Whether a text is to be read as JSON."""
    begun = text.lstrip(_BLANK)
    return begun.startswith("{") or (begun.startswith("[") and begun[1:].lstrip(_BLANK).startswith("{"))


def parse(data: bytes, told: Callable[[int, int], object] = lambda _, __: None) -> Parsed:
    """Return the tree and the text of a dossier. Raises Refused, with line and column where they can be known.

    While a large one is parsed, `told` is called now and then with the characters that are done and their number.
    """
    if data.removeprefix(_MARK).lstrip(_BLANK.encode())[:1] in (b"{", b"[") and is_json(text := decode(data)):
        from tui.dossier.format.read_json import parse_json

        return Parsed(parse_json(text), text)
    return parse_toml(data, told)
