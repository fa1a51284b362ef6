"""Structural balance of the signed ties: an arithmetic of signs that forecasts nothing.

After Heider (1946) and Cartwright and Harary (1956): a network is balanced when its actors fall into two camps, one of
which may be empty, with all friendly ties inside the camps and all hostile ones across. The pairs that a partition of
the actors violates are *frustrated*; the fewest that any partition frustrates are the frustration index (Harary's line
index of balance, 1959). Partitions that reach it are those that Doreian and Mrvar (1996) look for with two groups.

`result` puts it together for one dossier, `triangles` is the triad census, `frustration` the index and the smallest
sets of pairs that balance the network, `parts` the camps of each connected part, `best_splits` what all equally good
splits of a part agree on, `support` the weak pairs that the answer hangs on; `solver` does the searching. `over_time`
has the balance at each change, from `dated_pairs`, a `running_census`, a `running_index` and `running_parts`. Import
from this package, not from its modules.
"""

from tui.dossier.network.balance.best_splits import BestSplits, Camps
from tui.dossier.network.balance.dated_pairs import Step, Turn
from tui.dossier.network.balance.frustration import BUDGET, Change, Frustration
from tui.dossier.network.balance.over_time import By, Row, balance_over_time, number_of_changes
from tui.dossier.network.balance.parts import Part
from tui.dossier.network.balance.result import Balance, Place, balance_to_compare, compute_balance, compute_further
from tui.dossier.network.balance.support import Support
from tui.dossier.network.balance.triangles import (
    KINDS,
    OneRecord,
    TriadCensus,
    Triangle,
    triangle_of,
    triangle_with_signs,
)

__all__ = [
    "BUDGET",
    "KINDS",
    "Balance",
    "BestSplits",
    "By",
    "Camps",
    "Change",
    "Frustration",
    "OneRecord",
    "Part",
    "Place",
    "Row",
    "Step",
    "Support",
    "TriadCensus",
    "Triangle",
    "Turn",
    "balance_over_time",
    "balance_to_compare",
    "compute_balance",
    "compute_further",
    "number_of_changes",
    "triangle_of",
    "triangle_with_signs",
]
