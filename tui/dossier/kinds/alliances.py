"""Alliances: the ties between actors, friendly, hostile or neither."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import field

from tui.dossier.kinds.kind import ACTORS, QUOTES, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import DateText, Record, Ref, Refs
from tui.dossier.problems import Problems, TreePath
from tui.dossier.values.cite import Cites
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import NEITHER, TIE_SIGNS, Pledge, Sign, Status, TieKind, words


class Tie(Record, frozen=True, kw_only=True):
    """One tie between actors, friendly, hostile or neither: an entry of `[[alliances]]`."""

    TABLE = "alliances"
    kind: TieKind
    status: Status
    cite: Cites
    between: Refs = ()
    giver: Ref | None = field(default=None, name="from")
    to: Ref | None = None
    sign: Sign | None = None
    provisions: tuple[Pledge, ...] = ()
    terms: Safe = Safe("")
    level: Safe = Safe("")
    start: Date | None = None
    end: Date | None = None
    date_text: DateText = Safe("")
    by: Refs = ()
    denied_by: Refs = ()
    quotes: Refs = ()

    @property
    def ends(self) -> tuple[Safe, ...]:
        """The actors tied, giver first when the tie has a direction."""
        if self.between:
            return self.between
        if self.giver is not None and self.to is not None:
            return self.giver, self.to
        return tuple(end for end in (self.giver, self.to) if end is not None)

    @property
    def directed(self) -> bool:
        """Whether it goes from one actor to another."""
        return not self.between

    @property
    def polarity(self) -> str:
        """The sign as `vocabulary.WITH`, `AGAINST` or `NEITHER`: the kind's own, or the one written."""
        return TIE_SIGNS.get(self.kind, NEITHER) or self.sign or NEITHER


def _name(tie: Tie, name_of: Callable[[str], str]) -> str:
    """The ends of a tie, with an arrow when it has a direction: `Russia → Armenia`."""
    return (" → " if tie.directed else " – ").join(name_of(end) for end in tie.ends)


def _check(tie: Tie, path: TreePath, problems: Problems) -> None:
    _check_ends(tie, path, problems)
    own = TIE_SIGNS.get(tie.kind, "")
    if own and tie.sign and tie.sign != own:
        problems.error(
            (*path, "sign"),
            "wrong-sign",
            f"a tie of kind {tie.kind} always has the sign {own}",
            "leave `sign` out, or choose another kind",
        )
    if tie.start and tie.end and tie.end.latest and tie.end.latest < tie.start.earliest:
        problems.error(
            (*path, "end"),
            "ends-before-start",
            "the tie ends before it starts",
            "`start` must be the earlier of the two",
        )


def _check_ends(tie: Tie, path: TreePath, problems: Problems) -> None:
    if tie.between and (tie.giver or tie.to):
        problems.error(
            (*path, "between"),
            "two-shapes",
            "a tie has either `between`, or `from` and `to`, not both",
            "keep one of the two",
        )
    elif tie.between:
        if len(set(tie.between)) < len(tie.between) or len(tie.between) < 2:
            what = "only one actor" if len(set(tie.between)) < 2 else "an actor twice"
            problems.error(
                (*path, "between"), "one-actor", f"`between` names {what}", "a tie needs at least two different actors"
            )
    elif not (tie.giver and tie.to):
        missing = "`between`, or `from` and `to`" if not (tie.giver or tie.to) else "`from`" if tie.to else "`to`"
        problems.error(path, "missing-end", f"the tie has no {missing}", "say which actors it is between")
    elif tie.giver == tie.to:
        problems.error(
            (*path, "to"), "one-actor", "the tie goes from an actor to itself", "a tie needs two different actors"
        )


KIND = Kind(
    record_type=Tie,
    order=30,
    singular="tie",
    plural="ties",
    title="Alliances",
    name=_name,
    references=(
        Reference("between", ACTORS, "ties"),
        Reference("from", ACTORS, "ties", attribute="giver"),
        Reference("to", ACTORS, "ties"),
        *STATED_BY,
        Reference("quotes", QUOTES, "evidence-for"),
    ),
    multiline=frozenset({"terms", "note"}),
    check=_check,
    category=lambda tie: words(tie.kind),
    subjects=lambda tie: tie.ends,
)
