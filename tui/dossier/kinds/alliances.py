"""Alliances: the ties between actors, friendly, hostile or neither."""

from collections.abc import Callable, Iterator
from typing import Annotated

from msgspec import Meta, field

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.date_checks import dated
from tui.dossier.kinds.kind import ACTORS, QUOTES, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import By, Cited, DateText, DeniedBy, Firmness, Record, Ref, Refs
from tui.dossier.problems import Rule
from tui.dossier.values.dates import Date
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import NEITHER, TIE_SIGNS, Pledge, Sign, TieKind, words


class Tie(Record, frozen=True, kw_only=True):
    """One tie between actors, friendly, hostile or neither."""

    TABLE = "alliances"
    kind: Annotated[TieKind, Meta(description="What sort of tie it is; it decides the sign.")]
    status: Firmness
    cite: Cited
    between: Annotated[Refs, Meta(description="Two actors or more, when the tie goes both ways.")] = ()
    giver: Annotated[
        Ref | None, Meta(description="Instead of `between`, with `to`: the actor that gives, hosts, joins or claims.")
    ] = field(default=None, name="from")
    to: Annotated[
        Ref | None, Meta(description="With `from`: the actor that receives, is joined or faces the claim.")
    ] = None
    sign: Annotated[Sign | None, Meta(description='`"+"` or `"-"`, for a kind that has none of its own.')] = None
    provisions: Annotated[tuple[Pledge, ...], Meta(description="What a treaty pledges.")] = ()
    terms: Annotated[Safe, Meta(description="On what conditions, in your words.")] = Safe("")
    level: Annotated[Safe, Meta(description="How much, as printed: “most of its pumps”.")] = Safe("")
    start: Annotated[Date | None, Meta(description="When it began.")] = None
    end: Annotated[Date | None, Meta(description="When it ended.")] = None
    date_text: DateText = Safe("")
    by: By = ()
    denied_by: DeniedBy = ()
    quotes: Annotated[Refs, Meta(description="Quotes that bear on it, either way.")] = ()

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


WRONG_SIGN = Rule("wrong-sign", "error", "a `sign` that is not that of the `kind` of tie", "yes")
ENDS_FIRST = Rule("ends-before-start", "error", "a tie whose `start` is after its `end`")
TWO_SHAPES = Rule("two-shapes", "error", "a tie with both `between` and `from` or `to`", "yes")
ONE_ACTOR = Rule(
    "one-actor", "error", "a tie of fewer than two different actors, or of one actor listed twice", "partly"
)
MISSING_END = Rule("missing-end", "error", "a tie with neither `between` nor both of `from` and `to`", "yes")

_ENDS = ("between", "from", "to")


def _wrong_sign(tie: Tie, _: Peers) -> Iterator[Breach]:
    own = TIE_SIGNS.get(tie.kind, "")
    if own and tie.sign and tie.sign != own:
        what = f"a tie of kind {tie.kind} always has the sign {own}"
        yield Breach(("sign",), what, "leave `sign` out, or choose another kind")


def _ends_first(tie: Tie, _: Peers) -> Iterator[Breach]:
    if tie.start and tie.end and tie.end.latest and tie.end.latest < tie.start.earliest:
        yield Breach(("end",), "the tie ends before it starts", "`start` must be the earlier of the two")


def _two_shapes(tie: Tie, _: Peers) -> Iterator[Breach]:
    if tie.between and (tie.giver or tie.to):
        what = "a tie has either `between`, or `from` and `to`, not both"
        yield Breach(("between",), what, "keep one of the two")


def _one_actor(tie: Tie, _: Peers) -> Iterator[Breach]:
    different = len(set(tie.between))
    if tie.between and not (tie.giver or tie.to) and (different < len(tie.between) or different < 2):
        what = "only one actor" if different < 2 else "an actor twice"
        yield Breach(("between",), f"`between` names {what}", "a tie needs at least two different actors")
    elif tie.giver and tie.giver == tie.to and not tie.between:
        yield Breach(("to",), "the tie goes from an actor to itself", "a tie needs two different actors")


def _missing_end(tie: Tie, _: Peers) -> Iterator[Breach]:
    if not tie.between and not (tie.giver and tie.to):
        missing = "`between`, or `from` and `to`" if not (tie.giver or tie.to) else "`from`" if tie.to else "`to`"
        yield Breach((), f"the tie has no {missing}", "say which actors it is between")


KIND = Kind(
    record_type=Tie,
    order=30,
    singular="tie",
    plural="ties",
    title="Alliances",
    name=_name,
    references=(
        Reference("between", ACTORS, "ties", distinct=True),
        Reference("from", ACTORS, "ties", attribute="giver"),
        Reference("to", ACTORS, "ties"),
        *STATED_BY,
        Reference("quotes", QUOTES, "evidence-for"),
    ),
    begins="start",
    ends="end",
    multiline=frozenset({"terms", "note"}),
    checks=(
        Check(TWO_SHAPES, _ENDS, _two_shapes),
        Check(MISSING_END, _ENDS, _missing_end),
        Check(ONE_ACTOR, _ENDS, _one_actor),
        Check(WRONG_SIGN, ("kind", "sign"), _wrong_sign),
        Check(ENDS_FIRST, ("start", "end"), _ends_first),
        dated("start"),
    ),
    category=lambda tie: words(tie.kind),
    subjects=lambda tie: tie.ends,
)
