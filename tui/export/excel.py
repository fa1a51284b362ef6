"""A dossier as an Excel workbook: a sheet for each table, its head always in view, ids that lead to their records.

Every text is written as text, so nothing of a dossier becomes a formula or an address. What is longer than a cell may
be is cut and says so there; what else has no room is said at the end of the sheet `dossier`.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.export.formats import NotExported
from tui.export.selection import Selection
from tui.export.tables import Cell, Table, tables

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST_UNITS = 32_767
"""The most UTF-16 code units in a cell."""
_MOST_ROWS = 1_048_575
"""The most rows of a sheet below its head."""
_MOST_LINKS = 65_530
"""The most links in a sheet."""
_LONGEST_NAME = 31
"""The most characters in the name of a sheet."""
_NARROWEST, _WIDEST = 6, 60
"""The widths of columns, in characters; texts in the widest are wrapped."""
_USUALLY = 30
"""Texts of up to so many characters are never wrapped or cut."""
_LINE, _MOST_LINES = 15, 27
"""The height of a line in points, and the most lines in a row."""
_PAGE = 220
"""The width of a printed page in characters, so small that it can just be read."""
_MEASURED = 500
"""How many rows decide how wide a column is."""
_LANDSCAPE_A4 = 9


class _Styles(NamedTuple):
    """How cells look."""

    head: Any
    plain: Any
    wrapped: Any
    link: Any


def export(selection: Selection) -> bytes:
    """The contents of the workbook file. Raises NotExported where the library that writes it is not installed."""
    try:
        from xlsxwriter.workbook import Workbook
    except ImportError:
        what = "excel needs the library xlsxwriter; install it with pip install 'karabakh-tui[excel]'"
        raise NotExported(what) from None
    made = tables(selection)
    names = sheet_names(table.name for table in made)
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": selection.dossier.title[:255]})
        styles = _styles(workbook)
        sheets = {table.name: workbook.add_worksheet(names[table.name]) for table in made}
        places = _places(made, names)
        notes = [f"the sheet {name} holds the table {table}" for table, name in names.items() if name != table]
        for table in made[1:]:
            notes += _fill(sheets[table.name], table, styles, places)
        head = made[0]
        noted = (("workbook_note", number, note) for number, note in enumerate(notes, 1))
        _fill(sheets[head.name], head._replace(rows=lambda: iter((*head.rows(), *noted))), styles, places)
    return data.getvalue()


def remarks(selection: Selection) -> Sequence[str]:
    """How many rows are left out of the sheets that have no room for them."""
    sizes = {table.name: sum(1 for _ in table.rows()) for table in tables(selection) if table.name != "records"}
    return [_rows_left_out(name, size) for name, size in sizes.items() if size > _MOST_ROWS]


def sheet_names(names: Iterable[str]) -> dict[str, str]:
    """The name of the sheet for each table: no more than 31 characters, none that Excel refuses, no two alike."""
    given: dict[str, str] = {}
    taken = {"history"}
    for name in names:
        wanted = name.translate(dict.fromkeys(map(ord, "[]:*?/\\'"), "_"))
        shown, number = wanted[:_LONGEST_NAME], 1
        while shown.casefold() in taken:
            number += 1
            shown = f"{wanted[: _LONGEST_NAME - 4]}_{number}"
        taken.add(shown.casefold())
        given[name] = shown
    return given


def cell_text(text: str) -> str:
    """A text as a cell has room for it; one that is cut says how much is missing."""
    units = len(text) + sum(character > "\uffff" for character in text) if len(text) > _MOST_UNITS // 2 else 0
    if units <= _MOST_UNITS:
        return text
    word = f" […] ({units:,} characters, of which a cell has room for no more than {_MOST_UNITS:,})"
    kept = text.encode("utf-16-le")[: 2 * (_MOST_UNITS - len(word))].decode("utf-16-le", "ignore")
    return kept + word


def _styles(workbook: "Workbook") -> _Styles:
    top = {"valign": "top"}
    return _Styles(
        workbook.add_format({**top, "bold": True, "bottom": 1, "bg_color": "silver"}),
        workbook.add_format(top),
        workbook.add_format({**top, "text_wrap": True}),
        workbook.add_format({**top, "font_color": "navy", "underline": 1}),
    )


def _places(made: Iterable[Table], names: Mapping[str, str]) -> dict[str, str]:
    """The address of the row of each record, by its id."""
    return {
        str(row[0]): f"internal:'{names[table.name]}'!A{number}"
        for table in made
        if table.kind and not table.part
        for number, row in islice(enumerate(table.rows(), 2), _MOST_ROWS)
    }


def _fill(sheet: "Worksheet", table: Table, styles: _Styles, places: Mapping[str, str]) -> list[str]:
    """Write a table into its sheet; return what had no room in it, in words."""
    shown = [number for number, column in enumerate(table.columns) if not column.is_searched]
    columns = [table.columns[number] for number in shown]
    rows = ([row[number] for number in shown] for row in table.rows())
    measured = list(islice(rows, _MEASURED))
    widths = [_width(column.name, (row[place] for row in measured)) for place, column in enumerate(columns)]
    wrapped = [place for place, column in enumerate(columns) if widths[place] == _WIDEST and column.join is None]
    for place, column in enumerate(columns):
        sheet.set_column(place, place, widths[place], styles.wrapped if place in wrapped else styles.plain)
        sheet.write_string(0, place, column.name, styles.head)
    leading = {
        place
        for place, column in enumerate(columns)
        if (column.target and not (table.kind and not table.part and not place)) or (table.name, place) == _INDEX
    }
    links = size = 0
    for size, row in enumerate(_chained(measured, rows), 1):
        if size > _MOST_ROWS:
            continue
        for place, cell in enumerate(row):
            if place in leading and (address := places.get(str(cell))) is not None:
                links += 1
                if links <= _MOST_LINKS:
                    sheet.write_url(size, place, address, styles.link, str(cell))
                    continue
            _write(sheet, size, place, cell)
        if (lines := max((_lines(row[place]) for place in wrapped), default=1)) > 1:
            sheet.set_row(size, _LINE * min(lines, _MOST_LINES))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, min(size, _MOST_ROWS), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_LANDSCAPE_A4)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.fit_to_pages(-(-sum(widths) // _PAGE), 0)
    notes = [_rows_left_out(table.name, size)] if size > _MOST_ROWS else []
    if links > _MOST_LINKS:
        notes.append(
            f"{links - _MOST_LINKS:,} ids of {table.name} are no links: a sheet has no more than {_MOST_LINKS:,}"
        )
    return notes


_INDEX = ("records", 0)
"""The sheet and the column whose ids lead to the records although they are its own."""


def _write(sheet: "Worksheet", row: int, place: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, int):
        sheet.write_number(row, place, cell)
    elif cell:
        sheet.write_string(row, place, cell_text(cell))


def _chained(first: Iterable[list[Cell]], rest: Iterable[list[Cell]]) -> Iterator[list[Cell]]:
    yield from first
    yield from rest


def _width(name: str, cells: Iterable[Cell]) -> int:
    """The width of a column: that of all but its longest texts, and of its head with the arrow of the filter."""
    lengths = sorted(max(map(len, str(cell).split("\n"))) for cell in cells if cell not in (None, ""))
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    longest = min(lengths[-1], _USUALLY) if lengths else 0
    return min(_WIDEST, max(_NARROWEST, len(name) + 3, usual + 1, longest + 1))


def _lines(cell: Cell) -> int:
    """How many lines a text takes in the widest column."""
    return sum(len(line) // (_WIDEST - 2) + 1 for line in cell.split("\n")) if isinstance(cell, str) else 1


def _rows_left_out(table: str, size: int) -> str:
    return f"{size - _MOST_ROWS:,} rows of {table} are left out: a sheet has no more than {_MOST_ROWS + 1:,}"
