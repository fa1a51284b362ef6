"""Cites: the source of a statement, where in it, perhaps the exact words, and whether it supports the statement.

A cite is written `"source"`, `"source#p5"`, `"source#p5-6"`, `"source#page=412"`, or as a table, which may have a
text-quote selector too (W3C Web Annotation).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, get_args

from tui.dossier.values.locators import LOCATORS, TIMES, fault, in_words
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import Stance

_SHORT_FORM = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:#p([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?)?")
_PARAGRAPHS = re.compile(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?")
SUPPORTS: Stance = "supports"
DISPUTES: Stance = "disputes"
STANCES: tuple[Stance, ...] = get_args(Stance)
_OWN_KEYS = frozenset({"source", "p", "exact", "prefix", "suffix", "stance", "grade"})
_LOCATORS = frozenset(LOCATORS)
_KEYS = ("source", "p", "page", "exact", "prefix", "suffix", "stance", "grade")
"""The keys that a message names; the other locators are in the guide."""
_EXPECTED_FORM = 'write "source", "source#p5", "source#p5-6", "source#page=412", or a table with source and p'


class BadCite(ValueError):
    """What is wrong with a cite, and after "; " what to write.

    `key` is the key of its table at fault, or "". `word` is in none of the vocabularies `allowed`,
    where that is what is wrong.
    """

    def __init__(self, message: str, key: str = "", word: str = "", allowed: tuple[tuple[str, ...], ...] = ()) -> None:
        super().__init__(message)
        self.key = key
        self.word = word
        self.allowed = allowed


class Cite(NamedTuple):
    """One place in a source.

    `first` and `last` are paragraph numbers from 1, 0 when no paragraph is named. `locator` is where the words are in
    the terms of the source, such as `page=412&line=20`; it never stands for paragraphs. `grade` is an Admiralty grade
    of this item, or "".
    """

    source: Safe
    first: int = 0
    last: int = 0
    exact: Safe = Safe("")
    prefix: Safe = Safe("")
    suffix: Safe = Safe("")
    locator: Safe = Safe("")
    stance: Stance = SUPPORTS
    grade: Safe = Safe("")

    @property
    def where(self) -> str:
        """The paragraphs and locators in short form, `¶5–6`, `p. 412`; empty when the whole source is cited."""
        if not self.locator:
            return self.paragraph_words
        return ", ".join(filter(None, (self.paragraph_words, in_words(self.locator))))

    @property
    def paragraph_words(self) -> str:
        """The paragraphs in short form, `¶5` or `¶5–6`; empty when none is named."""
        if not self.first:
            return ""
        return f"¶{self.first}" if self.first == self.last else f"¶{self.first}–{self.last}"

    @property
    def paragraphs(self) -> range:
        """The numbers of the paragraphs cited; none when no paragraph is named."""
        return range(self.first, self.last + 1) if self.first else range(0)

    @property
    def is_whole(self) -> bool:
        """Whether it is of the source as a whole: it names no place in it."""
        return not (self.first or self.locator)

    @property
    def target(self) -> str:
        """Where a link to it leads: the paragraph, `source#p5`, or else the source."""
        return f"{self.source}#p{self.first}" if self.first else self.source

    @property
    def short_form(self) -> str:
        """Source, paragraphs and locators as a cite in one string writes them: `source#p5&page=412`."""
        paragraphs = f"p{self.first}" if self.first else ""
        if self.first != self.last:
            paragraphs += f"-{self.last}"
        place = "&".join(filter(None, (paragraphs, self.locator)))
        return f"{self.source}#{place}" if place else self.source


def supporting(cites: Iterable[Cite] | None) -> tuple[Cite, ...]:
    """Return the cites of sources that support what is said."""
    return tuple([cite for cite in cites or () if cite.stance == SUPPORTS])


def disputing(cites: Iterable[Cite] | None) -> tuple[Cite, ...]:
    """Return the cites of sources that dispute what is said."""
    return tuple(cite for cite in cites or () if cite.stance == DISPUTES)


def distinct_places(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    """Return cites without those of a place that one before them names with the same stance, for other exact words.

    Those of a source as a whole are all kept: their words tell which of them are in its headline.
    """
    found: dict[tuple[str, ...], Cite] = {}
    for cite in cites:
        found.setdefault((cite.source, cite.stance, cite.where or cite.exact), cite)
    return tuple(found.values())


class Cites(tuple[Cite, ...]):
    """The cites of one record or statement, in the order written; at least one."""

    __slots__ = ()


def parse_cites(value: object) -> Cites:
    """Parse cites from a string, a table, or a list of these. Raises BadCite."""
    if isinstance(value, list):
        if not value:
            raise BadCite(f"an empty list of cites; {_EXPECTED_FORM}")
        return Cites(parse_cite(item) for item in value)
    return Cites((parse_cite(value),))


def parse_cite(value: object) -> Cite:
    """Parse one cite from a string or a table. Raises BadCite."""
    if isinstance(value, str):
        match = _SHORT_FORM.fullmatch(value)
        if match is None:
            return _parse_located(value)
        return Cite(Safe(match[1]), *_paragraph_span(match[2], match[3]))
    if not isinstance(value, dict):
        raise BadCite(f"a cite cannot be {_type_name(value)}; {_EXPECTED_FORM}")
    locators: list[str] = []
    for key in value:
        if key not in _OWN_KEYS:
            if key not in _LOCATORS:
                what = f"a cite has no key “{str(key)[:60]}”; it may have {', '.join(_KEYS)}, or another locator"
                raise BadCite(what, key, str(key), (_KEYS, LOCATORS))
            locators.append(f"{key}={_locator_value(key, value[key])}")
    source = value.get("source")
    if not isinstance(source, str) or _SHORT_FORM.fullmatch(source) is None or "#" in source:
        raise BadCite('the cite names no source; write source = "…", the id of a source', "source")
    exact, prefix, suffix, grade = (_optional_text(value, key) for key in ("exact", "prefix", "suffix", "grade"))
    if "exact" in value and not exact.strip():
        raise BadCite("`exact` of a cite is empty; write the words or leave it out", "exact")
    if (prefix or suffix) and not exact:
        key = "prefix" if prefix else "suffix"
        raise BadCite("`prefix` and `suffix` need `exact`; add the words that they help to find", key)
    first, last = _paragraphs(value.get("p"))
    stance = _stance(value["stance"]) if "stance" in value else SUPPORTS
    return Cite(Safe(source), first, last, exact, prefix, suffix, Safe("&".join(locators)), stance, grade)


def _parse_located(written: str) -> Cite:
    """A cite in one string with a locator: `source#page=412`, `source#p5&page=412&line=20`."""
    source, _, fragment = written.partition("#")
    first, *others = fragment.split("&")
    base = _SHORT_FORM.fullmatch(f"{source}#{first}" if first and "=" not in first else source)
    locators = [first, *others] if "=" in first else others
    if base is None or not locators:
        raise BadCite(f"“{written[:60]}” is not a valid cite; {_EXPECTED_FORM}")
    known: list[str] = []
    for part in locators:
        locator, mark, value = part.partition("=")
        if not mark:
            raise BadCite(f"“{written[:60]}” is not a valid cite; {_EXPECTED_FORM}")
        if locator == "p":
            raise BadCite(f"a paragraph is written without “=”; write {source}#p{value[:20]}")
        if locator not in _LOCATORS:
            what = (
                f"“{locator[:60]}” is not a locator; write one of CSL such as page, chapter or section, or t for a time"
            )
            raise BadCite(what, "", locator, (LOCATORS,))
        if locator in known:
            raise BadCite(f"`{locator}` is there twice; write a cite for each place")
        if what := fault(locator, value):
            raise BadCite(what)
        known.append(locator)
    return Cite(Safe(base[1]), *_paragraph_span(base[2], base[3]), locator=Safe("&".join(locators)))


def _locator_value(locator: str, value: object) -> str:
    """The value of a locator in a table, where a number needs no quotes."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1_000_000:
        value = str(value)
    elif isinstance(value, float) and locator in TIMES and 0 <= value < 1_000_000:
        value = f"{value:.6f}".rstrip("0").rstrip(".")
    if not isinstance(value, str):
        raise BadCite(f"`{locator}` of a cite is {_type_name(value)}; write it between quotation marks", locator)
    if what := fault(locator, value):
        raise BadCite(what, locator)
    return value


