"""Cites of a headline: of the source, without a paragraph, with words that stand in its title."""

from __future__ import annotations

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Source
from tui.dossier.kinds.references import cites
from tui.dossier.values.cite import Cite
from tui.dossier.values.fold import fold

_LONGEST_HEADLINE = 2000
"""The most characters of a title that are searched."""


def in_headline(dossier: Dossier, cite: Cite) -> bool:
    """Return whether a cite has no paragraph and its exact words stand in the title of the source."""
    source = dossier.find(Source, cite.source)
    if source is None or cite.first or not cite.exact or len(cite.exact) > _LONGEST_HEADLINE:
        return False
    return fold(cite.exact) in fold(source.title[:_LONGEST_HEADLINE])


def headline_and_whole(dossier: Dossier, source: str) -> tuple[list[str], list[str]]:
    """Return the records that cite the headline of a source, and those that cite it as a whole, in file order."""
    headline: list[str] = []
    whole: list[str] = []
    for name in dossier.links.citing(source).get(0, ()):
        cited = [cite for cite, _ in cites(dossier.records[name]) if cite.source == source and not cite.first]
        (headline if all(in_headline(dossier, cite) for cite in cited) else whole).append(name)
    return headline, whole
