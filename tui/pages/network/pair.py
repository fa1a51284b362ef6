"""Two actors and everything between them: their ties by sign, what is left out, words, expectations, claims.

May not know from which view it was opened.
"""

from __future__ import annotations

from tui.dossier.kinds import Claim, Quote, Tie
from tui.dossier.network.signed_graph import sign_of
from tui.dossier.values.vocabulary import AGAINST, NEITHER, WITH
from tui.pages.network.tie_signs import MOST, ego, pair, sign_words, ties_section, touching
from tui.pages.omissions import scope_omissions
from tui.pages.page import Block, Page, Para, Span, Spans, Title
from tui.pages.records.sections import section
from tui.pages.span_builder import SpanBuilder

_HEADINGS = ((AGAINST, "Against"), (WITH, "With"), (NEITHER, "Neither with nor against"))


def pair_page(builder: SpanBuilder, one: str, other: str) -> Page | None:
    """The sheet of a pair, the same whichever is named first; None unless both are actors, and two."""
    dossier = builder.dossier
    if one == other or dossier.actor(one) is None or dossier.actor(other) is None:
        return None
    one, other = sorted((one, other))
    ties = [tie for tie in touching(builder, one) if other in tie.ends]
    inside = [tie for tie in ties if builder.scope.admits(dossier, tie)]
    apart = [tie for tie in ties if not builder.scope.admits(dossier, tie)]
    title = (*_centred(builder, one), Span(" and ", "dim"), *_centred(builder, other))
    blocks: list[Block] = [Title(title, _sign(builder, inside, ties))]
    blocks += _says(builder, inside, ties)
    for polarity, heading in _HEADINGS:
        ties_of_sign = [tie for tie in inside if tie.polarity == polarity]
        blocks += ties_section(builder, heading, ties_of_sign, "", one)
    blocks += ties_section(builder, "Left out", apart, "", one)
    blocks += _short(section(builder, "Quotes that bear on them", _quotes(builder, one, other, ties), ""))
    blocks += _short(section(builder, "Expected of each other", _expected(builder, one, other), ""))
    blocks += _short(section(builder, "Claims about both", _claims(builder, one, other, ties), ""))
    blocks += scope_omissions(builder, ties, named=False)
    return Page(pair(one, other), tuple(blocks))


def _centred(builder: SpanBuilder, name: str) -> Spans:
    """A name that leads to the sheet with that actor in the middle."""
    return tuple(span._replace(link=ego(name)) for span in builder.name(name))


def _sign(builder: SpanBuilder, inside: list[Tie], ties: list[Tie]) -> Spans:
    if inside:
        return sign_words(builder, sign_of(inside))
    return (Span("none counted" if ties else "no tie", "dim"),)


def _says(builder: SpanBuilder, inside: list[Tie], ties: list[Tie]) -> list[Block]:
    """In words what the sign cannot say alone."""
    if not ties:
        said = "The dossier records no tie of these two."
    elif not inside:
        said = "Every tie of these two is left out; none is counted."
    elif len({tie.polarity for tie in inside} - {NEITHER}) > 1:
        counts = {polarity: sum(tie.polarity == polarity for tie in inside) for polarity in (AGAINST, WITH)}
        said = f"Mixed: {counts[AGAINST]:,} against and {counts[WITH]:,} with. One does not cancel the other."
    else:
        return []
    return [Para((Span(said, "dim"),))]


def _short(blocks: list[Block]) -> list[Block]:
    """A heading with its first items, and how many more there are."""
    more = len(blocks) - 1 - MOST
    return [*blocks[: MOST + 1], Para((Span(f"and {more:,} more", "dim"),))] if more > 0 else blocks


def _quotes(builder: SpanBuilder, one: str, other: str, ties: list[Tie]) -> list[str]:
    """Quotes that their ties name or that are about these ties, then what each said to or about the other."""
    back = builder.dossier.links.back
    found = [name for tie in ties for name in (*tie.quotes, *back(tie.id, "said-about"))]
    for speaker, meant in ((one, other), (other, one)):
        heard = {*back(meant, "said-to"), *back(meant, "said-about")}
        found += [name for name in back(speaker, "said") if name in heard]
    records = builder.dossier.records
    return [name for name in dict.fromkeys(found) if isinstance(records.get(name), Quote)]


def _expected(builder: SpanBuilder, one: str, other: str) -> list[str]:
    back = builder.dossier.links.back
    found: list[str] = []
    for expecting, of in ((one, other), (other, one)):
        asked = frozenset(back(of, "expected-of"))
        found += [name for name in back(expecting, "expects") if name in asked]
    return found


def _claims(builder: SpanBuilder, one: str, other: str, ties: list[Tie]) -> list[str]:
    """Claims that are about both of them, or about one of their ties."""
    back = builder.dossier.links.back
    both = frozenset(back(other, "touched-by"))
    found = [name for name in back(one, "touched-by") if name in both]
    found += [name for tie in ties for name in back(tie.id, "touched-by")]
    records = builder.dossier.records
    return [name for name in dict.fromkeys(found) if isinstance(records.get(name), Claim)]
