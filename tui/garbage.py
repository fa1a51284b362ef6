"""Collects garbage while nobody waits for a key: a pause goes unnoticed then, and memory does not grow in between."""

from __future__ import annotations

import gc
from time import thread_time

_LONG = 0.005
"""Seconds of processor time, whatever else the machine does: a key that comes meanwhile should not wait longer."""


def collect_when_idle() -> None:
    """Collect all garbage; where that takes long, what is alive now is exempt from the next collections.

    That is so once after the start, and after a large dossier was opened: nearly all of it is there to stay.
    """
    started = thread_time()
    gc.collect()
    if thread_time() - started > _LONG:
        gc.freeze()
    gc.enable()  # the command line turns it off, so that no collection delays the first paint
