"""Parses the bytes of a file into a cleaned tree, or refuses with the reason and its position.

Only Refused is raised, whatever the text is; memory use is bounded for any depth of nesting.
"""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

import tomli

from tui.dossier.files import WIDTH, Refused, cut, decode
from tui.dossier.values.text import NESTING, Safe, clean, clean_tree

if TYPE_CHECKING:
    from tui.dossier.format.alike_entries import Entries, Taker


LARGE: Final = 256 << 10
"""The characters from which on entries that are alike are parsed only once."""


class Parsed(NamedTuple):
    """A valid text: its `tree` with every string cleaned, and the decoded `text`, for positions.

    `offsets`: table -> where each of its entries begins, as in `Entries`; None where that is not known.
    `has_line_ends`: whether a string in an entry may have several lines. Where the rows of the entries were taken as
    they were parsed, `tree` has their shapes only, as `Entries` says.
    """

    tree: dict[str, object]
    text: str
    offsets: dict[str, list[int]] | None = None
    has_line_ends: bool = True


def parse(data: bytes) -> Parsed:
    """Return the tree and the text of a TOML file; Refused, with line and column where they can be known."""
    return parse_text(text_of(data))


def text_of(data: bytes) -> str:
    """The text of a TOML file; Refused when it is none, or has what no parse is to be tried on."""
    text = decode(data)
    _check_beginning_and_line_ends(text)
    if _suspicious(data):
        from tui.dossier.format import syntax_errors

        if fault := syntax_errors.overlong(text):
            raise Refused.at("too-long", text, *fault)
    return text


def parse_text(
    text: str, told: Callable[[int, int], object] = lambda _, __: None, taker: "Taker | None" = None
) -> Parsed:
    """Return the tree of the text of a file as `text_of` gives it; Refused as `parse` does.

    While a large one is parsed, `told` is called now and then with the characters that are done and their number, and
    `taker` is given what is parsed, which is void when there are no `offsets` in the end. What it raises is raised.
    """
    collecting = gc.isenabled()
    gc.disable()  # builds a large tree twice as fast, and there is no garbage to collect
    try:
        if len(text) >= LARGE and (entries := _entries(text, told, taker)) is not None:
            return Parsed(entries.tree, text, entries.offsets, entries.has_line_ends)
        return Parsed(clean_tree(tomli.loads(text)), text)
    except tomli.TOMLDecodeError as error:
        from tui.dossier.format import syntax_errors

        text = text.replace("\r\n", "\n")
        raise Refused.at("syntax", text, *syntax_errors.explain(error.msg, text, error.pos)) from None
    except RecursionError:
        from tui.dossier.format import syntax_errors

        what = f"lists and tables are nested more than {NESTING} levels deep"
        raise Refused.at("too-deep", text, what, "", syntax_errors.first_deeper(text, NESTING)) from None
    except MemoryError:
        raise Refused("no-memory", "there is not enough memory to read it") from None
    except ValueError as error:
        raise Refused("syntax", str(error)) from None
    finally:
        if collecting:
            gc.enable()


def source_line(text: str, n: int) -> Safe:
    """Return line `n` of `text`, counted from 1, cleaned and cut for display; "" if there is none."""
    start = 0
    for _ in range(n - 1):
        start = text.find("\n", start) + 1
        if not start:
            return Safe("")
    end = text.find("\n", start)
    return cut(clean(text[start : end if end >= 0 else None][: 4 * WIDTH].rstrip("\r")))


def _check_beginning_and_line_ends(text: str) -> None:
    """Refuse what TOML would call an odd character in the first line, although the whole file is saved oddly."""
    if text.startswith("\ufeff"):
        raise Refused("two-marks", "the file begins with two byte order marks", "leave out one of them, or both", 1, 1)
    if "\n" not in text and text.count("\r") > 1:
        what = "its lines end with a carriage return alone, as on old Macs"
        raise Refused("line-ends", what, "save the file with LF or CRLF at the ends of its lines", 1, 1)


def _entries(text: str, told: Callable[[int, int], object], taker: "Taker | None") -> "Entries | None":
    from tui.dossier.format.alike_entries import parse_entries

    size = max(1, len(text))
    return parse_entries(text.replace("\r\n", "\n"), lambda done: told(done, size), taker)


def _suspicious(data: bytes) -> bool:
    """Whether `data` may hold a number of more than 64 digits or a key of more than 32 parts, by a fast scan of bytes.

    Such numbers fail when they are displayed, and such keys take the parser quadratic time. A text that merely quotes
    one is suspicious too.
    """
    digits = b"0123456789abcdefABCDEF_"
    if b"0" * 65 in data.translate(bytes(48 if byte in digits else 32 for byte in range(256))):
        return True
    return b"." * 32 in data.translate(None, bytes(byte for byte in range(256) if byte not in b".\n"))
