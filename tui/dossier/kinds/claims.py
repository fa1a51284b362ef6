"""Claims: statements that somebody makes, as opposed to facts."""

from __future__ import annotations

from tui.dossier.kinds.kind import ANY, QUOTES, STATED_BY, Kind, Reference
from tui.dossier.kinds.record import Record, Refs, Text
from tui.dossier.problems import Problems, TreePath
from tui.dossier.values.cite import Cites
from tui.dossier.values.vocabulary import Status


class Claim(Record, frozen=True, kw_only=True):
    """A statement that somebody makes, as opposed to a fact."""

    TABLE = "claims"
    text: Text
    by: Refs
    status: Status
    cite: Cites
    denied_by: Refs = ()
    about: Refs = ()
    quotes: Refs = ()
    counter: Refs = ()


def _check(claim: Claim, path: TreePath, problems: Problems) -> None:
    reported = claim.status in ("contested", "denied") or (claim.status == "attributed" and not claim.quotes)
    if claim.by == () and not reported:  # by the rule about statuses
        problems.error((*path, "by"), "missing-by", "`by` is empty", "name at least one who makes the claim")


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
    check=_check,
    subjects=lambda claim: (*claim.about, *claim.by),
)
