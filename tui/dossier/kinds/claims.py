"""Claims: statements that somebody makes, as opposed to facts."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.dossier.kinds.check import Breach, Check, Peers
from tui.dossier.kinds.kind import ANY, QUOTES, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import Cited, DeniedBy, Firmness, Record, Refs, Text
from tui.dossier.kinds.statement_checks import MISSING_BY


class Claim(Record, frozen=True, kw_only=True):
    """A statement that somebody makes, as opposed to a fact."""

    TABLE = "claims"
    text: Annotated[
        Text, Meta(description="The statement, in your words, as whoever makes it means it. It is the claim’s heading.")
    ]
    by: Annotated[Refs, Meta(description="Actors or sources that make it.")]
    status: Firmness
    cite: Cited
    denied_by: DeniedBy = ()
    about: Annotated[Refs, Meta(description="Ids of anything it concerns: actors, ties, events, quotes.")] = ()
    quotes: Annotated[Refs, Meta(description="Quotes that make it.")] = ()
    counter: Annotated[Refs, Meta(description="Quotes that contradict it.")] = ()


def _nobodys(claim: Claim, _: Peers) -> Iterator[Breach]:
    by_its_status = claim.status in ("contested", "denied") or (claim.status == "attributed" and not claim.quotes)
    if claim.by == () and not by_its_status:  # else the status says so already
        yield Breach(("by",), "`by` is empty", "name at least one who makes the claim")


KIND = Kind(
    record_type=Claim,
    order=50,
    singular="claim",
    plural="claims",
    title="Claims",
    name=lambda claim, _: claim.text,
    references=(
        *STATED_BY,
        Reference("about", ANY, "about-of"),
        Reference("quotes", QUOTES, "evidence-for"),
        Reference("counter", QUOTES, "counter-to"),
    ),
    multiline=frozenset({"text", "note"}),
    checks=(Check(MISSING_BY, ("by", "status", "quotes"), _nobodys),),
    subjects=lambda claim: (*claim.about, *claim.by),
)
