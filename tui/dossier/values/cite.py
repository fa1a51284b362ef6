"""Cites: the source of a statement, a paragraph or a span of them, and perhaps the exact words.

A cite is written `"source"`, `"source#p5"`, `"source#p5-6"`, or as a table with a text-quote selector (W3C Web
Annotation).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.dossier.values.text import Safe

_SHORT_FORM = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:#p([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?)?")
_PARAGRAPHS = re.compile(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?")
_KEYS = ("source", "p", "exact", "prefix", "suffix")
_EXPECTED_FORM = 'write "source", "source#p5", "source#p5-6", or a table with source and p'


class BadCite(ValueError):
    """What is wrong with a cite, and after "; " what to write; `key` is the key of its table at fault, or ""."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


class Cite(NamedTuple):
    """One locator. `first` and `last` are paragraph numbers from 1, 0 when no paragraph is named."""

    source: Safe
    first: int = 0
    last: int = 0
    exact: Safe = Safe("")
    prefix: Safe = Safe("")
    suffix: Safe = Safe("")

    @property
    def where(self) -> str:
        """The paragraphs in short form, `¶5` or `¶5–6`; empty when the whole source is cited."""
        if not self.first:
            return ""
        return f"¶{self.first}" if self.first == self.last else f"¶{self.first}–{self.last}"

    @property
    def paragraphs(self) -> range:
        """The numbers of the paragraphs cited; none when the whole source is."""
        return range(self.first, self.last + 1) if self.first else range(0)


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
            raise BadCite(f"“{value[:60]}” is not a valid cite; {_EXPECTED_FORM}")
        return Cite(Safe(match[1]), *_paragraph_span(match[2], match[3]))
    if not isinstance(value, dict):
        raise BadCite(f"a cite cannot be {_type_name(value)}; {_EXPECTED_FORM}")
    for key in value:
        if key not in _KEYS:
            raise BadCite(f"a cite has no key “{str(key)[:60]}”; it may have {', '.join(_KEYS)}", key)
    source = value.get("source")
    if not isinstance(source, str) or _SHORT_FORM.fullmatch(source) is None or "#" in source:
        raise BadCite('the cite names no source; write source = "…", the id of a source', "source")
    exact, prefix, suffix = (_optional_text(value, key) for key in ("exact", "prefix", "suffix"))
    if "exact" in value and not exact.strip():
        raise BadCite("`exact` of a cite is empty; write the words or leave it out", "exact")
    if (prefix or suffix) and not exact:
        key = "prefix" if prefix else "suffix"
        raise BadCite("`prefix` and `suffix` need `exact`; add the words that they help to find", key)
    return Cite(Safe(source), *_paragraphs(value.get("p")), exact, prefix, suffix)


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
