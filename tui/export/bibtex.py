"""Sources as BibTeX, for LaTeX with BibTeX or biblatex and for reference managers: an entry for each source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from urllib.parse import quote

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.dossier.values.author_names import author_name
from tui.dossier.values.dates import MONTHS, Date
from tui.dossier.values.edtf import year_words
from tui.dossier.values.text import line
from tui.dossier.values.vocabulary import words
from tui.dossier.values.web_address import is_web_address
from tui.export.selection import Selection

_TYPES = MappingProxyType(
    {
        **dict.fromkeys(
            ("article", "article-journal", "article-magazine", "article-newspaper"), ("article", "journal")
        ),
        **dict.fromkeys(("review", "review-book"), ("article", "journal")),
        **dict.fromkeys(("book", "classic", "collection"), ("book", "series")),
        **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), ("incollection", "booktitle")),
        "pamphlet": ("booklet", "series"),
        "paper-conference": ("inproceedings", "booktitle"),
        "report": ("techreport", "series"),
        "thesis": ("phdthesis", "series"),
        "manuscript": ("unpublished", "series"),
    }
)
"""Kind of source -> the type of its entry and the field of what it appeared in; any other kind is `misc`."""
_PUBLISHERS = MappingProxyType({"techreport": "institution", "phdthesis": "school", "booklet": "howpublished"})
"""Type of entry -> the field of the publisher, where that is not `publisher`."""
_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        **_BRACES,
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "\n": " ",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)
"""What TeX would read as more than itself. BibTeX counts a brace that is escaped, so one without its other is named."""
_LIGATURES = re.compile("(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[!?])(?=`)")
"""Between two characters that TeX would print as one."""
_BIBLATEX_DATE = re.compile(
    r"(?:\.\.|-?[0-9X]{4}(?:-[0-9]{2}){0,2}[?~%]?)(?:/(?:\.\.|-?[0-9X]{4}(?:-[0-9]{2}){0,2}[?~%]?))?"
)


def export(selection: Selection) -> bytes:
    """The sources of the selection as BibTeX in UTF-8."""
    dossier = selection.dossier
    # outside of entries everything is a comment, up to the next @
    found = f", as far as what “{line(selection.query)}” finds refers to them" if selection.query else ""
    head = f"% Sources of {escaped(dossier.title + found)}".replace("@", r"\char64{}")
    entries = (entry(dossier, source) for source in dossier.records_of(Source))
    return "\n".join((f"{head}\n", *entries)).encode()


def entry(_: Dossier, source: Source) -> str:
    """One source as an entry, with a line feed at its end. Its key is the id of the source."""
    kind, container = _TYPES.get(source.kind, ("misc", ""))
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(source, kind, container))
    return f"@{kind}{{{source.id},\n{lines}}}\n"


def escaped(text: str) -> str:
    """Text as TeX prints it, on one line."""
    pairs = _pairs(text) if "{" in text and "}" in text else ()
    escapes = (f"\\{mark}" if place in pairs else mark.translate(_ESCAPES) for place, mark in enumerate(text))
    return _LIGATURES.sub("{}", "".join(escapes) if pairs else text.translate(_ESCAPES))


def _pairs(text: str) -> set[int]:
    """Where the braces are that have their other."""
    pairs: set[int] = set()
    opened: list[int] = []
    for place, mark in enumerate(text):
        if mark == "{":
            opened.append(place)
        elif mark == "}" and opened:
            pairs |= {opened.pop(), place}
    return pairs


def _fields(source: Source, kind: str, container: str) -> Iterator[tuple[str, str]]:
    """The fields of an entry with their values, braces included; those that have none are left out."""
    publisher = _PUBLISHERS.get(kind, "publisher")
    texts = [
        ("author", " and ".join(map(_author, source.author))),
        ("title", f"{{{escaped(source.title)}}}"),  # as printed: no style changes its capitals
        (container, escaped(source.container)),
        (publisher, escaped(source.publisher)),
    ]
    if kind == "misc":
        texts[2:] = [
            ("howpublished", escaped(", ".join(filter(None, (source.container, source.publisher))))),
            ("type", escaped(words(source.kind))),
        ]
    elif source.kind in ("article-newspaper", "article-magazine"):
        texts.append(("entrysubtype", source.kind.removeprefix("article-")))
    yield from ((name, f"{{{value}}}") for name, value in texts if value)
    yield from _date(source.issued)
    if is_web_address(source.url):
        yield "url", f"{{{_address(source.url)}}}"
    if notes := list(_notes(source)):
        yield "note", f"{{{escaped('; '.join(notes))}}}"
    if source.accessed is not None and _BIBLATEX_DATE.fullmatch(source.accessed.text):
        yield "urldate", f"{{{source.accessed.text}}}"
    last = (
        ("language", source.lang),
        ("label", source.key),
        ("keywords", ", ".join(source.tags)),
        ("annote", source.note),
    )
    yield from ((name, f"{{{escaped(value)}}}") for name, value in last if value)


def _notes(source: Source) -> Iterator[str]:
    if source.url and not is_web_address(source.url):
        yield source.url
    if source.archive:
        yield f"Archived at {source.archive}"


def _author(author: str) -> str:
    """A name as BibTeX takes it apart: `family, suffix, given`; what is no person in braces of its own."""
    name = author_name(author)
    if name.is_organisation or not name.given:
        return f"{{{escaped(', '.join(filter(None, (name.family, name.suffix))))}}}"
    return ", ".join(map(_part, filter(None, (name.family, name.suffix, name.given))))


def _part(part: str) -> str:
    """A part of a name, in braces where a comma would divide it."""
    return f"{{{escaped(part)}}}" if "," in part else escaped(part)


def _address(address: str) -> str:
    """An address as `url` has it: not escaped, but for what would end the field."""
    return quote(address, safe="".join(map(chr, set(range(0x21, 0x7F)) - set(b"{}\\"))))


def _date(date: Date | None) -> Iterator[tuple[str, str]]:
    """The year in words, as BibTeX prints it, the month as its macro, and for biblatex the whole of the date."""
    if date is None:
        return
    yield "year", f"{{{_year(date)}}}"
    if date.precision in ("month", "day"):
        yield "month", MONTHS[date.earliest[1] - 1][:3].lower()
    start, end = (each.text if each is not None else ".." for each in (date.start, date.end))
    text = start if start == end else f"{start}/{end}"
    if _BIBLATEX_DATE.fullmatch(text) and not re.fullmatch("[0-9]{4}", text):
        yield "date", f"{{{text}}}"


def _year(date: Date) -> str:
    start, end = date.start, date.end
    first = year_words(start.earliest[0]) if start is not None else ""
    last = year_words((end.latest or end.earliest)[0]) if end is not None else ""
    doubt = "about " if date.approximate else "perhaps " if date.uncertain else ""
    if not (first and last):
        return f"{doubt}{first or last} or {'later' if first else 'earlier'}"
    return f"{doubt}{first}" if first == last else f"{doubt}{first}--{last}"
