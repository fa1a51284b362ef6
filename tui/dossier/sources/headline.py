"""Cites without a paragraph: of a headline, which is the title of the source, of a place in it, and of the whole."""

from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.dossier.kinds.references import cites
from tui.dossier.values.cite import Cite
from tui.dossier.values.fold import fold

_LONGEST_HEADLINE = 2000
"""The most characters of a title that are searched."""


def in_headline(dossier: Dossier, cite: Cite) -> bool:
    """Return whether a cite names no place and its exact words stand in the title of the source."""
    source = dossier.find(Source, cite.source)
    if source is None or not cite.is_whole or not cite.exact or len(cite.exact) > _LONGEST_HEADLINE:
        return False
    return fold(cite.exact) in fold(source.title[:_LONGEST_HEADLINE])


class WithoutParagraph(NamedTuple):
    """The records that cite no paragraph of a source, by what they cite, in file order; each is in one of the three.

    `located` are those that name a place in its own terms, such as a page; `headline` and `whole` name none.
    """

    headline: tuple[str, ...]
    located: tuple[str, ...]
    whole: tuple[str, ...]


def without_paragraph(dossier: Dossier, source: str) -> WithoutParagraph:
    """Return the records that cite no paragraph of a source."""
    headline: list[str] = []
    located: list[str] = []
    whole: list[str] = []
    for name in dossier.links.citing(source).get(0, ()):
        cited = [cite for cite, _ in cites(dossier.records[name]) if cite.source == source and not cite.first]
        if any(cite.locator for cite in cited):
            located.append(name)
        else:
            (headline if all(in_headline(dossier, cite) for cite in cited) else whole).append(name)
    return WithoutParagraph(tuple(headline), tuple(located), tuple(whole))
