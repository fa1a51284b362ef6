"""The speakers that a query names, to be compared: `speaker:abrahamyan,hasanov`."""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor
from tui.dossier.search.query import parse_query
from tui.dossier.values.fold import fold


def named_speakers(dossier: Dossier, query: str) -> tuple[str, ...]:
    """Return the actors whose id, name or alias is a value of `speaker:`, in the order in which the query has them.

    A part of a name names nobody, and neither does what the query excludes.
    """
    by_name: dict[str, str] = {}
    for actor in dossier.records_of(Actor):
        for name in (actor.id, actor.name, *actor.aliases):
            by_name.setdefault(fold(name), actor.id)
    terms = (term for term in parse_query(query).terms if term.field == "speaker" and not term.without)
    named = (by_name.get(value.folded) for term in terms for value in term.values)
    return tuple(dict.fromkeys(actor for actor in named if actor is not None))
