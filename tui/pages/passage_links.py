"""Which passage a reader goes to from what is shown, and for whose sake: a record beside the link, or of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Source
from tui.dossier.kinds.references import cites
from tui.dossier.values.cite import Cite, supporting

if TYPE_CHECKING:
    from tui.pages.catalog import Catalog


def asked_from(dossier: Dossier, name: str, target: str, beside: Iterable[str] = ()) -> str:
    """The record for whose sake a link to `target`, a passage, is followed on the page of `name`; perhaps none.

    It is one that cites the passage: a statement that a link `beside` it leads to, or else the record that the page is
    about, or else an actor beside it.
    """
    if dossier.find(Source, target.partition("#")[0]) is None:
        return ""
    near = [dossier.get(link) for link in dict.fromkeys(beside)]
    statements = [record for record in near if record is not None and not isinstance(record, Actor | Source)]
    actors = [record for record in near if isinstance(record, Actor)]
    for record in (*statements, dossier.get(name), *actors):
        if record is not None and any(_leads_to(cite, target) for cite, _ in cites(record)):
            return record.id
    return ""


def _leads_to(cite: Cite, target: str) -> bool:
    """Whether a cite is of a passage: of that paragraph, perhaps among others, or of that source without one."""
    source, _, number = target.partition("#p")
    if cite.source != source:
        return False
    return int(number) in cite.paragraphs if number.isdecimal() else not cite.first


def first_passage(dossier: Dossier, name: str, source: str = "") -> str:
    """The first passage that supports a record, or else that it cites, as a target `source#p5`; perhaps empty.

    With `source` it is one there; empty if the record cites that as a whole.
    """
    record = dossier.get(name)
    cited = [cite for cite, _ in cites(record)] if record is not None else []
    if source:
        cited = [cite for cite in cited if cite.source == source]
        cited = [] if any(cite.target == source for cite in cited) else cited
    return next((cite.target for cite in (*supporting(cited), *cited)), "")


def passage_for(catalog: Catalog, name: str, link: str = "") -> str:
    """The passage to go to from the page of `name` while `link` is selected there; empty when there is none.

    A selected passage or statement takes precedence over the record that the page is about; in a selected source it
    is the passage of that record. In a view, a selected actor counts too; failing that, the first passage in a view of
    some actors does.
    """
    dossier = catalog.dossier
    selected = dossier.get(link.partition("#")[0])
    if selected is None or isinstance(selected, Actor):
        return first_passage(dossier, name) or first_passage(dossier, link) or _first_passage_in(catalog, name)
    if isinstance(selected, Source):
        return (first_passage(dossier, name, link) or link) if link == selected.id else link
    return first_passage(dossier, link) or first_passage(dossier, name)


def _first_passage_in(catalog: Catalog, name: str) -> str:
    """The first passage in a view of some actors: one it links to, or else one that a statement in it cites."""
    from tui.pages.views.registry import ids_in

    dossier = catalog.dossier
    page = catalog.page(name) if ids_in(name) else None
    links = page.links() if page is not None else []
    linked = [(link, dossier.get(link.partition("#")[0])) for link in links]
    passages = (link for link, record in linked if isinstance(record, Source))
    cited = (first_passage(dossier, link) for link, record in linked if record and not isinstance(record, Actor))
    return next(passages, "") or next(filter(None, cited), "")
