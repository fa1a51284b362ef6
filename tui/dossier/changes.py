"""What came, went and changed between two readings of a dossier, by id, and in one line."""

from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.renames import renames
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import count_noun

_MOST_NAMED = 3
"""The most ids that are named for each sort of change."""
_NAMES_LENGTH = 60
"""The most characters of the ids that are named for each sort of change."""


class Changes(NamedTuple):
    """The ids of the records `added`, `removed` and `changed`, in file order, and what else differs.

    `head`: the keys at the top of the file. `reordered`: the same records in another order. `copies`: the sources
    whose local copies differ. `renamed`: the old and the new id of records that were given another id and are
    otherwise as they were; these are neither `added` nor `removed`.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    head: bool = False
    reordered: bool = False
    copies: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()

    def text(self) -> Safe:
        """`2 records added (a, b), 1 removed (c)`; empty when nothing differs."""
        parts: list[str] = []
        renamed = tuple(f"{old} → {new}" for old, new in self.renamed)
        by_verb = {"added": self.added, "removed": self.removed, "renamed": renamed, "changed": self.changed}
        for verb, ids in by_verb.items():
            if ids:
                number = f"{len(ids):,}" if parts else count_noun(len(ids), "record")
                parts.append(f"{number} {verb}{_named(ids)}")
        if self.head:
            parts.append("the keys at the top changed")
        if self.reordered:
            parts.append("records in another order")
        if self.copies:
            copies = "1 local copy" if len(self.copies) == 1 else f"{len(self.copies):,} local copies"
            parts.append(f"{copies} changed{_named(self.copies)}")
        return Safe(", ".join(parts))


def changes(before: Dossier, now: Dossier) -> Changes:
    """Compare two readings of one dossier."""
    old, new = before.records, now.records
    added = tuple(name for name in new if name not in old)
    removed = tuple(name for name in old if name not in new)
    renamed = renames(before, now, removed, added)
    come = frozenset(renamed.values())
    copied = {renamed.get(name, name): paragraphs for name, paragraphs in before.passages.items()}
    return Changes(
        tuple(name for name in added if name not in come),
        tuple(name for name in removed if name not in renamed),
        tuple(name for name, record in new.items() if name in old and old[name] != record),
        before.head != now.head,
        not added and not removed and list(old) != list(new),
        tuple(name for name in {**copied, **now.passages} if copied.get(name) != now.passages.get(name)),
        tuple(renamed.items()),
    )


def _named(ids: tuple[str, ...]) -> str:
    names = ", ".join(ids[:_MOST_NAMED])
    return f" ({names})" if len(ids) <= _MOST_NAMED and len(names) <= _NAMES_LENGTH else ""
