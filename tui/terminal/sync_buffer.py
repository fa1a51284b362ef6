"""Joins the parts of one synchronized update, so that the writer thread wakes up once for all of them."""

from __future__ import annotations

from typing import Final

from tui.terminal.modes import SYNCHRONIZED_OUTPUT, disable, enable

__all__ = ["SyncUpdateBuffer"]

_BEGIN: Final = enable(SYNCHRONIZED_OUTPUT)
_END: Final = disable(SYNCHRONIZED_OUTPUT)


class SyncUpdateBuffer:
    """Holds back the parts of a synchronized update until it is complete."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, data: str) -> str:
        """Add output and return what is to be written now: an empty string while an update is incomplete."""
        if not self._parts and data != _BEGIN:
            return data
        self._parts.append(data)
        if data != _END:
            return ""
        update = "".join(self._parts)
        self._parts.clear()
        return update
