"""For whose sake a reader goes to a passage: the record beside the link to it, or the one whose page it is on."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Source
from tui.dossier.kinds.references import cites
from tui.dossier.values.cite import Cite


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
