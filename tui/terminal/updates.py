"""Joins what Textual writes of one synchronized update, so that the writing thread wakes once for it.

May not know Textual, but for the two sequences that begin and end an update.
"""

from __future__ import annotations

from typing import Final

__all__ = ["Updates"]

_BEGIN: Final = "\x1b[?2026h"
_END: Final = "\x1b[?2026l"


class Updates:
    """What has been written of an update that goes on."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def whole(self, data: str) -> str:
        """Take what is written; return what is to be written now: nothing while an update goes on."""
        if not self._parts and data != _BEGIN:
            return data
        self._parts.append(data)
        if data != _END:
            return ""
        update = "".join(self._parts)
        self._parts.clear()
        return update
