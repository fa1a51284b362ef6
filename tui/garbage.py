"""Collects garbage while nobody waits for a key: a pause goes unnoticed then, and memory does not grow in between."""

from __future__ import annotations

import gc
from time import perf_counter

_LONG = 0.005
"""Seconds: a key that comes meanwhile should not wait longer."""


def collect_when_idle() -> None:
    """Collect all garbage; where that takes long, what is alive now is exempt from the next collections.

    That is so once after the start, and after a large dossier was opened: nearly all of it is there to stay.
    """
    started = perf_counter()
    gc.collect()
    if perf_counter() - started > _LONG:
        gc.freeze()
    gc.enable()  # the command line turns it off, so that no collection delays the first paint
