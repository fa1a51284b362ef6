"""What is exported: a dossier, or the part of one that a query or a reader chose, as of a moment."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.marks import NO_MARKS, Marks
from tui.dossier.narrowed import narrowed, without_loose_ends
from tui.dossier.network.scope import Scope, present_scope
from tui.dossier.reported_only import reported_only


class Origin(NamedTuple):
    """Where a dossier was read from: the path of its file, and the copies named for its sources, by id."""

    path: str
    copies: Mapping[str, str]


class Selection(NamedTuple):
    """What every format is given.

    `dossier` holds the records to export and no others: all that they refer to is among them, or the reference is left
    out with what no source reports. `scope` has the ties that
    pictures count and the moment. `chosen`: the ids that were chosen, without those that they refer to; None when
    everything is exported. `query`: the query that chose them, empty for none. `moment_given`: whether the moment was
    asked for rather than that of the dossier. `marks`: the reader's own marks and notes, when these are exported.
    `origin`: where the dossier was read from, for formats that pack its files; None when there is no file.
    """

    dossier: Dossier
    scope: Scope
    chosen: frozenset[str] | None = None
    query: str = ""
    moment_given: bool = False
    marks: Marks = NO_MARKS
    origin: Origin | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every record of the dossier is exported."""
        return self.chosen is None and not self.is_reported_only

    @property
    def is_reported_only(self) -> bool:
        """Whether what no source reports in its own voice is left out."""
        return self.dossier.whole is not None


def select(
    dossier: Dossier,
    *,
    scope: Scope | None = None,
    chosen: Iterable[str] | None = None,
    query: str = "",
    reported: bool = False,
    moment_given: bool = False,
    marks: Marks = NO_MARKS,
    origin: Origin | None = None,
) -> Selection:
    """Select a dossier, or of it the records `chosen` with all that they refer to.

    With `reported` what is not reported in a source's own voice is left out of that. The scope is that of the whole
    dossier unless it is given.
    """
    scope = scope or present_scope(dossier)
    names = None if chosen is None else frozenset(chosen)
    part = dossier if names is None else narrowed(dossier.whole or dossier, names)
    if reported or dossier.whole is not None:
        part = without_loose_ends(reported_only(part))
    return Selection(part, scope, names, query, moment_given, marks, origin)
