"""How a name reads inside a sentence: `several media outlets` for `Several media outlets`."""

from __future__ import annotations

_QUANTIFIERS = frozenset({"Several", "Some", "Other", "Many", "Most", "Various", "Certain", "Unnamed"})
"""First words of names that are no proper names, whatever kind of actor has them."""
_COMMON_WORDS = frozenset(
    [
        *("Allies", "Analysts", "Civilians", "Countries", "Critics", "Deputies", "Diplomats", "Experts", "Fighters"),
        *("Foreign", "Forces", "Former", "Governments", "Groups", "Investors", "Journalists", "Leaders", "Local"),
        *("Mediators", "Media", "Members", "Militants", "Neighbouring", "Neighbors", "Neighbours", "Newspapers"),
        *("Observers", "Officials", "Opponents", "Others", "Outlets", "Parties", "Partners", "People", "Politicians"),
        *("Powers", "Protesters", "Rebels", "Refugees", "Regional", "Residents", "Senior", "Separatists", "Soldiers"),
        *("Sources", "States", "Structures", "Supporters", "Those", "Troops", "Villagers", "Witnesses"),
    ]
)
"""First words that describe a group rather than name it. An organisation may bear one of them in its proper name."""


def name_in_sentence(name: str, kind: str) -> str:
    """Return the name of an actor of `kind` with a small first letter if it is a description and no proper name."""
    first = name.partition(" ")[0]
    if first in _QUANTIFIERS or (kind == "group" and first in _COMMON_WORDS):
        return f"{name[0].lower()}{name[1:]}"
    return name
