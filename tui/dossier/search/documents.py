"""Which text of a record is searched, part by part: its names, its aliases, its own words, what it refers to."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import KINDS, Record, Source, kind_of
from tui.dossier.kinds.references import references
from tui.dossier.source_names import source_names
from tui.dossier.values.vocabulary import act_words, words

NAME, ALIAS, TEXT, REFERENCE = range(4)
"""The sections of a record, the best first: a name, another name, its words, the words for what it is and for whom."""

_NAMES = ("name", "title")
_VOCABULARY = ("kind", "act", "status", "outcome", "voiced", "provisions")
"""Keys that are searched by the words they are displayed as."""
_SKIPPED = frozenset(
    (
        *("id", "lang", "wikidata", "code", "url", "archive", "sha256", "grade", "mode", "attribution", "sign"),
        *("aliases", "key", *_NAMES, *_VOCABULARY),
    )
)
_COPY = (Source.TABLE, "text")
"""A path, not a text."""
_LABELS = {
    "date_text": "date as printed",
    "container": "publication",
    "expecting": "expected by",
    "of": "expected of",
    "voiced": "voice",
    "denied_by": "denied by",
    "part_of": "part of",
    "alliance": "tie",
    "giver": "from",
    "roles": "office",
    "provisions": "pledge",
}
"""Key -> what it is called, where that is not the key."""
_LAST = ("tags", "note")
"""Keys that come after the own ones of a kind."""


class Part(NamedTuple):
    """A part of a record that is searched: in which section, what it is called, and its text."""

    section: int
    label: str
    text: str


class _Plan(NamedTuple):
    """Which keys of a kind are texts, which words of a vocabulary; and of each list of tables, which keys are ids."""

    texts: tuple[str, ...]
    vocabulary: tuple[str, ...]
    tables: tuple[tuple[str, frozenset[str]], ...]


class Documents:
    """The searched parts of the records of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._short_names: dict[str, str] | None = None

    def parts(self, record: Record) -> Iterator[Part]:
        """The parts of a record, by section; a text that is empty is none."""
        yield from (Part(NAME, _label(key), name) for key in _NAMES if (name := getattr(record, key, "")))
        yield from (Part(ALIAS, "alias", alias) for alias in self._aliases(record))
        plan = _plan(record.TABLE)
        for key in plan.texts:
            if value := getattr(record, key):
                texts = (value,) if isinstance(value, str) else value
                yield from (Part(TEXT, _label(key), text) for text in texts)
        for key, ids in plan.tables:
            for table in getattr(record, key):
                values = (getattr(table, field) for field in table.__struct_fields__ if field not in ids)
                yield from (Part(TEXT, _label(key), text) for text in values if text and isinstance(text, str))
        for key in plan.vocabulary:
            if value := getattr(record, key):
                terms = (value,) if isinstance(value, str) else value
                yield from (Part(REFERENCE, _label(key), text) for term in terms for text in _terms_in_words(key, term))
        for found in references(record):
            if (actor := self._dossier.actor(found.id)) is not None and found.id != record.id:
                yield Part(REFERENCE, _label(found.reference.attribute or found.reference.key), actor.name)

    def _aliases(self, record: Record) -> Iterable[str]:
        aliases = kind_of(record).aliases(record)
        if not isinstance(record, Source):
            return aliases
        if self._short_names is None:
            self._short_names = dict(source_names(self._dossier.records_of(Source)))
        return dict.fromkeys((*aliases, self._short_names[record.id]))


def _terms_in_words(key: str, term: str) -> Iterable[str]:
    """The word or words by which a term of a vocabulary is found: an act as a noun and as a verb."""
    return dict.fromkeys((act_words(term), words(term))) if key == "act" else (words(term),)


def _label(key: str) -> str:
    return _LABELS.get(key) or key.removesuffix("s").replace("_", " ")


@cache
def _plan(table: str) -> _Plan:
    kind = KINDS[table]
    referring = {reference.attribute or reference.key for reference in kind.references if not reference.part}
    own = [key for key in kind.record_type.__struct_fields__ if key not in referring and key not in kind.parts]
    texts = [key for key in own if key not in _SKIPPED and key not in _LAST and (table, key) != _COPY]
    is_text = _is_text(kind.record_type)
    tables = (
        (key, frozenset(reference.attribute or reference.key for reference in kind.references if reference.part == key))
        for key in kind.parts
    )
    return _Plan((*filter(is_text, texts), *_LAST), tuple(key for key in own if key in _VOCABULARY), tuple(tables))


def _is_text(record_type: type[Record]) -> Callable[[str], bool]:
    """Whether a key holds text, or a list of texts, rather than dates, cites or numbers."""
    from typing import get_args, get_type_hints

    from tui.dossier.values.text import Safe

    hints = get_type_hints(record_type)
    return lambda key: hints[key] is Safe or Safe in get_args(hints[key])
