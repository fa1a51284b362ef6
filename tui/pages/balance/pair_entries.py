"""Pairs of actors with the ties that their signs rest on, as entries and as words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dossier.kinds import counted_as
from tui.dossier.network.balance import Balance, OneRecord, Triangle
from tui.dossier.network.signed_graph import Ends
from tui.dossier.values.vocabulary import MIXED_GLYPH, STATUS_GLYPHS, STATUSES, TRIANGLE_GLYPH
from tui.pages.balance.support_words import support_words
from tui.pages.balance.triangle import odd_pair_first, sentence_link
from tui.pages.balance.triangle_picture import triangle_picture
from tui.pages.diagram_blocks import TriangleDiagram
from tui.pages.page import BULLET, Block, Entry, Span, Spans, joined
from tui.pages.span_builder import FEW, SpanBuilder, status_role
from tui.pages.truncation import and_more, and_more_line

MOST = 100
"""The most triangles, pairs and actors listed under one heading."""
_EVIDENCE = 3
"""The most ties of a pair, and cites of a tie, beside a triangle; its own page has all of them."""


class PairEntries:
    """Pairs of one balance, counted or mixed."""

    def __init__(self, builder: SpanBuilder, result: Balance) -> None:
        self.builder = builder
        self.result = result
        self.positions = {actor: position for position, actor in enumerate(result.actors)}

    def entry(self, ends: Iterable[Ends], below: Spans = ()) -> Entry:
        """Pairs with their ties as links: `− Armenia – Azerbaijan hostility`; of many the first.

        The sign that all have stands before the entry, else each has its own.
        """
        every = tuple(ends)
        pairs = [self.result.pairs.get(pair_ends) or self.result.mixed[pair_ends] for pair_ends in every[:FEW]]
        signs = {pair.sign for pair in pairs if pair.ends in self.result.pairs}
        mark = (
            self.builder.sign(min(signs)) if len(signs) == 1 else BULLET if signs else Span(MIXED_GLYPH, "sign-mixed")
        )
        describe = self.described if mark != BULLET else self.described_with_sign
        listed = joined((describe(pair.ends) for pair in pairs), "; ")
        return Entry(mark, joined((listed, and_more(len(every) - FEW)), " "), below=below)

    def entries(self, ends: tuple[Ends, ...]) -> list[Block]:
        """Few pairs as one entry, many as one each; of very many the first."""
        if len(ends) <= FEW:
            return [self.entry(ends)]
        listed = (self.entry((pair_ends,)) for pair_ends in ends[:MOST])
        return [*listed, *and_more_line(len(ends) - MOST, indent=2)]

    def described(self, ends: Ends) -> Spans:
        """`Armenia – Azerbaijan hostility`, with the status of its firmest tie unless that is reported."""
        pair = self.result.pairs.get(ends) or self.result.mixed[ends]
        ties = (self.builder.kind(self.builder.dossier.tie(tie)) for tie in pair.ties[:FEW])
        kinds = joined((joined((kind,) for kind in ties), and_more(len(pair.ties) - FEW)), " ")
        status = self.result.weak.get(ends)
        weak = (Span(" "), *self.builder.status(status)) if status else ()
        return (*self.named(ends), Span(" "), *kinds, *weak)

    def described_with_sign(self, ends: Ends) -> Spans:
        """`− Armenia – Azerbaijan hostility`, `~` for a pair that is mixed."""
        return (*self.sign(ends), *self.described(ends))

    def sign(self, ends: Ends) -> Spans:
        """The sign of a pair, before its names."""
        pair = self.result.pairs.get(ends)
        glyph = self.builder.sign(pair.sign) if pair is not None else Span(MIXED_GLYPH, "sign-mixed")
        return (glyph._replace(text=f"{glyph.text} "),)

    def named(self, ends: Ends) -> Spans:
        """Two names without links: the ties behind them are the links."""
        ordered = sorted(ends, key=lambda end: self.positions.get(end, -1))
        return joined(((Span(span.text, span.role),) for end in ordered for span in self.builder.name(end)), " – ")

    def evidence(self, triangle: Triangle) -> Spans:
        """What each pair of a triangle rests on: `− Armenia – Azerbaijan hostility ¶1; + …`."""
        parts = []
        for ends in triangle.pairs:
            pair = self.result.pairs[ends]
            ties = joined((self._cited(tie) for tie in pair.ties[:_EVIDENCE]), ", ")
            sign = self.builder.sign(pair.sign)
            lead = (Span(f"{sign.text} ", sign.role), *self.named(ends), Span(" "))
            parts.append((*lead, *joined((ties, and_more(len(pair.ties) - _EVIDENCE)), " ")))
        return joined(parts, "\n")

    def picture(self, triangle: Triangle) -> TriangleDiagram:
        """A triangle with its counted ties, as a picture."""
        ties = {
            ends: [self.builder.dossier.tie(tie) for tie in self.result.pairs[ends].ties] for ends in triangle.pairs
        }
        return triangle_picture(self.builder, odd_pair_first(triangle), ties)

    def triangle(self, triangle: Triangle, *, firm: bool = False) -> Entry:
        """An unbalanced triangle as a sentence, and what it rests on; that this is reported is said only if `firm`."""
        rests_on = self._rests_on(triangle) or (self.builder.status(STATUSES[0]) if firm else ())
        return Entry(Span(TRIANGLE_GLYPH, "outcome-bad"), (sentence_link(self.builder, triangle),), rests_on)

    def one_record(self, record: OneRecord) -> Entry:
        """A tie between many, how many unbalanced triangles it makes by itself, and its status and cites."""
        tie = self.builder.dossier.tie(record.tie)
        makes = f"1 record of {len(tie.ends):,} parties makes {record.triangles:,} triangles: "
        spans = (Span(makes), self.builder.kind(tie), Span(" "), *self.builder.short_ends(tie))
        backing = self.builder.backing(tie.status, tie.cite, tie.by, tie.denied_by)
        return Entry(Span(TRIANGLE_GLYPH, "outcome-bad"), spans, backing)

    def _rests_on(self, triangle: Triangle) -> Spans:
        """`rests on a judgement` where one of its pairs has no reported tie; nothing where all have."""
        weak = [self.result.weak[ends] for ends in triangle.pairs if ends in self.result.weak]
        if not weak:
            return ()
        return (Span(f"the triangle rests on {support_words(weak)}", status_role(max(weak, key=STATUSES.index))),)

    def _cited(self, name: str) -> Spans:
        tie = self.builder.dossier.tie(name)
        status = counted_as(tie)
        doubt = () if status == "reported" else (Span(f" {STATUS_GLYPHS[status]}", status_role(status)),)
        return (self.builder.kind(tie), *doubt, Span(" "), *self.builder.cites(tie.cite, _EVIDENCE))
