"""The fields of a query other than those of dates: which values a record has, and which a dossier offers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from tui.dossier.as_of import lifetimes_of
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Actor, Claim, Event, Quote, Record, Source, Tie, kind_of
from tui.dossier.kinds.references import cites, references
from tui.dossier.once import once_per_dossier
from tui.dossier.source_names import source_names
from tui.dossier.subjects import with_ends
from tui.dossier.values.fold_map import fold_line
from tui.dossier.values.vocabulary import (
    AGAINST,
    NEITHER,
    SIGN_WORDS,
    STATUSES,
    WITH,
    Act,
    Outcome,
    Voice,
    act_words,
    words,
)

PASSAGES = "passages"
"""Stands for the table of what is no record: the paragraphs of the local copies."""
_NOT_VOICED = "none"
_ACT_OF_VOICE = {"complaint": "complain", "warning": "warn"}
"""The act that a voice of the ledger is, where it is not called the same."""
SIGNS: Mapping[str, str] = MappingProxyType({"with": WITH, "against": AGAINST, "neither": NEITHER})
"""What a sign is called in a query -> the sign."""
_MOST_YEARS = 10
"""The most years that an imprecise date is found by."""
_SAID_BY = frozenset(("said", "asserts", "expects"))
_SAID_TO = frozenset(("said-to", "expected-of"))
_ABOUT = frozenset(("said-about", "about-of", "expected-of", "ties", "events"))
"""Inverses of references: who speaks in a record, to whom, and whom it is about."""


class Choice(NamedTuple):
    """A value of a field: how it is written, an id or a word of the format, and the folded names it is found by."""

    written: str
    names: tuple[str, ...]


class Field(NamedTuple):
    """One field. `noun` is what its values are; `choices` are those that a dossier offers, in the order offered.

    `values` are those of a record, written as in `choices`, `of_passage` those of a paragraph of a source. With `by_id`
    the id of any record is a value.
    """

    noun: str
    choices: Callable[[Dossier], Iterable[Choice]]
    values: Callable[[Dossier, Record], Iterable[str]]
    of_passage: Callable[[Source], Iterable[str]] = lambda _: ()
    by_id: bool = False


@once_per_dossier
def choices(dossier: Dossier, field: str) -> tuple[Choice, ...]:
    """The values that a field can have in a dossier."""
    return tuple(FIELDS[field].choices(dossier))


def resolve(dossier: Dossier, field: str, folded: str, *, exact: bool = False) -> frozenset[str]:
    """The values of a field that `folded` stands for, as they are written; nothing when there are none.

    A value or a name written in full stands for itself alone, a value before a name that is the same; else every name
    counts that has a word beginning so.
    """
    offered = choices(dossier, field)
    if found := frozenset(choice.written for choice in offered if choice.names[0] == folded):
        return found
    if found := frozenset(choice.written for choice in offered if folded in choice.names):
        return found
    if FIELDS[field].by_id and dossier.get(folded) is not None:
        return frozenset((folded,))
    if exact:
        return frozenset()
    return frozenset(choice.written for choice in offered if any(_begins_word(name, folded) for name in choice.names))


def _begins_word(name: str, folded: str) -> bool:
    at = name.find(folded)
    while at >= 0:
        if not at or not name[at - 1].isalnum():
            return True
        at = name.find(folded, at + 1)
    return False


def _choice(written: str, *names: str) -> Choice:
    return Choice(written, tuple(dict.fromkeys(map(fold_line, (written, *names)))))


def _terms(*terms: str) -> Callable[[Dossier], Iterable[Choice]]:
    offered = tuple(_choice(term, words(term)) for term in dict.fromkeys(terms))
    return lambda _: offered


def _acts(_: Dossier) -> Iterator[Choice]:
    voices = {_ACT_OF_VOICE.get(voice, voice): voice for voice in get_args(Voice) if voice != _NOT_VOICED}
    for act in dict.fromkeys((*get_args(Act), *voices)):
        yield _choice(act, act_words(act), voices.get(act, act))


def _acts_in(_: Dossier, record: Record) -> Iterable[str]:
    voice = getattr(record, "voiced", "")
    return getattr(record, "act", None) or "", "" if voice == _NOT_VOICED else _ACT_OF_VOICE.get(voice, voice)


def _actors(dossier: Dossier) -> Iterator[Choice]:
    for actor in dossier.records_of(Actor):
        yield _choice(actor.id, actor.name, *actor.aliases)


def _speakers(dossier: Dossier) -> Iterator[Choice]:
    yield from _actors(dossier)
    yield from _sources(dossier)


def _sources(dossier: Dossier) -> Iterator[Choice]:
    short = source_names(dossier.records_of(Source))
    for source in dossier.records_of(Source):
        yield _choice(source.id, source.key or source.id, short[source.id], source.title)


def _kinds(dossier: Dossier) -> Iterator[Choice]:
    for kind in KINDS.values():
        yield _choice(kind.table, kind.singular, kind.plural, kind.title)
    yield _choice(PASSAGES, "passage")
    own = (getattr(record, "kind", "") for table in KINDS for record in dossier.tables[table])
    for term in dict.fromkeys(own):
        if term and term not in KINDS:
            yield _choice(term, words(term))


def _sides(dossier: Dossier) -> Iterator[Choice]:
    for name in dossier.head.sides:
        actor = dossier.actor(name)
        yield _choice(name, dossier.name(name), *(actor.aliases if actor is not None else ()))


def _tags(dossier: Dossier) -> Iterator[Choice]:
    tags = (tag for table in KINDS for record in dossier.tables[table] for tag in record.tags)
    return (_choice(tag) for tag in sorted(set(tags)))


def _referred(inverses: frozenset[str]) -> Callable[[Dossier, Record], Iterable[str]]:
    def values(_: Dossier, record: Record) -> Iterable[str]:
        return [found.id for found in references(record) if found.reference.inverse in inverses]

    return values


_said_by = _referred(_SAID_BY)
_about = _referred(_ABOUT)


def _subjects(dossier: Dossier, record: Record) -> Iterable[str]:
    """What a record is about; what a quote or a claim says about a tie is about the actors that it joins, too."""
    found = _about(dossier, record)
    return with_ends(dossier, found) if isinstance(record, Quote | Claim) else found


def _speaking(dossier: Dossier, record: Record) -> Iterable[str]:
    """Who speaks in a record; who only is said to expect something does not."""
    if getattr(record, "voiced", "") == _NOT_VOICED:
        return getattr(record, "by", ())
    return _said_by(dossier, record)


def _attributes(*names: str) -> Callable[[Dossier, Record], Iterable[str]]:
    def values(_: Dossier, record: Record) -> Iterable[str]:
        return [value for name in names if (value := getattr(record, name, None))]

    return values


def _kind_values(_: Dossier, record: Record) -> Iterable[str]:
    return record.TABLE, getattr(record, "kind", "")


def _cited(_: Dossier, record: Record) -> Iterable[str]:
    return [record.id] if isinstance(record, Source) else [cite.source for cite, _ in cites(record)]


def _sides_of(dossier: Dossier, record: Record) -> Iterable[str]:
    """The sides of the actors that a record is about."""
    for name in kind_of(record).subjects(record):
        actor = dossier.actor(name)
        if actor is not None and actor.side:
            yield actor.side
        if name in dossier.head.sides:
            yield name


def _signs(_: Dossier) -> Iterator[Choice]:
    return (_choice(name, SIGN_WORDS[sign]) for name, sign in SIGNS.items())


def _sign_of(_: Dossier, record: Record) -> Iterable[str]:
    return [name for name, sign in SIGNS.items() if sign == record.polarity] if isinstance(record, Tie) else ()


def _years(dossier: Dossier) -> Iterator[Choice]:
    begun = (span.begins for span in lifetimes_of(dossier).by_id.values())
    ends = {(date.earliest[0], (date.latest or date.earliest)[0]) for date in begun if date and not date.open_start}
    return (_choice(str(year)) for year in sorted({year for first, last in ends for year in _span(first, last)}))


def _year_values(dossier: Dossier, record: Record) -> Iterable[str]:
    return map(str, _years_of(dossier, record))


def _years_of(dossier: Dossier, record: Record) -> range:
    """The years in which it may have happened or begun; none of those that an actor lends to a tie."""
    lifetimes = lifetimes_of(dossier).by_id
    span = lifetimes.get(record.id)
    date = span.begins if span is not None else None
    if date is None or date.open_start:
        return range(0)
    if isinstance(record, Tie) and record.start is None:
        of_actors = (lifetimes.get(end) for end in record.ends)
        if any(lent is not None and lent.begins == date for lent in of_actors):
            return range(0)
    first, latest = date.earliest[0], date.latest
    lasts = isinstance(record, Event) and date.is_interval
    return _span(first, first if lasts or latest is None else latest[0])


def _span(first: int, last: int) -> range:
    return range(first, min(last, first + _MOST_YEARS - 1) + 1)


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "kind": Field("kind", _kinds, _kind_values, lambda _: (PASSAGES,)),
        "speaker": Field("speaker", _speakers, _speaking),
        "about": Field("actor", _actors, _subjects, by_id=True),
        "to": Field("actor", _actors, _referred(_SAID_TO)),
        "act": Field("act", _acts, _acts_in),
        "status": Field("status", _terms(*STATUSES), _attributes("status")),
        "outcome": Field("outcome", _terms(*get_args(Outcome)), _attributes("outcome")),
        "sign": Field("sign", _signs, _sign_of),
        "source": Field("source", _sources, _cited, lambda source: (source.id,)),
        "side": Field("side", _sides, _sides_of),
        "tag": Field("tag", _tags, lambda _, record: record.tags),
        "year": Field("year", _years, _year_values),
    }
)
"""Name -> field, in the order in which they are offered."""
