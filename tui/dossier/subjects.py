"""What quotes are about: the records they name, and of a tie they name the actors that it joins.

Lists, the field `about` of queries, tables and pages all count by this, so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Quote, Tie


def subjects_of(dossier: Dossier, quote: Quote) -> tuple[str, ...]:
    """What a quote is about: the records it names, and the actors joined by a tie it names, each once.

    A record that a part of a dossier leaves out is not among them.
    """
    return tuple(name for name in with_ends(dossier, quote.about) if dossier.get(name) is not None)


def with_ends(dossier: Dossier, names: Iterable[str]) -> dict[str, None]:
    """Some ids, and those of the actors joined by the ties among them, each once, in their order."""
    found: dict[str, None] = {}
    for name in names:
        found[name] = None
        if isinstance(record := dossier.get(name), Tie):
            found.update(dict.fromkeys(record.ends))
    return found


def ids_about(dossier: Dossier, subject: str, relation: str = "said-about") -> dict[str, None]:
    """Return the ids of the quotes about a record, then of those about a tie of an actor, each once.

    They are those that `subjects_of` finds it in. The `relation` "about-of" gives the claims about them instead.
    """
    back = dossier.links.back
    by_tie = (name for tie in back(subject, "ties") for name in back(tie, relation))
    return dict.fromkeys((*back(subject, relation), *by_tie))