def _stance(value: object) -> Stance:
    if isinstance(value, str) and value in STANCES:
        return value
    allowed = f"allowed values: {', '.join(STANCES)}"
    if not isinstance(value, str):
        raise BadCite(f"`stance` of a cite is {_type_name(value)}; {allowed}", "stance")
    raise BadCite(f"“{value[:60]}” is not an allowed value; {allowed}", "stance", value, (STANCES,))


def _paragraphs(p: object) -> tuple[int, int]:
    if p is None:
        return 0, 0
    if isinstance(p, int) and not isinstance(p, bool) and 0 < p < 1_000_000:
        return p, p
    if isinstance(p, str) and (match := _PARAGRAPHS.fullmatch(p)):
        return _paragraph_span(match[1], match[2])
    raise BadCite("`p` is not a paragraph; write its number, from 1 on, or a span such as “5-6”", "p")


def _paragraph_span(first: str | None, last: str | None) -> tuple[int, int]:
    if first is None:
        return 0, 0
    low, high = int(first), int(last or first)
    if high < low:
        raise BadCite(f"paragraphs {low}-{high} run backwards; write {high}-{low}", "p")
    return low, high


def _optional_text(table: dict[str, object], key: str) -> Safe:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise BadCite(f"`{key}` of a cite is {_type_name(value)}; write it between quotation marks", key)
    return Safe(value)


def _type_name(value: object) -> str:
    return {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}.get(
        type(value), "a date"
    )
