"""In which part of a record, or of what else is found, the words of a query are."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.search.documents import Part
from tui.dossier.search.matched_words import MatchedWords


def matched_parts(parts: Iterable[Part], words: MatchedWords) -> list[Part]:
    """The fewest parts, in their order, in which all the words are that are in any; the fuller and earlier first."""
    wanted = words.all
    found: list[Part] = []
    remaining = [(part, matched) for part in parts if (matched := words.matched(part.text))]
    while wanted and remaining:
        part, matched = max(remaining, key=lambda each: len(each[1] & wanted))
        if not matched & wanted:
            break
        found.append(part)
        wanted = wanted - matched
        remaining = [each for each in remaining if each[0] is not part]
    return found
