"""Completes what is typed in a query: the name of a field, or one of its values."""

from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.search.fields import FIELDS, Choice, choices
from tui.dossier.search.query import FIELD_NAMES, Token, quoted, tokens
from tui.dossier.values.fold_map import fold_line

_MOST = 200


class Completion(NamedTuple):
    """The part of a query from `start` to `end` may be replaced by any of `choices`, the nearest first."""

    start: int
    end: int
    choices: tuple[str, ...]


def completion(dossier: Dossier, text: str, cursor: int) -> Completion | None:
    """What the word before the cursor may be completed to; None when it is complete, or nothing begins so."""
    token = next((token for token in tokens(text) if token.start < cursor <= token.end), None)
    if token is None:
        return None
    if token.name in FIELDS:
        return _of_value(dossier, token, cursor)
    if token.name or len(token.parts) != 1 or token.parts[0][3]:
        return None
    start, end, written, *_ = token.parts[0]
    found = tuple(f"{name}:" for name in FIELD_NAMES if name.startswith(written.lower()) and cursor == end)
    return Completion(start, end, found) if found else None


def _of_value(dossier: Dossier, token: Token, cursor: int) -> Completion | None:
    start, end, written = cursor, cursor, ""
    for part_start, part_end, text, *_ in token.parts:
        if part_start <= cursor <= part_end:
            start, end, written = part_start, part_end, text
    typed = fold_line(written).strip()
    found = tuple(quoted(choice.written) for choice in _matching(choices(dossier, token.name), typed))
    return Completion(start, end, found) if found and found != (written,) else None


def _matching(offered: Iterable[Choice], typed: str) -> list[Choice]:
    """The choices that begin with what is typed, then those with another name or a later word that does."""
    beginning: list[Choice] = []
    rest: list[Choice] = []
    for choice in offered:
        if any(name.startswith(typed) for name in choice.names):
            beginning.append(choice)
        elif any(f" {typed}" in name or f"-{typed}" in name for name in choice.names):
            rest.append(choice)
    return (beginning + rest)[:_MOST]
