"""Who speaks for whom: whoever holds an office of an actor or is a part of it. Belonging to its side is not enough."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Quote
from tui.dossier.offices import offices_at
from tui.dossier.values.dates import Date


def represented(dossier: Dossier, speakers: Iterable[str], day: Date | None = None) -> set[str]:
    """Return the speakers, the bodies whose offices they hold or whose part they are, and so on upwards.

    With a `day`, an office that was certainly not held then makes nobody speak for its body.
    """

    def bodies(name: str) -> Iterable[str]:
        actor = dossier.find(Actor, name)
        if actor is None:
            return ()
        offices = (office.role.of for office in offices_at(actor, day) if office.when not in ("earlier", "later"))
        return [body for body in (actor.part_of, *offices) if body]

    return _closure(speakers, bodies)


def speaks_for(dossier: Dossier, quote: Quote, actors: Collection[str]) -> bool:
    """Return whether the speaker of a quote is one of some actors, or spoke for one of them on the day of the quote."""
    return not represented(dossier, (quote.speaker,), quote.date).isdisjoint(actors)


def representatives(dossier: Dossier, actor: str) -> set[str]:
    """Return the actor, those who hold an office of it at any time or are a part of it, and so on downwards."""
    back = dossier.links.back
    return _closure((actor,), lambda name: (*back(name, "offices"), *back(name, "parts")))


def _closure(names: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    queue = list(names)
    while queue:
        if (name := queue.pop()) not in reached:
            reached.add(name)
            queue += following(name)
    return reached
