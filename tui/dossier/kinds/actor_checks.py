"""The rules about actors: their identifiers, their names beside those of others, and their offices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.date_checks import begins_after
from tui.dossier.problems import Rule

if TYPE_CHECKING:
    from tui.dossier.kinds.actors import Actor

BAD_CODE = Rule("bad-code", "warning", "a `code` that is no code of ISO 3166")
BAD_WIKIDATA = Rule("bad-wikidata", "warning", "a `wikidata` that is no item such as `Q42`")
SAME_NAME = Rule("same-name", "warning", "two actors with one `name` and `kind`")
SHARED_ALIAS = Rule(
    "shared-alias", "warning", "an alias that is also a name or alias of another actor, neither of them a place"
)
ACTOR_ENDS_FIRST = Rule("actor-ends-before-start", "error", "an actor whose `since` is after its `until`")
OFFICE_ENDS_FIRST = Rule("office-ends-before-start", "warning", "an office whose `since` is after its `until`")

_PLACE = "place"


def _bad_code(actor: Actor, _: Peers) -> Iterator[Breach]:
    if not actor.code:
        return
    from tui.dossier.values.iso3166 import is_iso3166

    if not is_iso3166(actor.code):
        hint = "write two or three capital letters, one of the codes left to users such as XA, or leave it out"
        yield Breach(("code",), f"“{actor.code[:20]}” is not a code of ISO 3166", hint)


def _bad_wikidata(actor: Actor, _: Peers) -> Iterator[Breach]:
    if actor.wikidata and re.fullmatch("Q[1-9][0-9]*", actor.wikidata) is None:
        found = re.search("Q[1-9][0-9]*", actor.wikidata)
        hint = f"write {found[0]}" if found else "write Q and digits, such as Q42"
        yield Breach(("wikidata",), f"“{actor.wikidata[:60]}” is not an item of Wikidata", hint)


def _same_name(actor: Actor, peers: Peers) -> Iterator[Breach]:
    if actor.name and actor.kind and actor.id:
        first = peers.once(_by_name_and_kind).get((actor.name, actor.kind), actor.id)
        if first != actor.id:
            what = f"another {actor.kind} is called “{actor.name[:60]}” too: “{first}”"
            yield Breach(("name",), what, "lists cannot tell them apart; add what sets this one apart", first)


def _shared_alias(actor: Actor, peers: Peers) -> Iterator[Breach]:
    if not actor.aliases or actor.kind == _PLACE:
        return
    from tui.dossier.values.fold import fold

    bearers = peers.once(_by_folded_name)
    for number, alias in enumerate(actor.aliases):
        for other, named in bearers.get(fold(alias), {}).items() if alias else ():
            # of two that share an alias, only the later one is at fault
            if other != actor.id and (named or peers.place(other) < peers.place(actor.id)):
                what = f"the alias “{alias[:60]}” is also a name of “{other}”"
                yield Breach(
                    ("aliases", number), what, "links and search would lead astray; give it to one only", other
                )
                break


def _actor_ends_first(actor: Actor, _: Peers) -> Iterator[Breach]:
    if actor.since and actor.until and begins_after(actor.since, actor.until):
        yield Breach(("until",), "the actor ends before it begins", "`since` must be the earlier of the two")


def _office_ends_first(actor: Actor, _: Peers) -> Iterator[Breach]:
    for number, role in enumerate(actor.roles or ()):
        if role.since and role.until and begins_after(role.since, role.until):
            what = f"the office “{role.title[:60]}” ends before it begins"
            yield Breach(("roles", number, "until"), what, "`since` must be the earlier of the two")


def _actors(peers: Peers) -> list[Actor]:
    from tui.dossier.kinds.actors import Actor

    return peers.all(Actor)


def _by_name_and_kind(peers: Peers) -> dict[tuple[str, str], str]:
    """Name and kind -> the id of the first actor that has both."""
    first: dict[tuple[str, str], str] = {}
    for actor in _actors(peers):
        first.setdefault((actor.name, actor.kind), actor.id)
    return first


def _by_folded_name(peers: Peers) -> dict[str, dict[str, bool]]:
    """Folded name or alias -> the ids of the actors that bear it, except places, and whether it is their name."""
    from tui.dossier.values.fold import fold

    bearers: dict[str, dict[str, bool]] = {}
    for actor in _actors(peers):
        if actor.kind == _PLACE:
            continue
        for alias in actor.aliases or ():
            bearers.setdefault(fold(alias or ""), {})[actor.id] = False
        bearers.setdefault(fold(actor.name or ""), {})[actor.id] = True
    return bearers


ACTOR_CHECKS = (
    Check(BAD_CODE, ("code",), _bad_code),
    Check(BAD_WIKIDATA, ("wikidata",), _bad_wikidata),
    Check(SAME_NAME, ("id", "name", "kind"), _same_name),
    Check(SHARED_ALIAS, ("id", "name", "kind", "aliases"), _shared_alias),
    Check(ACTOR_ENDS_FIRST, ("since", "until"), _actor_ends_first),
    Check(OFFICE_ENDS_FIRST, ("roles",), _office_ends_first),
)
