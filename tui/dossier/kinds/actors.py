"""Actors: states, organisations, bodies, groups, media, people and places, with their offices."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.kind import ACTORS, Kind, Reference
from tui.dossier.kinds.record import Part, Record, Ref, Text
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import ActorKind, words


class Role(Part, frozen=True, kw_only=True):
    """An office an actor holds."""

    title: Text
    of: Ref | None = None
    since: Date | None = None
    until: Date | None = None
    cite: Cites | None = None


class Actor(Record, frozen=True, kw_only=True):
    """A state, organisation, body, group, medium, person or place."""

    TABLE = "actors"
    name: Text
    kind: ActorKind
    aliases: tuple[Text, ...] = ()
    code: Annotated[
        Safe, Meta(description="ISO 3166 or its user-assigned range: an identifier, not a recognition.")
    ] = Safe("")
    wikidata: Safe = Safe("")
    side: Annotated[Ref | None, Meta(description="One of the dossier's sides.")] = None
    part_of: Ref | None = None
    roles: tuple[Role, ...] = ()
    summary: Safe = Safe("")
    cite: Cites | None = None


def _search_text(actor: Actor) -> str:
    return "\n".join((actor.name, *actor.aliases, words(actor.kind), *(role.title for role in actor.roles)))


KIND = Kind(
    record_type=Actor,
    order=10,
    singular="actor",
    plural="actors",
    title="Actors",
    name=lambda actor, _: actor.name,
    references=(
        Reference("side", ACTORS, "of-side", listed_in="sides"),
        Reference("part_of", ACTORS, "parts", acyclic=True),
        Reference("of", ACTORS, "offices", part="roles"),
    ),
    parts=("roles",),
    multiline=frozenset({"summary", "note"}),
    aliases=lambda actor: actor.aliases,
    category=lambda actor: words(actor.kind),
    subjects=lambda actor: (actor.id,),
    search_text=_search_text,
)
