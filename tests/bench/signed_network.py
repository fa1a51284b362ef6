"""A dossier of 2,000 actors and 14,000 ties, always the same, with the unruliness of real networks.

Blocs of very different sizes hold most friendly ties; a few actors have hundreds of ties and most have a handful; of
all ties one in seven runs against its blocs. Pairs have up to five ties, some of them mixed; one tie in four is not
reported, one in eight unsettled. Some small parts are joined to the rest by no tie.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

ACTORS, TIES = 2_000, 14_000
_BLOCS, _APART = 24, 60
"""The blocs, and the actors that only have ties with one another."""
_UNRULY = 0.15
"""The share of ties whose sign is not that of their blocs."""
_BUSIEST = 400.0
"""How much busier than the least busy the busiest actors are: some have seven hundred ties."""
_SAME_PAIR = 0.12
"""The share of ties between two actors that are tied already."""
_WITH = ("defence-pact", "treaty-alliance", "strategic-partnership", "arms-supply", "aid", "diplomatic-support")
_AGAINST = ("hostility", "rivalry", "sanctions")
_UNSIGNED = ("trade", "mediation", "bloc-membership")
_STATUSES = ("reported",) * 12 + ("attributed", "judgement", "contested", "inferred")
_OUTCOMES = ("unmet", "refused", "met", "open", "partly")


def write(path: Path) -> Path:
    """Write the dossier to `path`."""
    path.write_text("\n".join(_lines(random.Random(7))), encoding="utf-8")  # noqa: S311
    return path


def ends(chance: random.Random) -> Iterator[tuple[int, int, bool]]:
    """Yield two actors by number and whether they are friends, for each tie."""
    joined = ACTORS - _APART
    bloc_of = [min(int(chance.expovariate(0.2)), _BLOCS - 1) for _ in range(ACTORS)]
    by_bloc = {bloc: [actor for actor in range(joined) if bloc_of[actor] == bloc] for bloc in set(bloc_of)}
    activity = [chance.paretovariate(1.1) for _ in range(ACTORS)]
    weights = list(accumulate(min(weight, _BUSIEST) for weight in activity[:joined]))
    cumulative = {
        bloc: list(accumulate(min(activity[actor], _BUSIEST) for actor in actors)) for bloc, actors in by_bloc.items()
    }
    tied: list[tuple[int, int]] = []
    for number in range(TIES):
        if number < _APART:
            first = joined + number
            second = joined + number // 6 * 6 + (number + 1) % 6
        elif tied and chance.random() < _SAME_PAIR:
            first, second = chance.choice(tied)
        elif number < joined:
            first, second = number, chance.choices(range(joined), cum_weights=weights)[0]
        else:
            first = chance.choices(range(joined), cum_weights=weights)[0]
            bloc = bloc_of[first]
            inside = chance.random() < 0.6 and len(by_bloc[bloc]) > 1
            pool, cum = (by_bloc[bloc], cumulative[bloc]) if inside else (range(joined), weights)
            second = chance.choices(pool, cum_weights=cum)[0]
        if first == second:
            second = (first + 1) % joined
        tied.append((first, second))
        friends = bloc_of[first] % 3 == bloc_of[second] % 3
        yield first, second, friends != (chance.random() < _UNRULY)


def _lines(chance: random.Random) -> Iterator[str]:
    drawn = list(ends(chance))
    ties_of = Counter(actor for first, second, _ in drawn for actor in (first, second))
    sides = ", ".join(f'"a-{actor}"' for actor, _ in ties_of.most_common(2))
    yield f'dossier = 1\ntitle = "Two thousand actors"\nsides = [{sides}]'
    for source in ("s", "t"):
        yield f'[[sources]]\nid = "{source}"\nkind = "book"\ntitle = "A book of states, {source}"'
    for number in range(ACTORS):
        kind = "igo" if number % 80 == 79 else "state"
        yield f'[[actors]]\nid = "a-{number}"\nkind = "{kind}"\nname = "Armenia {number}"\ncite = "s#p1"'
        yield f'[[quotes]]\nid = "q-{number}"\nspeaker = "a-{number}"\ntext = "Words of {number}."\ncite = "s#p1"'
    for number, (first, second, friends) in enumerate(drawn):
        kind = chance.choice(_UNSIGNED if chance.random() < 0.08 else _WITH if friends else _AGAINST)
        status = chance.choice(_STATUSES)
        yield f'[[alliances]]\nid = "t-{number}"\nfrom = "a-{first}"\nto = "a-{second}"\nkind = "{kind}"'
        yield f'status = "{status}"\ncite = "{chance.choice("st")}#p{number % 50 + 1}"'
        if status not in ("reported", "inferred"):
            yield f'by = ["a-{first}"]'
    for number in range(0, ACTORS, 2):
        outcome = chance.choice(_OUTCOMES)
        yield f'[[ledger]]\nid = "l-{number}"\nexpecting = "a-{number}"\nof = "a-{number + 1}"\nexpected = "Help."'
        yield f'outcome = "{outcome}"\nvoiced = "complaint"\ncite = "s#p2"'
        yield f'[[claims]]\nid = "c-{number}"\ntext = "So."\nby = ["a-{number}"]\nstatus = "contested"\ncite = "s"'
        yield f'[[events]]\nid = "e-{number}"\ntitle = "Event {number}"\ndate = "{1900 + number % 90}"\ncite = "s"'
