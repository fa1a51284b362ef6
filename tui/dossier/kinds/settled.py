"""Which statements count: one question, asked wherever ties, ledger rows, events or claims are counted or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.dossier.values.vocabulary import UNSETTLED

if TYPE_CHECKING:
    from typing import Protocol

    from tui.dossier.values.text import Safe
    from tui.dossier.values.vocabulary import Status

    class Deniable(Protocol):
        """A statement: a record with a status that somebody may deny."""

        @property
        def status(self) -> Status:
            """How sure it is."""

        @property
        def denied_by(self) -> tuple[Safe, ...]:
            """Who denies it."""


def counted_as(statement: Deniable) -> Status:
    """The status that decides whether a statement counts.

    What is reported and denied by somebody counts like what is contested, until its status says how firm it is.
    """
    return "contested" if statement.denied_by and statement.status == "reported" else statement.status


def is_settled(statement: Deniable) -> bool:
    """Whether a statement counts without being asked for: nobody is known to dispute it, and it is not a conclusion."""
    return counted_as(statement) not in UNSETTLED


def is_reported_and_denied(statement: Deniable) -> bool:
    """Whether a statement is reported as a fact although somebody denies it."""
    return statement.status == "reported" and bool(statement.denied_by)
