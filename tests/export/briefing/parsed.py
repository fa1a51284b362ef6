"""A briefing as parsers of Markdown read it."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.dossiers import loaded
from tui.export import markdown
from tui.export.selection import Selection, select


def briefing(text: str, **options: object) -> str:
    """The briefing of a dossier; `options` are those of `select`."""
    return written(select(loaded(text), **options))  # type: ignore[arg-type]


def written(selection: Selection) -> str:
    return markdown.export(selection).decode()


def tokens(text: str, parser: MarkdownIt | None = None) -> Iterator[Token]:
    """All tokens of a text, by CommonMark unless another parser is given."""
    for token in (parser or MarkdownIt("commonmark")).parse(text):
        yield token
        yield from token.children or ()


def with_footnotes() -> MarkdownIt:
    """A parser that knows footnotes."""
    return MarkdownIt("commonmark").use(footnote_plugin)


def section(text: str, title: str) -> str:
    """What stands under a heading, up to the next of the same level or a higher one."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.lstrip("#").strip() == title)
    level = len(lines[start]) - len(lines[start].lstrip("#"))
    for end in range(start + 1, len(lines)):
        depth = len(lines[end]) - len(lines[end].lstrip("#"))
        if 0 < depth <= level or lines[end].startswith("[^"):
            return "\n".join(lines[start + 1 : end])
    return "\n".join(lines[start + 1 :])
