"""What a table is: its columns, what each holds and repeats, and its rows."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

Cell = str | int | bool | None
"""What a cell holds; None for nothing."""
JOINT = "; "
"""What joins several values in one cell, where they are only for reading."""

Join = Literal[
    "name", "short name", "title", "ids", "names", "texts", "titles", "cites", "sources", "source titles", "places"
]
"""How a column is made of what other tables hold.

Of one id the `name` of the record, the `short name` or the `title` of the source. Of a list the `ids`, the `names` of
these, the `texts`; of a list of tables the `titles`, which are the first key of each. Of cites their short forms
(`cites`), the short names and titles of their sources (`sources`, `source titles`), the `places` in them.
"""


class Column(NamedTuple):
    """A column of a table.

    `holds`: what sort of value. `target`: the table whose ids it holds. A column that is not `own` is worked out from
    the others, so nothing is lost without it. One with a `join` repeats for reading what the columns and tables of the
    key `of` hold; a database makes it in a view. One that is `searched` is for a full-text search alone.
    """

    name: str
    meaning: str = ""
    holds: Literal["text", "number", "truth"] = "text"
    target: str = ""
    own: bool = True
    join: Join | None = None
    of: str = ""
    lists: str = ""
    is_searched: bool = False


class Table(NamedTuple):
    """A table: its name, what its rows are, its columns and its rows, each a cell per column.

    `key`: the columns that tell its rows apart. `kind`: the table of the dossier whose records it holds, one a row.
    `part`: the key of these records whose tables it holds instead, one a row.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[tuple[Cell, ...]]]
    key: tuple[str, ...] = ()
    kind: str = ""
    part: str = ""
