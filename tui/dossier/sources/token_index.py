"""Finds a sequence of tokens in a long string of tokens by the rarest of them."""

from __future__ import annotations

from bisect import bisect_left

_SHORT = 1 << 16
"""The longest string, in characters, that is searched without an index."""
_BLOCK = 1 << 12
"""The length of a block, in characters: the index says which blocks a token is in."""


class TokenIndex:
    """A string of tokens between single spaces. Searching takes time linear in its length, and mostly far less."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._edges: list[int] = []
        self._blocks: dict[str, list[int]] | None = None

    def find(self, needle: str, start: int = 0) -> int:
        """Return the lowest offset from `start` on at which `needle` is found, or -1, as `str.find` does."""
        form = self._form
        if len(form) - start <= _SHORT:
            return form.find(needle, start)
        blocks = self._blocks_of_rarest(needle)
        if blocks is None:
            return form.find(needle, start)
        for block in blocks[bisect_left(blocks, self._block(start)) :]:
            low = max(start, self._edges[block] - len(needle))
            high = self._edges[block + 1] + len(needle)
            if (found := form.find(needle, low, high)) >= 0:
                return found
            start = max(start, high - len(needle) + 1)
        return -1

    def _block(self, offset: int) -> int:
        return max(0, bisect_left(self._edges, offset) - 1)

    def _blocks_of_rarest(self, needle: str) -> list[int] | None:
        """Return the blocks that have the rarest whole token of `needle`; None where it has none."""
        if self._blocks is None:
            self._blocks = self._indexed()
        rarest: list[int] | None = None
        for token in needle[needle.find(" ") : needle.rfind(" ")].split():
            blocks = self._blocks.get(token, [])
            if rarest is None or len(blocks) < len(rarest):
                rarest = blocks
        return rarest

    def _indexed(self) -> dict[str, list[int]]:
        form, found = self._form, dict[str, list[int]]()
        edge = 0
        while edge < len(form) - 1:
            self._edges.append(edge)
            end = form.find(" ", edge + _BLOCK)
            end = end if end >= 0 else len(form) - 1
            for token in set(form[edge:end].split()):
                found.setdefault(token, []).append(len(self._edges) - 1)
            edge = end
        self._edges.append(edge)
        return found
