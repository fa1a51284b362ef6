"""Sources as CSL-JSON: citeproc-py makes a bibliography of them, and nothing is lost."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

from tests.dossiers import HEAD, SMALL, content, loaded, record
from tests.export.hostile_texts import TEXTS, hostile
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.export.csl import item
from tui.export.formats import FORMATS
from tui.export.selection import select

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON


def exported(dossier: Dossier) -> list[dict[str, Any]]:
    """The items of an export."""
    data = FORMATS["csl"].export(select(dossier))
    assert isinstance(data, bytes)
    items: list[dict[str, Any]] = json.loads(data)
    return items


def item_of(**keys: Any) -> dict[str, Any]:
    """The item of one source with these keys."""
    dossier = loaded(HEAD + record("sources", **keys))
    return item(dossier, dossier.records_of(Source)[0])


def bibliography(items: list[dict[str, Any]]) -> list[str]:
    """What citeproc-py prints of items, in the Harvard style."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that this version of citeproc-py does not print
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for each in items:
            printed.register(Citation([CitationItem(each["id"])]))
        return [str(line) for line in printed.bibliography()]


@pytest.mark.parametrize("name", [paths.BUNDLED, paths.EXAMPLE])
def test_citeproc_prints_every_source_of_a_dossier(name: str) -> None:
    dossier = content(name).dossier
    assert dossier is not None
    items = exported(dossier)
    sources = dossier.records_of(Source)
    assert [(each["id"], each["title"]) for each in items] == [(source.id, source.title) for source in sources]
    printed = "\n".join(bibliography(items))
    for source in sources:
        assert source.title in printed
        assert source.issued is None or str(source.issued.earliest[0]) in printed


def test_an_item_has_all_that_is_known_of_a_source() -> None:
    gazette, almanac = exported(loaded(SMALL))
    assert gazette == {
        "id": "gazette",
        "type": "article-newspaper",
        "title": "Barges wait",
        "author": [{"family": "Quill", "given": "T."}, {"family": "Nib", "given": "M."}],
        "container-title": "The Tamber Gazette",
        "publisher": "Lock & Sons",
        "issued": {"date-parts": [[1977, 5, 2]]},
        "accessed": {"date-parts": [[1977, 6, 1]]},
        "URL": "https://gazette.example/barges",
        "archive": "archive.example",
        "archive_location": "https://archive.example/gazette/barges",
        "language": "en-GB",
        "citation-label": "gazette",
        "keyword": "river",
        "annote": "The headline is not counted as a paragraph.",
        "custom": {"grade": "B2"},
    }
    assert almanac["type"] == "book"
    printed = bibliography([gazette])[0]
    for words in ("Quill, T.", "Nib, M.", "1977", "Barges wait", "The Tamber Gazette", "2 May"):
        assert words in printed


def test_texts_stay_as_they_are() -> None:
    items = exported(hostile())[1:]
    assert len(items) == len(TEXTS)
    for each, text in zip(items, TEXTS, strict=True):
        line = " ".join(text.split())
        assert each["title"] == each["container-title"] == each["publisher"] == each["language"] == line
        assert each["annote"] == text
        assert "URL" not in each, "only an address of the web is a link"
        assert each["custom"]["url"] == f"javascript:{line}"
        assert each["archive_location"] == "https://archive.example/{}\\%20~x_y"


@pytest.mark.parametrize(
    ("issued", "date", "custom"),
    [
        ("1974", {"date-parts": [[1974]]}, None),
        ("1974-09", {"date-parts": [[1974, 9]]}, None),
        ("1974-09-14", {"date-parts": [[1974, 9, 14]]}, None),
        ("1974-09-14T07:30", {"date-parts": [[1974, 9, 14]]}, "1974-09-14T07:30:00"),
        ("1974~", {"date-parts": [[1974]], "circa": True}, "1974~"),
        ("1974-09?", {"date-parts": [[1974, 9]], "circa": True}, "1974-09?"),
        ("1974/1976-03", {"date-parts": [[1974], [1976, 3]]}, None),
        ("[1974..1976]", {"date-parts": [[1974], [1976]]}, "[1974..1976]"),
        ("156X", {"date-parts": [[1560], [1569]]}, "156X"),
        ("15XX~", {"date-parts": [[1500], [1599]], "circa": True}, "15XX~"),
        ("-0044", {"date-parts": [[-45]]}, "-0044"),
        ("0000", {"date-parts": [[-1]]}, None),
        ("1974-09/..", {"literal": "September 1974 or later"}, "1974-09/.."),
        ("../1974", {"literal": "1974 or earlier"}, "../1974"),
    ],
)
def test_a_date_is_in_parts_and_what_these_do_not_say_in_edtf(issued: str, date: object, custom: str | None) -> None:
    values = item_of(issued=issued)
    assert values["issued"] == date
    assert values.get("custom", {}).get("issued") == custom
    bibliography([values])


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Keith Kyle", {"family": "Kyle", "given": "Keith"}),
        ("de Gaulle, Charles", {"family": "de Gaulle", "given": "Charles"}),
        ("Henry Louis Gates III", {"family": "Gates", "given": "Henry Louis", "suffix": "III"}),
        ("Ministry of Water", {"literal": "Ministry of Water"}),
        ("BBC", {"literal": "BBC"}),
        ("Homer", {"literal": "Homer"}),
    ],
)
def test_a_person_has_a_family_name_and_an_organisation_is_one_name(author: str, name: dict[str, str]) -> None:
    assert item_of(author=[author])["author"] == [name]


def test_a_kind_of_its_own_is_a_document_and_says_what_it_is() -> None:
    values = item_of(kind="leaked-cable")
    assert (values["type"], values["genre"]) == ("document", "leaked cable")
