"""Decodes the rows of a large file into records while it is parsed, so that never all of its rows are held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from msgspec import ValidationError

from tui.dossier.format.decode import VERSION, Decoded, convert_head, convert_rows, fold_head, fold_rows
from tui.dossier.kinds import KINDS, Head, Record, Tables

if TYPE_CHECKING:
    from tui.dossier.format.alike_entries import Rows


class Hearer(Protocol):
    """Hears of records as soon as they are there; nothing says yet that they are without a fault."""

    def begin(self, head: Head) -> None:
        """The records begin; any that came before are void."""

    def rows(self, table: str, records: list[Record]) -> None:
        """These are the next records of a table."""


class OutOfOrder(Exception):
    """Raised where something cannot be read: it takes the tree of the whole file to tell what."""


class SliceDecoder:
    """Takes the rows of a file slice by slice, and tells `hearer` of the records that they are."""

    def __init__(self, hearer: Hearer) -> None:
        self._hearer = hearer
        self._head: Head | None = None
        self._tables: Tables = {table: [] for table in KINDS}
        self._ids: dict[str, str] = {}

    def take_head(self, tree: dict[str, Any]) -> None:
        """Take the head. Raises OutOfOrder, also where it holds records."""
        if not tree.keys().isdisjoint(KINDS):
            raise OutOfOrder
        fold_head(tree)
        try:
            head = self._head = convert_head(tree)
        except ValidationError as error:
            raise OutOfOrder from error
        if head.dossier != VERSION:
            raise OutOfOrder
        self._hearer.begin(head)

    def take_rows(self, table: str, rows: Rows, *, has_line_ends: bool) -> None:
        """Take rows of a table. Raises OutOfOrder."""
        if table not in KINDS:
            raise OutOfOrder
        if has_line_ends:
            fold_rows(table, rows)
        self._share_ids(table, rows)
        try:
            records = convert_rows(table, rows)
        except ValidationError as error:
            raise OutOfOrder from error
        known = self._tables[table]
        known += enumerate(records, len(known))
        self._hearer.rows(table, records)

    def _share_ids(self, table: str, rows: Rows) -> None:
        """Have one string stand for an id in all rows that refer to it: a speaker is named in thousands of quotes."""
        share = self._ids.setdefault
        for key in [reference.key for reference in KINDS[table].references if not reference.part]:
            for row in rows:
                value = row.get(key)
                if value.__class__ is str:
                    row[key] = share(value, value)
                elif value.__class__ is list:
                    row[key] = [share(item, item) if item.__class__ is str else item for item in value]

    def decoded(self) -> Decoded | None:
        """All that was taken; None when nothing was."""
        return None if self._head is None else Decoded(self._head, self._tables, is_whole=True)
