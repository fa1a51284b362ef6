"""The head of the file: the keys about the dossier as a whole."""

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

    dossier: Annotated[int, Meta(description="The version of the format: `1`.")]
    title: Annotated[Text, Meta(description="What the reader sees first.")]
    summary: Annotated[Safe, Meta(description="A few sentences that either side could read without wincing.")] = Safe(
        ""
    )
    as_of: Annotated[Date | None, Meta(description="The date up to which the dossier is complete.")] = None
    lang: Annotated[Safe, Meta(description='The language you write in, such as `"en"`.')] = Safe("")
    licence: Annotated[Safe, Meta(description="The licence of your own words.")] = Safe("")
    editors: Annotated[tuple[Text, ...], Meta(description="A list of names: who wrote the dossier.")] = ()
    sides: Annotated[Refs, Meta(description="Actors: the parties to the conflict.")] = ()
