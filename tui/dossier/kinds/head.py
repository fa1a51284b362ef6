"""The head of the file: the keys about the dossier as a whole."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.kind import ACTORS, Reference
from tui.dossier.kinds.record import Part, Refs, Text
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe

SIDES = Reference("sides", ACTORS, "side")
MULTILINE = frozenset({"summary"})
"""The keys whose text may have several lines."""


class Head(Part, frozen=True, kw_only=True):
    """The keys above the tables."""

    dossier: Annotated[int, Meta(description="The format's version: 1.")]
    title: Text
    summary: Safe = Safe("")
    as_of: Date | None = None
    lang: Safe = Safe("")
    licence: Safe = Safe("")
    editors: tuple[Text, ...] = ()
    sides: Refs = ()
