"""Which statements count: one question, asked wherever ties, ledger rows, events or claims are counted or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.dossier.values.cite import DISPUTES
from tui.dossier.values.vocabulary import UNSETTLED

if TYPE_CHECKING:
    from typing import Protocol

    from tui.dossier.values.cite import Cites
    from tui.dossier.values.text import Safe
    from tui.dossier.values.vocabulary import Status

    class Disputable(Protocol):
        """A statement: a record with a status that somebody may deny, and a source dispute."""

        @property
        def status(self) -> Status:
            """How sure it is."""

        @property
        def denied_by(self) -> tuple[Safe, ...]:
            """Who denies it."""

        @property
        def cite(self) -> Cites:
            """Where sources speak of it."""


def counted_as(statement: Disputable) -> Status:
    """The status that decides whether a statement counts.

    What is reported and denied by somebody, or disputed by a source, counts like what is contested, until its status
    says how firm it is.
    """
    if statement.status == "reported" and (statement.denied_by or is_disputed_by_a_source(statement)):
        return "contested"
    return statement.status


def is_settled(statement: Disputable) -> bool:
    """Whether a statement counts without being asked for: nobody is known to dispute it, and it is not a conclusion."""
    return counted_as(statement) not in UNSETTLED


def is_reported_and_denied(statement: Disputable) -> bool:
    """Whether a statement is reported as a fact although somebody denies it."""
    return statement.status == "reported" and bool(statement.denied_by)


def is_reported_and_disputed(statement: Disputable) -> bool:
    """Whether a statement is reported as a fact by one source and disputed by another."""
    return statement.status == "reported" and is_disputed_by_a_source(statement)


def is_disputed_by_a_source(record: object) -> bool:
    """Whether a source that the record cites disputes it."""
    for cite in getattr(record, "cite", None) or ():  # noqa: SIM110 - asked of every tie for every picture
        if cite.stance == DISPUTES:
            return True
    return False
