"""Phrases that every kind of page uses: a linked name, a status, cites, a date, both ends of a tie.

May not know which page it is on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Event, Quote, Source, Tie
from tui.dossier.kinds import Role as Office
from tui.dossier.network.scope import DEFAULT_SCOPE, Scope
from tui.dossier.values.cite import Cite
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.vocabulary import (
    AGAINST,
    DATE_GLYPHS,
    OUTCOME_GLYPHS,
    SIGN_GLYPHS,
    SIGN_WORDS,
    STATUS_GLYPHS,
    WITH,
    words,
)
from tui.pages.mentions import Mentions
from tui.pages.page import Role, Span, Spans, joined
from tui.pages.truncation import MANY, brief, cut

if TYPE_CHECKING:
    from tui.dossier.timeline import Timeline
    from tui.pages.balance.cache import BalanceCache

T = TypeVar("T")
_GOOD, _BAD = ("met",), ("unmet", "refused", "no-response")
_ABBREVIATION = 6
FEW = 12
"""So many names and cites of one record are shown where it is an item among others; more on its own page."""


class SpanBuilder:
    """Phrases about one dossier. `scope` is what pictures and analyses of its ties are about."""

    def __init__(self, dossier: Dossier, scope: Scope = DEFAULT_SCOPE) -> None:
        self.dossier = dossier
        self.scope = scope
        self._short: dict[str, str] = {}

    @cached_property
    def balances(self) -> BalanceCache:
        """The balances of the ties, as far as they are known."""
        from tui.pages.balance.cache import BalanceCache

        return BalanceCache(self.dossier)

    @cached_property
    def mentions(self) -> Mentions:
        """Where actors are named in prose."""
        return Mentions(actor for actor in self.dossier.tables["actors"] if isinstance(actor, Actor))

    @cached_property
    def timeline(self) -> Timeline:
        """The order of the events."""
        from tui.dossier.timeline import Timeline

        return Timeline(event for event in self.dossier.tables["events"] if isinstance(event, Event))

    def name(self, target: str, but: str = "") -> Spans:
        """The name of a record as a link; plain when it is `but`, the record whose page this is."""
        role: Role = "name"
        record = self.dossier.get(target)
        side = target if target in self.dossier.head.sides else getattr(record, "side", None)
        if side in self.dossier.head.sides[:2]:
            role = "side-one" if side == self.dossier.head.sides[0] else "side-two"
        return (Span(self.dossier.name(target), role, "" if target == but else target),)

    def names(self, targets: Iterable[str], but: str = "", most: int | None = None) -> Spans:
        """Several names with commas between; of more than `most` the first ones, and how many more there are."""
        return _few(lambda target: self.name(target, but), self._here(targets), ", ", most)

    def _here(self, targets: Iterable[str]) -> Iterable[str]:
        """`targets` without the records that a part of a dossier leaves out."""
        return targets if self.dossier.whole is None else tuple(one for one in targets if self.dossier.get(one))

    def speakers(self, targets: Iterable[str], but: str = "", most: int | None = None) -> Spans:
        """Who asserts or denies: actors by name, a source as its author. `most` as for `names`."""
        return _few(lambda target: self._speaker(target, but), targets, ", ", most)

    def _speaker(self, target: str, but: str) -> Spans:
        source = self.dossier.get(target)
        if not isinstance(source, Source):
            return self.name(target, but)
        words = ", ".join(source.author[:FEW]) + " and others" * (len(source.author) > FEW)
        alone = len(self.dossier.tables["sources"]) == 1
        nobody = "the author" if alone else f"the author of {target}"
        return (Span(brief(words) or nobody, "name", "" if target == but else target),)

    def short(self, target: str) -> str:
        """The name of an actor as a list has room for it: an abbreviation among its aliases, or else its name."""
        if target not in self._short:
            actor = self.dossier.actor(target)
            short = (alias for alias in (actor.aliases if actor else ()) if len(alias) <= _ABBREVIATION)
            self._short[target] = next((alias for alias in short if alias.isupper()), self.dossier.name(target))
        return self._short[target]

    def prose(self, words: str, role: Role = "text", but: str = "") -> Spans:
        """Prose with the names in it linked. A field that is far too long is cut, and says so."""
        shown, remark = cut(words)
        spans = self.mentions.spans(shown, role, but)
        return (*spans, Span(remark, "dim")) if remark else spans

    def status(self, status: str) -> Spans:
        """A status as glyph and word."""
        return (Span(f"{STATUS_GLYPHS[status]} {status}", status_role(status)),)

    def sign(self, polarity: str) -> Span:
        """The sign of a tie as its glyph."""
        role: Role = "sign-with" if polarity == WITH else "sign-against" if polarity == AGAINST else "sign-neither"
        return Span(SIGN_GLYPHS[polarity], role)

    def sign_words(self, polarity: str) -> Spans:
        """The sign of a tie as glyph and word."""
        glyph = self.sign(polarity)
        return (Span(f"{glyph.text} {SIGN_WORDS[polarity]}", glyph.role),)

    def outcome(self, outcome: str) -> Spans:
        """What came of an expectation, as glyph and word."""
        role: Role = "outcome-good" if outcome in _GOOD else "outcome-bad" if outcome in _BAD else "outcome-open"
        return (Span(f"{OUTCOME_GLYPHS[outcome]} {words(outcome)}", role),)

    def cites(self, cites: Iterable[Cite] | None, most: int | None = None) -> Spans:
        """Cites in short, each a link to the passage: `¶5 ¶6`. With several sources the source is named."""
        named = len(self.dossier.tables["sources"]) > 1
        return _few(lambda cite: self._cite(cite, named), cites or (), " ", most)

    def _cite(self, cite: Cite, named: bool) -> Spans:
        shown = f"{cite.source} {cite.where}".strip() if named or not cite.where else cite.where
        return (Span(shown, "cite", f"{cite.source}#p{cite.first}" if cite.first else cite.source),)

    def backing(self, status: str, cites: Iterable[Cite] | None, by: Iterable[str] = ()) -> Spans:
        """Status, who says so, and where it stands, of many the first: `“ attributed Rogozin ¶5`."""
        return joined(
            (joined((self.status(status), self.speakers(by, most=FEW)), " "), self.cites(cites, most=FEW)), " "
        )

    def date(self, date: Date | None, printed: str) -> Spans:
        """A date in words, and the words the source prints for it."""
        parts: list[Spans] = []
        if date is not None:
            parts.append((Span(date_words(date)),))
        if printed:
            parts.append((Span(f"“{printed}”"), Span(" as printed", "dim")))
        return joined(parts, " · ")

    def date_mark(self, date: Date | None) -> Span:
        """How well a date is known, as a glyph."""
        if date is None:
            return Span(DATE_GLYPHS["undated"], "dim")
        return Span(DATE_GLYPHS["exact"], "strong") if date.exact else Span(DATE_GLYPHS["imprecise"])

    def ends(self, tie: Tie, but: str = "", most: int | None = None) -> Spans:
        """Both ends of a tie with an arrow where it has a direction: `Russia → Armenia`."""
        return _few(lambda end: self.name(end, but), tie.ends, " → " if tie.directed else " – ", most)

    def kind(self, tie: Tie) -> Span:
        """The kind of a tie as a link to its page."""
        return Span(words(tie.kind), "text", tie.id)

    def office(self, actor: Actor | None) -> Spans:
        """The offices of an actor, each with the body or state it belongs to."""
        if actor is None:
            return ()
        return _few(self._office, actor.roles, "; ", FEW)

    def _office(self, role: Office) -> Spans:
        return (Span(brief(role.title), "dim"), *((Span(", ", "dim"), *self.name(role.of)) if role.of else ()))

    def marks(self, quote: Quote) -> tuple[str, str]:
        """The quotation marks that belong around a quote: none around a report of what was said."""
        return ("", "") if quote.mode == "indirect" else ("“", "”")

    def excerpt(self, quote: Quote, length: int = 150) -> Spans:
        """A quote's words, in marks when they are exact, cut at `length`; a link to the quote."""
        opening, closing = self.marks(quote)
        if len(quote.text) <= length:
            return (Span(f"{opening}{quote.text}{closing}", "quote", quote.id),)
        cut = quote.text[:length].rsplit(" ", 1)[0]
        return (Span(f"{opening}{cut}", "quote", quote.id), Span(" …", "dim"), Span(closing, "quote"))


def status_role(status: str) -> Role:
    """The role of words that tell a status."""
    return cast(Role, f"status-{status}")


def _few(made: Callable[[T], Spans], parts: Iterable[T], by: str, most: int | None) -> Spans:
    """What is made of the parts with `by` between; of more than `most` the first ones, and how many more there are."""
    known = parts if isinstance(parts, tuple) else tuple(parts)
    most = MANY if most is None else most
    found = joined(map(made, known[:most]), by)
    more = len(known) - most
    return (*found, Span(f" and {more:,} more", "dim")) if more > 0 else found
