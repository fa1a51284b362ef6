"""What a sign or a conclusion rests on when no tie behind it is reported, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_SUPPORTS = {
    "attributed": ("an attributed tie", "attributed ties"),
    "judgement": ("a judgement", "judgements"),
    "contested": ("a contested tie", "contested ties"),
    "denied": ("a denied tie", "denied ties"),
    "inferred": ("an inference", "inferences"),
}
"""Status -> what rests on one tie of it, and on several."""


def support_words(statuses: Iterable[str]) -> str:
    """What pairs rest on whose firmest ties have these statuses: `a judgement`, `2 judgements and an inference`."""
    number_of = Counter(statuses)
    words = [
        one if number_of[status] == 1 else f"{number_of[status]:,} {several}"
        for status, (one, several) in _SUPPORTS.items()
        if number_of[status]
    ]
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
