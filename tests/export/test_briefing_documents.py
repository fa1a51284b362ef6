"""The briefing in the program that it is for: pandoc makes documents of it in which every footnote is one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.export.hostile_texts import TEXTS
from tests.export.test_markdown import BRIEFINGS

PANDOC = shutil.which("pandoc")
PDF_ENGINES = ("weasyprint", "wkhtmltopdf", "tectonic", "xelatex", "pdflatex")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed, so no document is made of a briefing"),
]
each = pytest.mark.parametrize("name", BRIEFINGS)


def pandoc(text: str, *options: str) -> bytes:
    command = [str(PANDOC), "--from", "markdown", *options]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=120).stdout


def number_of_notes(text: str) -> int:
    return len(re.findall(r"^\[\^\d+\]: ", text, re.MULTILINE))


@each
def test_word_has_every_footnote_with_its_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / "briefing.docx"
    pandoc(BRIEFINGS[name], "--output", str(path))
    with zipfile.ZipFile(path) as document:
        notes = ElementTree.fromstring(document.read("word/footnotes.xml")).findall(f"{_WORD}footnote")  # noqa: S314
        body = ElementTree.fromstring(document.read("word/document.xml"))  # noqa: S314
    of_text = [note for note in notes if f"{_WORD}type" not in note.attrib]
    referred = [reference.get(f"{_WORD}id") for reference in body.iter(f"{_WORD}footnoteReference")]
    assert [note.get(f"{_WORD}id") for note in of_text] == referred
    assert len(referred) == number_of_notes(BRIEFINGS[name])
    assert all("".join(note.itertext()).strip() for note in of_text)


@each
def test_html_has_every_footnote_and_leads_nowhere_else(name: str) -> None:
    html = pandoc(BRIEFINGS[name], "--to", "html5").decode()
    assert html.count('class="footnote-ref"') == number_of_notes(BRIEFINGS[name])
    assert "<script" not in html
    assert not [link for link in re.findall(r'(?:href|src)="([^"]*)"', html) if not re.match("#|https?://", link)]


def _words(node: Any) -> str:
    """The text of a document as pandoc has it, which knows nothing but words, blanks, notes and what is set off."""
    if isinstance(node, list):
        return "".join(map(_words, node))
    if not isinstance(node, dict):
        return ""
    if node.get("t") == "Str":
        return str(node["c"])
    if node.get("t") in ("Space", "SoftBreak", "LineBreak"):
        return " "
    assert node.get("t") not in ("Math", "RawInline", "RawBlock", "Image", "Cite", "Code", "Superscript", "Table")
    return "".join(_words(value) for value in node.values())


def test_pandoc_reads_hostile_texts_letter_for_letter() -> None:
    document = json.loads(pandoc(BRIEFINGS["hostile"], "--to", "json"))
    text = _words(document["blocks"])
    for hostile in TEXTS:
        assert " ".join(hostile.split()) in text.replace("\u00a0", " ")


@pytest.mark.parametrize("name", ["article", "example"])
def test_a_pdf_is_made_of_it(name: str, tmp_path: Path) -> None:
    engine = next(filter(shutil.which, PDF_ENGINES), None)
    if engine is None:
        pytest.skip(f"none of {', '.join(PDF_ENGINES)} is installed, with which pandoc makes a PDF")
    path = tmp_path / "briefing.pdf"
    pandoc(BRIEFINGS[name], "--output", str(path), f"--pdf-engine={engine}", "--metadata=title:Briefing")
    assert path.read_bytes().startswith(b"%PDF-")
