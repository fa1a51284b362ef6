"""The query language, parsed: what a reader types to search, to filter a list, or after `list --where`.

    envoy summit             every word, in any order, also as a part of a longer word
    "balance of power"       whole words, one after the other
    -envoy  -"two words"     not there
    speaker:kesh  tag:"to check"  act:deny,demand  -status:denied
                             a field with its value, or one of several
    before:1956  after:1956-11  in:1956  at:1956-11-03
                             by date

Typographic quotation marks are as good as those of a keyboard. A field without a value, as while it is typed, is left
out. What is wrong with a query is said in one line.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.dossier.problems import did_you_mean
from tui.dossier.search.fields import FIELDS
from tui.dossier.search.time_fields import TIME_FIELDS
from tui.dossier.values.dates import parse_date
from tui.dossier.values.fold import MARKS
from tui.dossier.values.fold_map import fold_line
from tui.dossier.values.lifetimes import Bounds, bounds

_QUOTATION_MARKS = frozenset('"') | {mark for mark, key in MARKS.items() if key == '"'}
_FIELD = re.compile(r"([A-Za-z]+):")
FIELD_NAMES = (*FIELDS, *TIME_FIELDS)
"""What may be before a colon, in the order in which it is offered."""
_WITHOUT = "-"
_MOST_TERMS = 40
"""The most terms of a query that are looked at."""


class Value(NamedTuple):
    """Something typed: folded words, and whether they are meant `exact`, because they are in quotation marks.

    Of an `open` one the closing mark is still to be typed, and its last word may go on.
    """

    folded: str
    exact: bool = False
    open: bool = False


class Term(NamedTuple):
    """One condition: words (`field` is empty) or a field, of which one of `values` is asked for; or not, if `without`.

    A time field has the bounds of its date.
    """

    values: tuple[Value, ...]
    field: str = ""
    without: bool = False
    bounds: Bounds = (0, 0)


class Query(NamedTuple):
    """All the conditions that hold together, and what is wrong in one line, empty when nothing is."""

    terms: tuple[Term, ...] = ()
    error: str = ""

    @property
    def words(self) -> tuple[Value, ...]:
        """The words that are looked for."""
        return tuple(value for term in self.terms if not (term.field or term.without) for value in term.values)

    @property
    def without(self) -> tuple[Value, ...]:
        """The words that must not be there."""
        return tuple(value for term in self.terms if term.without and not term.field for value in term.values)

    @property
    def conditions(self) -> tuple[Term, ...]:
        """The terms with a field."""
        return tuple(term for term in self.terms if term.field)


class Token(NamedTuple):
    """One term as it is written, from `start` to `end` of the text.

    `name` is what is before a colon, and each of `parts` is one of the values: where it starts and ends in the text,
    the text itself without its marks, whether it is in quotation marks, and whether the closing one is missing.
    """

    start: int
    end: int
    without: bool
    name: str
    parts: tuple[tuple[int, int, str, bool, bool], ...]


def parse_query(text: str) -> Query:
    """Parse a query. The first thing wrong with it is its error."""
    terms: list[Term] = []
    error = ""
    for token in tokens(text):
        try:
            term = _term(token)
        except ValueError as wrong:
            error = error or str(wrong)
        else:
            if term is not None and len(terms) < _MOST_TERMS:
                terms.append(term)
    return Query(tuple(terms), error)


def _term(token: Token) -> Term | None:
    """The term of a token, None for one that says nothing yet. Raises ValueError with what is wrong."""
    if token.name in TIME_FIELDS:
        return _time_term(token)
    if token.name and token.name not in FIELD_NAMES:
        hint = did_you_mean(token.name, FIELD_NAMES)
        lead = f"“{token.name}:” is not a field{f'; {hint}' if hint else '.'}"
        raise ValueError(f"{lead} To search for it, put it in quotation marks")
    values = tuple(
        Value(folded, exact, is_open)
        for _, _, written, exact, is_open in token.parts
        if (folded := fold_line(written).strip())
    )
    if not values:
        return None
    if not token.name and not values[0].exact:  # a character such as ¨ folds to a blank
        values = tuple(Value(word) for word in values[0].folded.split())
    return Term(values, token.name, token.without)


def _time_term(token: Token) -> Term | None:
    written = token.parts[0][2].strip() if token.parts else ""
    if not written:
        return None
    try:
        date = parse_date(written)
    except ValueError as wrong:
        raise ValueError(f"{token.name}: {wrong}") from None
    return Term((), token.name, token.without, bounds(date))


def tokens(text: str) -> Iterable[Token]:
    """The terms of a query as they are written, in their order."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        yield token
        at = token.end


def _token(text: str, start: int) -> Token:
    at = start
    without = text[at] == _WITHOUT and at + 1 < len(text) and not text[at + 1].isspace()
    at += without
    name = ""
    field = _FIELD.match(text, at)
    if field is not None and _is_field(text, field):
        name, at = field[1].lower(), field.end()
    parts = []
    while at < len(text) and not text[at].isspace():
        part = _part(text, at, listed=bool(name) and name not in TIME_FIELDS)
        parts.append(part)
        at = part[1]
        if not name or at >= len(text) or text[at] != ",":
            break
        at += 1
    return Token(start, at, without, name, tuple(parts))


def _is_field(text: str, field: re.Match[str]) -> bool:
    """Whether a word with a colon names a field: not in `http://…`, nor at the end of an unknown word."""
    if text.startswith("//", field.end()):
        return False
    has_value = field.end() < len(text) and not text[field.end()].isspace()
    return has_value or field[1].lower() in FIELD_NAMES


def _part(text: str, start: int, *, listed: bool) -> tuple[int, int, str, bool, bool]:
    """One value from `start` on: to the closing mark, or else to a blank, or to a comma if it is one of a list."""
    if text[start] in _QUOTATION_MARKS:
        for end in range(start + 1, len(text)):
            if text[end] in _QUOTATION_MARKS and (
                end + 1 == len(text) or text[end + 1].isspace() or text[end + 1] == ","
            ):
                return start, end + 1, text[start + 1 : end], True, False
        return start, len(text), text[start + 1 :], True, True
    end = start
    while end < len(text) and not text[end].isspace() and not (listed and text[end] == ","):
        end += 1
    return start, end, text[start:end], False, False


def quoted(value: str) -> str:
    """A value of a field as it is written in a query: in quotation marks where it needs them."""
    needs_marks = "," in value or value[:1] in _QUOTATION_MARKS or any(map(str.isspace, value))
    return f'"{value}"' if needs_marks else value
