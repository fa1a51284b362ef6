"""Cells of CSV: what a spreadsheet would compute is text, and can be read back."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONE_SIGNS = ("+", "-")
"""The values of `sign`, which no spreadsheet takes for a formula."""
_MARK = "'"


def cell_text(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape_formula(value) if isinstance(value, str) else str(value)


def escape_formula(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would compute, or that looks like one with its apostrophe."""
    is_formula = text.lstrip(_MARK).startswith(_FORMULA_STARTS) and text not in _LONE_SIGNS
    return f"{_MARK}{text}" if is_formula else text
