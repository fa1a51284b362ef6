"""The short names of sources, such as `Kyle 1991`, by which cites name them where there are several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.dossier.kinds import Source
from tui.dossier.values.author_names import author_name
from tui.dossier.values.dates import Date
from tui.dossier.values.fold import fold
from tui.dossier.values.text import Safe

_LONGEST = 28
"""The most characters of a name that is made of the name of an author or a container."""
_LONGEST_TITLE = 24
"""The most characters of a name that is made of a title."""
_LONGEST_KEY = 40
"""The most characters shown of a `key`."""
_MOST_READ = 200
"""The most characters of a name or a title that are read."""
_TWO = 2
_OPEN = (1, 1, 1)
"""The first day of dates that are open at their beginning."""


def source_names(sources: Iterable[Source]) -> dict[str, Safe]:
    """Return the short name of each source by its id, no two alike, whatever their case.

    It is the `key` of the source; else its authors and its year (`Kyle and Lowe 1991`, `Kyle et al. 1991`); without an
    author its container or its title, in few words. Names that would be alike get a letter, in the order of their
    dates: `Kyle 1991a`.
    """
    alike: dict[tuple[bool, str], list[Source]] = {}
    for source in sources:
        alike.setdefault((not source.key, fold(_wanted(source))), []).append(source)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for (_, folded), same in sorted(alike.items(), key=lambda group: group[0][0]):  # a key before what is made
        if len(same) == 1 and folded not in taken:
            names[same[0].id] = _wanted(same[0])
            taken.add(folded)
    for same in alike.values():
        number = 0
        for source in sorted(same, key=_by_date):
            while source.id not in names:
                name = _lettered(_wanted(source), number)
                number += 1
                if fold(name) not in taken:
                    names[source.id] = name
                    taken.add(fold(name))
    return {name: Safe(short) for name, short in names.items()}


def begins_alike(short: str, title: str) -> bool:
    """Return whether the short name of a source and its title are the same at the beginning, so that one is enough."""
    stem, title = fold(short.partition("…")[0]), fold(title[:_MOST_READ])
    return title.startswith(stem) or stem.startswith(title)


def _wanted(source: Source) -> str:
    """The name of a source before it is told from others."""
    return _in_few_words(source.key, _LONGEST_KEY) or _made(source)


def _made(source: Source) -> str:
    """The name of a source without a `key`, before it is told from others."""
    year = str(_year(source.issued)) if source.issued is not None else ""
    made = _in_few_words(source.container, _LONGEST) or _in_few_words(source.title, _LONGEST_TITLE)
    lead = _authors(source.author) or made or source.id
    return lead if not year or re.search(rf"\b{year}\b", lead) else f"{lead} {year}"


def _year(issued: Date) -> int:
    """The year of a date; of a span the first, or the last if it is open at its beginning."""
    is_open = issued.earliest <= _OPEN and issued.latest is not None
    return issued.latest[0] if is_open and issued.latest is not None else issued.earliest[0]


def _by_date(source: Source) -> tuple[bool, object]:
    return source.issued is None, source.issued.order if source.issued is not None else ()


def _lettered(name: str, number: int) -> str:
    """`name` with the letter for `number`: `Kyle 1991a`, `Kyle (a)`; `aa` follows `z`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"{name}{letters}" if name[-1].isdigit() else f"{name} ({letters})"


def _authors(authors: Sequence[str]) -> str:
    """One or two family names, or the first of several: `Kyle`, `Kyle and Lowe`, `Kyle et al.`."""
    if len(authors) > _TWO:
        return f"{_family_name(authors[0])} et al."
    return " and ".join(map(_family_name, authors))


def _family_name(author: str) -> str:
    """The family name of a person, with its particles, or the name of an organisation; in few words."""
    return _in_few_words(author_name(author[:_MOST_READ]).family, _LONGEST)


def _in_few_words(text: str, most: int) -> str:
    """A text on one line, cut behind a word to `most` characters."""
    line = " ".join(text[:_MOST_READ].split()).rstrip(".")
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    return f"{(kept.rsplit(' ', 1)[0] if ' ' in kept else kept).rstrip(',;:–-')}…"
