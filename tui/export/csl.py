"""Sources as CSL-JSON, which Zotero, pandoc and every citeproc read: an array of items, one for each source."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.dossier.values.author_names import author_name
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.edtf import Day
from tui.dossier.values.vocabulary import SOURCE_KINDS, words
from tui.dossier.values.web_address import is_web_address
from tui.export.selection import Selection

_ANY_KIND = "document"
"""The type of an item whose kind is none of CSL; its own word is the genre."""
_WHOLE_DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
"""The dates of which CSL says as much as EDTF does."""


def export(selection: Selection) -> bytes:
    """The sources of the selection as CSL-JSON in UTF-8."""
    dossier = selection.dossier
    items = [item(dossier, source) for source in dossier.records_of(Source)]
    return (json.dumps(items, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def item(_: Dossier, source: Source) -> dict[str, Any]:
    """One source as an item of CSL-JSON 1.0.2. Its id is that of the source.

    What CSL has no variable for stands under `custom`: the dates of which it cannot say everything, in EDTF, addresses
    that are none of the web, and the grade.
    """
    is_known = source.kind in SOURCE_KINDS
    archive = source.archive if is_web_address(source.archive) else ""
    values = {
        "id": source.id,
        "type": source.kind if is_known else _ANY_KIND,
        "genre": "" if is_known else words(source.kind),
        "title": source.title,
        "author": [_name(author) for author in source.author],
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": _date(source.issued),
        "accessed": _date(source.accessed),
        "URL": source.url if is_web_address(source.url) else "",
        "archive": urlsplit(archive).netloc if archive else "",
        "archive_location": archive,
        "language": source.lang,
        "citation-label": source.key,
        "keyword": ", ".join(source.tags),
        "annote": source.note,
        "custom": _custom(source),
    }
    return {key: value for key, value in values.items() if value}


def _custom(source: Source) -> dict[str, str]:
    values = {key: date.text for key in ("issued", "accessed") if (date := getattr(source, key)) is not None}
    kept = {key: text for key, text in values.items() if not _WHOLE_DATE.fullmatch(text)}
    kept |= {key: text for key in ("url", "archive") if (text := getattr(source, key)) and not is_web_address(text)}
    return kept | ({"grade": source.grade} if source.grade else {})


def _name(author: str) -> dict[str, str]:
    name = author_name(author)
    if name.is_organisation or not name.given:
        return {"literal": name.family if not name.suffix else f"{name.family}, {name.suffix}"}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _date(date: Date | None) -> dict[str, Any]:
    """A date as CSL has it; one that is open at an end, for which it has no form, in words."""
    if date is None:
        return {}
    start, end = date.start, date.end
    if start is None or end is None:
        return {"literal": date_words(date)}
    first, last = _parts(start, start.earliest), _parts(end, end.latest or end.earliest)
    values: dict[str, Any] = {"date-parts": [first] if first == last else [first, last]}
    return values | {"circa": True} if date.uncertain or date.approximate else values


def _parts(date: Date, day: Day) -> list[int]:
    """Year, month and day as far as a date gives them; CSL has no year 0, and counts 45 BC as -45."""
    year = day[0] if day[0] > 0 else day[0] - 1
    return [year, *day[1 : {"day": 3, "month": 2}.get(date.precision, 1)]]
