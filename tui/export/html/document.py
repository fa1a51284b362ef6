"""The web page as a whole: its head with the policy, the contents, the search box, the chapters, the colophon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from tui import VERSION
from tui.export.html.chapters import Chapter, Chapters
from tui.export.html.lines import lines
from tui.export.html.notes import notes
from tui.export.html.policy import policy
from tui.export.html.search_data import search_data
from tui.export.selection import Selection
from tui.pages.catalog import Catalog

_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def export(selection: Selection) -> bytes:
    """The page in UTF-8."""
    return lines(_pieces(selection)).encode()


def _pieces(selection: Selection) -> Iterator[str]:
    dossier = selection.dossier
    catalog = Catalog(dossier, selection.scope)
    if selection.marks.names:
        catalog.set_marks(selection.marks)
    chapters = Chapters(catalog)
    every = list(chapters.all())
    style, script = _file("style.css"), _file("search.js")
    yield _head(dossier.title, dossier.head.lang, style, script)
    yield '<a class="skip" href="#page:text">Skip to the text</a>'
    yield _header(selection, chapters)
    yield '<div class="columns">\n<div class="aside" lang="en">'
    yield _search_box()
    yield _contents(every)
    yield '</div>\n<main id="page:text" tabindex="-1">'
    for chapter in every:
        yield from chapter.html
    yield "</main>\n</div>"
    yield _footer(selection)
    data = search_data(dossier, chapters.anchors)
    yield f'<script type="application/json" id="page:search-data">{data}</script>'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _head(title: str, language: str, style: str, script: str) -> str:
    lang = language if _LANGUAGE.fullmatch(language) else "en"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(style, script))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="karabakh-tui {VERSION}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>"
    )


def _header(selection: Selection, chapters: Chapters) -> str:
    builder, write = chapters.catalog.builder, chapters.writer.spans.write
    paragraphs = [f"<p>{write(spans)}</p>" for spans in notes(selection, builder)]
    if chapters.without_balance:
        paragraphs.append("<p>The balance takes long to compute and is left out; karabakh-tui balance prints it.</p>")
    told = f'<div class="notes">\n{lines(paragraphs)}\n</div>\n' if paragraphs else ""
    title = f"<h1>{escape(selection.dossier.title)}</h1>"
    return f'<header class="masthead">\n<p class="kicker">Dossier</p>\n{title}\n{told}</header>'


def _search_box() -> str:
    return (
        '<div class="search" role="search" hidden>\n<label for="page:query">Search</label>\n'
        '<input id="page:query" type="search" autocomplete="off" spellcheck="false" aria-describedby="page:how">\n'
        '<p id="page:how">all words, “exact words”, -without</p>\n<p id="page:found" role="status"></p>\n'
        '<ol id="page:results"></ol>\n</div>'
    )


def _contents(chapters: Sequence[Chapter]) -> str:
    items = lines(
        f'<li><a href="#{chapter.anchor}">{escape(chapter.title)}</a>{_number(chapter.number)}</li>'
        for chapter in chapters
    )
    up = '<a class="up" href="#page:contents">Contents</a>'
    return f'<nav id="page:contents" aria-label="Contents">\n<ul>\n{items}\n</ul>\n{up}\n</nav>'


def _number(number: int | None) -> str:
    return "" if number is None else f' <span class="number">{number:,}</span>'


def _footer(selection: Selection) -> str:
    head = selection.dossier.head
    parts = [", ".join(head.editors), head.licence]
    named = " · ".join(escape(part) for part in parts if part)
    about = f"<p>{named}</p>\n" if named else ""
    made = f"Written by karabakh-tui {VERSION}. The page is complete in itself and asks nothing of the network."
    return f'<footer lang="en">\n{about}<p>{made}</p>\n</footer>'
