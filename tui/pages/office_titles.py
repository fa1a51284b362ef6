"""Whether the title of an office says whose it is, as “Armenian foreign minister” does of Armenia."""

from __future__ import annotations

import re
from itertools import takewhile

from tui.dossier.values.fold import fold

_STEM, _ENDING = 5, 4
"""The fewest letters that two forms of a name share, and the most in which they differ."""
_LONGEST_TITLE = 200
"""The most characters of a title or a name that are compared."""
_WORD = re.compile(r"\w+")


def says_whose(title: str, name: str) -> bool:
    """Whether a title names its state or body: by all words of the name, or by forms such as `Armenian` of them."""
    in_title = _WORD.findall(fold(title[:_LONGEST_TITLE]))
    in_name = _WORD.findall(fold(name[:_LONGEST_TITLE]))
    return bool(in_name) and all(any(_same_stem(word, other) for other in in_title) for word in in_name)


def _same_stem(word: str, other: str) -> bool:
    """Whether two words are the same, or begin alike for five letters or more and differ in a short ending only."""
    if word == other:
        return True
    stem = sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(word, other, strict=False)))
    return stem >= _STEM and max(len(word), len(other)) - stem <= _ENDING
