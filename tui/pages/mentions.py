"""Finds the names of actors in prose, so that each name on a page links to what is known about the actor.

Names and aliases match as whole words, exactly as written; the prose keeps every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.dossier.kinds import Actor
from tui.pages.page import Role, Span, Spans

_WORD = re.compile(r"\w+")
_LONGEST = 120
"""The longest name looked for, in characters: every distinct length of a name costs a comparison at each word."""


class Mentions:
    """Splits prose into plain spans and spans that link to the actors named there."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_first_word: dict[str, dict[str, str]] = {}
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                if len(name) <= _LONGEST and (first := _WORD.match(name)):
                    self._by_first_word.setdefault(first[0], {}).setdefault(name, actor.id)
        self._lengths = {
            first: sorted(set(map(len, names)), reverse=True) for first, names in self._by_first_word.items()
        }

    def spans(self, prose: str, role: Role = "text", but: str = "") -> Spans:
        """`prose` with the first mention of each actor linked; the actor `but` is not linked."""
        spans: list[Span] = []
        linked = {but}
        emitted = matched = 0  # the ends of what is in `spans` and of the last name matched
        for word in _WORD.finditer(prose):
            if word.start() < matched:
                continue
            names = self._by_first_word.get(word[0])
            for length in self._lengths[word[0]] if names is not None else ():
                end = word.start() + length
                name = prose[word.start() : end]
                actor = names.get(name) if names is not None and len(name) == length else None
                if actor is not None and not prose[end : end + 1].isalnum():
                    matched = end
                    if actor not in linked:
                        linked.add(actor)
                        if emitted < word.start():
                            spans.append(Span(prose[emitted : word.start()], role))
                        spans.append(Span(name, "mention", actor))
                        emitted = end
                    break
        if emitted < len(prose):
            spans.append(Span(prose[emitted:], role))
        return tuple(spans)
