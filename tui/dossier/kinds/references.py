"""Which keys refer to other records, to which kinds, and what the reference is called from the far end.

The one table behind the check for dangling references and behind the links in both directions.
May not know whether a reference resolves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.dossier.kinds import Actor, Record
from tui.dossier.problems import Path
from tui.dossier.values.cite import Cite
from tui.dossier.values.text import Safe

ACTORS = frozenset({"actors"})
SPEAKERS = frozenset({"actors", "sources"})
QUOTES = frozenset({"quotes"})
SOURCES = frozenset({"sources"})
ANYTHING = frozenset({"sources", "actors", "quotes", "alliances", "events", "ledger", "claims"})


class Reference(NamedTuple):
    """A key that holds one id or several. `inverse` names the relation as the record referred to sees it."""

    key: str
    attribute: str
    targets: frozenset[str]
    inverse: str


class Found(NamedTuple):
    """One id that a record refers to; `path` is relative to the record."""

    reference: Reference
    id: Safe
    path: Path


_BY = (Reference("by", "by", SPEAKERS, "asserts"), Reference("denied_by", "denied_by", SPEAKERS, "denies"))

REFERENCES: dict[str, tuple[Reference, ...]] = {
    "sources": (),
    "actors": (Reference("side", "side", ACTORS, "of-side"), Reference("part_of", "part_of", ACTORS, "parts")),
    "quotes": (
        Reference("speaker", "speaker", ACTORS, "said"),
        Reference("to", "to", ACTORS, "said-to"),
        Reference("about", "about", ANYTHING, "said-about"),
    ),
    "alliances": (
        Reference("between", "between", ACTORS, "ties"),
        Reference("from", "giver", ACTORS, "ties"),
        Reference("to", "to", ACTORS, "ties"),
        *_BY,
        Reference("quotes", "quotes", QUOTES, "evidence-for"),
    ),
    "events": (
        Reference("actors", "actors", ACTORS, "events"),
        Reference("after", "after", frozenset({"events"}), "followed-by"),
        *_BY,
    ),
    "ledger": (
        Reference("expecting", "expecting", ACTORS, "expects"),
        Reference("of", "of", ACTORS, "expected-of"),
        *_BY,
        Reference("quotes", "quotes", QUOTES, "evidence-for"),
        Reference("counter", "counter", QUOTES, "counter-to"),
        Reference("alliance", "alliance", frozenset({"alliances"}), "at-stake-in"),
    ),
    "claims": (
        *_BY,
        Reference("about", "about", ANYTHING, "touched-by"),
        Reference("quotes", "quotes", QUOTES, "evidence-for"),
        Reference("counter", "counter", QUOTES, "counter-to"),
    ),
}
ROLE_OF = Reference("of", "of", ACTORS, "offices")
SIDES = Reference("sides", "sides", ACTORS, "side")


def references(record: Record) -> Iterator[Found]:
    """Every id that `record` refers to, cites apart. What `shape` could not read is passed over."""
    for reference in REFERENCES[record.TABLE]:
        value = getattr(record, reference.attribute)
        if not value:
            continue
        if isinstance(value, str):
            yield Found(reference, Safe(value), (reference.key,))
        else:
            for index, one in enumerate(value):
                if one:
                    yield Found(reference, one, (reference.key, index))
    if isinstance(record, Actor):
        for index, role in enumerate(record.roles):
            if role and role.of:
                yield Found(ROLE_OF, role.of, ("roles", index, "of"))


def cites(record: Record) -> Iterator[tuple[Cite, Path]]:
    """Every cite of `record` and where it is written, relative to the record. Unreadable ones are passed over."""
    written = getattr(record, "cite", None)
    if written:
        for index, cite in enumerate(written):
            if cite.source:
                yield cite, ("cite", index)
    if isinstance(record, Actor):
        for number, role in enumerate(record.roles):
            for index, cite in enumerate((role and role.cite) or ()):
                if cite.source:
                    yield cite, ("roles", number, "cite", index)
