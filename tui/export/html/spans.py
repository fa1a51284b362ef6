"""Spans as HTML: escaped, with the class of their role and a link where they have one. No text is ever trusted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape

from tui.dossier.values.vocabulary import AGAINST, NEITHER, SIGN_GLYPHS, SIGN_WORDS, STATUS_GLYPHS, WITH
from tui.dossier.values.web_address import may_be_opened
from tui.export.html.anchors import Anchors
from tui.pages.page import Role, Span

_WORDS_OF_GLYPHS: dict[tuple[str, str], str] = {
    **{(f"status-{status}", glyph): status for status, glyph in STATUS_GLYPHS.items()},
    ("sign-with", SIGN_GLYPHS[WITH]): SIGN_WORDS[WITH],
    ("sign-against", SIGN_GLYPHS[AGAINST]): SIGN_WORDS[AGAINST],
    ("sign-neither", SIGN_GLYPHS[NEITHER]): SIGN_WORDS[NEITHER],
    ("sign-mixed", "~"): "mixed",
}
"""Role and glyph -> the word that a glyph standing alone is the sign of."""
_PLAIN: frozenset[Role] = frozenset(("text", "name", "mention"))
_MARKED: frozenset[Role] = frozenset(("highlight", "highlight-other", "match"))
_DRAWN = ("chart", "axis")


class SpanWriter:
    """Writes spans. Text that is one of `addresses` becomes a link out of the page, if it is one of the web."""

    def __init__(self, anchors: Anchors, addresses: Collection[str] = ()) -> None:
        self._anchors = anchors
        self._addresses = frozenset(filter(may_be_opened, addresses))

    def write(self, spans: Iterable[Span]) -> str:
        """The spans one after the other."""
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        text = self._text(span)
        if span.link and (fragment := self._anchors.fragment(span.link)):
            return f'<a{class_of(span.role)} href="#{escape(fragment)}">{text}</a>'
        if span.text in self._addresses:
            return f'<a class="out" rel="external noopener noreferrer" href="{escape(span.text)}">{text}</a>'
        if span.role in _PLAIN:
            return text
        if span.role in _MARKED:
            return f"<mark>{text}</mark>"
        if span.role in _DRAWN:
            return f'<span class="{span.role}" aria-hidden="true">{text}</span>'
        return f"<span{class_of(span.role)}>{text}</span>"

    def _text(self, span: Span) -> str:
        if word := glyph_word(span):
            return f'<abbr title="{word}">{escape(span.text)}</abbr>'
        if not span.text.strip() and len(span.text) > 1 and "\n" not in span.text:
            return "&emsp;"
        return escape(span.text).replace("\n", "<br>")


def class_of(role: Role) -> str:
    """The attribute `class` of a role, with a space before it; nothing for text and names."""
    return "" if role in _PLAIN else f' class="{role}"'


def glyph_word(span: Span) -> str:
    """The word of a sign or a status that is a glyph alone: `» ` in its role is `attributed`; else empty."""
    return _WORDS_OF_GLYPHS.get((span.role, span.text.strip()), "")
