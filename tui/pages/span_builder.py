"""Builds the spans that every kind of page uses: a linked name, a status, cites, a date, both ends of a tie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from tui.dossier.dossier import Dossier
from tui.dossier.kinds import Actor, Expectation, Quote, Source, Tie, is_settled
from tui.dossier.kinds import Role as Office
from tui.dossier.network.scope import Scope, present_scope
from tui.dossier.offices import OfficeThen, offices_at
from tui.dossier.sources.headline import in_headline
from tui.dossier.values.cite import DISPUTES, STANCES, SUPPORTS, Cite, distinct_places
from tui.dossier.values.dates import Date, date_words
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import (
    AGAINST,
    DATE_GLYPHS,
    DISPUTES_GLYPH,
    OUTCOME_GLYPHS,
    SIGN_GLYPHS,
    SIGN_WORDS,
    STATUS_GLYPHS,
    WITH,
    words,
)
from tui.pages.mentions import Mentions
from tui.pages.office_titles import says_whose
from tui.pages.page import BULLET, Role, Span, Spans, joined
from tui.pages.phrases import kind_words, part_about, quotation_marks, quoted
from tui.pages.truncation import MANY, and_more, brief, cut
from tui.pages.when import span_words

if TYPE_CHECKING:
    from tui.dossier.as_of import AsOf
    from tui.dossier.change_points import Differences
    from tui.dossier.marks import Marks
    from tui.dossier.timeline import Timeline
    from tui.pages.balance.cache import BalanceCache

T = TypeVar("T")
_GOOD, _BAD = ("met",), ("unmet", "refused", "no-response")
_LONGEST_ABBREVIATION = 6
_STANCE_LEADS: tuple[Spans, ...] = (
    (),
    (Span(f"{DISPUTES_GLYPH} disputed in ", "status-contested"),),
    (Span("mentioned in ", "dim"),),
)
"""What introduces cites of each stance, in the order of `STANCES`."""
_ORDERED = 60
"""At least so many of the cites of a record are ordered by their stance."""
FEW = 12
"""The most names, and the most cites, of a record that is an item among others; its own page has all of them."""


class SpanBuilder:
    """Builds spans from one dossier.

    `scope` selects the ties that diagrams and analyses use, and the moment as of which everything is shown; when None,
    the one that the dossier opens with.
    """

    def __init__(self, dossier: Dossier, scope: Scope | None = None) -> None:
        self.dossier = dossier
        self.scope = present_scope(dossier) if scope is None else scope
        self.since: Date | None = None
        """The moment since which changes are marked; None while they are not."""
        self.reader_marks: Marks | None = None
        """The reader's marks and notes; None as long as there are none."""
        self.most_listed = MANY
        """The most records that a section of a page lists."""
        self.key_name: Callable[[str], str] = lambda name: ""
        """How the key with an id is called; nothing where there are no keys, as on paper."""
        self.offers_tour = False
        """Whether Home offers the tour."""
        self._short_names: dict[str, str] = {}

    @property
    def as_of(self) -> AsOf:
        """What is there at the moment of the scope."""
        return self.scope.as_of(self.dossier)

    @property
    def differences(self) -> Differences | None:
        """What is marked as changed; None while nothing is."""
        if self.since is None or self.scope.moment is None:
            return None
        from tui.dossier.change_points import differences

        return differences(self.dossier, self.since, self.scope)

    def counts(self, statement: Tie | Expectation) -> bool:
        """Whether a statement counts without being asked for: it is settled, and there at the moment."""
        return is_settled(statement) and self.as_of.counts(statement.id)

    @cached_property
    def balances(self) -> BalanceCache:
        """The balances computed so far."""
        from tui.pages.balance.cache import BalanceCache

        return BalanceCache(self.dossier)

    @cached_property
    def mentions(self) -> Mentions:
        """Finds the names of actors in prose."""
        return Mentions(self.dossier.records_of(Actor))

    @cached_property
    def timeline(self) -> Timeline:
        """The events in order."""
        from tui.dossier.timeline import timeline_of

        return timeline_of(self.dossier)

    def name(self, target: str, but: str = "", *, inside: bool = False) -> Spans:
        """The name of a record as a link; without a link for `but`, the record whose page this is.

        With `inside` it reads as it does inside a sentence.
        """
        role: Role = "name"
        record = self.dossier.get(target)
        side = target if target in self.dossier.head.sides else getattr(record, "side", None)
        if side in self.dossier.head.sides[:2]:
            role = "side-one" if side == self.dossier.head.sides[0] else "side-two"
        text = self.dossier.name_in_sentence(target) if inside else self.dossier.name(target)
        return (Span(text, role, "" if target == but else target),)

    def names(self, targets: Iterable[str], but: str = "", most: int | None = None) -> Spans:
        """Several names; of more than `most` the first ones, and how many more there are.

        Commas separate the names of actors. Titles and other names, which may hold commas, are separated by semicolons.
        """
        targets = tuple(self._present(targets))
        return first_of(most, targets, lambda target: self.name(target, but), self.separator(targets[:most]))

    def separator(self, targets: Iterable[str]) -> str:
        """What separates the names of these records: a semicolon if any is not an actor or has a comma in its name."""
        actors = map(self.dossier.actor, targets)
        return ", " if all(actor is not None and "," not in actor.name for actor in actors) else "; "

    def _present(self, targets: Iterable[str]) -> Iterable[str]:
        """`targets` without the records that a part of a dossier leaves out."""
        return targets if self.dossier.whole is None else tuple(filter(self.dossier.get, targets))

    def speakers(
        self,
        targets: Iterable[str],
        but: str = "",
        most: int | None = None,
        *,
        opening: bool = False,
        cites: Sequence[Cite] = (),
    ) -> Spans:
        """Who asserts or denies: actors by name, a source as its author. `most` as for `names`.

        The names go on a sentence, as after “said by”, unless they are its `opening`. Where all the `cites` of a source
        are of its headline, the headline is named, which need not be the author's.
        """
        return first_of(most, targets, lambda target: self._speaker(target, but, opening, cites), ", ")

    def _speaker(self, target: str, but: str, opening: bool, cites: Sequence[Cite]) -> Spans:
        source = self.dossier.get(target)
        if not isinstance(source, Source):
            return self.name(target, but, inside=not opening)
        cited = [cite for cite in cites if cite.source == target]
        if cited and all(in_headline(self.dossier, cite) for cite in cited):
            headline = f"the headline of {self.source_name(target)}" if self.several_sources else "the headline"
            return (Span(headline, "name", "" if target == but else target),)
        authors = ", ".join(source.author[:FEW]) + " and others" * (len(source.author) > FEW)
        unnamed = f"the author of {self.source_name(target)}" if self.several_sources else "the author"
        return (Span(brief(authors) or unnamed, "name", "" if target == but else target),)

    def short(self, target: str) -> str:
        """The shortest usual name of an actor: an abbreviation among its aliases, or else its name."""
        if target not in self._short_names:
            actor = self.dossier.actor(target)
            aliases = (alias for alias in (actor.aliases if actor else ()) if len(alias) <= _LONGEST_ABBREVIATION)
            self._short_names[target] = next(filter(str.isupper, aliases), self.dossier.name(target))
        return self._short_names[target]

    def short_name(self, target: str, *, inside: bool = False) -> Spans:
        """`short` as a link. `inside` as for `name`."""
        short = self.short(target)
        name = self.name(target, inside=inside)
        return name if short == self.dossier.name(target) else (name[0]._replace(text=short),)

    def prose(self, words: str, role: Role = "text", but: str = "") -> Spans:
        """Prose with the names in it linked. An overlong field is cut, and says so."""
        kept, remark = cut(words)
        spans = self.mentions.spans(kept, role, but)
        return (*spans, Span(remark, "dim")) if remark else spans

    def status(self, status: str) -> Spans:
        """A status as glyph and word."""
        return (Span(f"{STATUS_GLYPHS[status]} {status}", status_role(status)),)

    def sign(self, polarity: str) -> Span:
        """The sign of a tie as its glyph."""
        return Span(SIGN_GLYPHS[polarity], sign_role(polarity))

    def sign_words(self, polarity: str) -> Spans:
        """The sign of a tie as glyph and word."""
        glyph = self.sign(polarity)
        return (Span(f"{glyph.text} {SIGN_WORDS[polarity]}", glyph.role),)

    def outcome(self, outcome: str) -> Spans:
        """The outcome of an expectation as glyph and word."""
        return (Span(f"{OUTCOME_GLYPHS[outcome]} {words(outcome)}", outcome_role(outcome)),)

    def cites(self, cites: Iterable[Cite] | None, most: int | None = None, *, named: bool = True) -> Spans:
        """Short cites, each a link to its passage: `¶5 ¶6`, `headline and ¶1`. With several sources each is named.

        Each place is named once. Those in support come first, then ` · ≠ disputed in Hansard 1956 col. 1518`, then
        ` · mentioned in Eden 1960 p. 3`. With `named` false the sources are not named, because they stand beside the
        cites. Of very many cites the first are ordered so.
        """
        cites = tuple(cites or ())
        most = MANY if most is None else most
        first = distinct_places(cites[: max(most, _ORDERED)])
        beyond = max(0, len(cites) - max(most, _ORDERED))
        shown = sorted(first, key=lambda cite: STANCES.index(cite.stance))[:most]
        by_stance = [tuple(cite for cite in shown if cite.stance == stance) for stance in STANCES]
        parts = (
            (*lead, *self._several_cites(of_stance, named))
            for lead, of_stance in zip(_STANCE_LEADS, by_stance, strict=True)
            if of_stance
        )
        return joined((joined(parts, " · "), and_more(len(first) - len(shown) + beyond)), " ")

    def _several_cites(self, cites: tuple[Cite, ...], named: bool) -> Spans:
        """Cites of one stance. A source is named at the first of its cites that stand together."""
        pair = len(cites) == 2 and not all(cite.where for cite in cites)
        named = named and self.several_sources
        spans: list[Span] = []
        before: Cite | None = None
        for cite in cites:
            named_here = named and (before is None or before.source != cite.source)
            if before is not None:
                apart = named_here or before.locator or cite.locator
                spans.append(Span(" and " if pair else "; " if apart else " "))
            spans.append(Span(self.cite_words(cite, named=named_here), "cite", cite.target))
            before = cite
        return tuple(spans)

    def cite_words(self, cite: Cite, *, named: bool = True) -> str:
        """A cite in short form: `¶5`, `headline`; with several sources, when `named`, `Kyle 1991 ¶5`."""
        where = cite.where or ("headline" if in_headline(self.dossier, cite) else "whole text")
        return f"{self.source_name(cite.source)} {where}" if named and self.several_sources else where

    def first_cite(self, cites: Sequence[Cite]) -> Span:
        """The first cite in support, or else the first, and how many more there are: `Kyle 1991 ¶5, 1 more`; no link.

        With one source it is the place in it alone, which is empty for the whole.
        """
        first = next((cite for cite in cites if cite.stance == SUPPORTS), cites[0])
        others = len(distinct_places(cites)) - 1
        more = f", {others} more" if others and self.several_sources else ""
        disputed = f"{DISPUTES_GLYPH} disputed in " if first.stance == DISPUTES else ""
        return Span(f"{disputed}{self.cite_words(first) if self.several_sources else first.where}{more}", "cite")

    def source_name(self, name: str) -> str:
        """The short name of a source, such as `Kyle 1991`."""
        return self._source_names.get(name, Safe(name))

    @cached_property
    def _source_names(self) -> dict[str, Safe]:
        from tui.dossier.source_names import source_names

        return source_names(self.dossier.records_of(Source))

    @cached_property
    def several_sources(self) -> bool:
        """Whether there is more than one source, so that cites have to name theirs."""
        return len(self.dossier.tables["sources"]) > 1

    def backing(
        self, status: str, cites: Iterable[Cite] | None, by: Iterable[str] = (), denied_by: Iterable[str] = ()
    ) -> Spans:
        """Status, who says so, and the passages: `● reported ¶3`, `» attributed · Rogozin, ¶5`; of many the first.

        Where somebody denies it, each of them is behind a word: `≠ contested · said by A · denied by B · source ¶5`.
        """
        if denied_by := tuple(denied_by):
            from tui.pages.denials import denied_backing

            return denied_backing(self, status, tuple(cites or ()), by, denied_by)
        passages = self.cites(cites, most=FEW)
        if voices := self.speakers(by, most=FEW):
            return joined((self.status(status), joined((voices, passages), ", ")), " · ")
        return joined((self.status(status), passages), " ")

    def date(self, date: Date | None, printed: str, *, lasting: bool = False) -> Spans:
        """A date in words, and the source's own words for it; with `lasting`, that of an event, which may last."""
        parts: list[Spans] = []
        if date is not None:
            parts.append((Span(date_words(date, lasting=lasting)),))
        if printed:
            parts.append((Span(quoted(printed)), Span(" as printed", "dim")))
        return joined(parts, " · ")

    def date_mark(self, date: Date | None, *, lasting: bool = False) -> Span:
        """The precision of a date as a glyph, a bullet without one; with `lasting` that of an event, which may last."""
        if date is None:
            return BULLET
        if lasting and date.is_interval:
            exact = all(end is not None and end.exact for end in (date.start, date.end))
            return Span(DATE_GLYPHS["lasting"], "strong") if exact else Span(DATE_GLYPHS["lasting-imprecise"])
        return Span(DATE_GLYPHS["exact"], "strong") if date.exact else Span(DATE_GLYPHS["imprecise"])

    def ends(self, tie: Tie, but: str = "", most: int | None = None) -> Spans:
        """The ends of a tie, with an arrow where it has a direction: `Russia → Armenia`."""
        return first_of(most, tie.ends, lambda end: self.name(end, but), " → " if tie.directed else " – ")

    def short_ends(self, tie: Tie, most: int | None = FEW) -> Spans:
        """`ends` by their short names, without links."""
        by = " → " if tie.directed else " – "
        return first_of(most, tie.ends, lambda end: (Span(self.short(end), "dim"),), by)

    def kind(self, tie: Tie) -> Span:
        """The kind of a tie, or its terms where it is of another kind, as a link to the page of the tie."""
        return Span(kind_words(tie), "text", tie.id)

    def office(self, actor: Actor | None, date: Date | None = None, *, only_then: bool = False) -> Spans:
        """The offices of an actor at a date, each with the body or state it belongs to; those of other times say so.

        With `only_then` those of other times are left out. Without a date each office has its own dates. One without
        dates says so at a date, which would else seem to be that of the office.
        """
        offices = offices_at(actor, date) if actor is not None else []
        if only_then:
            offices = [office for office in offices if office.when not in ("earlier", "later")]
        return first_of(FEW, offices, lambda office: self._office_then(office, date is not None), "; ")

    def _office_then(self, office: OfficeThen, at_date: bool) -> Spans:
        lead = {"perhaps": "perhaps ", "earlier": "earlier ", "later": "later "}.get(office.when, "")
        held = span_words(office.role.since, office.role.until) if office.when == "undated" else ""
        if office.when == "undated" and at_date:
            held = "undated"
        return (
            *((Span(lead, "dim"),) if lead else ()),
            *self.role(office.role),
            *((Span(f" ({held})", "dim"),) if held else ()),
        )

    def role(self, office: Office, role: Role = "dim") -> Spans:
        """A title with the body or state it belongs to; where the title says so already, it is the link to it."""
        title = Span(brief(office.title), role)
        if not office.of:
            return (title,)
        if says_whose(office.title, self.dossier.name(office.of)):
            return (title._replace(link=office.of),)
        return (title, Span(", ", "dim"), *self.name(office.of))

    def marks(self, quote: Quote) -> tuple[str, str]:
        """The quotation marks around a quote: none around reported speech."""
        return ("", "") if quote.mode == "indirect" else quotation_marks(quote.text)

    def excerpt(self, quote: Quote, length: int = 300, *, labelled: bool = False, about: str = "") -> Spans:
        """The words of a quote cut to `length`, linked to it, in quotation marks when they are exact.

        They are the first ones, or those around the name of what they are wanted `about`. The ellipsis of a cut stands
        outside the marks, because what is between them is exactly as recorded. With `labelled`, reported speech is
        introduced as such.
        """
        opening, closing = self.marks(quote)
        lead = (Span("reported: ", "dim"),) if labelled and quote.mode == "indirect" else ()
        before, part, after = part_about(quote.text, length, self.names_of(about) if about != quote.speaker else ())
        words = Span(f"{opening}{part}{closing}", "quote", quote.id)
        return (*lead, *((Span(before, "dim"),) if before else ()), words, *((Span(after, "dim"),) if after else ()))

    def names_of(self, target: str) -> Iterator[str]:
        """The names by which a text may speak of an actor; none of anything else."""
        actor = self.dossier.actor(target) if target else None
        if actor is not None:
            yield actor.name
            yield from actor.aliases


def status_role(status: str) -> Role:
    """The role of spans that name a status."""
    return cast(Role, f"status-{status}")


def sign_role(polarity: str) -> Role:
    """The role of spans that name the sign of a tie."""
    return "sign-with" if polarity == WITH else "sign-against" if polarity == AGAINST else "sign-neither"


def outcome_role(outcome: str) -> Role:
    """The role of spans that name the outcome of an expectation."""
    return "outcome-good" if outcome in _GOOD else "outcome-bad" if outcome in _BAD else "outcome-open"


def first_of(most: int | None, values: Iterable[T], build: Callable[[T], Spans], by: str) -> Spans:
    """The spans of the first `most` values (`MANY` when None) with `by` between, and how many more values there are."""
    values = values if isinstance(values, tuple) else tuple(values)
    most = MANY if most is None else most
    return joined((joined(map(build, values[:most]), by), and_more(len(values) - most)), " ")
