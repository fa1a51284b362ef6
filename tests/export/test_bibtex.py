"""Sources as BibTeX: bibtexparser reads back what the dossier says, and nothing in a text is a command."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from pylatexenc import latex2text

from tests.dossiers import HEAD, SMALL, content, loaded, record
from tests.export.hostile_texts import TEXTS, hostile
from tui import paths
from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.export.bibtex import escaped
from tui.export.formats import FORMATS
from tui.export.selection import select


def exported(dossier: Dossier) -> str:
    """A whole dossier as BibTeX."""
    data = FORMATS["bibtex"].export(select(dossier))
    assert isinstance(data, bytes)
    return data.decode()


def read_back(dossier: Dossier) -> list[Entry]:
    """The entries that bibtexparser finds in an export; it finds nothing wrong with it."""
    library = parse_string(exported(dossier), append_middleware=[_decoding()])
    assert not library.failed_blocks
    return library.entries


def _decoding() -> LatexDecodingMiddleware:
    """TeX read as text, with the characters for which pylatexenc has no or another name."""
    known = latex2text.get_default_latex_context_db()
    names = {"less": "<", "greater": ">", "bar": "|", "braceleft": "{", "braceright": "}", "asciicircum": "^"}
    more = [latex2text.MacroTextSpec(f"text{name}", simplify_repl=text) for name, text in names.items()]
    known.add_context_category("characters", macros=more, prepend=True)
    return LatexDecodingMiddleware(decoder=latex2text.LatexNodes2Text(latex_context=known))


def entry_of(**keys: Any) -> Entry:
    """What is read back of one source with these keys."""
    [entry] = read_back(loaded(HEAD + record("sources", id="it", **keys)))
    return entry


def fields_of(**keys: Any) -> dict[str, str]:
    """The fields that are read back of one source, without the braces around a title."""
    return {field.key: field.value.removeprefix("{").removesuffix("}") for field in entry_of(**keys).fields}


@pytest.mark.parametrize("name", [paths.BUNDLED, paths.EXAMPLE])
def test_every_source_of_a_dossier_is_an_entry_under_its_id(name: str) -> None:
    dossier = content(name).dossier
    assert dossier is not None
    entries = read_back(dossier)
    assert [(entry.key, entry["title"]) for entry in entries] == [
        (source.id, source.title) for source in dossier.records_of(Source)
    ]


def test_an_entry_has_all_that_is_known_of_a_source() -> None:
    gazette, almanac = read_back(loaded(SMALL))
    assert (gazette.entry_type, gazette.key) == ("article", "gazette")
    assert {field.key: field.value for field in gazette.fields} == {
        "author": "Quill, T. and Nib, M.",
        "title": "Barges wait",
        "journal": "The Tamber Gazette",
        "publisher": "Lock & Sons",
        "entrysubtype": "newspaper",
        "year": "1977",
        "month": "may",
        "date": "1977-05-02",
        "url": "https://gazette.example/barges",
        "note": "Archived at https://archive.example/gazette/barges",
        "urldate": "1977-06-01",
        "language": "en-GB",
        "label": "gazette",
        "keywords": "river",
        "annote": "The headline is not counted as a paragraph.",
    }
    assert (almanac.entry_type, almanac.key) == ("book", "almanac")


@pytest.mark.long
def test_no_text_is_a_command_an_entry_or_a_field() -> None:
    entries = read_back(hostile())
    assert [entry.key for entry in entries] == ["s", *(f"s-{number}" for number in range(len(TEXTS)))]
    for number, text in enumerate(TEXTS):
        fields = {field.key: field.value for field in entries[number + 1].fields}
        line = " ".join(text.split())
        assert fields["title"] == line
        assert fields["howpublished" if "howpublished" in fields else "series"] in (line, f"{line}, {line}")
        assert " ".join(fields["annote"].split()) == line
        assert fields["language"] == fields["keywords"] == line
        assert "url" not in fields, "only an address of the web is a link"
        assert fields["note"] == f"javascript:{line}; Archived at https://archive.example/{{}}\\%20~x_y"


def test_a_part_has_the_sources_that_it_rests_on_and_says_so() -> None:
    sources = "".join(record("sources", id=name) for name in ("s", "other", "more"))
    dossier = loaded(HEAD + sources + record("actors", cite="more"))
    data = FORMATS["bibtex"].export(select(dossier, chosen=["a"], query="@misc{x}\n"))
    assert isinstance(data, bytes)
    assert data.decode().splitlines()[0] == (
        r"% Sources of A dossier, as far as what “\char64{}misc\{x\}” finds refers to them"
    )
    assert [entry.key for entry in parse_string(data.decode()).entries] == ["more"]


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Keith Kyle", "Kyle, Keith"),
        ("Kyle, Keith", "Kyle, Keith"),
        ("Charles de Gaulle", "de Gaulle, Charles"),
        ("Henry Louis Gates Jr.", "Gates, Jr., Henry Louis"),
        ("Ministry of Water and Power", "{Ministry of Water and Power}"),
        ("Homer", "{Homer}"),
    ],
)
def test_a_person_has_a_family_name_and_an_organisation_is_one_name(author: str, written: str) -> None:
    assert f"  author = {{{written}}},\n" in exported(loaded(HEAD + record("sources", author=[author])))


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ("1974", {"year": "1974"}),
        ("1974-09", {"year": "1974", "month": "sep", "date": "1974-09"}),
        ("1974~", {"year": "about 1974", "date": "1974~"}),
        ("1974?", {"year": "perhaps 1974", "date": "1974?"}),
        ("1974/1976", {"year": "1974--1976", "date": "1974/1976"}),
        ("1974-02/1974-03", {"year": "1974", "date": "1974-02/1974-03"}),
        ("1974/..", {"year": "1974 or later", "date": "1974/.."}),
        ("../1974", {"year": "1974 or earlier", "date": "../1974"}),
        ("[1974..1976]", {"year": "1974--1976", "date": "1974/1976"}),
        ("156X", {"year": "1560--1569", "date": "156X"}),
        ("-0044", {"year": "45 BC", "date": "-0044"}),
        ("1974-09-14T07:30", {"year": "1974", "month": "sep"}),
    ],
)
def test_a_date_is_a_year_in_words_and_for_biblatex_what_edtf_says(issued: str, fields: dict[str, str]) -> None:
    text = exported(loaded(HEAD + record("sources", issued=issued)))
    found = re.findall("^  (year|month|date) = {?(.*?)}?,$", text, re.MULTILINE)
    assert dict(found) == fields


@pytest.mark.parametrize(
    ("kind", "entry_type"),
    [
        ("article-journal", "article"),
        ("book", "book"),
        ("chapter", "incollection"),
        ("paper-conference", "inproceedings"),
        ("report", "techreport"),
        ("thesis", "phdthesis"),
        ("manuscript", "unpublished"),
        ("treaty", "misc"),
        ("webpage", "misc"),
    ],
)
def test_the_type_of_an_entry_follows_the_kind_of_source(kind: str, entry_type: str) -> None:
    assert entry_of(kind=kind).entry_type == entry_type


def test_a_kind_that_bibtex_lacks_is_said() -> None:
    assert fields_of(kind="personal_communication")["type"] == "personal_communication"


def test_what_would_end_the_field_of_an_address_is_percent_encoded() -> None:
    text = exported(loaded(HEAD + record("sources", url="https://a.example/{x}?q=%20é#~_")))
    assert re.findall("url = {(.*)},", text) == ["https://a.example/%7Bx%7D?q=%20%C3%A9#~_"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{a}", r"\{a\}"),
        ("}{", r"\textbraceright{}\textbraceleft{}"),
        ("{{a}", r"\textbraceleft{}\{a\}"),
        ("50% of a_b & c", r"50\% of a\_b \& c"),
        ("a -- b", "a -{}- b"),
    ],
)
def test_braces_that_belong_together_are_escaped_and_others_named(text: str, written: str) -> None:
    assert escaped(text) == written
