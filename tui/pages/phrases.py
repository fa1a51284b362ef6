"""Wordings in plain text that pages share: printed words in quotation marks, what a tie is, a text in few words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tui.dossier.kinds import Tie
from tui.dossier.values.vocabulary import words

_BEFORE = 60
"""About how many characters of a text are kept before the name for whose sake it is cut there."""
_MOST_NAMES = 50
"""How many names are looked for in a text that is cut around one of them."""
_KIND_LENGTH = 60
"""The most characters of terms that stand for the kind of a tie."""

READ_BY_EDITOR = "(read by the editor) "
"""Before what was expected where nobody states it."""


def quotation_marks(words: str) -> tuple[str, str]:
    """The marks around printed words: single ones where a double one of their own would stand right beside them."""
    return ("‘", "’") if words.startswith("“") or words.endswith("”") else ("“", "”")


def quoted(words: str) -> str:
    """Printed words between quotation marks."""
    opening, closing = quotation_marks(words)
    return f"{opening}{words}{closing}"


def quoted_part(words: str, most: int, names: Iterable[str] = ()) -> str:
    """Printed words between quotation marks, cut as by `part_about` with the ellipses outside the marks."""
    before, part, after = part_about(words, most, names)
    return f"{before}{quoted(part)}{after}"


def part_about(text: str, most: int, names: Iterable[str] = ()) -> tuple[str, str, str]:
    """A text cut at words to about `most` characters, between the ellipsis before it and that after it, if any.

    It is the beginning, or the part around the first of `names` that is beyond it; only some names are looked for.
    """
    if len(text) <= most:
        return "", text, ""
    found = [at for name in islice(names, _MOST_NAMES) if name and (at := text.find(name)) >= 0]
    first = min(found, default=0)
    start = 0
    if first > most - _BEFORE:
        at_end = len(text) - most
        start = text.rfind(" ", 0, max(0, first - _BEFORE) + 1) + 1
        if start >= at_end:
            return "… ", text[text.find(" ", at_end - 1) + 1 :], ""
    end = start + most
    part = text[start:end]
    if text[end].isalnum():
        part = part.rsplit(" ", 1)[0]
    return "… " if start else "", part.rstrip(" ,;:–—"), " …"


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
