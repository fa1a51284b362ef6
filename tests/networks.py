"""Signed networks for tests: a published one, and generators of others.

Gahuku-Gama: sixteen tribes of the Eastern Central Highlands of New Guinea, friendship (rova) and enmity (hina). K. E.
Read, Cultures of the Central Highlands, New Guinea, Southwestern Journal of Anthropology 10 (1954), 1–43, as Hage and
Harary, Structural Models in Anthropology (1983), 56–60, give it; edges and short names as in the UCINET data set.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.dossiers import record
from tui.dossier.network.balance.solver.biconnected import Edge
from tui.dossier.network.signed_graph import Pair, ends_of

_TRIBES = "gavev kotun ove alika nagam gahuk masil ukudz notoh kohik geham asaro uheto seuve nagad gama"
GAMA_TRIBES = tuple(_TRIBES.split())

_ROVA = """
gavev: kotun nagad gama
kotun: nagad gama
ove: alika gahuk masil ukudz
alika: ukudz
nagam: masil notoh seuve
gahuk: masil ukudz geham asaro
masil: ukudz geham asaro uheto
ukudz: geham asaro
notoh: kohik uheto
kohik: uheto
geham: asaro
uheto: seuve
nagad: gama
"""
_HINA = """
gavev: ove alika nagam gahuk asaro
kotun: ove nagam gahuk notoh kohik
nagam: nagad gama
gahuk: notoh uheto gama
ukudz: seuve
notoh: geham nagad
kohik: geham nagad
geham: uheto nagad gama
asaro: seuve nagad gama
uheto: nagad gama
seuve: gama
"""


def _listed(text: str, sign: str) -> list[tuple[str, str, str]]:
    lines = (line.partition(": ") for line in text.split("\n") if line)
    return [(one, other, sign) for one, _, others in lines for other in others.split()]


GAMA = [*_listed(_ROVA, "+"), *_listed(_HINA, "-")]
"""Two tribes and the sign between them, for each of the 58 ties."""


def pairs_of(ties: Iterable[tuple[str, str, str]]) -> list[Pair]:
    """Signed pairs, each with a tie whose id names both ends."""
    return [Pair(ends_of(one, other), (f"{one}-{other}",), sign) for one, other, sign in ties]


def tables_of(names: Iterable[str], ties: Iterable[tuple[str, str, str]]) -> str:
    """Actors and ties as the records of a dossier."""
    kinds = {"+": "nominal-alliance", "-": "hostility"}
    return "".join(record("actors", id=name, name=name.title(), kind="group") for name in names) + "".join(
        record("alliances", id=f"{one}-{other}", between=[one, other], kind=kinds[sign]) for one, other, sign in ties
    )


def edges_of(pairs: Iterable[Pair]) -> list[Edge]:
    """The pairs as numbered vertices and signs."""
    numbers: dict[str, int] = {}
    return [
        (numbers.setdefault(one, len(numbers)), numbers.setdefault(other, len(numbers)), 1 if sign == "+" else -1)
        for (one, other), _, sign in pairs
    ]


def random_edges(seed: int) -> list[Edge]:
    """A small network of any density and mixture of signs, perhaps in several parts."""
    chance = random.Random(seed)  # noqa: S311
    size, density, hostile = chance.randint(3, 9), chance.choice((0.3, 0.5, 0.7, 1)), chance.choice((0.2, 0.5, 0.8, 1))
    return [
        (one, other, -1 if chance.random() < hostile else 1)
        for one in range(size)
        for other in range(one + 1, size)
        if chance.random() < density
    ]


def states(seed: int, size: int = 150, ties: int = 1300, unruly: float = 0.04) -> list[Pair]:
    """A network in the likeness of those of states in the decades after 1945.

    Blocs are dense and friendly, blocs of one camp are friendly to each other here and there, and hostile pairs run
    mostly between camps. A share of the pairs, `unruly`, has the other sign: with 0.5 all signs are random.
    """
    chance = random.Random(seed)  # noqa: S311
    blocs = [min(int(chance.expovariate(0.35)), 7) for _ in range(size)]
    found: dict[tuple[str, str], str] = {}
    while len(found) < ties:
        one, other = chance.sample(range(size), 2)
        if blocs[one] != blocs[other] and chance.random() < 0.8:
            continue
        sign = "+" if blocs[one] % 2 == blocs[other] % 2 else "-"
        if chance.random() < unruly:
            sign = "-" if sign == "+" else "+"
        found[ends_of(f"s{one:03}", f"s{other:03}")] = sign
    return pairs_of((one, other, sign) for (one, other), sign in found.items())
