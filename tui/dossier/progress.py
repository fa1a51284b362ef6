"""How far the reading of a file is, as it is told while it is read."""

from collections.abc import Callable
from typing import Literal, NamedTuple, get_args

Phase = Literal["read", "check", "compare", "prepare"]
"""What is done one after the other: the bytes are read, the records checked, their words compared with the sources, and
what is shown first worked out."""
PHASES: tuple[Phase, ...] = get_args(Phase)


class Progress(NamedTuple):
    """How much of a phase is done: bytes of the file while it is read, then records, then quotations.

    `total` is 0 when it is unknown.
    """

    phase: Phase
    done: int
    total: int


Told = Callable[[Progress], object]
"""Is called now and then, never more often than some hundred times for a file."""


def nobody(_: Progress) -> None:
    """Tells nobody."""
