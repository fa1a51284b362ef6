"""Applies a query to what is in a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.dossier.problems import did_you_mean
from tui.dossier.search.fields import FIELDS, choices, resolve
from tui.dossier.search.index import Item, rank
from tui.dossier.search.matched_words import occurs
from tui.dossier.search.query import Query, Term, Value
from tui.dossier.search.time_fields import TIME_FIELDS

_MOST_QUOTED = 60
_MOST_COMPARED = 1000
"""Of more values than these none is proposed in place of a wrong one: a key would wait for it."""
Test = Callable[[Item], bool]


class Filter:
    """One query for one dossier. `error` is what is wrong with it, in one line; then it finds nothing."""

    def __init__(self, dossier: Dossier, query: Query) -> None:
        self.query = query
        self.words = query.words
        self.error = query.error
        self._without = query.without
        self._dossier = dossier
        self._tests: list[Test] = []
        for term in query.conditions if not self.error else ():
            if (test := self._test(term)) is not None:
                self._tests.append(_negated(test) if term.without else test)

    @property
    def reads_text(self) -> bool:
        """Whether it looks at the text of an item at all."""
        return bool(self.words or self._without)

    def admits(self, item: Item) -> bool:
        """Whether the fields of the query admit an item."""
        return not self.error and all(test(item) for test in self._tests)

    def rank(self, folded: str) -> int:
        """How well a folded text matches the words, 0 for the best, by the worst of them; -1 when it does not."""
        worst = 0
        for word in self.words:
            at = occurs(folded, word)
            if at < 0:
                return -1
            worst = max(worst, rank(folded, at, len(word.folded)))
        return -1 if any(occurs(folded, word) >= 0 for word in self._without) else worst

    def narrows(self, other: Filter) -> bool:
        """Whether it can only find what `other` finds: it asks for the same and for more, or longer, words."""
        return (
            not (self.error or other.error)
            and self.query.conditions == other.query.conditions
            and set(other._without) <= set(self._without)
            and all(any(_implies(word, shorter) for word in self.words) for shorter in other.words)
        )

    def _test(self, term: Term) -> Test | None:
        """The test for a condition; None, with an error, when one of its values stands for nothing."""
        if (admits := TIME_FIELDS.get(term.field)) is not None:
            lifetimes = lifetimes_of(self._dossier).by_id
            return lambda item: (span := lifetimes.get(item.id)) is not None and admits(span, term.bounds)
        dossier = self._dossier
        chosen: set[str] = set()
        for value in term.values:
            found = resolve(dossier, term.field, value.folded, exact=value.exact and not value.open)
            if not found:
                self.error = self.error or _unknown(dossier, term.field, value)
                return None
            chosen |= found

        return lambda item: not chosen.isdisjoint(field_values(dossier, term.field, item))


def field_values(dossier: Dossier, name: str, item: Item) -> Iterable[str]:
    """The values that an item has of a field."""
    field = FIELDS[name]
    if not item.paragraph:
        return field.values(dossier, item.record)
    return field.of_passage(item.record) if isinstance(item.record, Source) else ()


def _negated(test: Test) -> Test:
    return lambda item: not test(item)


def _implies(word: Value, shorter: Value) -> bool:
    """Whether a text in which `word` occurs is sure to have `shorter` in it."""
    return word == shorter or (not shorter.exact and shorter.folded in word.folded)


def _unknown(dossier: Dossier, field: str, value: Value) -> str:
    noun = FIELDS[field].noun
    written = value.folded[:_MOST_QUOTED]
    offered = choices(dossier, field)
    hint = did_you_mean(value.folded, (choice.written for choice in offered)) if len(offered) <= _MOST_COMPARED else ""
    return f"{field}: no {noun} here is called “{written}”{f'; {hint}' if hint else ''}"
