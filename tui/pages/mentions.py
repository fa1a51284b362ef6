"""Finds the names of actors inside prose, so that every name on a page is a way to what is known about it.

Names and aliases match whole words, exactly as written. May not change a character of the prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.dossier.kinds import Actor
from tui.pages.page import Role, Span, Spans

_WORD = re.compile(r"\w+")
_LONGEST = 120
"""The longest name that is looked for, in characters: each length that a name has is a look at each word."""


class Mentions:
    """Knows the names of all actors; splits prose into plain and linked spans."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_first_word: dict[str, dict[str, str]] = {}
        for actor in actors:
            for name in (actor.name, *actor.aliases):
                if len(name) <= _LONGEST and (first := _WORD.match(name)):
                    self._by_first_word.setdefault(first[0], {}).setdefault(name, actor.id)
        self._sizes = {
            first: sorted(set(map(len, names)), reverse=True) for first, names in self._by_first_word.items()
        }

    def spans(self, prose: str, role: Role = "text", but: str = "") -> Spans:
        """`prose` with the first mention of each actor linked; the actor `but` is left plain."""
        found: list[Span] = []
        seen = {but}
        done = passed = 0
        for word in _WORD.finditer(prose):
            if word.start() < passed:
                continue
            names = self._by_first_word.get(word[0])
            for size in self._sizes[word[0]] if names is not None else ():
                end = word.start() + size
                name = prose[word.start() : end]
                actor = names.get(name) if names is not None and len(name) == size else None
                if actor is not None and not prose[end : end + 1].isalnum():
                    passed = end
                    if actor not in seen:
                        seen.add(actor)
                        if done < word.start():
                            found.append(Span(prose[done : word.start()], role))
                        found.append(Span(name, role, actor))
                        done = end
                    break
        if done < len(prose):
            found.append(Span(prose[done:], role))
        return tuple(found)
