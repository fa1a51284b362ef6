"""What a name on the command line means: a record by id, name or alias, a sheet such as `timeline` or `ego:armenia`.

May not know Textual, nor how what was asked for is printed.
"""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS


def resolve(dossier: Dossier, asked: str) -> list[str]:
    """Ids and names of sheets that `asked` may mean: a record with that id, else a sheet, else records so called."""
    name = asked.partition("#")[0]
    if dossier.get(name) is not None:
        return [name]
    return _sheets(dossier, name) or called(dossier, asked)


def called(dossier: Dossier, asked: str) -> list[str]:
    """Ids of the records with that name or alias, whatever the case and the marks."""
    from tui.dossier.kinds import kind_of
    from tui.dossier.values.fold import fold

    wanted = fold(asked)
    found = []
    for record in dossier.records.values():
        known = (dossier.name(record.id), *kind_of(record).aliases(record))
        if wanted in map(fold, known):
            found.append(str(record.id))
    return found


def _sheets(dossier: Dossier, asked: str) -> list[str]:
    kind, *rest = asked.split(":")
    names = [name for name in rest if name]
    if not names and kind in PANELS and (first := Catalog(dossier).initial_record(kind)):
        return [first]
    sheet = VIEWS.get(kind)
    if sheet is None or len(names) != sheet.names:
        return []
    ids = [name if dossier.get(name) is not None else _only(called(dossier, name)) for name in names]
    return [":".join((kind, *ids)) if ids else f"{kind}:"] if all(ids) else []


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""
