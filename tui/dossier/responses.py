"""Who speaks to a claim, for and against, and whom it is about without a word of their own being recorded.

May not know how a version is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Claim, Expectation, Tie


def disputed(claim: Claim) -> bool:
    """Whether somebody denies a claim, words speak against it, or it is held to be contested."""
    return bool(claim.denied_by or claim.counter or claim.status in ("contested", "denied"))


def opponents(dossier: Dossier, claim: Claim) -> tuple[str, ...]:
    """Who denies a claim or speaks against it."""
    return tuple(dict.fromkeys((*claim.denied_by, *_speakers(dossier, claim.counter))))


def unheard(dossier: Dossier, claim: Claim) -> tuple[str, ...]:
    """The actors that a claim is about and that say nothing to it in this dossier.

    About are the actors it names and both ends of the ties it names; not those of the events, expectations, quotes and
    claims it touches, who may have no part in it. An actor is heard when it asserts or denies the claim, when it
    speaks in a quote for, against or about it, or about one of the ties and expectations it names, and when somebody
    does who holds an office of it or is a part of it. Belonging to its side is not speaking for it. Places are never
    asked.
    """
    silent = dict.fromkeys(_about(dossier, claim))
    if silent:
        heard = _spoken_for(dossier, (*claim.by, *claim.denied_by, *_speakers(dossier, _quotes(dossier, claim))))
        silent = {actor: None for actor in silent if actor not in heard}
    return tuple(silent)


def _about(dossier: Dossier, claim: Claim) -> Iterator[str]:
    for name in claim.about:
        record = dossier.get(name)
        ends: Iterable[str] = (name,) if isinstance(record, Actor) else record.ends if isinstance(record, Tie) else ()
        for end in ends:
            actor = dossier.actor(end)
            if actor is not None and actor.kind != "place":
                yield actor.id


def _quotes(dossier: Dossier, claim: Claim) -> Iterator[str]:
    yield from (*claim.quotes, *claim.counter, *dossier.links.back(claim.id, "said-about"))
    for name in claim.about:
        record = dossier.get(name)
        if isinstance(record, Tie | Expectation):
            yield from record.quotes
            yield from getattr(record, "counter", ())


def _speakers(dossier: Dossier, quotes: Iterable[str]) -> Iterator[str]:
    return (dossier.quote(name).speaker for name in quotes if dossier.get(name) is not None)


def _spoken_for(dossier: Dossier, speakers: Iterable[str]) -> set[str]:
    """The speakers, the bodies whose offices they hold or whose part they are, and so on upwards."""
    found: set[str] = set()
    waiting = list(speakers)
    while waiting:
        if (name := waiting.pop()) in found:
            continue
        found.add(name)
        if (actor := dossier.actor(name)) is not None:
            waiting += [one for one in (actor.part_of, *(role.of for role in actor.roles)) if one]
    return found
