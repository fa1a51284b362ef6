"""What a name on the command line stands for: a record by id, name or alias, or a view such as `ego:armenia`."""

from __future__ import annotations

from itertools import islice, product

from tui.dossier.dossier import Dossier
from tui.pages.catalog import Catalog
from tui.pages.lists.panels import PANELS
from tui.pages.views.registry import VIEWS

RECORD = "record:"
"""Begins a name that is that of a record, whatever views there are."""
_MAX_CANDIDATES = 100
"""The most views returned for a name in which several actors are ambiguous."""


def resolve(dossier: Dossier, name: str) -> list[str]:
    """The ids of records, or the names of views, that `name` may stand for.

    A view comes first, then a record with that id, then all records with that name or alias; `record:overview` is the
    record even though `overview` is a view. More than one result means that the name is ambiguous.
    """
    given = name.removeprefix(RECORD)
    record = given.partition("#")[0]
    if given == name and (views := _views(dossier, record)):
        return views
    return [record] if dossier.get(record) is not None else records_named(dossier, given)


def missing_actors(dossier: Dossier, name: str) -> tuple[str, ...]:
    """The actors in the name of a view such as `path:serbia:italy` whom no record of the dossier is."""
    kind, _, actors = _without_part(name)[0].partition(":")
    if kind not in VIEWS:
        return ()
    named = (actor for actor in actors.split(":") if actor)
    return tuple(actor for actor in named if dossier.get(actor) is None and not records_named(dossier, actor))


def _without_part(name: str) -> tuple[str, str]:
    """The name of a view without what is opened in it, and that: `ego:serbia/aid` -> `ego:serbia`, `/aid`."""
    view = VIEWS.get(name.partition(":")[0])
    whole, slash, part = name.rpartition("/")
    return (whole, f"/{part}") if slash and view is not None and part in view.parts else (name, "")


def records_named(dossier: Dossier, name: str) -> list[str]:
    """The ids of the records with that name or alias, regardless of case and accents."""
    from tui.dossier.kinds import kind_of
    from tui.dossier.values.fold import fold

    folded = fold(name)
    ids = []
    for record in dossier.records.values():
        names = (dossier.name(record.id), *kind_of(record).aliases(record))
        if folded in map(fold, names):
            ids.append(str(record.id))
    return ids


def _views(dossier: Dossier, name: str) -> list[str]:
    kind = name.partition(":")[0]
    name, opened = _without_part(name)
    actors = [part for part in name.split(":")[1:] if part]
    if not actors and kind in PANELS and (first := Catalog(dossier).initial_record(kind)):
        return [first]
    view = VIEWS.get(kind)
    if view is None or not view.takes(len(actors)):
        return []
    if not actors:
        return [f"{kind}:"]
    candidates = [[actor] if dossier.get(actor) is not None else records_named(dossier, actor) for actor in actors]
    return [":".join((kind, *ids)) + opened for ids in islice(product(*candidates), _MAX_CANDIDATES)]
