"""Pieces of HTML on lines of their own."""

from __future__ import annotations

from collections.abc import Iterable


def lines(pieces: Iterable[str]) -> str:
    """The pieces, one on each line."""
    return "\n".join(pieces)
