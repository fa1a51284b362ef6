"""Actors: states, organisations, bodies, groups, media, people and places, with their offices."""

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.actor_checks import ACTOR_CHECKS
from tui.dossier.kinds.check import Peers
from tui.dossier.kinds.kind import ACTORS, Kind, Reference
from tui.dossier.kinds.record import Part, Record, Ref, Text
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import ActorKind, count_noun, words


class Role(Part, frozen=True, kw_only=True):
    """An office an actor holds."""

    title: Annotated[Text, Meta(description="The office as printed.")]
    of: Annotated[Ref | None, Meta(description="The actor it is an office of.")] = None
    since: Annotated[Date | None, Meta(description="When it began.")] = None
    until: Annotated[Date | None, Meta(description="When it ended.")] = None
    cite: Annotated[Cites | None, Meta(description="The passages the office rests on.")] = None


class Actor(Record, frozen=True, kw_only=True):
    """A state, organisation, body, group, medium, person or place."""

    TABLE = "actors"
    name: Annotated[Text, Meta(description="The name as the source spells it.")]
    kind: Annotated[ActorKind, Meta(description="What sort of actor it is.")]
    aliases: Annotated[
        tuple[Text, ...],
        Meta(
            description="Other names, abbreviations, and a capital where it stands for the state; search finds them. "
            "No alias is the name of another actor, unless that is a place."
        ),
    ] = ()
    code: Annotated[
        Safe,
        Meta(description="ISO 3166 code or one of its user-assigned range: an identifier, not a recognition."),
    ] = Safe("")
    wikidata: Annotated[Safe, Meta(description="An item such as `Q42`, if you have looked it up.")] = Safe("")
    side: Annotated[
        Ref | None, Meta(description="One of the dossier’s `sides`, for those who belong to it. An ally does not.")
    ] = None
    part_of: Annotated[Ref | None, Meta(description="The actor it is part of: a ministry, of its state.")] = None
    roles: Annotated[tuple[Role, ...], Meta(description="A list of offices: `{ title, of, since, until, cite }`.")] = ()
    since: Annotated[Date | None, Meta(description="When it came into being. Before that none of its ties counts.")] = (
        None
    )
    until: Annotated[Date | None, Meta(description="When it ceased to be. After that none of its ties counts.")] = None
    summary: Annotated[Safe, Meta(description="One or two sentences.")] = Safe("")
    cite: Annotated[Cites | None, Meta(description="The passages that the summary rests on.")] = None


def serves(name: str, other: str, peers: Peers) -> bool:
    """Whether the actor called `name` is `other`, belongs to its side, is part of it, or holds an office of it."""
    seen: set[str] = set()
    pending = [name]
    while pending:
        current = pending.pop()
        if current == other:
            return True
        if current not in seen and (actor := peers.find(Actor, current)) is not None:
            seen.add(current)
            offices = (role.of for role in actor.roles or () if role is not None)
            pending += [found for found in (actor.side, actor.part_of, *offices) if found]
    return False


def _tally(actors: Sequence[Actor]) -> str:
    """`29 actors, 1 place`: a place is no party to anything."""
    places = sum(actor.kind == "place" for actor in actors)
    counts = (len(actors) - places, "actor"), (places, "place")
    return ", ".join(count_noun(count, noun) for count, noun in counts if count)


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
    begins="since",
    ends="until",
    multiline=frozenset({"summary", "note"}),
    checks=ACTOR_CHECKS,
    aliases=lambda actor: actor.aliases,
    category=lambda actor: words(actor.kind),
    subjects=lambda actor: (actor.id,),
    tally=_tally,
)
