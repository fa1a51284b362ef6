"""Who speaks for whom: whoever holds an office of an actor or is a part of it. Belonging to its side is not enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor


def represented(dossier: Dossier, speakers: Iterable[str]) -> set[str]:
    """Return the speakers, the bodies whose offices they hold or whose part they are, and so on upwards."""

    def bodies(name: str) -> Iterable[str]:
        actor = dossier.find(Actor, name)
        if actor is None:
            return ()
        return [body for body in (actor.part_of, *(role.of for role in actor.roles)) if body]

    return _closure(speakers, bodies)


def representatives(dossier: Dossier, actor: str) -> set[str]:
    """Return the actor, those who hold an office of it or are a part of it, and so on downwards."""
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
