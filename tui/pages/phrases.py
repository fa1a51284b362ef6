"""Wordings in plain text that pages share: printed words in quotation marks, what a tie is, a text in few words."""

from __future__ import annotations

from tui.dossier.kinds import Tie
from tui.dossier.values.vocabulary import words

_KIND_LENGTH = 60
"""The most characters of terms that stand for the kind of a tie."""


def quotation_marks(words: str) -> tuple[str, str]:
    """The marks around printed words: single ones where a double one of their own would stand right beside them."""
    return ("‘", "’") if words.startswith("“") or words.endswith("”") else ("“", "”")


def quoted(words: str) -> str:
    """Printed words between quotation marks."""
    opening, closing = quotation_marks(words)
    return f"{opening}{words}{closing}"


def quoted_start(words: str, most: int) -> str:
    """Printed words between quotation marks, cut to `most` characters with the ellipsis behind the marks."""
    return quoted(words) if len(words) <= most else f"{quoted(words[:most].rstrip())} …"


def kind_words(tie: Tie, most: int = _KIND_LENGTH) -> str:
    """The kind of a tie; its terms, cut to `most` characters, where they say more than the kind."""
    return in_few_words(tie.terms, most) if named_by_terms(tie) else words(tie.kind)


def named_by_terms(tie: Tie) -> bool:
    """Whether the terms of a tie stand for its kind, because it is of none of those listed."""
    return tie.kind == "other" and bool(tie.terms)


def in_few_words(text: str, most: int) -> str:
    """A text on one line, cut behind a word to `most` characters, without a full stop."""
    line = " ".join(text[: 4 * most].split()).removesuffix(".")
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0].rstrip('.,;:')} …"
