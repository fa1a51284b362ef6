"""Text of a dossier as Markdown that means nothing but this text, in CommonMark, on GitHub and in pandoc.

What could be markup is escaped with a backslash; full stops, colons and the like are so only where they could be. So
the text stays readable in an editor, and no link, image, formula, list or piece of HTML can come out of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.export.citations import Pieces

_BLANKS = re.compile(r"[ \t\n]+")
_MARKUP = re.compile(
    r"""[\\`*_{}\[\]<>#|~^$@"']"""  # anywhere: straight quotes because pandoc makes them curly
    r"|[.-]{2,}"  # which become an ellipsis and dashes
    r"|&(?=[#\w])|!(?=\[)|:(?=[^\s\d]|[\w+-]+:(?!\d))|(?i:(?<=\bwww)\.)"  # entities, images, emoji and addresses
)
_LINE_MARK = re.compile(r"[-+=:%]+|\(?(?:\d{1,9}|[A-Za-z]|[IVXLCDMivxlcdm]{2,9})[.)](?= |$)|\(")
"""What begins a list, a heading, a definition or a title at the beginning of a line."""
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][A-Za-z0-9/?#.,:;=&%+~_-]{0,2000})?"
)
"""The addresses that are made links: no user before the host, and nothing that is markup anywhere."""
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def escaped(text: str) -> str:
    """A text on one line, escaped; it may stand anywhere in a line, also at its beginning."""
    line = _MARKUP.sub(_each, _BLANKS.sub(" ", text).strip(" "))
    mark = _LINE_MARK.match(line)
    return line if mark is None else f"{_each(mark)}{line[mark.end() :]}"


def paragraphs(text: str) -> list[str]:
    """A text of several paragraphs, which empty lines separate, each escaped on one line."""
    return [escaped(part) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]


def verses(text: str) -> str:
    """A text whose line breaks are kept."""
    return "\\\n".join(escaped(line) for line in text.split("\n") if line.strip())


def italic(text: str) -> str:
    """Escaped Markdown in italics; it must not begin or end with a blank."""
    return f"*{text}*"


def bold(text: str) -> str:
    """Escaped Markdown in bold."""
    return f"**{text}**"


def citation_text(pieces: Pieces) -> str:
    """A citation, its titles in italics."""
    return "".join(italic(escaped(piece.text)) if piece.is_title else _piece(piece.text) for piece in pieces)


def web_link(address: str) -> str:
    """An http or https address as a link, if it is written in the plainest characters of one; else as text."""
    return f"<{address}>" if _ADDRESS.fullmatch(address) else escaped(address)


def sentence(text: str) -> str:
    """Escaped Markdown that ends a sentence: with a full stop, unless it has an end."""
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", "…”", ".’")) else f"{text}."


def capital(text: str) -> str:
    """Words of ours at the beginning of a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def listing(items: Sequence[str], joint: str = "and") -> str:
    """Several items in a sentence: `A, B and C`; semicolons separate items that have commas."""
    by = "; " if any("," in item for item in items) else ", "
    return f" {joint} ".join(filter(None, (by.join(items[:-1]), items[-1]))) if items else ""


def _piece(text: str) -> str:
    """Part of a line, with the blanks at its ends."""
    start, end = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{start}{escaped(text)}{end}" if text.strip(" ") else text


def _each(match: re.Match[str]) -> str:
    return _PUNCTUATION.sub(r"\\\g<0>", match[0])
