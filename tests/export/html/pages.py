"""Web pages for tests, parsed as a browser parses them, and what is asked of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

from tests.bench import large
from tests.dossiers import SMALL, content, load_text
from tests.hostile import texts
from tests.hostile.base import write
from tests.hostile.families import FAMILIES
from tui.dossier.dossier import Dossier
from tui.dossier.load import load
from tui.export.formats import FORMATS
from tui.export.selection import Selection, select

_HTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
ATTACKS = {
    "script": "</p></script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>",
    "style": "</style><style>*{display:none}</style><link rel=stylesheet href=https://evil.example/>",
    "attribute": '" onmouseover="window.pwned=1" \' autofocus onfocus=\'window.pwned=1\' x="',
    "comment": "<!-- --!> <![CDATA[ ]]> <!doctype html> <?php ?>",
    "json": '</script\u2028><!--<script>{"items":[]}',
    "svg": "</title></svg><svg onload=window.pwned=1><foreignObject><iframe src=javascript:window.pwned=1>",
    "base": "<base href=https://evil.example/><meta http-equiv=refresh content=0;url=https://evil.example/>",
    "entity": "&lt;script&gt; &#60;script&#62; &amp;lt; &NewLine; &quot;",
    "form": "<form action=https://evil.example/><input name=a><button>x</button></form>",
    "long": "<b>" + "x" * 40_000,
    "both-directions": "שלום <script>window.pwned=1</script> مرحبا \u202e",
}
"""Texts that would do harm in a web page that trusted them."""


@cache
def dossier(name: str) -> Dossier:
    """The bundled dossier, the example with its texts, a small one, a large one, or one with an attack in each text."""
    if name == "small":
        opened = load_text(SMALL).dossier
    elif name == "two-hundred":
        with TemporaryDirectory() as folder:
            opened = load(str(large.write(Path(folder, "large.toml")))).dossier
    elif name in ("karabakh", "sarn"):
        opened = content(f"{name}.toml").dossier
    else:
        words = {**FAMILIES, **ATTACKS}[name]
        opened = load_text(write(texts.filled(words)).text).dossier
    assert opened is not None
    return opened


@cache
def page(name: str) -> str:
    """The web page of a dossier."""
    return exported(select(dossier(name)))


def exported(selection: Selection) -> str:
    """The web page of a selection."""
    written = FORMATS["html"].export(selection)
    assert isinstance(written, bytes)
    return written.decode()


@cache
def tree(name: str) -> Element:
    """The page of a dossier, parsed."""
    return parsed(page(name))


def parsed(text: str) -> Element:
    """A page, parsed. Raises html5lib.html5parser.ParseError at the first fault."""
    root: Element = html5lib.HTMLParser(strict=True).parse(text)
    return root


def tag(element: Element) -> str:
    """The name of an element, whether of HTML or of SVG."""
    return str(element.tag).removeprefix(_HTML).removeprefix(_SVG)


def elements(root: Element, *names: str) -> Iterator[Element]:
    """The elements of a tree with one of these names, in the order of the page; without names, all of them."""
    return (each for each in root.iter() if isinstance(each.tag, str) and (not names or tag(each) in names))


def words(element: Element) -> str:
    """All text in an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def by_id(root: Element, name: str) -> Element:
    """The element with an id."""
    return next(each for each in elements(root) if each.get("id") == name)


def search_data(root: Element) -> Any:
    """What the search box looks through."""
    return json.loads(by_id(root, "page:search-data").text or "")
